"""The dataset as tables for people with a spreadsheet: a folder, or a zip, of CSV files.

UTF-8 with a byte order mark (without it Excel takes the file for the system's code page),
lines end in CR LF (RFC 4180, section 2), one row a fact, and the order is always the same:
policies by place and date, facts as in the text.
"""

import csv
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, TextIO

from policygraph.export.agency_rows import AgencyRow, agencies
from policygraph.export.cells import Header, cell
from policygraph.export.fact_rows import (
    AgencyChangeRow,
    AmendmentRow,
    BodyDutyRow,
    CitationRow,
    DeadlineRow,
    PostRow,
    QuantityRow,
    ResponsibilityRow,
)
from policygraph.export.facts import policies, policy_facts
from policygraph.export.finding_rows import FindingRow
from policygraph.export.lookup import Lookup
from policygraph.export.output import Written, new_file, new_folder
from policygraph.export.policy_rows import ClauseRow, PolicyRow
from policygraph.export.progress import Track, untracked
from policygraph.export.rows import Row, columns, values
from policygraph.rdf.dataset.folder import Dataset

TABLES: dict[str, type[Row]] = {
    "policies": PolicyRow,
    "clauses": ClauseRow,
    "responsibilities": ResponsibilityRow,
    "body_duties": BodyDutyRow,
    "citations": CitationRow,
    "amendments": AmendmentRow,
    "agency_changes": AgencyChangeRow,
    "quantities": QuantityRow,
    "deadlines": DeadlineRow,
    "posts": PostRow,
    "findings": FindingRow,
    "agencies": AgencyRow,
}
SPREADSHEET_ROWS = 1_048_576  # what Excel and Calc show of a sheet, the header included


def write_tables(
    dataset: Dataset, target: Path, header: Header = Header.ZH, track: Track = untracked
) -> tuple[Written, ...]:
    """Write all tables into the folder ``target``, or into one zip where it ends in ``.zip``.

    Args:
        dataset: an open dataset.
        target: folder or ``.zip`` file to be.
        header: for people or for programs.
        track: shows how many policies are done.

    Raises:
        DatasetError: ``target`` holds other things, or cannot be written.
    """
    if target.suffix == ".zip":
        with new_file(target) as stream, tempfile.TemporaryDirectory(dir=target.parent) as folder:
            counts = _write_folder(dataset, Path(folder), header, track)
            _pack(Path(folder), stream)
        return (Written(target, target.stat().st_size, counts),)
    with new_folder(target, [f"{name}.csv" for name in TABLES]) as folder:
        counts = _write_folder(dataset, folder, header, track)
    files = {name: target / f"{name}.csv" for name in TABLES}
    return tuple(
        Written(file, file.stat().st_size, {name: counts[name]}) for name, file in files.items()
    )


def rows_of(dataset: Dataset, track: Track) -> Iterator[tuple[str, Iterable[Row]]]:
    """Give the rows of a dataset by the names of their tables, policy by policy.

    Args:
        dataset: an open dataset.
        track: shows how many policies are done.
    """
    lookup = Lookup(dataset.store)
    for policy in track(policies(lookup)):
        yield from policy_facts(lookup, policy).tables()
    yield "agencies", agencies(lookup)


def _write_folder(
    dataset: Dataset, folder: Path, header: Header, track: Track
) -> Mapping[str, int]:
    with ExitStack() as stack:
        tables: dict[str, _Table] = {}
        for name, row in TABLES.items():
            file = (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="")
            tables[name] = _Table(stack.enter_context(file), row, header)
        for name, rows in rows_of(dataset, track):
            tables[name].write(rows)
    return {name: table.rows for name, table in tables.items()}


class _Table:
    """One CSV file: its header is written at once, ``rows`` counts what follows."""

    def __init__(self, stream: TextIO, row: type[Row], header: Header) -> None:
        self._writer = csv.writer(stream, lineterminator="\r\n")
        self._header = header
        self.rows = 0
        people = header is Header.ZH
        self._writer.writerow(each.header if people else name for name, each in columns(row))

    def write(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._writer.writerow(cell(value, self._header) for value in values(row))
            self.rows += 1


def _pack(folder: Path, stream: BinaryIO) -> None:
    """Pack the tables; entries have a fixed date, so the same tables give the same bytes."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in TABLES:
            file = folder / f"{name}.csv"
            entry = zipfile.ZipInfo(file.name)  # dated 1980-01-01, the earliest there is
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # Unix, rw-r--r--
            entry.file_size = file.stat().st_size
            with file.open("rb") as source, archive.open(entry, "w") as packed:
                shutil.copyfileobj(source, packed)
