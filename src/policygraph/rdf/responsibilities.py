"""Responsibilities -> triples: unit x clause x segment x role (责任单位)."""

from collections.abc import Iterable, Iterator

from policygraph.model.facts import Responsibility
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.document import concept
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple, boolean, integer, string, text
from policygraph.rdf.terms import iri as ref


def responsibility_iris(
    rows: Iterable[Responsibility], scope: Scope
) -> Iterator[tuple[str, Responsibility]]:
    """Pair each row with its IRI; a unit printed twice in one segment is told apart by ~2."""
    seen: dict[str, int] = {}
    for row in rows:
        part = None if row.inherited else row.segment
        node = iri.responsibility(scope.clause(row.clause), part, row.as_written)
        seen[node] = seen.get(node, 0) + 1
        yield iri.repeated(node, seen[node]), row


def responsibility_triples(rows: Iterable[Responsibility], scope: Scope) -> Iterator[Triple]:
    """Say who must do what, as printed; the agency behind the name stands in ``links``."""
    for subject, row in responsibility_iris(rows, scope):
        node = ref(subject)
        yield node, ref(v.TYPE), ref(v.RESPONSIBILITY)
        yield node, ref(v.OF_CLAUSE), ref(scope.clause(row.clause))
        yield node, ref(v.SEGMENT), integer(row.segment)
        yield node, ref(v.AS_WRITTEN), text(row.as_written)
        yield node, ref(v.RESOLVED_NAME), text(row.resolved)
        yield node, ref(v.ROLE), ref(concept("role", row.role))
        yield node, ref(v.GROUP), boolean(row.group)
        yield node, ref(v.INHERITED), boolean(row.inherited)
        yield node, ref(v.RULE), string(row.rule)
        yield from scope.anchor(subject, row.spans)
