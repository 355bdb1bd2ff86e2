"""Where in a source a node was read: from the anchors that lie beside it in the graph."""

from collections.abc import Callable, Iterable

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.validate.finding import Place

# Gives the objects of a subject and a predicate: IRIs, or lexical forms of literals.
Objects = Callable[[str, str], Iterable[str]]

_OFFSET = expression("[0-9]{1,15}")
# The field of a document (record format) that a property of a policy was read from.
_FIELDS = {
    v.TITLE: "title",
    v.ID_LOCAL: "number",
    v.ISSUER_AS_WRITTEN: "issuers",
    v.TYPE_DOCUMENT: "kind",
    v.WORK_TYPE: "kind",
    v.JURISDICTION: "jurisdiction",
    v.DATE_DOCUMENT: "issued",
    v.DATE_PUBLICATION: "published",
    v.DATE_IN_FORCE: "effective",
    v.DATE_NO_LONGER: "expires",
    v.STATUS: "status",
    v.DISCLOSURE: "disclosure",
    v.ADDRESSED_TO: "addressed_to",
    v.COPIED_TO: "copied_to",
}


def place_of(focus: str, path: str, objects: Objects) -> Place:
    """Say where a node, or one property of it, was read: the first of its places."""
    return next(iter(places_of(focus, path, objects)), Place())


def places_of(focus: str, path: str, objects: Objects) -> list[Place]:
    """Say where a node, or one property of it, was read, in the order of the sources' IRIs.

    Args:
        focus: IRI of the node.
        path: IRI of the property; empty where the node as a whole is meant.
        objects: looks into the graph.
    """
    found = [(source, span) for node in _anchors(focus, path, objects) for source, span in node]
    sources = {source for source, _ in found} or {*objects(focus, v.PRINTED_IN)}
    if not sources and any(True for _ in objects(focus, v.SHA256)):
        sources = {focus}
    return [
        Place(
            sha256=min(objects(each, v.SHA256), default=""),
            file=min(objects(each, v.FILE_NAME), default=""),
            spans=tuple(sorted({span for source, span in found if source == each})),
        )
        for each in sorted(sources)
    ]


def _anchors(focus: str, path: str, objects: Objects) -> Iterable[list[tuple[str, Span]]]:
    nodes = set(objects(focus, v.ANCHOR))
    field = _FIELDS.get(path.partition("|")[0])  # the kind of a document has two properties
    if not nodes and field is not None:
        nodes = set(objects(iri.field_reading(focus, field), v.ANCHOR))
    yield from (_runs(node, objects) for node in nodes or {focus})


def _runs(node: str, objects: Objects) -> list[tuple[str, Span]]:
    """Give source and span of an anchor; nothing where it is broken."""
    starts, ends = ({*objects(node, p)} for p in (v.START, v.END))
    numbers = [*starts, *ends]
    if len(starts) != 1 or len(ends) != 1 or not all(_OFFSET.fullmatch(n) for n in numbers):
        return []
    span = Span(int(numbers[0]), int(numbers[1]))
    return [(source, span) for source in objects(node, v.IN_SOURCE)]
