"""Source text -> paragraphs, whatever the file did to its lines.

Three things happen to documents on their way to a file: pages break inside sentences, every
paragraph becomes one line, or a whole document becomes one line in which blanks stand for
paragraph breaks. This step undoes them; it decides from punctuation and labels, never from words.
"""

import itertools
import re
from collections.abc import Iterable, Sequence

from policygraph.expression import expression
from policygraph.model.source import Span, span_of
from policygraph.model.structure import Label
from policygraph.text.blank_breaks import blank_cuts
from policygraph.text.blank_tables import blank_tables
from policygraph.text.brackets import outside
from policygraph.text.drawn_tables import UPRIGHTS
from policygraph.text.inline_items import decimal_cut, inline_cuts
from policygraph.text.labels import COUNTED, content_start, match_label
from policygraph.text.line_tables import LineTable, line_tables
from policygraph.text.title import BODY_LINE
from policygraph.text.wrapped_lines import PrintedLines, printed_lines

_INDENT = "\u3000\u3000"
_DASH = "——"  # with which a line of a list begins
_LINE = expression(r"[^\n]+")  # runs faster than one that ends at one of several characters
_ANY_LINE = expression(r"[^\n\r\f\v\u2028\u2029]+")
_RARE_BREAKS = "\r\f\v\u2028\u2029"
_SERIAL_HEAD = expression(r"序\s?号[ \t\u3000]*$", re.M)
_STOPS = "。；：！？!?;:"
_ENDS = _STOPS + "）)〕]】”’"
_PAUSES = expression("[，。；,;：:！？]")
_INSIDE = expression("[，。；,;]")
_TAIL = 400  # characters of an open paragraph that tell whether it is a sentence
_SHORT_NOTE = expression(r"[（(][^（）()]{1,6}[）)]\Z")
_FLAT = 200  # a line longer than this may hold several paragraphs
_NONE: frozenset[int] = frozenset()
_SEVERAL = 100  # a line longer than this may hold several items
_MAY_FOLLOW = expression(
    # a row: 3 推进甲 市财政局, 4 2.治水 清淤 市水利局
    rf"\d{{1,3}}[ \u3000]+(?:(?!{COUNTED})[\u4e00-\u9fff][\u4e00-\u9fff“《]"
    r"|\d{1,2}[.．、][\u4e00-\u9fff])"
    r"|[|\t#>*`~\-—=<【]|:::|\d{4}\s?年\s?\d|抄\s?送|附\s?件"
)
_NO_PROSE = frozenset("#>*`-:<![" + UPRIGHTS)  # with which no line of running text begins
UNREAD = Label("", "", Span(0, 0), "")  # stands for a label that was not looked for
_ONE_LINE = 45  # characters of a heading on one line
_FAR_LONGER = 2.5  # times as long as the line before


def split_paragraphs(text: str, looks: dict[Span, Label | None] | None = None) -> list[Span]:
    """Divide ``text`` into paragraphs.

    Guarantees: the spans are in order, do not overlap, hold all characters that are not blank,
    and begin and end on such a character.

    Args:
        text: the text.
        looks: is given what looks like the label of a span, where it had to be read.
    """
    barred = "|" in text or "\t" in text
    lines = _ANY_LINE if any(sign in text for sign in _RARE_BREAKS) else _LINE
    pieces = [p for line in lines.finditer(text) for p in _pieces(text, line, barred=barred)]
    looks = {} if looks is None else looks
    rows = {serial.start for table in blank_tables(text) for _, serial in table.rows}
    whole = frozenset(n for n, piece in enumerate(pieces) if piece.start in rows) if rows else _NONE
    paragraphs = _joined(text, pieces, looks, whole, barred=barred)
    if not _has_serial_head(text):
        return paragraphs
    # cells may have been taken for lines of one sentence, and serial numbers for those of pages
    tables = list(line_tables(text, pieces))
    if _rows(tables) <= _rows(line_tables(text, paragraphs)):
        return paragraphs
    cells = {n for table in tables for n in table.paragraphs}
    return _joined(text, pieces, looks, frozenset(cells), barred=barred)


def _rows(tables: Iterable[LineTable]) -> int:
    return sum(max(1, len(table.serials)) for table in tables)


def _has_serial_head(text: str) -> bool:
    """Say whether a line is nothing but 序号, the head of a column."""
    heads = _SERIAL_HEAD.finditer(text) if "序" in text else ()
    return any(
        not text[text.rfind("\n", 0, head.start()) + 1 : head.start()].strip(" \t\u3000")
        for head in heads
    )


def _pieces(text: str, line: re.Match[str], *, barred: bool) -> list[Span]:
    """Cut a line at the blanks that stand for paragraph breaks; ``barred``: some line has cells."""
    span = _trimmed(text, *line.span())
    if span is None:
        return []
    start, end = span
    first = text[start]
    if first in UPRIGHTS:
        return [span]
    if barred and (text.find("\t", start, end) >= 0 or text.find("|", start, end) >= 0):
        return [span]
    length = end - start
    if length > _FLAT:
        cuts = blank_cuts(text, span)
    else:
        cuts = decimal_cut(text, span) if first.isdigit() else []
    if length > _SEVERAL:
        inline = inline_cuts(text, span)
        cuts = sorted({*cuts, *inline}) if cuts and inline else cuts or inline
    if not cuts:
        return [span]
    edges = [start, *cuts, end]
    pieces = (_trimmed(text, a, b) for a, b in itertools.pairwise(edges))
    return [piece for piece in pieces if piece]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    if not text[start].isspace() and not text[end - 1].isspace():
        return span_of((start, end))
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    right = len(line.rstrip())
    return span_of((start + left, start + right)) if right > left else None


def _joined(
    text: str,
    pieces: list[Span],
    looks: dict[Span, Label | None],
    cells: frozenset[int] = _NONE,
    *,
    barred: bool,
) -> list[Span]:
    """Join lines that go on; ``cells`` are pieces that are whole by themselves."""
    paragraphs: list[Span] = []
    prose = False  # all of the last paragraph is running text
    printed = printed_lines(
        text,
        pieces,
        lambda n: (
            look(text, pieces[n], looks) is not None or text.startswith(_DASH, pieces[n].start)
        ),
        lambda n: _stands_alone(text, pieces[n], looks),
    )
    for index, piece in enumerate(pieces):
        goes_on = prose and index not in cells
        if goes_on and (
            _continues(text, paragraphs[-1], piece, looks)
            or _is_broken(text, pieces, index, printed, looks)
        ):
            start, end = paragraphs[-1]
            paragraphs[-1] = span_of((start, piece.end))
            prose = "\t" not in text[end : piece.start]
        else:
            paragraphs.append(piece)
            prose = _is_prose(text, piece) if barred else text[piece[0]] not in _NO_PROSE
    return paragraphs


def _continues(text: str, before: Span, piece: Span, looks: dict[Span, Label | None]) -> bool:
    """Say whether ``piece`` goes on with the sentence that ``before``, prose, leaves open."""
    end = before[1]
    if text[end - 1] in _STOPS:
        return False  # the common case
    gap = text[end : piece[0]]
    if "\n" not in gap and "\r" not in gap and "\f" not in gap:
        return False  # a blank that was cut at
    if _is_start(text, piece, looks):
        return False
    label = look(text, before, looks)
    if label is not None and label.span.end == end:
        return True
    if gap.endswith(_INDENT) or _heads(text, before, piece, label):
        return False
    return _is_open(text[max(before.start, end - _TAIL) : end])


def _is_broken(
    text: str,
    pieces: Sequence[Span],
    index: int,
    printed: PrintedLines,
    looks: dict[Span, Label | None],
) -> bool:
    """Say whether a piece goes on with a line of the page, or with a full one that no stop ends."""
    before, piece = pieces[index - 1], pieces[index]
    if index - 1 not in printed.inside:
        full = index - 1 in printed.full and text[before.end - 1] not in _STOPS
        if not full or not _PAUSES.search(text, *piece) or _is_closed(text, before):
            return False
    return not _stands_alone(text, piece, looks)


def _is_closed(text: str, line: Span) -> bool:
    """Say whether a bracket or quotation ends a line that is more than a note: 各县（市）."""
    return text[line.end - 1] in _ENDS and not _SHORT_NOTE.search(text, *line)


def _stands_alone(text: str, piece: Span, looks: dict[Span, Label | None]) -> bool:
    """Say whether a piece begins a line of the page: a label, a date, 附件, a signature."""
    return _is_start(text, piece, looks) or BODY_LINE.fullmatch(text, *piece) is not None


def _heads(text: str, before: Span, piece: Span, label: Label | None) -> bool:
    """Say whether 二、扩大消费，加快升级 (or 1.4.1 …) is whole: the line behind it is far longer.

    Where lines were broken to fit a page, they are about as long as each other.
    """
    length = before.end - before.start
    if label is None or label.style not in ("cn-comma", "decimal") or length > _ONE_LINE:
        return False
    words = text[before.start : before.end]
    closed = words[-1] not in "，、," and "。" not in words and not _has_open_mark(words)
    return closed and piece.end - piece.start > _FAR_LONGER * length


def _is_open(words: str) -> bool:
    """Say whether a line that no stop ends does so inside a sentence."""
    if words[-1] in "，、," or _has_open_mark(words):
        return True
    return words[-1] not in _ENDS and _is_sentence(words)


def _is_prose(text: str, span: Span) -> bool:
    line = text[span.start : span.end]
    return "|" not in line and "\t" not in line and line[0] not in _NO_PROSE


def look(text: str, span: Span, looks: dict[Span, Label | None]) -> Label | None:
    """Give what looks like the label of a span; read once."""
    label = looks.get(span, UNREAD)
    if label is UNREAD:
        label = looks[span] = match_label(text, *span)
    return label


def _is_start(text: str, piece: Span, looks: dict[Span, Label | None]) -> bool:
    """Say whether ``piece`` begins something of its own: a label, a date, a table, 抄送."""
    if look(text, piece, looks):
        return True
    if _MAY_FOLLOW.match(text, content_start(text, piece.start, piece.end)):
        return True
    return not _is_prose(text, piece)


def _has_open_mark(words: str) -> bool:
    """Say whether a quote or title mark opened in the last 200 characters is still open."""
    tail = words[-200:]
    return any(tail.rfind(a) > tail.rfind(b) for a, b in ("“”", "《》", "（）", "()", "〔〕"))


def _is_sentence(words: str) -> bool:
    """A sentence has pauses outside brackets and quotes; a heading or a signature has none."""
    return bool(outside(words, _INSIDE))
