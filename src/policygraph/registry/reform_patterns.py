"""A national reform as a pattern, and the change of one place that it stands for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policygraph.model.reform import Body, Reform
from policygraph.registry.places import Place, Places

LEVELS = ("national", "province", "municipality", "prefecture", "county")
_RULES = ("capital", "in_municipality", "separately_planned")
APPLIES = ("any", *_RULES, *(f"not_{rule}" for rule in _RULES))
# 计划单列市: in the plans of the State they stand beside the provinces, and so do offices in them
SEPARATELY_PLANNED = frozenset({"210200", "330200", "350200", "370200", "440300"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A reform that befell the bodies of many places alike.

    Attributes:
        level: level of the place that fills the names: one of ``LEVELS``.
        applies: ``any``, or one of ``APPLIES``: whether the city, or the city above a county, is
            ``capital`` of a province or ``separately_planned``; whether a county is
            ``in_municipality``; each also with ``not_``.
        old: name of the old body; ``{name}``, ``{short}``, ``{own}``, ``{parent}`` and
            ``{province}`` stand for the place, its own name, and the places above it.
        new: names of which the new body bears one.
        told: what all its expansions share; their bodies are not filled in.
    """

    level: str
    applies: str
    old: str
    new: tuple[str, ...]
    told: Reform


def expanded(
    pattern: Pattern, place: Place, words: dict[str, str], places: Places
) -> Iterator[Reform]:
    """Give the change of one place; none where a name needs a city and no city is above it."""
    chain = places.chain(place.code)

    def body(name: str) -> Body:
        code = place.code
        if "{province}" in name:
            code = next((each.code for each in chain if each.level == "province"), code)
        elif "{parent}" in name and "{own}" not in name:
            code = place.parent
        return Body(code, filled(name, words))

    names = [name for name in pattern.new if words["{parent}"] or "{parent}" not in name]
    if names or not pattern.new:
        # where {own} and {short} are the same, two names are one
        new = tuple(dict.fromkeys(body(name) for name in names))
        yield replace(pattern.told, place=place.code, old=body(pattern.old), new=new)


def filled(name: str, words: dict[str, str]) -> str:
    """Put the names of a place in the name of a body: ``{name}财政局``."""
    for word, value in words.items():
        name = name.replace(word, value)
    return name
