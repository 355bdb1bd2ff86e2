"""Titles: which lines are the title of a document, also when it is broken or printed twice."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from policygraph.expression import expression
from policygraph.model.source import Span, span_of
from policygraph.text.endings import ending_in
from policygraph.text.labels import content_start

KIND_WORDS = (
    "通知|意见|方案|措施|举措|办法|规定|条例|决定|细则|批复|公告|通告|通报|决议|纪要|预案|规则|计划|规划|"
    "修正案|清单|标准|制度|要点|指南|目录|指引|章程|准则|守则|令|函|报告|请示|复函|答复|解释|若干政策|政策|行动|名单|分工"
)
_TAIL = r"(?:\s*[（(][^（）()]{1,12}[）)]){0,2}"
_KIND_END = expression(rf"(?:{KIND_WORDS}){_TAIL}$")
# the characters in which a title can end, with the marks that may stand behind them
_LAST = frozenset(word[-1] for word in KIND_WORDS.split("|")) | set("）)*>》」”")
# 关于…的通知: such a title is whole; 关于推行公示制度 may go on in the next line
_WHOLE = expression(rf"的[^的]{{0,8}}(?:{KIND_WORDS}){_TAIL}$")
# …印发《关于…的意见》: what brings a plan out may end in its title
_BRINGS_OUT = expression(rf"(?:印发|转发|发布|公布)《[^《》]*(?:{KIND_WORDS}){_TAIL}》$")
_BODY_END = (
    "政府|办公厅|办公室|委员会|管委会|管委|局|厅|部|院|委|组|指挥部|中心|总署|银行|人大|县委|市委|省委|"
    "区委|党委|联席会议|公司|协会|部门|分局|支行|分行|管理部"
)
BODY_LINE = expression(rf"[\u4e00-\u9fff（）()、\s]{{2,60}}(?:{_BODY_END})")
_ABOUT = expression(r"(?:关于|印发|转发|批转)\S")
_PLACED = expression(r"[\u4e00-\u9fff]{2,12}[省市区县州][\u4e00-\u9fff]|中华|全国|国家|国务院")
_LETTERS = r"[\u4e00-\u9fffA-Za-z]{1,14}\s?"
_YEAR_AND_SERIAL = (
    r"[〔\[［【（(﹝]\s?(?:[1１][9９]|[2２][0０])\d{2}\s?[〕\]］】）)﹞]\s?第?\s?\d{1,5}\s?号"
)
_SERIAL_END = expression(r"号(?:(?<=\d号)|(?<=\d\s号))")
_SERIAL_REACH = 18  # characters of 〔2020〕第 1 号 with all its blanks
NUMBER = expression(_LETTERS + _YEAR_AND_SERIAL)
_SERIAL = expression(_YEAR_AND_SERIAL + r"\Z")
_LETTERS_BEFORE = expression(_LETTERS + "$")
_RIDER = expression(r"\s+附\s?[:：]\s?\S{2,10}$")  # …的决定 附：修正本
_DECREE = expression(r"[\u4e00-\u9fff]{2,24}(?:政府|国务院|委员会|部|厅|局|院)\s?令")
_NOTICE = expression(r"[\u4e00-\u9fff]{2,24}(?:政府|委员会|部|厅|局|院)\s?(?:公告|通告)")
_FAR = 16  # characters: the letters of a 文号 and the blank behind them
_LONGEST = 160  # characters of a title
_SHORTEST = 6  # characters of a title that no markup tells
_SHORT = expression(  # # 信访条例
    "(?!实施|管理|暂行|若干|试行|工作|有关|相关)[\u4e00-\u9fff]{2,3}(?:条例|规定|办法|规则|守则)"
)
_LINES = 5  # a title is broken over at most so many lines
_BLANKS = expression(r"\s\s*")  # a class first, so that the search is fast
_LAYOUT = expression(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_PUNCTUATION = expression(r"[，。；：！？,;!?|]")


class Title(NamedTuple):
    """A title: the paragraphs it is printed over, and its words.

    Attributes:
        first: index of its first paragraph.
        last: index of its last paragraph.
        span: from its first to its last character, past markup and a 文号 glued to it.
        words: the title without line breaks and blanks that stand for them.
    """

    first: int
    last: int
    span: Span
    words: str


def find_numbers(text: str) -> Iterator[Span]:
    """Find what reads as a 文号.

    Few places of a text are a year in brackets: those are looked for, then what stands before.
    """
    for match in ending_in(_SERIAL_END, _SERIAL, _SERIAL_REACH, text):
        letters = _LETTERS_BEFORE.search(text, max(0, match.start() - _FAR), match.start())
        if letters:
            yield span_of((letters.start(), match.end()))


def close_up(words: str) -> str:
    """Drop line breaks, and blanks beside a Chinese character: they stand for line breaks."""
    words = words.strip()
    if len(words.split(None, 1)) < 2:
        return words
    if words.isascii() and "\n" not in words:
        return words
    return _BLANKS.sub(_kept, words)


def _kept(blanks: re.Match[str]) -> str:
    """Give what of a run of blanks inside a line stands for blanks."""
    run, words = blanks.group(), blanks.string
    if "\n" in run or not (words[blanks.start() - 1] + words[blanks.end()]).isascii():
        return ""
    return run if run.isascii() else _LAYOUT.sub("", run)


def find_titles(
    text: str, paragraphs: Sequence[Span], usable: Sequence[bool], addressee: int | None
) -> Iterator[Title]:
    """Find all runs of lines that read as a title, best first.

    Args:
        text: the document.
        paragraphs: the paragraphs before the first numbered unit.
        usable: which of them may be lines of a title.
        addressee: index of the line of addressees, before which the document's own title stands.

    A run reads as a title if it has no punctuation outside title marks and ends in the name of
    a kind of document. One that says 关于… or begins with a place stands before one that does
    not, one over fewer lines before one over more, the first before the second.
    """
    found = [
        title
        for first in range(len(paragraphs))
        if usable[first] and (title := _shortest(text, paragraphs, usable, first))
    ]
    limit = len(paragraphs) if addressee is None else addressee
    yield from sorted(found, key=lambda t: (t.first > limit, _rank(t), t.last - t.first, t.first))


def _rank(title: Title) -> int:
    if _ABOUT.search(title.words):
        return 0
    if _NOTICE.fullmatch(title.words):
        return 3  # the head of a public notice, where it has another title
    return 1 if _PLACED.match(title.words) else 2


def _shortest(
    text: str, paragraphs: Sequence[Span], usable: Sequence[bool], first: int
) -> Title | None:
    start = title_start(text, paragraphs[first])
    found: Title | None = None
    for last in range(first, min(first + _LINES, len(paragraphs))):
        if not usable[last] or (found and _ABOUT.search(text, *paragraphs[last])):
            return found
        end = without_rider(text, paragraphs[last])
        if text[end - 1] not in _LAST:
            continue
        span = span_of((start, end))
        words = _words(text, span)
        if _DECREE.fullmatch(words):
            return None  # the head of a decree is no title
        if len(words) > _LONGEST or _has_punctuation(words):
            return found
        headed = "#" in text[paragraphs[first].start : start] and _SHORT.fullmatch(words)
        ends = _KIND_END.search(words) or _BRINGS_OUT.search(words)
        if not ends or not (len(words) >= _SHORTEST or headed):
            continue
        whole = _WHOLE.search(words) is not None
        if found is None or whole:
            found = Title(first, last, span, words)
        if whole or not _ABOUT.search(words):
            return found
    return found


def without_rider(text: str, paragraph: Span) -> int:
    """Give where a line ends before a note on what is printed below it (附：修正本)."""
    if text.find("附", paragraph.end - 14, paragraph.end) < 0:
        return paragraph.end
    rider = _RIDER.search(text, paragraph.start, paragraph.end)
    return rider.start() if rider else paragraph.end


def title_ending_at(
    text: str, paragraphs: Sequence[Span], is_line: Callable[[int], bool], last: int
) -> Title | None:
    """Give the longest title whose last line is paragraph ``last``; None where there is none."""
    words = _words(text, paragraphs[last])
    if len(words) > _LONGEST or not _KIND_END.search(words) or _has_punctuation(words):
        return None
    begin = last + 1
    while begin > max(0, last - _LINES + 1) and is_line(begin - 1):
        begin -= 1
    lines = paragraphs[begin : last + 1]
    for first in range(len(lines)):
        title = _shortest(text, lines, [True] * len(lines), first)
        if title and title.last == len(lines) - 1:
            return Title(title.first + begin, last, title.span, title.words)
    return None


def title_start(text: str, paragraph: Span) -> int:
    """Give where the words of a title begin: past markup and a 文号 glued in front."""
    start = content_start(text, paragraph.start, paragraph.end)
    number = NUMBER.match(text, start, paragraph.end)
    if number and number.end() < paragraph.end:
        start = number.end()
        while start < paragraph.end and text[start] in "-—－ \u3000":
            start += 1
    return start


def _words(text: str, span: Span) -> str:
    return close_up(re.sub(r"\*\*|</?\w+>", "", text[span.start : span.end]))


def _has_punctuation(words: str) -> bool:
    bare = re.sub(r"《[^》]*》|“[^”]*”|〈[^〉]*〉|<[^>]*>", "", words)
    return bool(_PUNCTUATION.search(bare))


def with_issuer(
    text: str, paragraphs: Sequence[Span], usable: Sequence[bool], title: Title
) -> Title:
    """Give the title with the lines of issuers that stand right before it.

    A line of bodies before 关于… is the issuer. Before a title that has an issuer already, it is
    a further one only if it is printed again, in the signature; else it is navigation.
    """
    first = title.first
    while first > 0 and usable[first - 1]:
        line = paragraphs[first - 1]
        words = text[line.start : line.end]
        bare = first == title.first and bool(_ABOUT.match(title.words))
        known = bare or words in text[title.span.end :] or words.startswith("中共")
        if not known or not BODY_LINE.fullmatch(words):
            break
        first -= 1
    span = span_of((title_start(text, paragraphs[first]), title.span.end))
    return Title(first, title.last, span, _words(text, span))
