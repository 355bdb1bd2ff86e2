"""The questions on agencies through time against a second way: plain Python over the data sets."""

import tomllib
from pathlib import Path

import pytest

from policygraph.query.library import find_question
from policygraph.query.run import ask

HERE = Path(__file__).parent
DATA = {
    file.stem: tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted(HERE.glob("data/*.toml"))
}
DAYS = ["2023-12-31", "2024-01-01", "2024-03-01", "2024-06-01", "2024-07-01", "2024-12-31",
        "2025-05-31", "2025-06-01"]  # fmt: skip
ENDING = {"rename", "merge", "split", "abolish"}


def days(change):
    """Give the first day on which a change can have happened, and the first on which it had."""
    day = change["date"]
    return (day, day) if isinstance(day, str) else tuple(day)


def hops(data, name):
    """Give the changes from a body on, each with a body that it led to."""
    for change in data["change"]:
        if name in change["old"]:
            for new in change["new"]:
                yield change, new
                if change["kind"] in ENDING and len(change["new"]) == 1:
                    yield from hops(data, new)


def ended(data, name, day):
    """Say whether a body had ended on a day: "yes", "maybe" or "no"."""
    found = [days(c) for c in data["change"] if name in c["old"] and c["kind"] in ENDING]
    if any(last <= day for _, last in found):
        return "yes"
    return "maybe" if any(first <= day for first, _ in found) else "no"


def holds(data, change, body, day, about):
    """Say whether a body that a change led to holds what the old one held."""
    if change["kind"] == "substitute":
        return "no"
    if len(change["new"]) > 1:
        return "unknown"
    if ended(data, body, day) == "yes":
        return "no"
    if ended(data, body, day) == "maybe" or days(change)[1] > day:
        return "unknown"
    return "unknown" if change["kind"] == "split" and not about else "yes"


def holders(data, clause, unit, day):
    """Give who holds the duty of a unit in a clause, as (body, holds)."""
    found = {(unit, {"yes": "no", "maybe": "unknown", "no": "yes"}[ended(data, unit, day)])}
    for change, new in hops(data, unit):
        about = any(f in clause[2] for f in change.get("functions", []))
        moved = change["kind"] == "function_transfer"
        if days(change)[0] <= day and (about or not moved):
            found.add((new, holds(data, change, new, day, about)))
    return found


def borne(spec, path=None):
    """Give the units on which marks and running text lay duties, of a clause or of all."""
    told = [(unit[0], unit[6], "mark") for unit in spec.get("units", [])]
    told += [(duty[0], duty[4], "text") for duty in spec.get("duties", [])]
    return [(unit, by) for clause, unit, by in told if path in (None, clause)]


CLAUSES = [
    (name, spec, clause)
    for name, data in DATA.items()
    for spec in data["policy"]
    for clause in spec["clauses"]
    if spec.get("number") and borne(spec, clause[0])
]


@pytest.mark.parametrize("day", DAYS)
def test_who_holds_each_duty_of_every_clause(day, datasets):
    assert len(CLAUSES) >= 8
    for name, spec, clause in CLAUSES:
        values = {"document": spec["title"], "path": clause[0], "asOf": day}
        answer = ask(find_question("holders-of-clause"), values, datasets[name]).values()
        ours = {(row[0], row[2], row[3], row[4]) for row in answer}
        theirs = {
            (unit, told, *holder)
            for unit, told in borne(spec, clause[0])
            for holder in holders(DATA[name], clause, unit, day)
        }
        assert ours == theirs, (spec["title"], clause[0])


@pytest.mark.parametrize("day", DAYS)
def test_what_each_body_answers_for(day, datasets):
    for name, data in DATA.items():
        bodies = {b for c in data["change"] for b in (*c["old"], *c["new"])}
        for body in sorted(bodies):
            values = {"unit": body, "asOf": day}
            answer = ask(find_question("duties-through-reforms"), values, datasets[name]).values()
            ours = {(row[1], row[2], row[9], row[12]) for row in answer}
            theirs = {
                (unit, held, clause[0], told)
                for spec in data["policy"]
                for clause in spec["clauses"]
                for unit, told in borne(spec, clause[0])
                for holder, held in holders(data, clause, unit, day)
                if holder == body and held != "no" and not _only_possible(data, unit, body)
            }
            assert ours == theirs, (body, day)


def _only_possible(data, unit, body):
    """What a body only may have taken over is not among its duties."""
    return any(new == body and len(change["new"]) > 1 for change, new in hops(data, unit))


@pytest.mark.parametrize("day", DAYS)
def test_which_bodies_took_over(day, datasets):
    for name, data in DATA.items():
        came: dict[str, set[str]] = {}
        for body in {old for change in data["change"] for old in change["old"]}:
            for change, new in hops(data, body):
                sure = change["kind"] in ENDING and len(change["new"]) == 1
                if sure and days(change)[1] <= day and ended(data, new, day) != "yes":
                    came.setdefault(new, set()).add(body)
        duties = {
            new: sum(unit in bodies for spec in data["policy"] for unit, _ in borne(spec))
            for new, bodies in came.items()
        }
        answer = ask(find_question("bodies-that-took-over"), {"asOf": day}, datasets[name]).values()
        assert {(row[0], row[1], row[2]) for row in answer} == {
            (new, len(bodies), duties[new]) for new, bodies in came.items()
        }
