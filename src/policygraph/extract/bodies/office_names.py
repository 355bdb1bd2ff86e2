"""Offices as laws name them, without saying whose they are: 公路主管部门, 海事管理机构, 原发证机关.

A law is for every place, so it names an office by its task (城市绿化行政主管部门), by what it does
in the case (登记机关), by what it is charged with (负有监管职责的部门), or by the body that chose
it (市人民政府确定的部门). Such names hold for whoever has the task in a place.
"""

from functools import lru_cache

from policygraph.expression import expression

_PLACE = (
    r"(?:设区的市|较大的市|不设区的市|地级以上市|县级市|自治[区州县旗]|直辖市|民族乡|城市|[省市区县州盟旗乡镇])"
    r"(?:[（(][省市区县州旗乡镇、和自治级民族]{1,8}[）)])?"
)
_LEVELS = rf"(?:各|本)?(?:{_PLACE}(?:以及|[、和及])?){{1,8}}(?:级)?(?:以上)?(?:地方)?(?:各级)?"
_GOVERNMENT = expression(rf"(?:{_LEVELS}|[上下同本]级)?人民政府$|{_LEVELS}政府$")
_OF_LEVELS = expression(rf"{_LEVELS}(?:(?:人民)?政府)?(?=.{{4}})")
_WHERE = expression(
    "(?:[\u4e00-\u9fff]{2,12}(?:所在地|发生地|经营地|居住地)|同级|本级|上级|下级|上一级)(?:的|及其)?"
)
# tasks by which an office is named, and what is a firm, a school or the like although it has one
_TASK = (
    "主管|行政|行政主管|行政管理|监督管理|综合行政执法|行政执法|综合执法|执法|管理|监督|监管|监察|督察|督导"
    "|稽查|经办|登记|审批|征收|征缴|检疫|检查|统计|备案|交通管理|消防|事务|推广"
)
# what has such a task and is a firm or a part of one, or tells no office: 企业管理部门, 该监管机构
_NO_FIELD = (
    "物业(?!主管|行政|管理(?:主管|行政))|企业|公司|财务|人事管|内部|资产|投资|基金|医疗|养老"
    "|项目管|工程管|运营|经营|学校|单位|本|各|该|其|有|无(?!线)"
)
_SENTENCE = "[\u4e00-\u9fff]{0,14}(?:[持到凭的后送]|[段期步]为|移交|设在)"
_OFFICE = expression(
    rf"(?!{_NO_FIELD})(?!{_SENTENCE})"
    rf"[\u4e00-\u9fff]{{2,16}}?(?:{_TASK})(?:(?:相关|有关)(?:职能)?)?(?:部门|机关|机构)$"
    "|水行政(?:主管|执法)?部门$"
)
# what an office does in the case of which a law speaks: 登记机关, 原发证机关
_IN_CASE = (
    "发证|登记|审批|批准|许可|颁证|主管|有权|决定|检察|监察|审判|司法|税务|公安|国家安全|国家|制定"
    "|备案|备案审查|(?:城乡)?规划组织编制|组织编制|编制|处理|执行|受质询|裁决|调查|法律援助|消防救援"
    "|行政|行政执法|任免|侦查|督察|公安机关交通管理|公安机关消防"
)
_BY_CASE = expression(
    f"(?:原|有关|相关|上级|上一级|下级|同级|本级|其)?(?:{_IN_CASE})(?:工作)?(?:机关|部门|机构)$"
    "|(?:本级|[省市县区乡镇])?(?:选举委员会|代表资格审查委员会)$"
    "|(?:所在地|口岸|当地)?海关$"
    "|(?:人民)?政府(?:有关|相关)部门$"
    "|(?:有关|相关)部门[、和及](?:有关|相关)?单位$"
    "|其?(?:所在单位|所属单位|主管部门|主管机关|上级(?:主管|行政)?(?:部门|机关|单位))$"
)
_ORGAN_OF_CONGRESS = (
    "主席团|主任会议|法制工作委员会|办公厅|办公室|(?:有关)?(?:工作|办事)机构"
    "|(?:有关的?)?(?:工作|专门)委员会"
)
_CONGRESS = expression(
    rf"(?:{_LEVELS}|各级|本级|同级|上一级|全国)?(?:人民代表大会(?:及其|会议)?)?"
    f"(?:人大)?(?:常务委员会|常委会|人民代表大会|人大)(?:{_ORGAN_OF_CONGRESS})?$"
    "|主任会议$|(?:大会)?主席团$|法制(?:工作)?委员会$"
    "|(?:有关的?|各)?专门委员会$|(?:有关的?|各)?工作委员会$"
)
# self-governing bodies of villages and residents, to which laws give tasks (Constitution, art. 111)
_OF_RESIDENTS = expression(
    "(?:社区)?(?:村民|居民|村（居）民|居（村）民|村居民|村\\(居\\)民)委员会$|村（居）委会$|[村居]委会$"
)
# organisations of the people, which laws charge beside the offices
_OF_PEOPLE = expression(
    "(?:各级|[省市县区]|基层|地方)?(?:总?工会|共(?:产主义)?青(?:年)?团(?:委)?|妇(?:女)?联(?:合会)?|残(?:疾人)?联(?:合会)?"
    "|科(?:学技术)?协(?:会)?|工商(?:业)?联(?:合会)?|红十字会|归国华侨联合会|侨联|文联)(?:组织)?$"
)
_AREA = expression(
    "(?!进入|位于|设立|建设|各|国家|在|对|推动|支持|授权|赋予|允许|同意|批准|优先|安排|指导)[\u4e00-\u9fff]{2,14}(?:开发区|示范区|新区|高新区|度假区|风景名胜区|保税区|试验区)"
    "(?:管委会|管理委员会|管理机构)?$"
)
_OF_FIELD = expression(
    "(?P<field>[\u4e00-\u9fff]{2,10})等(?:有关|相关|主管|行政主管)?(?:部门|机关)$"
)
_CHOSEN = expression(
    "(?P<by>[^，,。；;：:“”《》]{2,30}?)(?:依法|共同)?(?:确定|指定|设立|授权|委托|规定|成立|组建|派出|明确)的"
)
_CHARGED = expression(
    "(?:依法|依照[^，。；：]{0,12}规定|按照职责)?"
    "(?:负责|负有|承担|行使|受理|作出|制定|编制|批准|核发|颁发|发放|实施|具有|有|组织|履行|主管|建设|管理)"
    "[^，,。；;：:“”《》的]{1,24}(?<!目)的"
)
_OFFICES = expression(
    "(?:有关|相关|行政|主管|行政主管|职能|执法|行政执法|监督|管理|国家)*(?:部门|机关|人民政府|政府)$"
)
_ENDS = ("部门", "机关", "机构", "单位", "政府", "会", "会议", "团", "团委", "联", "组织", "区")
_WHOLE = (_GOVERNMENT, _BY_CASE, _CONGRESS, _OFFICE, _OF_RESIDENTS, _OF_PEOPLE, _AREA)
_RELATIVE = ("同级", "本级", "上级", "下级", "上一级")
_SHORTEST = 3  # characters of what is left of a name


@lru_cache(maxsize=8192)  # the same few dozen names fill most laws
def is_office(name: str) -> bool:
    """Say whether a name is that of an office of a law, from its first character on."""
    if not name.endswith(_ENDS) or "或" in name:
        return False
    if any(pattern.match(name) for pattern in _WHOLE):
        return True
    levels = _OF_LEVELS.match(name)
    bare = name[levels.end() :] if levels else name
    return any(pattern.match(bare) for pattern in (_OFFICE, _OF_RESIDENTS, _BY_CASE))


def is_by_case(name: str) -> bool:
    """Say whether an office is named by what it does in the case: 组织编制机关, 原发证机关."""
    return name.endswith((*_ENDS, "海关")) and bool(_BY_CASE.match(name))


def without_place(name: str) -> str:
    """Leave out where an office is: 渔港所在地县级以上人民政府, 同级侨务部门."""
    where = _WHERE.match(name) if "地" in name or name.startswith(_RELATIVE) else None
    return name[where.end() :] if where and len(name) - where.end() >= _SHORTEST else name


def field_alone(name: str) -> str | None:
    """Give the field of 畜牧等有关部门, of which a list names only one."""
    if "等" not in name:
        return None
    levels = _OF_LEVELS.match(name)
    match = _OF_FIELD.match(name, levels.end() if levels else 0)
    return match["field"] if match else None


def chosen_by(name: str) -> tuple[str, str] | None:
    """Give who chose an office, and the office: 市人民政府确定的部门."""
    match = _CHOSEN.match(name)
    return (match["by"], name[match.end() :]) if match else None


def is_charged(name: str) -> bool:
    """Say whether a name tells offices by what they are charged with: 负有监管职责的部门."""
    match = _CHARGED.match(name)
    return bool(match and _OFFICES.match(name, match.end()))
