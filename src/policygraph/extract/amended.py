"""The documents that an amending text changes: one for the whole, or one for each heading."""

import re
from collections.abc import Sequence

from policygraph.extract.reading import Reading
from policygraph.model.facts import Citation, Document, Relation, Target

_TITLE = re.compile("《([^《》]{2,200}(?:〈[^〉]{1,200}〉[^《》]{0,100})?)》")


class TargetOf:
    """The document that a clause amends: named in a heading above it, else by the whole text."""

    def __init__(self, headings: dict[str, str], whole: Target) -> None:
        self._headings = headings
        self._whole = whole

    def __call__(self, path: str) -> Target:
        """Give the document that the clause at ``path`` amends."""
        while path:
            heading = self._headings.get(path, "")
            named = _TITLE.search(heading)
            if named and ("修改" in heading or named.group() == heading.strip()):
                return Target(named[1], None, None, None)
            path = path.rpartition("/")[0]
        return self._whole


def targets_of(reading: Reading, document: Document, citations: Sequence[Citation]) -> TargetOf:
    """Give what tells the target of each clause: the numbered one goes before the others."""
    headings = {clause.path: clause.heading or "" for clause in reading.clauses}
    amended = [row for row in citations if row.relation is Relation.AMENDS]
    best = next((row for row in amended if row.number), amended[0] if amended else None)
    named = _TITLE.search(document.title or "")
    title = best.title if best else (named[1] if named else None)
    return TargetOf(headings, Target(title, best.number if best else None, None, None))
