"""Manifest -> triples: which software read which sources (PROV)."""

from collections.abc import Iterable, Iterator, Mapping

from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.terms import Triple, string
from policygraph.rdf.terms import iri as ref


def manifest_triples(
    root: str, versions: Mapping[str, str], sources: Iterable[str], base: str = iri.DEFAULT_BASE
) -> Iterator[Triple]:
    """Describe a build by its root hash. It bears no date: the same input is the same build."""
    node = ref(iri.build(root, base))
    yield node, ref(v.TYPE), ref(v.BUILD)
    yield node, ref(v.SOFTWARE_VERSION), string(versions["software"])
    yield node, ref(v.ONTOLOGY_HASH), string(versions["ontology"])
    yield node, ref(v.REGISTRY_HASH), string(versions["registry"])
    for sha256 in sources:
        yield node, ref(v.BUILT_FROM), ref(iri.source(sha256, base))
