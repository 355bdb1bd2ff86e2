"""Public bodies as sentences name them: 市统计局, 统计部门, 各县（市、区）, 有关部门.

A sentence does not say where a name begins, so only names that begin like one are believed:
督促有关部门 and 发挥税务部门 are none.
"""

from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.bodies.office_fields import is_field
from policygraph.extract.bodies.office_names import (
    field_alone,
    is_by_case,
    is_office,
    without_place,
)
from policygraph.extract.bodies.post_names import begins_as_unit
from policygraph.extract.bodies.units import is_unit
from policygraph.registry.registry import Registry

_LEVELS = (
    "[省市县区州盟旗乡镇村辖直属、/及和（）()]|级(?=[、及和]|人民政府|政府|党委)|县级市|苏木|嘎查"
)
PLACES = expression(
    "(?:各|省|市|县|区|本|全)?(?:各|有关|相关)?"
    f"(?:地方|地区|地|级|(?:{_LEVELS}){{1,14}}|乡?镇（街道办?）|街道|园区|开发区)"
    "(?:(?:人民)?政府|党委|管委会?|各部门|有关部门)?$"
)
_PILOTS = expression(
    "(?:各|试点|有关|相关|其他){1,3}(?:省份|城市|地区|市县|县市|单位)(?:人民政府|政府)?$"
)
_FUNCTION = expression(r"(?P<of>[\u4e00-\u9fff]{2,14})(?:主管|行政|监管|执法|管理)?(?:部门|机关)$")
# what an office does, or which one of several it is: 业务主管部门, 所在地政府
_WHICH = (
    "行业|业务|项目|主要|协同|工程|行政|职能|监管|执法|牵头|责任|配合|成员|属地|主管|相关|有关|涉企|预算"
    "|地方|当地|所在地|上级|上一级|同级|下级|所在|承办|主办|使用|实施"
)
_ANY_FUNCTION = expression(
    f"(?:{_WHICH}){{1,3}}(?:主管|职能|监管)?(?:部门|单位|机关|政府)$"
    r"|(?!协调|单位|企业)(?:(?![等的或者])[\u4e00-\u9fff]){2,8}主管部门$"
    r"|[\u4e00-\u9fff]{2,10}行政(?:主管|管理|执法|监督管理)?(?:部门|机关)$"
    "|[省市县区州](?:人民)?政府各?(?:工作|组成|有关|职能|相关)?部门$"
    r"|[\u4e00-\u9fff]{2,8}(?:承办|牵头|责任|主办)单位$"
    r"|(?!.{0,8}[为是由对向报经第持到凭送])[\u4e00-\u9fff]{0,8}(?:登记|审批|许可|受理|发证|征收)(?:管理)?机关$"
    r"|(?:当地|各级|上级|同级)?[\u4e00-\u9fff]{0,8}(?:指挥|监督|监督管理|经办)机构$"
)
_BY_THEMSELVES = expression(
    "(?:领导小组|协调小组|工作小组|工作组|专班|工作专班|指挥部|联席会议|委员会)(?:各)?(?:办公室|成员单位|成员)?$"
    "|办公室$"
    "|(?:人民)?政府(?:办|办公室|督查室|法制办)$"
    "|(?:各级|地方|[省市县区旗镇乡]级?|中央)财政$"
    "|[省市县区乡镇州（）()、]{1,10}[两三]级(?:财政|(?:人民)?政府|党委)$"
    "|(?:高级|中级|基层|上级|专门|地方各级)?人民(?:法院|检察院)$"
    "|(?:[省市县区州]|各级)?(?:纪委监委|纪委|监委)机关$"
    "|政府性融资担保机构$|金融机构$|银行业金融机构$"
)
_WORK_GROUP = expression(
    r"(?!按|根据|依|主要|承担|负责|加强|发挥|接受|完善|健全|充分|报|服从|纳入)[\u4e00-\u9fff]{1,24}(?:(?:领导|工作|协调)小组|指挥部|联席会议|领导组|督[查导]组)"
    r"(?:办公室|各?成员单位|各?成员)?$"
)
# what _FUNCTION and _ANY_FUNCTION end in
_FUNCTION_ENDS = ("部门", "机关", "单位", "政府", "机构")
_WITH_PARTS = expression("及其(?:有关|相关|所属|工作)?(?:部门|单位|机构)$")
_SCENE = expression(
    "本[省市县区州盟旗](?=各级|人民政府|政府)"
    "|(?:事件|事故|灾害|突发事件)?(?:发生地|事发地|所在(?:地|城市|[市县区](?=[人政各级]))|当地|属地)的?(?=.{3})"
)
# 市场, 区域, 县民: the first character is that of a level, and the word is another
_NOT_LEVELS = expression(
    "[市区县省镇乡](?:场(?!监)|域|外(?![事经贸专宣办])|内(?!务)|民(?![政宗族委])|值|容(?!环|和环|园林|管)"
    "|政(?!府|协|法|务|管|园林|公用|行政|主管|部门)|别|间|道(?!路)|情)"
    "|各(?:类|项|种)"
    "|(?:本[省市县区]|市区|[省市县区乡镇]级)$"
)
_PRIVATE = expression(
    "(?:企业|公司|集团|商户|主体|协会|商会|学校|医院|大学|合作社|用人单位|建设单位|平台|系统|基地)$"
)
_BEHIND_OFFICE = "[府门关局构部会]"
_OF_OFFICES = "(?=.{2,20}(?:政府|部门|单位|机关)$)"
_AGENT = "(?=[\u4e00-\u9fff]{3})(?!.*的)"  # whom it is done by
# each branch begins with a literal, so that the search is fast
_SENTENCE = expression(
    # what is done with a body, or by whom
    "会同|为(?=.{0,30}(?:牵头|责任)单位)|由(?<!自由)|报(?!社|业)|向|对(?<!应对)(?!外|台|口)|经(?![济信贸开营发办])"
    "|并|将|应(?![急对])|作为|征求|后送|转[交送](?!易)|推荐(?!会)"
    # behind the office that does it: 市政府批转, 市财政局委托第三方
    f"|批(?<={_BEHIND_OFFICE}批)转|抄(?<={_BEHIND_OFFICE}抄)(?!报)|聘(?<={_BEHIND_OFFICE}聘)请"
    f"|送(?<={_BEHIND_OFFICE}送)(?=国务院|[省市同上本])|委(?<={_BEHIND_OFFICE}委)托{_AGENT}"
    f"|指(?<={_BEHIND_OFFICE}指)定{_AGENT}|授(?<={_BEHIND_OFFICE}授)权{_AGENT}|授权(?=[村居])"
    "|建(?<=国务院建)立|设立|成立|下设|设在|配合(?![部单])|协助|督促|鼓励|提请"
    "|负责(?!.{0,16}的|人)|建议(?!办|书|的)"
    # what is done with offices that the rest of the words names: 组织有关部门
    f"|组织(?!部){_OF_OFFICES}|完善{_OF_OFFICES}|加强{_OF_OFFICES}|汇总{_OF_OFFICES}"
    f"|主持{_OF_OFFICES}|统筹协调{_OF_OFFICES}"
    # 市财政局在…; 在线, 驻在 and 在京 are parts of names
    "|在(?<=[处府门关局委会]在)(?!线)|在(?<![所驻]在)(?![线沪京]|[省市县区])"
    "|推动|引导|联系(?![点会])|可以|受[本上]级|是(?!否)|要(?<!主要)|使|让|把|于"
)
_BEGINS_SENTENCE = expression(
    "确保|在(?![京沪津渝线])|指导(?=责任|有关|相关|各)|(?:国家|本[省市])支持"
)
_CHOSEN_AGENCY = expression("(?:确定|指定|委托|认定|授权|成立)的机构$")  # it may be a firm
NAMELESS = frozenset(("政府", "部门", "单位", "机关"))
_PRESS = expression("(?<!供销)(?<!合作)(?<!通讯)(?<!出版)(?<!信用)(?<![联总])社$|社会$")
_ONE_GOVERNMENT = expression("(?:本|全)?[省市县区州盟旗乡镇](?:人民)?(?:政府|党委|委|管委会?)$")
_GOVERNMENT_ENDS = ("府", "委", "会")
_SEVERAL = expression("级以上|[上同下]级|[省市县乡镇][级、]|乡镇|、|各")
_NOTE_INSIDE = expression(r"[（(][^（）()]{1,8}[）)]")  # 各责任（配合）单位


@lru_cache(maxsize=4096)  # the same few hundred names fill most lists
def is_body(name: str, registry: Registry) -> bool:
    """Say whether ``name`` is, from its first character on, a public body or a group of them."""
    name = _WITH_PARTS.sub("", name)
    scene = _SCENE.match(name)
    name = without_place(name[scene.end() :] if scene else name)
    if len(name) < 2 or is_no_office(name):
        return False
    if is_by_case(name):
        return True
    if _NOT_LEVELS.match(name) or is_sentence(without_note(name)):
        return False
    return _is_named(name, registry)


def _is_named(name: str, registry: Registry) -> bool:
    """Say whether a name is made as those of public bodies are."""
    if (
        PLACES.match(name)
        or _PILOTS.match(name)
        or _BY_THEMSELVES.match(name)
        or _has_function(name, registry)
    ):
        return True
    grouped = "组" in name or "指挥部" in name or "联席会议" in name
    if grouped and _WORK_GROUP.match(name):
        return True
    if is_office(name) or is_field(field_alone(name) or "", registry):
        return True
    return is_unit(name, registry.words) and begins_as_unit(name, registry)


def _has_function(name: str, registry: Registry) -> bool:
    """统计部门, 有关部门, 业务主管单位: a body is named by what it does."""
    if not name.rstrip().endswith(_FUNCTION_ENDS):
        return False
    function = _FUNCTION.match(without_note(name))
    if function and is_field(function["of"], registry):
        return True
    return bool(_ANY_FUNCTION.match(name))


def is_no_office(name: str) -> bool:
    """Say whether a name is that of a firm, a school, a press or what was chosen from these."""
    if name.endswith("的机构") and _CHOSEN_AGENCY.search(name):
        return True
    return is_private(name) or ("社" in name and bool(_PRESS.search(name)))


@lru_cache(maxsize=4096)
def is_sentence(printed: str) -> bool:
    """Say whether words are more than a name, or less: 部门."""
    if _SENTENCE.search(printed) or _BEGINS_SENTENCE.match(printed):
        return True
    return printed.removesuffix("\n") in NAMELESS


def without_note(name: str) -> str:
    """Leave out a short note inside a name, whose words are none of a sentence."""
    return _NOTE_INSIDE.sub("", name) if "（" in name or "(" in name else name


def is_private(name: str) -> bool:
    """Say whether a name ends as that of a company, a school or the like."""
    return bool(_PRIVATE.search(name))


def is_collective(name: str, registry: Registry) -> bool:
    """Say whether a name stands for several bodies: 各地, 统计部门, 有关单位."""
    words = registry.words
    if name.endswith(_GOVERNMENT_ENDS) and _ONE_GOVERNMENT.match(name):
        return False
    if name.startswith(words.group_heads) or _SEVERAL.search(name) or PLACES.match(name):
        return True
    if _PILOTS.match(name):
        return True
    return name.endswith((*words.group_tails, "机关")) or "有关" in name or "相关" in name
