"""Units that are no longer in force: 第三条、第五条第二款的规定不再适用, 第七条停止执行.

What is said of part of a unit (第三条中关于渔船的规定不再适用) is not read.
"""

from collections.abc import Sequence

from policygraph.expression import expression
from policygraph.extract.amendments.changes import Change
from policygraph.extract.amendments.locators import Locator, stated_locators
from policygraph.extract.amendments.quotes import HOLE, Sentence
from policygraph.model.facts import Operation

_WORDS = ("不再", "停止", "废止", "失效")  # cheap to look for
_CEASED = expression(
    r"(?:^|将|对|[、.．）])\s*原?(?P<places>第[^，,。；：《》关]{1,60}?[条款项点])"
    rf"(?P<part>{HOLE})?的?(?:有关|相关)?(?:规定|内容|条款|政策)?(?:自[^，,。；]{{1,20}}起)?(?:同时|同步|一并|相应|予以|也|均)*"
    r"(?:不再(?:执行|适用|施行|实施|有效)|停止(?:执行|适用|施行|实施)|废止|失效)(?:[，,。；]|$)"
)


def ceased(sentence: Sentence, above: Sequence[Locator]) -> tuple[Change, ...]:
    """Read the units, or the words quoted of one, that a sentence puts out of force."""
    words = sentence.words
    if not any(word in words for word in _WORDS):
        return ()
    match = _CEASED.search(words)
    if match is None or words.count(HOLE) > 1 or "其" in match["places"]:
        return ()
    places = stated_locators(match["places"], above[-1] if above else None)
    quoted = sentence.quotes[0] if match["part"] else None
    if HOLE in words and quoted is None:
        return ()
    operation = Operation.DELETE_TEXT if quoted else Operation.DELETE_CLAUSE
    if quoted and len(places) != 1:
        return ()
    return tuple(
        Change(operation, place, quoted, None, sentence.span, match.group()) for place in places
    )
