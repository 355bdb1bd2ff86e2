"""Registry -> triples: administrative divisions (GB/T 2260), and what became of former ones."""

from collections.abc import Iterator

from policygraph.model.place_change import PlaceChange
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.iri import concept
from policygraph.rdf.terms import Triple, date, string, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.place_history import PlaceHistory, Stay
from policygraph.registry.places import Place
from policygraph.registry.registry import Registry


def registry_triples(registry: Registry, base: str = iri.DEFAULT_BASE) -> Iterator[Triple]:
    """Give the places of the graph ``registry``: those of today, former ones, and changes."""
    for place in registry.history.today:
        yield from _place(place, place.code, base)
    yield from former_triples(registry.history, base)


def former_triples(history: PlaceHistory, base: str = iri.DEFAULT_BASE) -> Iterator[Triple]:
    """Give what is known of other days: former places, former names and codes, and changes."""
    for key, stays in history.by_key():
        last = stays[-1]
        if last.until is not None:
            yield from _place(last.place, last.coded.code, base)
            yield from _end(last, ref(iri.place(key, base)))
        yield from _earlier(stays, ref(iri.place(key, base)))
    for change in history.changes:
        yield from change_triples(change, history, base)


def _place(place: Place, code: str, base: str) -> Iterator[Triple]:
    """Give a place: its code, name, level and parent."""
    node = ref(iri.place(place.code, base))
    yield node, ref(v.TYPE), ref(v.PLACE)
    yield node, ref(v.CODE), string(code)
    yield node, ref(v.PREF_LABEL), text(place.name)
    yield node, ref(v.LEVEL), ref(concept("level", place.level))
    if place.parent:
        yield node, ref(v.LIES_IN), ref(iri.place(place.parent, base))


def _end(stay: Stay, node: str) -> Iterator[Triple]:
    """Say between which days a former place ended."""
    until = stay.until
    if until is not None:
        for predicate, day in ((v.END_NOT_BEFORE, until.earliest), (v.END_NOT_AFTER, until.latest)):
            if day:
                yield node, ref(predicate), date(day)


def _earlier(stays: list[Stay], node: str) -> Iterator[Triple]:
    """Give the names and codes that a place had before its last ones."""
    last = stays[-1].coded
    for coded in (stay.coded for stay in stays[:-1]):
        if coded.name != last.name:
            yield node, ref(v.NAME), text(coded.name)
        if coded.code != last.code:
            yield node, ref(v.FORMER_CODE), string(coded.code)


def change_triples(
    change: PlaceChange, history: PlaceHistory, base: str = iri.DEFAULT_BASE
) -> Iterator[Triple]:
    """Describe a change of a place, with the days between which it lies and its source."""
    named = change.old or change.new
    if named is None:
        return
    node = ref(iri.place_change(change.kind, *named, base))
    yield node, ref(v.TYPE), ref(v.PLACE_CHANGE)
    yield node, ref(v.KIND), ref(concept("place-change-kind", change.kind))
    yield node, ref(v.CAUSE), text(change.words)
    yield node, ref(v.SOURCE_OF_FACT), string(change.source)
    when = change.when
    days = ((v.CHANGE_DATE, when.day), (v.NOT_BEFORE, when.not_before),
            (v.NOT_AFTER, when.not_after))  # fmt: skip
    for predicate, day in days:
        if day:
            yield node, ref(predicate), date(day)
    sides = ((change.old, v.OLD_PLACE, v.OLD_CODE, v.OLD_NAME),
             (change.new, v.NEW_PLACE, v.NEW_CODE, v.NEW_NAME))  # fmt: skip
    keys = []
    for coded, place, code, name in sides:
        if coded is not None:
            keys.append(ref(iri.place(history.place(coded).code, base)))
            yield node, ref(place), keys[-1]
            yield node, ref(code), string(coded.code)
            yield node, ref(name), text(coded.name)
    if len(set(keys)) == len(sides):
        yield keys[0], ref(v.BECAME_PLACE), keys[1]
