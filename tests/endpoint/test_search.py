"""/search: clauses with their words, filters, pages, JSON; hostile words do no harm."""

import shutil
import warnings
from dataclasses import replace
from urllib.parse import quote

import httpx
import pytest
from lxml import html

from policygraph.endpoint.app import create_app
from policygraph.rdf import iri
from policygraph.search.index import FILE
from tests.endpoint.test_pages import BROWSER, page, path_of, text_of


def hits(client, typed, **filters):
    return page(client, str(httpx.URL("/search", params={"q": typed, **filters}))).xpath(
        "//ol[@class='hits']/li"
    )


def as_json(client, typed, **filters):
    answer = client.get("/search", params={"q": typed, "format": "json", **filters})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_hit_names_document_trail_heading_and_line_with_the_words_marked(client, policy):
    (hit,) = hits(client, "培育库")
    assert text_of(hit.xpath("p[@class='where']")[0]) == (
        "云岭省推动工业企业升级实施方案 › 一、主要任务"
    )
    assert text_of(hit.find("h3")) == "（一）推动规下企业上规"
    excerpt = hit.xpath("p[@class='excerpt']")[0]
    assert "建立培育库" in text_of(excerpt)
    assert [text_of(mark) for mark in excerpt.findall("mark")] == ["培育库"]
    assert "云政办发〔2021〕35号 2021-09-28" in " ".join(
        text_of(one) for one in hit.xpath("p[@class='about']/*")
    )


def test_a_hit_leads_to_its_clause_with_the_characters_marked(client):
    (hit,) = hits(client, "培育库")
    target = hit.find("h3/a").get("href")
    assert target.endswith("#place")
    found = page(client, target).xpath("//blockquote//mark[contains(@class, 'sought')]")
    assert [(one.get("id"), text_of(one)) for one in found] == [("place", "培育库")]


def test_a_document_is_found_by_its_number_however_it_is_written(client, policy):
    (hit,) = hits(client, "云政办发[2021]35")
    assert hit.find("h3/a").get("href").startswith(path_of(policy))
    assert hit.xpath("p[@class='where']") == []


def test_words_of_the_page_are_kept_in_the_form_and_said_in_the_title(client):
    root = page(client, f"/search?q={quote('财政厅 奖励')}")
    assert root.xpath("//input[@name='q']/@value") == ["财政厅 奖励"]
    assert text_of(root.find(".//title")).startswith("财政厅 奖励")


def test_filters_say_how_much_they_leave_and_stay_chosen(client):
    root = page(client, f"/search?q={quote('财政')}&year=2021")
    years = root.xpath("//select[@name='year']/option")
    assert [text_of(one) for one in years] == ["不限", "2021 (2)", "2020 (1)"]
    assert root.xpath("//select[@name='year']/option[@selected]/@value") == ["2021"]
    assert {hit["document"]["date"] for hit in as_json(client, "财政", year="2021")["hits"]} == {
        "2021-09-28"
    }


@pytest.mark.parametrize(("force", "found"), [("no", 0), ("unknown", 3), ("yes", 0)])
def test_hits_are_filtered_by_whether_they_are_in_force(client, force, found):
    assert as_json(client, "财政", force=force)["total"] == found


def test_one_document_is_searched_from_its_page(client, policy):
    form = page(client, path_of(policy)).xpath("//form[@action='/search']")[0]
    assert form.xpath(".//input[@name='document']/@value") == [policy]
    found = as_json(client, "财政", document=policy)
    assert {hit["document"]["iri"] for hit in found["hits"]} == {policy}
    assert found["total"] == 2


def test_programs_get_every_part_of_a_hit(client, policy):
    (hit,) = as_json(client, "培育库")["hits"]
    assert hit["document"] | {"kind": None} == {
        "iri": policy,
        "title": "云岭省推动工业企业升级实施方案",
        "number": "云政办发〔2021〕35号",
        "date": "2021-09-28",
        "kind": None,
        "place": "990000",
        "draft": False,
        "inForce": "unknown",
    }
    assert hit["clause"] == iri.clause(policy, "1/1")
    assert (hit["path"], hit["above"], hit["line"]) == ("1/1", ["一、主要任务"], 3)
    start, end = hit["marks"][0]
    assert hit["excerpt"][start:end] == "培育库"
    assert hit["end"] - hit["start"] == 3


def test_programs_choose_json_by_accept_too(client):
    answer = client.get("/search", params={"q": "财政"}, headers={"Accept": "application/json"})
    assert answer.headers["content-type"] == "application/json"
    assert "Accept" in answer.headers["vary"]


def test_a_long_answer_has_pages(client):
    first, second, third = (as_json(client, "财政", size=2, page=number) for number in (1, 2, 3))
    assert [len(one["hits"]) for one in (first, second, third)] == [2, 1, 0]
    assert first["total"] == second["total"] == third["total"] == 3
    root = page(client, f"/search?q={quote('财政')}&size=2")
    assert root.xpath("//nav[@class='paging']//a[@rel='next']")


def test_facts_without_text_are_found_by_names_and_that_is_said(client):
    (hit,) = as_json(client, "市财政局")["hits"]
    assert hit["excerpt"] is None
    assert hit["names"] == "市财政局(国资委)"
    assert "有 2 份只含事实" in text_of(page(client, f"/search?q={quote('市财政局')}"))


def test_the_start_page_searches_the_texts(client):
    form = page(client, "/").xpath("//form[@role='search']")[0]
    assert form.get("action") == "/search"


def test_without_words_there_is_only_the_form(client):
    root = page(client, "/search")
    assert root.xpath("//ol[@class='hits']") == []
    assert as_json(client, "  ")["hits"] == []


@pytest.mark.parametrize(
    "typed",
    ['"', "'", "*", "a OR b", "NEAR(a b)", "name:财政", "财政*", '财政" OR "x', "%", "\\", "\x00",
     "); DROP TABLE unit; --", "(" * 200, "的 " * 100, "🀄", "{name} : x"],
)  # fmt: skip
def test_what_is_typed_is_never_a_query_language(client, typed):
    answer = client.get("/search", params={"q": typed}, headers=BROWSER)
    assert answer.status_code == 200, typed
    assert html.fromstring(answer.text).xpath("//input[@name='q']")


@pytest.mark.parametrize(
    "query",
    [f"q={'x' * 201}", "q=1&page=0", "q=1&size=101", "q=1&force=maybe", "q=1&document=no-iri",
     f"q=1&kind={'x' * 101}"],
)  # fmt: skip
def test_what_is_no_search_is_refused(client, query):
    answer = client.get(f"/search?{query}")
    assert answer.status_code == 400
    named = {"q", "page", "size", "force", "document", "kind"}
    assert named & set(answer.json()["detail"].split())


def test_a_dataset_without_index_says_what_to_do(settings, serving, dataset_path, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(dataset_path, copy)
    (copy / FILE).unlink()
    with serving(replace(settings, dataset=copy)) as client:
        answer = client.get("/search", params={"q": "财政"}, headers=BROWSER)
        assert answer.status_code == 503
        assert "请重新构建数据集" in answer.text
        assert client.get("/", headers=BROWSER).status_code == 200


def test_the_description_for_programs_names_the_parameters(settings):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # GET and HEAD share an operation
        paths = create_app(settings).openapi()["paths"]
    names = {parameter["name"] for parameter in paths["/search"]["get"]["parameters"]}
    assert names == {"q", "kind", "place", "year", "force", "document", "page", "size"}
    names = {parameter["name"] for parameter in paths["/findings"]["get"]["parameters"]}
    assert names == {"code", "severity", "document", "page"}
