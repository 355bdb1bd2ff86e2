"""Blanks of a long line that stand for paragraph breaks, as where a page lost its line breaks."""

import re
from collections.abc import Sequence

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.text.brackets import top_level
from policygraph.text.dates import CHINESE_DATE
from policygraph.text.labels import ANNEX, match_label

_BLANKS = expression(r"[ \t\u3000\u2002\u2003\u00a0][ \t\u3000\u2002\u2003\u00a0]*")
_BLANK = (" ", "\t", "\u3000", "\u2002", "\u2003", "\u00a0")
_STOPS = "。；：！？!?;:"
_ENDS = _STOPS + "）)〕]】”’"
_PAUSES = expression("[，。；,;：:！？]")
_KEY = expression(r"[\[【][\u4e00-\u9fff]{2,6}[\]】]")  # a field of a catalogue: [成文日期]
_INDENT = "\u3000\u3000"
_ASCII = expression(r"[0-9A-Za-z.%％]")
_HEADING = 120  # characters; a run without punctuation up to this long is a line of a heading


def blank_cuts(text: str, span: Span) -> list[int]:
    """Give where the paragraphs begin that blanks of a line set off."""
    if not any(text.find(blank, *span) >= 0 for blank in _BLANK):
        return []  # the common case
    blanks = list(_BLANKS.finditer(text, *span))
    plain = top_level(text[span.start : span.end])
    cuts: list[int] = []
    last = span.start
    for blank in blanks:
        begin, end = blank.span()
        if begin == span.start or end == span.end or not plain[begin - span.start]:
            continue
        if _breaks(text, plain, span, last, blank):
            cuts.append(end)
            last = end
    return cuts


def _breaks(text: str, plain: Sequence[int], span: Span, last: int, blank: re.Match[str]) -> bool:
    """Say whether a blank of the line ``span`` stands for a paragraph break.

    It does where a sentence or bracket ends before it, where it is an indent, where a label or a
    date begins behind it, or where all since the last break is a line without punctuation (title,
    heading, signature). ``plain`` tells for each character of the line whether it stands outside
    brackets.
    """
    begin, end = blank.span()
    if _is_label_end(text, last, begin) or _KEY.fullmatch(text, last, begin):
        return False
    if text[begin - 1] in _ENDS or _INDENT in text[begin:end]:
        return True
    if match_label(text, end, span.end) and _ASCII.match(text[begin - 1]):
        return False
    return _begins(text, end, span.end) or _was_line(text, plain, span, last, blank)


def _begins(text: str, start: int, stop: int) -> bool:
    """Say whether a label, an annex or a date begins at ``start``."""
    if match_label(text, start, stop) or CHINESE_DATE.match(text, start, stop):
        return True
    return text[start] == "附" and ANNEX.match(text, start, stop) is not None


def _was_line(text: str, plain: Sequence[int], span: Span, last: int, blank: re.Match[str]) -> bool:
    """Say whether all since the last break is a line without punctuation."""
    begin, end = blank.span()
    if begin - last > _HEADING or _ASCII.match(text[begin - 1]) or _ASCII.match(text[end]):
        return False
    pauses = (m.start() - span.start for m in _PAUSES.finditer(text, last, begin))
    return not any(plain[pause] for pause in pauses)


def _is_label_end(text: str, last: int, begin: int) -> bool:
    label = match_label(text, last, begin)
    return label is not None and label.span.end == begin
