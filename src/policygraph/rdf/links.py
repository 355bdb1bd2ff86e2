"""Links -> triples: what only the corpus and the registry can tell.

Which agency is meant by a name, which document by a title, and the shortcuts that make the
everyday question one hop. The n-ary node stays the normative form; the verify query
``shortcut-and-node-disagree`` proves that the two say the same.
"""

from collections.abc import Iterator

from policygraph.model.facts import Citation
from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.citations import citation_iris, unit_numbers
from policygraph.rdf.responsibilities import responsibility_iris
from policygraph.rdf.scope import Scope, policy_iri
from policygraph.rdf.terms import Triple, boolean, string, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import Registry
from policygraph.resolve.agencies import AgencyRef, agency_of, issuer_of
from policygraph.resolve.citations import CitedLegislation, cited_place, cited_work
from policygraph.resolve.corpus import Corpus


def link_triples(
    record: Record, corpus: Corpus, registry: Registry, base: str = iri.DEFAULT_BASE
) -> Iterator[Triple]:
    """Give the rows of the graph ``links`` that one record is the subject of."""
    scope = Scope.of(record, base)
    for issuer in record.document.issuers:
        agency = issuer_of(issuer, record.document, registry)
        yield ref(scope.policy), ref(v.PASSED_BY), ref(agency_iri(agency, scope))
        yield from agency_triples(agency, scope)
    for node, row in responsibility_iris(record.responsibilities, scope):
        agency = agency_of(row, record.document, registry)
        target = agency_iri(agency, scope)
        yield ref(node), ref(v.AGENT), ref(target)
        yield ref(scope.clause(row.clause)), ref(v.ROLE_SHORTCUTS[row.role]), ref(target)
        yield from agency_triples(agency, scope)
    for node, cited in citation_iris(record.citations, scope):
        target = cited_iri(cited, record, corpus, registry, base)
        yield ref(node), ref(v.CITED), ref(target)
        yield (
            ref(scope.clause(cited.clause)),
            ref(v.RELATION_SHORTCUTS[cited.relation]),
            ref(target),
        )
        yield from cited_triples(cited, target, registry, base)


def agency_iri(agency: AgencyRef, scope: Scope) -> str:
    """Give the IRI of an agency or a group of agencies.

    A name that needs its place, where no place is known, is a node of its policy: 市财政局 of two
    documents may be the bureaus of two cities.
    """
    if agency.place is None and (agency.group or agency.provisional):
        return iri.agency_within(scope.policy, agency.name, group=agency.group)
    mint = iri.agency_group if agency.group else iri.agency
    return mint(agency.place, agency.name, scope.base)


def agency_triples(agency: AgencyRef, scope: Scope) -> Iterator[Triple]:
    """Describe an agency that occurs: its name, its other names, its place."""
    node = ref(agency_iri(agency, scope))
    yield node, ref(v.TYPE), ref(v.AGENCY_GROUP if agency.group else v.AGENCY)
    yield node, ref(v.PREF_LABEL), text(agency.name)
    yield node, ref(v.NAME), text(agency.name)
    yield node, ref(v.NAME), text(agency.also)
    if agency.place:
        yield node, ref(v.OF_PLACE), ref(iri.place(agency.place, scope.base))
    if not agency.group:
        yield node, ref(v.PROVISIONAL), boolean(agency.provisional)


def cited_iri(row: Citation, record: Record, corpus: Corpus, registry: Registry, base: str) -> str:
    """Give the IRI of what a citation points at, whether or not the corpus holds it."""
    found = corpus.find(row)
    if found is not None:
        return policy_iri(found, base)
    work = cited_work(row, registry)
    if isinstance(work, CitedLegislation):
        return iri.legislation(work.title, row.article, row.paragraph, row.item, base)
    place = cited_place(row, record.document, registry)
    return iri.PolicyIri.of(place, row.number, None, row.title).format(base)


def cited_triples(row: Citation, target: str, registry: Registry, base: str) -> Iterator[Triple]:
    """Describe a cited document enough to be named and to be found by article."""
    work = cited_work(row, registry)
    if isinstance(work, CitedLegislation):
        whole = iri.legislation(work.title, base=base)
        yield ref(whole), ref(v.TYPE), ref(v.LEGISLATION)
        yield ref(whole), ref(v.TITLE), text(work.title)
        if target != whole:
            yield ref(target), ref(v.TYPE), ref(v.ARTICLE)
            yield ref(target), ref(v.IS_PART_OF), ref(whole)
            yield from unit_numbers(row, ref(target))
        return
    yield ref(target), ref(v.TYPE), ref(v.LEGAL_RESOURCE)
    if row.title:
        yield ref(target), ref(v.CITED_TITLE), text(row.title)
    if row.number:
        yield ref(target), ref(v.ID_LOCAL), string(row.number)
