"""What a build says to the next one is believed only as it was said."""

import json
import re
from pathlib import Path

import pytest

from policygraph.build import build
from policygraph.rdf.dataset.contributions_file import FILE as CONTRIBUTIONS
from policygraph.rdf.dataset.earlier import FILE
from policygraph.rdf.dataset.sealed import sealed, unsealed
from tests.rdf.ten import NAMES, WRONG, again, text


def test_what_is_sealed_is_json_and_comes_back() -> None:
    assert json.loads(sealed(b'{"a":[1]}')) | {"sha256": ""} == {"sha256": "", "a": [1]}
    assert unsealed(sealed(b'{"a":[1]}')) == b'{"a":[1]}'


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"a":[1]}', sealed(b'{"a":[1]}')[:-1], b"\xff" * 99]
)
def test_what_was_not_sealed_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="sealed"):
        unsealed(data)


@pytest.mark.parametrize(
    ("name", "was", "now"),
    [
        (CONTRIBUTIONS, r'"clauses":\d', '"clauses":9'),
        (CONTRIBUTIONS, r'"laws":\[\]', '"laws":["公平竞争审查条例"]'),
        (CONTRIBUTIONS, '"title":"晋城市人民政府关于乙', '"title":"晋城市人民政府关于丁'),
        (FILE, r"\n\d+\n\]", "\n1\n]"),
    ],
)
def test_what_was_damaged_and_is_still_json_counts_for_nothing(
    texts: Path, name: str, was: str, now: str
) -> None:
    file = texts.parent / "set" / name
    whole = file.read_text("utf-8")
    damaged = re.sub(was, now, whole, count=1)
    assert damaged != whole
    file.write_text(damaged, encoding="utf-8")
    (texts / "丙.txt").write_text(
        text("丙.txt", "落实《晋城市人民政府关于乙类企业发展的意见》"), encoding="utf-8"
    )
    assert again(texts).unchanged == 0


@pytest.mark.parametrize("name", ["乙.txt", "乙.review.toml"])
def test_a_file_that_changes_while_it_is_built_and_changes_back(texts: Path, name: str) -> None:
    """What was read is not what the name and the bytes looked at before stand for."""
    file, whole = texts / name, text("乙.txt") if name == "乙.txt" else ""
    (texts / "乙.txt").write_text(text("乙.txt", "培训人才"), encoding="utf-8")
    build([texts], texts.parent / "set")

    def meanwhile(step: str, done: int, total: int) -> None:
        if step == "read" and done == total - 1:
            other = text("乙.txt", "另一任务") if name == "乙.txt" else WRONG
            file.write_text(other, encoding="utf-8")

    (texts / "乙.txt").write_text(text("乙.txt"), encoding="utf-8")
    build([texts], texts.parent / "set", progress=meanwhile)
    file.write_text(whole, encoding="utf-8")
    if not whole:
        file.unlink()
    assert again(texts).unchanged == len(NAMES) - 1
    assert again(texts).unchanged == len(NAMES)
