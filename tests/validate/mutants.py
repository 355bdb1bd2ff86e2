"""Mutants: copies of the nodes of a valid graph, each with one fault.

A shape looks at what one node says, so all faulty copies can stand in one graph and be checked
at one go; a finding names the copy that it is about.
"""

from collections.abc import Iterator
from typing import NamedTuple

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD

from policygraph.rdf import vocabulary as v

NOWHERE = rdflib.URIRef("https://example.org/nowhere")
LATE = {XSD.date: "9999-12-31", XSD.duration: "P999Y"}
Triples = list[tuple[rdflib.URIRef, rdflib.term.Node]]


class Mutant(NamedTuple):
    """A class of nodes, the property that is faulty, and the fault."""

    of: str
    path: str
    fault: str


def short(iri: object) -> str:
    """Write an IRI with its prefix."""
    for prefix, namespace in v.PREFIXES.items():
        if str(iri).startswith(namespace):
            return str(iri).replace(namespace, f"{prefix}:")
    return str(iri)


def mutants(graph: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[tuple[Mutant, Triples]]:
    """Give each mutant with all that its node says."""
    for kind, nodes in sorted(_of_kind(graph).items()):
        fullest = max(nodes, key=lambda node: (_properties(graph, node), node))
        yield Mutant(short(kind), "", "blank"), list(graph.predicate_objects(fullest))
        if any(
            (shape, SH.pattern, None) in shapes for shape in shapes.subjects(SH.targetClass, kind)
        ):
            yield Mutant(short(kind), "", "renamed"), list(graph.predicate_objects(fullest))
        for path, node in sorted(_with_each_property(graph, nodes).items()):
            said = list(graph.predicate_objects(node))
            others = [(p, o) for p, o in said if p != path]
            values = sorted(o for p, o in said if p == path)
            yield Mutant(short(kind), short(path), "drop"), others
            again = _another(values, path, node, graph)
            yield Mutant(short(kind), short(path), "double"), [*said, (path, again)]
            for fault, value in _faulty(values[0]):
                yield Mutant(short(kind), short(path), fault), [*others, (path, value)]
        said = list(graph.predicate_objects(fullest))
        for paths in _alternatives(shapes):
            if {p for p, _ in said} & set(paths):
                rest = [(p, o) for p, o in said if p not in paths]
                yield Mutant(short(kind), "|".join(map(short, paths)), "drop all"), rest
        for path in _forbidden(shapes, kind):
            yield Mutant(short(kind), short(path), "stray"), [*said, (path, NOWHERE)]


def _of_kind(graph: rdflib.Graph) -> dict[rdflib.URIRef, list[rdflib.URIRef]]:
    """Give the nodes of each class."""
    found: dict[rdflib.URIRef, list[rdflib.URIRef]] = {}
    for node, kind in sorted(graph.subject_objects(RDF.type)):
        if kind != rdflib.URIRef(v.CHANGE_EVENT):
            found.setdefault(kind, []).append(node)
    return found


def _with_each_property(
    graph: rdflib.Graph, nodes: list[rdflib.URIRef]
) -> dict[rdflib.URIRef, rdflib.URIRef]:
    """Give for each property that nodes have the one that says the most beside it."""
    found: dict[rdflib.URIRef, rdflib.URIRef] = {}
    for node in sorted(nodes, key=lambda node: (_properties(graph, node), node)):
        found.update(dict.fromkeys(set(graph.predicates(node)) - {RDF.type}, node))
    return found


def _properties(graph: rdflib.Graph, node: rdflib.URIRef) -> int:
    return len(set(graph.predicates(node)))


def _another(
    values: list[rdflib.term.Node], path: rdflib.URIRef, node: rdflib.URIRef, graph: rdflib.Graph
) -> rdflib.term.Node:
    """Give one more value that is right by itself, if there is one in the graph."""
    if isinstance(values[0], rdflib.URIRef):
        kinds = set(graph.objects(values[0], RDF.type))
        found = sorted(set(graph.objects(None, path)) - set(values))
        same = sorted(s for kind in kinds for s in graph.subjects(RDF.type, kind))
        fitting = [o for o in found if set(graph.objects(o, RDF.type)) == kinds]
        return next((o for o in [*fitting, *same, *found] if o not in (*values, node)), NOWHERE)
    value = values[0]
    assert isinstance(value, rdflib.Literal)
    text = {XSD.date: "2024-03-09", XSD.duration: "P5M", XSD.boolean: "true"}.get(
        value.datatype, f"{value}1"
    )
    if text == str(value):
        text = "false"
    return rdflib.Literal(text, lang=value.language, datatype=value.datatype)


def _faulty(value: rdflib.term.Node) -> Iterator[tuple[str, rdflib.term.Node]]:
    if isinstance(value, rdflib.URIRef):
        yield "retype", rdflib.Literal(str(value))
        yield "mis-point", NOWHERE
        return
    assert isinstance(value, rdflib.Literal)
    if value.language:
        yield "retype", rdflib.Literal(str(value))
        yield "foreign", rdflib.Literal(str(value), lang="en")
        yield "empty", rdflib.Literal("", lang="zh")
        yield "long", rdflib.Literal("夜" * 500, lang="zh")
        yield "broken", rdflib.Literal(" 夜\n", lang="zh")
    elif value.datatype is None:
        yield "retype", rdflib.Literal(str(value), lang="zh")
        yield "empty", rdflib.Literal("")
        yield "broken", rdflib.Literal("no such thing ")
    else:
        yield "retype", rdflib.Literal(str(value))
        yield "broken", rdflib.Literal("-7x", datatype=value.datatype, normalize=False)
        yield "negative", rdflib.Literal("-7", datatype=value.datatype, normalize=False)
        late = LATE.get(value.datatype, "999999")
        yield "late", rdflib.Literal(late, datatype=value.datatype, normalize=False)


def _alternatives(shapes: rdflib.Graph) -> list[tuple[rdflib.URIRef, ...]]:
    """Give the paths that a shape takes together."""
    lists = shapes.objects(None, SH.alternativePath)
    return sorted({tuple(Collection(shapes, each)) for each in lists})


def _forbidden(shapes: rdflib.Graph, kind: rdflib.URIRef) -> list[rdflib.URIRef]:
    """Give the properties that the shapes of a class forbid."""
    found = []
    for shape in shapes.subjects(SH.targetClass, kind):
        for part in shapes.objects(shape, SH.property):
            if shapes.value(part, SH.maxCount) == rdflib.Literal(0):
                found.append(shapes.value(part, SH.path))
    return sorted(found)


def name_of(number: int, mutant: Mutant) -> rdflib.term.Node:
    """Give the copy a name that its class takes, unless the name itself is the fault."""
    if mutant.fault == "blank":
        return rdflib.BNode(f"m{number}")
    if mutant.fault == "renamed":
        return rdflib.URIRef(f"https://example.org/mutant/{number}")
    if mutant.of == "pg:Source":
        return rdflib.URIRef(f"https://example.org/source/{number:064x}")
    return rdflib.URIRef(f"https://example.org/mutant/{number}#char={number},{number}")
