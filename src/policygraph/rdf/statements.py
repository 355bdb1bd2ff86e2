"""What a graph states, looked up by subject: the N-Quads of one source, read."""

from collections.abc import Callable, Iterable

import pyoxigraph as ox

from policygraph.errors import DatasetError, Message
from policygraph.model.source import Span
from policygraph.rdf import vocabulary as v
from policygraph.rdf.forms import STRING, Form, Value

Beside = Callable[[str, str], Iterable[Value]]  # node, predicate -> values in the graph links


def _nothing(_node: str, _predicate: str) -> Iterable[Value]:
    return ()


class Statements:
    """The statements of one graph.

    Args:
        data: the graph as N-Quads; the names of graphs are dropped.
        beside: looks into the graph ``links``.

    Raises:
        DatasetError: it is no N-Quads.
    """

    def __init__(self, data: bytes, beside: Beside = _nothing) -> None:
        self.beside = beside
        self._objects: dict[tuple[str, str], list[Value]] = {}
        self._members: dict[str, list[str]] = {}
        self._pointing: dict[tuple[str, str], list[str]] = {}
        try:
            for quad in ox.parse(data, format=ox.RdfFormat.N_QUADS, lenient=True):
                self._keep(quad)
        except SyntaxError as error:
            raise DatasetError(
                zh=f"内容不是 N-Quads：{error}；请重新构建数据集",
                en=f"not N-Quads: {error}; build the dataset again",
            ) from error

    def _keep(self, quad: ox.Quad) -> None:
        subject, predicate, term = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(term, ox.NamedNode | ox.Literal):
            return  # we write no blank nodes
        self._objects.setdefault((subject.value, predicate), []).append(term)
        if isinstance(term, ox.Literal):
            return
        if predicate == v.TYPE:
            self._members.setdefault(term.value, []).append(subject.value)
        else:
            self._pointing.setdefault((predicate, term.value), []).append(subject.value)

    def members(self, rdf_class: str) -> list[str]:
        """Give the nodes of a class, in no certain order."""
        return self._members.get(rdf_class, [])

    def pointing(self, predicate: str, node: str) -> list[str]:
        """Give the nodes that point at ``node`` by ``predicate``."""
        return self._pointing.get((predicate, node), [])

    def objects(self, node: str, predicate: str) -> list[Value]:
        """Give the values of a property, in no certain order."""
        return self._objects.get((node, predicate), [])

    def one(self, node: str, predicate: str, form: Form) -> object:
        """Give the only value of a property; None where there is none.

        Raises:
            DatasetError: there are several values, or one that ``form`` cannot read.
        """
        found = self.objects(node, predicate)
        if not found:
            return None
        if len(found) > 1:
            what = Message(zh=f"有 {len(found)} 个值", en=f"{len(found)} values")
            raise _broken(node, predicate, what)
        try:
            return form.read(found[0])
        except (ValueError, ArithmeticError) as error:
            value = found[0].value
            what = Message(zh=f"值“{value}”无法读取", en=f"{value!r} cannot be read")
            raise _broken(node, predicate, what) from error

    def text(self, node: str, predicate: str) -> str | None:
        """Give the only value of a property as it is written; None where there is none."""
        found = self.one(node, predicate, STRING)
        return None if found is None else str(found)

    def spans(self, node: str, predicate: str = v.ANCHOR) -> tuple[Span, ...]:
        """Give the runs of characters that a node points at, in their order.

        That is the order of the text, unless ``pg:anchorOrder`` says another one.

        Raises:
            DatasetError: one of them lacks its start or its end.
        """
        order = self.text(node, v.ANCHOR_ORDER) if predicate == v.ANCHOR else None
        if order is not None:
            return tuple(Span(*map(int, each.split(","))) for each in order.split())
        return tuple(sorted(self._span(each.value) for each in self.objects(node, predicate)))

    def _span(self, anchor: str) -> Span:
        start, end = self.text(anchor, v.START), self.text(anchor, v.END)
        if start is None or end is None or not (start + end).isdigit():
            raise _broken(anchor, v.START, Message(zh="没有起止位置", en="no start and end"))
        return Span(int(start), int(end))

    def ordered(self, nodes: Iterable[str]) -> list[str]:
        """Give nodes in the order of their ``pg:position``."""
        return sorted(nodes, key=lambda node: int(self.text(node, v.POSITION) or 0))


def _broken(node: str, predicate: str, what: Message) -> DatasetError:
    return DatasetError(
        zh=f"<{node}> <{predicate}> {what.zh}，不是 policygraph 写出的图；请重新构建数据集",
        en=f"<{node}> <{predicate}>: {what.en}: no graph that policygraph wrote;"
        " build the dataset again",
    )
