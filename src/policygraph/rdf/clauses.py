"""Clauses -> triples: the numbered units and the preamble (ELI LegalResourceSubdivision)."""

from collections.abc import Iterator

from policygraph.model.facts import PREAMBLE
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.rdf import vocabulary as v
from policygraph.rdf.document import concept
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple, string, text
from policygraph.rdf.terms import iri as ref


def clause_triples(record: Record, scope: Scope) -> Iterator[Triple]:
    """Say how the document is divided; a clause's text lies in the side store."""
    yield from _node(PREAMBLE, PREAMBLE, None, scope)
    yield from scope.anchor(scope.clause(PREAMBLE), [Span(0, record.preamble_end)])
    for clause in record.clauses:
        yield from _node(clause.path, clause.style, clause.parent, scope)
        yield from _printed(clause, scope)


def _node(path: str, style: str, parent: str | None, scope: Scope) -> Iterator[Triple]:
    node = ref(scope.clause(path))
    above = ref(scope.clause(parent) if parent else scope.policy)
    yield node, ref(v.TYPE), ref(v.CLAUSE)
    yield node, ref(v.PATH), string(path)
    yield node, ref(v.OF_POLICY), ref(scope.policy)
    yield node, ref(v.IS_PART_OF), above
    yield above, ref(v.HAS_PART), node
    yield node, ref(v.TYPE_SUBDIVISION), ref(concept("subdivision", style))


def _printed(clause: Clause, scope: Scope) -> Iterator[Triple]:
    subject = scope.clause(clause.path)
    yield ref(subject), ref(v.LABEL), text(clause.label)
    yield ref(subject), ref(v.RULE), string(clause.rule)
    if clause.heading:
        yield ref(subject), ref(v.TITLE), text(clause.heading)
    yield from scope.anchor(subject, [Span(clause.start, clause.own_end)])
    yield from scope.anchor(subject, [Span(clause.start, clause.end)], v.EXTENT)
