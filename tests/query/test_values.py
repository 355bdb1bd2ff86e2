"""Values enter a query as terms of the declared type, or are refused with an example."""

from datetime import date, timedelta

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.errors import QueryError
from policygraph.query.header import read_question
from policygraph.query.library import find_question
from policygraph.query.question import ParameterType
from policygraph.query.run import ask
from policygraph.query.values import bind, to_terms

T = ParameterType
XSD = "http://www.w3.org/2001/XMLSchema#"
ECHO = """\
# zh: 值
# en: value
# parameter: value TYPE 澄湖 | 值 | value
# column: value | 值 | value
SELECT ?value WHERE {
  VALUES (?value) { ("x") } # parameters
}
"""


def literal(value, datatype):
    """Make a typed literal."""
    return ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))


@pytest.mark.parametrize(
    ("kind", "text", "terms"),
    [
        (T.TEXT, "市财政局", (ox.Literal("市财政局", language="zh"),)),
        (T.TITLE, "《公平竞争审查条例》", (ox.Literal("公平竞争审查条例", language="zh"),)),
        (T.TITLE, "《甲》和《乙》", (ox.Literal("《甲》和《乙》", language="zh"),)),
        (T.TITLE, "转发《甲》的通知", (ox.Literal("转发《甲》的通知", language="zh"),)),
        (T.TITLE, "《》", (ox.Literal("《》", language="zh"),)),
        (
            T.DOCUMENT,
            "云政办发[2022]第 18 号",
            (
                ox.Literal("云政办发〔2022〕18号"),
                ox.Literal("云政办发[2022]第 18 号", language="zh"),
            ),
        ),
        (T.STRING, "annex2/3", (ox.Literal("annex2/3"),)),
        (T.INTEGER, "10", (literal("10", "integer"),)),
        (T.INTEGER, "-3", (literal("-3", "integer"),)),
        (T.DATE, "2024-02-29", (literal("2024-02-29", "date"),)),
        (T.DATE, "today", (literal(date.today().isoformat(), "date"),)),
        (T.DATE, "today+90", (literal(str(date.today() + timedelta(90)), "date"),)),
        (T.DATE, "today-1", (literal(str(date.today() - timedelta(1)), "date"),)),
        (T.IRI, "https://example.org/a", (ox.NamedNode("https://example.org/a"),)),
    ],
)
def test_a_text_becomes_terms(kind, text, terms):
    assert to_terms(kind, text) == terms


@pytest.mark.parametrize(
    ("name", "values", "wrong"),
    [
        (
            "clauses-citing-article",
            {},
            "'title' (title of the law or document): is missing",
        ),
        (
            "clauses-citing-article",
            {"title": ""},
            "is missing; give for example title=公平竞争审查条例",
        ),
        (
            "clauses-citing-article",
            {"title": "甲", "article": "ten"},
            "'ten' is not a whole number",
        ),
        ("clauses-citing-article", {"title": "甲", "article": "1e3"}, "for example article=10"),
        ("clauses-citing-article", {"title": "甲", "article": "9" * 30}, "is not a whole number"),
        ("clauses-citing-article", {"title": "甲" * 3000}, "has to be 1 to 2000 characters"),
        ("clauses-citing-article", {"title": "  "}, "has to be 1 to 2000 characters"),
        ("clauses-citing-article", {"title": "\udc80"}, "is not a title"),
        (
            "clauses-citing-article",
            {"titel": "甲"},
            "no parameter 'titel'; it has: title, article, item",
        ),
        (
            "policies-in-force",
            {"asOf": "2024-02-30"},
            "'2024-02-30' is not a date (YYYY-MM-DD, today, today+90)",
        ),
        ("policies-in-force", {"asOf": "2024年"}, "for example asOf=2024-06-30"),
        (
            "units-of-clause",
            {"document": "甲"},
            "'path' (path of the clause): is missing",
        ),
        ("expiry-before-issue", {"x": 1}, "no parameter 'x'; it has: none"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(name, values, wrong):
    with pytest.raises(QueryError) as error:
        bind(find_question(name), values)
    assert str(error.value).startswith(f"{name}: ")
    assert wrong in str(error.value)


def test_python_values_are_taken_too():
    texts = bind(find_question("clauses-citing-article"), {"title": "甲", "article": "10"})
    assert texts == bind(find_question("clauses-citing-article"), {"title": "甲", "article": 10})
    day = bind(find_question("policies-in-force"), {"asOf": date(2024, 6, 30)})
    assert day == bind(find_question("policies-in-force"), {"asOf": "2024-06-30"})


def test_what_is_left_out_is_undefined_or_the_default():
    citing = bind(find_question("clauses-citing-article"), {"title": "甲", "item": None})
    assert '{ ("甲"@zh UNDEF UNDEF) } # parameters' in citing
    assert f'("{date.today()}"^^' in bind(find_question("policies-in-force"), {})


def test_alternatives_are_rows():
    bound = bind(find_question("units-of-clause"), {"document": "甲", "path": "1"})
    assert '{ ("甲" "1") ("甲"@zh "1") } # parameters' in bound


@pytest.mark.parametrize("kind", [T.TEXT, T.STRING])
@settings(deadline=None)
@given(value=st.text(min_size=1).map(str.strip).filter(bool))
def test_any_text_comes_back_as_it_was(kind, value):
    question = read_question("competency/legal/echo.rq", ECHO.replace("TYPE", kind))
    try:
        value.encode()
    except UnicodeEncodeError:
        with pytest.raises(QueryError):
            ask(question, {"value": value}, ox.Store())
    else:
        assert ask(question, {"value": value}, ox.Store()).values() == ((value,),)


@pytest.mark.parametrize("value", ['x"@zh) } ?s ?p ?o . # ', "\\", 'a"b', "}\n#", "$1 \\1 \\g<0>"])
def test_a_value_cannot_leave_its_place(value):
    question = read_question("competency/legal/echo.rq", ECHO.replace("TYPE", "text"))
    assert ask(question, {"value": value}, ox.Store()).values() == ((value.strip(),),)
