"""An answer as a workbook: rows, folded IRIs, and what was asked."""

import io
from datetime import date, datetime

import openpyxl
import pyoxigraph as ox
import pytest

from policygraph.export.answer_rows import asked
from policygraph.export.answer_workbook import write_workbook
from policygraph.query.answer import Answer
from policygraph.query.library import find_question
from policygraph.query.question import Column

QUESTION = find_question("what-is-due")
COLUMNS = (
    Column("unit", "单位", "unit"),
    Column("due", "期限", "due"),
    Column("isOwn", "本条", "own"),
    Column("clause", "条款标识", "IRI of the clause"),
)
XSD = "http://www.w3.org/2001/XMLSchema#"
ROWS = (
    (
        ox.Literal("=澄湖市财政局", language="zh"),
        ox.Literal("2026-06-30", datatype=ox.NamedNode(XSD + "date")),
        ox.Literal(True),
        ox.NamedNode("https://example.org/1"),
    ),
    (ox.Literal("澄湖市教育局", language="zh"), None, ox.Literal(False), None),
)


@pytest.fixture
def book(tmp_path):
    return openpyxl.load_workbook(io.BytesIO(written(tmp_path, {"unit": "澄湖市财政局"})))


def written(folder, given, language="zh"):
    """Give the bytes of the workbook."""
    stream = io.BytesIO()
    said = asked(QUESTION, given, language)
    write_workbook(Answer(COLUMNS, ROWS), said, stream, folder, language)
    return stream.getvalue()


def test_rows_are_values_and_never_formulas(book):
    head, first, second = book["答案"].iter_rows()
    assert [cell.value for cell in head] == ["单位", "期限", "本条", "条款标识"]
    assert [cell.value for cell in first] == [
        "=澄湖市财政局", first[1].value, "是", "https://example.org/1",
    ]  # fmt: skip
    assert first[0].data_type == "s"
    assert first[1].value.date() == date(2026, 6, 30)
    assert [cell.value for cell in second] == ["澄湖市教育局", None, "否", None]


def test_columns_of_iris_are_folded_away(book):
    columns = book["答案"].column_dimensions
    assert columns["D"].hidden
    assert not columns["A"].hidden


def test_what_was_asked_stands_beside(book):
    rows = [tuple(cell.value for cell in row) for row in book["问题"].iter_rows()]
    assert rows[1] == ("问题", QUESTION.zh)
    assert ("单位名称（全称或带层级的简称）", "澄湖市财政局") in rows
    assert any(isinstance(value, datetime) for _, value in rows)  # today is a day
    assert rows[-1] == ("行数", 2)


def test_in_english(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(written(tmp_path, {}, "en")))
    assert book.sheetnames == ["Answer", "Question"]
    assert [cell.value for cell in book["Answer"][2]][2] == "yes"


def test_the_same_answer_gives_the_same_bytes(tmp_path):
    assert written(tmp_path, {}) == written(tmp_path, {})


def test_a_query_of_ones_own_is_told_whole_whatever_it_holds(tmp_path):
    text = "# \x01\x0b" + "x" * 5000
    stream = io.BytesIO()
    write_workbook(Answer(COLUMNS, ROWS), [("SPARQL", text)], stream, tmp_path, "zh")
    book = openpyxl.load_workbook(io.BytesIO(stream.getvalue()))
    assert book["问题"]["B2"].value.endswith("x" * 5000)
    assert len(book.properties.title) == 200
