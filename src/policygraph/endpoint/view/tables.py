"""Query results -> table for a page."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import islice

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cell, Cells
from policygraph.query.telling import telling

MAX_SHOWN = 500  # rows on a page; files have them all


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page.

    Attributes:
        columns: names of the columns.
        rows: at most ``MAX_SHOWN`` rows.
        more: there are more rows.
        boolean: the answer of an ASK query, which has no rows.
        same: columns taken out of the rows, with the value that all rows have there.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: bool = False
    boolean: bool | None = None
    same: tuple[tuple[str, Cell], ...] = ()


def shown_result(body: bytes, cells: Cells) -> Table:
    """Show query results in SPARQL JSON, which the service itself has written."""
    results = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    if isinstance(results, ox.QueryBoolean):
        return Table((), (), boolean=bool(results))
    columns = tuple(variable.value for variable in results.variables)
    rows = tuple(tuple(cells.of(term) for term in row) for row in islice(results, MAX_SHOWN))
    return Table(columns, rows, more=next(results, None) is not None)


def fitted(table: Table, alike: Collection[int] | None = None) -> Table:
    """Make a table narrower: leave out what says nothing, and tell once what all rows share.

    Args:
        table: the table.
        alike: where there are more rows, the columns that have one value in all of them.
    """
    texts = [[f"{cell.text}{cell.href or ''}" for cell in row] for row in table.rows]
    kept, shared = telling(table.columns, texts, (alike or ()) if table.more else None)
    if len(kept) == len(table.columns):
        return table
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
        same=tuple((table.columns[n], table.rows[0][n]) for n in shared),
    )
