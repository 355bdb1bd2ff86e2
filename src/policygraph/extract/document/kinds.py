"""The kind of a document (文种): 通知, 意见, 办法."""

import re
from functools import lru_cache

from policygraph.expression import expression
from policygraph.extract.document.fields import DocumentFields
from policygraph.extract.reading import Reading
from policygraph.model.source import span_of
from policygraph.model.structure import BlockKind
from policygraph.registry.words import Words, alternation

_K = BlockKind
_SPEAK = frozenset((_K.PREAMBLE, _K.ITEM, _K.TEXT, _K.CLOSING))
_RIDER = expression(r"(?:[（(][^（）()]*[）)]){1,2}$")


def read_kind(reading: Reading, fields: DocumentFields) -> None:
    """Read it from the end of the title; without a title from what the text calls itself."""
    kinds = reading.registry.words.kinds
    bare = _RIDER.sub("", fields.values.get("title", "").removesuffix("》"))
    match = _patterns(reading.registry.words)[0].search(bare)
    if match:
        evidence = next(e for e in fields.evidence if e.field == "title")
        fields.put("kind", kinds[match.group()], evidence.spans, "kind.title-ending")
    if "title" not in fields.values:
        _by_itself(reading, fields)


@lru_cache(maxsize=8)
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match the kind at the end of a title, and where a text names its own."""
    kinds = alternation(words.kinds)
    return (
        expression(rf"(?:{kinds})$"),
        expression(
            rf"(?:制定本|(?<![根基日原])本|现[将就][^。；\n]{{2,60}}?(?<!通)(?=(?:{kinds})如下))"
            rf"(?P<word>{kinds})(?=[，。自由所适]|(?:印发|公布|发布|发出|施行)之日|如下)"
            rf"|(?<=[\n。\s])特此(?P<said>{kinds})(?=[。，！]|\s*(?:\n|$))"
        ),
    )


def _by_itself(reading: Reading, fields: DocumentFields) -> None:
    """A text without its title says what it is: 制定本办法, 本办法自…, 现将有关事项通知如下."""
    kinds = reading.registry.words.kinds
    itself = _patterns(reading.registry.words)[1]
    for block in reading.main_body():
        if block.kind not in _SPEAK:
            continue
        words = reading.source.at(block.span)
        says = "本" in words or "特此" in words or ("现" in words and "如下" in words)
        match = itself.search(reading.source.text, *block.span) if says else None
        if match:
            group = "word" if match["word"] else "said"
            fields.put("kind", kinds[match[group]], [span_of(match.span(group))], "kind.itself")
            return
