"""The ontology as the pages tell it: modules with their terms, code lists with their concepts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from policygraph.documentation.statements import Node, Statements, read_statements
from policygraph.rdf import vocabulary as v
from policygraph.rdf.ontology import ontology_files

MODULES = f"{v.PG.removesuffix('#')}/"
_LABEL, _COMMENT = v.RDFS + "label", v.RDFS + "comment"
_DOMAIN = (v.RDFS + "domain", v.DOMAIN_INCLUDES)
_RANGE = (v.RDFS + "range", v.RANGE_INCLUDES)
_KINDS = ("Class", "ObjectProperty", "DatatypeProperty")


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a term relates to one of another vocabulary, and why.

    Attributes:
        relation: IRI of the relation: a subclass, a subproperty, a close match.
        target: IRI of the other term.
        reason: why it stands, in English.
    """

    relation: str
    target: str
    reason: str


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of the ontology.

    Attributes:
        iri: its IRI.
        kind: ``Class``, ``ObjectProperty`` or ``DatatypeProperty``.
        functional: it has at most one value.
        zh: label in Chinese.
        en: label in English.
        meaning_zh: what it means, in Chinese.
        meaning_en: what it means, in English.
        examples: values or things that it stands for.
        domains: IRIs of the classes that the property is said of.
        ranges: IRIs of the classes or datatypes of its values.
        lists: IRIs of the code lists that its values are from.
        alignments: how it relates to terms of other vocabularies.
        module: name of its module.
    """

    iri: str
    kind: str
    functional: bool
    zh: str
    en: str
    meaning_zh: str
    meaning_en: str
    examples: tuple[str, ...]
    domains: tuple[str, ...]
    ranges: tuple[str, ...]
    lists: tuple[str, ...]
    alignments: tuple[Alignment, ...]
    module: str

    @property
    def name(self) -> str:
        """The part of its IRI behind the namespace; also its anchor on a page."""
        return self.iri.removeprefix(v.PG)

    @property
    def is_class(self) -> bool:
        """Whether it is a class and not a property."""
        return self.kind == "Class"


@dataclass(frozen=True, slots=True)
class Module:
    """A module: its terms in the order of its file, and what it is about."""

    name: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    terms: tuple[Term, ...]

    def classes(self) -> list[Term]:
        """Give its classes."""
        return [term for term in self.terms if term.is_class]

    def properties(self) -> list[Term]:
        """Give its properties."""
        return [term for term in self.terms if not term.is_class]


@dataclass(frozen=True, slots=True)
class Concept:
    """A code that records use, with its labels and definitions."""

    iri: str
    code: str
    zh: str
    en: str
    meaning_zh: str
    meaning_en: str


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list of concepts; ``name`` is the last part of its IRI and its anchor on the page."""

    iri: str
    name: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """All of it."""

    zh: str
    en: str
    about_zh: str
    about_en: str
    version: str
    modules: tuple[Module, ...]
    lists: tuple[CodeList, ...]

    def terms(self) -> Iterator[Term]:
        """Give the terms of all modules."""
        for module in self.modules:
            yield from module.terms

    def term(self, iri: str) -> Term | None:
        """Give a term of ours by its IRI."""
        return next((term for term in self.terms() if term.iri == iri), None)

    def code_list(self, iri: str) -> CodeList:
        """Give a code list by its IRI."""
        return next(each for each in self.lists if each.iri == iri)


@cache
def read_ontology() -> Ontology:
    """Read the modules and code lists that are shipped."""
    said = read_statements(ontology_files())
    whole = ox.NamedNode(v.PG.removesuffix("#"))
    parts = [ox.NamedNode(part) for part in said.iris(whole, v.OWL + "imports")]
    modules = (_module(said, part) for part in parts if part.value.startswith(MODULES))
    lists = (_code_list(said, part) for part in parts if part.value.startswith(v.CONCEPT))
    return Ontology(
        *_texts(said, whole, _LABEL, _COMMENT),
        said.text(whole, v.OWL + "versionInfo"),
        tuple(module for module in modules if module.terms),
        tuple(lists),
    )


def _texts(said: Statements, node: Node, label: str, meaning: str) -> tuple[str, str, str, str]:
    """Give label and meaning, each in Chinese and English."""
    zh, en = (said.text(node, label, language) for language in ("zh", "en"))
    meaning_zh, meaning_en = (said.text(node, meaning, language) for language in ("zh", "en"))
    return zh, en, meaning_zh, meaning_en


def _module(said: Statements, part: ox.NamedNode) -> Module:
    nodes = said.subjects(v.RDFS + "isDefinedBy", part.value)
    terms = (_term(said, node) for node in nodes if isinstance(node, ox.NamedNode))
    name = part.value.removeprefix(MODULES)
    return Module(name, *_texts(said, part, _LABEL, _COMMENT), tuple(terms))


def _term(said: Statements, node: ox.NamedNode) -> Term:
    types = {one.removeprefix(v.OWL) for one in said.iris(node, v.TYPE)}
    (module,) = said.iris(node, v.RDFS + "isDefinedBy")
    return Term(
        node.value,
        next(kind for kind in _KINDS if kind in types),
        "FunctionalProperty" in types,
        *_texts(said, node, _LABEL, _COMMENT),
        said.literals(node, v.SKOS + "example"),
        tuple(one for predicate in _DOMAIN for one in said.iris(node, predicate)),
        tuple(one for predicate in _RANGE for one in said.iris(node, predicate)),
        said.iris(node, v.RDFS + "seeAlso"),
        tuple(_alignments(said, node)),
        module.removeprefix(MODULES),
    )


def _alignments(said: Statements, node: ox.NamedNode) -> Iterator[Alignment]:
    """Read the reasons off the axioms (OWL 2 mapping to RDF, section 2.2)."""
    for axiom in said.subjects(v.OWL + "annotatedSource", node.value):
        (relation,) = said.iris(axiom, v.OWL + "annotatedProperty")
        (target,) = said.iris(axiom, v.OWL + "annotatedTarget")
        yield Alignment(relation, target, said.text(axiom, _COMMENT))


def _code_list(said: Statements, part: ox.NamedNode) -> CodeList:
    nodes = said.subjects(v.SKOS + "inScheme", part.value)
    concepts = (_concept(said, node) for node in nodes if isinstance(node, ox.NamedNode))
    name = part.value.removeprefix(v.CONCEPT)
    return CodeList(part.value, name, *_texts(said, part, _LABEL, _COMMENT), tuple(concepts))


def _concept(said: Statements, node: ox.NamedNode) -> Concept:
    texts = _texts(said, node, v.PREF_LABEL, v.SKOS + "definition")
    return Concept(node.value, said.text(node, v.SKOS + "notation"), *texts)
