"""Which of several texts of one document the changes are carried out in."""

from pathlib import Path

import pytest

from policygraph.build import build
from policygraph.consolidation.outcome import Consolidation
from policygraph.consolidation.sources import Printed, differing
from policygraph.consolidation.summary import sentences
from policygraph.on_demand.changed_document import changed_document
from policygraph.rdf.dataset.changed import changed_policies
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.validate.cache import Cache
from policygraph.validate.changes import check_changes
from tests.reading import read

RULES = """云岭市人民政府关于印发《云岭市公园管理办法》的通知
云政发〔2024〕3号
第一条 公园由市园林局管理。
第二条 公园每日六时开放，{}关闭。
云岭市人民政府
2024年1月5日
"""
ORDER = """云岭市人民政府关于修改《云岭市公园管理办法》的决定
云政发〔2025〕8号
云岭市人民政府决定对《云岭市人民政府关于印发〈云岭市公园管理办法〉的通知》（云政发〔2024〕3号）作如下修改：
一、将第二条中的“{}”修改为“二十三时”。
云岭市人民政府
2025年3月1日
"""


def changed(folder: Path, closes: tuple[str, ...], struck: str) -> Consolidation:
    texts = folder / "texts"
    texts.mkdir()
    for number, closed in enumerate(closes):
        (texts / f"{number}.txt").write_text(RULES.format(closed), encoding="utf-8")
    (texts / "order.txt").write_text(ORDER.format(struck), encoding="utf-8")
    build([texts], folder / "set")
    dataset = open_dataset(folder / "set")
    (policy,) = changed_policies(dataset)
    result = changed_document(dataset, policy)
    found = list(check_changes(dataset, Cache(dataset.path / "checks")))
    assert [one.also for one in found] == [(result.base.sha256,)] * len(result.failed)
    return result


@pytest.mark.parametrize("struck", ["二十一时", "二十二时"])
def test_the_text_that_the_changes_fit_is_taken(tmp_path, struck):
    result = changed(tmp_path, ("二十一时", "二十二时"), struck)
    assert result.failed == ()
    assert "二十三时关闭" in result.text
    (other,) = result.others
    assert other.failed == 1
    (told,) = [one for one in sentences(result, None, "zh") if "来源" in one]
    assert f"采用{result.base.source}" in told
    assert f"{other.source}（1 处）" in told


def test_where_they_fit_none_that_is_told(tmp_path):
    result = changed(tmp_path, ("二十一时", "二十二时"), "十八时")
    assert len(result.failed) == 1
    (told,) = [one for one in sentences(result, None, "en") if "sources" in one]
    assert "as in others" in told


def test_texts_that_differ_only_in_blanks_are_one(tmp_path):
    result = changed(tmp_path, ("二十一时", "二十一 时"), "二十一时")
    assert result.others == ()


def test_only_other_words_make_another_text():
    texts = ["第一条 甲，乙。", "第一条　甲,乙。", "第一条 甲、乙。"]
    found = differing(Printed(read(text), text) for text in texts)
    assert [one.text for one in found] == [texts[0], texts[2]]
