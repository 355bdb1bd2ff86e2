"""Agency changes -> triples: what a text says became of an agency (ORG ChangeEvent).

The agencies behind the names stand in ``links``. A text that only writes another unit's name in
the place of one tells no event, so such a row is no ``org:ChangeEvent``.
"""

from collections.abc import Iterable, Iterator

from policygraph.model.facts import AgencyChange, ChangeKind
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import RULE, Anchors, ClauseOf, Entries, Simple
from policygraph.rdf.forms import TEXT, coded
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple
from policygraph.rdf.terms import iri as ref


def _iri(row: AgencyChange, scope: Scope) -> str:
    return iri.agency_change(scope.clause(row.clause), row.kind, row.old, row.new)


AGENCY_CHANGES = Kind(
    AgencyChange,
    v.AGENCY_CHANGE,
    _iri,
    (
        ClauseOf(),
        Simple("old", v.OLD_NAME, TEXT),
        Simple("new", v.NEW_NAME, TEXT),
        Simple("kind", v.KIND, coded("change-kind", ChangeKind)),
        Entries("functions", v.FUNCTION),
        Simple("cause", v.CAUSE, TEXT),
        Anchors(),
        RULE,
    ),
)


def agency_change_triples(rows: Iterable[AgencyChange], scope: Scope) -> Iterator[Triple]:
    """Say what became of agencies, as printed; which rows are events in the sense of ORG."""
    known = tuple(rows)
    yield from AGENCY_CHANGES.triples(known, scope)
    for node, row in AGENCY_CHANGES.iris(known, scope):
        if row.kind is not ChangeKind.SUBSTITUTE:
            yield ref(node), ref(v.TYPE), ref(v.CHANGE_EVENT)
