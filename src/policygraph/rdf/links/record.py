"""Links -> triples: what only the corpus and the registry can tell.

Which agency is meant by a name, which document by a title, and the shortcuts that make the
everyday question one hop. The n-ary node stays the normative form; the verify query
``shortcut-and-node-disagree`` proves that the two say the same.
"""

from collections.abc import Iterator

from policygraph.model.facts import Status
from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.facts.citations import CITATIONS
from policygraph.rdf.facts.responsibilities import RESPONSIBILITIES
from policygraph.rdf.links.agencies import agency_iri, agency_triples, named_unit_triples
from policygraph.rdf.links.works import amendment_links, cited_iri, cited_triples
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import Registry
from policygraph.resolve.agencies import AgencyRef
from policygraph.resolve.bodies import agency_meant, issuer_meant
from policygraph.resolve.corpus import Corpus


def link_triples(
    record: Record, corpus: Corpus, registry: Registry, base: str = iri.DEFAULT_BASE
) -> Iterator[Triple]:
    """Give the rows of the graph ``links`` that one record is the subject of."""
    registry = registry.on(record.document.issued)
    scope = Scope.of(record, base)
    yield from _issuers(record, registry, scope)
    yield from _responsible(record, registry, scope)
    yield from named_unit_triples(record, registry, scope)
    for node, cited in CITATIONS.iris(record.citations, scope):
        target = cited_iri(cited, record, corpus, registry, base)
        yield ref(node), ref(v.CITED), ref(target)
        yield (
            ref(scope.clause(cited.clause)),
            ref(v.RELATION_SHORTCUTS[cited.relation]),
            ref(target),
        )
        yield from cited_triples(cited, target, registry, base)
    yield from amendment_links(record, corpus, registry, scope)


def _issuers(record: Record, registry: Registry, scope: Scope) -> Iterator[Triple]:
    """A draft is passed by nobody: its issuer is who asks for comments."""
    issued = record.document.status is Status.ISSUED
    for issuer in record.document.issuers:
        agency = issuer_meant(issuer, record.document, registry)
        said = ref(v.PASSED_BY if issued else v.ISSUER)
        yield ref(scope.policy), said, ref(agency_iri(agency, scope))
        yield from agency_triples(agency, scope)


def _responsible(record: Record, registry: Registry, scope: Scope) -> Iterator[Triple]:
    known: dict[tuple[str, str | None, bool], AgencyRef] = {}  # a unit stands in many clauses
    for node, row in RESPONSIBILITIES.iris(record.responsibilities, scope):
        name = (row.resolved, row.canonical, row.group)
        if name not in known:
            known[name] = agency_meant(row, record.document, registry)
        target = agency_iri(known[name], scope)
        yield ref(node), ref(v.AGENT), ref(target)
        yield ref(scope.clause(row.clause)), ref(v.ROLE_SHORTCUTS[row.role]), ref(target)
        if row.canonical is not None:
            yield ref(node), ref(v.CANONICAL_NAME), text(row.canonical)
    for agency in known.values():
        yield from agency_triples(agency, scope)
