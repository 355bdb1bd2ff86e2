"""A web page as rows: every element and text in document order, with what lies in it.

Lexbor builds the tree as browsers do (WHATWG HTML); here it becomes plain lists, because the
steps that follow look at every node several times.
"""

import re
from dataclasses import dataclass
from itertools import accumulate

from selectolax.lexbor import LexborHTMLParser, LexborNode

from policygraph.errors import SourceError
from policygraph.expression import expression

TEXT = "-text"
MAX_DEPTH = 512  # as in browsers; pages of content systems have some 30
# The parser takes time with the square of the depth, so what is far too deep does not come to it.
# Tags that need no end tag, or have none, say nothing of the depth (HTML, 13.1.2.4).
_MAX_UNCLOSED = 8 * MAX_DEPTH
_TAG = expression(
    "<(/?)(?!/?(?:p|li|d[dt]|t[rdh]|tbody|thead|tfoot|col|colgroup|option|optgroup|rt|rp|br|hr|img"
    "|input|meta|link|area|base|embed|source|track|wbr|param|path|rect|use|line|circle)\\b)[a-z]",
    re.I,
)
Attributes = dict[str, str | None]
_NONE: Attributes = {}
# What these hold is never printed as a part of the page.
_UNPRINTED = frozenset((
    "head", "script", "style", "noscript", "template", "iframe", "object", "embed", "svg",
    "canvas", "audio", "video", "map", "button", "select", "textarea", "datalist", "dialog",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tree:
    """A page, one row for each node, in document order.

    Attributes:
        tags: name of the element; ``TEXT`` for text.
        texts: the text; empty for elements.
        attributes: of the element.
        parents: row of the parent; -1 at the top.
        ends: the row behind the last one inside.
    """

    tags: list[str]
    texts: list[str]
    attributes: list[Attributes]
    parents: list[int]
    ends: list[int]

    def attribute(self, row: int, name: str) -> str:
        """Give an attribute; empty where it has no value or is not there."""
        return self.attributes[row].get(name) or ""


def parse_page(markup: str, name: str) -> Tree:
    """Parse a page.

    Raises:
        SourceError: its elements are nested too deeply.
    """
    if _unclosed(markup) > _MAX_UNCLOSED:
        raise _too_deep(name)
    root = LexborHTMLParser(markup).root
    tree = Tree([], [], [], [], [])
    if root is not None:
        _copy(root, tree, name)
    return tree


def _too_deep(name: str) -> SourceError:
    return SourceError(
        zh=f"网页文件 {name} 的元素嵌套超过 {MAX_DEPTH} 层；请只保存其中的文字",
        en=f"{name}: its elements are nested more than {MAX_DEPTH} deep; save its text alone",
        code="source.too-deep",
    )


def _unclosed(markup: str) -> int:
    """Give how many elements are open at once, at most, going by the tags alone."""
    steps = (-1 if slash else 1 for slash in _TAG.findall(markup))
    return max(accumulate(steps), default=0)


def _copy(root: LexborNode, tree: Tree, name: str) -> None:
    opened: list[int] = []
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        if tag == TEXT:
            _append(tree, tag, node.text_content or "", _NONE, opened)
        elif tag not in _UNPRINTED and tag[:1] not in "!-":
            row = _append(tree, tag, "", node.attributes, opened)
            below = node.first_child
            if below is not None:
                opened.append(row)
                if len(opened) > MAX_DEPTH:
                    raise _too_deep(name)
                node = below
                continue
        node = _following(node, tree, opened)


def _following(node: LexborNode, tree: Tree, opened: list[int]) -> LexborNode | None:
    """Give the node behind this one and all in it, closing the elements that end before it."""
    here: LexborNode | None = node
    while here is not None and opened:
        if here.next is not None:
            return here.next
        tree.ends[opened.pop()] = len(tree.tags)
        here = here.parent
    return None


def _append(tree: Tree, tag: str, text: str, attributes: Attributes, opened: list[int]) -> int:
    row = len(tree.tags)
    tree.tags.append(tag)
    tree.texts.append(text)
    tree.attributes.append(attributes)
    tree.parents.append(opened[-1] if opened else -1)
    tree.ends.append(row + 1)
    return row
