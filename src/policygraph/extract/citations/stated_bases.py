"""Where a text lists what something rests on: a column 设定依据, a heading, a line 依据：."""

from collections.abc import Iterator
from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.reading import Reading
from policygraph.model.source import Span

_HEAD = (
    r"(?:设定|设立|法律|法规|政策|处罚|执法|实施|公开|办理|行使|职权|权力|许可|检查|强制|裁量|处理|制定"
    r"|主要|审批|受理|收费|事项|认定|行政|违则及?罚则)?(?:和|及)?(?:法律|政策)?依据"
)
_CELL = expression(rf"(?:{_HEAD}|[^，,。；：]{{0,6}}依据)(?:[（(][^（）()]{{1,16}}[）)])?")
_LABEL = r"(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．)）]?\s?)?"
_LINE = expression(r"[^\n]+")
_STATED = expression(rf"\s*(?:[-*#>]\s*)*{_LABEL}[【\[]?{_HEAD}[】\]]?(?:有|为|是|包括|如下)?[：:]")
_LED = expression(  # 根据下列规定： and titles below
    r"[^。；《》]{0,24}(?:根据|依据|依照)(?:以下|下列|如下)?[^，,。；《》]{0,8}[：:]\s*$"
)
_ALONE = expression(rf"\s*{_HEAD}\s*$")
_HEADING = expression(rf"^{_HEAD}(?:[：:]|$)")
# what may stand before a title in such a list: its label, the kind of document, the title before it
_IN_LIST = expression(
    r"(?:[：:；;、，,。》〉）)】|.．\s]|条|[款项号](?:规定)?|^)(?:《|【|[\d一二三四五六七八九十（(]{1,3}[、.．）)]"
    r"|国务院|[\u4e00-\u9fff]{0,6}[部省市]|和|及|与)?$"
)
_KIND_BEFORE = r"(?:[【\[]?[\u4e00-\u9fff]{2,8}[】\]]?[：:]?\s*)?"
_BEGINS = expression(rf"\s*{_LABEL}{_KIND_BEFORE}《")
_WITH_ARTICLE = expression(_BEGINS.pattern + r"[^》]{2,60}》(?:\s*[（(][^（）()]{1,60}[）)])?\s*第")
_HINTS = ("依据", "根据", "依照")
_MOST = 14  # characters of the head of a column


def is_stated_basis(reading: Reading, span: Span) -> bool:
    """Say whether a title stands where the text lists what something rests on.

    Args:
        reading: the document.
        span: the title with its marks; what it is said to be elsewhere goes before.
    """
    before = reading.source.text[max(0, span.start - 10) : span.start]
    if not _IN_LIST.search(before):
        return False
    if any(begin <= span.start < end for begin, end in _listed(reading.source.text)):
        return True
    path = reading.clause_at(span.start)
    headings = _headings(reading)
    while path:
        if path in headings:
            return True
        path = path.rpartition("/")[0]
    return False


@lru_cache(maxsize=1)
def _headings(reading: Reading) -> frozenset[str]:
    """Give the paths of the clauses that are headed 设定依据."""
    return frozenset(
        clause.path for clause in reading.clauses if _HEADING.search((clause.heading or "").strip())
    )


@lru_cache(maxsize=1)
def _listed(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_runs(text)) if any(hint in text for hint in _HINTS) else ()


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Find lines behind 依据：, the lines below that go on with titles, and cells of a column."""
    column: int | None = None
    flat = going = False
    barred = "|" in text or "\t" in text
    for line in _LINE.finditer(text):
        words = line.group()
        separator = "\t" if barred and words.count("\t") > 1 else "|"
        if barred and words.count(separator) > 1:
            cells = words.split(separator)
            heads = [i for i, cell in enumerate(cells) if _is_head(cell)]
            if heads:
                column = heads[0]
            elif column is not None:
                yield from _cells(line.start(), cells, column)
            continue
        hinted = "据" in words or "依照" in words
        if not (hinted or flat or going):
            continue  # the common case
        stated = (_STATED.match(words) or _LED.match(words)) if hinted else None
        goes_on = (flat or going) and _BEGINS.match(words)
        if stated or goes_on:
            yield line.start() + (stated.end() if stated else 0), line.end()
        alone = hinted and bool(_ALONE.match(words))
        flat = flat or alone
        going = bool(stated or goes_on or alone)


def _is_head(cell: str) -> bool:
    words = "".join(cell.split()).strip("*")
    return len(words) <= _MOST and bool(_CELL.fullmatch(words))


def _cells(start: int, cells: list[str], column: int) -> Iterator[tuple[int, int]]:
    """Give the cell of the column, and any that begins with an article: cells may be merged."""
    for index, cell in enumerate(cells):
        if index == column or _WITH_ARTICLE.match(cell):
            yield start, start + len(cell)
        start += len(cell) + 1
