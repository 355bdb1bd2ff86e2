"""Quantities -> triples: a figure with its unit, year and subject."""

from policygraph.model.facts import Quantity, QuantityKind
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import RULE, Anchors, ClauseOf, Simple, as_written
from policygraph.rdf.forms import INTEGER, NUMBER, TEXT, coded
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope


def _iri(row: Quantity, scope: Scope) -> str:
    figure = NUMBER.write(row.value).split('"')[1]
    return iri.quantity(scope.clause(row.clause), row.kind, figure, row.unit, row.year)


QUANTITIES = Kind(
    Quantity,
    v.QUANTITY,
    _iri,
    (
        ClauseOf(),
        Simple("kind", v.KIND, coded("quantity-kind", QuantityKind)),
        Simple("value", v.VALUE, NUMBER),
        Simple("unit", v.UNIT, TEXT),
        as_written(),
        Simple("year", v.YEAR, INTEGER),
        Simple("subject", v.SUBJECT, TEXT),
        Simple("condition", v.CONDITION, TEXT),
        Anchors(),
        RULE,
    ),
)
