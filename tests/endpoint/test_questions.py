"""The questions: a form on the start page, an answer as a page, CSV and JSON."""

import csv
import io
import re
from datetime import date
from urllib.parse import quote

import openpyxl
import pyoxigraph as ox
import pytest
from lxml import html

from policygraph.build import build
from policygraph.endpoint.settings import Settings
from policygraph.endpoint.workers.spreadsheet import write_csv
from policygraph.query.answer import Answer
from policygraph.query.library import questions
from policygraph.query.question import Column, ParameterType
from policygraph.rdf import iri

BROWSER = {"Accept": "text/html", "Accept-Language": "zh"}
DUTIES = f"/question/duties-of-unit?unit={quote('省财政厅')}"


def text_of(element):
    return " ".join(element.text_content().split())


def test_the_start_page_has_a_form_for_every_question(client):
    root = html.fromstring(client.get("/", headers=BROWSER).text)
    for question in questions():
        form = root.xpath(f"//form[@action='/question/{question.name}']")[0]
        given = {field.get("name"): field for field in form.xpath(".//input")}
        assert list(given) == [parameter.name for parameter in question.parameters]
        for parameter in question.parameters:
            field = given[parameter.name]
            if parameter.type is not ParameterType.DATE:
                assert field.get("placeholder") == f"例：{parameter.example}"
            assert (field.get("required") is not None) == parameter.required
            label = text_of(root.xpath(f"//label[@for='{field.get('id')}']")[0])
            assert label.startswith(parameter.zh)


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
@pytest.mark.parametrize("form", ["html", "xlsx", "csv", "json"])
def test_every_question_can_be_asked_with_its_examples(client, question, form):
    values = {parameter.name: parameter.example for parameter in question.parameters}
    answer = client.get(f"/question/{question.name}", params={**values, "format": form})
    assert answer.status_code == 200, answer.text


def test_an_answer_is_a_table_with_headings_and_links(client, policy):
    root = html.fromstring(client.get(DUTIES, headers=BROWSER).text)
    headings = [text_of(one) for one in root.xpath("//table/thead//th")]
    assert headings[:3] == ["机构", "文件", "文号"]
    rows = root.xpath("//table/tbody/tr")
    assert [text_of(row[3]) for row in rows] == ["不详", "不详"]
    assert [text_of(row[6]) for row in rows] == ["推动规下企业上规", "加大奖励"]
    assert [text_of(row[7]) for row in rows] == ["配合", "负责"]
    clause = iri.clause(policy, "1/1").removeprefix(iri.DEFAULT_BASE)
    assert rows[0].xpath(".//a/@href") == [f"/id/{quote(clause)}"]
    assert "2 行" in text_of(root.xpath("//h2[@id='result']")[0])
    assert 'VALUES (?unit ?asOf) { ("省财政厅"@zh "' in text_of(root.xpath("//details")[0])


def test_a_form_begins_with_what_the_dataset_has_an_answer_for(client):
    root = html.fromstring(client.get("/", headers=BROWSER).text)
    given = {
        question.name: root.xpath(f"//form[@action='/question/{question.name}']//input/@value")
        for question in questions()
    }
    assert given["duties-of-unit"] == ["省财政厅", ""]
    assert given["what-is-deleted"] == [""]  # it holds no such document
    assert given["policies-in-force"] == [""]  # can be asked as it is


def test_before_a_value_is_given_there_is_only_the_form(client):
    root = html.fromstring(client.get("/question/duties-of-unit", headers=BROWSER).text)
    assert root.xpath("//table") == []
    assert root.xpath("//input[@name='unit']/@value") == ["省财政厅"]  # the dataset names it
    asked = html.fromstring(client.get("/question/policies-in-force", headers=BROWSER).text)
    assert len(asked.xpath("//table/tbody/tr")) == 3


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "默认90天后"), ("en", "default: in 90 days")]
)
def test_a_day_that_is_left_out_is_told_in_words(client, language, words):
    for path in ("/", "/question/expiring"):
        root = html.fromstring(client.get(f"{path}?lang={language}", headers=BROWSER).text)
        assert words in text_of(root)
        assert not any("today+" in text_of(form) for form in root.xpath("//form"))


def test_short_values_leave_the_width_to_long_ones(client):
    root = html.fromstring(client.get(DUTIES, headers=BROWSER).text)
    (head,) = root.xpath("//table/thead/tr")
    names = [text_of(one) for one in head]
    (first, *_) = root.xpath("//table/tbody/tr")
    short = {name for name, cell in zip(names, first, strict=True) if cell.get("class") == "short"}
    assert {"文件现行有效", "条款路径", "编号", "分段"} <= short
    assert "文号" in short  # a number is not broken
    assert not {"文件", "条款标题"} & short


def test_a_day_is_not_broken_and_a_cell_without_a_value_is_empty(client):
    root = html.fromstring(client.get("/question/policies-in-force", headers=BROWSER).text)
    cells = root.xpath("//table/tbody/tr/td")
    days = [one for one in cells if re.fullmatch(r"\d{4}-\d\d-\d\d", text_of(one))]
    assert days
    assert {one.get("class") for one in days} == {"short"}
    assert all(not len(one) and not one.text for one in cells if not text_of(one))


def test_the_form_keeps_what_was_asked(client):
    root = html.fromstring(client.get(DUTIES + "&lang=en", headers=BROWSER).text)
    assert root.xpath("//input[@name='unit']/@value") == ["省财政厅"]
    assert root.xpath("//input[@name='lang']/@value") == ["en"]
    assert "rows: 2" in text_of(root.xpath("//h2[@id='result']")[0])


def test_an_answer_without_rows_says_what_to_do(client):
    path = f"/question/duties-of-unit?unit={quote('无此单位')}"
    page = client.get(path, headers=BROWSER)
    assert page.status_code == 200
    assert "没有名为“无此单位”的单位；请核对，没有相近的；可用全文检索查找" in page.text
    known = f"/question/what-is-due?unit={quote('省财政厅')}"
    assert "没有结果" in client.get(known, headers=BROWSER).text


def test_a_document_that_is_not_there_leads_to_those_that_are_near(client):
    path = f"/question/facts-of-document?document={quote('云政办发〔2021〕36号')}"
    near = "没有文号或标题为“云政办发〔2021〕36号”的文件；请核对，相近的有：云政办发〔2021〕35号"
    assert near in client.get(path, headers=BROWSER).text
    assert "near: 云政办发〔2021〕35号" in client.get(path + "&lang=en", headers=BROWSER).text
    assert client.get(path + "&format=json").json()["rows"] == []


def test_csv_opens_in_a_spreadsheet(client):
    answer = client.get(DUTIES + "&format=csv&lang=zh")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="duties-of-unit.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.content.count(b"\xef\xbb\xbf") == 1
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["条款路径"] for row in rows] == ["'1/1", "'1/2"]  # not 1 January
    assert [row["沿用全文规定"] for row in rows] == ["否", "否"]
    english = client.get(DUTIES + "&format=csv&lang=en").content.decode("utf-8-sig")
    assert english.startswith("agency,document,number")


def test_json_has_columns_and_rows(client):
    by_accept = client.get(DUTIES, headers={"Accept": "application/json"})
    assert by_accept.headers["content-type"] == "application/json"
    data = by_accept.json()
    assert data["columns"][0] == {"name": "agencyName", "zh": "机构", "en": "agency"}
    assert [row["path"] for row in data["rows"]] == ["1/1", "1/2"]
    assert data["rows"][0]["inherited"] is False


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/question/nowhere", 404, "nowhere"),
        ("/question/duties-of-units", 404, "duties-of-unit"),
        ("/question/duties-of-unit?format=json", 400, "unit"),
        ("/question/duties-of-unit?unit=", 400, "unit"),
        ("/question/duties-of-unit?unit=a&unit=b", 400, "unit: given more than once"),
        ("/question/duties-of-unit?other=a&unit=a", 400, "other"),
        ("/question/policies-in-force?asOf=yesterday", 400, "asOf"),
        (DUTIES + "&format=docx", 406, "csv"),
    ],
)
def test_what_cannot_be_asked_is_told(client, path, status, said):
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.json()["en"]


@pytest.mark.parametrize("attack", ['"@zh) } ?x ?y ?z #', "\\", "'\"\n}", "<script>"])
def test_a_value_is_a_value_and_no_part_of_the_query(client, attack):
    answer = client.get("/question/duties-of-unit", params={"unit": attack, "format": "json"})
    assert answer.status_code == 200
    assert answer.json()["rows"] == []


CELLS = [
    ("=1+1", "'=1+1"),
    (" +86", "' +86"),
    ("＝1", "'＝1"),
    ("@SUM", "'@SUM"),
    ("'quoted", "''quoted"),
    ("\tx", "'\tx"),
    ("3/7", "'3/7"),
    ("(1)", "'(1)"),
    ("1.", "'1."),
    ("007", "'007"),
    ("3月7日", "'3月7日"),
    ("2023", "2023"),
    ("2023-06-12", "2023-06-12"),
    ("annex1/3", "annex1/3"),
    ("一、", "一、"),
    ('a,b\r\n"c"', 'a,b\r\n"c"'),
    ("\ud800", "\ufffd"),
    ("", ""),
]


@pytest.mark.parametrize(("value", "cell"), CELLS)
def test_a_spreadsheet_shows_what_is_there(value, cell):
    class Row(Answer):
        def values(self):
            return ((value, 5, True, date(2024, 5, 1), None),)

    columns = tuple(Column(name, name, name) for name in "abcde")
    sink = io.BytesIO()
    write_csv(Row(columns, ((ox.Literal("x"),),)), sink, "zh")
    read = list(csv.reader(io.StringIO(sink.getvalue().decode("utf-8-sig"), newline="")))
    assert read == [list("abcde"), [cell, "5", "是", "2024-05-01", ""]]


def test_an_answer_can_be_taken_as_a_workbook(client):
    answer = client.get(DUTIES + "&format=xlsx", headers=BROWSER)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="duties-of-unit.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert [row[0].value for row in book["答案"].iter_rows()] == ["机构", "省财政厅", "省财政厅"]


def test_names_of_roles_are_in_the_language_of_the_page_and_of_its_files(client):
    root = html.fromstring(client.get(f"{DUTIES}&lang=en", headers=BROWSER).text)
    assert [text_of(row[7]) for row in root.xpath("//table/tbody/tr")] == ["support", "responsible"]
    assert 'LANG(?role) = "en"' in root.xpath("//details//pre")[0].text_content()
    for form, role in (("json", "配合"), ("csv", "配合")):
        assert role in client.get(f"{DUTIES}&format={form}&lang=zh").text
        english = client.get(f"{DUTIES}&format={form}&lang=en").text
        assert "support" in english
        assert role not in english


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_reason_is_told_once_on_a_page_and_with_its_code_in_files(client, language):
    path = f"/question/policies-in-force?asOf=2024-06-30&lang={language}"
    root = html.fromstring(client.get(path, headers=BROWSER).text)
    headings = [text_of(one) for one in root.xpath("//table/thead//th")]
    assert headings.count({"zh": "理由", "en": "reason"}[language]) == 1
    assert not {"理由代码", "code of the reason"} & set(headings)
    rows = client.get(f"{path}&format=json").json()["rows"]
    assert {row["reason"] for row in rows} > {"draft"}


def test_a_document_without_a_title_is_named_by_its_file(untitled):
    question = untitled.get("/question/policies-in-force?asOf=2024-06-30", headers=BROWSER).text
    assert "无题.txt" in [text_of(cell) for cell in html.fromstring(question).xpath("//td")]
    listed = html.fromstring(untitled.get("/policies", headers=BROWSER).text)
    links = listed.xpath("//td[@class='title']/a")
    assert [text_of(link) for link in links] == ["无题.txt"]
    own = html.fromstring(untitled.get(links[0].get("href"), headers=BROWSER).text)
    assert text_of(own.xpath("//h1")[0]) == "无题.txt"
    duties = untitled.get("/question/clauses-without-unit", headers=BROWSER)
    assert duties.status_code == 200


@pytest.fixture(scope="module")
def untitled(tmp_path_factory, serving):
    folder = tmp_path_factory.mktemp("untitled")
    (folder / "无题.txt").write_text("第一条 市财政局负责拨付资金。\n第二条 市审计局负责审计。\n")
    build([folder / "无题.txt"], folder / "made", jobs=1)
    with serving(Settings(dataset=folder / "made")) as client:
        yield client
