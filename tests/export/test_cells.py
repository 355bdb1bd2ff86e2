import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.export.cells import Header, cell
from policygraph.export.lookup import Concept

FORMULAS = ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r", "\n=1", " =1", "　=1", "＝1", "－x", "'x"]
NUMERIC = ["3/7", "1-2", "(1)", "（1）", "1.", "3月7日", "007", "1E5", "12:30", "50%", "１／２"]
HARMLESS = ["2021-09-28", "990000", "0", "第3条", "一、", "（一）", "annex1/3", "〔2021〕35号"]


@pytest.mark.parametrize("header", Header)
@pytest.mark.parametrize("value", FORMULAS)
def test_what_looks_like_a_formula_begins_with_an_apostrophe(value: str, header: Header):
    assert cell(value, header) == "'" + value


@pytest.mark.parametrize("value", NUMERIC)
def test_what_a_spreadsheet_would_convert_is_marked_for_people_only(value: str):
    assert cell(value, Header.ZH) == "'" + value
    assert cell(value, Header.EN) == value


@pytest.mark.parametrize("header", Header)
@pytest.mark.parametrize("value", HARMLESS)
def test_other_text_is_left_alone(value: str, header: Header):
    assert cell(value, header) == value


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (None, "", ""),
        (True, "是", "true"),
        (False, "否", "false"),
        (0, "0", "0"),
        (Concept("lead", "牵头"), "牵头", "lead"),
        (Concept("=x", "=y"), "'=y", "'=x"),
        (("甲", "乙"), "甲；乙", "甲|乙"),
        (("=甲", "乙"), "'=甲；乙", "'=甲|乙"),
        ((), "", ""),
        ("a\x00b\x0b\ufffe", "a\ufffdb\ufffd\ufffd", "a\ufffdb\ufffd\ufffd"),
    ],
)
def test_values_for_people_and_for_programs(value: object, zh: str, en: str):
    assert (cell(value, Header.ZH), cell(value, Header.EN)) == (zh, en)  # type: ignore[arg-type]


@settings(derandomize=True)
@given(st.text(st.characters(codec="utf-8", min_codepoint=32, max_codepoint=0xD7FF)))
def test_one_apostrophe_off_the_front_gives_the_value_back(value: str):
    for header in Header:
        written = cell(value, header)
        assert written.removeprefix("'") == value
        assert not written[:1] or written[0] not in "=+-@\t\r\n＝＋－＠"
