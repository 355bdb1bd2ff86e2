"""A draft lays duties on units too; the answers say that it is not in force."""

import pyoxigraph as ox
import pytest

from policygraph.query.library import find_question
from policygraph.query.run import ask
from policygraph.rdf.vocabulary import PREFIXES

TURTLE = """
<x:unit> pg:name "澄湖市园林局"@zh ; skos:prefLabel "澄湖市园林局"@zh .
<x:duty> pg:agent <x:unit> ; pg:clause <x:clause> ; pg:role <x:role> ; pg:segment 1 ;
  pg:asWritten "市园林局"@zh ; pg:inherited false .
<x:clause> pg:policy <x:policy> ; pg:path "1" ; pg:anchor <x:anchor> .
<x:anchor> oa:start 0 .
<x:policy> a %s ; eli:date_document "2024-01-01"^^xsd:date ;
  eli:date_no_longer_in_force "2026-12-31"^^xsd:date .
"""


@pytest.mark.parametrize("question", ["duties-of-unit", "all-duties-of-unit"])
@pytest.mark.parametrize(("kind", "force"), [("pg:Policy", "yes"), ("pg:DraftPolicy", "no")])
def test_a_draft_is_not_in_force(question, kind, force):
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    store = ox.Store()
    store.load((prefixes + TURTLE % kind).encode(), ox.RdfFormat.TURTLE)
    values = {"unit": "澄湖市园林局", "asOf": "2025-06-30"}
    (row,) = ask(find_question(question), values, store).records()
    assert row["inForce"] == force
