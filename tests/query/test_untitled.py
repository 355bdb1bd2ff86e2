"""A document in which no title was read is known to people by its file; programs get no title."""

import json

import pyoxigraph as ox
import pytest

from policygraph.query.library import find_question
from policygraph.query.named import ask_known
from policygraph.query.run import run_sparql
from policygraph.query.untitled import titled, with_files
from tests.query.test_cli import run  # noqa: F401  # the fixture

ASKED = {
    "policies-in-force": {"asOf": "2021-06-01"},  # the row leads to the document itself
    "duties-of-unit": {"unit": "澄湖市商务局"},  # to a clause
    "all-duties-of-unit": {"unit": "澄湖市商务局"},  # to characters, and to a fact of a clause
}


@pytest.mark.parametrize("name", ASKED)
def test_rows_of_a_document_without_a_title_have_its_file_for_people(name, datasets):
    answer = ask_known(find_question(name), ASKED[name], datasets["yunling"])
    told, shown = answer.records(), titled(answer).records()
    bare = [n for n, row in enumerate(told) if row["policyTitle"] is None]
    assert [shown[n]["policyTitle"] for n in bare] == ["untitled.txt"]
    assert [row for n, row in enumerate(shown) if n not in bare] == [
        row for n, row in enumerate(told) if n not in bare
    ]


def test_an_answer_without_such_documents_stays_as_it_is(datasets):
    store = datasets["yunling"].store
    asked = {"unit": "云岭省财政厅"}
    answer = ask_known(find_question("duties-of-unit"), asked, datasets["yunling"])
    assert titled(answer) is answer
    own = run_sparql("SELECT ?policyTitle (<urn:x> AS ?x) {}", store)  # leads to no document
    assert titled(with_files(own, store)).rows == ((None, ox.NamedNode("urn:x")),)


def test_tables_and_chinese_csv_tell_the_file_and_programs_get_none(run):  # noqa: F811
    asked = ("policies-in-force", "-p", "asOf=2021-06-01")
    assert "untitled.txt" in run(*asked).stdout
    assert "untitled.txt" in run(*asked, "-f", "csv").stdout
    assert "untitled.txt" not in run(*asked, "-f", "csv", "-l", "en").stdout
    rows = json.loads(run(*asked, "-f", "json").stdout)["rows"]
    assert [row["policyTitle"] for row in rows if row["firstDay"] == "2021-05-01"] == [None]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx"])
def test_files_for_people_tell_it(run, ending, tmp_path):  # noqa: F811
    target = tmp_path / f"answer.{ending}"
    run("policies-in-force", "-p", "asOf=2021-06-01", "--out", str(target))
    assert "untitled.txt" in _words(target)


def _words(file):
    import docx
    import openpyxl

    match file.suffix:
        case ".csv":
            return file.read_text(encoding="utf-8-sig")
        case ".xlsx":
            sheet = openpyxl.load_workbook(file).worksheets[0]
            return " ".join(str(c) for row in sheet.iter_rows(values_only=True) for c in row)
        case _:
            tables = docx.Document(str(file)).tables
            return " ".join(c.text for t in tables for row in t.rows for c in row.cells)
