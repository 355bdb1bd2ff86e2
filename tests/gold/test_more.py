"""The documents beside the project that nobody marked: what must hold for any text."""

from pathlib import Path

from policygraph.coverage.document import measure, totals
from policygraph.registry.registry import load_registry
from policygraph.text.blocks import split_blocks
from policygraph.text.reader import read_source
from tests.reading import extract_record

DOCUMENTS = 58
UNCLASSIFIED = 0.01  # share of characters; a floor of quality that only falls


def test_every_mark_gives_rows_or_a_finding(shared: Path) -> None:
    rows = [measure(path) for path in sorted((shared / "corpus" / "more").glob("*.txt"))]
    sums = totals(rows)
    assert sums["documents"] == DOCUMENTS
    assert sums["marks"] == sums["answered"] > 300
    assert sums["unclassified"] < UNCLASSIFIED * sums["characters"]


def test_blocks_tile_and_spans_hold(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "more").glob("*.txt")):
        source = read_source(path)
        blocks = split_blocks(source).blocks
        assert "".join(source.at(block.span) for block in blocks) == source.text, path.name
        record = extract_record(source, load_registry())
        for row in (*record.responsibilities, *record.citations):
            assert "".join(source.at(span) for span in row.spans) == row.as_written, path.name
        for clause in record.clauses:
            assert clause.start < clause.own_end <= clause.end <= len(source.text), path.name
        assert len({clause.path for clause in record.clauses}) == len(record.clauses)
