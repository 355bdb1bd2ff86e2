"""/changed: a document after what another of the dataset changes in it."""

import io
from pathlib import Path
from urllib.parse import quote

import docx
import pytest
from lxml import html

from policygraph.build import build
from policygraph.endpoint.settings import Settings

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
POLICY = "https://w3id.org/policygraph/id/policy/990100/澄政规/2023/5"
PATH = f"/changed?iri={quote(POLICY, safe='')}"
BROWSER = {"Accept": "text/html", "Accept-Language": "zh"}


@pytest.fixture(scope="module")
def client(tmp_path_factory, serving):
    place = tmp_path_factory.mktemp("changed") / "set"
    build([SAMPLES], place, local_registry=[SAMPLES / "registry"])
    with serving(Settings(dataset=place)) as one:
        yield one


def test_the_page_of_a_document_leads_to_it(client):
    root = html.fromstring(client.get(f"/policy?iri={quote(POLICY)}", headers=BROWSER).text)
    (link,) = root.xpath("//a[starts-with(@href, '/changed')]")
    answer = client.get(link.get("href"), headers=BROWSER)
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    (back,) = page.xpath("//p[@class='file']/a/@href")
    assert client.get(back, headers=BROWSER).status_code == 200
    assert "修改 19 处：已执行 19 处，未执行 0 处。" in page.text_content()


def test_a_document_that_none_changes_has_no_such_link(client):
    other = POLICY.replace("澄政规/2023/5", "青政办发/2023/22").replace("990100", "990102")
    root = html.fromstring(client.get(f"/policy?iri={quote(other)}", headers=BROWSER).text)
    assert root.xpath("//h1")
    assert not root.xpath("//a[starts-with(@href, '/changed')]")
    answer = client.get(f"/changed?iri={quote(other)}", headers=BROWSER)
    assert "没有修改并入" in answer.text


def test_the_page_brings_its_own_style_and_no_script(client):
    answer = client.get(PATH, headers=BROWSER)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert "frame-ancestors 'none'" in policy
    assert not html.fromstring(answer.text).xpath("//script")


def test_as_of_a_day_drafts_do_not_count(client):
    answer = client.get(PATH + "&asOf=2026-01-01&lang=en", headers=BROWSER)
    assert "No changes are in this text." in answer.text
    assert html.fromstring(answer.text).xpath("//input[@name='asOf']/@value") == ["2026-01-01"]


def test_its_other_forms(client):
    page = html.fromstring(client.get(PATH, headers=BROWSER).text)
    paths = page.xpath("//p[@class='files']/a/@href")
    word, text, data = (client.get(path) for path in paths)
    table = docx.Document(io.BytesIO(word.content)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["条款", "原文", "修改后", "修改出处"]
    assert data.json()["text"] == text.text
    assert text.headers["Content-Disposition"] == 'attachment; filename="changed.txt"'


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        (PATH + "&asOf=2025-02-30", 400, "asOf"),
        (PATH + "&format=odt", 406, "docx"),
        ("/changed?iri=https://example.org/none", 404, "https://example.org/none"),
        ("/changed?iri=a b", 400, "iri"),
        ("/changed", 400, "iri"),
    ],
)
def test_what_cannot_be_given_is_told(client, path, status, said):
    answer = client.get(path, headers={"Accept": "application/json"})
    assert answer.status_code == status, answer.text
    assert said in answer.text
