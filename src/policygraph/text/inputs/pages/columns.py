"""The column of text on a page: where its lines begin and end, and what is indented in it."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policygraph.text.inputs.pages.page import PrintedPage
from policygraph.text.inputs.pages.printed import PrintedLine

_NEAR = 3.0  # points; lines that begin so close begin together
_SHARE = 0.02  # of the lines; fewer do not make a margin
_INDENT = (1.2, 3.3)  # of the size; first lines are indented by two characters
_AT_MARGIN = 1.0  # of the size
# A line may end so much before the margin, in parts of the size, and still be full: more where
# first lines are indented, so that a line that begins at the margin is hardly a first one.
_SLACK, _SLACK_WHERE_INDENTED = 0.3, 3.0
# Lines of a paragraph are not further apart than others by so much; where nothing is indented,
# a wider gap is how paragraphs are told.
_APART, _APART_WHERE_NOT_INDENTED = 1.0, 0.3
_INDENTED = 0.2  # share of the lines that are indented where first lines are
# Share of the lines that end at one place where that is the margin: other lines end anywhere.
_FULL, _FEWEST_LINES = 0.2, 10


@dataclass(frozen=True, slots=True)
class Column:
    """The margins of the text on pages of one kind, in points from the left.

    Attributes:
        left, right: the margins.
        leading: from the foot of a line to the top of the next one in a paragraph.
        is_indenting: first lines are indented here.
    """

    left: float
    right: float
    leading: float = 0.0
    is_indenting: bool = False

    def begins_at_margin(self, line: PrintedLine) -> bool:
        """Say whether a line begins at the left margin."""
        return line.x0 - self.left < _AT_MARGIN * line.size

    def is_indented(self, line: PrintedLine) -> bool:
        """Say whether a line is indented as the first one of a paragraph is."""
        least, most = _INDENT
        return least * line.size <= line.x0 - self.left <= most * line.size

    def is_full_before(self, line: PrintedLine, following: PrintedLine) -> bool:
        """Say whether the next line had to begin: what it begins with had no more room."""
        slack = _SLACK_WHERE_INDENTED if self.is_indenting else _SLACK
        return self.right - line.x1 < following.head + slack * line.size

    def is_apart(self, line: PrintedLine, following: PrintedLine) -> bool:
        """Say whether two lines of a page stand further apart than lines of a paragraph."""
        apart = _APART if self.is_indenting else _APART_WHERE_NOT_INDENTED
        return following.top - line.bottom > self.leading + apart * line.size


def columns(pages: Sequence[PrintedPage]) -> dict[int, Column]:
    """Give the column of each page, by its number.

    Pages of one size share it; odd and even ones may have different margins.
    """
    kinds: dict[tuple[int, int, int], list[PrintedPage]] = defaultdict(list)
    for page in pages:
        kinds[round(page.width), round(page.height), page.number % 2].append(page)
    found: dict[int, Column] = {}
    for same in kinds.values():
        runs = [[p for p in page.parts if isinstance(p, PrintedLine)] for page in same]
        column = _column(runs, same[0].width) if any(runs) else Column(0.0, same[0].width)
        found.update((page.number, column) for page in same)
    return found


def _column(runs: Sequence[Sequence[PrintedLine]], width: float) -> Column:
    """Give the column of pages of which the lines are given, page by page."""
    lines = [line for run in runs for line in run]
    # one line alone further out is a caption or what a site puts below its pages
    least = max(1 + (len(lines) >= _FEWEST_LINES), round(_SHARE * len(lines)))
    lefts = sorted(line.x0 for line in lines)
    left = next((x for x in lefts if _near(lefts, x) >= least), lefts[0])
    column = Column(left, _right(lines, left, width))
    indented = sum(map(column.is_indented, lines))
    return replace(column, leading=_leading(runs), is_indenting=indented >= _INDENTED * len(lines))


def _right(lines: Sequence[PrintedLine], left: float, width: float) -> float:
    """Give where full lines end.

    That is where many lines end: a page of the web is as wide as its design, and some lines of its
    head may go on further. Else it is about as far from the edge of the page as the left margin:
    where all lines are short none of them tells.
    """
    rights = sorted((line.x1 for line in lines), reverse=True)
    full = _where_many_end(rights)
    if full is not None:
        return full
    reach = 1.5 * max(line.size for line in lines)  # a comma may hang out of the column
    outer = [x for x in rights if rights[0] - x <= reach]
    right = max(outer, key=lambda x: (_near(outer, x), x))
    right = right if _near(outer, right) >= max(1, round(_SHARE * len(lines))) else rights[0]
    return max(right, width - left - reach)


def _where_many_end(rights: Sequence[float]) -> float | None:
    """Give the outermost place at which many lines end; None where they end anywhere."""
    if len(rights) < _FEWEST_LINES:
        return None
    steps = Counter(round(x / _NEAR) for x in rights)
    for x in rights:
        step = round(x / _NEAR)
        if steps[step] + steps[step - 1] >= _FULL * len(rights):
            return x
    return None


def _leading(runs: Sequence[Sequence[PrintedLine]]) -> float:
    """Give the gap that most lines have between them; where there are few, the smallest."""
    pairs = (pair for run in runs for pair in itertools.pairwise(run))
    gaps = Counter(round(max(below.top - above.bottom, 0.0)) for above, below in pairs)
    return min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else 0.0


def _near(places: Sequence[float], place: float) -> int:
    return sum(abs(other - place) <= _NEAR for other in places)
