"""A severity: its word, and where it stands in a list."""

import pytest

from policygraph.model.code import Severity


def test_the_worst_stands_first():
    mixed = [Severity.INFO, Severity.ERROR, Severity.WARNING]
    assert sorted(mixed, key=lambda each: each.rank) == ["error", "warning", "info"]


@pytest.mark.parametrize(
    ("severity", "zh"), [("error", "错误"), ("warning", "警告"), ("info", "提示")]
)
def test_it_has_a_word_in_each_language(severity, zh):
    assert Severity(severity).in_language("zh") == zh
    assert Severity(severity).in_language("en") == severity
