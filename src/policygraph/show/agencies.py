"""A body on a day, and the line of its changes, as lines of text and as plain data."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from policygraph.model.facts import ChangeKind
from policygraph.model.reform import EVIDENCE_WORDS, KIND_WORDS, Body, Reform, When
from policygraph.model.sources import source_words
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import written_names
from policygraph.resolve.standing import REASONS, Standing, Stands

_STANDS = {Stands.YES: ("是", "yes"), Stands.NO: ("否", "no"), Stands.UNKNOWN: ("不详", "unknown")}
_WORDS: dict[str, tuple[str, str]] = {
    "stands": ("仍是此名称", "stands"),
    "now": ("现由", "now"),
    "open": ("可能是", "one of"),
    "or stayed": ("也可能沿用原名", "or it kept its name"),
    "hops": ("变动", "changes"),
    "told": ("其他记载（未随之转移）", "also told, and not followed"),
    "before": ("前身与划入", "came of"),
    "names": ("名称", "names"),
    "functions": ("职能", "functions"),
    "basis": ("依据", "basis"),
    "evidence": ("依据程度", "evidence"),
    "source": ("来源", "source"),
    "registry": ("登记表", "registry"),
    "record": ("文件", "document"),
    "day": ("日期不详", "day not known"),
    "from": ("起", "from"),
    "until": ("止", "until"),
}


def word(key: str, language: str) -> str:
    """Give a word of these pages in ``zh`` or ``en``."""
    return _WORDS[key][language == "en"]


def kind_word(kind: ChangeKind, language: str) -> str:
    """Give a kind of change in ``zh`` or ``en``."""
    return KIND_WORDS[kind][language == "en"]


def stands_word(stands: Stands, language: str) -> str:
    """Give yes, no or unknown in ``zh`` or ``en``."""
    return _STANDS[stands][language == "en"]


def reason_words(reason: str, language: str) -> str:
    """Give the reason of an answer in ``zh`` or ``en``."""
    return REASONS[reason][language == "en"]


def day_words(when: When, language: str) -> str:
    """Give when a change took effect: a day, or the days between which it lies."""
    return str(when) or word("day", language)


def evidence_words(reform: Reform, language: str) -> str:
    """Say how well a change is known; "" of one that a document tells."""
    told = reform.origin == "registry"
    return EVIDENCE_WORDS[reform.verified][language == "en"] if told else ""


def change_words(reform: Reform, language: str) -> str:
    """Give a change as one line: day, kind, from what to what, functions, basis, source."""
    old = reform.old.name if reform.old else ""
    new = _others(reform.new, reform.old, language)
    parts = [day_words(reform.when, language), kind_word(reform.kind, language)]
    parts.append(f"{old} → {new}" if old and new else old or new)
    told = [
        (word("functions", language), "、".join(reform.functions)),
        (word("basis", language), reform.formal_basis),
        (word("evidence", language), evidence_words(reform, language)),
        (
            f"{word('source', language)} ({word(reform.origin, language)})",
            source_words(reform.source, language),
        ),
    ]
    tail = "; ".join(f"{name}: {value}" for name, value in told if value)
    return " ".join(parts) + (f" [{tail}]" if tail else "")


def _others(bodies: Sequence[Body], old: Body | None, language: str) -> str:
    """Name the bodies that took the place of one; that it may have stayed is said in words."""
    named = " | ".join(body.name for body in bodies if body != old)
    stayed = word("or stayed", language) if old in bodies else ""
    return f"{named} ({stayed})" if named and stayed else named or stayed


def standing_lines(
    found: Standing, before: Sequence[Reform], as_of: str, registry: Registry, language: str
) -> Iterator[str]:
    """Give what is known of a body on a day, as lines."""
    place = registry.places.get(found.body.place)
    yield found.body.name + (f" ({place.name})" if place else "")
    answer, why = stands_word(found.stands, language), reason_words(found.reason, language)
    yield f"  {as_of} {word('stands', language)}: {answer} ({why})"
    for key, bodies in (("now", found.now), ("open", found.open)):
        if bodies and bodies != (found.body,):
            yield f"  {word(key, language)}: {_others(bodies, found.body, language)}"
    for key, reforms in (("hops", found.hops), ("told", found.told), ("before", before)):
        if reforms:
            yield f"  {word(key, language)}:"
            yield from (f"    {change_words(reform, language)}" for reform in reforms)
    names = written_names(found.body, registry)
    if names:
        yield f"  {word('names', language)}:"
    for name, since, until in names:
        days = [(since, word("from", language)), (until, word("until", language))]
        yield f"    {name}" + "".join(f" {day} {what}" for day, what in days if day)


def standing_data(
    found: Standing, before: Iterable[Reform], as_of: str, registry: Registry
) -> dict[str, Any]:
    """Give the same as plain data."""
    return {
        "name": found.body.name,
        "place": found.body.place,
        "as_of": as_of,
        "stands": found.stands.value,
        "reason": found.reason,
        "now": [body_data(body) for body in found.now],
        "one_of": [body_data(body) for body in found.open],
        "changes": [change_data(reform) for reform in found.hops],
        "not_followed": [change_data(reform) for reform in found.told],
        "before": [change_data(reform) for reform in before],
        "names": [
            {"name": name, "since": since, "until": until}
            for name, since, until in written_names(found.body, registry)
        ],
    }


def body_data(body: Body) -> dict[str, str]:
    """Give a body as plain data."""
    return {"name": body.name, "place": body.place}


def change_data(reform: Reform) -> dict[str, Any]:
    """Give a change as plain data."""
    return {
        "event": reform.event,
        "kind": reform.kind.value,
        "old": body_data(reform.old) if reform.old else None,
        "new": [body_data(body) for body in reform.new],
        "date": reform.when.day,
        "not_before": reform.when.not_before,
        "not_after": reform.when.not_after,
        "functions": list(reform.functions),
        "cause": reform.cause,
        "basis": reform.formal_basis,
        "result": reform.result,
        "origin": reform.origin,
        "verified": reform.verified,
        "source": reform.source,
    }
