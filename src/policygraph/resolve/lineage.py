"""Who it was, who it is now: a body followed through its changes to a day.

Only a change that ends a body, or its name, is followed; a transfer of functions is followed for
the functions that moved and for no others; a mere substitution of names never is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from policygraph.model.facts import ChangeKind
from policygraph.model.reform import SUCCESSION, Body, Reform
from policygraph.registry.reforms import by_date
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import is_listed, name_dates, place_under_name
from policygraph.resolve.ordered_changes import with_patterns
from policygraph.resolve.standing import NOBODY, UNKNOWN, Standing, Stands

MAX_HOPS = 32  # changes one after the other; no body of ours has had more than a few


class Lineage:
    """The changes of all sources: the registry's, and those that documents tell."""

    def __init__(
        self,
        registry: Registry,
        told: Iterable[Reform] = (),
        known: Callable[[Body], bool] = lambda body: False,
    ) -> None:
        """Take the sources together.

        Args:
            registry: what the registry knows.
            told: what documents say.
            known: says whether a body is known to exist; settles which of several is meant.
        """
        self._registry = registry
        self._known = known
        self._told: dict[Body, list[Reform]] = {}
        self._founded: dict[str, list[Body]] = {}
        for reform in told:
            if reform.old and reform.old not in reform.new:  # nobody is their own successor
                self._told.setdefault(reform.old, []).append(reform)
            elif reform.kind is ChangeKind.FOUND:
                self._founded.setdefault(reform.event, []).extend(reform.new)

    def of(self, body: Body) -> list[Reform]:
        """Give what became of a body, the earliest first.

        A row of its own that says what ended it goes before a document, and a document before a
        pattern that leaves open when that was or who took its place.
        """
        reforms = self._registry.reforms
        known, told = reforms.of(body), self._told.get(body, [])
        if told and not reforms.is_settled(body):
            return sorted(with_patterns(known, told, self._founded), key=by_date)
        return sorted([*known, *told], key=by_date)

    def told_bodies(self, name: str) -> list[Body]:
        """Give the bodies of this name that documents say changed."""
        told = (reform for reforms in self._told.values() for reform in reforms)
        bodies = {b for r in told for b in (r.old, *r.new) if b and b.name == name}
        return sorted(bodies)

    def predecessors(self, body: Body) -> list[Reform]:
        """Give the changes through which other bodies, or their functions, came to this one.

        Those before the ones before are given too; a transfer is not followed further back.
        """
        found: list[Reform] = []
        waiting, seen = [body], {body}
        while waiting and len(found) < MAX_HOPS * MAX_HOPS:
            for reform in self._into(waiting.pop(0)):
                if reform in found or not (reform.result_body or reform.variants):
                    continue
                found.append(reform)
                if (
                    reform.result_body
                    and reform.old
                    and reform.kind in SUCCESSION
                    and reform.old not in seen
                ):
                    seen.add(reform.old)
                    waiting.append(reform.old)
        return sorted(found, key=by_date)

    def _into(self, body: Body) -> list[Reform]:
        """Give the changes that led to a body at once, those of documents last."""
        known = [r for r in self._registry.reforms.into(body) if r.old is None or self._holds(r)]
        told = (r for old in self._told for r in self.of(old) if r.origin == "record")
        return [*known, *(r for r in told if body in r.new)]

    def _holds(self, reform: Reform) -> bool:
        """Say whether no document says otherwise of the body that changed."""
        return reform.old not in self._told or reform in self.of(reform.old)

    def standing(self, body: Body, as_of: str, function: str | None = None) -> Standing:
        """Say who stands in the place of a body on a day.

        Args:
            body: the body.
            as_of: ISO day.
            function: what the question is about; a transfer of just this function is followed.
        """
        way = _Way(self, as_of, function)
        way.follow(body, None, ())
        return Standing(
            body, way.stands(body), way.reason, tuple(way.now), tuple(way.open),
            tuple(way.hops), tuple(way.aside),
        )  # fmt: skip

    def undocumented(self, body: Body, as_of: str) -> str:
        """Say what is known of a body without any change: a key of ``REASONS``."""
        of_place = self.of_place(body, as_of)
        if of_place:
            return of_place
        dates = name_dates(body, self._registry)
        if dates and all(since and as_of < since for since, _ in dates):
            return "not-founded"
        if dates and all(until and as_of >= until for _, until in dates):
            return "name-ended"
        if self._known(body) or is_listed(body, self._registry):
            return "no-change-known"
        return "not-in-registry"

    def of_place(self, body: Body, as_of: str) -> str:
        """Say what its place decides of a body on a day: a key of ``REASONS``; "" if nothing."""
        place = place_under_name(body, self._registry)
        if place is None or place.level == "national":
            return ""
        history = self._registry.history
        if as_of < history.first_day:
            return "before-table"
        founded = [s.since.by(as_of) for s in history.of_name(place)]
        if not founded or True in founded:
            return ""
        return "place-day-not-known" if None in founded else "place-not-founded"

    def narrowed(self, reform: Reform) -> tuple[Body, ...]:
        """Give the bodies that a change can have led to.

        One, where they are names of one new body and only one of the names is known to be borne.
        That 发展和改革委员会 exists says nothing: it did before the change too.
        """
        known = [body for body in reform.new if self._known(body)]
        return tuple(known) if reform.variants and len(known) == 1 else reform.new


@dataclass(slots=True)
class _Way:
    """The way from one body to those of a day."""

    lineage: Lineage
    as_of: str
    function: str | None
    now: list[Body] = field(default_factory=list)
    open: list[Body] = field(default_factory=list)
    hops: list[Reform] = field(default_factory=list)
    aside: list[Reform] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    @property
    def reason(self) -> str:
        """What decides the answer: the first doubt, else what became of the body."""
        doubts = ("cycle", "several-candidates", "day-not-known", "before-table")
        return next((r for r in self.reasons if r in doubts), self.reasons[0])

    def stands(self, body: Body) -> Stands:
        """Say whether the body that was asked for stands."""
        if body in self.open:
            return Stands.UNKNOWN
        if any(r.old == body and r.ends_the_name and r.when.by(self.as_of) for r in self.hops):
            return Stands.NO
        if self.reason in UNKNOWN:
            return Stands.UNKNOWN
        if self.reason in NOBODY:
            return Stands.NO
        return Stands.YES if body in self.now or self.reason == "function-moved" else Stands.NO

    def follow(self, body: Body, came: Reform | None, path: tuple[Body, ...]) -> None:
        """Follow a body; ``came`` is the change it came of."""
        if body in path or len(path) >= MAX_HOPS:
            self.reasons.append("cycle")
            return
        reforms = [r for r in self.lineage.of(body) if not _earlier(r, came)]
        followed = [r for r in reforms if self._is_followed(r)]
        followed = [*_registry_first(r for r in followed if r.ends_the_name),
                    *_registry_first(r for r in followed if not r.ends_the_name)]  # fmt: skip
        self.aside += [r for r in reforms if r not in followed and r not in self.aside]
        done = [r for r in followed if r.when.by(self.as_of)]
        for reform in done:
            self._take(reform, (*path, body))
        if any(r.ends_the_name for r in done):
            return
        if doubtful := [r for r in followed if r.when.by(self.as_of) is None]:
            self.reasons.append("day-not-known")
            self.open = list(dict.fromkeys((*self.open, body, *_leads(doubtful))))
            self.hops += [r for r in doubtful if r not in self.hops]
        elif not any(r.kind is ChangeKind.FUNCTION_TRANSFER for r in done):
            self._arrive(body, came, "not-yet" if followed else "")

    def _arrive(self, body: Body, came: Reform | None, reason: str) -> None:
        """Take a body as one of those of the day, unless its name is not in use then."""
        if came is None:
            reason = (
                self.lineage.of_place(body, self.as_of)
                or reason
                or self.lineage.undocumented(body, self.as_of)
            )
            self.reasons.append(reason)
            if reason in NOBODY:
                return
        if body not in self.now:
            self.now.append(body)

    def _take(self, reform: Reform, path: tuple[Body, ...]) -> None:
        if reform in self.hops:
            return
        self.hops.append(reform)
        moved = not reform.ends_the_name
        self.reasons.append("function-moved" if moved else "ended" if reform.new else "abolished")
        leads = self.lineage.narrowed(reform)
        if len(leads) > 1:
            self._take_several(reform, leads, path)
        elif leads:
            self.follow(leads[0], reform, path)

    def _take_several(
        self, reform: Reform, leads: tuple[Body, ...], path: tuple[Body, ...]
    ) -> None:
        """Follow each body that may have taken the place, since it may have ended by that day too.

        Where all of them lead to one body it does not matter which of them it was.
        """
        ways = [self._from(lead, reform, path) for lead in leads]
        ends = list(dict.fromkeys(body for way in ways for body in (*way.now, *way.open)))
        for way in ways:
            self.hops += [hop for hop in way.hops if hop not in self.hops]
        if len(ends) == 1 and all(way.now for way in ways):
            self._arrive(ends[0], reform, "")
        else:
            self.reasons.append("several-candidates")
            self.open = list(dict.fromkeys((*self.open, *(ends or leads))))

    def _from(self, lead: Body, reform: Reform, path: tuple[Body, ...]) -> "_Way":
        """Give the way on from one candidate; that the old body stayed is the end of it."""
        way = _Way(self.lineage, self.as_of, self.function)
        if lead == reform.old:
            way.now.append(lead)
        else:
            way.follow(lead, reform, path)
        return way

    def _is_followed(self, reform: Reform) -> bool:
        if reform.kind in (ChangeKind.FUNCTION_TRANSFER, ChangeKind.SPLIT) and reform.functions:
            named = self.function is not None and self.function in reform.functions
            return named or (reform.kind is ChangeKind.SPLIT and self.function is None)
        return reform.kind in SUCCESSION


def _leads(reforms: Iterable[Reform]) -> Iterable[Body]:
    return (body for reform in reforms for body in reform.new)


def _registry_first(reforms: Iterable[Reform]) -> list[Reform]:
    """Leave out what documents tell where the registry knows of the like."""
    found = list(reforms)
    return [r for r in found if r.origin == "registry"] or found


def _earlier(reform: Reform, came: Reform | None) -> bool:
    """A change from before the body came to be is that of another body of its name."""
    return came is not None and reform.when.surely_before(came.when)
