"""Places that a change names by their number alone: 作为第二款, 第八条调整为第七条."""

from collections.abc import Sequence

from policygraph.expression import expression
from policygraph.extract.amendments.locators import Locator, stated_locators
from policygraph.extract.amendments.quotes import HOLE
from policygraph.extract.reading import Mention
from policygraph.text.numerals import DIGITS, in_chinese, to_int

_UNIT = "[条款项](?:之[一二三四五六七八九十]{1,3})?"  # 第十二条之一
_NEW_NUMBER = expression(
    rf"作为(?:该条|本条|其|该款|《[^》]{{1,40}}》)?(?P<places>(?:[、和]?第[^，,。：、]{{1,12}}?{_UNIT}){{1,10}})"
)
_ADDED = expression(
    rf"(?:增加|新增|增设)(?P<places>第[^，,。：、{HOLE}]{{1,8}}?{_UNIT})[：:]{HOLE}"
)
_OLD_NUMBER = expression(rf"第[^，,。：]{{1,30}}{_UNIT}$")
_NOW_NUMBER = expression(
    rf"(?:修改后的?)?(?:《[^》]{{1,40}}》)?(?:[、和至到]?第[^，,。：；“”{HOLE}]{{1,30}}?{_UNIT}){{1,10}}"
)
_RANGE = expression("条[至到]第")
_IN_ORDER = expression("(?:依次|顺次|分别|相应地?|均)+$")
_TEXT_OF = expression(r"[条款项段](?:[中里]|末尾|规定|开头)?(?:所?引用)?的?$")


_ITEM = expression(rf"第[（(]?(?P<n>[{DIGITS}十]{{1,3}})[）)]?项$")
_INTO = expression("[中里]的?第")
_LABEL = expression(rf"[（(](?P<n>[{DIGITS}十]{{1,3}})[）)]")
_WHOLE_TEXT = expression(
    "(?:有关|相关|其他|其余|所有|各)(?:条文|条款|章节)|全文|文中|通篇|(?:^|[将把对在])原?《[^《》]{2,80}》(?:[中里]的?)?$"
)
_N = rf"[（(]?[\d{DIGITS}十百]{{1,7}}[）)]?"
_UNREAD = expression(
    rf"第{_N}(?:部分|[章节编篇行列栏页款项点](?![目名]))|[首末前上]一?[条款项段](?!目)|文末|抬头|落款"
    r"|附[表图](?:[\d一二三四五六七八九十]{1,2})?"
)
# 第七条 项: the number of the item is lost
_NO_NUMBER = expression(
    rf"第{_N}(?:[条款]\s{{0,2}}项(?!目)|条\s{{1,2}}款(?!项)|[条款]\s{{0,2}}第\s{{0,2}}[款项])"
)


def is_whole_text(head: str) -> bool:
    """Say whether a change is made wherever its words stand: 将有关条文中的“甲”…."""
    return bool(_WHOLE_TEXT.search(head.partition(HOLE)[0]))


def names_unread(head: str) -> bool:
    """Say whether words name a place that is not read, which is not the one named before."""
    return bool(_UNREAD.search(head.partition(HOLE)[0]))


def lacks_number(head: str) -> bool:
    """Say whether words name a unit inside another one without its number."""
    return bool(_NO_NUMBER.search(head.partition(HOLE)[0]))


def text_of_place(head: str, at: int, quoted: str) -> bool:
    """Say whether the quoted string at ``head[at]`` is text: 第二款中的“第七条” is no place.

    第六项“（六）…” neither: the item is quoted with its number.
    """
    before = head[:at]
    item, label = _ITEM.search(before), _LABEL.match(quoted)
    if item and label:
        return to_int(item["n"]) == to_int(label["n"])
    return before.endswith("的") and bool(_TEXT_OF.search(before))


def added_places(words: str, above: Sequence[Locator]) -> list[Locator]:
    """Give the places that are new: 增加一款，作为第二款; 增加第（十三）款：“…”.

    A paragraph is one of its article.
    """
    match = _NEW_NUMBER.search(words) or _ADDED.search(words)
    return stated_locators(match["places"], above[-1] if above else None) if match else []


def behind_number(words: str, at: int) -> int:
    """Give where the new number of a place ends: 改为第十九条，修改为 goes on with the old."""
    match = _NOW_NUMBER.match(words, at)
    return match.end() if match else at


def renumbered(old: str, places: Sequence[Locator], new: str) -> list[tuple[Locator, Locator]]:
    """Pair places with their new numbers: 第（二）、（四）项改为第（一）、（二）项.

    Args:
        old: words that end in the number of the last place.
        places: the places that they name.
        new: words that begin with a number; all old ones take it where it is one alone.
    """
    now = _NOW_NUMBER.match(new)
    if now is None or not places or not _OLD_NUMBER.search(_IN_ORDER.sub("", old)):
        return []
    places = [*map(_each_alone, places)]
    numbers = [_each_alone(locator) for locator in stated_locators(now.group(), places[-1])]
    if len(numbers) == 1 and not _IN_ORDER.search(old):
        numbers *= len(places)
    if len(numbers) != len(places):
        return []
    # 第十条第一款、第二款合并，作为第一款: the first keeps its number
    pairs = zip(places, numbers, strict=True)
    return [(place, now) for place, now in pairs if not _is_same(place, now.as_written, places[-1])]


def _each_alone(place: Locator) -> Locator:
    """Give an article of 第五条至第八条 its own number; what names one is left as printed."""
    if not _RANGE.search(place.as_written) or not place.path.isdecimal():
        return place
    arabic = any(char.isdecimal() for char in place.as_written)
    number = place.path if arabic else in_chinese(int(place.path))
    return Locator(place.path, f"第{number}条")


def _is_same(place: Locator, now: str, last: Locator) -> bool:
    if place.as_written == now:
        return True
    named = stated_locators(now, last) if place.as_written.endswith(now) else []
    return [locator.path for locator in named] == [place.path]


def paired(
    head: str, above: Sequence[Locator], quotes: Sequence[Mention]
) -> list[tuple[Locator, Mention]]:
    """Pair quoted strings with the places named before each: 第一款的“…”和第二款的“…”.

    Returns:
        nothing where one place, or one list of places, holds for all of them.
    """
    *pieces, _ = head.split(HOLE)
    if len(quotes) < 2 or len(pieces) != len(quotes):
        return []
    pairs: list[tuple[Locator, Mention]] = []
    last = above[-1] if above else None
    for index, (piece, quote) in enumerate(zip(pieces, quotes, strict=True)):
        if index + 1 < len(pieces) and _INTO.match(pieces[index + 1]):
            last = next(iter(stated_locators(piece, last)), last)
            continue  # 第六十七条“…：”中第六项“甲”: what the article says leads to the item
        places = stated_locators(piece, last)
        if len(places) > 1 or (not places and not pairs):
            return []
        last = places[0] if places else last
        if last:
            pairs.append((last, quote))
    return pairs if len({place.path for place, _ in pairs}) > 1 else []
