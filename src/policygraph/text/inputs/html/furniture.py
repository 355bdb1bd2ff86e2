"""Which parts of a web page are its furniture: navigation, share bars, footers, hidden boxes.

Three things tell them. The markup says so (nav, footer, role, hidden). The page's author named
them so in a class or id, as most content systems do, in English or pinyin. Or they are little but
links and lie outside the part that holds the sentences. A part that holds much of the page's
sentences is never furniture, whatever it is called: ``id="print"`` often is the document.
"""

import re
from itertools import accumulate

from policygraph.expression import expression
from policygraph.text.inputs.html.tree import TEXT, Tree

_TAGS = frozenset(("nav", "footer", "aside", "menu", "search"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "toolbar"))
# what authors of pages call their furniture in a class or id, in English or pinyin
_NAMES = expression(
    r"(?<![a-z])(?:nav|navs|navbar|navigation|topnav|menu|submenu|crumbs?|breadcrumbs?|bread|sitepath|curpos"
    r"|weizhi|dqwz|mbx|daohang|share|sharebar|bshare|bdshare|bdsharebuttonbox|jiathis|fenxiang|social"
    r"|qrcode|ewm|erweima|print|dayin|toolbar|tools|fontsize|zihao|foot|footer|footerbox|copyright"
    r"|topbar|sidebar|related|xiangguan|xgyd|recommend|pagination|pager|comments?|searchbox|search"
    r"|popup|modal|ads?|wza|accessibility|friendlink|yqlj)(?![a-z])"
)
_CAMEL = expression(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = expression(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_SENTENCE = expression("[，。；：、]")
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
))  # fmt: skip
_BULK = 0.25  # share of a page's sentences that is no furniture
_BODY = 0.6  # share of the sentences that the part which is the document holds
_LINKED = 0.6  # share of the characters of a part that are links
_WAY = expression(r"\s*(?:您|你)?(?:现在|当前|目前|所在|的)*位置\s*(?:是|在)?\s*[：:]")
_WAY_LENGTH = 150
_CONTROL = 12  # characters on a link that runs a script: 打印本页


def is_block(tag: str) -> bool:
    """Say whether an element begins and ends a line."""
    return tag in _BLOCKS


class Weights:
    """How much text lies in each part of a page.

    Attributes:
        text: characters that are not blank, for each row and all in it.
        linked: those of them in links.
        sentences: characters of texts outside links that have the punctuation of sentences.
    """

    def __init__(self, tree: Tree) -> None:
        count = len(tree.tags)
        own = [len("".join(text.split())) for text in tree.texts]
        links = [0] * count
        for row in range(count):
            if tree.tags[row] == "a":
                links[row : tree.ends[row]] = own[row : tree.ends[row]]
        said = [
            n if n > linked and _SENTENCE.search(text) else 0
            for n, linked, text in zip(own, links, tree.texts, strict=True)
        ]
        self.text = _inside(own, tree)
        self.linked = _inside(links, tree)
        self.sentences = _inside(said, tree)


def _inside(own: list[int], tree: Tree) -> list[int]:
    sums = [0, *accumulate(own)]
    return [sums[end] - sums[row] for row, end in enumerate(tree.ends)]


def body_row(tree: Tree, weights: Weights) -> int:
    """Give the row of the innermost block that holds most sentences of the page: the document."""
    if not tree.tags:
        return 0
    row, wanted = 0, _BODY * weights.sentences[0]
    while wanted:
        heavy = (c for c in _children(tree, row) if weights.sentences[c] >= wanted)
        child = next(heavy, None)
        if child is None or not _holds_blocks(tree, child):
            break
        row = child
    return row


def _children(tree: Tree, row: int) -> list[int]:
    found: list[int] = []
    child = row + 1
    while child < tree.ends[row]:
        found.append(child)
        child = tree.ends[child]
    return found


def _holds_blocks(tree: Tree, row: int) -> bool:
    return any(is_block(tag) or tag == "br" for tag in tree.tags[row + 1 : tree.ends[row]])


def furniture(tree: Tree, weights: Weights, body: int) -> set[int]:
    """Give the rows of the parts that are left out; what lies in them is not told again."""
    found: set[int] = set()
    row = 0
    while row < len(tree.tags):
        if tree.tags[row] != TEXT and _is_left_out(tree, weights, row, body):
            found.add(row)
            row = tree.ends[row]
        else:
            row += 1
    return found


def _is_left_out(tree: Tree, weights: Weights, row: int, body: int) -> bool:
    if row <= body < tree.ends[row]:
        return False
    if tree.attributes[row] and _is_hidden(tree, row):
        return True
    if tree.tags[row] == "a":
        return _is_control(tree, row) and weights.text[row] <= _CONTROL
    if weights.sentences[row] > _BULK * weights.sentences[0]:
        return False
    if _is_named_so(tree, row) or _is_way(tree, weights, row):
        return True
    inside = body < row < tree.ends[body]
    return not inside and is_block(tree.tags[row]) and _is_links(weights, row)


def _is_hidden(tree: Tree, row: int) -> bool:
    return "hidden" in tree.attributes[row] or bool(_HIDDEN.search(tree.attribute(row, "style")))


def _is_named_so(tree: Tree, row: int) -> bool:
    """Say whether the markup, or a class or id, calls a part furniture."""
    tag = tree.tags[row]
    if tag in _TAGS or _is_banner(tree, row):
        return True
    if not tree.attributes[row]:
        return False
    if tree.attribute(row, "role").lower() in _ROLES:
        return True
    if tag == "div" and tree.attribute(row, "title") in ("header", "footer"):
        return True  # of the printed page, as LibreOffice writes them
    words = f"{tree.attribute(row, 'class')} {tree.attribute(row, 'id')}"
    return bool(_NAMES.search(_CAMEL.sub("-", words).lower()))


def _is_way(tree: Tree, weights: Weights, row: int) -> bool:
    """Say whether a block is the line that tells where on the site the page is."""
    if not weights.linked[row] or weights.text[row] > _WAY_LENGTH or not is_block(tree.tags[row]):
        return False
    return bool(_WAY.match("".join(tree.texts[row : tree.ends[row]])))


def _is_control(tree: Tree, row: int) -> bool:
    """Say whether a link runs a script and leads nowhere."""
    href = tree.attribute(row, "href").strip().lower()
    return href.startswith("javascript:") or "onclick" in tree.attributes[row]


def _is_banner(tree: Tree, row: int) -> bool:
    """A header is the page's banner unless it heads an article (HTML, section 4.3.8)."""
    if tree.tags[row] != "header":
        return False
    above = tree.parents[row]
    while above >= 0 and tree.tags[above] not in ("article", "main", "section"):
        above = tree.parents[above]
    return above < 0


def _is_links(weights: Weights, row: int) -> bool:
    return bool(weights.text[row]) and weights.linked[row] >= _LINKED * weights.text[row]
