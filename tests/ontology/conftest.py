"""The ontology as one rdflib graph."""

import pytest
import rdflib

from policygraph.rdf.ontology import ontology_files


@pytest.fixture(scope="session")
def ontology():
    """Give all modules and concept lists together."""
    graph = rdflib.Graph()
    for file in ontology_files():
        graph.parse(file, format="turtle")
    return graph
