"""Whether documents are in force today, and why: runs inside a worker, once a day and dataset."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from policygraph.query.answer import Plain
from policygraph.query.library import find_question
from policygraph.query.run import ask
from policygraph.rdf.dataset.folder import Dataset

_COPIES_DIFFER = "copies-differ"


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a document is in force on a day.

    Attributes:
        day: the day.
        state: ``yes``, ``no`` or ``unknown``.
        reason: code of the reason, as the question policies-in-force tells it.
        first_day: first day in force; None where none is known.
        last_day: last day in force; None where none is printed.
        repealed_on: day from which another document repeals it, if not after ``day``.
    """

    day: date
    state: str
    reason: str
    first_day: date | None = None
    last_day: date | None = None
    repealed_on: date | None = None

    @property
    def days_left(self) -> int | None:
        """How many days it will be in force after this one; None where that is not known."""
        if self.state != "yes" or self.last_day is None:
            return None
        return (self.last_day - self.day).days


_known: dict[tuple[str, date], dict[str, Standing]] = {}  # of one dataset and day


def standings(dataset: Dataset) -> dict[str, Standing]:
    """Give IRI of a document -> its standing today; ``unknown`` where copies print other terms.

    Raises:
        QueryError: the question whether documents are in force fails.
    """
    today = date.today()
    key = (dataset.manifest.root, today)
    if key not in _known:
        _known.clear()
        found: dict[str, Standing] = {}
        for row in ask(find_question("policies-in-force"), {}, dataset).records():
            policy, told = str(row["policy"]), _standing(row, today)
            before = found.get(policy, told)
            same = (before.state, before.reason) == (told.state, told.reason)
            found[policy] = before if same else Standing(today, "unknown", _COPIES_DIFFER)
        _known[key] = found
    return _known[key]


def standings_of(dataset: Dataset, policies: Collection[str]) -> dict[str, Standing]:
    """Give the standings of these documents, by their IRIs; what is no document has none.

    Raises:
        QueryError: as ``standings``.
    """
    known = standings(dataset)
    return {policy: known[policy] for policy in policies if policy in known}


def _standing(row: dict[str, Plain], today: date) -> Standing:
    days = (row["firstDay"], row["lastDay"], row["repealedOn"])
    first, last, repealed = (day if isinstance(day, date) else None for day in days)
    return Standing(today, str(row["inForce"]), str(row["reason"]), first, last, repealed)
