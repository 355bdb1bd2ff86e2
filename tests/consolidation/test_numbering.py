"""Numbers after units are added, struck and moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.consolidation.numbering import slots
from policygraph.text.numerals import in_chinese, to_int

# units before, struck, added, moved, what stands at each number afterwards
ROWS = [
    (3, [], [2], {}, [1, None, 2, 3]),
    (3, [], [2, 4], {}, [1, None, 2, None, 3]),
    (3, [1], [], {}, [2, 3]),
    (3, [2], [3], {}, [1, 3, None]),
    (3, [], [], {1: 3}, [2, 3, 1]),
    (7, [], [2, 3, 4, 8, 9], {2: 6, 3: 5, 4: 7, 5: 10, 6: 11, 7: 12},
     [1, None, None, None, 3, 2, 4, None, None, 5, 6, 7]),
    # a number is given twice, lies behind the last, or that of a unit that is struck or none
    (3, [], [2, 2], {}, None),
    (3, [], [6], {}, None),
    (3, [], [2], {3: 2}, None),
    (3, [3], [], {3: 1}, None),
    (3, [], [], {9: 1}, None),
]  # fmt: skip


@pytest.mark.parametrize(("count", "struck", "added", "moved", "expected"), ROWS)
def test_units_take_the_numbers_that_are_named_and_the_others_follow(
    count, struck, added, moved, expected
):
    assert slots(count, struck, added, moved) == expected


@given(st.integers(1, 40), st.data())
def test_every_unit_that_stays_stands_once_and_in_its_order(count, data):
    struck = data.draw(st.sets(st.integers(1, count), max_size=count - 1))
    total = count - len(struck)
    added = data.draw(st.sets(st.integers(1, total), max_size=5))
    found = slots(count, struck, added, {})
    assert found is not None
    assert [one for one in found if one] == [n for n in range(1, count + 1) if n not in struck]
    assert {now for now, one in enumerate(found, 1) if one is None} == added


@given(st.integers(1, 9999))
def test_a_number_is_written_as_it_is_read(number):
    assert to_int(in_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [(10, "十"), (15, "十五"), (20, "二十"), (105, "一百零五"), (110, "一百一十"), (312, "三百一十二"),
     (1005, "一千零五"), (1010, "一千零一十")],
)  # fmt: skip
def test_a_number_is_written_as_articles_bear_it(number, written):
    assert in_chinese(number) == written
