"""Numerals, in both scripts."""

import pytest

from policygraph.text.numerals import to_int

ROWS = [
    ("1", 1),
    ("１２", 12),  # full width
    ("1 0", 10),  # blanks of a scanned page
    ("〇", 0),
    ("三", 3),
    ("十", 10),
    ("十二", 12),
    ("二十", 20),
    ("二十三", 23),
    ("一百零五", 105),
    ("二〇二三", 2023),
    ("二○○五", 2005),  # U+25CB in place of 〇
    ("两", 2),
    ("⑫", 12),
    ("㈢", 3),
    ("⑴", 1),
    ("⒈", 1),
    ("", None),
    ("甲", None),
    ("1.2", None),
    ("9" * 40, None),  # no number of a clause, and no work for int()
]


@pytest.mark.parametrize(("printed", "value"), ROWS)
def test_numerals_are_read(printed: str, value: int | None) -> None:
    assert to_int(printed) == value
