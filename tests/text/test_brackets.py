"""Where a sign stands outside brackets, title marks and quotes."""

import re

import pytest

from policygraph.text.brackets import first_outside, outside, top_level

_STOP = re.compile("。")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", []),
        ("甲。乙。", [1, 3]),
        ("（甲。）乙。", [5]),
        ("“甲。（乙。）”丙。", [9]),
        ("（甲。乙。", [2, 4]),  # never closed: hides nothing
        ("（甲。（乙。）丙。", [2, 8]),
        ("甲）。《乙。》。", [2, 7]),
        ("“甲（乙。”丙）。", [8]),
    ],
)
def test_a_sign_is_found_outside(text: str, places: list[int]) -> None:
    assert outside(text, _STOP) == places
    assert first_outside(text, "。") == (places[0] if places else -1)
    assert [i for i, plain in enumerate(top_level(text)) if plain and text[i] == "。"] == places
