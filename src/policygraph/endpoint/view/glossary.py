"""The ontology that a dataset holds -> chapters of terms and codes, as the page lists them."""

from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cell, Cells
from policygraph.endpoint.view.links import compact
from policygraph.endpoint.view.reader import Reader
from policygraph.rdf import vocabulary as v

_WHOLE = ox.NamedNode(v.PG.removesuffix("#"))
_IMPORTS = v.OWL + "imports"
_MAX_TERMS = 1_000  # of one chapter
_MEANINGS = (v.RDFS + "comment", v.SKOS + "definition")


@dataclass(frozen=True, slots=True)
class Entry:
    """A term or a code.

    Attributes:
        term: its name, linked to its page.
        code: its short name, or the code that records use.
        meaning: what it means.
        example: what it stands for; empty where none is told.
    """

    term: Cell
    code: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A module or a code list with what is in it; ``id`` is its anchor on the page."""

    id: str
    title: Cell
    about: str
    entries: tuple[Entry, ...]


def glossary_of(cells: Cells, language: str) -> tuple[Chapter, ...]:
    """Read the modules with their terms, then the code lists; empty where there are none."""
    reader = cells.reader
    parts = sorted(
        reader.nodes(_WHOLE, _IMPORTS),
        key=lambda part: (len(reader.nodes(part, _IMPORTS)), part.value),
    )  # first what rests on nothing else
    modules = [part for part in parts if not part.value.startswith(v.CONCEPT)]
    lists = [part for part in parts if part.value.startswith(v.CONCEPT)]
    found = [_chapter(cells, part, v.RDFS + "isDefinedBy", language) for part in modules]
    found += [_chapter(cells, part, v.SKOS + "inScheme", language) for part in lists]
    return tuple(chapter for chapter in found if chapter.entries)


def _chapter(cells: Cells, part: ox.NamedNode, belongs: str, language: str) -> Chapter:
    members = cells.reader.subjects(belongs, part, _MAX_TERMS)
    terms = sorted(
        (node for node in members if isinstance(node, ox.NamedNode)),
        key=lambda node: _order(cells.reader, node),
    )
    name = part.value.removeprefix(f"{_WHOLE.value}/").removeprefix(v.CONCEPT)
    prefix = "list-" if part.value.startswith(v.CONCEPT) else "module-"
    entries = tuple(_entry(cells, node, language) for node in terms)
    about = _meaning(cells.reader, part, language)
    return Chapter(prefix + name, cells.of(part), about, entries)


def _order(reader: Reader, node: ox.NamedNode) -> tuple[bool, str, str]:
    """Classes first, then by name whatever the case."""
    return v.OWL + "Class" not in reader.types(node), node.value.casefold(), node.value


def _entry(cells: Cells, node: ox.NamedNode, language: str) -> Entry:
    reader = cells.reader
    code = reader.text(node, v.SKOS + "notation") or compact(node.value)
    example = reader.text(node, v.SKOS + "example") or ""
    return Entry(cells.of(node), code, _meaning(reader, node, language), example)


def _meaning(reader: Reader, node: ox.NamedNode, language: str) -> str:
    said = (text for by in _MEANINGS for text in reader.literals(node, by))
    return next((text.value for text in said if text.language == language), "")
