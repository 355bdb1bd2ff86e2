"""Tables of which each cell is a line of its own."""

import pytest

from policygraph.text.line_tables import line_tables
from policygraph.text.page import page_of
from tests.reading import read

HEADS = ["序号", "工作任务", "责任单位", "配合单位"]
ROWS = [
    "1",
    "推进甲项目",
    "市财政局",
    "市统计局、市教育局",
    "2",
    "完成乙改造",
    "市教育局",
    "市财政局",
]


def tables(lines: list[str], between: str = "\n") -> list[tuple[int, int]]:
    """Give how many paragraphs with words each table has, and how many rows."""
    text = between.join(lines) + "\n"
    page = page_of(text)
    return [
        (sum(bool(page.words(i).strip()) for i in table.paragraphs), len(table.serials))
        for table in line_tables(text, page.paragraphs)
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\u3000\n"])
def test_the_serial_numbers_tell_the_rows(between: str) -> None:
    assert tables(["甲表", *HEADS, *ROWS, "乙。"], between) == [(12, 2)]


@pytest.mark.parametrize(
    "lines",
    [
        [*HEADS, *ROWS[:4]],  # one row alone
        [*HEADS, *ROWS[:-1]],  # the second is not whole
        [*HEADS, *ROWS[:4], "3", *ROWS[5:]],  # it is not the second
        ["序号", "工作任务", "完成时限", *ROWS],  # no column of units
        ["序号", "工作任务，甲。", "责任单位", "配合单位", *ROWS],  # a sentence is no head
        HEADS[1:] + ROWS,
        ["序号"] * 50,
        ["序号", "1", "2", "3"],
    ],
)
def test_what_is_not_regular_is_no_table(lines: list[str]) -> None:
    assert tables(lines) == []


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_rows_are_clauses_with_their_units(between: str) -> None:
    record = read("晋城市重点任务分解表\n\n" + between.join([*HEADS, *ROWS]) + "\n")
    assert [(c.path, c.label, c.heading) for c in record.clauses] == [
        ("1", "1", "推进甲项目"),
        ("2", "2", "完成乙改造"),
    ]
    assert [(r.clause, r.resolved, r.role.value) for r in record.responsibilities] == [
        ("1", "市财政局", "responsible"),
        ("1", "市统计局", "support"),
        ("1", "市教育局", "support"),
        ("2", "市教育局", "responsible"),
        ("2", "市财政局", "support"),
    ]


def test_a_table_among_numbered_items_keeps_their_clauses() -> None:
    lines = ["一、甲。", "1.乙。", *HEADS, *ROWS, "二、丙。"]
    record = read("晋城市关于任务的意见\n" + "\n".join(lines) + "\n")
    assert [c.path for c in record.clauses] == ["1", "1/1", "2"]
    assert {r.clause for r in record.responsibilities} == {"1/1"}
    assert len(record.responsibilities) == 5


def responsible(lines: list[str]) -> list[tuple[str, str]]:
    record = read("晋城市关于任务的意见\n一、甲。\n" + "\n".join(lines) + "\n")
    return [(r.as_written, r.role.value) for r in record.responsibilities]


def test_rows_that_lack_a_cell_or_hold_one_in_several_lines() -> None:
    lines = [
        "序号",
        "任务",
        "责任单位",
        "时限",
        "1",
        "推进甲项目",
        "市财政局",
        "市统计局",
        "6月底前",
    ]
    lines += ["2", "完成乙改造", "市教育局", "3", "办好丙事", "市水利局", "市气象局", "年底前"]
    assert responsible(lines) == [
        ("市财政局", "responsible"),
        ("市统计局", "responsible"),
        ("市教育局", "responsible"),
        ("市水利局", "responsible"),
        ("市气象局", "responsible"),
    ]


def test_where_two_columns_of_units_are_not_whole_only_what_is_sure_is_read() -> None:
    rows = [
        "1",
        "甲",
        "市财政局",
        "2",
        "乙",
        "市教育局",
        "市统计局",
        "3",
        "丙",
        "市水利局",
        "市气象局",
    ]
    assert responsible(["序号", "任务", "牵头单位", "配合单位", *rows]) == [
        ("市教育局", "lead"),
        ("市统计局", "support"),
        ("市水利局", "lead"),
        ("市气象局", "support"),
    ]


def test_without_serial_numbers_the_units_tell_the_rows() -> None:
    rows = ["推进甲项目", "市财政局", "6月底前", "完成乙改造", "市教育局、市统计局", "年底前"]
    lines = ["任务", "责任单位", "时限", *rows, "办好丙事", "各街道党工委、办事处", "年底前"]
    assert responsible(lines) == [
        ("市财政局", "responsible"),
        ("市教育局", "responsible"),
        ("市统计局", "responsible"),
        ("各街道党工委、办事处", "responsible"),
    ]


def test_two_rows_without_serial_numbers_are_no_table() -> None:
    assert (
        tables(["任务", "责任单位", "推进甲项目", "市财政局", "完成乙改造", "市教育局", "丙。"])
        == []
    )


def test_lines_that_head_rows_and_numbers_that_leave_gaps() -> None:
    rows = [
        "一、发展目标",
        "3",
        "推进甲项目",
        "市财政局",
        "市统计局",
        "二、民生改善",
        "三、环境改善",
    ]
    rows += ["68", "完成乙改造", "市教育局", "市水利局"]
    assert responsible(["序号", "任务", "牵头责任单位", "配合单位", *rows]) == [
        ("市财政局", "lead"),
        ("市统计局", "support"),
        ("市教育局", "lead"),
        ("市水利局", "support"),
    ]


def test_blanks_part_the_cells() -> None:
    rows = [
        "序号 工作任务 牵头单位 责任单位",
        "1 推进甲 项目。到年底见效。 市水利局 市财政局、各区党委和人民政府",
        "2  完成乙改造 市教育局、水利局 各区党委和人民政府",
    ]
    record = read("晋城市重点任务分解表\n" + "\n".join(rows) + "\n")
    assert [(c.path, c.heading) for c in record.clauses] == [("1", None), ("2", None)]
    assert [(r.clause, r.resolved, r.role.value) for r in record.responsibilities] == [
        ("1", "市水利局", "lead"),
        ("1", "市财政局", "responsible"),
        ("1", "各区党委和人民政府", "responsible"),
        ("2", "市教育局", "lead"),
        ("2", "市水利局", "lead"),
        ("2", "各区党委和人民政府", "responsible"),
    ]


def test_serial_numbers_between_bars_make_the_rows_clauses() -> None:
    cells = ["任务", "要求", "责任科室", "1", "甲", "办公室", "公开乙", "2", "丙", "各科室"]
    record = read("晋城市任务表\n" + "\n|\n".join(cells) + "\n|\n")
    assert [c.path for c in record.clauses] == ["1", "2"]


def test_rows_behind_the_first_that_are_not_whole_go_on_with_the_table() -> None:
    cells = [
        "序号",
        "类别",
        "任务",
        "责任单位",
        "1",
        "1.治水",
        "清淤。",
        "市水利局",
        "2",
        "2.修路",
        "铺路。",
    ]
    cells += [
        "市交通局",
        "3",
        "架桥。",
        "市公路局",
        "4",
        "3.植树",
        "种树。",
        "市林业局",
        "5",
        "护林。",
        "市林场",
    ]
    assert tables(cells) == [(len(cells), 5)]
    record = read("晋城市重点任务分解表\n" + "\n".join(cells) + "\n")
    assert [c.path for c in record.clauses] == ["1", "2", "3", "4", "5"]
    assert [r.clause for r in record.responsibilities] == ["1", "2", "3", "4", "5"]


def test_a_serial_number_is_no_number_of_a_page() -> None:
    cells = [
        "序号",
        "任务",
        "责任单位",
        "1",
        "清淤。",
        "市水利局",
        "2",
        "铺路。",
        "市交通局、市公路局，北山林场管委会",
    ]
    cells += ["3", "种树，护林，防火。", "市林业局", "4", "架桥。", "市公路局"]
    assert tables(cells) == [(len(cells), 4)]
