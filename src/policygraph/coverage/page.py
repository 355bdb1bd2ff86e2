"""The page of coverage, as Markdown."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from policygraph.coverage import wording as w
from policygraph.coverage.document import COUNTED, Coverage, totals
from policygraph.coverage.sights import KINDS

_FORMS = 6  # forms named in a cell; the others are counted together


def coverage_page(rows: Sequence[Coverage], language: str = "en") -> str:
    """Give the page as Markdown, in ``zh`` or ``en``."""
    return _Page(rows, language).whole()


def coverage_table(rows: Sequence[Coverage], language: str = "en") -> str:
    """Give the sums in a sentence and a Markdown table with a row for each document."""
    page = _Page(rows, language)
    return f"{page.sentence()}\n\n{page.documents()}"


class _Page:
    """The page in the making."""

    def __init__(self, rows: Sequence[Coverage], language: str) -> None:
        self._rows = rows
        self._language = language

    def whole(self) -> str:
        """Give the page."""
        parts = [
            self._say(w.HEAD, sentence=self.sentence()),
            self._say(w.KINDS_TITLE),
            self._kinds(),
            self._say(w.MARKS_TITLE),
            self._say(w.MARKS_LEAD),
            self._styles(lambda row: row.mark_style),
            *self._missed_by_style(),
            self._say(w.LABELS_TITLE),
            self._say(w.LABELS_LEAD),
            self._styles(lambda row: row.label_style, ("label",)),
            self._say(w.DOCUMENTS_TITLE),
            self._say(w.DOCUMENTS_LEAD),
            self.documents(),
        ]
        return "\n".join(parts)

    def sentence(self) -> str:
        """Give the sums."""
        sums = totals(self._rows)
        share = 100 * sums["unclassified"] / max(1, sums["characters"])
        return self._say(w.SENTENCE, share=share, **sums)

    def documents(self) -> str:
        """Give a table with a row for each document."""
        short = (self._say(w.SHORT[kind]) for kind in KINDS)
        missed = [self._say(w.MISSED_KIND, kind=kind) for kind in short]
        lines = (
            (
                row.name,
                *(getattr(row, key) for key in COUNTED),
                *(row.missed(kind) for kind in KINDS),
            )
            for row in self._rows
        )
        return _table([*self._heads("name", *COUNTED), *missed], lines)

    def _say(self, what: w.Words, **values: object) -> str:
        zh, en = what
        words = zh if self._language == "zh" else en
        return words.format(**values) if values else words

    def _heads(self, *columns: str) -> list[str]:
        return [self._say(w.COLUMNS[column]) for column in columns]

    def _kinds(self) -> str:
        lines = []
        for kind in KINDS:
            seen, missed = _counts(self._rows, kind)
            name = self._say(w.NAMES[kind])
            lines.append((name, seen, seen - missed, missed, self._forms(self._rows, kind)))
        return _table(self._heads("in-text", "seen", "read", "missed", "forms"), lines)

    def _forms(self, rows: Sequence[Coverage], kind: str) -> str:
        """Give the forms of what is missed, the most frequent first."""
        counts = Counter(
            sight.form
            for row in rows
            for sight in row.sights
            if sight.kind == kind and not sight.is_read
        )
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        named = [
            f"`{w.form(form, self._language).replace('|', '¦')}` {count}"
            for form, count in ranked[:_FORMS]
        ]
        others = sum(count for _, count in ranked[_FORMS:])
        if others:
            named.append(self._say(w.OTHERS, count=others))
        return self._say(w.COMMA).join(named) or "–"

    def _styles(self, style_of: Callable[[Coverage], str], kinds: Sequence[str] = KINDS) -> str:
        lines = []
        for style, same in self._by_style(style_of):
            missed = [self._missed_of_seen(same, kind) for kind in kinds]
            forms = [self._forms(same, kinds[0])] if len(kinds) == 1 else []
            lines.append((f"`{style}`", len(same), *missed, *forms))
        short = [self._say(w.SHORT[kind]) for kind in kinds]
        last = self._heads("forms") if len(kinds) == 1 else []
        return _table([*self._heads("style", "documents"), *short, *last], lines)

    def _by_style(self, style_of: Callable[[Coverage], str]) -> list[tuple[str, list[Coverage]]]:
        groups: dict[str, list[Coverage]] = defaultdict(list)
        for row in self._rows:
            groups[style_of(row)].append(row)
        ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
        return [(w.style(name, self._language), same) for name, same in ranked]

    def _missed_of_seen(self, rows: Sequence[Coverage], kind: str) -> str:
        seen, missed = _counts(rows, kind)
        return self._say(w.MISSED_OF_SEEN, missed=missed, seen=seen) if seen else "–"

    def _missed_by_style(self) -> Iterable[str]:
        yield self._say(w.MISSED_TITLE)
        colon, nothing = self._say(w.COLON), self._say(w.NOTHING)
        for style, same in self._by_style(lambda row: row.mark_style):
            found = [(self._say(w.SHORT[kind]), self._forms(same, kind)) for kind in KINDS]
            lines = [f"  - {kind}{colon}{forms}\n" for kind, forms in found if forms != "–"]
            yield f"- `{style}`\n" + ("".join(lines) or f"  - {nothing}\n")


def _counts(rows: Sequence[Coverage], kind: str) -> tuple[int, int]:
    """Give how many sights of a kind there are, and how many of them are missed."""
    return sum(row.seen(kind) for row in rows), sum(row.missed(kind) for row in rows)


def _table(head: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """Give a Markdown table; all columns but the first of words stand to the right."""
    made = [head, ["---"] * len(head), *([str(cell) for cell in line] for line in lines)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in made)
