"""Registry -> triples: agencies that occur, their dated names, and what became of them.

The changes are those of the registry; what a document says became of a body stands in the graph
of the document.
"""

from collections.abc import Iterable, Iterator, Sequence

from policygraph.model.facts import ChangeKind
from policygraph.model.record import Record
from policygraph.model.reform import Body, Reform
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.terms import Triple, boolean, date, string, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import written_names
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.members import group_members
from policygraph.resolve.occurring import changes_of, occurring_bodies, occurring_groups


def history_triples(
    records: Sequence[Record], registry: Registry, base: str = iri.DEFAULT_BASE
) -> Iterator[Triple]:
    """Give what the registry knows of the agencies that occur in documents."""
    occurring = occurring_bodies(records, registry)
    lineage = Lineage(registry, known=lambda body: body in occurring)
    changes = changes_of(occurring, lineage)
    bodies = occurring.union(*(lineage.narrowed(reform) for reform in changes))
    bodies |= {reform.old for reform in changes if reform.old}
    groups = {
        (place, name): group_members(name, place, registry)
        for place, name in occurring_groups(records, registry)
    }
    for body in sorted(bodies.union(*groups.values())):
        yield from body_triples(body, registry, base)
    for (place, name), members in groups.items():
        yield from member_triples(iri.agency_group(place, name, base), members, base)
    yield from change_triples(changes, lineage, base)


def member_triples(group: str, members: Iterable[Body], base: str) -> Iterator[Triple]:
    """Say which governments a collective name stands for."""
    for body in members:
        yield ref(group), ref(v.MEMBER), ref(iri.agency(body.place, body.name, base))


def body_triples(body: Body, registry: Registry, base: str = iri.DEFAULT_BASE) -> Iterator[Triple]:
    """Describe an agency: its official name, its place, and its names with their days."""
    agency = iri.agency(body.place, body.name, base)
    node = ref(agency)
    yield node, ref(v.TYPE), ref(v.AGENCY)
    yield node, ref(v.PREF_LABEL), text(body.name)
    yield node, ref(v.NAME), text(body.name)
    yield node, ref(v.PROVISIONAL), boolean(False)
    if body.place:
        yield node, ref(v.OF_PLACE), ref(iri.place(body.place, base))
    for name, since, until in written_names(body, registry):
        yield node, ref(v.NAME), text(name)
        if not since and not until:
            continue
        named = ref(iri.dated_name(agency, name))
        yield named, ref(v.TYPE), ref(v.DATED_NAME)
        yield named, ref(v.NAME_OF), node
        yield named, ref(v.NAME), text(name)
        for predicate, day in ((v.SINCE, since), (v.UNTIL, until)):
            if day:
                yield named, ref(predicate), date(day)


def change_triples(
    changes: Sequence[Reform], lineage: Lineage, base: str = iri.DEFAULT_BASE
) -> Iterator[Triple]:
    """Describe changes, and the shortcuts from body to body."""
    registered = [reform for reform in changes if reform.origin == "registry"]
    yield from _verified(registered, base)
    for reform in registered:
        node = ref(change_iri(reform, base))
        yield node, ref(v.TYPE), ref(v.REFORM)
        yield node, ref(v.KIND), ref(iri.concept("change-kind", reform.kind))
        yield node, ref(v.EVENT), string(reform.event)
        yield node, ref(v.SOURCE_OF_FACT), string(reform.source)
        yield from _dates(reform, node)
        yield from _texts(reform, node)
        yield from _bodies(reform, lineage, node, base)
    yield from _ends(registered, base)


def change_iri(reform: Reform, base: str = iri.DEFAULT_BASE) -> str:
    """Give the IRI of a change: the merged bodies of one new body share one."""
    old, new = (reform.old.name if reform.old else ""), reform.result_body
    match reform.kind:
        case ChangeKind.MERGE | ChangeKind.FOUND if new:
            names = [new.name]
        case ChangeKind.FUNCTION_TRANSFER | ChangeKind.SPLIT if new:
            names = [old, new.name]
        case _:
            names = [old]
    return iri.change(reform.place, reform.event, reform.kind, names, base)


def _verified(changes: Sequence[Reform], base: str) -> Iterator[Triple]:
    """Say of each change whether it is verified: one of several bodies is if all of them are."""
    found: dict[str, bool] = {}
    for reform in changes:
        node = change_iri(reform, base)
        found[node] = found.get(node, True) and reform.verified
    for node, verified in found.items():
        yield ref(node), ref(v.VERIFIED), boolean(verified)


def _dates(reform: Reform, node: str) -> Iterator[Triple]:
    when = reform.when
    days = ((v.CHANGE_DATE, when.day), (v.NOT_BEFORE, when.not_before),
            (v.NOT_AFTER, when.not_after))  # fmt: skip
    for predicate, day in days:
        if day:
            yield node, ref(predicate), date(day)


def _texts(reform: Reform, node: str) -> Iterator[Triple]:
    for function in reform.functions:
        yield node, ref(v.FUNCTION), text(function)
    for predicate, words in ((v.CAUSE, reform.cause), (v.FORMAL_BASIS, reform.formal_basis)):
        if words:
            yield node, ref(predicate), text(words)


def _bodies(reform: Reform, lineage: Lineage, node: str, base: str) -> Iterator[Triple]:
    leads = [ref(iri.agency(b.place, b.name, base)) for b in lineage.narrowed(reform)]
    for lead in leads:
        yield node, ref(v.RESULTING_ORGANIZATION if len(leads) == 1 else v.POSSIBLE_RESULT), lead
    if reform.old is None:
        return
    old = ref(iri.agency(reform.old.place, reform.old.name, base))
    yield node, ref(v.ORIGINAL_ORGANIZATION), old
    if reform.ends_the_name and reform.old not in reform.new:
        yield node, ref(v.ENDED), old
        if len(leads) == 1:
            yield old, ref(v.SUCCEEDED_BY), leads[0]
    if reform.kind is ChangeKind.RENAME and len(leads) == 1:
        yield leads[0], ref(v.CONTINUES), old


def _ends(changes: Sequence[Reform], base: str) -> Iterator[Triple]:
    """Say between which days a body, or its name, ended; without a last day it may stand still."""
    endings: dict[Body, list[Reform]] = {}
    for reform in changes:
        if reform.old and reform.ends_the_name:
            endings.setdefault(reform.old, []).append(reform)
    for body, ending in endings.items():
        node = ref(iri.agency(body.place, body.name, base))
        first = [r.when.earliest for r in ending if r.when.earliest]
        surely = [r.when.latest for r in ending if r.when.latest and body not in r.new]
        if first:
            yield node, ref(v.END_NOT_BEFORE), date(min(first))
        if surely:
            yield node, ref(v.END_NOT_AFTER), date(min(surely))
