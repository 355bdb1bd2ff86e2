"""An answer as a Word document: what was asked, and the rows as a table that people read."""

import io

import docx
import pyoxigraph as ox
import pytest
from docx.oxml.ns import qn

from policygraph.errors import QueryTooLarge
from policygraph.export.answer_document import MAX_ROWS, write_document
from policygraph.export.answer_rows import asked
from policygraph.query.answer import Answer
from policygraph.query.library import find_question
from policygraph.query.question import Column

XSD = "http://www.w3.org/2001/XMLSchema#"
QUESTION = find_question("what-is-due")
COLUMNS = (
    Column("unit", "单位", "unit"),
    Column("due", "期限", "due"),
    Column("isOwn", "本条", "own"),
    Column("nothing", "空", "nothing"),
    Column("clause", "条款标识", "IRI of the clause"),
)
ROWS = (
    (
        ox.Literal("澄湖市财政局\x01", language="zh"),
        ox.Literal("2026-06-30", datatype=ox.NamedNode(XSD + "date")),
        ox.Literal(True),
        None,
        ox.NamedNode("https://example.org/1"),
    ),
    (ox.Literal("澄湖市教育局", language="zh"), None, ox.Literal(False), None, None),
)


def written(answer, said, language="zh"):
    """Give the bytes of the document."""
    stream = io.BytesIO()
    write_document(answer, said, stream, language)
    return stream.getvalue()


def opened(answer, language="zh", given=()):
    """Give the document as Word would open it."""
    said = asked(QUESTION, dict(given), language)
    return docx.Document(io.BytesIO(written(answer, said, language)))


def lines(document):
    return [paragraph.text for paragraph in document.paragraphs]


def cells(document):
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def test_the_table_has_what_people_read_and_no_iris():
    document = opened(Answer(COLUMNS, ROWS))
    assert cells(document) == [
        ["单位", "期限", "本条"],
        ["澄湖市财政局\ufffd", "2026-06-30", "是"],
        ["澄湖市教育局", "", "否"],
    ]


def test_no_mark_turns_the_order_of_letters():
    row = (ox.Literal("澄湖市\u202e局政财\u2066", language="zh"), None, None, None, None)
    document = opened(Answer(COLUMNS, (row,)), given={"unit": "\u202e甲"})
    assert cells(document)[1][0] == "澄湖市\ufffd局政财\ufffd"
    assert not {"\u202e", "\u2066"} & set("".join(lines(document)))


def test_what_was_asked_stands_above():
    document = opened(Answer(COLUMNS, ROWS), given={"unit": "澄湖市财政局", "asOf": "2026-01-01"})
    assert lines(document) == [
        QUESTION.zh,
        "日期：2026-01-01",
        "单位名称（全称或带层级的简称）：澄湖市财政局",
        "行数：2",
    ]


def test_what_all_rows_of_a_wide_answer_share_is_told_once():
    columns = tuple(Column(name, name, name) for name in "abcdefgh")
    rows = tuple(
        tuple(ox.Literal("同" if n == 3 else f"{n}{row}") for n in range(8)) for row in range(5)
    )
    document = opened(Answer(columns, rows))
    assert "d：同" in lines(document)
    assert cells(document)[0] == list("abcefgh")


def test_the_head_is_printed_on_every_page_and_no_row_is_broken():
    first, *others = opened(Answer(COLUMNS, ROWS)).tables[0].rows
    assert first._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert all(row._tr.find(f".//{qn('w:tblHeader')}") is None for row in others)
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in (first, *others))


def test_widths_fill_the_line_and_a_day_does_not_break():
    long = tuple((ox.Literal("很长的说明" * 40), ox.Literal("2026-06-30")) for _ in range(3))
    document = opened(Answer((COLUMNS[0], COLUMNS[1]), long))
    section = document.sections[0]
    line = section.page_width - section.left_margin - section.right_margin
    widths = [int(one.get(qn("w:w"))) * 635 for one in document.tables[0]._tbl.tblGrid]
    assert line * 0.99 <= sum(widths) <= line
    assert widths[1] >= 10 * 5.25 * 12700  # ten digits, each half of a Han character of 10.5 points


def test_pages_are_landscape_and_counted():
    document = opened(Answer(COLUMNS, ROWS))
    section = document.sections[0]
    assert section.page_width > section.page_height
    fields = section.footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def test_without_rows_there_is_no_table():
    document = opened(Answer(COLUMNS, ()))
    assert document.tables == []
    assert lines(document)[-1] == "行数：0"


def test_in_english():
    document = opened(Answer(COLUMNS, ROWS), "en")
    assert lines(document)[0] == QUESTION.en
    assert lines(document)[-1] == "rows: 2"
    assert cells(document)[1][2] == "yes"


def test_a_query_of_ones_own_is_its_title_as_it_stands():
    said = [("SPARQL", "SELECT\n*")]
    document = docx.Document(io.BytesIO(written(Answer(COLUMNS, ROWS), said)))
    assert lines(document) == ["SELECT\n*", "行数：2"]
    long = "SELECT * " * 100
    document = docx.Document(io.BytesIO(written(Answer(COLUMNS, ROWS), [("SPARQL", long)])))
    assert lines(document) == ["SPARQL", f"SPARQL：{long}", "行数：2"]


def test_the_same_answer_gives_the_same_bytes():
    said = asked(QUESTION, {}, "zh")
    assert written(Answer(COLUMNS, ROWS), said) == written(Answer(COLUMNS, ROWS), said)


def test_more_rows_than_word_lays_out_are_refused():
    with pytest.raises(QueryTooLarge, match=r"use \.xlsx"):
        written(Answer(COLUMNS, ROWS[1:] * (MAX_ROWS + 1)), [("问题", "甲")])
