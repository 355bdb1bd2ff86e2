"""Changes that do not fit the document they are made to are findings, with their place."""

from pathlib import Path

import pytest

from policygraph.build import build
from policygraph.consolidation.duties import duties_changed
from policygraph.model.code import Severity
from policygraph.on_demand.changed_document import changed_document
from policygraph.rdf.dataset.changed import changed_policies
from policygraph.rdf.dataset.folder import Dataset, open_dataset
from policygraph.validate.cache import Cache
from policygraph.validate.changes import check_changes
from policygraph.validate.dataset import validate_dataset

RULES = """云岭市人民政府关于印发《云岭市公园管理办法》的通知
云政发〔2024〕3号
第一条 公园由市园林局管理。
第二条 公园每日六时开放，二十一时关闭。
云岭市人民政府
2024年1月5日
"""
ORDER = """云岭市人民政府关于修改《云岭市公园管理办法》的决定
云政发〔2025〕8号
云岭市人民政府决定对《云岭市人民政府关于印发〈云岭市公园管理办法〉的通知》（云政发〔2024〕3号）作如下修改：
一、将第二条中的“二十一时”修改为“二十二时”。
二、将第一条中的“市林业局”修改为“市城管局”。
三、将第七条中的“六时”修改为“五时”。
云岭市人民政府
2025年3月1日
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "rules.txt").write_text(RULES, encoding="utf-8")
    (folder / "order.txt").write_text(ORDER, encoding="utf-8")
    return folder


def built(texts: Path) -> Dataset:
    place = texts.parent / "set"
    build([texts], place)
    return open_dataset(place)


def test_each_change_that_does_not_fit_is_a_warning_at_its_sentence(texts: Path) -> None:
    dataset = built(texts)
    found = list(check_changes(dataset, Cache(dataset.path / "checks")))
    assert [one.check for one in found] == ["change.words-missing", "change.place-unknown"]
    assert {one.severity for one in found} == {Severity.WARNING}
    (first, second) = found
    (span,) = first.place.spans
    assert first.place.file == "order.txt"
    assert ORDER[span.start : span.end].strip().startswith("二、将第一条中的“市林业局”")
    assert "/amendment/replace_text/7" in second.focus
    assert first.sources == {p.stem for p in (dataset.path / "text").iterdir()}


def test_an_order_to_renumber_that_is_not_sure_is_told_at_its_clause(texts: Path) -> None:
    order = ORDER.replace(
        "三、将第七条中的“六时”修改为“五时”。",
        "三、增加一条，作为第九条：“第九条 甲。”\n四、条文顺序作相应调整。",
    )
    (texts / "order.txt").write_text(order, encoding="utf-8")
    dataset = built(texts)
    found = list(check_changes(dataset, Cache(dataset.path / "checks")))
    assert "change.numbers-unknown" in {one.check for one in found}
    assert all(one.focus.startswith("https://w3id.org/policygraph/id/policy/") for one in found)


def test_validation_tells_them_and_still_passes(texts: Path) -> None:
    report = validate_dataset(built(texts), jobs=1)
    checks = [one.check for one in report.findings if one.check.startswith("change.")]
    assert checks == ["change.words-missing", "change.place-unknown"]
    assert report.conforms


def test_what_is_kept_is_not_carried_out_again(
    texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = built(texts)
    kept = Cache(dataset.path / "checks")
    first = list(check_changes(dataset, kept))
    monkeypatch.setattr("policygraph.validate.changes._failures", None)  # calling it would fail
    assert list(check_changes(dataset, kept)) == first
    monkeypatch.undo()
    (texts / "rules.txt").write_text(RULES.replace("市园林局", "市林业局"), encoding="utf-8")
    dataset = built(texts)
    again = [one.check for one in check_changes(dataset, Cache(dataset.path / "checks"))]
    assert again == ["change.place-unknown"]


def test_without_texts_nothing_is_carried_out(texts: Path) -> None:
    dataset = built(texts)
    for file in (dataset.path / "text").iterdir():
        file.unlink()
    assert list(check_changes(dataset, Cache(dataset.path / "checks"))) == []


def test_an_old_order_beside_the_text_of_today_is_no_fault(texts: Path) -> None:
    (texts / "order.txt").write_text(
        ORDER.replace("2025年3月1日", "2023年3月1日"), encoding="utf-8"
    )
    dataset = built(texts)
    found = list(check_changes(dataset, Cache(dataset.path / "checks")))
    assert {one.check for one in found} == {"change.older"}
    assert {one.severity for one in found} == {Severity.INFO}


def test_both_texts_are_read_with_the_same_tables(texts: Path) -> None:
    """A dataset keeps what tables of one's own told; duties may differ by the changes alone."""
    marked = RULES.replace("市园林局管理。", "市园林局管理。（责任单位：市园林局）")
    (texts / "rules.txt").write_text(marked, encoding="utf-8")
    dataset = built(texts)
    (policy,) = changed_policies(dataset)
    for file in (dataset.path / "records").iterdir():
        file.write_text(
            file.read_text(encoding="utf-8").replace(
                '"resolved": "市园林局"', '"resolved": "某局"'
            ),
            encoding="utf-8",
        )
    duties = duties_changed(changed_document(dataset, policy))
    assert duties.lost == duties.gained == ()
