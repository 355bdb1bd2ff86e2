import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from policygraph.rdf import terms
from policygraph.rdf.vocabulary import XSD

ODD = [
    "",
    '"',
    "\\",
    "\n",
    "\r",
    "\t",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "\uffff",
    '"@zh .\n<a:b>',
]


def parsed(term: str) -> ox.NamedNode | ox.Literal:
    """Read a term as the object of an N-Quads line; the line must be one quad."""
    line = f"<a:s> <a:p> {term} <a:g> .\n"
    (quad,) = ox.parse(line.encode(), format=ox.RdfFormat.N_QUADS)
    return quad.object


@settings(derandomize=True)
@given(st.text())
@example('"^^<x> <a:g> .\n<a:s> <a:p> "')
def test_text_and_strings_parse_back_to_the_same_value(value: str):
    assert parsed(terms.text(value)) == ox.Literal(value, language="zh")
    assert parsed(terms.string(value)) == ox.Literal(value)


@pytest.mark.parametrize("value", ODD)
def test_odd_characters_parse_back_and_stay_on_one_line(value: str):
    assert parsed(terms.text(value)).value == value
    assert "\n" not in terms.text(value)
    assert "\r" not in terms.text(value)


def test_half_of_a_surrogate_pair_becomes_the_replacement_character():
    assert parsed(terms.text("甲\ud800乙\udfff")).value == "甲\ufffd乙\ufffd"


@settings(derandomize=True)
@given(st.integers(min_value=0))
def test_numbers_have_the_type_that_is_named(value: int):
    assert parsed(terms.natural(value)) == typed(value, "nonNegativeInteger")
    assert parsed(terms.integer(-value)) == typed(-value, "integer")


def test_truth_values_are_written_in_canonical_form():
    assert parsed(terms.boolean(True)) == typed("true", "boolean")
    assert parsed(terms.boolean(False)) == typed("false", "boolean")


@settings(derandomize=True)
@given(st.text())
@example("2021-09-28")
@example('2021"^^<x> <a:g> .\n<a:s> <a:p> "')
def test_a_date_that_is_none_is_still_one_literal(value: str):
    assert parsed(terms.date(value)) == typed(value, "date")


def typed(value: object, name: str) -> ox.Literal:
    return ox.Literal(str(value), datatype=ox.NamedNode(XSD + name))
