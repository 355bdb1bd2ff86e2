"""Agency changes -> triples: what a text says became of an agency (ORG ChangeEvent).

The agencies behind the names stand in ``links``. A text that only writes another unit's name in
the place of one tells no event, so such a row is no ``org:ChangeEvent``.
"""

from collections.abc import Iterator

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


def _event(node: str, row: AgencyChange, _scope: Scope) -> Iterator[Triple]:
    if row.kind is not ChangeKind.SUBSTITUTE:
        yield ref(node), ref(v.TYPE), ref(v.CHANGE_EVENT)


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
    _event,
)
