"""Where the list of a label line ends: it may go on over the end of a line, as a page breaks it.

责任单位：市教育局、市文体旅 / 游局: the name is whole with the next line only.
"""

from policygraph.expression import expression, matched
from policygraph.extract.bodies.areas import are_listed
from policygraph.extract.bodies.cut_names import are_one
from policygraph.extract.bodies.units import is_unit, split_units
from policygraph.model.source import Span
from policygraph.registry.words import Words

_END = expression(  # 市水利局　（二）清淤: the next item may stand on the same line
    r"[。\n]|\Z|(?<![：:∶\s])[ \t\u3000\xa0]{0,8}（[一二三四五六七八九十]{1,3}）"
)
_PIECE = expression("[^、，,；;：:]*$")  # a name may have gone over a line before
_FIRST = expression("[ \t\u3000]*(?P<name>[^、，,；;。：:\n]{1,40})(?P<behind>[、，,；;。\n]|$)")
_SHORT = 2  # characters of a line that is nothing but the end of a name
_MOST = 40  # lines of a list
_BACK = 200  # characters of a line that are looked at for its last name


def list_end(text: str, start: int, stop: int, words: Words) -> int:
    """Give where a list that begins at ``start`` ends, ``stop`` at the latest."""
    end = start
    for _ in range(_MOST):
        end = matched(_END.search(text, end)).start()
        if end >= stop or text[end] != "\n" or not _goes_on(text, Span(start, end), words):
            break
        end += 1
    return min(end, stop)


def _is_list(text: str, start: int, words: Words) -> bool:
    """Say whether a line is nothing but units."""
    line = Span(start, matched(_END.search(text, start)).start())
    if line.end - line.start > _BACK:
        return False
    listed = split_units(text, line, words)
    return not listed.rejected and are_listed([unit.as_written for unit in listed.units], words)


def _goes_on(text: str, line: Span, words: Words) -> bool:
    piece = _PIECE.search(text, max(line.start, line.end - _BACK), line.end)
    following = _FIRST.match(text, line.end + 1)
    if piece is None or following is None:
        return False
    last = "".join(piece.group().split())
    name = following["name"].strip()
    if last.endswith("等"):
        return is_unit(name, words)
    if not last:
        return text[line.end - 1] in "、，," and _is_list(text, line.end + 1, words)
    alone = len(name) <= _SHORT and following["behind"] in "。\n"
    cut = alone or are_one(last, name) or not is_unit(last, words)
    return cut and is_unit(last + name, words)
