"""Where the lines of a page begin and end, told by the lines themselves."""

import pytest

from policygraph.text.inputs.pdf.columns import columns
from policygraph.text.inputs.pdf.pages import PrintedPage
from policygraph.text.inputs.pdf.printed import PrintedLine

SIZE, LEFT, WIDTH = 10.0, 50.0, 600.0


def page(*ends, number=1):
    """Make a page of lines that begin at the left margin and end at these places."""
    lines = (
        PrintedLine("字", LEFT, end, 20.0 * row, 20.0 * row + SIZE, SIZE, SIZE)
        for row, end in enumerate(ends)
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
