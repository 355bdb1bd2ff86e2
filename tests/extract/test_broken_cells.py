"""Tables of which each line of a cell became a line of its own."""

import pytest

from policygraph.extract.bodies.etc import etc_cuts
from tests.reading import read

TITLE = "云岭县重点任务分解表\n"
HEADS = ["序号", "类别", "工作任务", "责任单位", "完成时限"]
ROWS = [
    ("1", "民生", "完善制度，加强培训，\n推进窗口建设。", ["县教育局", "县人力资源和社会保障局", "县水利局"], "6月底"),
    ("2", "", "清理河道，修复堤岸，\n种植树木。", ["县水利局", "县住房和城乡建设局等县级有关部门"], "9月底"),
    ("3", "交通", "铺设道路，架设桥梁，\n安装路灯。", ["县交通运输局", "县委宣传部"], "12月底"),
]  # fmt: skip
FOUND = [
    ("1", "县教育局"),
    ("1", "县人力资源和社会保障局"),
    ("1", "县水利局"),
    ("2", "县水利局"),
    ("2", "县住房和城乡建设局"),
    ("2", "县级有关部门"),
    ("3", "县交通运输局"),
    ("3", "县委宣传部"),
]


def wrapped(units: list[str], width: int) -> list[str]:
    cell = "、".join(units)
    return [cell[begin : begin + width] for begin in range(0, len(cell), width)]


def lines(rows: list[tuple[str, str, str, list[str], str]], width: int) -> list[str]:
    """Print each row with its units one a line (width 0), or wrapped."""
    printed: list[str] = []
    for number, kind, task, units, until in rows:
        cell = wrapped(units, width) if width else units
        printed += [number, *([kind] if kind else []), *task.split("\n"), *cell, until]
    return printed


@pytest.mark.parametrize("width", [0, 6, 7, 9, 11])
def test_lines_of_a_cell_are_put_together(width: int) -> None:
    record = read(TITLE + "\n".join([*HEADS, *lines(ROWS, width)]) + "\n")
    assert [c.path for c in record.clauses] == ["1", "2", "3"]
    assert [(r.clause, r.as_written) for r in record.responsibilities] == FOUND


def test_heads_that_each_page_prints_again_are_no_cells() -> None:
    first, rest = lines(ROWS[:1], 7), lines(ROWS[1:], 7)
    record = read(TITLE + "\n".join([*HEADS, *first, *HEADS, *rest]) + "\n")
    assert [(r.clause, r.as_written) for r in record.responsibilities] == FOUND


def test_the_end_of_a_name_is_no_unit() -> None:
    """The begin of the name was lost with the page: the row is not read."""
    rows = [*lines(ROWS, 7)[:-4], "清理街道，修复围栏，", "设备局、县交", "通运输局", "12月底"]
    record = read(TITLE + "\n".join([*HEADS, *rows]) + "\n")
    assert {r.clause for r in record.responsibilities} == {"1", "2"}


@pytest.mark.parametrize(
    ("piece", "name", "group"),
    [
        ("县教育局等县级有关部门", "县教育局", "县级有关部门"),
        ("县教育局等县级有\n关部门", "县教育局", "县级有\n关部门"),
        ("县教\n育局等", "县教\n育局", ""),
        ("县教育局等县双拥领导小组成\n员单位", "县教育局", "县双拥领导小组成\n员单位"),
    ],
)
def test_what_stands_behind_etc(piece: str, name: str, group: str) -> None:
    cut = next(etc_cuts(piece))
    assert (piece[: cut.name], piece[cut.begin : cut.end]) == (name, group)
