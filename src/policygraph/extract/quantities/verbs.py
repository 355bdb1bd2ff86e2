"""What is done to what is counted is no part of its name: 盘活工业用地3000亩, 实现产值20亿元."""

from collections.abc import Sequence

from policygraph.expression import expression
from policygraph.extract.quantities.passage import Passage, closed_up
from policygraph.model.facts import QuantityKind

_K = QuantityKind
_DONE = frozenset((_K.TARGET, _K.COUNT))  # a condition or a grant is for 新建大棚
_SHARES = ("percent", "multiple")
_HUNDREDS = "百千万"
_MOST = 30  # characters between two figures that are about one thing
_SAID = r"(?:预计|年内|当年|全年|今年|加快|继续|积极|着力|大力|全面|稳步|持续|统筹|推进(?!率))"
_NO_NAME = (  # 完成率, 改造面积, 接待能力 are names
    r"(?![率量额值数度者化后的及和或、区时期成幅至]|到(?!位)|面积|项目|工程|方案|计划|资金|任务|主体|机构"
    r"|企业|外资|能力|体系|水平|效|提升|升级|意见|中心|周期|进度|标准(?!化))(?=.{2})"
)
_DOING = expression(
    rf"{_SAID}*(?:组织实施|组织|实施|盘活利用|盘活|腾退|招引|引进|形成|争取|完成|新建|改造|改建|扩建|治理|整治"
    rf"|修复|修缮|接待|冲刺|储备|谋划|培育壮大|培育|打造|化解|(?:公开)?招聘"
    rf"|申请|(?:成功)?申报|新?聘任|(?:纳入|列入)(?!.*的)|获批|落实){_NO_NAME}"
    r"|(?:预计|年内|全年)+(?=.{2})"
)
_CHANGING = expression(rf"{_SAID}*(?:压减|降低|提高){_NO_NAME}|(?:预计|年内|全年)+(?=.{{2}})")
_BRINGING = expression(rf"(?:引进|培育|打造){_NO_NAME}")  # 培育营业收入超10亿元企业
_OF_PLACE = expression(
    r"(?:全[省市县区州国镇乡年]|[我本][省市县区州镇乡]|[省市县区]属|今年|全年|年内|当年|预计|力争)*"
)
_ACHIEVED = expression(
    r"^(?P<whose>[^的]{0,16}?)(?<![已应未须需可])(?:实现|完成)"
    r"(?P<what>(?![数量额值时]|比例|比重|情况)[^的率度]{2,16})$"
)
_PER = expression(
    r"^每[百千万](?:常住)?(?:人口?|户|名[\u4e00-\u9fff]{1,4}?[人童口])(?:拥有|占有|的)?"
)
_WHOSE = expression("(?:其(?![他它余中])|该?(?:项目|企业)的|土地的)(?=.{2})")
_WHOSE_BEGINS = frozenset("其该项企土")
_SUFFIX = r"(?:[（(][^（）()]{1,12}[）)])?(?:及?以[上下内]|左右|以内|上下)?"
_GROWS = expression(
    rf"{_SUFFIX}[，、]?(?:并|且)?(?:同比|环比|同口径|可比口径|年均|平均|按可比价格?计算，?|[比较](?:上年|去年|前年|20\d\d年)(?:同期)?)*"
    r"(?:分别)?(?:净增长?|增长|增加|增收|下降|提高|提升|降低|上升|减少|回落|递增)[了约近]?"
)
_REACHES = expression(
    rf"{_SUFFIX}，(?:并|且)?(?:力争|争取|确保|努力|冲刺|总量|总额|总数|总值|规模)+(?:达到?|突破|超过?|实现|逼近|接近)?约?"
    rf"|{_SUFFIX}，(?:并|且)?(?:达到?|突破|超过?|逼近|接近)约?"
)


def without_verb(
    name: str | None, kind: QuantityKind, family: str, per: Sequence[str]
) -> str | None:
    """Give the name of what is counted without what is done to it and what it is counted by.

    新兴产业实现产值 is 新兴产业产值; of 全县实现产值 the place is no part of the name.
    """
    if name is None:
        return None
    if name.startswith("每") and any(each[0] in _HUNDREDS for each in per):
        name = _PER.sub("", name)  # 每千人口托位数4.1个 has the unit 个/千人口
    name = _bare(name, kind, family)
    whose = _WHOSE.match(name) if name[:1] in _WHOSE_BEGINS else None
    return name[whose.end() :] if whose else name or None


def _bare(name: str, kind: QuantityKind, family: str) -> str:
    if kind is _K.THRESHOLD and family == "money":
        done = _BRINGING.match(name)
    elif kind not in _DONE:
        return name
    elif achieved := _ACHIEVED.match(name) if "实现" in name or "完成" in name else None:
        return _OF_PLACE.sub("", achieved["whose"], count=1) + achieved["what"]
    else:
        done = (_CHANGING if family in _SHARES else _DOING).match(name)
    return name[done.end() :] if done else name


def same_thing(text: str, before: Passage, passage: Passage) -> bool:
    """Say whether a figure is how much the one before it grew, or what it is to reach.

    总值超过2100亿元，增长8.8%; 收入增长5%以上，确保65亿元; 收入38亿元，净增5亿元.
    """
    words = closed_up(text, before.tail, passage.figure.start)
    if len(words) > _MOST:
        return False
    one, other = before.figure.family, passage.figure.family
    apart = before.figure.unit != passage.figure.unit  # 提高1.2个百分点，达到58%
    if other in _SHARES and _GROWS.fullmatch(words):
        return one not in _SHARES or apart
    if one in _SHARES and apart:
        return bool(_REACHES.fullmatch(words))
    return not apart and "净增" in words and bool(_GROWS.fullmatch(words))
