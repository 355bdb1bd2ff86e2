"""What a clause does with a document it cites: rests on it, carries it out, amends, repeals it."""

import re
from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.citations.stated_bases import is_stated_basis
from policygraph.extract.reading import Reading
from policygraph.extract.works.fates import RELATIONS
from policygraph.extract.works.lists import document_lists
from policygraph.model.facts import Relation
from policygraph.model.source import Span
from policygraph.model.structure import BlockKind
from policygraph.registry.words import Words, alternation

_RUNNING = frozenset((BlockKind.ITEM, BlockKind.TEXT, BlockKind.PREAMBLE, BlockKind.CLOSING))
_CARRIED_OUT = ("落实", "贯彻落实", "贯彻执行")  # 强化《…》落实
_BEFORE = 60  # characters before a title in which its relation is said
_AFTER = 40
_NEAR = 10  # characters between a title and the word that repeals it
_PAUSE = expression("[，,]")
_ISSUED_BY = expression(  # 废止1999年8月24日某部、某局联合发布的《…》
    r"[：:]?(?:(?:19|20)\d\d年|由|原|[\u4e00-\u9fff]{2,12}[部局委厅院署办])[^，,。；：《》]{0,60}?"
    r"(?:联合)?(?:发布|公布|印发|颁布|制定|下发|发)的原?[、和及与]{0,2}"
)
_REST = expression(  # 其他事项仍按《…》执行: what stays as it is rests on nothing new
    "其[他它余][^，,。；《》]{0,10}(?:仍|继续|均)[^，,。；《》]{0,6}(?:按照?|执行|依照)[^，,。；《》]{0,4}$"
)
_INTENDS = 24  # characters before a title in which it is said that nothing has been done yet
_NOT_YET = expression("提请|不得|不应|不予|未经|拟(?!定)|建议|计划|适时|是否|可以|前[继仍]|前，?仍")
_BROUGHT_OUT = ("印发", "转发", "批转", "制定了", "编制了")
# 2022年3月，省政府印发《…》: another document did
_BY_OTHERS = expression(
    r"(?:(?:党中央|国务院|中央|办公厅|人民政府|[省市]政府|[局委厅部])(?:等\w{0,4}部门)?|\d{1,2}月|年|先后|此前|近日)(?:联合)?\Z"
    r"|(?:加快|抓紧|尽快|适时|推动)(?:制定|出台)?\Z"  # has not been brought out yet
)
_NOT_DONE = expression(r"(?:不再|停止|暂停|暂不|暂时调整|暂时停止)\Z")
_IN_HAND = expression(
    r"(?:正在|抓紧|研究|加快|尽快|推[动进]|组织|配合|启动|及时)[^，,。；]{0,6}修[改订][^，,。；]{0,6}\Z"
    r"|修[改订]完善\Z"
)
_CALLED = expression(r"^\s*[（(](?:以下|下称|简称|统称)[^（）()]{1,40}[）)]")
_UNITS = expression(r"^\s*(?:中的?|的)?\s*原?第[^，,。；《》“增]{1,40}[条款项](?!例)")
_ON_A_DAY = expression(r"自[^，,。；《》]{1,16}?(?:之日|日)起?(?:同时|予以)?")
_FROM_A_DAY = expression(r"自[^，,。；《》]{1,16}?之日起[，,]?$")  # 自本规定实施之日起，《…》
_TO_CHANGE = expression(r"(?P<struck>删去|删除)原?$|[将把对在]原?$")
_CHANGES = frozenset("去除原将把对在的")  # in which such words end
_OF_BODIES = expression("[将把对][^，,。；《》]{1,30}[发定布]的$")  # 将我局印发的《…》第七条…
_ADJUSTED = expression("(?:决定|[现就]|研究)[^，,。；《》]{0,8}调整原?$")  # 决定调整《…》
_CHAINED = ("、", "和", "及", "与", "》", "）", ")")
_DECIDES = expression("(?:决定|[现就]|我[们局部厅委办院])[^，,。；《》]{0,6}对$")
_ADJUSTS = expression(
    r"[^，,。；《》]{0,40}(?:进行|予以|作出?)(?:相应|适当|部分)?(?:调整|修[订改正])"
)
_TITLES = expression(
    r"(?:《[^《》]{1,240}》(?:\s*[（(][^（）()]{1,60}[）)])?[、和及与]?\s*){1,20}$"
)
_OURS = expression(
    "(?:我[们局部厅委办院市省县区]|本[局部厅委办院])[^，,。；《》]{0,12}对[^，,。；《》]{0,20}$"
)
_REVISED = expression(r"\s*(?:进行|作|做)了?[^，,。；《》]{0,6}修[订改正]")
_CHANGED = expression(
    r"\s*(?:[中里]的?|的)?\s*(?:“[^”]{1,80}”)?[^，,。；“”《》]{0,8}"
    r"(?:修改[为成]|改[为成]|删去|删除|替换[为成]|调整[为成]|增加[一二三四五][条款项])"
)
_AND_MORE = expression(  # 《…》等14件规章予以废止: said of all of them
    r"^\s*等\s?[\d两二三四五六七八九十百]{1,5}\s?[件个部份项][^，,。；《》]{0,16}?(?=予以|进行|作|同时|自|一并|废止|失效|修改)"
)
_APPROVED = expression(  # 《…》已经市政府审定通过。现印发给你们
    r"[^。；《》]{0,80}(?:通过|同意|审定|审议|研究|批准)[^。；《》]{0,10}。\s*现(?:予以?)?(?:将其)?(?:印发|公布|发布|转发)"
    r"|(?:已经|已于|业经|已由)[^。；《》]{4,160}?(?:通过|批准)[^。；《》]{0,24}[，,]现予以?(?:公布|发布)"
)
_NEW_WORDS = expression(r"(?:修改|改|替换|调整)[为成]\s?[：:]?\s?[“\"]$")  # 将“甲”修改为“《乙》”
_NO_VERB = expression("实施(?:意见|方案|细则|办法|计划)")
_OBJECT = expression(  # 实施《…》需要废止规章; 不再适用于本市
    "地方性法规|规范性文件|规章|有关|相关|部分|一批|于"
)
_DONE = ("已", "已经", "已被", "早已")  # 原《…》已废止: by another document
# 为落实《…》，现公布港口名单; 为落实《…》，现将港口名单印发: another thing is given out
_OTHER_OBJECT = expression("(?=[\u4e00-\u9fff])(?![给各如实施于到你有请全])")
_OF_OTHERS = expression("[，,][^，,。；]{0,12}[将把](?!其|本|该|此|上述|修)[^，,。；]{2,40}$")
_OVER = expression(  # 《…》（…号）、《…》已废止: said of the titles, by no other verb
    r"(?:\s*[（(][^（）()]{1,60}[）)])?(?:\s*[、和及与]原?《[^《》]{1,240}》(?:\s*[（(][^（）()]{1,60}[）)])?){0,20}"
    r"\s*现?已经?被?(?:废止|失效|停止执行|修[改订])"
)
_PARTS = ("，", ",", "、", "和", "及")  # before a title that a statement of its own begins with
_GOES_ON = expression(
    r"\s*(?:[、，,和及与或等的》）)。；;：:]|以及|规定|要求|精神|有关|相关|文件|部署|安排|$)"
)
_OF = ("的", "前", "后", "以前", "以后", "之前", "之后")
_STOPS = "。；;\n"
_STOP = expression(f"[{_STOPS}]")
_LINKED = expression(
    r"(?:(?:\s*[、和及与][^。；，,《》]{0,40})?《[^《》]{1,240}》(?:\s*[（(][^（）()]{1,60}[）)])?){0,20}"
    r"(?:\s*[、和及与][^。；，,、《》]{2,16}[〔\[]\d{4}[〕\]]\d{1,4}号(?:文件?)?){0,8}"
)
_JOINS = frozenset("、和及与《")  # with which a title goes on to another
_CHAIN = expression(r"《[^《》]{1,240}》(?:\s*[（(][^（）()]{1,60}[）)])?(?P<of>的)?")


@lru_cache(maxsize=8)
def _cues(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        expression(alternation(words.relations_before)),
        expression(alternation(words.relations_after)),
    )


@lru_cache(maxsize=8)
def _own_words(words: Words) -> re.Pattern[str]:
    """Match a title without marks before its number: …关于印发…的通知（."""
    return expression(
        r"(?:关于|(?<=[室府局委厅院部])[印转]发|(?<=[室府局委厅院部])批转)[^，,。；]{2,160}"
        rf"(?:{alternation(words.kinds)})(?:[（(](?:试行|暂行|修订)[）)])?\s*[（(]$"
    )


def relation_of(reading: Reading, span: Span) -> Relation:
    """Say what the clause does with the document, from the words around the title."""
    text, words = reading.source.text, reading.registry.words
    after_cue = _cues(words)[1]
    start, end = span
    if text[end : end + 1] in _JOINS or text[end : end + 1].isspace():
        linked = _LINKED.match(text, end)
        end = linked.end() if linked else end
    after = _past(_CALLED, _whole(reading, end, end + _AFTER * 3, start))
    after = _STOP.split(after.partition("《")[0], maxsplit=1)[0]
    # 第五条自本决定发布之日起废止
    after = _past(_AND_MORE, _past(_UNITS, after))
    after = (_ON_A_DAY.sub("", after) if "自" in after else after)[:_AFTER]
    cues_after = (
        m
        for m in after_cue.finditer(after)
        if not _OBJECT.match(after, m.end())
        and not after.endswith(_DONE, 0, m.start())
        and not _gives_another(after, m)
    )
    said_after = {words.relations_after[m.group()]: m.start() for m in cues_after}
    if said_after.get("repeals", _AFTER) <= _NEAR and not _is_intended(text, start, after):
        return Relation.REPEALS
    if _is_changed(text, start, end) or _is_revised(text, start, end):
        return Relation.AMENDS
    for strong in ("amends", "forwards"):
        if strong in said_after:
            return Relation(strong)
    found = _said_before(reading, span, after)
    return found or _unsaid(reading, span, end, after)


def _gives_another(after: str, cue: re.Match[str]) -> bool:
    """Say whether what is given out behind a title is something else: 现公布港口名单."""
    if "发" not in cue.group() and "公布" not in cue.group():
        return False
    named = cue.group().startswith("现") and _OTHER_OBJECT.match(after, cue.end())
    return bool(named or _OF_OTHERS.search(after, 0, cue.start()))


def _said_before(reading: Reading, span: Span, after: str) -> Relation | None:
    """Give what the words before a title say; None where they say nothing of it."""
    text, words, start = reading.source.text, reading.registry.words, span.start
    printed = text[max(0, start - _BEFORE * 5) : start]
    before = _whole(reading, start - _BEFORE * 5, start, start)
    if before.rstrip("原").endswith(_PARTS) and _OVER.match(text, span.end):
        return Relation.CITES
    if before.endswith(("，", ",")) and not _GOES_ON.match(text, span.end):
        return None  # 根据《…》规定，《…》将于年底到期: a statement of its own
    quoted = start - (len(printed) - printed.rfind("“") - 1 if _is_quoted(printed) else 0)
    quotes = quoted > 0 and text[quoted - 1] in '“"'
    if quotes and _NEW_WORDS.search(text, max(0, quoted - 8), quoted):
        return Relation.CITES
    before = _behind_stop(_CHAIN.sub(_left_of, before) if "》" in before else before)
    if _REST.search(before):
        return Relation.CITES
    before = before.replace("|", "\t").rpartition("\t")[2]  # each cell is a statement of its own
    if text.startswith(("（", "("), start - 1):
        before = _own_words(words).sub("", before)
    before = _FROM_A_DAY.sub("", before)
    part = len(before) - before.rfind("，", max(0, len(before) - _BEFORE * 3)) - 1
    before = before[-max(_BEFORE, part) :] if part < _BEFORE * 3 else before[-_BEFORE:]
    # 印发的《…》 is not 印发, and 修订前的《…》 not 修订
    cues = (
        m
        for m in _cues(words)[0].finditer(before)
        if not before.startswith(_OF, m.end())
        and not _NO_VERB.match(before, m.start())
        and not _NOT_DONE.search(before, 0, m.start())
        and not (m.group() in _BROUGHT_OUT and _BY_OTHERS.search(before, 0, m.start()))
    )
    said = [(words.relations_before[m.group()], m.end()) for m in cues]
    if said and said[-1][0] == "amends" and _IN_HAND.search(before):
        said = []  # 正在修改完善《…》: nothing is changed here
    near = [
        relation
        for relation, at in said
        if relation != "repeals"
        or (_leads_to(before[at:]) and not _is_intended(text, start, after))
    ]
    if not near and start in _listed(reading):
        return _listed(reading)[start]
    return Relation(near[-1]) if near else None


def _leads_to(between: str) -> bool:
    """Say whether 废止 before some words is said of the title behind them."""
    near = len(between) <= _NEAR and not _PAUSE.search(between)
    return near or bool(_ISSUED_BY.fullmatch(between))


def _whole(reading: Reading, start: int, end: int, at: int) -> str:
    """Give the words beside a title at ``at``; of running text without the breaks of its lines."""
    words = reading.source.text[max(0, start) : end]
    if "\n" not in words:
        return words  # the common case
    block = reading.block_at(at)
    if block.kind not in _RUNNING:
        return words
    begin, stop = max(0, start, block.span.start), min(end, block.span.end)
    return reading.source.text[begin:stop].replace("\n", "")


def _is_intended(text: str, start: int, after: str) -> bool:
    """Say whether what the words around a title say of it has not been done, or may not be."""
    earlier = _behind_stop(text[max(0, start - _INTENDS) : start])
    return bool(_NOT_YET.search(earlier) or _NOT_YET.search(after[:_NEAR]))


def _is_quoted(before: str) -> bool:
    """Say whether a quotation is open at the end of some words."""
    return "“" in before and "”" not in before[before.rfind("“") :]


def _past(beginning: re.Pattern[str], words: str) -> str:
    """Leave out what a pattern matches at the beginning of words."""
    match = beginning.match(words)
    return words[match.end() :] if match else words


def _left_of(title: re.Match[str]) -> str:
    """Leave of 根据《…》的规定 a 根据 that is not followed by 的."""
    return "》的" if title["of"] else ""


def _behind_stop(words: str) -> str:
    """Give the words behind the last stop."""
    for stop in _STOPS:
        if stop in words:
            words = words.rpartition(stop)[2]
    return words


def _unsaid(reading: Reading, span: Span, end: int, after: str) -> Relation:
    """Give the relation where no word in front of the title says it.

    ``end`` is where the titles end that are joined to it.
    """
    if after.startswith(_CARRIED_OUT):
        return Relation.IMPLEMENTS
    if _APPROVED.match(_whole(reading, end, end + _BEFORE * 3, span.start)):
        return Relation.FORWARDS
    return Relation.BASED_ON if is_stated_basis(reading, span) else Relation.CITES


def _is_revised(text: str, start: int, end: int) -> bool:
    """决定调整《…》, 我们对《…》、《…》进行了修订: what others revised is not changed here."""
    said = text[start - 1 : start]
    listed = _TITLES.search(text, max(0, start - _BEFORE * 5), start) if said in _CHAINED else None
    begin = listed.start() if listed else start
    if text[begin - 1 : begin] in ("整", "原") and _ADJUSTED.search(
        text, max(0, begin - 20), begin
    ):
        return not _is_intended(text, start, "")
    if _REVISED.match(text, end):
        return bool(_OURS.search(text, max(0, begin - 40), begin))
    adjusts = text[begin - 1 : begin] == "对" and _ADJUSTS.match(text, end)
    return bool(adjusts and _DECIDES.search(text, max(0, begin - 20), begin))


def _is_changed(text: str, start: int, end: int) -> bool:
    """将《…》第五条中的“甲”修改为“乙”, 删去《…》第六条: the document itself is changed here."""
    if start == 0 or text[start - 1] not in _CHANGES:
        return False  # the common case
    before = _TO_CHANGE.search(text, max(0, start - 4), start)
    if text[start - 1] == "的":
        before = _OF_BODIES.search(text, max(0, start - 36), start)
    units = _UNITS.match(text[end : end + 60])
    if before is None or units is None:
        return False
    struck = before.groupdict().get("struck")
    return bool(struck or _CHANGED.match(text, end + units.end()))


@lru_cache(maxsize=1)
def _listed(reading: Reading) -> dict[int, Relation]:
    """Give where titles in marks begin that a line like 对下列文件予以废止： leads."""
    return {
        row.span.start: RELATIONS[row.fate]
        for row in document_lists(reading)
        if row.title is None and row.fate in RELATIONS
    }
