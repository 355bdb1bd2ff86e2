"""What is known of a thing -> the questions that can be asked about it, filled in."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from policygraph.query.library import questions
from policygraph.query.question import Naming, Question


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question with the values that make it one about a certain thing.

    Attributes:
        question: the question.
        values: parameter -> value; the others keep their defaults, or stay empty.
    """

    question: Question
    values: Mapping[str, str]


def inquiries(known: Mapping[Naming, str], about: Collection[Naming]) -> Iterator[Inquiry]:
    """Give the questions that a thing answers all required parameters of, in their usual order.

    Args:
        known: what the thing, and what it is part of, are called.
        about: a question has to take one of these: what the thing itself is called.
    """
    for question in questions():
        named = [p for p in question.parameters if p.naming in known]
        complete = all(p in named for p in question.parameters if p.required)
        if complete and any(p.naming in about for p in named):
            yield Inquiry(question, {p.name: known[p.naming] for p in named if p.naming})
