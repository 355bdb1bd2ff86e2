"""policygraph tasks as a user meets it."""

import io
import json
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
import typer
from lxml import html
from typer.testing import CliRunner, Result

from policygraph.build import build
from policygraph.cli.tasks import tasks

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
PLAN = SAMPLES / "yunling-shishi-fangan.txt"
REGISTRY = ("--registry", SAMPLES / "registry")
program = typer.Typer()
program.command()(tasks)


def run(*arguments: object, language: str = "zh") -> Result:
    environment = {"COLUMNS": "400", "NO_COLOR": "1", "POLICYGRAPH_LANGUAGE": language}
    return CliRunner().invoke(program, [str(each) for each in arguments], env=environment)


def test_tasks_are_printed_with_units_and_times() -> None:
    result = run(PLAN, *REGISTRY)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("5  二、（二） 重点任务"))
    assert lines[at + 1].startswith("   攻关关键共性技术。")
    supporting = "省教育厅、省工业和信息化厅、省人力资源社会保障厅"
    assert lines[at + 2] == f"   责任单位：牵头：省科技厅 配合：{supporting}"
    assert "任务：13" in result.stdout


def test_english_heads_for_english_readers() -> None:
    result = run(PLAN, *REGISTRY, language="en")
    assert "responsible: 省工业和信息化厅" in result.stdout
    assert "tasks: 13" in result.stdout


def test_one_unit_alone_by_unit() -> None:
    result = run(PLAN, *REGISTRY, "--unit", "省财政厅", "--by", "unit")
    firsts = [line for line in result.stdout.splitlines() if line[:1].isdigit()]
    assert len(firsts) == 3
    assert all("云岭省财政厅" in line for line in firsts)


def test_a_unit_without_tasks_is_told_with_those_that_are_near() -> None:
    result = run(PLAN, *REGISTRY, "--unit", "省财厅")
    assert result.exit_code == 3
    assert "省财政厅" in result.stderr


def test_word_has_the_table_without_empty_columns(tmp_path: Path) -> None:
    target = tmp_path / "任务分解表.docx"
    assert run(PLAN, *REGISTRY, "--out", target).exit_code == 0
    (table,) = docx.Document(str(target)).tables
    heads = [cell.text for cell in table.rows[0].cells]
    assert heads[:3] == ["序号", "条款", "任务内容"]
    assert "时限要求" in heads
    assert "单位变动" not in heads or any(row.cells[-1].text for row in table.rows[1:])
    assert len(table.rows) == 14
    widths = [int(cell._tc.tcPr.tcW.get(docx.oxml.ns.qn("w:w"))) for cell in table.rows[1].cells]
    assert widths[2] == max(widths)
    assert widths[2] >= 0.39 * sum(widths)


def test_a_workbook_has_both_orders_and_where_each_row_was_read(tmp_path: Path) -> None:
    target = tmp_path / "t.xlsx"
    assert run(PLAN, *REGISTRY, "--out", target).exit_code == 0
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["任务分解表", "单位任务清单"]
    heads, *rows = book["任务分解表"].iter_rows(values_only=True)
    text = PLAN.read_text(encoding="utf-8-sig")
    for row in rows:
        told = dict(zip(heads, row, strict=True))
        words = "".join(text[told["起始字符"] : told["终止字符"]].split())
        assert "".join(told["任务内容"].split()).rstrip("。") in words
    assert {row[1] for row in book["单位任务清单"].iter_rows(min_row=2, values_only=True)} >= {
        "云岭省财政厅"
    }


def test_csv_json_and_page(tmp_path: Path) -> None:
    for ending in ("csv", "json", "html"):
        assert run(PLAN, *REGISTRY, "--out", tmp_path / f"t.{ending}").exit_code == 0
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))
    assert len(rows) == 13
    assert rows[4]["units"][0]["role"] == "lead"
    page = html.fromstring((tmp_path / "t.html").read_bytes())
    assert len(page.xpath("//tbody/tr")) == 13
    assert not page.xpath("//script")


def test_a_dataset_and_its_files_give_the_same(tmp_path: Path) -> None:
    build([PLAN], tmp_path / "set", local_registry=[SAMPLES / "registry"])
    of_file = run(PLAN, *REGISTRY, "--json").stdout
    assert run(tmp_path / "set", *REGISTRY, "--json").stdout == of_file
    assert run(tmp_path / "set", "--json").stdout == of_file  # by the tables it was built with
    assert run(tmp_path / "set", PLAN, *REGISTRY, "--json").stdout == of_file


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    result = run(tmp_path / "空.txt", PLAN, *REGISTRY)
    assert result.exit_code == 1
    assert "空.txt" in result.stderr
    assert "任务：13" in result.stdout


@pytest.mark.parametrize(("target", "said"), [("t.pdf", ".docx"), ("t.txt", ".docx")])
def test_what_cannot_be_written_is_said_before_anything_is_read(
    tmp_path: Path, target: str, said: str
) -> None:
    result = run(tmp_path / "none.txt", "--out", tmp_path / target)
    assert result.exit_code == 2
    assert said in result.output


def test_a_document_is_never_written_over(tmp_path: Path) -> None:
    page = tmp_path / "方案.html"
    page.write_text("<p>一、修缮牌坊。（责任单位：市文旅局）</p>", encoding="utf-8")
    result = run(page, "--out", page)
    assert result.exit_code == 2
    assert page.read_text(encoding="utf-8").startswith("<p>")


def test_hostile_words_are_escaped_and_no_formula(tmp_path: Path) -> None:
    text = "云岭市要点\n一、=1+1<script>alert(1)</script>。（责任单位：市财政局）\n"
    source = tmp_path / "a.txt"
    source.write_text(text, encoding="utf-8")
    for ending in ("html", "csv", "docx"):
        assert run(source, "--out", tmp_path / f"t.{ending}").exit_code == 0
    page = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert ",'=1+1" in (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "t.docx").read_bytes())) as packed:
        assert "<script>" not in packed.read("word/document.xml").decode()


def test_where_nothing_can_be_read_no_table_takes_the_place_of_another(tmp_path: Path) -> None:
    target, empty = tmp_path / "任务.csv", tmp_path / "空.txt"
    target.write_text("早先的表", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    result = run(empty, "--out", target)
    assert result.exit_code == 1
    assert target.read_text(encoding="utf-8") == "早先的表"


def test_a_damaged_text_of_a_dataset_is_told(tmp_path: Path) -> None:
    dataset = tmp_path / "set"
    build([PLAN], dataset, local_registry=[SAMPLES / "registry"])
    (text,) = (dataset / "text").iterdir()
    text.write_bytes(b"\xff\xfe")
    result = run(dataset)
    assert result.exit_code == 3
    assert "请重新构建数据集" in result.stderr
