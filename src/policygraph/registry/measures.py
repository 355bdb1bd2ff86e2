"""Units of measure, and the words around figures: 万元, 个工作日; 不超过, 以上, 每增加."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policygraph.errors import RegistryError
from policygraph.registry.tables import read_table

FAMILIES = (
    "money", "percent", "multiple", "score", "time", "age", "size", "event", "count", "denominator",
)  # fmt: skip
NUMERALS = ("any", "digits")


@dataclass(frozen=True, slots=True)
class UnitOfMeasure:
    """A unit, or a measure word that stands for one.

    Attributes:
        word: as printed, without 万 or 亿 before it: 元, 家, 个工作日.
        family: what it measures; one of ``FAMILIES``. A ``denominator`` only stands behind / or 每.
        spelled: a Chinese numeral before it gives a figure by itself (三个月, but not 三项).
        not_before: characters that make another word of it (人 before 民).
        only_before: words of which one must follow (条 before 生产线, but not 17条); () for any.
    """

    word: str
    family: str
    spelled: bool
    not_before: str
    only_before: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Measures:
    """The tables of figures.

    Attributes:
        units: units of measure by their word.
        uses: words by what they say of a figure: ``at-most``, ``or-more``, ``reward`` ...
    """

    units: Mapping[str, UnitOfMeasure]
    uses: Mapping[str, tuple[str, ...]]

    def words(self, *uses: str) -> tuple[str, ...]:
        """Give the words of some uses."""
        if len(uses) == 1:
            return self.uses.get(uses[0], ())
        return tuple(word for use in uses for word in self.uses.get(use, ()))


def read_measures(folder: Path) -> Measures:
    """Read the tables of a registry folder.

    Raises:
        RegistryError: a row cannot be used; names file and line.
    """
    uses: dict[str, list[str]] = {}
    for row in read_table(folder / "quantity_words.csv", ("word", "use", "source")):
        uses.setdefault(row["use"], []).append(row["word"])
    return Measures(
        _read_units(folder / "units_of_measure.csv"),
        {use: tuple(words) for use, words in uses.items()},
    )


def _read_units(path: Path) -> dict[str, UnitOfMeasure]:
    units: dict[str, UnitOfMeasure] = {}
    columns = ("word", "family", "numeral", "not_before?", "only_before?", "source")
    for line, row in enumerate(read_table(path, columns), 2):
        for column, allowed in (("family", FAMILIES), ("numeral", NUMERALS)):
            if row[column] not in allowed:
                raise RegistryError(
                    zh=f"登记表 {path} 第 {line} 行的 {column}“{row[column]}”不在可用的值之内；"
                    f"请改用其中之一：{'、'.join(allowed)}",
                    en=f"{path}: line {line}: {column} {row[column]!r} is not known;"
                    f" use one of {', '.join(allowed)}",
                )
        units[row["word"]] = UnitOfMeasure(
            row["word"], row["family"], row["numeral"] == "any", row["not_before"],
            tuple(row["only_before"].split()),
        )  # fmt: skip
    return units
