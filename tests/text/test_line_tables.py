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
