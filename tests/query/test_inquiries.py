"""Which questions can be asked about a thing by what it is called."""

import pytest

from policygraph.query.inquiries import inquiries
from policygraph.query.library import find_question
from policygraph.query.question import Naming
from policygraph.query.values import bind

UNIT, DOCUMENT, WORK = (
    {Naming.UNIT: "澄湖市财政局"},
    {Naming.DOCUMENT: "澄政规〔2023〕5号"},
    {Naming.WORK: "公平竞争审查条例"},
)
ARTICLE = WORK | {Naming.ARTICLE: "10"}
CLAUSE = DOCUMENT | {Naming.CLAUSE: "1/1"}
PLACE = {Naming.PLACE: "澄湖市", Naming.PLACE_CODE: "990100"}


@pytest.mark.parametrize(
    ("known", "about", "some", "without"),
    [
        (UNIT, UNIT, {"all-duties-of-unit", "life-of-body", "what-is-due"}, {"policies-in-force"}),
        (DOCUMENT, DOCUMENT, {"bases-of-document", "inherited-duties"}, {"holders-of-clause"}),
        (WORK, WORK, {"clauses-citing-article"}, {"bases-of-document"}),
        (CLAUSE, {Naming.CLAUSE}, {"holders-of-clause", "units-of-clause"}, {"bases-of-document"}),
        (PLACE, PLACE, {"places-before", "targets-by-place"}, {"rewards-by-place"}),
    ],
)
def test_the_questions_about_a_thing(known, about, some, without):
    names = {each.question.name for each in inquiries(known, about)}
    assert names >= some
    assert names.isdisjoint(without)


def test_an_article_is_asked_about_with_its_law():
    (found,) = inquiries(ARTICLE, {Naming.ARTICLE})
    assert found.question is find_question("clauses-citing-article")
    assert found.values == {"title": "公平竞争审查条例", "article": "10"}
    assert list(inquiries({Naming.ARTICLE: "10"}, {Naming.ARTICLE})) == []


@pytest.mark.parametrize("known", [UNIT, DOCUMENT, ARTICLE, CLAUSE, PLACE])
def test_the_values_are_all_that_a_question_needs(known):
    found = list(inquiries(known, known))
    assert found
    assert all(bind(each.question, each.values) for each in found)


def test_nothing_is_asked_of_what_has_no_name():
    assert list(inquiries({}, {Naming.UNIT})) == []
