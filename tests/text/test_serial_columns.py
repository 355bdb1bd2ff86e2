"""Serial numbers in a column of their own, wherever it stands."""

import pytest

from tests.reading import read

TITLE = "澄湖市渔业任务分工表\n"

# table, rows of (path, heading)
ROWS = [
    # a merged cell before the serial number
    (
        "类别\t序号\t任务\t责任单位\n渔港\t1\t修建码头\t市财政局\n\t2\t疏浚航道\t市水利局\n",
        [("1", "修建码头"), ("2", "疏浚航道")],
    ),
    (
        "| 类别 | 序号 | 任务 |\n| --- | --- | --- |\n| 渔港 | 1 | 修建码头 |\n| | 2 | 疏浚航道 |\n",
        [("1", "修建码头"), ("2", "疏浚航道")],
    ),
    # 一, 二 without a sign behind
    (
        "序号\t任务\t责任单位\n一\t修建码头\t市财政局\n二\t疏浚航道\t市水利局\n",
        [("1", "修建码头"), ("2", "疏浚航道")],
    ),
    # rows that begin with their number, as ever; a count is no serial number
    (
        "序号\t任务\t个数\n1\t修建码头\t二\n2\t疏浚航道\t三\n",
        [("1", "修建码头"), ("2", "疏浚航道")],
    ),
    ("类别\t个数\t任务\n渔港\t1\t修建码头\n渔船\t2\t疏浚航道\n", []),
]


@pytest.mark.parametrize(("table", "rows"), ROWS)
def test_rows_are_clauses_by_the_column_of_serial_numbers(
    table: str, rows: list[tuple[str, str]]
) -> None:
    assert [(c.path, c.heading) for c in read(TITLE + table).clauses] == rows
