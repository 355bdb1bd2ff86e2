"""Merged cells of a table: who and when are said of each numbered row, other cells stand once."""

import pytest

from policygraph.model.source import Source
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.text.inputs.merged import spread
from policygraph.text.reader import read_source

HEAD = ["序号", "重点任务", "指标", "责任单位", "完成时限"]
NONE: frozenset[int] = frozenset()


def spread_out(rows, down):
    """Give the cells of rows, each of one line, after merged ones were spread."""
    cells = [[[words] if words else [] for words in row] for row in rows]
    return [["".join(words) for words in row] for row in spread(cells, down)]


CASES = {
    "units and times": (
        [HEAD, ["1", "划定摊位", "20个", "市商务局", "6月底"], ["2", "", "", "", ""]],
        [NONE, NONE, frozenset({1, 2, 3, 4})],
        ["2", "", "", "市商务局", "6月底"],
    ),
    "a row without a number goes on with the one above": (
        [HEAD, ["1", "划定摊位", "20个", "市商务局", "6月底"], ["", "公布名录", "", "", ""]],
        [NONE, NONE, frozenset({0, 3, 4})],
        ["", "公布名录", "", "", ""],
    ),
    "an empty cell is not a merged one": (
        [HEAD, ["1", "划定摊位", "20个", "市商务局", "6月底"], ["2", "公布名录", "", "", ""]],
        [NONE, NONE, frozenset({4})],
        ["2", "公布名录", "", "", "6月底"],
    ),
    "a merged cell may be empty": (
        [HEAD, ["1", "甲", "", "市商务局", ""], ["2", "乙", "", "", ""], ["3", "丙", "", "", ""]],
        [NONE, NONE, NONE, frozenset({3})],
        ["3", "丙", "", "", ""],
    ),
    "units that are written like a head": (
        [HEAD, ["1", "甲", "", "市商务局", ""], ["2", "乙", "", "各有关部门", ""], ["3", "丙", "", "", ""]],
        [NONE, NONE, NONE, frozenset({3})],
        ["3", "丙", "", "各有关部门", ""],
    ),
    "what is longer than a list of units stands once": (
        [HEAD, ["1", "甲", "", "市商务局、" * 81, ""], ["2", "乙", "", "", ""]],
        [NONE, NONE, frozenset({3})],
        ["2", "乙", "", "", ""],
    ),
    "the head itself over two rows": (
        [["序号", "任务", "责任分工", ""], ["", "", "牵头单位", "配合单位"], ["（1）", "甲", "市商务局", ""]],
        [NONE, frozenset({0, 1}), NONE],
        ["（1）", "甲", "市商务局", ""],
    ),
    "items with a number before the task": (
        [["任务", "责任单位"], ["1.划定摊位", "市商务局"], ["2.公布名录", ""]],
        [NONE, NONE, frozenset({1})],
        ["2.公布名录", "市商务局"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "down", "last"), CASES.values(), ids=CASES)
def test_what_is_said_of_each_row(rows, down, last):
    assert spread_out(rows, down)[-1] == last


PAGE = """<h1>澄湖市关于集市的工作方案</h1><table>
<tr><th>序号<th>重点任务<th>责任单位<th>完成时限
<tr><td>1<td>划定摊位<td rowspan=2>市商务局、市教育局<td rowspan=3>2025年6月底前
<tr><td>2<td>公布名录
<tr><td>3<td>抽检食品<td>市审计局</table>"""


def units_of(source: Source) -> list[tuple[str, str, str]]:
    record = extract_record(source, load_registry())
    return [
        (row.clause, row.as_written, source.at(row.spans[0])) for row in record.responsibilities
    ]


def test_each_row_of_a_page_has_its_units_and_its_time(tmp_path):
    file = tmp_path / "a.html"
    file.write_text(PAGE, encoding="utf-8")
    source = read_source(file)
    assert units_of(source) == [
        (clause, unit, unit)
        for clause, units in (
            ("1", "市商务局 市教育局"),
            ("2", "市商务局 市教育局"),
            ("3", "市审计局"),
        )
        for unit in units.split()
    ]
    record = extract_record(source, load_registry())
    assert [(time.clause, time.date) for time in record.deadlines] == [
        (clause, "2025-06-30") for clause in "123"
    ]
