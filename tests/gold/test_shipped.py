"""data/policies/: facts-only records of real documents, made by the tool and still true."""

from pathlib import Path

from policygraph.model.digest import Digest
from policygraph.model.record import facts_only, read_record, to_json
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.text.reader import read_source

POLICIES = 5


def test_shipped_records_hold_no_running_text(root: Path) -> None:
    paths = sorted((root / "data" / "policies").glob("*.json"))
    assert len(paths) == POLICIES
    for path in paths:
        record = read_record(path)
        assert record.facts_only
        for row in record.citations:
            assert isinstance(row.as_written, Digest) or len(row.as_written) <= 20
        assert record.clauses
        assert all(len(row.heading or "") <= 20 for row in record.clauses)
        assert all(len(row.as_written) <= 30 for row in record.responsibilities)


def test_shipped_records_are_what_the_tool_reads_today(shared: Path, root: Path) -> None:
    for path in sorted((root / "data" / "policies").glob("*.json")):
        text = shared / "corpus" / f"{path.stem}.txt"
        fresh = facts_only(extract_record(read_source(text), load_registry()))
        assert to_json(fresh) == path.read_text(encoding="utf-8"), path.name
