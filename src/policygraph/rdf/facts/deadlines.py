"""Deadlines -> triples: when something must be done; the agency behind a unit is in ``links``."""

from policygraph.model.facts import Deadline, DeadlineKind
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import RULE, SEGMENT, Anchors, ClauseOf, Simple, as_written
from policygraph.rdf.forms import DATE, DURATION, TEXT, coded
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope


def _iri(row: Deadline, scope: Scope) -> str:
    return iri.deadline(scope.clause(row.clause), row.segment, row.kind, row.date, row.every)


DEADLINES = Kind(
    Deadline,
    v.DEADLINE,
    _iri,
    (
        ClauseOf(),
        SEGMENT,
        Simple("kind", v.KIND, coded("deadline-kind", DeadlineKind)),
        Simple("date", v.DATE, DATE),
        Simple("every", v.EVERY, DURATION),
        as_written(),
        Simple("unit", v.UNIT_NAME, TEXT),
        Anchors(),
        RULE,
    ),
)
