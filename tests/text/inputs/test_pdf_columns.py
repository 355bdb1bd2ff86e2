"""Where the lines of a page begin and end, told by the lines themselves."""

import pytest

from policygraph.text.inputs.pages.columns import columns
from policygraph.text.inputs.pages.page import PrintedPage
from policygraph.text.inputs.pages.printed import PrintedLine

SIZE, LEFT, WIDTH = 10.0, 50.0, 600.0


def page(*ends, number=1, begins=()):
    """Make a page of lines that end at these places; they begin at the left margin or there."""
    starts = [*begins, *(LEFT,) * (len(ends) - len(begins))]
    lines = (
        PrintedLine("字", start, end, 20.0 * row, 20.0 * row + SIZE, SIZE, SIZE)
        for row, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    return PrintedPage(number, WIDTH, 800.0, tuple(lines), is_picture=False)


def right(*pages):
    """Give the right margin of the first page."""
    return columns(pages)[1].right


def test_the_margin_is_where_many_lines_end():
    assert right(page(*(400.0,) * 12, 130.0, 240.0, 90.0)) == 400.0


def test_lines_of_a_head_that_go_on_further_do_not_move_it():
    assert right(page(540.0, 558.0, *(400.0,) * 20, 230.0, 120.0)) == 400.0


@pytest.mark.parametrize("ends", [(130.0, 240.0, 90.0), tuple(100.0 + 13 * n for n in range(12))])
def test_where_lines_end_anywhere_the_left_margin_tells(ends):
    assert right(page(*ends)) == WIDTH - LEFT - 1.5 * SIZE


def test_few_lines_that_end_together_tell_nothing():
    assert right(page(400.0, 400.0, 400.0, 130.0)) == WIDTH - LEFT - 1.5 * SIZE


def test_pages_of_a_kind_share_the_margin():
    first, third = page(120.0, 180.0), page(*(400.0,) * 12, number=3)
    assert right(first, third) == 400.0


def test_one_line_further_out_does_not_move_the_left_margin():
    assert columns([page(*(400.0,) * 12, begins=(20.0,))])[1].left == LEFT
    assert columns([page(*(400.0,) * 12, begins=(20.0, 20.0))])[1].left == 20.0


def test_of_a_few_lines_the_outermost_tells():
    assert columns([page(400.0, 400.0, 120.0, begins=(20.0,))])[1].left == 20.0
