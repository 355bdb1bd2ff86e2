"""Terms as Python values, JSON and CSV."""

import csv
import io
import json
from datetime import date

import pyoxigraph as ox
import pytest

from policygraph.query.answer import Answer, note, plain, to_csv, to_json
from policygraph.query.question import Column
from policygraph.query.wording import UNKNOWN_FORCE

XSD = "http://www.w3.org/2001/XMLSchema#"


def literal(value, datatype):
    """Make a typed literal."""
    return ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (None, None),
        (ox.NamedNode("https://example.org/a"), "https://example.org/a"),
        (ox.BlankNode("b"), "b"),
        (ox.Literal("市财政局", language="zh"), "市财政局"),
        (ox.Literal("2/1"), "2/1"),
        (literal("7", "integer"), 7),
        (literal("7", "nonNegativeInteger"), 7),
        (literal("7.5", "decimal"), 7.5),
        (literal("true", "boolean"), True),
        (literal("0", "boolean"), False),
        (literal("2024-06-30", "date"), date(2024, 6, 30)),
        (literal("2024-02-30", "date"), "2024-02-30"),
        (literal("many", "integer"), "many"),
    ],
)
def test_a_term_as_a_python_value(term, value):
    assert plain(term) == value
    assert type(plain(term)) is type(value)


@pytest.fixture
def answer():
    """An answer with every kind of value."""
    columns = (
        Column("unit", "单位", "unit"),
        Column("n", "数", "number"),
        Column("ok", "是", "ok"),
    )
    rows = (
        (ox.Literal('市"财"政局,\n二', language="zh"), ox.Literal(3), ox.Literal(True)),
        (None, literal("INF", "double"), literal("2024-06-30", "date")),
    )
    return Answer(columns, rows)


def test_as_json(answer):
    assert json.loads(json.dumps(to_json(answer), allow_nan=False)) == {
        "columns": [
            {"name": "unit", "zh": "单位", "en": "unit"},
            {"name": "n", "zh": "数", "en": "number"},
            {"name": "ok", "zh": "是", "en": "ok"},
        ],
        "rows": [
            {"unit": '市"财"政局,\n二', "n": 3, "ok": True},
            {"unit": None, "n": "inf", "ok": "2024-06-30"},
        ],
    }


@pytest.mark.parametrize(
    ("language", "heading"), [(None, ["unit", "n", "ok"]), ("zh", ["单位", "数", "是"])]
)
def test_as_csv(answer, language, heading):
    rows = list(csv.reader(io.StringIO(to_csv(answer, language), newline="")))
    assert rows == [heading, ['市"财"政局,\n二', "3", "true"], ["", "inf", "2024-06-30"]]


@pytest.mark.parametrize(
    ("columns", "row", "told"),
    [
        (("inForce",), ("unknown",), True),
        (("inForce",), ("yes",), False),
        (("inForce", "reason"), ("unknown", "no-end-printed"), True),
        (("inForce", "reason"), ("unknown", "not-at-hand"), False),
        (("reason",), ("no-end-printed",), False),
    ],
)
def test_what_unknown_means_is_said_where_no_last_day_is_printed(columns, row, told):
    heads = tuple(Column(name, name, name) for name in columns)
    answer = Answer(heads, (tuple(ox.Literal(value) for value in row),))
    assert (note(answer) is UNKNOWN_FORCE) is told
