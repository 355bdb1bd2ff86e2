"""What an amending text adds: units, words, articles and items with numbers of their own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from policygraph.expression import expression
from policygraph.extract.amendments.changes import REACH, Change, Placed, Words, each
from policygraph.extract.amendments.locators import Locator, quoted_locator, stated_locators
from policygraph.extract.amendments.places import added_places
from policygraph.extract.amendments.quotes import together
from policygraph.extract.amendments.sides import beside
from policygraph.extract.reading import Mention
from policygraph.model.facts import Operation
from policygraph.model.new_places import Beside, NewPlace

_NEW_UNIT = expression("[一二两三四五六七八九十][章节条款项]")
_JOINS = ("、", "和", "及", "与", "以及")
_LABEL = 24  # characters in which the number of an article stands


def added(words: Words, targets: list[Locator | None], agency: bool) -> Iterator[Change]:
    """Read what is added: units, text, or a unit with a number of its own."""
    sentence = words.sentence
    if agency:
        placed = Placed(_beside(words))
        for unit in words.behind:
            yield from each(Operation.ADD_AGENCY, targets, [], [unit], sentence, placed)
        return
    rest = sentence.words[words.begin : words.end + REACH]
    places = added_places(rest, words.named[-1:])
    new_unit = _NEW_UNIT.match(sentence.words, words.end)
    operation = Operation.ADD_CLAUSE if places or new_unit else Operation.ADD_TEXT
    if operation is Operation.ADD_TEXT and not words.behind:
        return  # 新增指标 in running text
    where = _beside(words)
    texts = words.behind
    if len(places) > len(texts) == 1 and texts[0].spans:  # each paragraph of one quotation
        texts = _numbered(sentence.paragraphs.get(texts[0].spans[0].start, ()), places)
    if len(places) == len(texts) > 1:  # 增加两条，作为第三条、第四条：“…”“…”
        each_text = [[text] for text in texts]
    else:
        each_text = [words.behind[:1]] * len(places)
    for place, new in zip(places, each_text, strict=True):
        made = NewPlace(place.path, place.as_written)
        yield from each(operation, [place], [], new, sentence, Placed(where, made))
    if not places:
        for new in _side_by_side(words):
            yield from each(operation, targets, [], new, sentence, Placed(where))


def _side_by_side(words: Words) -> list[list[Mention]]:
    """Give the texts that are added together (“甲”和“乙”), each as a list; one may be empty."""
    holes, text = words.sentence.holes, words.sentence.words
    first = bisect_left(holes, words.end)
    found = [words.behind[:1]]
    for index, new in enumerate(words.behind[1:], first + 1):
        if text[holes[index - 1] + 1 : holes[index]] not in _JOINS:
            break
        found.append([new])
    return found


def _beside(words: Words) -> Beside | None:
    """Read beside what goes that which is added, in the words before its quotation."""
    holes = words.sentence.holes
    first = bisect_left(holes, words.end)
    end = holes[first] if words.behind and first < len(holes) else words.end
    return beside(words.sentence, words.begin, end, words.named[-1] if words.named else None)


def _numbered(paragraphs: Sequence[Mention], places: Sequence[Locator]) -> list[Mention]:
    """Give the text of each place: one paragraph, or those from one that bears its number on."""
    if len(paragraphs) == len(places):
        return [*paragraphs]
    groups: list[list[Mention]] = []
    for paragraph in paragraphs:
        if len(groups) < len(places) and _bears(paragraph, places[len(groups)]):
            groups.append([])
        if not groups:
            return []
        groups[-1].append(paragraph)
    return [together(group) for group in groups]


def _bears(paragraph: Mention, place: Locator) -> bool:
    """Say whether a paragraph begins with the number of a place: 第十二条之一, （三）."""
    begins = paragraph.as_written[:_LABEL]
    found = stated_locators(begins) if begins.startswith("第") else [quoted_locator(begins)]
    number = found[0].path if found and found[0] else ""
    return number.rpartition("/")[2] == place.path.rpartition("/")[2]


def adds_with_number(words: str, end: int) -> bool:
    """Say whether what is added bears a number of its own, wherever it goes: 作为第六条.

    Args:
        words: from where the change begins.
        end: where its verb ends in them.
    """
    return any("/" not in place.path for place in added_places(words[: end + REACH], ()))
