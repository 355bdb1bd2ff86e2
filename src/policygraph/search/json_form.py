"""What was found -> JSON data for programs."""

from collections.abc import Iterable

from policygraph.rdf import iri
from policygraph.search.excerpt import Piece
from policygraph.search.run import Hit, Result


def result_as_json(result: Result) -> dict[str, object]:
    """Give a page of hits, how many there are in all, and what each value of a filter leaves."""
    return {
        "total": result.total,
        "documents": result.in_documents,
        "searched": {"documents": result.documents, "withoutText": result.without_text},
        "hits": [hit_as_json(hit) for hit in result.hits],
        "kinds": dict(result.kinds),
        "places": dict(result.places),
        "years": dict(result.years),
    }


def hit_as_json(hit: Hit) -> dict[str, object]:
    """Give a hit; ``marks`` are where the words stand in ``excerpt``."""
    document = hit.document
    return {
        "document": {
            "iri": document.iri,
            "title": document.title,
            "number": document.number or None,
            "date": document.issued or None,
            "kind": document.kind or None,
            "place": document.place or None,
            "draft": document.draft,
        },
        "clause": iri.clause(document.iri, hit.path) if hit.path is not None else None,
        "path": hit.path,
        "above": list(hit.trail),
        "heading": _text(hit.heading) or None,
        "excerpt": _text(hit.excerpt) or None,
        "marks": _marks(hit.excerpt),
        "names": _text(hit.names) or None,
        "source": document.source,
        "start": hit.span.start if hit.span else None,
        "end": hit.span.end if hit.span else None,
        "line": hit.line,
    }


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _marks(pieces: Iterable[Piece]) -> list[list[int]]:
    marks, at = [], 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.is_found:
            marks.append([at, end])
        at = end
    return marks
