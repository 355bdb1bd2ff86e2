"""Words that carry meaning: roles, endings of units, kinds of documents, relations, verbs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from policygraph.registry.duty_verbs import DutyVerb, read_duty_verbs
from policygraph.registry.tables import read_table


def alternation(words: Iterable[str]) -> str:
    """Give a regular expression that matches any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


def factored(words: Iterable[str], between: str = "") -> str:
    """Give the same, with what words begin with in common written once, so that it fails at once.

    Args:
        words: the words.
        between: a regular expression for what may stand between two characters of a word.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        rests.setdefault(word[0], []).append(word[1:])
    ways = (_factored(first, behind, between) for first, behind in rests.items())
    return "|".join(ways)


def _factored(first: str, rests: list[str], between: str) -> str:
    longer = [rest for rest in rests if rest]
    if not longer:
        return re.escape(first)
    behind = f"(?:{between}(?:{factored(longer, between)}))"
    return re.escape(first) + (behind if len(longer) == len(rests) else behind + "?")


@dataclass(frozen=True, eq=False)
class Words:
    """The word tables.

    Attributes:
        role_labels: 责任单位 -> responsible, 牵头单位 -> lead ...
        role_verbs: 负责 -> responsible, 配合 -> support ...
        role_heads: parts of heads of columns: 牵头 -> lead, 承办 -> responsible ...
        unit_suffixes: endings of names of units: 局, 委员会 ...
        group_heads: beginnings of collective units: 各, 辖区 ...
        group_tails: collective units by themselves: 金融机构, 部门 ...
        own_prefixes: beginnings of names that never take the level of the list: 国家, 中国 ...
        functions: fields of offices that no standard department has for a name: 物价 ...
        surnames: surnames of people: 张三 in a mark is no unit.
        kinds: ending of a title -> kind of document.
        relations_before: word before a citation -> relation.
        relations_after: word behind a citation -> relation.
        forms: endings of titles that are forms and certificates: 发票, 申请书 ...
        duty_verbs: verbs that lay a duty on a body, by their use.
    """

    role_labels: dict[str, str]
    role_verbs: dict[str, str]
    role_heads: dict[str, str]
    unit_suffixes: tuple[str, ...]
    group_heads: tuple[str, ...]
    group_tails: tuple[str, ...]
    own_prefixes: tuple[str, ...]
    functions: frozenset[str]
    surnames: tuple[str, ...]
    kinds: dict[str, str]
    relations_before: dict[str, str]
    relations_after: dict[str, str]
    forms: tuple[str, ...]
    duty_verbs: Mapping[str, tuple[DutyVerb, ...]]


def read_words(folder: Path) -> Words:
    """Read the word tables of a registry folder.

    Raises:
        RegistryError: a row is incomplete; names file and line.
    """
    roles = list(read_table(folder / "roles.csv", ("word", "role", "use", "source")))
    units = list(read_table(folder / "unit_words.csv", ("word", "use", "source")))
    kinds = read_table(folder / "document_kinds.csv", ("word", "kind", "source"))
    relations = list(read_table(folder / "relations.csv", ("place", "word", "relation", "source")))

    def used_as(use: str) -> tuple[str, ...]:
        return tuple(row["word"] for row in units if row["use"] == use)

    return Words(
        role_labels={row["word"]: row["role"] for row in roles if row["use"] == "label"},
        role_verbs={row["word"]: row["role"] for row in roles if row["use"] == "verb"},
        role_heads={row["word"]: row["role"] for row in roles if row["use"] == "head"},
        unit_suffixes=used_as("suffix"),
        group_heads=used_as("group-head"),
        group_tails=used_as("group-tail"),
        own_prefixes=used_as("own-prefix"),
        functions=frozenset(used_as("function")),
        surnames=used_as("surname"),
        kinds={row["word"]: row["kind"] for row in kinds},
        relations_before={r["word"]: r["relation"] for r in relations if r["place"] == "before"},
        relations_after={r["word"]: r["relation"] for r in relations if r["place"] == "after"},
        forms=tuple(row["word"] for row in read_table(folder / "forms.csv", ("word", "source"))),
        duty_verbs=read_duty_verbs(folder / "duty_verbs.csv"),
    )
