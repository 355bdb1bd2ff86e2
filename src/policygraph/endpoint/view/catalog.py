"""The list of policies of a dataset: read once, then searched and cut into pages."""

import unicodedata
from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.links import page_of
from policygraph.endpoint.view.reader import Node, Reader
from policygraph.rdf import vocabulary as v


@dataclass(frozen=True, slots=True)
class Entry:
    """One policy.

    Attributes:
        iri: its IRI.
        href: path of its page.
        title: as printed; the name of its file where no title was read.
        number: 文号.
        issuers: who issued it, as written and in that order.
        date: date of the document, ``YYYY-MM-DD``.
        draft: it is a draft for comment (征求意见稿).
    """

    iri: str
    href: str | None
    title: str
    number: str
    issuers: tuple[str, ...]
    date: str
    draft: bool


class Catalog:
    """The policies of a dataset, the latest first."""

    def __init__(self, reader: Reader) -> None:
        entries = [
            _entry(reader, quad.subject, kind == v.DRAFT_POLICY)
            for kind in (v.POLICY, v.DRAFT_POLICY)
            for quad in reader.dataset.store.quads_for_pattern(
                None, ox.NamedNode(v.TYPE), ox.NamedNode(kind)
            )
            if isinstance(quad.subject, ox.NamedNode)
        ]
        once = {entry.iri: entry for entry in entries}.values()
        by_name = sorted(once, key=lambda entry: (entry.number, entry.title, entry.iri))
        self.entries = tuple(sorted(by_name, key=lambda entry: entry.date, reverse=True))
        self._folded = tuple(
            _fold(f"{entry.title} {entry.number} {' '.join(entry.issuers)}")
            for entry in self.entries
        )

    def search(self, words: str) -> tuple[Entry, ...]:
        """Give the policies whose title, number or issuer has all of the words.

        Full and half width, kinds of brackets and upper and lower case are the same.
        """
        wanted = _fold(words).split()
        return tuple(
            entry
            for entry, text in zip(self.entries, self._folded, strict=True)
            if all(word in text for word in wanted)
        )


_BRACKETS = str.maketrans("〔〕[]【】", "()()()")


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_BRACKETS).casefold()


def _entry(reader: Reader, node: Node, draft: bool) -> Entry:
    return Entry(
        iri=node.value,
        href=page_of(node.value, reader.base),
        title=reader.text(node, v.TITLE) or _file(reader, node) or node.value,
        number=reader.text(node, v.ID_LOCAL) or "",
        issuers=tuple(reader.listed(node, "issuers", v.ISSUER_AS_WRITTEN)),
        date=reader.text(node, v.DATE_DOCUMENT) or "",
        draft=draft,
    )


def _file(reader: Reader, node: Node) -> str | None:
    source = reader.node(node, v.PRINTED_IN)
    return reader.text(source, v.FILE_NAME) if source else None
