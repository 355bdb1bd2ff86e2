"""What a page leaves out of a wide table, and what it tells once."""

from policygraph.endpoint.view.cells import Cell
from policygraph.endpoint.view.tables import Table, fitted

WIDE = tuple("abcdefg")


def table(*rows, columns=WIDE, more=False):
    """Make a table of texts."""
    return Table(columns, tuple(tuple(map(Cell, row)) for row in rows), more)


def texts(shown):
    """Give the texts of the rows."""
    return ["".join(cell.text for cell in row) for row in shown.rows]


def test_columns_without_a_value_are_left_out():
    shown = fitted(table(("1", "", ""), ("", "", "2"), columns=("a", "b", "c")))
    assert shown.columns == ("a", "c")
    assert texts(shown) == ["1", "2"]
    assert fitted(Table(("a",), ())).columns == ("a",)


def test_what_all_rows_share_is_told_once():
    shown = fitted(table("1xbcdey", "2xbcdez", "3xbcdey", "4xbcdey"))
    assert shown.columns == ("a", "g")
    assert texts(shown) == ["1y", "2z", "3y", "4y"]
    assert [(name, cell.text) for name, cell in shown.same] == [*zip("bcdef", "xbcde", strict=True)]


def test_a_table_that_fits_the_page_keeps_its_columns():
    narrow = table(*(f"{row}same." for row in range(6)), columns=tuple("abcdef"))
    assert fitted(narrow) == narrow


def test_few_rows_keep_their_columns():
    assert fitted(table("1xbcdey", "2xbcdez", "3xbcdey")).same == ()


def test_rows_that_are_not_shown_may_differ():
    assert fitted(table(*("1xbcdey",) * 4, more=True)).same == ()


def test_a_table_whose_rows_are_all_alike_is_shown_as_it_is():
    alike = table(*("1xbcdey",) * 4)
    assert fitted(alike) == alike


def test_the_same_text_with_another_link_is_another_value():
    rows = tuple(tuple(Cell(text, f"/id/{text}{n}") for text in "1xbcdey") for n in range(4))
    assert fitted(Table(WIDE, rows)).same == ()


def test_what_rows_that_are_not_shown_share_too_is_told_once():
    shown = fitted(table(*("1xbcdey", "2xbcdey") * 2, more=True), alike={1, 6})
    assert [name for name, _ in shown.same] == ["b", "g"]
    assert texts(shown)[0] == "1bcde"
