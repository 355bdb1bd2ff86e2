"""Beside what new text goes, and in which mark.

Printed forms: 在“甲”后增加“乙”, 在第五条后增加一条, 第三条末尾增加“…”, 在第二章中增加一条.
"""

from policygraph.expression import expression
from policygraph.extract.amendments.locators import Locator, stated_locators
from policygraph.extract.amendments.quotes import HOLE, Sentence
from policygraph.model.new_places import Beside, Side
from policygraph.text.division_labels import DIVISION, label_of_one, printed_of
from policygraph.text.numerals import DIGITS

_SIDE = "(?:[之以]?[后前](?![半段款项])|[后前]面)"  # 后半句 is part of a unit, 前款 another one
_SAID = "(?:增加|新增|增设|增补)"
_LAST = f"[^{HOLE}]{{0,10}}$"  # what may stand between a side and the new words
_WORDS = expression(f"{HOLE}(?:一词|字样|等字|一句)?的?(?P<side>{_SIDE}){_LAST}")
_AT_END = expression(f"(?:末尾|最后|句末|文末){_LAST}")
_AT_START = expression(f"(?:开头|句首|段首|文首){_LAST}")
_N = rf"[{DIGITS}十百千\d]{{1,7}}"
_UNIT = expression(
    rf"(?P<unit>第[（(]?{_N}[）)]?[条款项](?:之[{DIGITS}十]{{1,3}})?)的?(?P<side>{_SIDE})"
)
_DIVISION = expression(rf"(?P<unit>{DIVISION})的?(?P<side>{_SIDE}|[中内里])?")
_BEFORE = expression(f"前(?:面)?[^{HOLE}条款项前后]{{0,3}}{_SAID}")
_MARK = expression("(?:责任|牵头|配合|主办|协办|负责)(?:单位|部门)")
_OF_MARK = expression(f"(?P<mark>{_MARK.pattern})[^{HOLE}，,。；、]{{0,4}}$")


def side_of(printed: str, otherwise: Side) -> Side:
    """Give the side that 之后, 前面 or 中 says."""
    if "前" in printed:
        return Side.BEFORE
    return Side.AFTER if "后" in printed else otherwise


def beside(sentence: Sentence, begin: int, end: int, above: Locator | None) -> Beside | None:
    """Read beside what new text goes; None where it does not say.

    Args:
        sentence: the sentence.
        begin: where the words of the change begin in it.
        end: where the quotation of the new text stands, else where the words end.
        above: the place named last before; 第二款 alone is one of its article.
    """
    words = sentence.words[begin:end]
    if match := _WORDS.search(words):
        at = begin + match.start()
        quote = next((quote for _, quote in sentence.placed(at, at + 1)), None)
        if quote is not None and quote.spans:
            span = quote.spans[0]._replace(end=quote.spans[-1].end)
            return Beside(side_of(match["side"], Side.AFTER), quote.as_written, span)
    if _AT_END.search(words):
        return Beside(Side.END)
    if _AT_START.search(words):
        return Beside(Side.START)
    if unit := _beside_unit(words, above):
        return unit
    return Beside(Side.BEFORE) if _BEFORE.search(words) else None


def _beside_unit(words: str, above: Locator | None) -> Beside | None:
    """Read the unit that new text goes behind, before or into; of several the last."""
    if units := [*_UNIT.finditer(words)]:
        last = units[-1]
        places = stated_locators(words[: last.end("unit")], above)
        if places and places[-1].as_written.endswith(last["unit"]):
            side = side_of(last["side"], Side.AFTER)
            return Beside(side, None, None, places[-1].path, places[-1].as_written)
    if not any(unit in words for unit in "编章节"):
        return None
    divisions = [*_DIVISION.finditer(words)]
    if not divisions:
        return None
    last = divisions[-1]
    label = printed_of(label_of_one(last["unit"]))
    side = side_of(last["side"] or "", Side.INSIDE)
    return Beside(side, None, None, label, last["unit"]) if label else None


def mark_of(words: str) -> str | None:
    """Give the label of the mark of units that words speak of: 责任单位; of several the last."""
    found = _MARK.findall(words)
    return found[-1] if found else None


def mark_at_end(words: str) -> str | None:
    """Give the same where hardly anything stands behind it: 责任单位的名单."""
    match = _OF_MARK.search(words)
    return match["mark"] if match else None
