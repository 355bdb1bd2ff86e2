"""Verbs that lay a duty on a body, and what around them makes another word of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from policygraph.errors import RegistryError
from policygraph.registry.tables import read_table

USES = ("task", "task-opening", "plain", "by", "by-only")


class DutyVerb(NamedTuple):
    """A verb, or an adverb with which what must be done begins.

    Attributes:
        word: as printed.
        not_before: words before which it is part of another (监督 before 管理).
        not_behind: words behind which it is (保障 behind 社会).
    """

    word: str
    not_before: tuple[str, ...]
    not_behind: tuple[str, ...]


def read_duty_verbs(path: Path) -> Mapping[str, tuple[DutyVerb, ...]]:
    """Read the table of verbs by their use, one of ``USES``.

    Raises:
        RegistryError: a row cannot be used; names file and line.
    """
    columns = ("word", "use", "not_before?", "not_behind?", "source")
    found: dict[str, list[DutyVerb]] = {use: [] for use in USES}
    for line, row in enumerate(read_table(path, columns), 2):
        if row["use"] not in found:
            raise RegistryError(
                zh=f"登记表 {path} 第 {line} 行的 use“{row['use']}”不在可用的值之内；"
                f"请改用其中之一：{'、'.join(USES)}",
                en=f"{path}: line {line}: use {row['use']!r} is not known;"
                f" use one of {', '.join(USES)}",
            )
        verb = DutyVerb(
            row["word"], tuple(row["not_before"].split()), tuple(row["not_behind"].split())
        )
        found[row["use"]].append(verb)
    return {use: tuple(verbs) for use, verbs in found.items()}
