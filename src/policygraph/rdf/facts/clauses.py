"""Clauses -> triples: the numbered units and the preamble (ELI LegalResourceSubdivision)."""

from collections.abc import Iterable, Iterator

from policygraph.model.facts import PREAMBLE
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.rdf import vocabulary as v
from policygraph.rdf.forms import STRING
from policygraph.rdf.iri import concept, unsegment
from policygraph.rdf.scope import Scope
from policygraph.rdf.statements import Statements
from policygraph.rdf.terms import Triple, integer, string, text
from policygraph.rdf.terms import iri as ref


def clause_triples(record: Record, scope: Scope) -> Iterator[Triple]:
    """Say how the document is divided; a clause's text lies in the side store."""
    yield from _node(PREAMBLE, PREAMBLE, None, scope)
    yield from scope.anchor(scope.clause(PREAMBLE), [Span(0, record.preamble_end)])
    for number, clause in enumerate(record.clauses, 1):
        yield from _node(clause.path, clause.style, clause.parent, scope)
        yield from _printed(clause, number, scope)


def _node(path: str, style: str, parent: str | None, scope: Scope) -> Iterator[Triple]:
    node = ref(scope.clause(path))
    above = ref(scope.clause(parent) if parent else scope.policy)
    yield node, ref(v.TYPE), ref(v.CLAUSE)
    yield node, ref(v.PATH), string(path)
    yield node, ref(v.OF_POLICY), ref(scope.policy)
    yield node, ref(v.IS_PART_OF), above
    yield above, ref(v.HAS_PART), node
    yield node, ref(v.TYPE_SUBDIVISION), ref(concept("subdivision", style))


def _printed(clause: Clause, number: int, scope: Scope) -> Iterator[Triple]:
    subject = scope.clause(clause.path)
    yield ref(subject), ref(v.POSITION), integer(number)
    yield ref(subject), ref(v.LABEL), text(clause.label)
    yield ref(subject), ref(v.RULE), string(clause.rule)
    if clause.heading is not None:
        yield ref(subject), ref(v.TITLE), text(clause.heading)
    yield from scope.anchor(subject, [Span(clause.start, clause.own_end)])
    yield from scope.anchor(subject, [Span(clause.start, clause.end)], v.EXTENT)


def read_clauses(said: Statements) -> tuple[int, tuple[Clause, ...]]:
    """Give back where the preamble ends, and the clauses in their order.

    Raises:
        DatasetError: the graph is none that ``clause_triples`` wrote.
    """
    nodes = said.members(v.CLAUSE)
    numbered = [node for node in nodes if said.objects(node, v.POSITION)]
    preamble = [node for node in nodes if not said.objects(node, v.POSITION)]
    end = max((span.end for node in preamble for span in said.spans(node)), default=0)
    return end, tuple(_clause(node, said) for node in said.ordered(numbered))


def _clause(node: str, said: Statements) -> Clause:
    own, whole = (_one(said.spans(node, predicate)) for predicate in (v.ANCHOR, v.EXTENT))
    style = said.text(node, v.TYPE_SUBDIVISION) or ""
    return Clause(
        path=said.text(node, v.PATH) or "",
        label=said.text(node, v.LABEL) or "",
        heading=said.text(node, v.TITLE),
        start=own.start,
        own_end=own.end,
        end=whole.end,
        style=unsegment(style.removeprefix(concept("subdivision", ""))),
        rule=str(said.one(node, v.RULE, STRING)),
    )


def _one(spans: Iterable[Span]) -> Span:
    return next(iter(spans), Span(0, 0))
