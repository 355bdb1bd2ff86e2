"""The page of coverage: sums, and per style what is still missed."""

import re
from pathlib import Path

import pytest

from policygraph.coverage.document import Coverage, measure, totals
from policygraph.coverage.page import coverage_page, coverage_table
from policygraph.coverage.sights import Sight
from policygraph.coverage.wording import form
from policygraph.model.structure import BlockKind


def row(name: str, *sights: Sight, style: str = "（…负责）") -> Coverage:
    return Coverage(name, 1000, 5, 7, 3, 3, 4, 2, 1, sights, style, "一、 > （一）")


ROWS = [
    row("a.txt", Sight("unit", "（…负责）", True), Sight("unit", "（…牵头）", False)),
    row("b.txt", Sight("unit", "（…牵头）", False), Sight("label", "1.", True)),
    row("c.txt", Sight("citation", "《…办法》", False), style="running text"),
]


def test_totals():
    sums = totals(ROWS)
    assert (sums["documents"], sums["characters"], sums["unclassified"]) == (3, 3000, 15)
    assert (sums["unit_seen"], sums["unit_missed"]) == (3, 2)
    assert (sums["citation_seen"], sums["citation_missed"], sums["label_missed"]) == (1, 1, 0)


def test_the_page_says_per_style_what_is_missed():
    page = coverage_page(ROWS)
    assert "| `（…负责）` | 2 | 2 of 3 | – | – | – | – | 0 of 1 |" in page
    assert "- `（…负责）`\n  - units: `（…牵头）` 2\n" in page
    assert "- `running text`\n  - citations: `《…办法》` 1\n" in page
    assert "| `一、 > （一）` | 3 | 0 of 1 | – |" in page
    assert "**3 documents, 3,000 characters, 0.50 % of them unclassified; 9 of 9 marks" in page


def test_the_page_speaks_chinese():
    many = [
        *ROWS,
        row("d.txt", *(Sight("quantity", f"…{unit}", False) for unit in "甲乙丙丁戊己庚")),
    ]
    listed = row(
        "e.txt", Sight("label", "1. in annex-list", False), style="running text + （…负责）"
    )
    page = coverage_page([*many, listed], "zh")
    assert "| `（…负责）` | 3 | 2／3 |" in page
    assert "- `正文`\n  - 引用：`《…办法》` 1\n" in page
    assert "`正文 + （…负责）`" in page
    assert "`1.（附件清单）` 1" in page
    assert "、其他 1" in page
    assert "**文件 5 份，5,000 字，其中未归类 0.50%；责任括注 15 处，其中 15 处已得出结果" in page
    table = coverage_table(ROWS, "zh")
    assert table.splitlines()[2].startswith("| 文件名 | 字数 | 未归类字数 |")
    for told in (page, table):
        words = re.sub(r"`[^`]*`|[a-e]\.txt", "", told)
        assert not re.search("[A-Za-z]{2,}", words)


@pytest.mark.parametrize("kind", BlockKind)
def test_each_kind_of_block_has_its_word(kind):
    assert form(f"一、 in {kind}", "zh") != f"一、 in {kind}"


def test_forms_beyond_the_first_are_counted_together():
    many = row("a.txt", *(Sight("quantity", f"…{unit}", False) for unit in "甲乙丙丁戊己庚辛"))
    assert "others 2" in coverage_page([many])


def test_no_documents_make_a_page_too():
    assert "0 documents" in coverage_page([])
    assert "0 documents" in coverage_table([])


def test_samples_are_understood(root: Path):
    rows = [measure(path) for path in sorted((root / "data" / "samples").glob("*-*.txt"))]
    sums = totals(rows)
    assert sums["documents"] == 4
    assert sums["unit_seen"] >= 30
    assert sums["unit_missed"] == 0
    assert {row.mark_style for row in rows} > {"（责任单位：…）"}
