"""Registry -> triples: how many articles the laws have that documents cite.

A number of an article beyond that is a slip of the text or of the reading; a verify query tells it.
"""

from collections.abc import Iterable, Iterator, Sequence

from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.terms import Triple, integer, text
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import Registry


def law_triples(
    records: Sequence[Record], registry: Registry, base: str = iri.DEFAULT_BASE
) -> Iterator[Triple]:
    """Give what the registry knows of the laws that occur in documents."""
    return article_counts(cited_laws(records, registry), registry, base)


def article_counts(
    titles: Iterable[str], registry: Registry, base: str = iri.DEFAULT_BASE
) -> Iterator[Triple]:
    """Give how many articles laws have, where the registry counts them."""
    for title in sorted(titles):
        count = registry.laws.articles.get(title)
        if count is not None:
            node = ref(iri.legislation(title, base=base))
            yield node, ref(v.TYPE), ref(v.LEGISLATION)
            yield node, ref(v.TITLE), text(title)
            yield node, ref(v.ARTICLE_COUNT), integer(count)


def cited_laws(records: Iterable[Record], registry: Registry) -> set[str]:
    """Give the titles of the laws that documents cite, as the registry has them."""
    printed: set[str] = set()
    for record in records:
        printed.update(row.title for row in record.citations if row.title)
        bases = (basis for row in record.amendments for basis in row.based_on)
        printed.update(basis.title for basis in bases)
    known = (registry.laws.title_of(title) for title in printed)
    return {title for title in known if title is not None}
