"""What a build says to the next one is believed only as it was said."""

import json
import re
from pathlib import Path

import pytest

from policygraph.rdf.contributions_file import FILE as CONTRIBUTIONS
from policygraph.rdf.earlier import FILE
from policygraph.rdf.sealed import sealed, unsealed
from tests.rdf.ten import again, text


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
