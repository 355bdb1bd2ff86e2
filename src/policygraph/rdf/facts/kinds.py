"""The one list of kinds of facts in RDF: what writes a list of the record and reads it back."""

from typing import Any

from policygraph.rdf.facts.agency_changes import AGENCY_CHANGES
from policygraph.rdf.facts.amendments import AMENDMENTS
from policygraph.rdf.facts.body_duties import BODY_DUTIES
from policygraph.rdf.facts.citations import CITATIONS
from policygraph.rdf.facts.deadlines import DEADLINES
from policygraph.rdf.facts.findings import FINDINGS
from policygraph.rdf.facts.posts import POSTS
from policygraph.rdf.facts.quantities import QUANTITIES
from policygraph.rdf.facts.responsibilities import RESPONSIBILITIES
from policygraph.rdf.kind import Kind

KINDS: dict[str, Kind[Any]] = {
    "responsibilities": RESPONSIBILITIES,
    "citations": CITATIONS,
    "amendments": AMENDMENTS,
    "agency_changes": AGENCY_CHANGES,
    "quantities": QUANTITIES,
    "deadlines": DEADLINES,
    "posts": POSTS,
    "body_duties": BODY_DUTIES,
    "findings": FINDINGS,
}
