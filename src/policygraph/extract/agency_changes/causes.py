"""Why an agency changed, as the text says it: 因机构改革, in the sentence or in a heading above."""

from policygraph.expression import expression
from policygraph.extract.reading import Reading

_CAUSE = expression(r"(?:因|由于)(?P<cause>[^，。；因]{0,12}?(?:机构改革|职能调整|改革))")


def cause_of(reading: Reading, clause: str, bare: str) -> str | None:
    """Give the cause that a sentence states, or a heading above it.

    Args:
        reading: the document.
        clause: path of the clause that holds the sentence.
        bare: the sentence.
    """
    match = _CAUSE.search(bare)
    if match:
        return match["cause"]
    headings = {c.path: c.heading or "" for c in reading.clauses}
    while clause:
        match = _CAUSE.search(headings.get(clause, ""))
        if match:
            return match["cause"]
        clause = clause.rpartition("/")[0]
    return None
