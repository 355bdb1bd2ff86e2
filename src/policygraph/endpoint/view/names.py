"""IRI -> what a person calls the thing."""

from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from policygraph.endpoint.view.fact_names import fact_name
from policygraph.endpoint.view.links import compact
from policygraph.endpoint.view.reader import Node, Reader
from policygraph.endpoint.view.terms import REUSED
from policygraph.model.facts import PREAMBLE
from policygraph.rdf import vocabulary as v

_CACHED = 20_000  # a page repeats few predicates and agencies many times
_NAMING = (
    v.TITLE,
    v.PREF_LABEL,
    v.RDFS + "label",
    v.CITED_TITLE,
    v.AS_WRITTEN,
    v.CITED_NUMBER,
    v.FILE_NAME,
)
_WIDE = ("、", "）", "．")  # a label that ends so needs no blank after it
_UNITS = ((v.ARTICLE_NUMBER, "条"), (v.PARAGRAPH_NUMBER, "款"), (v.ITEM_NUMBER, "项"))


@dataclass(frozen=True, slots=True)
class Name:
    """What a thing is called, and the language of that (empty: not said)."""

    text: str
    lang: str = ""


class Names:
    """Names things of one dataset; remembers what it looked up."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.of = lru_cache(_CACHED)(self._of)

    def _of(self, node: ox.NamedNode, language: str) -> Name:
        """Name a thing in ``language`` if it has such a name, else as the data has it."""
        label = self._reader.text(node, v.LABEL)
        name = self._with_unit(node, self._printed(node, language))
        if label is not None:  # a numbered unit: 3. 支持首创产品推广
            blank = "" if label.endswith(_WIDE) else " "
            return Name(f"{label}{blank}{name.text}" if name else label, "zh")
        if name is None and self._reader.text(node, v.PATH) == PREAMBLE:
            return Name("前言", "zh") if language == "zh" else Name("Preamble", "en")
        return (
            name
            or self._unit(node, language)
            or self._place_in_text(node, language)
            or _reused(node, language)
            or self._fact(node, language)
            or self._untitled(node)
            or Name(self._compact(node.value))
        )

    def _printed(self, node: ox.NamedNode, language: str) -> Name | None:
        for predicate in _NAMING:
            found = self._reader.literals(node, predicate)
            if found:
                best = min(found, key=lambda o: (_rank(o.language, language), o.value))
                return Name(best.value, best.language or "")
        return None

    def _with_unit(self, node: ox.NamedNode, name: Name | None) -> Name | None:
        """Tell duties in running text apart: the units of one sentence have its words in common."""
        unit = self._reader.text(node, v.UNIT_NAME)
        if unit is None or v.BODY_DUTY not in self._reader.types(node):
            return name
        if name is None or name.text.startswith(unit):
            return name or Name(unit, "zh")
        return Name(f"{unit}：{name.text}", "zh")

    def _unit(self, node: ox.NamedNode, language: str) -> Name | None:
        """Name an article, paragraph or item of a law."""
        whole = self._reader.node(node, v.IS_PART_OF)
        unit = in_digits(self._reader, node)
        if whole is None or whole == node or not unit:
            return None
        return Name(f"{self.of(whole, language).text} {unit}", "zh")

    def _fact(self, node: ox.NamedNode, language: str) -> Name | None:
        colon = "：" if language == "zh" else ": "
        text = fact_name(self._reader, node, lambda one: self.of(one, language).text, colon)
        return Name(text, "zh") if text else None

    def _place_in_text(self, node: ox.NamedNode, language: str) -> Name | None:
        """Name a run of characters by its file and offsets."""
        source = self._reader.node(node, v.IN_SOURCE)
        start, end = self._reader.number(node, v.START), self._reader.number(node, v.END)
        if source is None or start is None or end is None:
            return None
        return Name(f"{self.of(source, language).text} [{start}, {end})")

    def _untitled(self, node: ox.NamedNode) -> Name | None:
        """Name a document in which no title was read by its file."""
        source = self._reader.node(node, v.PRINTED_IN)
        file = self._reader.text(source, v.FILE_NAME) if source else None
        return Name(file) if file else None

    def _compact(self, iri: str) -> str:
        return compact(iri.removeprefix(self._reader.base))


def document_of(reader: Reader, node: Node) -> Node | None:
    """Give the document that a thing belongs to, by its clause or as it is; None where none."""
    clause = reader.node(node, v.OF_CLAUSE) or node
    if reader.node(clause, v.PRINTED_IN) is not None:
        return clause
    return reader.node(clause, v.OF_POLICY)


def in_digits(reader: Reader, node: Node) -> str:
    """Write the article, paragraph and item of a thing: 第10条第2款; empty where it has none."""
    numbers = ((reader.number(node, predicate), unit) for predicate, unit in _UNITS)
    return "".join(f"第{number}{unit}" for number, unit in numbers if number is not None)


def _reused(node: ox.NamedNode, language: str) -> Name | None:
    if node.value not in REUSED:
        return None
    zh, en = REUSED[node.value]
    return Name(zh, "zh") if language == "zh" else Name(en, "en")


def _rank(tag: str | None, language: str) -> int:
    order = (language, "zh", "")
    code = (tag or "").partition("-")[0]
    return order.index(code) if code in order else len(order)
