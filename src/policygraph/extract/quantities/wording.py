"""The printed run of a figure, what it is about, and on what condition it holds."""

import re
from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.quantities.passage import Passage, closed_up
from policygraph.model.source import Span, span_of
from policygraph.registry.measures import Measures
from policygraph.registry.words import alternation

_LONGEST = 30  # characters of a printed run before its figure
_SUBJECT = (2, 24)  # characters of a subject, least and most
_WHO = 60  # characters that name who gets a sum, at most
_CONDITION = 60
_SHARE = expression("(?:总体|分别)?(?:比例|比率|占比|比重|面积|总量|数量)")
_LIST = expression("[、：:（(]")
_UNBROKEN = expression(r"[\d.．][\d.．万亿千百%元]|[万亿千百][万亿元]")
_PART = expression("[，,；;：:（）()]")
_BRACKET = expression(r"[（(][^（）()]{0,60}[）)]")
_YEAR = r"(?:19|20)\d\d年"
# words that a figure's name does not begin with; what follows tells some from others: 到, no 到期
_LEADING = expression(
    "^(?:及?以[上下内](?:的|并处?)?|左右|其中|以(?!太)|力争|确保|争取|逐步|尽快|而且|另外"
    "|到(?![期位岗])|使(?!用)|并处?(?![购网])|且|再(?![生就担])|将|可以?(?![再持支])|要(?!素)|对(?![外口])于?"
    "|由|至|今后|累计|实现|共(?![享同建有性])|即(?![时期])|从(?!业)|自(?![查评有筹建治然主动])|凡是?"
    f"|每[年月周天日]|每[家户个名人项亩件头只株羽张]|一次性|分别|{_YEAR}(?:度|底?前?)"
    "|和(?!谐)|及|或|与|的|原则上|推动|分阶段|享受|全年|同时|按照?规定|[-—–－~～、，,])+"
)
# words between a figure's name and the figure
_TRAILING = expression(
    "(?:从?具有|从?具备|的|为|是|达|在|至|到|每[家户个名人项亩件年月位株]|每平方米|分别|各|最高|最低|一次性|原则上"
    "|合计|累计|总计|首次|同口径|净增|冲刺|逼近|接近|跨越|迈上|跃上"
    "|(?<=[税值入资额])过|(?<=[比例度率])只|调整[为到至]|占指标权重|占(?!比)|按"
    "|(?<![占税])比上?年?|[比较](?:去年|上年)(?:同期)?|(?<![服])从|增长|同比|得|加|扣|应|可以?|要|将|已|就|均"
    "|不|约|且|满|连续|再|和|及|、|并?处以?|或|一式|不足|不满|未满|低于|高于|(?<![期年时权界上下有])限"
    rf"|享受|现行|目前|(?<![自理缘])由|[到至]?{_YEAR}[底末]?|增减|以|下降|降低|减少|削减|压降|压减|提高|上升"
    "|年均|种植面积)+$"
)
# what is left of words that name nothing
_NOTHING = expression(
    "(?:全[省市县区州国年]|当年|上?年度|[省市县区]?级?财政|另行|签订|合并|[省市县区]本级|规定|标准|拿出|安排|享受"
    "|基础上?|在.{0,12}基础上|基分|(?:情节|逾期|拒不|违反).{0,40}|第[、，]*(?:项行为.*)?"
    "|情况|同时|期间|总额|金额|数量|警告|罚款|种植|完成|制定|出台|修订)"
)
_NO_NOUN = expression(
    "给予|予以|进行|达到|达|占|纳入|并|且|和|及|与|或|享受|奖励|奖补|补助|补贴|实现|完成|通过|在|由|以|为|向|对|到|参与|参加|开展"
    "|获|取得|实施|按|均|全部|基本|左右|上下|标准|规模|组成|会议|方可|即可|可|应|不|进入|以上|以下|起"
)
_NO_SUM = "(?!标准|期限|面积|资金|金额|总额|对象)"
_GIVEN = expression(  # each way begins with a character, so that the search is fast
    f"给予|予以|奖补(?!标准|资金|总额|对象)|奖励{_NO_SUM}|补助{_NO_SUM}|补贴{_NO_SUM}|发放|安排"
)
_EACH_ITS = expression("分别|各(?=每?$|(?:给予|予以|安排)?(?:奖励|奖补|补助|补贴)?$)")
_SIGNS = expression("(?:提高|增加|增长|降低|下降|达|增|降|升|减|调整|控制|力争)[到至为]?")
_SINCE = expression(r"[比较]\s?(?:20\d\d年|上年|去年)(?:同期)?$")
_BASE = expression("按照?|参照|依照|依据|根据")
_ADDRESSED = expression(r"^.*?(?:对于?|凡是?|支持|鼓励)")
_BOUND = "及?以[上下内]|左右"
_NOUN = r"[\u4e00-\u9fff“”]"
_NOUN_ENDS = (  # 大型、中型企业: no end at 型、
    r"的|已|均(?!衡)|予以|进行|(?<!行)为|用于|参加|纳入|开展|达到|[，。；：,;:（）()]|(?<![性级型式])、|[、和及与](?=\d)|$"
)
_BEHIND = expression(
    rf"(?P<bound>(?:{_BOUND})?(?P<of>的)?)"
    rf"(?P<noun>(?!{_BOUND}|的){_NOUN}{{2,16}}?(?:(?<=[性级型式])、{_NOUN}{{2,12}}?)?)"
    rf"(?={_NOUN_ENDS})"
)
# 100个具有自主知识产权的品牌: the noun, and not what it has
_HEAD_NOUN = expression(
    "(?:具有|拥有|具备|符合|获得|承担|从事)[\u4e00-\u9fff、“”]{2,20}?的(?P<head>[\u4e00-\u9fff“”]{2,24}?)(?=[，。；：、）)]|[和及与]\\d|$)"
)
_GIVES = expression(_GIVEN.pattern + "|处以?[^，。；]{0,20}[元倍]")
_TO = expression(  # 对甲企业按设备投入的10%给予补助
    r"(?P<who>(?<![针面核])对[^，。；：对处]{2,60}?)(?:，?(?:按照?|再?给予|予以|再?奖励|补助|补贴|一次性|分别|各|每[家户个]))"
    r"[^。；]{0,60}$"
)
_FAR = 120  # characters of a sentence before a figure in which who gets it is named
_CONDITIONAL = expression(r"(?:的|者|后)$")
_WHO_ENDS = "(?:企业|单位|机构|个人|人员|平台|项目|园区|主体|户|者|基地|产品|团队|人才|学校|的)"
_GIVEN_TO = expression(
    rf"(?:给予|予以|奖励|补助|补贴|资助)(?P<who>[\u4e00-\u9fff]{{2,16}}?{_WHO_ENDS[:-4]}))"
    "(?:年度|每年|一次性|最高|最多|不超过|不高于|每[家户个人]|总额|共)*$"
)
_CHANGE = expression(
    r"，?(?:同比|环比|年均|[比较](?:上年|去年|20\d\d年)(?:同期)?)(?:平均)?(?:增长|下降|提高|提升|降低|上升|减少)[了约]?"
)
_FUND = expression("的?(?P<noun>[\u4e00-\u9fff“”]{2,20}?(?:资金|基金|经费|贷款))")
_GETS = expression(
    rf"(?:对于?|凡是?)?(?P<who>[^，。；：]{{2,60}}?{_WHO_ENDS})(?:再|各|均|分别|一次性|可|额外){{0,3}}(?:给予|予以)"
)
_OFFENCE = expression("[、第]|有下列|违反|情节|逾期|拒不|未按|擅自|造成|经责令")
_OFFENDER = expression(
    r"(?<![\u4e00-\u9fff])(?P<who>[\u4e00-\u9fff]{2,16}?(?:企业|单位|经营者|机构|人员|负责人|业主|场所|站))违反本?[^，。；]{2,40}(?:规定|之一)"
)
_OPENS = expression(r"^(?:对于?|凡是?|首次|连续|年度|新(?!增))")
_ADDRESSEE = expression(
    r"(?:对[^，。]{2,40}|的[^，。的]{0,14})(?:企业|单位|机构|个人|人员|平台|项目|园区|主体|户|产品|基地|中心|载体|农户|合作社|学校|团队|人才|市场|农场)$"
)
_PROCEDURE = expression(
    "经.{0,20}(?:认定|审核|批准|验收|同意|评审|确认|核定|评估|审定|备案)(?:合格|通过|同意)?后?的?$"
)


@lru_cache(maxsize=8)
def _comparators(measures: Measures) -> re.Pattern[str]:
    words = alternation(measures.words("at-most", "at-least", "reaches", "falls-to"))
    # 产值超亿元企业10家: what is compared is another figure
    number = "[十百千万亿]{1,2}元"
    return re.compile(rf"(?:{words})(?!生活|工资|标|{number})(?P<behind>[^，。；]{{0,14}})$")


@lru_cache(maxsize=8)
def _suffix(measures: Measures) -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{alternation(measures.words('or-more', 'or-less', 'about'))})")


@lru_cache(maxsize=8)
def _making(measures: Measures) -> tuple[str, ...]:
    return tuple(measures.words("makes"))


@lru_cache(maxsize=8)
def _made(measures: Measures) -> re.Pattern[str]:
    """每年新增上云企业: what is counted stands behind the verb."""
    return re.compile(rf"^.*(?:{alternation(measures.words('makes'))})(?=.)")


def printed_run(text: str, passage: Passage, measures: Measures) -> Span:
    """Give the run that a person would point to: from the piece of a list to 以上, 以内."""
    part, start = passage.part, passage.figure.start
    begin = max(part, start - _LONGEST)
    while begin > part and _UNBROKEN.match(text, begin - 1):
        begin -= 1  # no run begins inside a number
    for mark in _LIST.finditer(text, begin, start):
        begin = mark.end()
    while begin < start and text[begin].isspace():
        begin += 1
    suffix = _suffix(measures).match(text, passage.tail, passage.part_end)
    return span_of((begin, suffix.end() if suffix else passage.figure.end))


def subject_of(
    text: str, run: Span, passage: Passage, before: Passage | None, measures: Measures
) -> str | None:
    """Give the words of the run that name what is counted; None where it names nothing."""
    begin = max(run.start, before.tail) if before else run.start
    words = closed_up(text, begin, passage.figure.start)
    each = "各" in words or "分别" in words
    if each and _EACH_ITS.search(words):  # 国家级、省级中心分别给予…: the whole list is meant
        parts = _EACH_ITS.split(closed_up(text, passage.part, passage.figure.start))
        own = [piece for piece in _bounded(parts[-1], measures) if _named_words(piece)]
        words = own[0] if own else parts[0]  # 分别达到甲县220天: each has its own name
        words = _SINCE.sub("", words)
    words, bound = _bounded(words, measures)
    if text[begin - 1 : begin] in ("）", ")") and (not words or _SHARE.match(words)):
        words = _outside(text, passage.stop, begin) + words  # 水质优良（Ⅲ类）比例
    given, words = words, _named_words(words)
    if passage.figure.family in ("percent", "multiple"):
        share = _stripped(_GIVEN.split(given)[-1])  # 补贴保费70%
        return _named(share) or _named(words) or _named(_stripped(bound))
    if passage.figure.family not in ("count", "event"):
        return _named(words)
    behind = _BEHIND.match(text, passage.tail, passage.part_end)
    if behind and _is_counted(behind, passage):
        head = _HEAD_NOUN.match(text, behind.start("noun"), passage.part_end)
        return str(head["head"] if head else behind["noun"])
    made = _made(measures).sub("", words)
    making = _making(measures)
    if made == words and words.endswith(making):
        verb = next(verb for verb in making if words.endswith(verb))
        made = _stripped(words.removesuffix(verb))  # 上市公司年均新增25家
    return _named(made) or (behind["noun"] if behind else None)


def _bounded(words: str, measures: Measures) -> tuple[str, str]:
    """Cut words at the comparator; what stands behind it too: 给予|不超过|融资额."""
    match = _comparators(measures).search(words)
    if match is None:
        return words, ""
    behind = match["behind"]
    again = _comparators(measures).match(behind) if behind else None  # 最高|不超过
    return words[: match.start()], again["behind"] if again else behind


def _is_counted(behind: re.Match[str], passage: Passage) -> bool:
    """游览5个以上收费景区: what is counted stands right behind; 50人以上企业 counts persons."""
    if behind["noun"].count("“") != behind["noun"].count("”"):
        return False
    persons = passage.figure.unit.endswith("人") and behind["bound"]
    return not behind["of"] and not persons and not _NO_NOUN.match(behind["noun"])


def _named_words(words: str) -> str:
    """Leave of the words before a figure what names something.

    奖励甲园区20万元: what is rewarded stands behind the verb.
    """
    given = _stripped(words.rpartition("给予")[2]) if "给予" in words else ""
    parts = _GIVEN.split(words)
    return given or _stripped(parts[0]) or _stripped(parts[-1])


@lru_cache(maxsize=4096)  # a figure's words are looked at several times
def _stripped(words: str) -> str:
    words = _TRAILING.sub("", _LEADING.sub("", words))
    based = _LEADING.sub("", _TRAILING.sub("", _BASE.split(words)[-1]))
    words = based or _LEADING.sub("", _BASE.split(words)[0])
    return "" if _NOTHING.fullmatch(words) else words


def lacks_words(text: str, before: Passage, passage: Passage) -> bool:
    """Say whether between two figures nothing is named: …2万元以上，力争达2.2万元."""
    words = closed_up(text, before.tail, passage.figure.start)
    parts = _GIVEN.split(_SIGNS.sub("", words))
    return len(words) <= _LONGEST and not any(map(_stripped, parts))


def rises(text: str, passage: Passage) -> bool:
    """Say whether a figure is what another one rises or falls to: 由610元提高到620元."""
    return bool(_SIGNS.search(text, passage.part, passage.figure.start))


def _outside(text: str, stop: int, end: int) -> str:
    """优良天数比例（AQI达标率）达到94%: the words before the bracket that ends at ``end``."""
    begin = max(stop, end - 2 * _LONGEST)
    opened = max(text.rfind("（", begin, end), text.rfind("(", begin, end))
    return _PART.split(closed_up(text, begin, opened))[-1] if opened > begin else ""


def _named(words: str, most: int = _SUBJECT[1]) -> str | None:
    least = _SUBJECT[0]
    words = words if "”" in words else words.lstrip("“")
    whole = words.count("“") == words.count("”") and words.count("（") == words.count("）")
    return words if least <= len(words) <= most and whole else None


def before_bracket(text: str, passage: Passage) -> str | None:
    """物流中心（1分）: the words before the bracket that holds nothing but the figure."""
    alone = (
        passage.figure.family == "score" or not text[passage.part : passage.figure.start].strip()
    )
    if text[passage.part - 1 : passage.part] not in ("（", "(") or not alone:
        return None
    words = closed_up(text, max(passage.stop, passage.part - 2 * _LONGEST), passage.part - 1)
    return _named(_TRAILING.sub("", _LEADING.sub("", _PART.split(words)[-1])), _WHO)


def condition_of(text: str, passage: Passage) -> str | None:
    """Give the part of the sentence right before the figure's that says for whom or when."""
    end = passage.part
    if text[end - 1 : end] in ("）", ")") and text[end : end + 1] in ("后", "的"):
        end += 1  # 实现上市（含…）后奖励
    earlier = closed_up(text, passage.stop, end)
    if "（" in earlier or "(" in earlier:
        earlier = _BRACKET.sub("", earlier)
    before = _PART.split(earlier.rstrip("，,：:"))
    for words in reversed(before):
        is_one = _CONDITIONAL.search(words) or _OPENS.match(words) or _ADDRESSEE.search(words)
        if (
            is_one
            and len(words) <= _CONDITION
            and not _PROCEDURE.match(words)
            and not _GIVES.search(words)
        ):
            return words or None
    to = _TO.search(earlier[-_FAR:] + closed_up(text, passage.part, passage.figure.start))
    return to["who"] if to else None


def beneficiary(condition: str | None) -> str | None:
    """对当年首次“小升规”的工业企业 -> 当年首次“小升规”的工业企业; an offence is no one."""
    if not condition or _OFFENCE.match(condition):
        return None
    return _named(_LEADING.sub("", _ADDRESSED.sub("", condition)), _WHO)


def offender(text: str, passage: Passage) -> str | None:
    """供水企业违反本条例规定，…处…罚款."""
    match = _OFFENDER.search(text, passage.sentence, passage.figure.start)
    return match["who"] if match else None


def rate_of_change(text: str, before: Passage, passage: Passage) -> bool:
    """Say whether a figure is how much the one before it changed: 达51微克，同比下降1.9%."""
    words = closed_up(text, before.tail, passage.figure.start)
    return passage.figure.family == "percent" and bool(_CHANGE.fullmatch(words))


def fund(text: str, passage: Passage) -> str | None:
    """安排200万元电商发展专项资金: the name of a fund stands right behind its sum."""
    match = _FUND.match(text, passage.tail, passage.part_end)
    return match["noun"] if match else None


def recipient(text: str, passage: Passage) -> str | None:
    """凡未得到补助的茶企业给予一次性2万元奖励: who gets it stands right before the verb."""
    words = closed_up(text, passage.part, passage.figure.start)
    match = _GIVEN_TO.search(words) or _GETS.match(words)
    return _named(_LEADING.sub("", match["who"]), _WHO) if match else None
