"""/tasks: the table of tasks of a document of the dataset."""

import io
from pathlib import Path
from urllib.parse import quote

import docx
import openpyxl
import pytest
from lxml import html

from policygraph.build import build
from policygraph.endpoint.settings import Settings
from policygraph.model.record import facts_only, to_json
from policygraph.read import read_file

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
POLICY = "https://w3id.org/policygraph/id/policy/990100/澄政规/2023/5"
PATH = f"/tasks?iri={quote(POLICY, safe='')}"
BROWSER = {"Accept": "text/html", "Accept-Language": "zh"}


@pytest.fixture(scope="module")
def client(tmp_path_factory, serving):
    place = tmp_path_factory.mktemp("tasks") / "set"
    build([SAMPLES], place, local_registry=[SAMPLES / "registry"])
    with serving(Settings(dataset=place)) as one:
        yield one


def test_the_page_of_a_document_leads_to_it_and_back(client):
    root = html.fromstring(client.get(f"/policy?iri={quote(POLICY)}", headers=BROWSER).text)
    (link,) = root.xpath("//a[starts-with(@href, '/tasks')]")
    answer = client.get(link.get("href"), headers=BROWSER)
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    assert len(page.xpath("//tbody/tr")) == 25
    (back,) = page.xpath("//p[@class='file']/a/@href")
    assert client.get(back, headers=BROWSER).status_code == 200


def test_one_unit_unit_by_unit(client):
    page = html.fromstring(client.get(PATH, headers=BROWSER).text)
    names = page.xpath("//select[@name='unit']/option/text()")
    assert "澄湖市财政局" in names
    answer = client.get(f"{PATH}&unit={quote('澄湖市财政局')}&by=unit", headers=BROWSER)
    rows = html.fromstring(answer.text).xpath("//tbody/tr")
    assert rows
    assert all("澄湖市财政局" in row.text_content() for row in rows)
    assert html.fromstring(answer.text).xpath("//option[@selected]/text()")[0] == "澄湖市财政局"


def test_the_files_that_it_offers_hold_the_table(client):
    page = html.fromstring(client.get(PATH, headers=BROWSER).text)
    files = dict(zip(*(page.xpath(f"//p[@class='files']/a/{what}") for what in ("text()", "@href")),
                     strict=True))  # fmt: skip
    document = docx.Document(io.BytesIO(client.get(files["Word 文档"]).content))
    assert len(document.tables[0].rows) == 26
    book = openpyxl.load_workbook(io.BytesIO(client.get(files["Excel 工作簿"]).content))
    assert book["任务分解表"].max_row == 26
    assert len(client.get(files["JSON"]).json()) == 25
    assert client.get(files["CSV"]).content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("query", "status"),
    [("&asOf=never", 400), ("&by=colour", 400), ("&unit=无此单位", 404), ("&format=pdf", 406)],
)
def test_what_does_not_fit_is_said(client, query, status):
    assert client.get(PATH + query, headers=BROWSER).status_code == status


def test_no_such_document(client):
    answer = client.get("/tasks?iri=https%3A%2F%2Fexample.org%2Fnothing", headers=BROWSER)
    assert answer.status_code == 404


def test_the_page_may_load_nothing(client):
    answer = client.get(PATH, headers=BROWSER)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy


def test_a_document_of_facts_alone_has_headings_for_words(tmp_path, serving):
    read = read_file(SAMPLES / "chenghu-ruogan-cuoshi.txt", [SAMPLES / "registry"])
    file = tmp_path / "a.json"
    file.write_text(to_json(facts_only(read.required_record())), encoding="utf-8")
    build([file], tmp_path / "set", local_registry=[SAMPLES / "registry"])
    with serving(Settings(dataset=tmp_path / "set")) as one:
        page = html.fromstring(one.get(PATH, headers=BROWSER).text)
        assert "健全梯度培育体系" in page.text_content()
