"""What terms are called on a page, and where their sections are."""

from functools import cache

import pyoxigraph as ox

from policygraph.assets import asset_dir
from policygraph.documentation.ontology import read_ontology
from policygraph.endpoint.view.terms import REUSED
from policygraph.rdf import vocabulary as v


@cache
def _prefixes() -> dict[str, str]:
    """Give namespace -> prefix: ours, and those of the alignments."""
    reading = ox.parse(
        path=str(asset_dir("ontology") / "alignments.ttl"), format=ox.RdfFormat.TURTLE
    )
    for _ in reading:
        pass  # the prefixes are known when the file has been read
    both = {**reading.prefixes, **v.PREFIXES}
    return {namespace: prefix for prefix, namespace in both.items()}


def short(iri: str) -> str:
    """Write an IRI with its prefix: pg:Policy."""
    for namespace, prefix in _prefixes().items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def labels(iri: str) -> tuple[str, str]:
    """Give the Chinese and English label of a term, of ours or reused; empty: none is known."""
    term = read_ontology().term(iri)
    return (term.zh, term.en) if term else REUSED.get(iri, ("", ""))


def link(iri: str) -> str:
    """Write a term as Markdown: its short name, linked to its section if it is one of ours."""
    term = read_ontology().term(iri)
    name = f"`{short(iri)}`"
    return f"[{name}]({term.module}.md#{term.name})" if term else name
