"""Patterns looked for by their end find what a search from the beginning finds."""

import re

import pytest

from policygraph.text.endings import ending_in

_SIGN = re.compile("内(?<=[日天以]内)")
_TERM = r"[\d一二三十]{1,3}\s?(?:日|天)(?:以内|内)"
_WHOLE = re.compile(_TERM + r"\Z")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "内",
        "3日内报送，5天以内公示",
        "3日内5日内",
        "三十日内，12 天内，1234日内",
        "日内，以内，年内，3 日内",
    ],
)
def test_the_matches_are_those_of_the_pattern(text: str) -> None:
    found = [match.span() for match in ending_in(_SIGN, _WHOLE, 7, text)]
    assert found == [match.span() for match in re.finditer(_TERM, text)]
