"""What a figure is for: reward, subsidy, target, cap, floor, threshold, duration, quota ...

The words around a figure decide, the nearer the stronger. Each rule looks at one feature of
language; their order is the order in which one overrules the other.
"""

import re
from collections.abc import Callable

from policygraph.expression import expression
from policygraph.extract.quantities.conditions import BEHIND, is_condition
from policygraph.extract.quantities.passage import Passage
from policygraph.extract.quantities.words import Cues, Setting, Words, cues_of, words_around
from policygraph.model.facts import QuantityKind
from policygraph.registry.measures import Measures

_K = QuantityKind
_OF_MONEY = ("money", "percent", "multiple")
_OF_TIME = ("time", "age")
_COUNTED = ("count", "event")
# characters from the verb to its figure: a share is said of something (返还…失业保险费的50%)
_REACH = {"money": 14, "percent": 40, "multiple": 40}
_FAR = 80  # characters behind a figure in which it is given at a rate (按每人120元…的标准给予)
_MARK_REACHED = ("低于", "高于", "不足", "不满", "未达到", "达到", "超过")
_SMALLER = ("低于", "高于", "小于", "大于", "不足", "不满")
_ABOVE = ("大于", "高于", "超过", "多于", "大于等于")
_BELOW = ("小于", "低于", "少于", "不足", "不满")
_SUPPORTS = ("扶持", "支持", "资助")
_EACH = ("各", "分别")
_LIMITED_TO = ("限", "限养", "限购", "限种", "限领")
_RISES_OR_FALLS = ("提高", "增长", "提升", "上升", "下降", "降低", "减少", "压减", "削减", "压降")
_LIMITS = ("限额", "额度")
_SHORT_OF = ("不足", "不满", "未满", "不到")
_FIRST = expression(r"(?:前|第一至|首批)$")
_WEIGHT = expression(r"占[^，。；]{0,8}(?:权重|比重|总分|分值)?[^，。；]{0,2}$")
_OF_SUCH = expression(
    r"的[^，。；]{0,12}(?:企业|项目|单位|机构|主体|户|人员|平台|园区|个人|公司|设备|城市|地区|县|乡镇|村|社区|家庭|学校|医院)"
)
# 人口不超过100万的城市: who is meant, whichever way it is compared
_SUCH_ALONE = expression(
    "的[^，。；的]{0,6}(?:企业|单位|机构|主体|户|人员|公司|城市|地区|县|乡镇|村|社区|家庭|学校|医院)$"
)
_SUCH_AT_END = expression(_OF_SUCH.pattern + "$")
_CLAUSE = expression("[。；;]")
_DETAINED = expression("[^，。；]{0,12}(?:拘留|拘役|徒刑|监禁)")  # 处十日以上十五日以下拘留
_NO_FINE = expression("的(?![^，。；]{0,8}罚)")  # 罚款数额在五千元以上的，可以要求听证
_IN_FORCE = expression("现行|由原|由目前")  # 由现行每月610元: no aim
# 由…9个部门组成, 对…等130项做法给予表扬: how many they are
_MEMBERS = expression(
    "[^，。；]{0,10}[组构]成|[^，。；]{0,20}(?:给予|予以)(?:表扬|表彰|通报|公布|嘉奖)"
)
_LIMITED = expression("的(?![^，。；]{0,6}(?:目标|水平|标准|规模|要求|基础|比例))[^，。；的]{1,8}$")
_DONE = expression("(?<![前以])已(?![有批建])|已经|目前")
_SPENT = expression("用于|用作|用以|归|划归|划转")
_GIVEN_BY = expression(r"，?由[^，。；]{0,14}?(?:奖励|奖补|补助|补贴|扶持|返还|给予)")


def kind_of(
    text: str, passage: Passage, before: Passage | None, setting: Setting, measures: Measures
) -> QuantityKind:
    """Say what a figure is for."""
    cues = cues_of(measures)
    words = words_around(text, passage, before, cues)
    if words.family == "score":
        return _score(words)
    if setting.dealt is not None:
        return _K.QUOTA if setting.dealt else _K.COUNT
    if words.family in _OF_TIME:
        is_counted = "天数" in words.part or words.family == "age"
        if words.suffix and _DETAINED.match(words.after):
            return _K.FLOOR if words.or_more else _K.CAP
        return _days(words, setting) if is_counted else _time(words, setting, cues)
    for rule in _RULES:
        kind = rule(words, setting, cues)
        if kind:
            return kind
    return _K.RATE if words.family in ("percent", "multiple") else _K.COUNT


def _score(words: Words) -> QuantityKind:
    """得2分, 最高加3分, 低于60分的."""
    if words.at_most:
        return _K.CAP
    bounded = words.suffix or words.at_least or words.lead.endswith(_MARK_REACHED)
    return _K.THRESHOLD if bounded else _K.SCORE


def _time(words: Words, setting: Setting, cues: Cues) -> QuantityKind:
    """最长不超过3年, 1年以上劳动合同, 注册满3年, 连续2年."""
    if words.at_most:
        return _K.THRESHOLD if setting.in_conditions else _K.CAP
    exceeded = words.reaches and words.after.startswith("的")  # 期限超过三十日的
    if words.or_more or exceeded:
        return _K.THRESHOLD
    if words.lead.endswith(_SHORT_OF) or _elapsed(words, cues):
        return _K.THRESHOLD
    if words.suffix:
        return _K.DURATION
    if words.at_least:
        return _K.THRESHOLD if is_condition(words, setting, cues) else _K.FLOOR
    is_term = words.lead.endswith("满") and not words.after.startswith("后")
    return _K.THRESHOLD if is_term else _K.DURATION


def _days(words: Words, setting: Setting) -> QuantityKind:
    """优良天数达到250天: days that are counted; 预期寿命达到80岁, but 60周岁的人员."""
    if words.family == "age" and not (setting.has_goal or "寿命" in words.part):
        bounded = words.at_most and not setting.in_conditions
        return _K.CAP if bounded else _K.THRESHOLD
    if words.at_most or words.or_less:
        return _K.CAP
    return _K.TARGET if setting.has_goal or words.reaches or words.at_least else _K.COUNT


def _elapsed(words: Words, cues: Cues) -> bool:
    """毕业2年内的高校毕业生: how long ago something may have been for who is meant."""
    said = words.lead.endswith(cues.elapsed)
    return bool(words.suffix) and words.or_less and said and bool(words.after)


def _penalty(words: Words, _setting: Setting, cues: Cues) -> QuantityKind | None:
    """处五万元以上十万元以下罚款."""
    if words.family not in _OF_MONEY or not words.suffix or _NO_FINE.match(words.after):
        return None
    if words.family != "money" and not words.after.startswith(("罚款", "的罚款")):
        return None
    near = words.after[:12] + "，" + words.part[-12:]
    if not words.part.endswith("处") and not cues.penalty.search(near):
        return None
    return _K.FLOOR if words.or_more else _K.CAP


def _condition(words: Words, setting: Setting, cues: Cues) -> QuantityKind | None:
    """年纳税额超过500万元的企业，给予奖励; 厚度低于0.01毫米的地膜."""
    smaller = words.lead.endswith(_SMALLER) and not setting.has_goal
    if smaller and not words.at_least and not words.at_most and _LIMITED.match(words.after):
        return _K.THRESHOLD
    return _K.THRESHOLD if is_condition(words, setting, cues) else None


def _at_most(words: Words, setting: Setting, cues: Cues) -> QuantityKind | None:
    if words.suffix.startswith(_LIMITS):
        return _K.CAP
    limited = words.family in _COUNTED and words.lead.endswith(_LIMITED_TO)
    if not words.at_most:
        return _K.CAP if limited else None
    meant = _SUCH_ALONE.match(words.after) and not setting.has_goal
    given = cues.given.search(words.part) or cues.gives.search(words.part)
    return _K.THRESHOLD if meant and not given and not words.suffix else _K.CAP


def _attribute(words: Words, setting: Setting, cues: Cues) -> QuantityKind | None:
    """年纳税额500万元以上的企业: what only such a thing is."""
    may_be = not words.suffix and words.family in ("money", "size")
    if may_be and _OF_SUCH.match(words.after):
        return None if cues.given.search(words.after[:BEHIND]) else _K.THRESHOLD
    if (words.suffix or words.at_least) and _SUCH_AT_END.search(words.after):
        is_aim = words.family in _COUNTED and cues.aims.search(words.part)
        return None if is_aim else _K.THRESHOLD
    if not words.suffix or not words.after or cues.goal.search(words.after[:8]):
        return None
    if words.family in _COUNTED and (cues.aims.search(words.part) or setting.yearly):
        return None
    named = words.after.startswith("的") and len(words.after) > 1
    if named and (cues.given.match(words.after, 1) or cues.support.match(words.after, 1)):
        return None  # 给予投资20%以内的扶持
    direct = words.family in ("money", "size", *_COUNTED) and "\u4e00" <= words.after[0] <= "\u9fff"
    return _K.THRESHOLD if named or direct else None


def _share(words: Words, _setting: Setting, _cues: Cues) -> QuantityKind | None:
    """奖补资金的80%用于平台建设: part of a sum, and nothing that is given on top of it."""
    bounded = words.suffix or words.at_least or words.at_most
    if words.family != "percent" or bounded or not _SPENT.match(words.after):
        return None
    return _K.RATE


def _at_least(words: Words, setting: Setting, cues: Cues) -> QuantityKind | None:
    """给予不低于30%的补助, 安排专项资金不少于500万元."""
    if not words.at_least or words.suffix or words.family not in _OF_MONEY or setting.has_goal:
        return None
    given = cues.given.search(words.part + words.after[:BEHIND]) or cues.support.search(
        words.part + words.after
    )
    return _K.FLOOR if given else None


def _supported(words: Words, _setting: Setting, _cues: Cues) -> QuantityKind | None:
    """对验收达标的养殖场，各扶持30万元."""
    is_sum = words.family == "money" and not words.suffix
    return _K.SUBSIDY if is_sum and words.lead.endswith(_SUPPORTS) else None


def _given(words: Words, setting: Setting, cues: Cues) -> QuantityKind | None:
    """给予20万元奖励, 每户补贴3000元, 按20万元/户的标准，给予奖励."""
    if words.family not in _OF_MONEY or words.suffix:
        return None
    near = cues.given.search(words.after[:BEHIND]) or _last(
        cues.given, words.lead[-_REACH[words.family] :]
    )
    if near is None and ("按" in words.part or cues.gives.search(words.part)):
        near = cues.given.search((words.after + words.rest)[:_FAR])
    if near is None and words.family == "percent" and _GIVEN_BY.match(words.rest or words.after):
        return _gift(cues.given.search(words.rest[:24]), cues)
    if near:
        return _gift(near, cues)
    listed = words.part != words.lead or "标准" in words.part or words.lead.endswith(_EACH)
    found = _last(cues.given, words.part) if listed else None
    if found:
        return _gift(found, cues)
    if "给予" in words.part or "予以" in words.part or cues.support.search(words.after[:BEHIND]):
        return _gift(_last(cues.given, words.earlier) or cues.given.search(setting.heading), cues)
    return None


def _given_before(words: Words, _setting: Setting, cues: Cues) -> QuantityKind | None:
    """发放补贴，其中本科3万元，硕士5万元."""
    is_sum = words.family == "money" or words.after.startswith("的标准")
    if words.suffix or not is_sum:
        return None
    found = _last(cues.given, _CLAUSE.split(words.earlier)[-1])
    return _gift(found, cues) if found else None


def _gift(word: re.Match[str] | None, cues: Cues) -> QuantityKind:
    return _K.REWARD if word and word.group() in cues.rewards else _K.SUBSIDY


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    *_, found = (None, *pattern.finditer(words))
    return found


def _weight(words: Words, setting: Setting, _cues: Cues) -> QuantityKind | None:
    """静态占30%."""
    bounded = words.suffix or words.at_least or words.reaches
    if words.family != "percent" or bounded or setting.has_goal:
        return None
    return _K.RATE if _WEIGHT.search(words.lead) else None


def _first(words: Words, _setting: Setting, _cues: Cues) -> QuantityKind | None:
    """前10名."""
    return _K.QUOTA if words.family in _COUNTED and _FIRST.search(words.lead) else None


def _compared(words: Words, setting: Setting, _cues: Cues) -> QuantityKind | None:
    """宽度大于五十米的道路, 高度超过二十四米时; 高于百分之十的比例 is what must be given."""
    negated = words.at_least or words.at_most  # 提供不少于两次的培训
    if setting.has_goal or negated or not words.lead.endswith(_ABOVE + _BELOW):
        return None
    if words.after.startswith("的比例"):
        return _K.FLOOR if words.lead.endswith(_ABOVE) else _K.CAP
    return _K.THRESHOLD if words.after.startswith(("的", "时")) else None


def _aim(words: Words, setting: Setting, cues: Cues) -> QuantityKind | None:
    """每年新增100户, 到2025年底达到260家."""
    was_done = not setting.has_goal and (words.lead.endswith("了") or _DONE.search(words.part))
    if words.or_less or was_done or _MEMBERS.match(words.after) or _IN_FORCE.search(words.lead):
        return None
    if words.unit == "次" and not (setting.has_goal or words.suffix or words.at_least):
        return _K.COUNT  # how often, not how much
    if setting.has_goal or setting.yearly:
        return _K.TARGET
    if words.family == "money" and words.at_least:
        return _K.FLOOR
    if words.family in ("percent", "multiple"):
        reached = cues.reaches.search(words.lead[-12:])
        changes = words.lead.endswith(_RISES_OR_FALLS) or words.lead.startswith(_RISES_OR_FALLS)
        return _K.TARGET if reached or changes else None
    return _K.TARGET if cues.aims.search(words.part) else None


def _bounded(words: Words, _setting: Setting, _cues: Cues) -> QuantityKind | None:
    """30%以上, 不低于80%, 10%以内."""
    if words.or_less:
        return _K.CAP
    return _K.FLOOR if words.suffix or words.at_least else None


_Rule = Callable[[Words, Setting, Cues], QuantityKind | None]
_RULES: tuple[_Rule, ...] = (
    _penalty,
    _condition,
    _at_most,
    _attribute,
    _share,
    _at_least,
    _supported,
    _given,
    _weight,
    _first,
    _compared,
    _aim,
    _bounded,
    _given_before,
)
