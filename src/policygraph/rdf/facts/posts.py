"""Posts -> triples: seats in work groups, by post and never by a name (ORG Membership)."""

from collections.abc import Iterator

from policygraph.model.facts import Post
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import RULE, Anchors, Simple
from policygraph.rdf.forms import INTEGER, TEXT
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple
from policygraph.rdf.terms import iri as ref


def _iri(row: Post, scope: Scope) -> str:
    return iri.post(scope.policy, row.body, row.role, row.unit, row.post)


def _stated_in(node: str, _row: Post, scope: Scope) -> Iterator[Triple]:
    """A seat belongs to the document, not to one clause."""
    yield ref(node), ref(v.STATED_IN), ref(scope.policy)


POSTS = Kind(
    Post,
    v.POST,
    _iri,
    (
        Simple("body", v.BODY_NAME, TEXT),
        Simple("role", v.POST_ROLE, TEXT),
        Simple("unit", v.UNIT_NAME, TEXT),
        Simple("post", v.POST_TITLE, TEXT),
        Simple("holder", v.HOLDER, INTEGER),
        Anchors(),
        RULE,
    ),
    _stated_in,
)
