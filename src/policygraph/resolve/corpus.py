"""The corpus index: the one place where documents meet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policygraph.extract.works.numbers import is_bare
from policygraph.model.facts import Citation
from policygraph.model.record import Record
from policygraph.resolve.citations import is_decree


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents at hand, by number and by the letters and digits of their titles."""

    by_number: Mapping[str, tuple[Record, ...]]
    by_title: Mapping[str, tuple[Record, ...]]

    def find(self, citation: Citation) -> Record | None:
        """Give the document that a citation means; None where none or several fit.

        A printed number decides; the title only where no number is printed, and for a decree whose
        body is not printed as its head prints it (市政府令第79号), or not printed at all (第79号).
        """
        found = self.by_number.get(citation.number or "", ())
        if citation.title and is_bare(citation.number):
            found = tuple(r for r in found if _same_title(r, citation))
        if citation.number and (found or not is_decree(citation.number)):
            same = [r for r in found if _same_title(r, citation)] or list(found)
        else:
            same = list(self.by_title.get(bare_title(citation.title or ""), ()))
        works = {(r.document.jurisdiction, r.document.number, r.document.title) for r in same}
        return same[0] if len(works) == 1 else None


def _same_title(record: Record, citation: Citation) -> bool:
    return bare_title(record.document.title or "") == bare_title(citation.title or "")


def bare_title(title: str) -> str:
    """Give the letters and digits of a title, by which it is found."""
    return "".join(char for char in title if char.isalnum())


def index_corpus(records: Iterable[Record]) -> Corpus:
    """Index documents by number and title."""
    numbers: dict[str, list[Record]] = defaultdict(list)
    titles: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.document.number:
            numbers[record.document.number].append(record)
        if record.document.title:
            titles[bare_title(record.document.title)].append(record)
    return Corpus(
        {number: tuple(found) for number, found in numbers.items()},
        {title: tuple(found) for title, found in titles.items()},
    )
