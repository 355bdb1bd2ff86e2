"""The dataset as one workbook: a sheet for each kind of fact."""

from collections.abc import Iterator
from pathlib import Path

from policygraph.export.cells import Header, Value
from policygraph.export.lookup import Concept
from policygraph.export.output import Written, new_file
from policygraph.export.progress import Track, untracked
from policygraph.export.rows import Row, columns, values
from policygraph.export.tables import TABLES, rows_of
from policygraph.export.workbook import Book, Cell, Column, Sheet, as_day, new_book
from policygraph.rdf.dataset.folder import Dataset

# Names of sheets hold none of / \ ? * [ ] : and are at most 31 characters long.
SHEETS: dict[str, str] = {
    "policies": "文件",
    "clauses": "条款",
    "responsibilities": "责任",
    "body_duties": "正文责任",
    "citations": "引用",
    "amendments": "修改废止",
    "agency_changes": "机构变更",
    "quantities": "数量",
    "deadlines": "期限",
    "posts": "职务",
    "findings": "待核对",
    "agencies": "单位",
}
# What leads back to the text and the graph, and is folded away until it is asked for.
_TRACES = frozenset(
    {
        "path",
        "segment",
        "start",
        "end",
        "own_end",
        "rule",
        "locator",
        "code",
        "resolved",
        "beside_locator",
        "new_locator",
    }
)
_TRACE_ENDINGS = ("_iri", "_sha256")


def write_workbook(
    dataset: Dataset, target: Path, header: Header = Header.ZH, track: Track = untracked
) -> Written:
    """Write all tables into one workbook.

    Args:
        dataset: an open dataset.
        target: the file, with a name in ``.xlsx``.
        header: for people or for programs.
        track: shows how many policies are done.

    Raises:
        DatasetError: ``target`` cannot be written.
    """
    with (
        new_file(target) as stream,
        new_book(stream, target.resolve().parent, title=dataset.path.name) as book,
    ):
        tables = {name: _Table(book, name, row, header) for name, row in TABLES.items()}
        for name, rows in rows_of(dataset, track):
            table = tables[name]
            table.sheet.write(table.cells(row) for row in rows)
        for table in tables.values():
            table.sheet.end()
    counts = {name: table.sheet.rows for name, table in tables.items()}
    return Written(target, target.stat().st_size, counts)


class _Table:
    """One kind of rows and its sheet."""

    def __init__(self, book: Book, name: str, row: type[Row], header: Header) -> None:
        self._people = header is Header.ZH
        self._days = [each.day for _, each in columns(row)]
        heads = [
            Column(column.header if self._people else each, self._people and _is_trace(each))
            for each, column in columns(row)
        ]
        self.sheet: Sheet = book.sheet(SHEETS[name] if self._people else name, heads)

    def cells(self, row: Row) -> list[Cell]:
        """Give the cells of a row."""
        return list(self._cells(row))

    def _cells(self, row: Row) -> Iterator[Cell]:
        for value, day in zip(values(row), self._days, strict=True):
            yield as_day(value) if day else self._cell(value)

    def _cell(self, value: Value) -> Cell:
        match value:
            case Concept():
                return value.label if self._people else value.code
            case tuple():
                return ("；" if self._people else "|").join(value)
            case bool() if self._people:
                return "是" if value else "否"
        return value


def _is_trace(name: str) -> bool:
    return name in _TRACES or name.endswith(_TRACE_ENDINGS)
