"""Printed dates."""

import pytest

from policygraph.text.dates import find_dates, months_later, restore_broken, years_later

PRINTED = [
    ("2021年9月28日印发", ["2021-09-28"]),
    ("2024 年 11 月 22 日", ["2024-11-22"]),  # blanks of a scanned page
    ("二〇〇五年六月十一日", ["2005-06-11"]),
    ("二○○四年六月二十六日", ["2004-06-26"]),
    ("发布日期:2023-03-09", ["2023-03-09"]),
    ("2023.3.9和2023/3/10", ["2023-03-09", "2023-03-10"]),
    ("2023年2月30日", []),  # no such day
    ("2021年9月", []),  # no day
    ("自2021年1月1日起至2022年12月31日", ["2021-01-01", "2022-12-31"]),
    ("电话20210928", []),
]
BROKEN = [
    ("2023210", "2023-03-09", "2023-02-10"),  # 年, 月 and 日 lost; 2023-21-0 is no date
    ("20231212", None, "2023-12-12"),
    ("2023111", None, None),  # 1 November or 11 January: two readings are none
    ("2023111", "2023-06-30", "2023-01-11"),  # published before November
    ("2023999", None, None),
    ("123", None, None),
]


@pytest.mark.parametrize(("text", "dates"), PRINTED)
def test_dates_are_found(text: str, dates: list[str]) -> None:
    assert [found.iso for found in find_dates(text)] == dates


@pytest.mark.parametrize(("digits", "not_after", "iso"), BROKEN)
def test_a_broken_date_has_one_reading_or_none(
    digits: str, not_after: str | None, iso: str | None
) -> None:
    assert restore_broken(digits, not_after) == iso


def test_the_last_day_of_a_term_is_the_day_before_it_ends() -> None:
    assert years_later("2017-01-01", 5) == "2021-12-31"
    assert years_later("2024-02-29", 1) == "2025-02-28"
    assert months_later("2020-02-04", 6) == "2020-08-03"
    assert months_later("2023-08-31", 6) == "2024-02-28"
