"""Query results -> table for a page."""

from dataclasses import dataclass, replace
from itertools import islice

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cell, Cells

MAX_SHOWN = 500  # rows on a page; files have them all
_MANY_ROWS = 4  # from here a value that is the same in all of them is worth saying once
_MANY_COLUMNS = 6  # that fit a page beside each other


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


def fitted(table: Table) -> Table:
    """Make a table narrower: leave out what says nothing, and tell once what all rows share.

    Files have every column in every row.
    """
    said = [n for n in range(len(table.columns)) if any(row[n].text for row in table.rows)]
    shared = [n for n in said if _is_shared(table, n)] if len(said) > _MANY_COLUMNS else []
    kept = [n for n in said if n not in shared]
    if not table.rows or len(kept) == len(table.columns) or not kept:
        return table
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
        same=tuple((table.columns[n], table.rows[0][n]) for n in shared),
    )


def _is_shared(table: Table, column: int) -> bool:
    if table.more or len(table.rows) < _MANY_ROWS:
        return False  # rows that are not shown may differ
    first = table.rows[0][column]
    return all(
        (row[column].text, row[column].href) == (first.text, first.href) for row in table.rows
    )
