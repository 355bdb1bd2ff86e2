"""Scores against gold records: the real documents beside the project, and the samples."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from policygraph.model.record import to_json
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.text.reader import read_source

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
SAMPLES = 4


def _records(texts: list[Path], folder: Path, local: list[Path]) -> None:
    registry = load_registry(local)
    for text in texts:
        record = extract_record(read_source(text), registry)
        (folder / f"{text.stem}.json").write_text(to_json(record), encoding="utf-8")


def _scores(scorer: Path, gold: Path, records: Path) -> dict[str, dict[str, float]]:
    command = [sys.executable, str(scorer), str(gold), str(records), "--json"]
    done = subprocess.run(command, check=True, capture_output=True)
    return json.loads(done.stdout)


def test_five_real_documents_reach_their_floors(shared: Path, tmp_path: Path) -> None:
    texts = sorted((shared / "corpus").glob("*.txt"))
    assert len(texts) == 5
    _records(texts, tmp_path, [])
    scores = _scores(shared / "records" / "score.py", shared / "records" / "gold", tmp_path)
    below = {
        name: scores[name]["f1"] for name, floor in FLOORS.items() if scores[name]["f1"] < floor
    }
    assert not below


def test_samples_reach_the_floors_of_the_real_documents(
    shared: Path, root: Path, tmp_path: Path
) -> None:
    texts = sorted((root / "data" / "samples").glob("*.txt"))
    assert len(texts) == SAMPLES
    _records(texts, tmp_path, [root / "data" / "samples" / "registry"])
    scores = _scores(shared / "records" / "score.py", root / "tests" / "gold", tmp_path)
    below = {
        name: scores[name]["f1"] for name, floor in FLOORS.items() if scores[name]["f1"] < floor
    }
    assert not below


@pytest.mark.parametrize("name", ["clauses", "responsibilities", "citations"])
def test_samples_are_read_as_a_person_read_them(root: Path, name: str) -> None:
    """The same without the scorer, so that a clone by itself proves it: every row by its key."""
    keys = {
        "clauses": ("path", "label", "start"),
        "responsibilities": ("clause", "as_written", "resolved", "role", "group", "inherited"),
        "citations": ("clause", "title", "number", "article", "item", "relation"),
    }[name]
    registry = load_registry([root / "data" / "samples" / "registry"])
    golds = sorted((root / "tests" / "gold").glob("*.gold.json"))
    assert len(golds) == SAMPLES
    for path in golds:
        gold = json.loads(path.read_text(encoding="utf-8"))
        source = read_source(root / "data" / "samples" / gold["source"])
        record = json.loads(to_json(extract_record(source, registry)))
        want = {_key(row, keys) for row in gold[name] if not row.get("optional")}
        may = {_key(row, keys) for row in gold[name]}
        found = {_key(row, keys) for row in record[name]}
        assert want <= found <= may, path.name


def _key(row: dict[str, object], keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("".join(str(row[key] or "").split()) for key in keys)
