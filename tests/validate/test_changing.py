"""Whatever changes in a folder: a check that takes over results finds what one of all finds."""

import random
from pathlib import Path

import pytest

from policygraph.build import build
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.validate.cache import Cache
from policygraph.validate.dataset import kept_findings, validate_dataset
from policygraph.validate.documents import rules_version
from policygraph.validate.finding import CheckFinding
from policygraph.validate.result import Report
from policygraph.validate.rules import check_rules
from tests.rdf.changing import begin, change

STEPS = 10
DAY = {"asOf": "2025-06-30"}
BASIS = """晋城市人民政府关于夜间集市的若干措施
晋政发〔2020〕1号
1.规范摊位。（责任单位：市财政局）
晋城市人民政府
2020年6月1日
"""
RESTS = """晋城市人民政府关于集市照明的意见
晋政发〔2021〕2号
根据《晋城市人民政府关于夜间集市的若干措施》（晋政发〔2020〕1号），制定本意见。
1.增加照明。（责任单位：市财政局）
晋城市人民政府
2021年6月1日
"""
ENDS = """晋城市人民政府关于早市发展的若干措施
晋政发〔2022〕3号
1.发展早市。（责任单位：市财政局）
2.《晋城市人民政府关于夜间集市的若干措施》（晋政发〔2020〕1号）同时废止。
晋城市人民政府
2022年6月1日
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give where a dataset is built; documents are asked one by one, however many are new."""
    monkeypatch.setattr("policygraph.validate.documents._MOST_NEW", 2)
    monkeypatch.delattr("policygraph.validate.documents.told_apart")
    return tmp_path / "set"


def checked(place: Path) -> Report:
    return validate_dataset(open_dataset(place), 1, values=DAY)


def ruled(report: Report) -> list[CheckFinding]:
    return [finding for finding in report.findings if finding.check.startswith("rule.")]


def test_a_check_after_changes_finds_what_one_of_all_finds(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policygraph.validate.dataset.check_shards", lambda *_: [])
    lot = random.Random(3)
    texts = tmp_path / "texts"
    begin(texts, lot)
    seen: set[str] = set()
    for _ in range(STEPS):
        build([texts], place)
        dataset = open_dataset(place)
        all_of_it = sorted(check_rules(dataset.store, values=DAY), key=CheckFinding.order)
        before = Cache(place / "checks").find_documents(rules_version())
        assert ruled(checked(place)) == all_of_it
        assert list(kept_findings(dataset)[0]) == all_of_it
        after = Cache(place / "checks").find_documents(rules_version())
        assert not before or before.keys() & after.keys(), "nothing was taken over"
        seen.update(finding.check for finding in all_of_it)
        change(texts, lot)
    assert len(seen) >= 4


def test_what_a_change_causes_in_another_document_is_told_once_and_goes_with_its_cause(
    tmp_path: Path, place: Path
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in (("basis.txt", BASIS), ("rests.txt", RESTS)):
        (texts / name).write_text(text, encoding="utf-8")
    build([texts], place)
    assert ruled(checked(place)) == []
    (texts / "ends.txt").write_text(ENDS, encoding="utf-8")
    build([texts], place)
    report = checked(place)
    assert [d.file for d in report.documents if d.fresh] == ["ends.txt"]
    (found,) = ruled(report.only_fresh())
    assert (found.check, found.place.file) == ("rule.basis-ended", "rests.txt")
    again = checked(place)
    assert ruled(again) == [found]
    assert again.only_fresh().findings == ()
    (texts / "ends.txt").unlink()
    build([texts], place)
    assert ruled(checked(place)) == []


def test_results_of_other_queries_and_broken_ones_count_for_nothing(
    tmp_path: Path, place: Path
) -> None:
    texts = tmp_path / "texts"
    begin(texts, random.Random(7), 4)
    build([texts], place)
    expected = ruled(checked(place))
    file = place / "checks" / "documents.json"
    whole = file.read_bytes()
    for data in (b"", b"{}", b"[]", b"\xff", whole.replace(rules_version().encode(), b"0" * 64)):
        file.write_bytes(data)
        assert ruled(checked(place)) == expected
        assert file.read_bytes() == whole
