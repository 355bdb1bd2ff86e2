"""The workbook: a sheet for each kind of fact, as a spreadsheet reads it."""

import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from policygraph.export import workbook
from policygraph.export.cells import Header
from policygraph.export.rows import columns
from policygraph.export.tables import TABLES, write_tables
from policygraph.export.tables_workbook import SHEETS, write_workbook
from policygraph.export.workbook import Column, fitting, new_book
from policygraph.rdf.dataset.folder import Dataset


@pytest.fixture(scope="module")
def path(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_workbook(dataset, tmp_path_factory.mktemp("book") / "政策.xlsx").path


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return openpyxl.load_workbook(path)


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    head, *body = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_each_kind_of_fact_has_a_sheet_with_chinese_heads(book: Workbook):
    assert book.sheetnames == [
        "文件", "条款", "责任", "正文责任", "引用", "修改废止", "机构变更", "数量", "期限",
        "职务", "待核对", "单位",
    ]  # fmt: skip
    for name, row in TABLES.items():
        heads = [cell.value for cell in book[SHEETS[name]][1]]
        assert heads == [each.header for _, each in columns(row)]


def test_a_person_finds_the_head_row_frozen_filters_and_widths(book: Workbook):
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        wide = [each.width for each in sheet.column_dimensions.values() if each.width != 13]
        assert wide
        assert all(8 <= each <= 37 for each in wide)
    assert book["文件"].column_dimensions["A"].width > book["文件"].column_dimensions["D"].width


def test_columns_that_trace_back_are_folded_away(book: Workbook):
    sheet = book["数量"]
    folded = {
        sheet.cell(1, index).value
        for each in sheet.column_dimensions.values()
        if each.hidden
        for index in range(each.min, each.max + 1)
    }
    assert {"起始字符", "抽取规则", "数量标识", "文件标识"} <= folded
    assert not {"文件标题", "数值", "单位", "原文"} & folded


def test_dates_are_dates_numbers_numbers_and_text_text(book: Workbook):
    (notice,) = [each for each in rows(book, "文件") if each["标题"] == "青石县修改通知"]
    assert notice["成文日期"] == datetime(2024, 5, 6)
    assert notice["施行日期"] == datetime(2024, 6, 1)
    reward, rate = rows(book, "数量")
    assert (reward["数值"], reward["单位"], reward["年份"]) == (20, "万元", 2025)
    assert (reward["数量类型"], rate["数量类型"]) == ("奖励", "rate")
    assert rate["数值"] == 0.5
    cell = book["条款"]["D2"]
    assert (cell.value, cell.data_type) == ("前言", "s")
    by, every = rows(book, "期限")
    assert (by["日期"], by["周期"]) == (datetime(2025, 12, 31), None)
    assert (every["日期"], every["周期"]) == (None, "每3个月")


def test_nothing_is_a_formula(book: Workbook, path: Path):
    (draft,) = [each for each in rows(book, "责任") if "HYPERLINK" in str(each["文件标题"])]
    assert draft["责任单位（原文）"] == "@SUM(A1)"
    assert draft["责任单位（还原层级）"] == "\t=1+1"
    for sheet in book:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    title = next(cell for cell in book["文件"]["A"] if str(cell.value).startswith("=HYPERLINK"))
    assert title.quotePrefix
    with zipfile.ZipFile(path) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_amendments_changes_posts_duties_and_findings_are_told(book: Workbook):
    (change,) = rows(book, "修改废止")
    assert (change["操作"], change["原表述"], change["新表述"]) == ("替换文字", "=旧", "新")
    assert change["法律依据"] == "《公平竞争审查条例》第10条第2项；《甲法》第3条"
    (renamed,) = rows(book, "机构变更")
    assert [renamed[each] for each in ("变动类型", "原名称（原文）", "新名称（原文）", "职能")] == [
        "更名", "县甲局", "县乙局", "统计",
    ]  # fmt: skip
    (post,) = rows(book, "职务")
    assert (post["工作机构"], post["组内职务"], post["所任职务"]) == ("县工作专班", "组长", "局长")
    (duty,) = rows(book, "正文责任")
    assert (duty["责任角色"], duty["责任单位（原文）"]) == ("牵头", "县乙局")
    (finding,) = rows(book, "待核对")
    assert (finding["级别"], finding["所指"], finding["条款编号"]) == ("提示", "县丙办", "一、")
    assert "单位简称" in str(finding["说明"])


def test_programs_get_stable_names_and_codes(dataset: Dataset, tmp_path: Path):
    target = write_workbook(dataset, tmp_path / "a.xlsx", Header.EN).path
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == list(TABLES)
    reward, _ = rows(book, "quantities")
    assert (reward["kind"], reward["value"], reward["unit"]) == ("reward", 20, "万元")


def test_the_same_dataset_gives_the_same_bytes(dataset: Dataset, path: Path, tmp_path: Path):
    again = write_workbook(dataset, tmp_path / "again.xlsx")
    assert again.path.read_bytes() == path.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["again.xlsx"]


def test_the_tables_hold_the_same_rows(dataset: Dataset, tmp_path: Path, book: Workbook):
    for each in write_tables(dataset, tmp_path / "tables"):
        ((name, count),) = each.counts.items()
        assert book[SHEETS[name]].max_row == count + 1


def test_a_full_sheet_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbook, "MAX_ROWS", 4)
    with (tmp_path / "a.xlsx").open("wb") as stream, new_book(stream, tmp_path) as book:
        sheet = book.sheet("责任", [Column("序号")])
        sheet.write([number] for number in range(7))
        sheet.end()
    read = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert {each.title: [c.value for c in each["A"]] for each in read} == {
        "责任": ["序号", 0, 1, 2],
        "责任 (2)": ["序号", 3, 4, 5],
        "责任 (3)": ["序号", 6],
    }


def test_a_text_that_no_cell_holds_is_cut_and_says_so():
    assert fitting("甲" * 32767) == "甲" * 32767
    cut = fitting("𠮷" * 20000)
    assert cut.endswith("cut: see the CSV）")
    assert len(cut.encode("utf-16-le")) <= 2 * 32767


def test_rows_that_are_wrapped_are_high_enough(book: Workbook):
    sheet = book["文件"]
    heights = {str(sheet.cell(i, 1).value)[:4]: sheet.row_dimensions[i].height for i in range(2, 6)}
    assert heights["=HYP"] > heights["青石县修"]


def test_an_export_that_fails_leaves_nothing(dataset: Dataset, tmp_path: Path):
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"mine")

    def broken(items, /):
        yield from items[:1]
        raise RuntimeError("interrupted")

    with pytest.raises(RuntimeError, match="interrupted"):
        write_workbook(dataset, target, track=broken)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.xlsx", b"mine")]
