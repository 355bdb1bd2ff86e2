"""The style of a document: how it says who is responsible, and how it numbers its units."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.text.brackets import find_brackets

_NESTED = 32  # brackets before a unit that are looked at for the one around it
_SHARE = 0.2  # of the rows; what gives fewer is an exception and no style
_LABELS = {
    "part": "第一编", "chapter": "第一章", "section": "第一节", "article": "第一条",
    "cn-comma": "一、", "cn-paren": "（一）", "decimal": "1.1", "ar-dot": "1.",
    "ar-comma": "1、", "ar-paren": "（1）", "ar-half": "1）", "circled": "①",
    "serial": "a row of a table",
}  # fmt: skip


def mark_style(text: str, record: Record) -> str:
    """Say how a document names those responsible, from the rows that were read.

    One of, or several joined by +: a bracket with a label, a bracket with a verb, a line with a
    label, a column of a table; where there is none of them, running text or none.
    """
    brackets = sorted(bracket.span for bracket in find_brackets(text))
    counts: Counter[str] = Counter()
    for row in record.responsibilities:
        if row.rule == "mark.bracket":
            before = _before(text, brackets, row.spans[0].start)
            counts["（责任单位：…）" if re.search("[:：]", before) else "（…负责）"] += 1
        elif row.rule == "mark.label-line":
            counts["责任单位：…"] += 1
        elif row.rule.startswith("table."):
            counts["a column of a table"] += 1
    styles = [style for style, n in counts.most_common() if n >= _SHARE * counts.total()]
    if styles:
        return " + ".join(sorted(styles))
    return "running text" if record.body_duties else "none"


def _before(text: str, brackets: Sequence[Span], offset: int) -> str:
    """Give what stands before an offset in the bracket around it."""
    index = bisect_left(brackets, Span(offset, 0))
    near = brackets[max(0, index - _NESTED) : index]
    start = next((span.start for span in reversed(near) if span.end > offset), offset)
    return text[start:offset]


def label_style(record: Record) -> str:
    """Give the labels of the levels of the main body, outermost first: ``一、 > （一）``."""
    levels: dict[int, Counter[str]] = {}
    for clause in record.clauses:
        if clause.style in _LABELS and not clause.path.startswith("annex"):
            depth = clause.path.count("/")
            levels.setdefault(depth, Counter())[_LABELS[clause.style]] += 1
    printed = [levels[depth].most_common(1)[0][0] for depth in sorted(levels)]
    return " > ".join(dict.fromkeys(printed)) or "none"
