"""Several places that one quotation is said of: 增加二款，作为第三款、第四款：“…”."""

import re

from policygraph.consolidation.layout import label_of
from policygraph.consolidation.outcome import Instrument
from policygraph.model.facts import Amendment, Operation


def share_of(row: Amendment, words: str, by: Instrument) -> str | None:
    """Give what a place gets of new words that are said of several.

    The first gets all of it where it brings its labels along, is of paragraphs or items, or the
    sentence merges the places; else each article gets its own paragraph, if they are as many.

    Returns:
        empty for a place that gets none of it; None where it is not told which gets what.
    """
    rows = by.rows.together(row)
    if len(rows) < 2:
        return words
    merged = row.operation is Operation.REPLACE_CLAUSE and row.new_place is not None
    printed = row.target.locator_as_written or ""
    at = next(index for index, one in enumerate(rows) if one is row)
    if label_of(words) or merged or re.search("[款项]", printed):
        return "" if at else words
    paragraphs = [line.strip() for line in words.splitlines() if line.strip()]
    return paragraphs[at] if len(paragraphs) == len(rows) else None
