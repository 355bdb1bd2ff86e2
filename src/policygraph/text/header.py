"""What stands before the first numbered unit: title, number, addressees, preamble, signature."""

from policygraph.expression import expression
from policygraph.model.structure import BlockKind
from policygraph.text import layout
from policygraph.text.page import Page
from policygraph.text.title import Title, close_up, find_titles, with_issuer

_K = BlockKind
_ANSWERS = expression(r"\s*(?:责任|牵头|配合|主办|承办|协办)(?:单位|部门)\s*[:：]\s*\S")
# 为贯彻《…》: with which a text without a title begins, also where its lines are broken apart
_OPENS = expression(r"\s*(?:为|根据|按照|依据|依照)[^\n。]{0,40}?《")
_COLONS = ("：", ":")  # 名单通知如下： leads the lines below it
_BEGINNINGS = (_K.TITLE, _K.ADDRESSEE, _K.NUMBER)


def mark_header(page: Page, first: int) -> None:
    """Give kinds to what stands before the first numbered unit."""
    header = range(first)
    for index in page.free(header):
        kind = layout.shape_of(page.words(index))
        if kind:
            page.set([index], kind, "shape." + kind)
    addressee = next((i for i in page.free(header) if layout.is_addressee(page.words(i))), None)
    if addressee is not None:
        page.set([addressee], _K.ADDRESSEE, "addressee.colon")
    _mark_titles(page, first, addressee)
    mark_signatures(page, header)
    began = led = False
    for index in header:
        began = began or page.kinds[index] in _BEGINNINGS
        if page.kinds[index] is None:
            _mark_header_rest(page, index, began)
        if page.kinds[index] is _K.UNCLASSIFIED and led:
            page.set([index], _K.PREAMBLE, "preamble.list")
        elif page.kinds[index] is not _K.FURNITURE:
            led = page.kinds[index] is _K.PREAMBLE and page.words(index).rstrip().endswith(_COLONS)


def _mark_titles(page: Page, first: int, addressee: int | None) -> None:
    usable = [kind is None for kind in page.kinds[:first]]
    titles = list(find_titles(page.text, page.paragraphs[:first], usable, addressee))
    if not titles:
        return
    main = with_issuer(page.text, page.paragraphs, usable, titles[0])
    page.set(range(main.first, main.last + 1), _K.TITLE, "title.main")
    others = [with_issuer(page.text, page.paragraphs, usable, title) for title in titles[1:]]
    again = sorted((t for t in others if _is_same(t, main)), key=lambda t: t.first)
    # before the main title, what ends in the name of a kind is navigation
    issued = [t for t in others if not _is_same(t, main) and t.first > main.last]
    for rule, found in (("title.again", again), ("title.issued", issued)):
        for title in found:
            lines = range(title.first, title.last + 1)
            if len(page.free(lines)) == len(lines):
                page.set(lines, _K.TITLE, rule)


def _is_same(title: Title, main: Title) -> bool:
    return close_up(title.words) in close_up(main.words) or main.words in title.words


def _mark_header_rest(page: Page, index: int, began: bool) -> None:
    words = page.words(index)
    ended = words.rstrip().endswith(("。", "：", ":", "；"))
    if ended or page.is_sentence(index) or (not began and _OPENS.match(words)):
        page.set([index], _K.PREAMBLE, "preamble.prose")
    elif _ANSWERS.match(words):
        page.set([index], _K.PREAMBLE, "preamble.who-answers")
    elif not began:
        page.set([index], _K.FURNITURE, "furniture.before-title")
    elif layout.is_body(words):
        page.set([index], _K.MASTHEAD, "masthead.body-line")
    else:
        page.set([index], _K.UNCLASSIFIED, "header.unknown")


def mark_signatures(page: Page, indexes: range) -> None:
    """A signature is a line of bodies that stands right before a date or another signature."""
    for index in reversed(indexes):
        if page.kinds[index] is not None or not layout.is_body(page.words(index)):
            continue
        after = index + 1
        while after < len(page.kinds) and page.kinds[after] == _K.FURNITURE:
            after += 1
        following = page.kinds[after] if after < len(page.kinds) else None
        if following in (_K.DATE, _K.SIGNATURE, _K.FOOT):
            page.set([index], _K.SIGNATURE, "signature.before-date")
