"""Annexes: the line 附件2 that begins one, and the list 附件: 1.… 2.… that announces them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.text.labels import content_start, match_label
from policygraph.text.numerals import to_int

_HEAD = expression(
    r"附\s?件\s?(?P<n>\d{1,2}(?!\d)|[一二三四五六七八九十]{1,3})?(?:\s*[-—.]\s*\d{1,2})?"
    r"(?P<colon>\s*[:：])?\s*(?P<rest>[^\n]*)$",
    re.S,
)
_LISTED = expression(r"附\s?件\s*[:：]\s*\S|附\s?件\s?\d{0,2}\s*[:：]\s*(?:\d|《)")
_ALONE = expression(r"附\s?件\s*[:：]\s*$")
_OF_TITLES = expression(
    r"附\s?件\s*[:：]\s*[^\d，。；：\s《][^，。；：\d]{1,40}(?:目录|清单|名录|文件)\s*"
)
_FIRST = expression(r"\s*[（(]?(?:1|一)[、.．）)]\s*[《\u4e00-\u9fff][^\n]{4,160}[〔\[（(]")
# 附：重点任务清单, on one line
_ATTACHED = expression(r"附\s*[:：]\s*(?P<rest>[^\d，。；：\s][^，。；：]{1,40})$")
_SIGNED = expression(r"(?:19|20)\d\d\s?年|[〇○一二三四五六七八九]{4}年")
_NEAR = 4  # paragraphs behind such a line in which a date shows that it only announces
_DOWNLOAD = expression(r"附\s?件\s?(?:下\s?载|列\s?表)")  # a heading of the page
_TITLE = 60  # characters; a longer line behind 附件1 is no title


class Annex(NamedTuple):
    """The line that begins an annex.

    Attributes:
        paragraph: index of the line.
        number: printed number, ``1`` for a single annex without one.
        label: span of 附件N.
        titled: the title stands on the same line.
    """

    paragraph: int
    number: str
    label: Span
    titled: bool


def annex_list(text: str, paragraphs: Sequence[Span], begin: int) -> range:
    """Give the paragraphs of a list of annexes that begins with paragraph ``begin``."""
    span = paragraphs[begin]
    if not text.startswith("附", span.start):
        return range(begin, begin)
    if _attached(text, paragraphs, begin) is False:
        return range(begin, begin + 1)
    if _is_printed(text, paragraphs, begin):
        return range(begin, begin)
    alone = _ALONE.match(text[span.start : span.end])
    if not (alone or _LISTED.match(text[span.start : span.end])):
        return range(begin, begin)
    end = begin + 1
    while end < len(paragraphs) and _is_listed(text, paragraphs[end]):
        end += 1
    if alone and not (end > begin + 2 and _is_signed(text, paragraphs[end : end + _NEAR])):
        return range(begin, begin)  # the annex itself
    return range(begin, end)


def _is_printed(text: str, paragraphs: Sequence[Span], begin: int) -> bool:
    """Say whether 附件：废止文件目录 begins the annex: its first entry stands below it."""
    span = paragraphs[begin]
    if begin + 1 == len(paragraphs) or not _OF_TITLES.fullmatch(text[span.start : span.end]):
        return False
    return bool(_FIRST.match(text, paragraphs[begin + 1].start))


def _is_signed(text: str, behind: Sequence[Span]) -> bool:
    """Say whether a date stands in one of the next lines, before anything that is longer."""
    words = ("".join(text[p.start : p.end].split()) for p in behind)
    return any(_SIGNED.match(word) for word in words if len(word) <= _TITLE)


def _attached(text: str, paragraphs: Sequence[Span], index: int) -> bool | None:
    """Say whether 附：清单 begins an annex; False where it announces one, None for other lines.

    It announces what is printed below with the same title, or what is attached to a notice that
    is dated behind it.
    """
    span = paragraphs[index]
    match = _ATTACHED.match(text[span.start : span.end])
    if match is None:
        return None
    title = "".join(match["rest"].split()).strip("《》")
    behind = (text[p.start : p.end] for p in paragraphs[index + 1 : index + 1 + 3 * _NEAR])
    words = ["".join(word.split()) for word in behind]
    dated = any(len(word) <= _TITLE and _SIGNED.match(word) for word in words[:_NEAR])
    return bool(words) and not dated and not any(word.strip("《》") == title for word in words)


def _is_listed(text: str, paragraph: Span) -> bool:
    words = text[paragraph.start : paragraph.end]
    label = match_label(text, paragraph.start, paragraph.end)
    short = len(words) <= _TITLE + 10 and not re.search("[。；，]", words)
    numbered = label is not None and label.style in ("ar-dot", "ar-comma")
    return short and (numbered or bool(_LISTED.match(words)))


def find_annexes(
    text: str, paragraphs: Sequence[Span], body: int, taken: Sequence[bool]
) -> list[Annex]:
    """Find the lines that begin annexes, behind paragraph ``body``.

    ``taken`` says which paragraphs are already something else (a list of annexes).
    """
    found: list[Annex] = []
    for index in holding(text, "附", paragraphs):
        if index >= body and not taken[index] and (annex := _annex(text, paragraphs, index)):
            found.append(annex)
    return found


def holding(text: str, sign: str, paragraphs: Sequence[Span]) -> list[int]:
    """Give the paragraphs that hold a sign, ascending: few do, so the sign is looked for."""
    found: list[int] = []
    place = text.find(sign)
    while place >= 0:
        index = bisect_right(paragraphs, (place, len(text))) - 1
        if index >= 0 and place < paragraphs[index].end:
            found.append(index)
            place = paragraphs[index].end - 1
        place = text.find(sign, place + 1)
    return found


def _annex(text: str, paragraphs: Sequence[Span], index: int) -> Annex | None:
    span = paragraphs[index]
    begin = content_start(text, span.start, span.end)
    if not text.startswith("附", begin):
        return None
    if _attached(text, paragraphs, index):
        return Annex(index, "1", Span(begin, begin + 1), titled=True)
    words = text[begin : span.end].rstrip(" |\t*")
    match = None if _DOWNLOAD.match(words) else _HEAD.match(words)
    if not match:
        return None
    rest = match["rest"].strip()
    if len(rest) > _TITLE or re.search("[。；，]", rest) or rest.startswith("下载"):
        return None  # 附件下载: a link of the page
    number = str(to_int(match["n"])) if match["n"] else "1"
    end = match.start("colon") if match["colon"] else match.start("rest")
    label = Span(begin, begin + len(words[:end].rstrip()))
    return Annex(index, number, label, bool(rest))
