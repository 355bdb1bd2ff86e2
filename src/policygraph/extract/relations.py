"""What a clause does with a document it cites: rests on it, carries it out, amends, repeals it."""

import re
from functools import lru_cache

from policygraph.extract.reading import Reading
from policygraph.model.facts import Relation
from policygraph.model.source import Span
from policygraph.registry.words import Words, alternation

_BEFORE = 60  # characters before a title in which its relation is said
_AFTER = 40
_NEAR = 10  # characters between a title and the word that repeals it
_STOP = re.compile(r"[。；;\n]")
_LINKED = re.compile(
    r"(?:(?:\s*[、和及与][^。；，《》]{0,40})?《[^《》]{1,240}》(?:\s*[（(][^（）()]{1,60}[）)])?){0,20}"
)
_CHAIN = re.compile(r"《[^《》]{1,240}》(?:\s*[（(][^（）()]{1,60}[）)])?")


@lru_cache(maxsize=8)
def _cues(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(alternation(words.relations_before)),
        re.compile(alternation(words.relations_after)),
    )


def relation_of(reading: Reading, span: Span) -> Relation:
    """Say what the clause does with the document, from the words around the title."""
    text, words = reading.source.text, reading.registry.words
    before_cue, after_cue = _cues(words)
    linked = _LINKED.match(text, span.end)
    after = text[linked.end() if linked else span.end :][: _AFTER * 2]
    after = _STOP.split(after.split("《", 1)[0], maxsplit=1)[0][:_AFTER]
    said_after = {words.relations_after[m.group()]: m.start() for m in after_cue.finditer(after)}
    if said_after.get("repeals", _AFTER) <= _NEAR:
        return Relation.REPEALS
    for strong in ("amends", "forwards"):
        if strong in said_after:
            return Relation(strong)
    before = _CHAIN.sub("", text[max(0, span.start - _BEFORE * 5) : span.start])
    before = _STOP.split(before)[-1][-_BEFORE:]
    said = [(words.relations_before[m.group()], m.end()) for m in before_cue.finditer(before)]
    near = [r for r, end in said if r != "repeals" or len(before) - end <= _NEAR]
    return Relation(near[-1]) if near else Relation.CITES
