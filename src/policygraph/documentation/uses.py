"""Which questions and checks name a term."""

import re
from functools import cache

from policygraph.expression import expression
from policygraph.query.library import questions, verify_queries
from policygraph.query.question import Question

_NAME = expression(r"\bpg:([A-Za-z0-9]+)")
_COMMENT = expression(r"^\s*#.*$", re.MULTILINE)


def uses_of(name: str) -> tuple[Question, ...]:
    """Give the questions that name ``pg:name`` in their query, then the checks."""
    return tuple(question for question, names in _named() if name in names)


@cache
def _named() -> tuple[tuple[Question, frozenset[str]], ...]:
    asked = (*questions(), *verify_queries())
    return tuple((q, frozenset(_NAME.findall(_COMMENT.sub("", q.text)))) for q in asked)
