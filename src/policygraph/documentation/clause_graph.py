"""One clause of a sample document with the facts that were read from it, as its graph has them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from policygraph.assets import asset_dir
from policygraph.documentation.ontology import read_ontology
from policygraph.documentation.statements import Statements
from policygraph.rdf import vocabulary as v
from policygraph.rdf.links.record import link_triples
from policygraph.rdf.quads import record_triples
from policygraph.rdf.scope import Scope
from policygraph.read import read_file
from policygraph.registry.registry import load_registry
from policygraph.resolve.corpus import index_corpus

_FILE, _PATH = "chenghu-ruogan-cuoshi.txt", "2/6"
_SHOWN = {
    v.CITATION: (v.ANCHOR, v.RELATION, v.ARTICLE_NUMBER, v.PARAGRAPH_NUMBER, v.CITED),
    v.QUANTITY: (v.ANCHOR, v.SUBJECT, v.VALUE, v.UNIT, v.KIND),
    v.RESPONSIBILITY: (v.ANCHOR, v.ROLE, v.INHERITED, v.AGENT),
}
_LINKS = (v.CITED, v.KIND, v.AGENT)  # drawn as a line to what they point at
_UNITS = ((v.ARTICLE_NUMBER, "条"), (v.PARAGRAPH_NUMBER, "款"))


@dataclass(frozen=True, slots=True)
class Target:
    """What a fact points at: an agency, an article, a concept."""

    iri: str
    type: str
    name: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the clause.

    Attributes:
        iri: its IRI.
        type: IRI of its class.
        start: first character that it was read from.
        end: the character behind the last one.
        rows: what is shown of it: pairs of property and value; empty where a line tells it.
        link: the property that points at ``target``.
        target: what it stands for.
    """

    iri: str
    type: str
    start: int
    end: int
    rows: tuple[tuple[str, str], ...]
    link: str
    target: Target


@dataclass(frozen=True, slots=True)
class ClauseGraph:
    """The clause, its facts in the order of the graph, and where it stands.

    Attributes:
        text: the text of the whole source.
        start: where the clause begins in it.
        end: where it ends.
        iri: IRI of the clause.
        path: its path.
        policy: number and title of its document.
        file: name of the source.
        facts: what was read from it.
    """

    text: str
    start: int
    end: int
    iri: str
    path: str
    policy: tuple[str, str]
    file: str
    facts: tuple[Fact, ...]


@cache
def clause_graph() -> ClauseGraph:
    """Read the clause of the sample."""
    folder = asset_dir("data/samples")
    registry_folders = (folder / "registry",)
    found = read_file(folder / _FILE, registry_folders)
    record = found.record
    if record is None or found.text is None:
        raise FileNotFoundError(f"{_FILE}: the sample cannot be read; install the program again")
    registry = load_registry(registry_folders)
    triples = (*record_triples(record), *link_triples(record, index_corpus([record]), registry))
    lines = "\n".join(f"{s} {p} {o} ." for s, p, o in triples)
    said = Statements(ox.parse(input=lines, format=ox.RdfFormat.N_TRIPLES))
    iri = Scope.of(record).clause(_PATH)
    clause = next(one for one in record.clauses if one.path == _PATH)
    facts = said.subjects(v.OF_CLAUSE, iri)
    return ClauseGraph(
        found.text,
        clause.start,
        clause.own_end,
        iri,
        _PATH,
        (record.document.number or "", record.document.title or ""),
        record.source,
        tuple(_fact(said, node) for node in facts if isinstance(node, ox.NamedNode)),
    )


def _fact(said: Statements, node: ox.NamedNode) -> Fact:
    (of,) = said.iris(node, v.TYPE)
    (place,) = said.iris(node, v.ANCHOR)
    link = next(by for by in _LINKS if by in _SHOWN[of])
    (target,) = said.iris(node, link)
    run = ox.NamedNode(place)
    start, end = said.number(run, v.START) or 0, said.number(run, v.END) or 0
    return Fact(
        node.value, of, start, end, tuple(_rows(said, node, of, link)), link, _target(said, target)
    )


def _rows(said: Statements, node: ox.NamedNode, of: str, link: str) -> Iterator[tuple[str, str]]:
    for by in _SHOWN[of]:
        if by in (v.ANCHOR, link):
            yield by, ""
            continue
        concepts = (_concept_name(iri) for iri in said.iris(node, by))
        value = next(concepts, "") or said.text(node, by)
        if value not in ("", "false"):
            yield by, value


def _target(said: Statements, iri: str) -> Target:
    if iri.startswith(v.CONCEPT):
        return Target(iri, v.SKOS + "Concept", _concept_name(iri))
    node = ox.NamedNode(iri)
    types = said.iris(node, v.TYPE)
    name = said.text(node, v.PREF_LABEL) or _article_name(said, node)
    return Target(iri, next(one for one in types if one.startswith(v.PG)), name)


def _article_name(said: Statements, node: ox.NamedNode) -> str:
    """Name an article by its law and its numbers."""
    (law,) = said.iris(node, v.IS_PART_OF)
    numbers = ((said.number(node, by), unit) for by, unit in _UNITS)
    units = "".join(f"第{number}{unit}" for number, unit in numbers if number is not None)
    return f"{said.text(ox.NamedNode(law), v.TITLE)} {units}"


def _concept_name(iri: str) -> str:
    concepts = (concept for codes in read_ontology().lists for concept in codes.concepts)
    return next(concept.zh for concept in concepts if concept.iri == iri)
