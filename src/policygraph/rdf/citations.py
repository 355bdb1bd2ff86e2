"""Citations -> triples: clause to document, article, paragraph, item (JOLux Citation)."""

from collections.abc import Iterable, Iterator

from policygraph.model.facts import Citation, Digest
from policygraph.model.record import RUNNING_TEXT, digest
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.document import concept
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import Triple, integer, natural, string, text
from policygraph.rdf.terms import iri as ref


def citation_iris(rows: Iterable[Citation], scope: Scope) -> Iterator[tuple[str, Citation]]:
    """Pair each row with its IRI."""
    seen: dict[str, int] = {}
    for row in rows:
        cited = row.number or row.title or ""
        node = iri.citation(scope.clause(row.clause), cited, row.article, row.paragraph, row.item)
        seen[node] = seen.get(node, 0) + 1
        yield iri.repeated(node, seen[node]), row


def citation_triples(rows: Iterable[Citation], scope: Scope) -> Iterator[Triple]:
    """Say what is cited, as printed; the document behind the title stands in ``links``."""
    for subject, row in citation_iris(rows, scope):
        node = ref(subject)
        yield node, ref(v.TYPE), ref(v.CITATION)
        yield node, ref(v.OF_CLAUSE), ref(scope.clause(row.clause))
        yield node, ref(v.RELATION), ref(concept("relation", row.relation))
        yield node, ref(v.RULE), string(row.rule)
        if row.title:
            yield node, ref(v.CITED_TITLE), text(row.title)
        if row.number:
            yield node, ref(v.CITED_NUMBER), string(row.number)
        yield from unit_numbers(row, node)
        yield from _as_written(row, node)
        yield from scope.anchor(subject, row.spans)


def unit_numbers(row: Citation, node: str) -> Iterator[Triple]:
    """Say which article, paragraph and item: of the citation, or of the unit it points at."""
    numbers = (
        (v.ARTICLE_NUMBER, row.article),
        (v.PARAGRAPH_NUMBER, row.paragraph),
        (v.ITEM_NUMBER, row.item),
    )
    for predicate, number in numbers:
        if number is not None:
            yield node, ref(predicate), integer(number)


def _as_written(row: Citation, node: str) -> Iterator[Triple]:
    """Running text is a digest in both forms; the full form has the text beside it."""
    written = row.as_written
    if isinstance(written, str):
        yield node, ref(v.AS_WRITTEN), text(written)
        if len(written) <= RUNNING_TEXT:
            return
        written = digest(written)
    yield from _digest(written, node)


def _digest(written: Digest, node: str) -> Iterator[Triple]:
    yield node, ref(v.AS_WRITTEN_DIGEST), string(written.sha256)
    yield node, ref(v.AS_WRITTEN_LENGTH), natural(written.length)
