"""Registry -> triples: administrative divisions (GB/T 2260)."""

from collections.abc import Iterator

from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.iri import concept
from policygraph.rdf.terms import Triple, string, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import Registry


def registry_triples(registry: Registry, base: str = iri.DEFAULT_BASE) -> Iterator[Triple]:
    """Give the graph ``registry``: every place, its code, name, level and parent."""
    for place in registry.places:
        node = ref(iri.place(place.code, base))
        yield node, ref(v.TYPE), ref(v.PLACE)
        yield node, ref(v.CODE), string(place.code)
        yield node, ref(v.PREF_LABEL), text(place.name)
        yield node, ref(v.LEVEL), ref(concept("level", place.level))
        if place.parent:
            yield node, ref(v.LIES_IN), ref(iri.place(place.parent, base))
