"""``policygraph query``: lists, asks, prints, and says what is wrong."""

import csv
import io
import json

import docx
import openpyxl
import pyoxigraph as ox
import pytest
import typer
from typer.testing import CliRunner

from policygraph.cli.answers import without_iris
from policygraph.cli.query import query
from policygraph.query.answer import Answer, told_once
from policygraph.query.library import questions
from policygraph.query.question import Column
from policygraph.query.wording import UNKNOWN_FORCE

TITLE = "云岭省制造业焕新行动方案"


@pytest.fixture
def run(datasets, monkeypatch):
    """Give a function that runs the command on the data set of the province."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("POLICYGRAPH_LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    app = typer.Typer()
    app.command()(query)
    data = ["--dataset", str(datasets["yunling"].path)]

    def invoke(*arguments, **options):
        return CliRunner().invoke(app, [*data, *arguments], **options)

    return invoke


def test_without_a_name_the_questions_are_listed(run):
    shown = run()
    assert shown.exit_code == 0
    assert all(q.name in shown.stdout and q.zh in shown.stdout for q in questions())
    assert questions()[0].en in run("--language", "en").stdout
    listed = json.loads(run("--format", "json").stdout)
    assert [each["name"] for each in listed] == [q.name for q in questions()]
    (citing,) = (each for each in listed if each["name"] == "clauses-citing-article")
    assert citing["parameters"][1] == {
        "name": "article", "type": "integer", "required": False, "default": None,
        "example": "10", "zh": "条", "en": "article",
    }  # fmt: skip


def test_a_table_shows_headings_in_the_language_and_no_iris(run):
    shown = run("clauses-without-unit", "--param", f"document={TITLE}")
    assert shown.exit_code == 0
    assert "条款路径" in shown.stdout
    assert "工作思路" in shown.stdout
    assert "https://" not in shown.stdout


def test_json_and_csv_have_all_columns(run):
    asked = ["units-of-clause", "-p", f"document={TITLE}", "-p", "path=2/2"]
    rows = json.loads(run(*asked, "--format", "json").stdout)["rows"]
    assert [(row["asWritten"], row["role"], row["told"], row["inherited"]) for row in rows] == [
        ("省财政厅", "责任单位", "mark", False),
        ("省财政厅", "配合单位", "text", None),
    ]
    plain = run(*asked, "--format", "csv", "--language", "en").stdout
    lines = csv.DictReader(io.StringIO(plain))
    assert all(line["agency"].endswith("/agency/990000/云岭省财政厅") for line in lines)


def test_csv_in_chinese_opens_in_excel(run):
    asked = ["units-of-clause", "-p", f"document={TITLE}", "-p", "path=2/2"]
    data = run(*asked, "--format", "csv").stdout_bytes
    assert data.startswith(b"\xef\xbb\xbf")
    line, *_ = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert "责任单位" in line.values()
    assert "否" in line.values()
    assert "asWritten" not in line


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize(
    ("asked", "near"),
    [
        (["duties-of-unit", "-p", "unit=省财正厅"], "没有名为“省财正厅”的单位；请核对，相近的有："),
        (["facts-of-document", "-p", "document=云岭省制造业焕新行动方按"], TITLE),
        (["clauses-citing-article", "-p", "title=中小企业促进发"], "没有相近的"),
    ],
)
def test_a_name_that_nothing_bears_says_which_are_near(run, form, asked, near):
    told = run(*asked, "--format", form)
    assert told.exit_code == 3
    assert told.stdout == ""
    assert near in told.stderr
    english = run(*asked, "--language", "en").stderr
    assert ("near: " in english) is not ("nothing is near" in english)


def test_a_place_is_not_near_where_a_unit_is_asked_for(run):
    told = run("duties-of-unit", "-p", "unit=云岭", "--language", "en").stderr
    near = told.partition("near: ")[2].strip()
    assert near
    assert "云岭省" not in near.split(", ")


def test_no_row_is_said(run):
    assert run("duties-of-unit", "-p", "unit=云岭省").stdout.startswith("没有结果")


def test_a_query_of_ones_own(run, tmp_path):
    file = tmp_path / "mine.rq"
    file.write_text(
        "SELECT ?p { ?p pg:status <https://w3id.org/policygraph/concept/status/draft> }"
    )
    assert "policy/990100" in run("--sparql", str(file)).stdout
    counted = run("--sparql", "-", "-f", "csv", input="SELECT (COUNT(?p) AS ?n) { ?p a pg:Policy }")
    assert counted.stdout.split() == ["\ufeffn", "5"]


@pytest.mark.parametrize(
    ("arguments", "status", "zh", "en"),
    [
        (["duties-of"], 2, "请改用其中之一：duties-of-unit", "did you mean: duties-of-unit"),
        (["duties-of-unit"], 2, "未填写；请填写，例如：unit=", "is missing; give for example unit="),
        (["duties-of-unit", "-p", "unt=甲"], 2, "没有参数“unt”", "no parameter 'unt'"),
        (["policies-in-force", "-p", "asOf=甲"], 2, "“甲”不是日期", "is not a date"),
        (["duties-of-unit", "-p", "unit=没有局"], 3, "没有名为“没有局”的单位", "no such unit"),
        (["duties-of-unit", "-p", "unit"], 2, "--param：“unit”请写作 参数=值", "write NAME=VALUE"),
        (["duties-of-unit", "-p", "unit=甲", "-p", "unit=乙"], 2, "每个参数只写一次", "each name once"),
        (["-p", "unit=甲"], 2, "--param：只有内置问题才有参数", "only a question has parameters"),
        (["duties-of-unit", "--sparql", "x.rq"], 2, "请只给一个", "give a question or --sparql"),
        (["--sparql", "no-such.rq"], 3, "no-such.rq 无法按 UTF-8 文本读取：没有此文件", "no-such.rq: cannot be read"),
        (["policies-in-force", "--dataset", "nowhere"], 3, "nowhere 不是数据集", "nowhere: not a dataset"),
        (["policies-in-force", "--max-rows", "1"], 3, "结果超过 1 行", "more than 1 rows"),
        (["--language", "fr"], 2, "--language：没有“fr”这一语言；请用 zh 或 en", "use zh or en"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_the_language_of_the_system(
    run, monkeypatch, arguments, status, zh, en
):
    for locale, message in (("zh_CN.UTF-8", zh), ("C.UTF-8", en)):
        monkeypatch.setenv("LC_ALL", locale)
        shown = run(*arguments)
        assert shown.exit_code == status
        assert message in " ".join(shown.stderr.replace("│", " ").split())


def test_a_value_cannot_steer_the_terminal(run):
    shown = run("--sparql", "-", input="SELECT ?x { VALUES ?x { '\x1b[31mred' } }")
    assert "\x1b" not in shown.stdout
    assert "[31mred" in shown.stdout


@pytest.mark.parametrize("ending", ["xlsx", "docx", "csv", "json"])
def test_an_answer_is_written_into_a_file(run, tmp_path, ending):
    target = tmp_path / f"答案.{ending}"
    done = run("policies-in-force", "--out", str(target))
    assert done.exit_code == 0, done.output
    assert "行" in done.stdout
    if ending == "xlsx":
        rows = list(openpyxl.load_workbook(target)["答案"].iter_rows(values_only=True))[1:]
    elif ending == "docx":
        rows = docx.Document(target).tables[0].rows[1:]
    elif ending == "csv":
        rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))[1:]
    else:
        rows = json.loads(target.read_text(encoding="utf-8"))["rows"]
    assert len(rows) == len(json.loads(run("policies-in-force", "-f", "json").stdout)["rows"])


def test_a_query_of_ones_own_goes_into_a_workbook(run, tmp_path):
    target = tmp_path / "a.xlsx"
    text = "SELECT ?p WHERE { ?p a pg:Policy }"
    done = run("--sparql", "-", "--out", str(target), input=text)
    assert done.exit_code == 0, done.output
    assert openpyxl.load_workbook(target)["问题"]["B2"].value == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["policies-in-force", "--out", "a.doc"], "请用 .xlsx、.docx、.csv 或 .json"),
        (["--out", "a.csv"], "请写明问题名称"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_of(run, words, said):
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.output


def test_names_of_roles_are_in_the_language_in_every_form(run, tmp_path):
    asked = ("duties-of-unit", "-p", "unit=云岭省财政厅", "--language")
    for form in ("table", "json", "csv"):
        chinese, english = (run(*asked, one, "-f", form).stdout for one in ("zh", "en"))
        assert "责任单位" in chinese
        assert "责任单位" not in english
        assert "responsible" in english
    for ending in ("csv", "json", "xlsx"):
        run(*asked, "en", "--out", str(tmp_path / f"answer.{ending}"))
    assert "responsible" in (tmp_path / "answer.csv").read_text(encoding="utf-8-sig")
    assert "responsible" in (tmp_path / "answer.json").read_text(encoding="utf-8")
    sheet = openpyxl.load_workbook(tmp_path / "answer.xlsx").worksheets[0]
    words = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert "responsible" in words
    assert "责任单位" not in words


def test_what_unknown_in_force_means_is_said_once_below_the_table_and_in_the_workbook(
    run, tmp_path
):
    asked = ("policies-in-force", "-p", "asOf=2026-06-30")
    assert run(*asked).stdout.count(UNKNOWN_FORCE.zh) == 1
    assert "“不详”" not in run(*asked, "-f", "csv").stdout
    assert "“不详”" not in run("policies-in-force", "-p", "asOf=1990-01-01").stdout
    run(*asked, "--out", str(tmp_path / "answer.xlsx"))
    asked_sheet = openpyxl.load_workbook(tmp_path / "answer.xlsx").worksheets[1]
    assert ("说明", UNKNOWN_FORCE.zh) in list(asked_sheet.iter_rows(values_only=True))


def test_a_document_without_a_title_can_be_told_by_its_iri_and_a_reason_stands_once():
    columns = (Column("policyTitle", "文件", "document"), Column("reason", "理由代码", "code"),
               Column("explanation", "理由", "reason"), Column("policy", "标识", "IRI"))  # fmt: skip
    row = (ox.Literal("甲"), ox.Literal("expired"), ox.Literal("届满"), ox.NamedNode("urn:x"))
    titled, untitled = (Answer(columns, (one,)) for one in (row, (None, *row[1:])))
    assert [c.name for c in told_once(titled).columns] == ["policyTitle", "explanation", "policy"]
    assert [c.name for c in without_iris(titled).columns] == [
        "policyTitle",
        "reason",
        "explanation",
    ]
    assert without_iris(untitled).columns[-1].name == "policy"


def test_where_nothing_is_near_it_says_what_to_try(run):
    told = run("duties-of-unit", "-p", "unit=x")
    assert told.exit_code == 3
    assert "没有相近的；可用全文检索查找" in told.stderr
    assert "nothing is near" in run("duties-of-unit", "-p", "unit=x", "-l", "en").stderr
