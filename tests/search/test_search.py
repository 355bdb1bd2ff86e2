"""Full-text search: what is found, in which order, with which words shown."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from policygraph.build import build
from policygraph.errors import DatasetError
from policygraph.model.record import facts_only
from policygraph.model.source import Source
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.search.folding import words_of
from policygraph.search.index import FILE, write_index
from policygraph.search.query import Query
from policygraph.search.run import search

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples" / "registry"
PLAN = """云岭省人民政府办公厅关于印发云岭省工业企业升级实施方案的通知
云政办发〔2021〕35号
各市人民政府：
现将方案印发给你们，请认真执行。
一、主要任务
（一）推动规下企业上规。建立培育库，完善服务机制。（责任单位：省工业和信息化厅）
（二）加大奖励。对新增企业给予一次性奖励，最高20万元。（责任单位：财政厅）
二、保障机制
加强统计监测。
云岭省人民政府办公厅
2021年9月28日
"""
NOTICE = """青石县人民政府关于加强奖励资金管理的通知
青政发〔2022〕3号
一、奖励资金由县财政局管理。
二、GDP 核算按季度进行。
青石县人民政府
2022年3月7日
"""


def read(name, text):
    digest = f"{len(text):064x}"
    return extract_record(Source(name, digest, text), load_registry([SAMPLES])), text


def index(folder, documents):
    write_index(folder, [record for record, _ in documents], texts_of(documents))


def texts_of(documents):
    return {record.sha256: text for record, text in documents}.get


@pytest.fixture(scope="module")
def documents():
    return [read("plan.txt", PLAN), read("notice.txt", NOTICE)]


@pytest.fixture
def folder(documents, tmp_path: Path) -> Path:
    index(tmp_path, documents)
    return tmp_path


@pytest.fixture
def find(folder, documents):
    def run(typed, **others):
        return search(folder, texts_of(documents), Query(words_of(typed), **others))

    return run


def shown(pieces):
    return "".join(piece.text for piece in pieces)


def places(result):
    return [(hit.document.number, hit.path) for hit in result.hits]


@pytest.mark.parametrize(
    ("typed", "number", "path"),
    [
        ("培育库", "云政办发〔2021〕35号", "1/1"),
        ("库", "云政办发〔2021〕35号", "1/1"),
        ("统计", "云政办发〔2021〕35号", "2"),
        ("推动规下企业上规", "云政办发〔2021〕35号", "1/1"),
        ("gdp", "青政发〔2022〕3号", "2"),
        ("20万", "云政办发〔2021〕35号", "1/2"),
        ("认真执行", "云政办发〔2021〕35号", None),
        ("升级实施方案", "云政办发〔2021〕35号", None),
        ("云政办发[2021]35", "云政办发〔2021〕35号", None),
        ("保障机制 统计", "云政办发〔2021〕35号", "2"),
    ],
)
def test_words_find_the_clause_or_the_document_that_holds_them(find, typed, number, path):
    assert places(find(typed))[0] == (number, path)


def test_a_name_is_found_with_the_level_that_the_list_leaves_out(find):
    (hit,) = find("云岭省工业和信息化厅").hits
    assert hit.path == "1/1"
    assert [piece.text for piece in hit.names if piece.is_found] == ["云岭省工业和信息化厅"]


def test_all_words_must_be_there_in_the_clause_or_above_it(find):
    assert places(find("奖励 升级")) == [("云政办发〔2021〕35号", "1/2")]
    assert places(find("奖励 主要任务")) == [("云政办发〔2021〕35号", "1/2")]
    assert find("奖励 培育库").hits == ()


def test_words_that_stand_only_above_a_clause_do_not_find_it(find):
    assert places(find("工业企业升级")) == [("云政办发〔2021〕35号", None)]


def test_a_heading_goes_before_the_running_text(find):
    number = "云政办发〔2021〕35号"
    assert places(find("机制")) == [(number, "2"), (number, "1/1")]


def test_a_document_of_that_title_goes_before_those_that_name_it(documents, tmp_path):
    title = "云岭省工业企业升级实施方案"
    body = "".join(f"依据《{title}》第{number}次会议纪要办理。\n" for number in range(20))
    naming = read(
        "naming.txt", f"青石县人民政府关于办理若干事项的通知\n一、依据《{title}》。\n{body}"
    )
    index(tmp_path, [*documents, naming])
    result = search(tmp_path, lambda _: None, Query(words_of(title)))
    assert places(result)[0] == ("云政办发〔2021〕35号", None)
    assert result.total > 1


def test_the_words_are_shown_in_their_line_and_lead_to_their_characters(find):
    (hit,) = find("培育库").hits
    assert shown(hit.heading) == "（一）推动规下企业上规"
    assert shown(hit.excerpt).startswith("建立培育库，完善服务机制。")
    assert [piece.text for piece in hit.excerpt if piece.is_found] == ["培育库"]
    assert PLAN[hit.span.start : hit.span.end] == "培育库"
    assert hit.line == 6
    assert hit.trail == ("一、主要任务",)


def test_a_long_line_is_cut_around_the_words(documents, tmp_path):
    record, text = read(
        "long.txt", "一、" + "甲乙丙丁" * 400 + "培育库" + "戊己庚辛" * 400 + "。\n"
    )
    index(tmp_path, [(record, text)])
    (hit,) = search(tmp_path, lambda _: text, Query(words_of("培育库"))).hits
    line = shown(hit.excerpt)
    assert "培育库" in line
    assert len(line) < 200
    assert line.startswith("…")
    assert line.endswith("…")


def test_words_of_a_heading_are_shown_with_what_follows_it(find):
    (hit,) = find("推动规下企业上规").hits
    assert [piece.text for piece in hit.heading if piece.is_found] == ["推动规下企业上规"]
    assert shown(hit.excerpt).startswith("建立培育库")
    assert PLAN[hit.span.start : hit.span.end] == "推动规下企业上规"


def test_names_are_shown_only_for_words_that_the_text_does_not_have(find):
    (hit,) = find("工业和信息化厅").hits
    assert hit.names == ()


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({}, {"云政办发〔2021〕35号", "青政发〔2022〕3号"}),
        ({"year": "2021"}, {"云政办发〔2021〕35号"}),
        ({"kind": "通知"}, {"云政办发〔2021〕35号", "青政发〔2022〕3号"}),
        ({"kind": "办法"}, set()),
    ],
)
def test_hits_are_filtered_by_what_the_document_is(find, filters, numbers):
    result = find("奖励", **filters)
    assert {number for number, _ in places(result)} == numbers


def test_hits_are_filtered_by_document(find):
    plan = find("培育库").hits[0].document.iri
    assert {number for number, _ in places(find("奖励", documents=frozenset({plan})))} == {
        "云政办发〔2021〕35号"
    }
    assert find("奖励", documents=frozenset()).hits == ()


def test_what_can_be_filtered_is_counted(find):
    counts = find("奖励").years
    assert dict(counts).keys() == {"2021", "2022"}
    assert sum(dict(counts).values()) == find("奖励").total


def test_a_page_holds_what_was_asked_for(find):
    whole = find("奖励", limit=50)
    pages = [find("奖励", first=number, limit=1) for number in range(whole.total)]
    assert [page.hits[0] for page in pages] == list(whole.hits)
    assert {page.total for page in pages} == {whole.total}


@pytest.mark.parametrize(
    "typed",
    ['"', "'", "*", "NEAR(财 政)", "财 OR 政", "heading:奖励", "^奖励", "奖励*", "奖励\" OR \"的",
     "%", "_", "\\", "\x00奖励\x00", "-奖励", "(((((", "); DROP TABLE unit; --", "🀄", "\ud800"],
)  # fmt: skip
def test_what_is_typed_is_never_a_query_language(find, typed):
    result = find(typed)
    assert result.total == len(result.hits)
    for hit in result.hits:
        pieces = (*hit.excerpt, *hit.heading, *hit.title, *hit.names)
        assert any(piece.is_found for piece in pieces)


def test_facts_without_text_are_found_by_titles_headings_and_names(documents, tmp_path):
    records = [(facts_only(record), None) for record, _ in documents]
    index(tmp_path, records)
    run = lambda typed: search(tmp_path, lambda _: None, Query(words_of(typed)))  # noqa: E731
    assert places(run("培育库")) == []
    assert places(run("推动规下企业上规")) == [("云政办发〔2021〕35号", "1/1")]
    assert places(run("省工业和信息化厅")) == [("云政办发〔2021〕35号", "1/1")]
    assert places(run("青政发〔2022〕3号")) == [("青政发〔2022〕3号", None)]
    assert run("奖励").without_text == 2


def test_a_copy_of_a_document_is_found_once(documents, tmp_path):
    record, text = documents[0]
    copy = replace(record, sha256="f" * 64, source="copy.txt")
    index(tmp_path, [(record, text), (copy, text)])
    assert len(search(tmp_path, lambda _: text, Query(words_of("培育库"))).hits) == 1


def test_the_same_documents_give_the_same_file(documents, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        index(tmp_path / name, documents)
    assert (tmp_path / "one" / FILE).read_bytes() == (tmp_path / "two" / FILE).read_bytes()


def test_a_dataset_without_index_says_what_to_do(tmp_path):
    with pytest.raises(DatasetError, match="build the dataset again"):
        search(tmp_path, lambda _: None, Query(words_of("奖励")))


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_broken_index_says_what_to_do(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(DatasetError, match="build the dataset again"):
        search(tmp_path, lambda _: None, Query(words_of("奖励")))


def test_an_index_of_another_form_says_what_to_do(folder):
    with sqlite3.connect(folder / FILE) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(DatasetError, match="build the dataset again"):
        search(folder, lambda _: None, Query(words_of("奖励")))


def test_a_text_that_is_no_longer_there_is_not_quoted(folder):
    (hit,) = search(folder, lambda _: None, Query(words_of("培育库"))).hits
    assert hit.excerpt == ()
    assert hit.span is None


def test_a_build_writes_the_index_and_a_later_one_writes_it_anew(tmp_path):
    texts, out = tmp_path / "texts", tmp_path / "set"
    texts.mkdir()
    (texts / "plan.txt").write_text(PLAN, encoding="utf-8")
    (texts / "notice.txt").write_text(NOTICE, encoding="utf-8")
    build([texts], out, local_registry=[SAMPLES], jobs=1)
    run = lambda typed: search(out, open_dataset(out).text, Query(words_of(typed)))  # noqa: E731
    assert places(run("培育库")) == [("云政办发〔2021〕35号", "1/1")]
    (texts / "plan.txt").write_text(PLAN.replace("培育库", "名录库"), encoding="utf-8")
    assert build([texts], out, local_registry=[SAMPLES], jobs=1).unchanged == 1
    assert places(run("培育库")) == []
    assert places(run("名录库")) == [("云政办发〔2021〕35号", "1/1")]
