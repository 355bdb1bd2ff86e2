"""What a clause says, each fact as a short text: units, citations, changes, figures, times."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.cells import Cell, Cells
from policygraph.endpoint.view.links import page_of
from policygraph.endpoint.view.names import in_digits
from policygraph.endpoint.view.reader import Node, Reader
from policygraph.rdf import vocabulary as v
from policygraph.rdf.iri import concept

_MOST = 200  # facts of one clause
_LONGEST = 40  # characters of a text that is struck or written
_PLAIN_ROLE = ox.NamedNode(concept("role", "responsible"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact of a clause.

    Attributes:
        cell: the unit as written, linked to the agency; what is cited, linked to it; a figure.
        kind: name of the kind of fact, which is its class on the page.
        note: the role, where it is a special one; the relation, the operation, the kind.
        inherited: a rule for the whole document names the unit, not the clause itself.
    """

    cell: Cell
    kind: str
    note: str = ""
    inherited: bool = False


def mentions_of(cells: Cells, clause: Node) -> tuple[Mention, ...]:
    """Give what a clause says, each fact once; kind by kind, then in the order of the text."""
    reader = cells.reader
    placed: list[tuple[int, bool, int, Mention]] = []
    for node in reader.subjects(v.OF_CLAUSE, clause, _MOST):
        types = reader.types(node)
        for rank, (kind, read) in enumerate(_READERS.items()):
            if kind in types:
                mention = read(cells, node)
                placed.append((rank, mention.inherited, start_of(reader, node), mention))
    placed.sort(key=lambda one: one[:3])
    return _once(mention for *_, mention in placed)


def start_of(reader: Reader, node: Node) -> int:
    """Give where a fact begins in its text."""
    anchors = reader.nodes(node, v.ANCHOR)
    starts = [reader.number(anchor, v.START) for anchor in anchors]
    return min((start for start in starts if start is not None), default=0)


def _once(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    first: dict[tuple[str, str, str], Mention] = {}
    for mention in mentions:
        first.setdefault((mention.kind, mention.cell.text, mention.note), mention)
    return tuple(first.values())


def _name(cells: Cells, node: Node, predicate: str) -> str:
    value = cells.reader.node(node, predicate)
    return cells.name(value) if value else ""


def _linked(cells: Cells, text: str, node: Node, target: Node | None = None) -> Cell:
    """Link a text to the page of what it means, else of the fact itself."""
    reader = cells.reader
    if isinstance(target, ox.NamedNode):
        return Cell(text, page_of(target.value, reader.base), "zh", cells.name(target))
    return Cell(text, page_of(node.value, reader.base), "zh", "")


def _duty(cells: Cells, node: Node) -> Mention:
    reader = cells.reader
    role, agent = reader.node(node, v.ROLE), reader.node(node, v.AGENT)
    cell = _linked(cells, reader.text(node, v.AS_WRITTEN) or "", node, agent)
    note = cells.name(role) if role and role != _PLAIN_ROLE else ""
    return Mention(cell, "responsibility", note, reader.text(node, v.INHERITED) == "true")


def _body_duty(cells: Cells, node: Node) -> Mention:
    reader = cells.reader
    agency = reader.node(node, v.AGENCY_OF)
    cell = _linked(cells, reader.text(node, v.UNIT_NAME) or "", node, agency)
    return Mention(cell, "body-duty", _name(cells, node, v.ROLE))


def _citation(cells: Cells, node: Node) -> Mention:
    reader = cells.reader
    title, number = reader.text(node, v.CITED_TITLE), reader.text(node, v.CITED_NUMBER)
    text = (f"《{title}》" if title else number or "") + in_digits(reader, node)
    cited = reader.node(node, v.CITED)
    cell = Cell(text, page_of((cited or node).value, reader.base), "zh", number or "")
    return Mention(cell, "citation", _name(cells, node, v.RELATION))


def _amendment(cells: Cells, node: Node) -> Mention:
    reader = cells.reader
    old, new = (_cut(reader.text(node, text)) for text in (v.OLD_TEXT, v.NEW_TEXT))
    words = " → ".join(f"“{text}”" for text in (old, new) if text)
    place = reader.text(node, v.LOCATOR_AS_WRITTEN) or reader.text(node, v.TARGET_TITLE) or ""
    text = "：".join(part for part in (_cut(place), words) if part)
    cell = _linked(cells, text, node, reader.node(node, v.TARGET_CLAUSE))
    return Mention(cell, "amendment", _name(cells, node, v.OPERATION))


def _agency_change(cells: Cells, node: Node) -> Mention:
    reader = cells.reader
    names = (reader.text(node, v.OLD_NAME), reader.text(node, v.NEW_NAME))
    cell = _linked(cells, " → ".join(name or "—" for name in names), node)
    return Mention(cell, "agency-change", _name(cells, node, v.KIND))


def _quantity(cells: Cells, node: Node) -> Mention:
    reader = cells.reader
    value, unit = reader.text(node, v.VALUE) or "", reader.text(node, v.UNIT) or ""
    return Mention(_linked(cells, value + unit, node), "quantity", _name(cells, node, v.KIND))


def _deadline(cells: Cells, node: Node) -> Mention:
    reader = cells.reader
    printed = reader.text(node, v.AS_WRITTEN) or reader.text(node, v.DATE) or ""
    return Mention(_linked(cells, _cut(printed), node), "deadline", _name(cells, node, v.KIND))


def _cut(text: str | None) -> str:
    return text if text and len(text) <= _LONGEST else f"{text[:_LONGEST]}…" if text else ""


# in the order in which a clause shows them
_READERS: dict[str, Callable[[Cells, Node], Mention]] = {
    v.RESPONSIBILITY: _duty,
    v.BODY_DUTY: _body_duty,
    v.CITATION: _citation,
    v.AMENDMENT: _amendment,
    v.AGENCY_CHANGE: _agency_change,
    v.QUANTITY: _quantity,
    v.DEADLINE: _deadline,
}
