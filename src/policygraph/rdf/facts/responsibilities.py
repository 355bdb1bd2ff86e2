"""Responsibilities -> triples: unit x clause x segment x role (责任单位).

The agency behind a name stands in ``links``, and so does the official name.
"""

from policygraph.model.facts import Responsibility, Role
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import (
    NAME_AS_WRITTEN,
    RULE,
    SEGMENT,
    Anchors,
    ClauseOf,
    Linked,
    Simple,
)
from policygraph.rdf.forms import BOOLEAN, TEXT, coded
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope


def _iri(row: Responsibility, scope: Scope) -> str:
    part = None if row.inherited else row.segment
    return iri.responsibility(scope.clause(row.clause), part, row.as_written)


RESPONSIBILITIES = Kind(
    Responsibility,
    v.RESPONSIBILITY,
    _iri,
    (
        ClauseOf(),
        SEGMENT,
        NAME_AS_WRITTEN,
        Simple("resolved", v.RESOLVED_NAME, TEXT),
        Linked("canonical", v.CANONICAL_NAME),
        Simple("role", v.ROLE, coded("role", Role)),
        Simple("group", v.GROUP, BOOLEAN),
        Simple("inherited", v.INHERITED, BOOLEAN),
        Anchors(),
        RULE,
    ),
)
