"""Duties in running text -> triples; the agency behind a name stands in ``links``."""

from policygraph.model.facts import BodyDuty, Role
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import RULE, Anchors, ClauseOf, Simple, as_written
from policygraph.rdf.forms import BOOLEAN, TEXT, coded
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope


def _iri(row: BodyDuty, scope: Scope) -> str:
    return iri.body_duty(scope.clause(row.clause), row.role, row.unit)


BODY_DUTIES = Kind(
    BodyDuty,
    v.BODY_DUTY,
    _iri,
    (
        ClauseOf(),
        Simple("unit", v.UNIT_NAME, TEXT),
        Simple("group", v.GROUP, BOOLEAN),
        Simple("role", v.ROLE, coded("role", Role)),
        as_written(),
        Anchors(),
        RULE,
    ),
)
