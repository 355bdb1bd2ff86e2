"""Names of units outside a mark -> the agencies meant, as the registry tells them."""

from collections.abc import Iterator

from policygraph.model.facts import AgencyChange, ChangeKind, Document, Responsibility, Role
from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.facts.agency_changes import AGENCY_CHANGES
from policygraph.rdf.facts.body_duties import BODY_DUTIES
from policygraph.rdf.facts.deadlines import DEADLINES
from policygraph.rdf.facts.posts import POSTS
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple, boolean, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import Registry
from policygraph.resolve.agencies import AgencyRef, canonical_name
from policygraph.resolve.bodies import agency_meant
from policygraph.resolve.levels import is_group


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


def named_unit_triples(record: Record, registry: Registry, scope: Scope) -> Iterator[Triple]:
    """Say which agencies the units of deadlines, duties in running text and posts are."""
    document = record.document
    units: list[tuple[str, str, bool]] = []
    for node, time in DEADLINES.iris(record.deadlines, scope):
        if time.unit:
            units.append((node, time.unit, is_group(time.unit, registry)))
    for node, duty in BODY_DUTIES.iris(record.body_duties, scope):
        units.append((node, duty.unit, duty.group))
    for node, post in POSTS.iris(record.posts, scope):
        if post.unit:
            units.append((node, post.unit, is_group(post.unit, registry)))
    for node, name, group in units:
        agency = _agency(name, group, document, registry)
        yield ref(node), ref(v.AGENCY_OF), ref(agency_iri(agency, scope))
        yield from agency_triples(agency, scope)
    for node, change in AGENCY_CHANGES.iris(record.agency_changes, scope):
        yield from _changed(node, change, document, registry, scope)


def _changed(
    node: str, row: AgencyChange, document: Document, registry: Registry, scope: Scope
) -> Iterator[Triple]:
    """Say which agencies a change is about; ORG knows only organizations, and only events."""
    sides = (
        (row.old, v.OLD_AGENCY, v.ORIGINAL_ORGANIZATION),
        (row.new, v.NEW_AGENCY, v.RESULTING_ORGANIZATION),
    )
    for name, ours, of_org in sides:
        if not name:
            continue
        agency = _agency(name, is_group(name, registry), document, registry)
        target = ref(agency_iri(agency, scope))
        yield ref(node), ref(ours), target
        if row.kind is not ChangeKind.SUBSTITUTE and not agency.group:
            yield ref(node), ref(of_org), target
        yield from agency_triples(agency, scope)


def _agency(name: str, group: bool, document: Document, registry: Registry) -> AgencyRef:
    """Give the agency of a name as those of marks are given."""
    official = None if group else canonical_name(name, document, registry).name
    row = Responsibility("", 1, name, name, official, Role.RESPONSIBLE, group, False, (), "")
    return agency_meant(row, document, registry)
