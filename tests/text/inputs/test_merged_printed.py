"""Merged cells of pages that have no cells, only rules: what no rule parts is one (PDF, OFD)."""

import pytest

from policygraph.text.inputs.ofd.document import ofd_text
from policygraph.text.inputs.pdf.document import pdf_text
from tests.text.inputs.drawn import HEIGHT, Placed, pdf
from tests.text.inputs.ofd_parts import ofd, page, rule, words

Ruled = tuple[int, list[float], list[float]]  # the page, the x and the y of its lines
XS = [80.0, 120.0, 240.0, 400.0, 520.0]
HEAD: list[Placed] = [
    (85, 120, "序号"), (125, 120, "任务"), (245, 120, "责任单位"), (405, 120, "完成时限"),
]  # fmt: skip
HEAD_LINE = "序号\t任务\t责任单位\t完成时限"
MILLIMETRE = 72 / 25.4


def as_pdf(pages: list[list[Placed]], tables: list[Ruled]) -> str:
    return pdf_text(pdf(pages, tables), "file.pdf").text


def as_ofd(pages: list[list[Placed]], tables: list[Ruled]) -> str:
    drawn = [[words(x / MILLIMETRE, y / MILLIMETRE, text) for x, y, text in one] for one in pages]
    for number, xs, ys in tables:
        points = [(x, ys[0], x, ys[-1]) for x in xs] + [(xs[0], y, xs[-1], y) for y in ys]
        drawn[number].extend(rule(*(each / MILLIMETRE for each in line)) for line in points)
    return ofd_text(ofd(*(page(*objects) for objects in drawn)), "file.ofd").text


def row(top: float, *cells: str) -> list[Placed]:
    """Place the cells of a row; one without words is left out."""
    return [(x + 5, top, text) for x, text in zip(XS, cells, strict=False) if text]


def columns(number: int, *ys: list[float]) -> list[Ruled]:
    """Rule a table column by column, each with the heights of its own lines."""
    return [(number, [*XS[place : place + 2]], heights) for place, heights in enumerate(ys)]


@pytest.fixture(params=[as_pdf, as_ofd], ids=["pdf", "ofd"])
def lines(request):
    return lambda pages, tables: request.param(pages, tables).splitlines()


FULL = [100.0, 130.0, 160.0, 190.0]


def test_units_and_times_are_said_of_each_row_that_they_reach(lines):
    placed = [
        *HEAD,
        *row(150, "1", "划定摊位", "", "2025年6月"),
        *row(165, "", "", "市商务局"),
        *row(180, "2", "公布名录"),
    ]
    merged = columns(0, FULL, FULL, [100.0, 130.0, 190.0], [100.0, 130.0, 190.0])
    assert lines([placed], merged) == [
        HEAD_LINE,
        "1\t划定摊位\t市商务局\t2025年6月",
        "2\t公布名录\t市商务局\t2025年6月",
    ]


def test_what_is_done_stands_once_and_an_empty_cell_stays_empty(lines):
    placed = [*HEAD, *row(150, "1", "划定摊位", "市商务局", "2025年6月"), *row(180, "2")]
    merged = columns(0, FULL, [100.0, 130.0, 190.0], FULL, [100.0, 130.0, 190.0])
    assert lines([placed], merged)[-1] == "2\t\t\t2025年6月"


TWO = [
    *row(120, "序号", "任务", "牵头单位", "配合单位"),
    *row(150, "1", "划定摊位", "市商务局"),
    *row(180, "2", "公布名录", "", "市教育局"),
]


def test_one_of_two_columns_of_units_may_be_empty(lines):
    assert lines([TWO], [(0, XS, FULL)])[1:] == [
        "1\t划定摊位\t市商务局\t",
        "2\t公布名录\t\t市教育局",
    ]


FOOT = (280.0, HEIGHT - 40, "— 1 —")
ABOVE = [*HEAD, *row(150, "1", "划定摊位", "市商务局", "2025年6月"), FOOT]
HALF = [100.0, 130.0, 160.0]


@pytest.mark.parametrize("head", [True, False], ids=["head", "no head"])
def test_a_cell_goes_on_over_the_page(lines, head):
    """It begins empty on the next page, and reaches down there."""
    down = 30.0 if head else 0.0
    below = [
        *(HEAD if head else []),
        *row(120 + down, "2", "公布名录"),
        *row(150 + down, "3", "抽检食品"),
    ]
    heights = FULL if head else [100.0, 130.0, 160.0]
    merged = [100.0, *([130.0] if head else []), 160.0 + down]
    ruled = [(0, XS, HALF), *columns(1, heights, heights, merged, merged)]
    assert lines([ABOVE, below], ruled) == [
        HEAD_LINE,
        "1\t划定摊位\t市商务局\t2025年6月",
        "2\t公布名录\t市商务局\t2025年6月",
        "3\t抽检食品\t市商务局\t2025年6月",
    ]


def test_an_empty_cell_of_one_row_below_a_page_break_is_empty(lines):
    below = [*HEAD, *row(150, "2", "公布名录", "市教育局")]
    assert lines([ABOVE, below], [(0, XS, HALF), (1, XS, HALF)])[-1] == "2\t公布名录\t市教育局\t"


def test_a_head_of_two_rows_that_is_printed_again_stands_once(lines):
    head = [*row(120, "序号", "任务", "责任分工"), *row(150, "", "", "牵头单位", "配合单位")]
    pages = [
        [*head, *row(180, "1", "划定摊位", "市商务局", "市教育局"), FOOT],
        [*head, *row(180, "2", "公布名录", "市商务局", "市审计局")],
    ]
    ruled = [
        table
        for number in (0, 1)
        for table in (
            *columns(number, [100.0, 160.0, 190.0], [100.0, 160.0, 190.0]),
            (number, [240.0, 520.0], [100.0, 130.0]),
            (number, XS[2:], [130.0, 160.0, 190.0]),
        )
    ]
    assert lines(pages, ruled) == [
        "序号\t任务\t责任分工\t",
        "\t\t牵头单位\t配合单位",
        "1\t划定摊位\t市商务局\t市教育局",
        "2\t公布名录\t市商务局\t市审计局",
    ]
