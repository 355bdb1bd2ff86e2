"""Numbers after a document adds, strikes and moves units, all counted at once.

A decision names what it adds by the number that it has afterwards (增加一条，作为第五条), what it
strikes or moves by the number before (删去第七条, 将第八条改为第十条); what it does not name keeps
its order. Numbers are sure only where all of these come out to one row without a gap.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from policygraph.consolidation.layout import label_of
from policygraph.consolidation.rows import Rows, is_move, own_number
from policygraph.expression import expression
from policygraph.model.facts import Amendment, Operation
from policygraph.model.record import Record
from policygraph.model.structure import Clause
from policygraph.text.numerals import in_chinese, to_int

_ARTICLE = expression("第[^第款项]{1,8}条$")
_UNIT = expression("^[^“”。]{0,40}[条款项](?:之[^条款项“”。]{1,4})?$|^附件")


class Numbering(NamedTuple):
    """What becomes of the numbers of the articles.

    Attributes:
        numbers: path of an article that stays in the text -> its number afterwards.
        moved: paths of those that stand elsewhere afterwards.
        behind: number of what is new or moved -> path of the article behind which it goes, and of
            the one before which it goes; None: there is none.
        named: paths whose new number a change names.
    """

    numbers: dict[str, int]
    moved: frozenset[str]
    behind: dict[int, tuple[str | None, str | None]]
    named: frozenset[str]


def slots(
    count: int, struck: Iterable[int], added: Collection[int], moved: Mapping[int, int]
) -> list[int | None] | None:
    """Give what stands at each number afterwards: its number before, None for what is new.

    None where the numbers do not come out: one is given twice, or lies behind the last.
    """
    gone, fixed = set(struck), [*added, *moved.values()]
    rest = [one for one in range(1, count + 1) if one not in gone and one not in moved]
    total = len(rest) + len(fixed)
    if len(set(fixed)) != len(fixed) or not all(0 < one <= total for one in fixed):
        return None
    if not moved.keys() <= set(range(1, count + 1)) - gone:
        return None
    held: dict[int, int | None] = dict.fromkeys(fixed)
    held |= {now: before for before, now in moved.items()}
    left = iter(rest)
    return [held[now] if now in held else next(left) for now in range(1, total + 1)]


def numbering(
    rows: Sequence[Amendment],
    record: Record,
    struck: Iterable[int] = (),
    added: Iterable[int] = (),
) -> Numbering | None:
    """Give the numbers of the articles afterwards; None where none changes, or they are not sure.

    Args:
        rows: the changes that one document makes to the text.
        record: what was read from the text.
        struck: articles that go with chapters.
        added: numbers of those that come with chapters.
    """
    articles = articles_of(record)
    new = [*added, *(number for row in rows if (number := added_number(row)) is not None)]
    known = Rows(rows)
    gone = {*struck, *(one for row in rows if (one := struck_number(row, known)))}
    moves = (_move(row) for row in rows if not known.is_merged(row))
    moved = dict(pair for pair in moves if pair is not None)
    if not articles or not (new or gone or moved) or not all(map(_is_counted, rows)):
        return None
    found = slots(len(articles), gone, new, moved)
    if found is None:
        return None
    out_of_order = _out_of_order([one for one in found if one is not None], moved)
    if out_of_order is None:
        return None
    paths = [article.path for article in articles]
    return Numbering(
        {paths[one - 1]: now for now, one in enumerate(found, 1) if one is not None},
        frozenset(paths[one - 1] for one in out_of_order),
        _behind(found, paths, out_of_order),
        frozenset(paths[one - 1] for one in moved),
    )


def _is_counted(row: Amendment) -> bool:
    """Say whether it is told how many articles a change adds or strikes: of a chapter it is not."""
    printed = row.target.locator_as_written or ""
    if row.operation in (Operation.ADD_CLAUSE, Operation.DELETE_CLAUSE):
        return bool(_UNIT.search(printed))
    if row.operation is Operation.ADD_TEXT and row.new is None:
        return False
    whole = row.operation is Operation.REPLACE_CLAUSE and isinstance(row.new, str)
    return not whole or bool(_UNIT.search(printed)) or "第" not in printed


def _is_struck(row: Amendment, rows: Rows) -> bool:
    """Say whether a unit goes; of those that are merged, all but the first do."""
    if row.operation is Operation.REPLACE_CLAUSE:
        return rows.together(row)[0] is not row
    return row.operation is Operation.DELETE_CLAUSE


def articles_of(record: Record) -> list[Clause]:
    """Give the articles of the body where they are numbered from 1 without a gap, else none."""
    found = [
        clause
        for clause in record.clauses
        if clause.style == "article" and not clause.path.startswith("annex")
    ]
    numbers = [clause.path.rpartition("/")[2] for clause in found]
    return found if numbers == [str(one) for one in range(1, len(found) + 1)] else []


def added_number(row: Amendment) -> int | None:
    """Give the number that a change gives to a new article; None for another change."""
    named = _own(row) if row.operation is Operation.ADD_CLAUSE else None
    return None if named is None else own_number(row, named)


def struck_number(row: Amendment, rows: Rows) -> int | None:
    """Give the number of the article that a change strikes; None for another change."""
    return _own(row) if _is_struck(row, rows) else None


def given_number(row: Amendment) -> int | None:
    """Give the number that a change gives to a new article, or to one that takes another."""
    pair = _move(row)
    return added_number(row) if pair is None else pair[1]


def article_label(number: int, like: str) -> str:
    """Write the label of an article, in the digits that another label uses."""
    arabic = any(char.isdecimal() for char in like)
    return f"第{number if arabic else in_chinese(number)}条"


def _own(row: Amendment) -> int | None:
    """Give the number of the article that a change names, where it names just this."""
    locator = row.target.locator or ""
    whole = _ARTICLE.search(row.target.locator_as_written or "")
    return int(locator) if whole and locator.isdecimal() else None


def _move(row: Amendment) -> tuple[int, int] | None:
    if not is_move(row):
        return None
    before, label = _own(row), label_of(row.new) if isinstance(row.new, str) else ""
    now = to_int(label[1:-1]) if label.endswith("条") else None
    return (before, now) if before is not None and now is not None else None


def _out_of_order(sequence: list[int], moved: Mapping[int, int]) -> set[int] | None:
    """Give what has to move so that the others keep their order; None if that is not named."""
    ends: list[int] = []  # the least end of a rising row of each length
    before: dict[int, int | None] = {}  # what stands before each in such a row
    for one in sequence:
        at = bisect_left(ends, one)
        before[one] = ends[at - 1] if at else None
        ends[at : at + 1] = [one]
    leaving = set(sequence)
    last = ends[-1] if ends else None
    while last is not None:
        leaving.discard(last)
        last = before[last]
    return leaving if leaving <= moved.keys() else None


def _behind(
    found: Sequence[int | None], paths: Sequence[str], leaving: set[int]
) -> dict[int, tuple[str | None, str | None]]:
    stays = [one if one is not None and one not in leaving else None for one in found]
    before: list[str | None] = []
    last: str | None = None
    for one in stays:
        before.append(last)
        last = last if one is None else paths[one - 1]
    behind: dict[int, tuple[str | None, str | None]] = {}
    following: str | None = None
    for now in range(len(stays), 0, -1):
        one = stays[now - 1]
        if one is None:
            behind[now] = (before[now - 1], following)
        else:
            following = paths[one - 1]
    return behind
