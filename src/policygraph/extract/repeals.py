"""Repeals: 原《…》自行废止, 废止《…》第五条, and lists of what is repealed.

The citation says it all, except in lists of names without title marks.
"""

from collections.abc import Iterator, Sequence

from policygraph.extract.locators import stated_locators
from policygraph.extract.numbers import normal_number
from policygraph.extract.reading import Reading
from policygraph.extract.relations import REPEAL_LIST
from policygraph.extract.titles_alone import title_alone
from policygraph.model.facts import Amendment, Citation, Operation, Relation, Target
from policygraph.model.source import Span
from policygraph.model.structure import BlockKind

_ENTRY = (BlockKind.ITEM, BlockKind.TEXT, BlockKind.TABLE)


def repeals(reading: Reading, citations: Sequence[Citation]) -> Iterator[Amendment]:
    """Give the repeals that citations tell; that of an article strikes the article alone."""
    for row in citations:
        if row.relation is not Relation.REPEALS:
            continue
        places = stated_locators(str(row.as_written).rpartition("》")[2]) if row.article else []
        place = places[-1] if places else None
        target = Target(
            row.title, row.number,
            place.path if place else None, place.as_written if place else None,
        )  # fmt: skip
        operation = Operation.DELETE_CLAUSE if row.article else Operation.REPEAL_DOCUMENT
        yield Amendment(
            row.clause, target, operation, None, None, (), row.spans, "amendment.repeal"
        )
    yield from _listed(reading)


def _listed(reading: Reading) -> Iterator[Amendment]:
    """决定废止以下规章：一、澄湖市渔港规定（市政府令第114号）: names without title marks."""
    text, listing = reading.source.text, False
    if not any(word in text for word in ("废止", "失效", "停止执行")):
        return
    entry = title_alone(reading.registry.words)
    for block in reading.blocks:
        words = reading.source.at(block.span)
        if REPEAL_LIST.search(words):
            listing = True
            continue
        listing = listing and block.kind in _ENTRY
        if not listing or "《" in words:
            continue
        begin = block.label.span.end if block.label else block.span.start
        match = entry.match(text, begin, block.span.end)
        known = match and (match["note"] or reading.registry.places.at_start(match["title"]))
        if match is None or not known:
            listing = False
            continue
        number = match["number"]
        target = Target(
            "".join(match["title"].split()), number and normal_number(number), None, None
        )
        yield Amendment(
            reading.clause_at(block.span.start), target, Operation.REPEAL_DOCUMENT, None, None, (),
            (Span(match.start("title"), match.end("title")),), "amendment.repeal-list",
        )  # fmt: skip
