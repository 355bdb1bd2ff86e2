"""Ontology -> triples: the modules and concept lists, so that labels can be asked for."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from policygraph.assets import asset_dir
from policygraph.rdf.terms import Triple


def ontology_files() -> list[Path]:
    """Give the modules and concept lists, in the order of their names, without the shapes."""
    folder = asset_dir("ontology")
    return sorted([*folder.glob("*.ttl"), *folder.glob("concepts/*.ttl")])


def ontology_triples() -> Iterator[Triple]:
    """Give the graph ``ontology``. Blank nodes (of OWL expressions) are left out of the data."""
    for file in ontology_files():
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
            terms = (quad.subject, quad.predicate, quad.object)
            if not any(isinstance(term, ox.BlankNode) for term in terms):
                yield str(quad.subject), str(quad.predicate), str(quad.object)


@cache
def ontology_digest() -> str:
    """Hash the ontology files: the edition that a dataset was built with."""
    total = hashlib.sha256()
    for file in ontology_files():
        total.update(f"{file.name}\n".encode() + file.read_bytes())
    return total.hexdigest()
