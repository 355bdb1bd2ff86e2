"""Public bodies as sentences name them: 市统计局, 统计部门, 各县（市、区）, 有关部门.

A sentence does not say where a name begins, so only names that begin like one are believed:
督促有关部门 and 发挥税务部门 are none.
"""

import re
from itertools import islice

from policygraph.extract.office_fields import BESIDE, SHARED, is_field, sharing
from policygraph.extract.office_names import (
    chosen_by,
    field_alone,
    is_by_case,
    is_charged,
    is_office,
    without_place,
)
from policygraph.extract.post_names import begins_as_unit
from policygraph.extract.reading import Mention, mention
from policygraph.extract.units import is_unit, split_units
from policygraph.model.source import Span
from policygraph.registry.registry import Registry

_PLACES = re.compile(
    r"(?:各|省|市|县|区|本|全)?(?:各|有关|相关)?"
    r"(?:地方|地区|地|级|(?:[省市县区州盟旗乡镇村辖直属、/及和（）()]|级(?=[、及和]|人民政府|政府|党委)|县级市|苏木|嘎查){1,14}|乡?镇（街道办?）|街道|园区|开发区)"
    r"(?:(?:人民)?政府|党委|管委会?|各部门|有关部门)?$"
)
_PILOTS = re.compile(
    "(?:各|试点|有关|相关|其他){1,3}(?:省份|城市|地区|市县|县市|单位)(?:人民政府|政府)?$"
)
_FUNCTION = re.compile(r"(?P<of>[\u4e00-\u9fff]{2,14})(?:主管|行政|监管|执法|管理)?(?:部门|机关)$")
_ANY_FUNCTION = re.compile(
    r"(?:行业|业务|项目|主要|协同|工程|行政|职能|监管|执法|牵头|责任|配合|成员|属地|主管|相关|有关|涉企|预算"
    r"|地方|当地|所在地|上级|上一级|同级|下级|所在|承办|主办|使用|实施){1,3}(?:主管|职能|监管)?(?:部门|单位|机关|政府)$"
    r"|(?!协调|单位|企业)(?:(?![等的或者])[\u4e00-\u9fff]){2,8}主管部门$"
    r"|[\u4e00-\u9fff]{2,10}行政(?:主管|管理|执法|监督管理)?(?:部门|机关)$"
    r"|[省市县区州](?:人民)?政府各?(?:工作|组成|有关|职能|相关)?部门$"
    r"|[\u4e00-\u9fff]{2,8}(?:承办|牵头|责任|主办)单位$"
    r"|(?!.{0,8}[为是由对向报经第持到凭送])[\u4e00-\u9fff]{0,8}(?:登记|审批|许可|受理|发证|征收)(?:管理)?机关$"
    r"|(?:当地|各级|上级|同级)?[\u4e00-\u9fff]{0,8}(?:指挥|监督|监督管理|经办)机构$"
)
_BY_THEMSELVES = re.compile(
    r"(?:领导小组|协调小组|工作小组|工作组|专班|工作专班|指挥部|联席会议|委员会)(?:各)?"
    r"(?:办公室|成员单位|成员)?$|办公室$|(?:人民)?政府(?:办|办公室|督查室|法制办)$"
    r"|(?:各级|地方|[省市县区旗镇乡]级?|中央)财政$|[省市县区乡镇州（）()、]{1,10}[两三]级(?:财政|(?:人民)?政府|党委)$|(?:高级|中级|基层|上级|专门|地方各级)?人民(?:法院|检察院)$"
    r"|(?:[省市县区州]|各级)?(?:纪委监委|纪委|监委)机关$"
    r"|政府性融资担保机构$|金融机构$|银行业金融机构$"
)
_WORK_GROUP = re.compile(
    r"(?!按|根据|依|主要|承担|负责|加强|发挥|接受|完善|健全|充分|报|服从|纳入)[\u4e00-\u9fff]{1,24}(?:(?:领导|工作|协调)小组|指挥部|联席会议|领导组|督[查导]组)"
    r"(?:办公室|各?成员单位|各?成员)?$"
)
# what _FUNCTION and _ANY_FUNCTION end in, and what _WORK_GROUP holds
_FUNCTION_ENDS = ("部门", "机关", "单位", "政府", "机构")
_WORK_GROUP_ENDS = (
    "领导小组",
    "工作小组",
    "协调小组",
    "指挥部",
    "联席会议",
    "领导组",
    "督查组",
    "督导组",
)
_WITH_PARTS = re.compile("及其(?:有关|相关|所属|工作)?(?:部门|单位|机构)$")
_SCENE = re.compile(
    "本[省市县区州盟旗](?=各级|人民政府|政府)"
    "|(?:事件|事故|灾害|突发事件)?(?:发生地|事发地|所在(?:地|城市|[市县区](?=[人政各级]))|当地|属地)的?(?=.{3})"
)
_NOT_LEVELS = re.compile(
    r"[市区县省镇乡](?:场(?!监)|域|外(?![事经贸专宣办])|内(?!务)|民(?![政宗族委])|值|容(?!环|和环|园林|管)|政(?!府|协|法|务|管|园林|公用|行政|主管|部门)|别|间"
    r"|道(?!路)|情)"
    r"|各(?:类|项|种)|(?:本[省市县区]|市区|[省市县区乡镇]级)$"
)
_PRIVATE = re.compile(
    "(?:企业|公司|集团|商户|主体|协会|商会|学校|医院|大学|合作社|用人单位|建设单位|平台|系统|基地)$"
)
# each begins with a character, so that the search is fast
_SENTENCE = re.compile(
    "会同|由(?<!自由)|报(?!社|业)|向|对(?<!应对)(?!外|台|口)|经(?![济信贸开营发办])|并|将|应(?![急对])|作为|^确保|征求|后送|授权(?=[村居])|(?<=[处府门关局委会])在(?!线)|[设成]立|下设|设在|配合(?![部单])|协助|督促|鼓励|^(?:国家|本[省市])支持|提请|负责(?!.{0,16}的|人)|建议(?!办|书|的)|(?:组织(?!部)|完善|加强|汇总|主持|统筹协调)(?=.{2,20}(?:政府|部门|单位|机关)$)|在(?<![所驻]在)(?![线沪京]|[省市县区])|推动|引导|联系(?![点会])|可以|受[本上]级|是(?!否)|要(?<!主要)|使|让|把|于"
)
_CHOSEN_AGENCY = re.compile("(?:确定|指定|委托|认定|授权|成立)的机构$")  # it may be a firm
_NAMELESS = frozenset(("政府", "部门", "单位", "机关"))
_PRESS = re.compile("(?<!供销)(?<!合作)(?<!通讯)(?<!出版)(?<!信用)(?<![联总])社$|社会$")
_CALLED = re.compile(r"[（(](?:以下[统简]?|[统简])称[^（）()]{1,30}[）)]$")
_SUCH = re.compile(
    "(?<=[会团联])等(?:人民|群众|群团|社会)?(?:团体|组织)$"
)  # 工会、共青团等人民团体
_AND_UNITS = re.compile("(?:(?<=等部门)|(?<=等有关部门)|(?<=等相关部门))[和、]单位$")
_ONE_GOVERNMENT = re.compile("(?:本|全)?[省市县区州盟旗乡镇](?:人民)?(?:政府|党委|委|管委会?)$")
_SEVERAL = re.compile("级以上|[上同下]级|[省市县乡镇][级、]|乡镇|、|各")
_AREA = re.compile(
    r"(?P<places>各(?:[^、（(]|[（(][^（）()]{1,10}[）)]){1,14})、"
    r"(?P<area>[\u4e00-\u9fff]{0,8}(?:开发区|示范区|园区|新区|高新区))$"
)
_LISTED = re.compile(r"[、，,；;和及与\s（(等]")
_SHORT = 12  # characters of a name that leaves its level out
_LONGEST = 160  # characters of a list
_APART = re.compile(
    "、(?=各|[省市县区州](?:人民)?政府各|[省市县区州][直级](?!市))"
)  # 各乡镇、各部门
_SHARED_AND = re.compile(
    r"(?P<shared>(?:[\u4e00-\u9fff]{2,12}、){1,15}[\u4e00-\u9fff]{2,12}?等(?:各|有关|相关){0,2}(?:部门|机关))"
    r"(?:以及|和|及)(?P<rest>.{2,60})$"
)
_TAILED = ("部门", "机关")
_OR = re.compile("或者?")
_ITS = re.compile("其|有关|相关")
_NOTE_INSIDE = re.compile(r"[（(][^（）()]{1,8}[）)]")  # 各责任（配合）单位
_WITH_ANOTHER = re.compile("以及|[和及与]")
_SPLITS = 4  # places at which a list of names may pass into one that shares its end


def is_body(name: str, registry: Registry) -> bool:
    """Say whether ``name`` is, from its first character on, a public body or a group of them."""
    name = _WITH_PARTS.sub("", name)
    scene = _SCENE.match(name)
    name = without_place(name[scene.end() :] if scene else name)
    if len(name) < 2 or _is_no_office(name):
        return False
    if is_by_case(name):
        return True
    if _NOT_LEVELS.match(name) or _is_sentence(_plain(name)):
        return False
    return _is_named(name, registry)


def _is_named(name: str, registry: Registry) -> bool:
    """Say whether a name is made as those of public bodies are."""
    if (
        _PLACES.match(name)
        or _PILOTS.match(name)
        or _BY_THEMSELVES.match(name)
        or _has_function(name, registry)
    ):
        return True
    if any(end in name for end in _WORK_GROUP_ENDS) and _WORK_GROUP.match(name):
        return True
    if is_office(name) or is_field(field_alone(name) or "", registry):
        return True
    return is_unit(name, registry.words) and begins_as_unit(name, registry)


def _has_function(name: str, registry: Registry) -> bool:
    """统计部门, 有关部门, 业务主管单位: a body is named by what it does."""
    if not name.rstrip().endswith(_FUNCTION_ENDS):
        return False
    function = _FUNCTION.match(_plain(name))
    if function and is_field(function["of"], registry):
        return True
    return bool(_ANY_FUNCTION.match(name))


def _is_no_office(name: str) -> bool:
    if name.endswith("的机构") and _CHOSEN_AGENCY.search(name):
        return True
    return is_private(name) or ("社" in name and bool(_PRESS.search(name)))


def _is_sentence(printed: str) -> bool:
    """Say whether words are more than a name, or less: 部门."""
    return bool(_SENTENCE.search(printed)) or printed.removesuffix("\n") in _NAMELESS


def _plain(name: str) -> str:
    """Leave out a short note inside a name, whose words are none of a sentence."""
    return _NOTE_INSIDE.sub("", name) if "（" in name or "(" in name else name


def is_private(name: str) -> bool:
    """Say whether a name ends as that of a company, a school or the like."""
    return bool(_PRIVATE.search(name))


def is_collective(name: str, registry: Registry) -> bool:
    """Say whether a name stands for several bodies: 各地, 统计部门, 有关单位."""
    words = registry.words
    if _ONE_GOVERNMENT.match(name):
        return False
    if name.startswith(words.group_heads) or _SEVERAL.search(name) or _PLACES.match(name):
        return True
    if _PILOTS.match(name):
        return True
    return name.endswith((*words.group_tails, "机关")) or "有关" in name or "相关" in name


def read_bodies(text: str, span: Span, registry: Registry) -> tuple[Mention, ...]:
    """Read ``text[span]`` as a list of public bodies and nothing else; () where it is not."""
    for tail in (_CALLED, _SUCH, _AND_UNITS):
        cut = tail.search(text[span.start : span.end])
        if cut:
            span = Span(span.start, span.start + cut.start())
    printed = text[span.start : span.end]
    if printed[:1].isspace() or printed[-1:].isspace():
        start = span.start + len(printed) - len(printed.lstrip())
        printed = printed.strip()
        span = Span(start, start + len(printed))
    if not printed or len(printed) > _LONGEST:
        return ()
    if "的" in printed and _is_told_of(printed, registry):
        return (mention(text, span),)
    if _is_sentence(_plain(printed)) and not is_by_case(printed):
        return ()
    if "或" in printed:
        either = _either(text, span, registry)
        if either:
            return either
    if not _LISTED.search(printed) or is_field(field_alone(printed) or "", registry):
        return (mention(text, span),) if is_body(printed, registry) else ()
    return (
        _sharing(text, span, registry)
        or _split(text, span, registry)
        or _beside(text, span, registry)
    )


def _beside(text: str, span: Span, registry: Registry) -> tuple[Mention, ...]:
    """Read 省、市城乡规划部门与同级交通部门: levels that share an office, and another body."""
    for cut in islice(_WITH_ANOTHER.finditer(text, span.start + 2, span.end), _SPLITS):
        first = read_bodies(text, Span(span.start, cut.start()), registry)
        rest = read_bodies(text, Span(cut.end(), span.end), registry) if first else ()
        if rest:
            return (*first, *rest)
    return (mention(text, span),) if is_office(text[span.start : span.end]) else ()


def _is_told_of(printed: str, registry: Registry) -> bool:
    """Say whether a clause tells offices from others: 市人民政府确定的部门, 负有监管职责的部门."""
    if is_charged(printed):
        return True
    owner, of, office = printed.rpartition("的")
    alone = of and "、" not in owner and "或" not in owner
    if alone and is_office(office) and is_body(owner, registry):
        return True  # 渔业部门的渔政管理机构
    chosen = chosen_by(printed)
    if chosen is None or "或" in chosen[0] or not is_body(chosen[0], registry):
        return False
    return chosen[1] in _NAMELESS or is_body(chosen[1], registry)


def _either(text: str, span: Span, registry: Registry) -> tuple[Mention, ...]:
    """Read 甲局或者乙局 as two; 其委托的单位 and what is no body by itself keep it whole."""
    cut = _OR.search(text, span.start, span.end)
    if cut is None:
        return ()
    first = read_bodies(text, Span(span.start, cut.start()), registry)
    second = read_bodies(text, Span(cut.end(), span.end), registry) if first else ()
    return (*first, *second) if second and not _ITS.match(text, cut.end()) else ()


def _split(text: str, span: Span, registry: Registry) -> tuple[Mention, ...]:
    listed = split_units(text, span, registry.words)
    names = [unit.as_written for unit in listed.units]
    known = bool(names) and is_body(names[0], registry)
    known = known and all(_is_next_body(name, registry) for name in names[1:])
    if not known or listed.rejected:
        return ()
    return tuple(part for unit in listed.units for part in _apart(text, unit))


def _apart(text: str, unit: Mention) -> tuple[Mention, ...]:
    """各乡镇、园区 are two, in a longer list too."""
    area = _AREA.fullmatch(text, *unit.spans[0]) if len(unit.spans) == 1 else None
    if area and _PLACES.match(area["places"]):
        return mention(text, Span(*area.span("places"))), mention(text, Span(*area.span("area")))
    return (unit,)


def _is_next_body(name: str, registry: Registry) -> bool:
    """Say whether a name behind a body in a list is one too; it may leave its level out."""
    if is_body(name, registry):
        return True
    odd = _is_no_office(name) or _is_sentence(name) or "或" in name  # 单位或者监察机关
    return not odd and len(name) <= _SHORT and is_unit(name, registry.words)


def _sharing(text: str, span: Span, registry: Registry) -> tuple[Mention, ...]:
    """Read what a separator does not divide: 各省、自治区; and what shares its end."""
    shares = text.find("等", span.start, span.end) >= 0
    joined = _SHARED_AND.match(text, span.start, span.end) if shares else None
    if joined:
        first = _sharing(text, Span(span.start, joined.end("shared")), registry)
        rest = read_bodies(text, Span(joined.start("rest"), span.end), registry)
        return (*first, *rest) if first and rest else ()
    if text.endswith(_TAILED, span.start, span.end):
        shared = _ending_alike(text, span, registry)
        if shared:
            return shared
    area = _AREA.match(text, span.start, span.end)
    if area and _PLACES.match(area["places"]):  # 各县（市、区）、开发区: no end is shared
        return mention(text, Span(*area.span("places"))), mention(text, Span(*area.span("area")))
    apart = [m.start() for m in _APART.finditer(text, span.start, span.end)]
    if apart:
        edges = [span.start, *(cut + 1 for cut in apart)]
        ends = [*apart, span.end]
        each = [read_bodies(text, Span(a, b), registry) for a, b in zip(edges, ends, strict=True)]
        return tuple(unit for units in each for unit in units) if all(each) else ()
    whole = mention(text, span)
    return (whole,) if _PLACES.match(whole.as_written) else ()


def _ending_alike(text: str, span: Span, registry: Registry) -> tuple[Mention, ...]:
    """Read 统计、税务等部门, also behind names that are whole: 乡镇政府和统计、税务等部门."""
    shared = SHARED.match(text, span.start, span.end)
    units = tuple(sharing(text, shared, registry)) if shared else ()
    if units:
        return units
    for cut in islice(BESIDE.finditer(text, span.start, span.end), _SPLITS):
        rest = SHARED.match(text, cut.end(), span.end)
        if rest is None or "、" not in rest["list"]:
            continue
        units = tuple(sharing(text, rest, registry))
        first = read_bodies(text, Span(span.start, cut.start()), registry) if units else ()
        if first:
            return (*first, *units)
    return ()
