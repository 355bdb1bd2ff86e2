"""Registry -> triples: agencies that occur, their dated names, and what became of them.

The changes are those of the registry, and what issued, dated documents ordered; what a document
says became of a body, in its words, stands in the graph of the document.
"""

from collections.abc import Iterable, Iterator, Sequence

from policygraph.model.facts import ChangeKind
from policygraph.model.record import Record
from policygraph.model.reform import Body, Reform
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.registry.ordered_changes import ordered_changes, told_by_all
from policygraph.rdf.terms import Triple, boolean, date, string, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import is_listed, written_names
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.members import group_members
from policygraph.resolve.occurring import changes_of, occurring_bodies, occurring_groups


def history_triples(
    records: Sequence[Record], registry: Registry, base: str = iri.DEFAULT_BASE
) -> Iterator[Triple]:
    """Give what the registry knows of the agencies that occur in documents."""
    bodies, groups = occurring_bodies(records, registry), occurring_groups(records, registry)
    return history_of(bodies, groups, records, registry, base)


def history_of(
    occurring: set[Body],
    collective: set[tuple[str, str]],
    records: Sequence[Record],
    registry: Registry,
    base: str = iri.DEFAULT_BASE,
) -> Iterator[Triple]:
    """Give what the registry knows of agencies.

    Args:
        occurring: the bodies that occur in documents.
        collective: the collective units that do, by place and name.
        records: the documents that tell changes of agencies, in their order; others add nothing.
        registry: what is known.
        base: base IRI of the data.
    """
    told = told_by_all(records, registry)
    lineage = Lineage(registry, told, known=lambda body: body in occurring)
    changes = changes_of(occurring.union(_concerned(told)), lineage)
    known = [reform for reform in changes if reform.origin == "registry"]
    ordered = list(ordered_changes(records, registry, lineage, base))
    bodies = occurring.union(*(lineage.narrowed(reform) for reform in known))
    bodies |= {reform.old for reform in known if reform.old}
    bodies |= {b for _, reform in ordered for b in _concerned([reform]) if is_listed(b, registry)}
    groups = {(place, name): group_members(name, place, registry) for place, name in collective}
    for body in sorted(bodies.union(*groups.values())):
        yield from body_triples(body, registry, base)
    for (place, name), members in groups.items():
        yield from member_triples(iri.agency_group(place, name, base), members, base)
    yield from change_triples(known, lineage, base)
    for node, reform in ordered:
        yield from _ordered(reform, lineage, ref(node), base)
    yield from _ends([reform for _, reform in ordered], base)


def _concerned(reforms: Iterable[Reform]) -> set[Body]:
    return {body for r in reforms for body in (r.old, *r.new) if body and body.place}


def _ordered(reform: Reform, lineage: Lineage, node: str, base: str) -> Iterator[Triple]:
    """Describe a change that a document ordered, on the node of the document's own words."""
    yield node, ref(v.SOURCE_OF_FACT), string(reform.source)
    yield from _dates(reform, node)
    if reform.formal_basis:
        yield node, ref(v.FORMAL_BASIS), text(reform.formal_basis)
    if all(body.place for body in (reform.old, *reform.new) if body):
        yield from _bodies(reform, lineage, node, base)


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
    if is_listed(body, registry):  # of others, the documents that name them say it
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
    """Describe changes of the registry, and the shortcuts from body to body."""
    yield from _verified(changes, base)
    for reform in changes:
        node = ref(change_iri(reform, base))
        yield node, ref(v.TYPE), ref(v.REFORM)
        yield node, ref(v.KIND), ref(iri.concept("change-kind", reform.kind))
        yield node, ref(v.EVENT), string(reform.event)
        yield node, ref(v.SOURCE_OF_FACT), string(reform.source)
        yield from _dates(reform, node)
        yield from _texts(reform, node)
        yield from _bodies(reform, lineage, node, base)
    yield from _ends(changes, base)


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
    narrowed = lineage.narrowed(reform)
    leads = [ref(iri.agency(b.place, b.name, base)) for b in narrowed]
    for body, lead in zip(narrowed, leads, strict=True):
        if len(leads) == 1:
            yield node, ref(v.RESULTING_ORGANIZATION), lead
        elif body != reform.old:  # that it may have stayed is no change of it into itself
            yield node, ref(v.POSSIBLE_RESULT), lead
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
        if reform.old and reform.old.place and reform.ends_the_name:
            endings.setdefault(reform.old, []).append(reform)
    for body, ending in endings.items():
        node = ref(iri.agency(body.place, body.name, base))
        first = [r.when.earliest for r in ending if r.when.earliest]
        surely = [r.when.latest for r in ending if r.when.latest and body not in r.new]
        if first:
            yield node, ref(v.END_NOT_BEFORE), date(min(first))
        if surely:
            yield node, ref(v.END_NOT_AFTER), date(min(surely))
