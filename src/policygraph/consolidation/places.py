"""Places that a change names -> runs of characters of the text that is changed."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from policygraph.consolidation.outcome import Reason
from policygraph.expression import expression
from policygraph.model.facts import PREAMBLE, Responsibility, Target
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.model.structure import Clause
from policygraph.resolve.running import meant_by, running_numbers

_ARTICLE = expression("第[^第]{1,12}条")
_LINE = expression(r"[^\r\n]+")
_ENDS = ("。", "；", "！")  # of sentences
_LAST = (*_ENDS, "：", ":")  # of the one that the units follow


class Place(NamedTuple):
    """A place in a text.

    Attributes:
        span: all of it, to the beginning of what follows.
        path: of the clause that it is or is in; None for the whole text.
        words: behind its label, where it has one.
    """

    span: Span
    path: str | None
    words: Span


class Places:
    """The places of a text, found by how changes name them."""

    def __init__(self, record: Record, text: str) -> None:
        self.text = text
        self.record = record
        self.by_path = {clause.path: clause for clause in record.clauses}
        in_order = sorted(record.clauses, key=lambda clause: clause.start)
        self._starts = [clause.start for clause in in_order]
        self._paths = [clause.path for clause in in_order]
        self._labelled = set(self._starts)
        self._by_last: dict[str, list[Clause]] = {}
        self._below: dict[str | None, list[Clause]] = {}
        for clause in record.clauses:
            self._below.setdefault(clause.parent, []).append(clause)
            self._by_last.setdefault(clause.path.rpartition("/")[2], []).append(clause)
        self._paragraphs: dict[str, list[Span]] = {}
        duties = [row for row in record.responsibilities if row.spans]
        self._duties = sorted(duties, key=lambda row: row.spans[0].start)
        self._running = running_numbers(record.clauses)

    def find(self, target: Target) -> Place | Reason:
        """Give the place that a change names; the whole text where it names none."""
        if target.locator is None:
            whole = Span(0, len(self.text))
            return Place(whole, None, whole)
        if target.locator == PREAMBLE:
            first = self._preamble()
            return Place(first, PREAMBLE, first) if first else Reason.PLACE_UNKNOWN
        if target.locator == "title":
            return self._title()
        return self._unit(target.locator, target.locator_as_written or "")

    def of_clause(self, clause: Clause) -> Place:
        """Give the place of a clause with all below it."""
        words = clause.start + _label_length(self.text, clause)
        end = self._end(clause)
        if "#" in self.text[max(end - 8, words) : end]:  # the mark of the next heading in Markdown
            end = words + len(self.text[words:end].rstrip("# \t"))
        return Place(Span(clause.start, end), clause.path, Span(words, end))

    def _end(self, clause: Clause) -> int:
        """Give where a unit ends; a paragraph behind the last item is one of the article (款)."""
        article = self.article_of(clause)
        if article is None or article is clause:
            return clause.end
        for line in _LINE.finditer(self.text, clause.start, clause.end):
            words = line.group().lstrip()
            begin = line.end() - len(words)
            if words and begin > clause.start and begin not in self._labelled:
                return begin
        return clause.end

    def article_of(self, clause: Clause) -> Clause | None:
        """Give the article that a unit is or lies in."""
        at: Clause | None = clause
        while at is not None and at.style != "article":
            at = self.by_path.get(at.parent or "")
        return at

    def items(self, clause: Clause, within: Span) -> list[Clause]:
        """Give the items (项) of an article that stand in a span of it."""
        return [
            one
            for one in self._below.get(clause.path, ())
            if within.start <= one.start < within.end
        ]

    def below(self, path: str | None) -> list[Clause]:
        """Give the units right below one; None: those at the top."""
        return self._below.get(path, [])

    def paragraphs(self, clause: Clause) -> list[Span]:
        """Give the paragraphs (款) of an article: those without a label, each with its items.

        The label of the article is part of the first.
        """
        if clause.path in self._paragraphs:
            return self._paragraphs[clause.path]
        found: list[Span] = []
        for line in _LINE.finditer(self.text, clause.start, clause.end):
            begin = line.start() + len(line.group()) - len(line.group().lstrip())
            if begin == line.end():
                continue
            if found and begin in self._labelled:
                found[-1] = Span(found[-1].start, line.end())
            else:
                found.append(Span(begin, line.end()))
        self._paragraphs[clause.path] = found
        return found

    def duties(self, within: Span) -> list[Responsibility]:
        """Give the units whose names begin inside a span, with what they have to do."""
        first, last = (
            bisect_left(self._duties, offset, key=lambda row: row.spans[0].start)
            for offset in within
        )
        return self._duties[first:last]

    def _preamble(self) -> Span | None:
        """Give the sentences (引言) before the first unit: title, day and addressees are none."""
        lines = _LINE.finditer(self.text, 0, self.record.preamble_end)
        prose: list[re.Match[str]] = []
        for line in reversed([line for line in lines if not line.group().isspace()]):
            if line.group().rstrip().endswith(_ENDS if prose else _LAST):
                prose.append(line)
            elif prose or set(line.group()) - set("# \t"):
                break
        return Span(prose[-1].start(), prose[0].end()) if prose else None

    def _title(self) -> Place | Reason:
        spans = [
            span
            for evidence in self.record.document.evidence
            if evidence.field == "title"
            for span in evidence.spans
        ]
        if not spans:
            return Reason.PLACE_UNKNOWN
        whole = Span(spans[0].start, spans[-1].end)
        return Place(whole, None, whole)

    def _unit(self, locator: str, printed: str) -> Place | Reason:
        locator, *other = meant_by(locator, printed, self._running)
        if other and locator.partition("/")[0] in self.by_path:
            return Reason.PLACE_AMBIGUOUS  # 第三条: of 三、, or of the measure 3.
        head, *inner = locator.split("/")
        articles = bool(inner) and bool(_ARTICLE.search(printed) or re.search("[款项]", printed))
        if articles and not locator.startswith("annex"):
            found = self.clause(head, article=True)
            if isinstance(found, Clause):
                return self._inside(found, inner, printed)
        found = self.clause(locator, article=bool(_ARTICLE.search(printed)))
        return found if isinstance(found, Reason) else self.of_clause(found)

    def clause(self, path: str, *, article: bool = False) -> Clause | Reason:
        """Give the clause of a path, or the one whose path ends in it."""
        if not article and path in self.by_path:
            return self.by_path[path]
        fitting = [
            clause
            for clause in self._by_last.get(path.rpartition("/")[2], ())
            if (clause.path == path or clause.path.endswith("/" + path))
            and (not article or clause.style == "article")
        ]
        main = [clause for clause in fitting if not clause.path.startswith("annex")]
        match main or fitting:
            case []:
                return self.clause(path) if article else Reason.PLACE_UNKNOWN
            case [one]:
                return one
            case _:
                return Reason.PLACE_AMBIGUOUS

    def _inside(self, article: Clause, inner: list[str], printed: str) -> Place | Reason:
        """Give a paragraph or an item of an article, or an item of one of its paragraphs."""
        if "款" not in printed:
            found = self.clause(f"{article.path}/{'/'.join(inner)}")
            return found if isinstance(found, Reason) else self.of_clause(found)
        paragraphs = self.paragraphs(article)
        number = int(inner[0]) if inner[0].isdecimal() else 0
        if not 0 < number <= len(paragraphs):
            return Reason.PLACE_UNKNOWN
        span = paragraphs[number - 1]
        if len(inner) == 1:
            begin = span.start
            if begin == article.start:
                begin += _label_length(self.text, article)
            return Place(span, article.path, Span(begin, span.end))
        items = [
            clause
            for clause in self._between(span)
            if clause.path.rpartition("/")[2].partition("~")[0] == inner[1]
        ]
        return self.of_clause(items[0]) if len(items) == 1 else Reason.PLACE_UNKNOWN

    def _between(self, span: Span) -> list[Clause]:
        """Give the clauses that begin inside a span."""
        first, last = bisect_right(self._starts, span.start), bisect_left(self._starts, span.end)
        return [self.by_path[path] for path in self._paths[first:last]]

    def clause_at(self, offset: int) -> str | None:
        """Give the path of the clause that begins last before an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self._paths[index] if index >= 0 else None


def _label_length(text: str, clause: Clause) -> int:
    """Give the length of a label as it stands, with the blanks behind it.

    A label is kept without the blanks inside it.
    """
    if clause.style == "annex":
        line = _LINE.match(text, clause.start)
        return len(line.group()) if line else 0
    at, left = clause.start, len(clause.label)
    while left and at < clause.end:
        left -= not text[at].isspace()
        at += 1
    while at < clause.end and text[at].isspace() and text[at] not in "\r\n":
        at += 1
    return at - clause.start
