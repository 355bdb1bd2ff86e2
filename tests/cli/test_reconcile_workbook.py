"""policygraph reconcile with Excel workbooks: in, out, and what is refused."""

import csv
import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import typer
from typer.testing import CliRunner, Result

from policygraph.cli.reconcile import reconcile
from policygraph.export import workbook_read

program = typer.Typer()
program.command()(reconcile)


def run(*arguments: object, language: str = "zh") -> Result:
    environment = {"COLUMNS": "300", "NO_COLOR": "1", "POLICYGRAPH_LANGUAGE": language}
    return CliRunner().invoke(program, [str(each) for each in arguments], env=environment)


def made(path: Path, *rows: tuple[object, ...], sheet: str = "Sheet1") -> Path:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def records(path: Path) -> list[dict[str, object]]:
    head, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


PLACED = ("-c", "单位", "--place", "阳泉市", "--as-of", "2025-01-01")


def test_a_workbook_comes_out_as_a_workbook_with_its_values_kept(tmp_path):
    table = made(
        tmp_path / "单位.xlsx",
        ("序号", "单位", "金额", "日期", "备注"),
        (1, "阳泉银保监分局", 2.5, date(2024, 5, 6), "=1+1 是字"),
        (2, "某某探月办", None, None, None),
    )
    target = tmp_path / "现名.xlsx"
    result = run(table, *PLACED, "-o", target)
    assert result.exit_code == 0, result.stderr
    first, second = records(target)
    assert (first["序号"], first["金额"], first["日期"]) == (1, 2.5, datetime(2024, 5, 6))
    assert first["现名称"] == "国家金融监督管理总局阳泉监管分局"
    assert first["变动日期"] == datetime(2023, 7, 20)
    assert second["匹配结果"] == "未匹配"
    sheet = openpyxl.load_workbook(target).active
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_csv_becomes_a_workbook_and_a_workbook_csv(tmp_path):
    text = tmp_path / "units.csv"
    text.write_text("单位,备注\n市财政局,=1\n", encoding="gb18030")
    assert run(text, *PLACED, "-o", tmp_path / "a.XLSX").exit_code == 0
    (row,) = records(tmp_path / "a.XLSX")
    assert (row["备注"], row["正式名称"]) == ("=1", "阳泉市财政局")
    table = made(tmp_path / "b.xlsx", ("单位", "代码"), ("市财政局", 140300.0))
    assert run(table, *PLACED, "-o", tmp_path / "b.csv").exit_code == 0
    data = (tmp_path / "b.csv").read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(data))
    assert (row["代码"], row["正式名称"]) == ("140300", "阳泉市财政局")


def test_a_sheet_is_chosen_and_a_title_above_the_head_is_passed_over(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(("说明",))
    sheet = book.create_sheet("名单")
    sheet.append(("2025年成员单位名单",))
    sheet.append((None, "单 位"))
    sheet.append((1, "市财政局"))
    book.save(tmp_path / "a.xlsx")
    result = run(tmp_path / "a.xlsx", *PLACED, "--sheet", "名单", "-o", tmp_path / "o.xlsx")
    assert result.exit_code == 0, result.stderr
    assert "表头以上的 1 行未写入" in result.stderr
    assert records(tmp_path / "o.xlsx")[0]["正式名称"] == "阳泉市财政局"
    wrong = run(tmp_path / "a.xlsx", *PLACED, "--sheet", "甲", "-o", tmp_path / "p.xlsx")
    assert wrong.exit_code == 3
    assert "没有工作表“甲”；请指定其中之一：Sheet、名单" in wrong.stderr


@pytest.mark.parametrize(
    ("written", "match", "official"),
    [
        ("市 财 政 局", "已匹配", "阳泉市财政局"),
        ("市财\n政局\u3000", "已匹配", "阳泉市财政局"),
        ("市财政局、市 教育局", "已匹配（多个单位）", "阳泉市财政局；阳泉市教育局"),
        ("市财政局\n市教育局", "已匹配（多个单位）", "阳泉市财政局；阳泉市教育局"),
        ("市财政局 市教育局", "已匹配（多个单位）", "阳泉市财政局；阳泉市教育局"),
        ("市财政局、某某探月办", "含多个名称，未能逐一匹配；请分行填写", None),
        ("某 某 探 月 办", "未匹配", None),
    ],
)
def test_blanks_and_lists(tmp_path, written, match, official):
    table = made(tmp_path / "a.xlsx", ("单位",), (written,))
    run(table, *PLACED, "-o", tmp_path / "o.xlsx")
    (row,) = records(tmp_path / "o.xlsx")
    assert (row["单位"].replace("_x000a_", ""), row["匹配结果"]) == (written, match)
    assert row["正式名称"] == official


def test_the_values_of_a_list_stand_in_the_order_of_its_names(tmp_path):
    table = made(tmp_path / "a.xlsx", ("单位",), ("市国土局、市教育局、阳泉银保监分局",))
    run(table, *PLACED, "-o", tmp_path / "o.xlsx")
    (row,) = records(tmp_path / "o.xlsx")
    assert row["现名称"] == "—；阳泉市教育局；国家金融监督管理总局阳泉监管分局"
    assert str(row["变动类型"]).split("；")[1:] == ["—", "更名"]


def test_where_most_names_are_unknown_a_place_is_asked_for(tmp_path):
    table = made(tmp_path / "a.xlsx", ("单位",), ("市财政局",), ("市教育局",), (" ",))
    out = ("-c", "单位", "-o", tmp_path / "o.xlsx")
    (line,) = run(table, *out).stderr.splitlines()
    assert "请用 --place 指明这些单位所在的地区" in line
    assert "say with --place" in run(table, *out, language="en").stderr
    assert run(table, *out, "--place", "阳泉市").stderr == ""


@pytest.mark.parametrize("name", ["units.xlsx", "sub/../units.xlsx", "link.xlsx"])
def test_the_table_that_is_read_is_never_written_over(tmp_path, name):
    table = made(tmp_path / "units.xlsx", ("单位",), ("市财政局",))
    (tmp_path / "sub").mkdir()
    (tmp_path / "link.xlsx").hardlink_to(table)
    before = table.read_bytes()
    result = run(table, *PLACED, "-o", tmp_path / name)
    assert result.exit_code == 2
    assert "就是要读取的表" in result.stderr
    assert table.read_bytes() == before


def test_a_format_that_cannot_be_written_is_named(tmp_path):
    table = made(tmp_path / "a.xlsx", ("单位",), ("市财政局",))
    result = run(table, *PLACED, "-o", tmp_path / "o.xls", language="en")
    assert result.exit_code == 2
    assert "use .xlsx or .csv" in result.stderr


def packed(**members: bytes) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 cut off", "损坏或不完整；请"),
        (b"\xd0\xcf\x11\xe0 old", "是旧版 .xls 工作簿"),
        (packed(**{"word__document.xml": b"<x/>"}), "不是 Excel 工作簿；请"),
        (packed(**{"xl__workbook.xml": b"<x/>"}), "损坏或不完整；请"),
        (packed(**{"xl__workbook.xml": b"<!DOCTYPE x>"}), "文档类型声明"),
        (packed(**{"xl__workbook.xml": b" " * (300 << 20)}), "解压后大得不像一份文档"),
    ],
)
def test_what_is_no_workbook_or_a_bomb_is_refused(tmp_path, data, said):
    table = tmp_path / "a.xlsx"
    table.write_bytes(data)
    result = run(table, *PLACED, "-o", tmp_path / "o.xlsx")
    assert result.exit_code == 3
    assert said in result.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_cells_are_counted_whatever_the_sheet_says_of_its_size(tmp_path, monkeypatch):
    book = openpyxl.Workbook()
    book.active["A1"] = "单位"
    book.active["XFD1048576"] = "远"
    book.save(tmp_path / "a.xlsx")
    monkeypatch.setattr(workbook_read, "MAX_CELLS", 100_000)
    result = run(tmp_path / "a.xlsx", *PLACED, "-o", tmp_path / "o.xlsx")
    assert result.exit_code == 3
    assert "单元格超过 100000 个" in result.stderr
    assert not (tmp_path / "o.xlsx").exists()


def test_an_empty_workbook_has_no_head(tmp_path):
    result = run(made(tmp_path / "a.xlsx"), *PLACED, "-o", tmp_path / "o.xlsx")
    assert (result.exit_code, "没有表头；请" in result.stderr) == (3, True)


def test_programs_are_told_the_counts(tmp_path):
    table = made(tmp_path / "a.xlsx", ("单位",), ("市财政局、市教育局",), ("市财政局",))
    result = run(table, *PLACED, "-o", tmp_path / "o.xlsx", "--json", "--header", "en")
    assert json.loads(result.stdout)["rows"] == {"several": 1, "matched": 1}
    assert records(tmp_path / "o.xlsx")[0]["official_name"] == "阳泉市财政局|阳泉市教育局"


def test_sources_are_told_in_chinese_to_people_and_as_they_are_to_programs(tmp_path):
    (tmp_path / "a.csv").write_text("单位\n银保监会\n", encoding="utf-8")
    told = {}
    for header, column in (("zh", "来源"), ("en", "source")):
        run(tmp_path / "a.csv", "--column", "单位", "--header", header, "--out", tmp_path / "b.csv")
        with (tmp_path / "b.csv").open(encoding="utf-8-sig", newline="") as stream:
            told[header] = next(csv.DictReader(stream))[column]
    assert "新闻报道（2023年7月21日）" in told["zh"]
    assert "news of 21 July 2023" in told["en"]
    assert "news of" not in told["zh"]
