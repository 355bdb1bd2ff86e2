"""Quoted words that differ from the law are told by a build, by findings and by validate."""

import json

import pytest

from policygraph.build import build
from policygraph.model.record import facts_only, to_json
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.read import read_file
from policygraph.show.findings import find_findings
from policygraph.validate.dataset import validate_dataset
from policygraph.validate.files import validate_files

LAW = """云岭省公平竞争办法

第一条 为了保护夜市的公平竞争，制定本办法。

第二条 开办者不得向摊主收取下列费用：

（一）摊位清洁费；

（二）照明、用水、垃圾清运保险费等方面的押金。
"""
NOTICE = """云岭市人民政府关于规范夜市收费的通知

一、规范收费。

根据《云岭省公平竞争办法》“第二条 开办者不得向摊主收取下列费用——（二）照明、用水、垃圾清运保险等方面的押金”。
"""
WORDS = "照明、用水、垃圾清运保险等方面的押金"
DETAIL = "云岭省公平竞争办法 第二条（二）: 清运保险 → 清运保险费"
START = NOTICE.index(WORDS)


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    (folder / "notice.txt").write_text(NOTICE, encoding="utf-8")
    return folder


def rows(report):
    """Give the findings of the check."""
    return [
        (f.place.file.rpartition("/")[2], f.place.spans, f.severity, f.value.value)
        for f in report.findings
        if f.check == "rule.quoted-words-differ"
    ]


EXPECTED = [("notice.txt", ((START, START + len(WORDS)),), "warning", DETAIL)]


def test_a_build_finds_it_and_the_dataset_tells_it(texts, tmp_path):
    result = build([texts], tmp_path / "data", jobs=1)
    told = [p for p in result.problems if p.finding.code == "citation.quotation-differs"]
    assert [(p.file, p.finding.span, p.finding.detail) for p in told] == [
        ("notice.txt", (START, START + len(WORDS)), DETAIL)
    ]
    assert rows(validate_dataset(open_dataset(tmp_path / "data"))) == EXPECTED
    (found,) = (f for f in find_findings([tmp_path / "data"]) if f.finding.detail == DETAIL)
    assert (found.file, found.quote) == ("notice.txt", WORDS)
    kept = json.loads((tmp_path / "data" / "findings.json").read_bytes())
    assert result.manifest.counts["findings"] == len(kept) == len(result.problems)


def test_it_is_told_of_files_too(texts):
    report, _ = validate_files([texts / "law.txt", texts / "notice.txt"])
    assert rows(report) == EXPECTED
    report, _ = validate_files([texts / "notice.txt"])
    assert rows(report) == []


def test_in_many_processes_the_same_is_found(texts, tmp_path):
    for number in range(16):
        other = NOTICE.replace("垃圾清运保险", "垃圾清运保险费").replace(
            "收费。", f"收费{number}。"
        )
        (texts / f"other-{number}.txt").write_text(other, encoding="utf-8")
    roots = {build([texts], tmp_path / f"{n}", jobs=n).manifest.root for n in (1, 2)}
    assert len(roots) == 1
    assert rows(validate_dataset(open_dataset(tmp_path / "2"))) == EXPECTED


def test_the_record_of_the_source_is_what_it_was_alone(texts, tmp_path):
    build([texts], tmp_path / "data", jobs=1)
    alone = read_file(texts / "notice.txt").record
    kept = tmp_path / "data" / "records" / f"{alone.sha256}.json"
    assert kept.read_text(encoding="utf-8") == to_json(alone)


def test_without_the_texts_nothing_is_compared(texts, tmp_path):
    facts = tmp_path / "facts"
    facts.mkdir()
    for name in ("law", "notice"):
        record = facts_only(read_file(texts / f"{name}.txt").record)
        (facts / f"{name}.json").write_text(to_json(record), encoding="utf-8")
    build([facts], tmp_path / "data", jobs=1)
    assert rows(validate_dataset(open_dataset(tmp_path / "data"))) == []
