"""Citations -> triples: clause to document, article, paragraph, item (JOLux Citation).

The document behind a title stands in ``links``.
"""

from collections.abc import Iterator

from policygraph.model.facts import Citation, Relation
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.fields import RULE, Anchors, ClauseOf, Simple, as_written
from policygraph.rdf.forms import INTEGER, STRING, TEXT, coded
from policygraph.rdf.kind import Kind
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple, integer
from policygraph.rdf.terms import iri as ref


def _iri(row: Citation, scope: Scope) -> str:
    cited = row.number or row.title or ""
    return iri.citation(scope.clause(row.clause), cited, row.article, row.paragraph, row.item)


CITATIONS = Kind(
    Citation,
    v.CITATION,
    _iri,
    (
        ClauseOf(),
        Simple("title", v.CITED_TITLE, TEXT),
        Simple("number", v.CITED_NUMBER, STRING),
        Simple("article", v.ARTICLE_NUMBER, INTEGER),
        Simple("paragraph", v.PARAGRAPH_NUMBER, INTEGER),
        Simple("item", v.ITEM_NUMBER, INTEGER),
        Simple("relation", v.RELATION, coded("relation", Relation)),
        as_written(),
        Anchors(),
        RULE,
    ),
)


def unit_numbers(row: Citation, node: str) -> Iterator[Triple]:
    """Say which article, paragraph and item the unit is that a citation points at."""
    numbers = (
        (v.ARTICLE_NUMBER, row.article),
        (v.PARAGRAPH_NUMBER, row.paragraph),
        (v.ITEM_NUMBER, row.item),
    )
    for predicate, number in numbers:
        if number is not None:
            yield node, ref(predicate), integer(number)
