"""Query results -> table for a page."""

from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from policygraph.endpoint.cells import Cell, Cells

MAX_SHOWN = 500  # rows on a page; files have them all


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page.

    Attributes:
        columns: names of the columns.
        rows: at most ``MAX_SHOWN`` rows.
        more: there are more rows.
        boolean: the answer of an ASK query, which has no rows.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: bool = False
    boolean: bool | None = None


def shown_result(body: bytes, cells: Cells) -> Table:
    """Show query results in SPARQL JSON, which the service itself has written."""
    results = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    if isinstance(results, ox.QueryBoolean):
        return Table((), (), boolean=bool(results))
    columns = tuple(variable.value for variable in results.variables)
    rows = tuple(tuple(cells.of(term) for term in row) for row in islice(results, MAX_SHOWN))
    return Table(columns, rows, more=next(results, None) is not None)


def without_empty(table: Table) -> Table:
    """Leave out the columns in which no row has a value; files have them all."""
    kept = [n for n in range(len(table.columns)) if any(row[n].text for row in table.rows)]
    if not table.rows or len(kept) == len(table.columns):
        return table
    columns = tuple(table.columns[n] for n in kept)
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return Table(columns, rows, table.more, table.boolean)
