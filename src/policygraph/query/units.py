"""A unit that nothing names: an empty answer would not say that it is misspelled."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches

import pyoxigraph as ox

from policygraph.errors import QueryError
from policygraph.query.question import Question
from policygraph.query.values import Value
from policygraph.rdf.vocabulary import NAME, PREF_LABEL

_PARAMETER = "unit"  # of every question that asks for one
_NAMES = (ox.NamedNode(NAME), ox.NamedNode(PREF_LABEL))


def check_unit(question: Question, values: Mapping[str, Value], store: ox.Store) -> None:
    """Check that some body bears the name that a question was asked with.

    Raises:
        QueryError: none does; names those that are near.
    """
    given = values.get(_PARAMETER)
    if not given or all(parameter.name != _PARAMETER for parameter in question.parameters):
        return
    name = str(given).strip()
    asked = ox.Literal(name, language="zh")
    if any(next(store.quads_for_pattern(None, p, asked), None) is not None for p in _NAMES):
        return
    found = (quad.object for p in _NAMES for quad in store.quads_for_pattern(None, p, None))
    raise unknown_unit(name, {term.value for term in found if isinstance(term, ox.Literal)})


def unknown_unit(name: str, known: Collection[str]) -> QueryError:
    """Make the error for a unit that nothing bears; it names those of ``known`` that are near."""
    near = get_close_matches(name, sorted(known), n=3, cutoff=0.3)
    return QueryError(
        zh=f"没有名为“{name}”的单位；请核对，相近的有：{'、'.join(near) or '无'}",
        en=f"{name!r}: no such unit; near: {', '.join(near) or 'none'}",
    )
