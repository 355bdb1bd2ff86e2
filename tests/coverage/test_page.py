"""The page of coverage: sums, and per style what is still missed."""

from pathlib import Path

from policygraph.coverage.document import Coverage, measure, totals
from policygraph.coverage.page import coverage_page, coverage_table
from policygraph.coverage.sights import Sight


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
