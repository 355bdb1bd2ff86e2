"""What the pages give as an example of a question has an answer in what comes with the program."""

from pathlib import Path

import pytest

import policygraph
from policygraph.query.library import questions
from policygraph.query.question import Question

# No document that comes with the program was issued by a place that has ended since.
WITHOUT = {"documents-of-ended-places"}


@pytest.mark.parametrize("question", questions(), ids=lambda each: each.name)
def test_the_example_of_a_question_has_an_answer(question: Question, inside: Path) -> None:
    data = policygraph.open_dataset("data/build")
    whole = {parameter.name: parameter.example for parameter in question.parameters}
    needed = {p.name: p.example for p in question.parameters if not p.optional}
    for values in (whole, needed):
        rows = data.ask(question.name, **values).rows
        assert bool(rows) is (question.name not in WITHOUT), values
