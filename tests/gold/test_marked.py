"""Scores on documents of other styles, marked by reading and not by running the tool.

Those in ``open`` were looked at while rules were made. Those in ``held``, and later those in
``second``, were scored once before anybody looked at them: docs/accuracy.md has those figures. All
have floors now.
"""

import hashlib
import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from policygraph.model.record import to_json
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.text.reader import read_source

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "more" / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("part", "documents"), [("open", 6), ("held", 6), ("second", 9)])
def test_marked_documents_reach_their_floors(
    shared: Path, tmp_path: Path, part: str, documents: int
) -> None:
    golds = sorted((HERE / "more" / part).glob("*.gold.json"))
    assert len(golds) == documents
    scorer = shared / "records" / "score.py"
    digest = _Digest(_module(scorer))
    for gold in golds:
        stem = gold.name.removesuffix(".gold.json")
        source = read_source(shared / "corpus" / "more" / f"{stem}.txt")
        record = json.loads(to_json(extract_record(source, load_registry())))
        digest.hide(record)
        (tmp_path / f"{stem}.json").write_text(json.dumps(record), encoding="utf-8")
    command = [sys.executable, str(scorer), str(HERE / "more" / part), str(tmp_path), "--json"]
    scores = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    floors = FLOORS[part]
    assert floors.keys() <= scores.keys()
    below = {name: scores[name]["f1"] for name in floors if scores[name]["f1"] < floors[name]}
    assert not below


class _Digest:
    """The marks hold no running text: long headings and changed texts are digests in them."""

    def __init__(self, scorer: ModuleType) -> None:
        self._norm = scorer.norm

    def hide(self, record: dict[str, Any]) -> None:
        for clause in record["clauses"]:
            heading = clause["heading"] or ""
            sentence = len(heading) > 20 and re.search("[，；。,;]", heading)
            if len(heading) > 60 or sentence:
                clause["heading"] = self._of(heading)
        for row in record["amendments"]:
            for name in ("old", "new"):
                if row[name] and len(row[name]) > 20:
                    row[name] = self._of(row[name])

    def _of(self, text: str) -> str:
        return "sha256:" + hashlib.sha256(self._norm(text).encode()).hexdigest()


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
