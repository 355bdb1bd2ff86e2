"""Which columns of a table tell people something: for pages and printed tables.

Files for programs have every column in every row.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

_MANY_ROWS = 4  # from here a value that is the same in all of them is worth saying once
_MANY_COLUMNS = 6  # that fit a page beside each other


class Telling(NamedTuple):
    """Columns of a table, by their places.

    Attributes:
        kept: to be shown in each row.
        shared: all rows have the same value there, which is told once.
    """

    kept: tuple[int, ...]
    shared: tuple[int, ...]


def telling(
    names: Sequence[str], rows: Sequence[Sequence[str]], alike: Collection[int] | None = None
) -> Telling:
    """Tell which columns to show: none that is empty.

    Args:
        names: of the columns.
        rows: their values as text; empty where there is none.
        alike: of the first rows alone, the columns that have one value in all rows there are;
            None: these are all rows.
    """
    said = [n for n in range(len(names)) if any(row[n] for row in rows)]
    shared: list[int] = []
    if len(said) > _MANY_COLUMNS and len(rows) >= _MANY_ROWS:
        one = [n for n in said if all(row[n] == rows[0][n] for row in rows)]
        shared = [n for n in one if alike is None or n in alike]
    kept = [n for n in said if n not in shared]
    if not kept:
        return Telling(tuple(range(len(names))), ())
    return Telling(tuple(kept), tuple(shared))
