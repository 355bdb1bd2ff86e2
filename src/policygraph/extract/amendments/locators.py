"""Locators: where in its target a change is made: “二（二）1.…”, 第14，15条目, 第十条第二款."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from policygraph.expression import expression
from policygraph.model.facts import PREAMBLE
from policygraph.model.quick import quickly_made
from policygraph.text.numerals import DIGITS, to_int

_N = rf"[\d０-９{DIGITS}十百千]{{1,7}}"
# 第二条中的第一项, 第二条“…：”中第一项: the item, and not the article
_OF = "(?:(?:\ufffc?[中里]的?|的)(?=[第（(]))?"
_LABELS = expression(
    rf"(?P<annex>附件\s*(?P<a>\d{{1,2}}|[{DIGITS}十]{{1,3}}(?![、（(]))?\s*[：:、]?)"
    rf"|第(?P<article>{_N})[章节条](?:之(?P<inserted>{_N}))?"
    rf"|(?P<cn>[{DIGITS}十]{{1,4}})(?=[、（(]|$)、?"
    rf"|[（(](?P<paren>{_N})[）)]"
    rf"|(?P<ar>\d{{1,3}})(?:[.．、](?!\d)|$)"
)
_UNITS = expression(
    rf"(?:第|(?<=将))(?P<article>{_N})条(?:之(?P<inserted>{_N}))?"
    rf"(?:{_OF}第[（(]?(?P<paragraph>{_N})[）)]?款)?(?:{_OF}第?[（(]?(?P<item>{_N})[）)]?[项点])?"
)
_PROSE = expression(
    rf"(?:引言|前言|序言|导语)(?:第{_N}(?:自然)?段)?|(?:正文)?第{_N}(?:自然)?段"
    r"|(?:^|(?<=[将在、.．）去除]))(?:规章|文件|条例|办法|规定|通知|方案|全文|其)?的?(?P<title>名称|标题|题目)"
)
_MAY_BE_PROSE = expression("[言语段称题]")
_PARTS = expression(
    rf"第{_N}(?:[章节]|部分)的?(?:[章节]名|名称|标题|题目)"
    # 附件2中的“甲”; a whole annex: 删除附件2, 将附件删除 where there is one alone
    rf"|(?<![照见据以如])(?P<is_annex>附件)\s?(?P<annex>{_N})?(?:《[^《》]{{1,60}}》)?"
    r"(?=[中里的第即]|[^，,。；中里的第]{0,6}(?:表格?|清单|目录|名单)[中里]|$|[、，,。；和及]|(?:全文|整体|予以|内容)|\ufffc?$)"
)
_ANNEX_PATH = expression(r"annex\d+")
_ANNEX_ITEM = expression(rf"[中里]?的?第?[（(](?P<item>{_N})[）)]项?(?![、，,和及]?[（(])")
_IN_IT = expression("(?:[^，,。；中里的第]{0,6}(?:表格?|清单|目录|名单))?[中里]?的?")
_AND = expression("(?:[、，,]|和|及|以及)")
_ARTICLES = expression(rf"第(?P<first>{_N})条[至到]第(?P<last>{_N})条(?!第)")
_ITEMS = expression(rf"第?[（(]{_N}[）)](?:[、，,和][（(]{_N}[）)]){{1,20}}项")
_INNER_RANGE = expression(
    rf"第?[（(]?(?P<first>{_N})[）)]?(?P<named>[款项])?[至到]第?[（(]?(?P<last>{_N})[）)]?(?P<unit>[款项])"
)
_INSIDE = expression(
    rf"(?<![条之])第[（(]?(?P<paragraph>{_N})[）)]?款(?:第?[（(]?(?P<item>{_N})[）)]?项)?"
    rf"|(?<![条款])第[（(]?(?P<alone>{_N})[）)]?项"
)
_LEADING = expression("[\u4e00-\u9fff]{2,30}(?<![和及与])")
_RANGE = 100  # articles that a range may name, and places named by paragraph or item alone
_NUMBERS = expression(r"第?\s*(?P<list>\d{1,3}(?:[，,、和]\d{1,3})*)\s*(?:条目|条款|条|项)")


@quickly_made
@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a target: its path, and how it is printed."""

    path: str
    as_written: str


def quoted_locator(quoted: str) -> Locator | None:
    """Read a quoted heading with its labels: 二（二）1.推动… -> 2/2/1; None if it is none."""
    position, parts, annex = 0, [], ""
    while match := _LABELS.match(quoted, position):
        if match["annex"]:
            annex = f"annex{to_int(match['a'] or '') or 1}"
        else:
            number = match["article"] or match["cn"] or match["paren"] or match["ar"]
            parts.append(str(to_int(number)))
        position = match.end()
        while position < len(quoted) and quoted[position].isspace():
            position += 1
    if not annex and not parts:
        return None
    path = "/".join([annex, *parts] if annex else parts)
    whole = len(parts) <= 1 and (annex == "" or not parts)
    return Locator(path, quoted if whole else quoted[:position].strip())


def stated_locators(words: str, above: Locator | None = None) -> list[Locator]:
    """Read locators outside quotes: 第1，2，3条目; 第十条第二款第（三）项.

    Args:
        words: where they are printed.
        above: the place named last before; 第二款 alone is one of its article.
    """
    found: _Placed = []
    if _MAY_BE_PROSE.search(words):
        found += [(match.start(), _in_prose(match)) for match in _PROSE.finditer(words)]
    if any(word in words for word in ("章", "节", "附件", "部分")):
        found += [(match.start(), _part(match)) for match in _PARTS.finditer(words)]
    for match in _NUMBERS.finditer(words) if "条" in words or "项" in words else ():
        listed = re.findall(r"\d+", match["list"])
        found += [(match.start(), Locator(number, match.group())) for number in listed]
    taken = {at for at, _ in found}
    for match in _UNITS.finditer(words) if "条" in words else ():
        article = to_int(match["article"])
        if article is None or match.start() in taken:
            continue
        inserted = f"-{to_int(match['inserted'])}" if match["inserted"] else ""
        inner = (to_int(match["paragraph"] or ""), to_int(match["item"] or ""))
        path = "/".join([f"{article}{inserted}", *(str(n) for n in inner if n is not None)])
        found.append((match.start(), Locator(path, match.group().replace("\ufffc", "“…”"))))
    found += _between(words)
    found = sorted(found, key=lambda pair: pair[0])
    if "款" in words or "项" in words:
        found = _with_inner(words, found, above)
    if "附件" in words:
        found = list(_in_annexes(words, found))
    return [locator for _, locator in found]


_Placed = list[tuple[int, Locator]]


def _in_annexes(words: str, found: _Placed) -> Iterator[tuple[int, Locator]]:
    """Lead the units behind an annex to it (附件2中的第三条); it is not meant itself."""
    annex: Locator | None = None
    for index, (at, place) in enumerate(found):
        end = at + len(place.as_written)
        after = found[index + 1][0] if index + 1 < len(found) else len(words)
        if _ANNEX_PATH.fullmatch(place.path):
            item = _ANNEX_ITEM.match(words, end)
            number = to_int(item["item"]) if item else None
            if item and number is not None:
                yield at, Locator(f"{place.path}/{number}", words[at : item.end()])
                continue
            annex = place if after < len(words) and _IN_IT.fullmatch(words[end:after]) else None
            if annex is None:
                yield at, place
        elif annex:
            yield at, Locator(f"{annex.path}/{place.path}", annex.as_written + place.as_written)
            if not _AND.fullmatch(words[end:after]):
                annex = None
        else:
            yield at, place


def _with_inner(words: str, found: _Placed, above: Locator | None) -> _Placed:
    """Add 第二款 in 第十四条第一款、第二款, and the items of 第十条第（二）、（四）项."""
    taken = [(at, at + len(locator.as_written)) for at, locator in found]
    found, added = _with_ranges(words, found, above, taken)
    for match in islice(_ITEMS.finditer(words), _RANGE):
        stem = _stem([*found, *added], match.start(), above, "项")
        numbers = [to_int(n) for n in re.findall(_N, match.group())]
        if stem is not None:
            found = _without_holder(words, found, match.start())
            added += [(match.start(), Locator(f"{stem}/{n}", match.group())) for n in numbers if n]
            taken.append(match.span())
    for match in islice(_INSIDE.finditer(words), _RANGE):
        if any(begin <= match.start() < end for begin, end in taken):
            continue
        stem = _stem([*found, *added], match.start(), above, "项" if match["alone"] else "款")
        inner = [to_int(n) for n in match.group("paragraph", "item", "alone") if n]
        if stem is not None and all(inner):
            path = "/".join([stem, *map(str, inner)])
            added.append((match.start(), Locator(path, match.group())))
    placed = sorted([*found, *added], key=lambda pair: pair[0])
    return [pair for pair in placed if not any(_leads(words, pair, into) for into in added)]


def _leads(words: str, article: tuple[int, Locator], inner: tuple[int, Locator]) -> bool:
    """Say whether an article only leads to what is in it: 第六十七条村委会职权第二十项."""
    (at, place), (begin, into) = article, inner
    between = words[at + len(place.as_written) : begin]
    return into.path.startswith(place.path + "/") and bool(_LEADING.fullmatch(between))


def _with_ranges(
    words: str, found: _Placed, above: Locator | None, taken: list[tuple[int, int]]
) -> tuple[_Placed, _Placed]:
    """Give what a range of items or paragraphs names: 第二条第（一）至（三）项.

    Of 第（一）项至第（三）项 only what stands between; the others are printed as units are.

    Returns:
        What is found without the holder of a range, and what is added.
    """
    added: _Placed = []
    for match in islice(_INNER_RANGE.finditer(words), _RANGE):
        numbers = _range_of(match)
        within = (one for at, one in found if at <= match.start() < at + len(one.as_written))
        holder = next(within, None)
        if holder is not None:
            stem = holder.path.rpartition("/")[0] or None
        else:
            stem = _stem(found, match.start(), above, match["unit"])
        if stem is None or not numbers:
            continue
        if match["named"]:
            numbers = numbers[1:-1]
        else:
            found = _without_holder(words, found, match.start())
            taken.append(match.span())
        at = match.start("last") - 3  # before 第（三
        added += [(at, Locator(f"{stem}/{n}", match.group())) for n in numbers]
    return found, added


def _range_of(match: re.Match[str]) -> range:
    """Give the numbers of 第（一）项至第（三）项; none where they do not rise, or reach far."""
    first, last = to_int(match["first"]), to_int(match["last"])
    if first is None or last is None or match["named"] not in (None, match["unit"]):
        return range(0)
    return range(first, last + 1) if first < last < first + _RANGE else range(0)


def _without_holder(words: str, found: _Placed, at: int) -> _Placed:
    """Leave out the article of 第十七条第（二）、（四）项: it is not meant itself."""
    held = _before(words, at)
    return [(begin, one) for begin, one in found if begin + len(one.as_written) != held]


def _before(words: str, at: int) -> int:
    """Give where the place ends that a unit is said to be in: 第十七条中的 before 第（二）项."""
    return at - len(words[max(at - 2, 0) : at]) + len(words[max(at - 2, 0) : at].rstrip("中里的"))


def _stem(found: _Placed, at: int, above: Locator | None, unit: str) -> str | None:
    """Give the path of what holds a paragraph or an item that is named without its article."""
    before = [locator for place, locator in sorted(found, key=lambda p: p[0]) if place < at]
    last = before[-1] if before else above
    if last is None or not re.search("[条款项]", last.as_written):
        return None
    parts = last.path.split("/")
    if last.as_written.endswith("项") and len(parts) > 1:
        parts.pop()
    if unit == "款" and "款" in last.as_written and len(parts) > 1:
        parts.pop()
    return "/".join(parts)


def _between(words: str) -> list[tuple[int, Locator]]:
    """Give what 第三条至第六条 names and does not print: the fourth and the fifth."""
    found: list[tuple[int, Locator]] = []
    for match in _ARTICLES.finditer(words):
        first, last = to_int(match["first"]), to_int(match["last"])
        if first is not None and last is not None and last - first < _RANGE:
            numbers = range(first + 1, last)
            found += [(match.start("last") - 2, Locator(str(n), match.group())) for n in numbers]
    return found


def _part(match: re.Match[str]) -> Locator:
    """The heading of a chapter has no number in a path; an annex has."""
    if not match["is_annex"]:
        return Locator(match.group(), match.group())
    return Locator(f"annex{to_int(match['annex'] or '') or 1}", match.group())


def _in_prose(match: re.Match[str]) -> Locator:
    """引言 is what stands before the first numbered unit; a paragraph has no number in a path."""
    words = match.group()
    if match["title"]:
        return Locator("title", words)
    return Locator(words if "段" in words else PREAMBLE, words)


def completed(bare: Locator, known: Iterable[str]) -> Locator:
    """Give a bare running number its section where the neighbours that are known fix it.

    14 stays bare where 12 stands in section 2/3 and 15 in 2/4: two readings are none.
    """
    if "/" in bare.path or not bare.path.isdecimal():
        return bare
    number = int(bare.path)
    sections = {
        int(path.rpartition("/")[2]): path.rpartition("/")[0]
        for path in known
        if "/" in path and path.rpartition("/")[2].isdecimal()
    }
    below = max((n for n in sections if n <= number), default=None)
    above = min((n for n in sections if n >= number), default=None)
    if below is None or above is None or sections[below] != sections[above]:
        return bare
    return Locator(f"{sections[below]}/{number}", bare.as_written)
