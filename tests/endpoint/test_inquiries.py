"""The page about a thing answers what is asked of it most, and leads on to other questions."""

from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from lxml import html

from policygraph.build import build
from policygraph.endpoint.settings import Settings
from policygraph.rdf import iri

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
AGENCY = iri.agency("990100", "澄湖市财政局")
BODY = iri.agency("990100", "国家金融监督管理总局澄湖监管分局")
LAW = iri.legislation("公平竞争审查条例")
POLICY = f"{iri.DEFAULT_BASE}policy/990100/澄政规/2023/5"


@pytest.fixture(scope="module")
def client(tmp_path_factory, serving):
    place = tmp_path_factory.mktemp("inquiries") / "set"
    build([SAMPLES], place, local_registry=[SAMPLES / "registry"])
    with serving(Settings(dataset=place)) as one:
        yield one


def page(client, one, language="zh"):
    address = f"/resource?iri={quote(one, safe='')}"
    answer = client.get(address, headers={"Accept": "text/html", "Accept-Language": language})
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def section(root, name):
    found = root.xpath(f"//section[@aria-labelledby='{name}']")
    return found[0] if found else None


def test_the_page_of_a_unit_tells_its_duties(client):
    answered = section(page(client, AGENCY), "answered")
    assert answered.xpath("h2/text()")[0].strip() == "承担的责任"
    whole = client.get("/question/all-duties-of-unit", params={"unit": "澄湖市财政局"},
                       headers={"Accept": "text/csv"}).text.splitlines()  # fmt: skip
    rows = answered.xpath(".//tbody/tr")
    assert len(rows) == min(30, len(whole) - 1) > 5


def test_the_answer_tells_what_people_read(client):
    answered = section(page(client, AGENCY), "answered")
    told = [*answered.xpath(".//thead//th/text()"), *answered.xpath(".//dt/text()")]
    assert {"文件", "条款标题", "角色"} <= set(told)
    assert not {"机构", "起", "分段", "原文位置标识"} & set(told)


def test_the_answer_can_be_asked_otherwise(client):
    (link,) = section(page(client, AGENCY), "answered").xpath("p[@class='onward']/a/@href")
    assert urlsplit(link).path == "/question/all-duties-of-unit"
    assert parse_qs(urlsplit(link).query) == {"unit": ["澄湖市财政局"]}
    assert client.get(link).status_code == 200


def test_the_page_of_a_law_tells_who_cites_it(client):
    root = page(client, LAW, "en")
    answered = section(root, "answered")
    assert answered.xpath("h2/text()")[0].strip() == "Clauses that cite it"
    assert answered.xpath(".//tbody/tr")
    assert section(root, "incoming") is None  # the same facts one by one: folded away
    assert root.xpath("//details/summary[text()='What points here']")


def test_the_page_of_a_document_leads_to_questions_about_it(client):
    root = page(client, POLICY)
    assert section(root, "answered") is None
    links = section(root, "inquiries").xpath(".//a/@href")
    asked = {urlsplit(link).path.rpartition("/")[2]: parse_qs(urlsplit(link).query)
             for link in links}  # fmt: skip
    assert asked["bases-of-document"] == {"document": ["澄政规〔2023〕5号"]}
    assert "all-duties-of-unit" not in asked
    assert all(client.get(link).status_code == 200 for link in links)


def test_what_nobody_asks_about_leads_to_no_question(client):
    root = page(client, iri.concept("role", "lead"))
    assert section(root, "answered") is None
    assert section(root, "inquiries") is None


def test_the_page_of_a_body_tells_its_life(client):
    life = section(page(client, BODY), "lineage")
    told = [" ".join(item.text_content().split()) for item in life.xpath(".//li")]
    assert len(told) == 1
    assert "更名" in told[-1]
    assert life.xpath(".//li[last()]//b/text()") == ["国家金融监督管理总局澄湖监管分局"]
    (former,) = life.xpath(".//li[last()]//p[@class='bodies']/a/@href")
    before = section(page(client, _followed(client, former)), "lineage")
    assert before is not None
    assert len(before.xpath(".//li")) == 1  # the same line, whoever is asked


def _followed(client, link):
    root = html.fromstring(client.get(link, headers={"Accept": "text/html"}).text)
    return root.xpath("//p[@class='iri']/a/@href")[0]


def test_a_body_answers_for_what_the_one_before_it_bore(client):
    root = page(client, BODY)
    answered = section(root, "answered")
    assert "中国银行保险监督管理委员会澄湖监管分局" in answered.text_content()
    (link,) = answered.xpath("p[@class='onward']/a/@href")
    assert urlsplit(link).path == "/question/duties-through-reforms"
    others = section(root, "inquiries").xpath(".//a/@href")
    assert "/question/all-duties-of-unit" in {urlsplit(other).path for other in others}


def test_a_unit_without_changes_has_no_line(client):
    unchanged = iri.agency("990100", "澄湖市审计局")
    assert section(page(client, unchanged), "lineage") is None
