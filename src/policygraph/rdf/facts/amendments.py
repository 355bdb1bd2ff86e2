"""Amendments -> triples: atomic changes, and the articles they rest on (JOLux impacts).

What is changed is said as printed; the document behind it stands in ``links``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from policygraph.model.facts import Amendment, Basis, Operation, Target
from policygraph.model.new_places import Beside, NewPlace, Side
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import RULE, Anchors, ClauseOf, Part, Run, Simple, Written
from policygraph.rdf.forms import INTEGER, STRING, TEXT, coded
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope
from policygraph.rdf.statements import Statements
from policygraph.rdf.terms import Triple, integer
from policygraph.rdf.terms import iri as ref

_BASIS_FIELDS = (
    Simple("title", v.CITED_TITLE, TEXT),
    Simple("article", v.ARTICLE_NUMBER, INTEGER),
    Simple("item", v.ITEM_NUMBER, INTEGER),
)


def basis_iris(rows: Iterable[Basis], node: str) -> Iterator[tuple[str, Basis]]:
    """Pair each legal basis of the change ``node`` with its IRI."""
    return iri.told_apart(rows, lambda b: iri.basis(node, b.title, b.article, b.item))


@dataclass(frozen=True, slots=True)
class _Bases:
    """The legal bases of a change, each a node that tells its place among them."""

    name: str = "based_on"

    def triples(self, node: str, value: Any, scope: Scope) -> Iterator[Triple]:
        """Say each basis."""
        for number, (subject, each) in enumerate(basis_iris(value, node), 1):
            yield ref(node), ref(v.HAS_BASIS), ref(subject)
            yield ref(subject), ref(v.TYPE), ref(v.BASIS)
            yield ref(subject), ref(v.POSITION), integer(number)
            for field in _BASIS_FIELDS:
                yield from field.triples(subject, getattr(each, field.name), scope)

    def read(self, node: str, said: Statements) -> tuple[Basis, ...]:
        """Give the bases in their order."""
        nodes = said.ordered([each.value for each in said.objects(node, v.HAS_BASIS)])
        return tuple(Basis(**{f.name: f.read(each, said) for f in _BASIS_FIELDS}) for each in nodes)


def _iri(row: Amendment, scope: Scope) -> str:
    document = row.target.number or row.target.title or "-"
    return iri.amendment(scope.clause(row.clause), row.operation, row.target.locator, document)


_BESIDE = Part(
    "beside",
    Beside,
    (
        Simple("side", v.SIDE, coded("side", Side)),
        Written("words", v.BESIDE_TEXT, v.BESIDE_TEXT_DIGEST, v.BESIDE_TEXT_LENGTH),
        Run("span", v.BESIDE_TEXT_ANCHOR),
        Simple("locator", v.BESIDE_LOCATOR, STRING),
        Simple("locator_as_written", v.BESIDE_LOCATOR_AS_WRITTEN, TEXT),
    ),
    optional=True,
)
_NEW_PLACE = Part(
    "new_place",
    NewPlace,
    (
        Simple("locator", v.NEW_LOCATOR, STRING),
        Simple("locator_as_written", v.NEW_LOCATOR_AS_WRITTEN, TEXT),
        Simple("first_article", v.FIRST_ARTICLE, INTEGER),
        Simple("last_article", v.LAST_ARTICLE, INTEGER),
    ),
    optional=True,
)

AMENDMENTS = Kind(
    Amendment,
    v.AMENDMENT,
    _iri,
    (
        ClauseOf(),
        Part(
            "target",
            Target,
            (
                Simple("title", v.TARGET_TITLE, TEXT),
                Simple("number", v.TARGET_NUMBER, STRING),
                Simple("locator", v.LOCATOR, STRING),
                Simple("locator_as_written", v.LOCATOR_AS_WRITTEN, TEXT),
            ),
        ),
        Simple("operation", v.OPERATION, coded("operation", Operation)),
        Written("old", v.OLD_TEXT, v.OLD_TEXT_DIGEST, v.OLD_TEXT_LENGTH),
        Written("new", v.NEW_TEXT, v.NEW_TEXT_DIGEST, v.NEW_TEXT_LENGTH),
        _Bases(),
        Anchors(),
        RULE,
        Run("old_span", v.OLD_TEXT_ANCHOR),
        Run("new_span", v.NEW_TEXT_ANCHOR),
        _BESIDE,
        _NEW_PLACE,
        Simple("mark", v.MARK_LABEL, TEXT),
    ),
)
