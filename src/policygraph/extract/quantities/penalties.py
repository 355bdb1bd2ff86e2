"""Who is fined, and what a fine is a multiple of: 对单位处一万元以下罚款, 处违法所得三倍罚款.

Before a fine stands the offence (未经许可占用岸线的，由…处…), which is a condition and nobody's
name, and who imposes it; so only those words count that say upon whom it is laid.
"""

from policygraph.expression import expression
from policygraph.extract.quantities.passage import Passage, closed_up
from policygraph.extract.quantities.receivers import offender

_FINE = expression(r"[^，。；;：:、]{0,24}?(?:罚款|罚金)")
_LAY = "处(?!理|置|分|于)以?"  # no 处理费
_LAID = f"(?:可以|可|并|分别|各|均|按照?|依法|再|另|予以|人均|一次性)*(?:{_LAY}|罚款)"
_UPON = expression(
    rf"对(?P<who>[^，。；;：:对]{{2,40}}?){_LAID}"
    r"(?:每[^，。；;：:\d]{1,6})?[^，。；;：:]{0,24}$"
)
_ACT = expression("[^，。；;：:]{0,30}(?:行为|情节|的)$")
_NUMERAL = "一二三四五六七八九十百两0-9"
_OF_WHAT = expression(
    rf"{_LAY}(?P<what>(?:[^，。；;：:处{_NUMERAL}]|处[理置]){{2,20}}?)的?(?:[百千]分之)?"
    rf"(?:[{_NUMERAL}](?!年)[^，。；;：:]{{0,16}})?$"
)
_BACK = 80  # characters before a fine in which it is said upon whom it is laid
_SHARES = ("percent", "multiple")


def is_penalty(text: str, passage: Passage) -> bool:
    """Say whether a sum or a multiple is a fine."""
    tail = passage.tail
    return "罚" in text[tail : tail + 30] and bool(_FINE.match(text, tail))


def fined(text: str, passage: Passage) -> str | None:
    """Give upon whom a fine is laid, or what it is a multiple of; None where it is not said."""
    begin = max(passage.stop, passage.figure.start - _BACK)
    words = closed_up(text, begin, passage.figure.start)
    if passage.figure.family in _SHARES:
        of_what = _OF_WHAT.search(words)
        if of_what:
            return of_what["what"]
    upon = _UPON.search(words)
    if upon and not _ACT.fullmatch(upon["who"]):
        return upon["who"]
    return offender(text, passage)
