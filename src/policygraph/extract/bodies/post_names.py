"""Names of posts: 市财政局党组书记 -> 市财政局 + 党组书记; 副市长 -> (市政府) + 副市长.

A personal name never gets through: what is given is a unit that reads as one and a word for a
post; all that stands before, between or behind is left out.
"""

from dataclasses import dataclass, replace

from policygraph.expression import expression
from policygraph.extract.bodies.persons import without_person
from policygraph.extract.bodies.units import is_unit
from policygraph.extract.reading import Mention
from policygraph.model.source import Span, span_of
from policygraph.registry.registry import Registry

_HEAD = (
    "[省市县区州盟旗乡镇村部厅局司处科股院校所站社行关会组馆台园场厂矿团庭署段班]长|[支大总中]?队长"
    "|书记|主任委员|委员长|主任科员|主任|主席|主委|政治委员|政委|常委|委员|检察长|秘书长|理事长|监事长"
    "|董事长|参谋长|指挥长|司令员|总理|专员|总经理|经理|总裁|总监|(?:工程|经济|会计|规划|农艺|畜牧|统计|审计"
    "|设计|兽医|建筑)师|总工|调研员|巡视员|督查员|督导员|督学|科员|参事|负责人|负责同志|领导同志|领导"
    "|(?<=党组)成员|(?<=党委)成员|(?<=班子)成员|(?<=会议)成员|(?<=[有相]关)人员|组织员|联络员|干事"
)
_RANK = (
    "第一|常务|执行|专职|兼职|挂职|名誉|首席|主要|分管|有关|相关|主管|代理|[一二三四]级"
    "|[正副][省部厅局县处科]级|副|总|正|代"
)
_PARTY = "党组|党委|党工委|党总支|党支部|班子|纪检组|党|[部院局]务会议|书记处"
_CHARGE = r"(?:协助)?(?:分管|负责|协管|主管|联系|协调)[\u4e00-\u9fff、]{1,30}?的"
_WORDS = rf"(?:{_CHARGE})?原?(?:{_PARTY})?(?:{_RANK}){{0,4}}(?:{_HEAD})(?:助理)?"
_POST = expression(rf"(?P<post>{_WORDS})$")
_POST_BEFORE_NAME = expression(rf"(?P<post>{_WORDS})(?:同志)?(?P<name>[\u4e00-\u9fff]{{2,4}})$")
_NO_NAME = expression("[级等以和与及为任的会办由在各]|同志|负责|小组")
_LEADING_CHARGE = expression(_CHARGE)
_GOVERNMENT = expression(r"([省市县区州盟旗乡镇])长(?:助理)?$")
_PLACE_END = expression(r"[省市县区州盟旗乡镇村]$")
_LEVELS = ("自治区", "自治州", "兵团", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡")
_LEVEL_INSIDE_NAME = (
    "中共", "共青团", "团省委", "团市委", "团县委", "团区委", "各", "高新区",
    "开发区", "经开区", "街道", "国防", "供电", "军分区", "武装部", "人武部",
)  # fmt: skip
_OUTSIDE = (
    "军分区",
    "警备区",
    "支队",
    "大队",
    "中队",
    "供电公司",
    "分行",
    "支行",
    "调查队",
    "监管分局",
)
_ELIDED = "部厅局司处科院校所站社队行"  # 财政局长 stands for 财政局局长
_PARTY_ORGANS = ("组织部", "宣传部", "统战部", "政法委", "办公室")
_NO_UNIT = expression("[·•]|书记(?!处)|主任(?!委员)|[局厅部处科院校行]长|调研员|巡视员|负责人|同志")
_ETC = expression("等(?:相关|有关|各)?(?:部门|单位|成员单位)?$")
_LEVEL_INSIDE = expression(
    r"[\u4e00-\u9fff]{1,4}[省市县区](?:委|政府|人大|政协|[\u4e00-\u9fff]{2,12}[局委办厅])"
)
_NO_SURNAME = ("宗教", "金融", "方志", "史志", "石油", "石化", "路政")
_SURNAMES = frozenset(  # those of nine in ten persons, and the commonest of the rest
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋"
    "蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎"
    "段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄"
    "聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲"
    "翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆司卓古吉缪简车项连芦麦褚娄"
    "窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋刁沙荣巫寇桑郎甄"
    "丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀胥郁南班储原"
)


@dataclass(frozen=True, slots=True)
class Seat:
    """A unit and a post of it, as one piece of a list says them.

    Attributes:
        unit: as printed; None where none is.
        post: as printed.
        at: the characters of both, without any name.
        named: a personal name is glued to the piece; it is not kept.
    """

    unit: str | None
    post: str
    at: Mention
    named: bool = False


def read_seat(piece: Mention, registry: Registry) -> Seat | None:
    """Read a piece of a list as a unit and a post; None where it is something else."""
    words = piece.as_written
    match, named = _POST.search(words), False
    if match is None:
        match, named = _POST_BEFORE_NAME.search(words), True
        if match is None or _NO_NAME.search(match["name"]):
            return None
    unit, post = words[: match.start("post")], match["post"]
    charge = _LEADING_CHARGE.match(unit)
    skipped = charge.end() if charge else 0
    if unit[skipped:] in _LEVELS and _GOVERNMENT.search(post):
        skipped = len(unit)  # 县常务副县长
    unit = _elided(_ETC.sub("", unit[skipped:]), post, registry)
    if unit and not reads_as_unit(unit, registry):
        return None
    return Seat(unit or None, post, _part(piece, skipped, match.end("post")), named)


def _elided(unit: str, post: str, registry: Registry) -> str:
    """市财政 before 局长 is 市财政局: the character is printed once for both."""
    if len(unit) < 2 or post[0] not in _ELIDED or reads_as_unit(unit, registry):
        return unit
    bare = without_person(unit, registry.words)
    return bare if bare != unit else unit + post[0]


def _part(piece: Mention, start: int, end: int) -> Mention:
    """Give characters ``start`` to ``end`` of a mention, with their places in the source."""
    spans: list[Span] = []
    passed = 0
    for span in piece.spans:
        length = span.end - span.start
        first, last = max(start - passed, 0), min(end - passed, length)
        if first < last:
            spans.append(span_of((span.start + first, span.start + last)))
        passed += length
    return Mention(piece.as_written[start:end], tuple(spans))


def reads_as_unit(name: str, registry: Registry) -> bool:
    """Say whether a name ends as the name of a unit or of a place does, and holds no post."""
    if len(name) < 2 or _NO_UNIT.search(name):
        return False
    return is_unit(name, registry.words) or bool(_PLACE_END.search(name))


def begins_as_unit(name: str, registry: Registry) -> bool:
    """Say whether a name begins as the name of a unit does, so that no personal name leads it."""
    words, departments = registry.words, registry.departments
    if name.startswith((*_LEVELS, *_LEVEL_INSIDE_NAME, *words.own_prefixes, *words.group_heads)):
        return True
    if departments.knows(name):
        return True
    place = registry.places.at_start(name)
    if place is None:
        return False
    rest = name[place[1] :]  # 高平 may be a place and a person: 高平 + 安市财政局 is none
    if rest.endswith(_OUTSIDE):
        return True
    whole = bool(_PLACE_END.search(name[: place[1]])) or not rest
    return whole or (departments.knows(rest) and not departments.knows_nationally(rest))


def may_begin_with_name(unit: str, registry: Registry) -> bool:
    """Say whether part of a personal name may stand before a unit: 红市委, 李四市教育局."""
    if begins_as_unit(unit, registry) or unit.startswith(_NO_SURNAME):
        return False
    return unit[0] in _SURNAMES or bool(_LEVEL_INSIDE.match(unit))


def with_unit(seat: Seat, before: Seat | None) -> Seat:
    """Supply the unit that a piece leaves out: 副市长 -> 市政府; 局长 -> that of the post before.

    ``before`` is the seat of the same person that stands before it.
    """
    above = before.unit if before else None
    if seat.unit in _PARTY_ORGANS and above and above.endswith("委") and len(above) <= 4:
        return replace(seat, unit=above + seat.unit)  # 市委常委、宣传部部长
    if seat.unit == "自治区":
        return replace(seat, unit="自治区政府")
    if seat.unit is not None:
        return seat
    government = _GOVERNMENT.search(seat.post)
    return replace(seat, unit=f"{government[1]}政府" if government else above)
