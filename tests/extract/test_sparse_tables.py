"""Rows that lack a cell of units: the whole table tells in which column the others stand."""

import pytest

from policygraph.extract.tables.sparse import columns_of
from tests.reading import read

ALL = "各镇、县直各部门"


@pytest.mark.parametrize(
    ("row", "columns"),
    [
        (["县财政局", ALL], (0, 1)),
        ([ALL], (1,)),  # a list that stands behind in every whole row
        (["县财政局", "县水利局", ALL], (0, 0, 1)),  # a cell of two lines before it
        (["县水利局"], None),  # a single office may stand in either
        (["各镇、县直有关部门"], None),
        (["县财政局", "县水利局", "县林业局"], None),
    ],
)
def test_a_list_that_stands_in_one_column_again_and_again(
    row: list[str], columns: tuple[int, ...] | None
) -> None:
    whole = [["县财政局", ALL], ["县水利局", ALL], ["县林业局", "县水利局"]]
    assert columns_of([*whole, row], 2)[-1] == columns


def test_one_whole_row_tells_nothing() -> None:
    assert columns_of([["县财政局", ALL], [ALL]], 2)[-1] is None


@pytest.mark.parametrize(
    "heads", [["任务", "牵头单位", "责任单位"], ["序号", "任务", "牵头单位", "责任单位"]]
)
def test_rows_without_one_of_their_cells(heads: list[str]) -> None:
    rows = [
        ["修路。", "县交通局", ALL],
        ["清淤。", "县水利局", ALL],
        ["种树。", ALL],
        ["架桥。", "县公路局", ALL],
    ]
    lines = [*heads]
    for number, row in enumerate(rows, 1):
        lines += [str(number), *row] if "序号" in heads else [f"{number}.{row[0]}", *row[1:]]
    found = read("云岭县任务分解表\n" + "\n".join(lines) + "\n").responsibilities
    assert [(r.clause, r.as_written, r.role.value) for r in found if r.clause == "3"] == [
        ("3", "各镇", "responsible"),
        ("3", "县直各部门", "responsible"),
    ]


def test_a_row_that_is_not_sure_is_a_finding() -> None:
    heads = ["序号", "任务", "牵头单位", "责任单位"]
    cells = [
        "1",
        "修路。",
        "县交通局",
        "县财政局",
        "2",
        "清淤。",
        "县水利局",
        "3",
        "种树。",
        "县林业局",
        "县财政局",
    ]
    text = "云岭县任务分解表\n" + "\n".join([*heads, *cells]) + "\n"
    record = read(text)
    assert [r.clause for r in record.responsibilities] == ["1", "1", "3", "3"]
    spans = [f.span for f in record.findings if f.code == "table.unsure-column"]
    assert [text[slice(*span)] for span in spans if span] == ["县水利局"]


def test_a_row_of_blanks_that_lacks_a_cell_of_units_is_a_finding() -> None:
    text = (
        "云岭县任务分解表\n序号 任务 牵头单位 责任单位\n"
        "1 修路 县交通局 县财政局\n2 清淤 县水利局\n3 种树 县林业局 县财政局\n"
    )
    record = read(text)
    assert [r.clause for r in record.responsibilities] == ["1", "1", "3", "3"]
    spans = [f.span for f in record.findings if f.code == "table.unsure-column"]
    assert [text[slice(*span)] for span in spans if span] == ["县水利局"]
