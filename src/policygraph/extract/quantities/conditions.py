"""Whether a figure is the condition for something: 年纳税额超过500万元的企业，给予奖励."""

from policygraph.expression import expression
from policygraph.extract.quantities.words import Cues, Setting, Words

BEHIND = 16  # characters behind a figure in which its verb stands (20万元的一次性奖励)
_THEN = expression("的(?:即可|均?可(?!持续)|方可|按|视为|给予|予以)")
_ABOVE = expression("(?:以上)?的?部分")  # 超过2万元的部分
_ABOVE_BEGINS = frozenset("以的部")
_DEFINES = expression("[是场业户村者位类]指")  # 大型养殖场指存栏达到5000头以上
_GIVEN_FOR = expression(r"(?:的)?(?:每[个家户])?(?:补助|补贴|奖励|奖补|给予)\d")
_OVER_BRACKET = expression(r"[（(][^（）()]{0,60}[）)][^，。；：]{0,39}的(?=[，。；：]|$)")
_OUT_OF_BRACKET = expression(r"[）)][^，。；：（）()]{0,40}的[，,；]")
_POINTS = r"\d{1,3}(?:\.\d)?分"
_SCORED = expression(rf"[（(]{_POINTS}|[，,；;][^。]{{0,40}}[得加扣]{_POINTS}")
_GOES_ON = frozenset("（()），,；;")  # with which what stands behind the part is looked at
# 营业收入超10亿元企业5家: what such a thing has
_SUCH_COUNTED = expression(
    r"(?:[、或][\d.]{1,6}[万亿]{0,2}美?元)?(?:级|的)?[\u4e00-\u9fff]{0,6}"
    r"(?:企业|项目|园区|集群|产业|平台|基地|市场|合作社|镇|村)(?:\d|奖励|补助|补贴|给予|予以)"
)
_ABOUT = expression(r"(?:对于?|凡|凡是|符合|经|连续|年)")


def is_condition(words: Words, setting: Setting, cues: Cues) -> bool:
    """Say whether the part that holds a figure is the condition for what follows."""
    if (
        words.after[:1] in _ABOVE_BEGINS
        and _ABOVE.match(words.after)
        and not words.at_most
        and (words.over or words.reaches or words.suffix)
    ):
        return True
    of = words.after.startswith("的")
    if of and _THEN.match(words.after) and not words.at_most and not cues.gives.search(words.lead):
        return bool(words.suffix or words.reaches or words.ranged)
    if words.after.endswith("的") and len(words.after) <= 40:
        return not cues.given.search(words.after)
    if _is_plain(words, setting):
        return True
    compared = words.suffix or words.reaches or words.at_least or words.at_most or words.ranged
    if not compared or setting.in_conditions:
        return bool(compared)
    return not (setting.has_goal or setting.yearly) and _rewarded_later(words, cues)


def _is_plain(words: Words, setting: Setting) -> bool:
    """A definition (…是指), a bracket that goes on, points, a tier (300—499头补助10万元)."""
    compared = words.suffix or words.reaches or words.ranged
    if compared and not setting.has_goal and _DEFINES.search(words.earlier[-60:] + words.part):
        return True
    if words.family == "money" and words.over and _SUCH_COUNTED.match(words.after):
        return True
    if words.ranged and _GIVEN_FOR.match(words.after):
        return True
    if words.rest[:1] not in _GOES_ON:
        return False
    if _OVER_BRACKET.match(words.rest) or _OUT_OF_BRACKET.match(words.rest):
        return True
    return bool(_SCORED.match(words.rest[:60]))


def _rewarded_later(words: Words, cues: Cues) -> bool:
    """对年度纳税额超过500万元的企业，…给予奖励: compared first, given afterwards."""
    behind = words.after[:BEHIND].lstrip("的").partition("的")[0]
    if cues.gives.search(words.lead) or cues.gives.search(behind):
        return False
    is_about = bool(_ABOUT.match(words.part))
    is_bound = not words.at_most and bool(words.reaches or words.suffix or words.ranged)
    return (is_about or is_bound) and bool(cues.gives.search(words.rest))
