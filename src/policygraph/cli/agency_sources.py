"""What the commands about agencies read: documents, the changes they tell, the bodies meant."""

from collections.abc import Sequence
from pathlib import Path

from policygraph.cli.console import UsageError
from policygraph.cli.documents import documents_of
from policygraph.errors import SourceError
from policygraph.model.record import Record
from policygraph.model.reform import Body
from policygraph.registry.registry import Registry
from policygraph.resolve.bodies import bodies_named
from policygraph.resolve.lineage import Lineage
from policygraph.resolve.occurring import occurring_bodies
from policygraph.resolve.suggest import nearest_names
from policygraph.resolve.told_reforms import told_reforms


def place_code(option: str | None, registry: Registry) -> str | None:
    """Give the code of ``--place``.

    Raises:
        UsageError: no place, or several, bear that name.
    """
    if option is None or (code := registry.history.key(option)):
        return code if option else None
    found = registry.places.at_start(option)
    if found and found[1] == len(option):
        return found[0].code
    raise UsageError(
        zh=f"没有名为“{option}”的行政区划，或有多个同名；请填写代码，或连写市、区名称",
        en=f"{option!r} is not known, or several bear that name;"
        " give its code or 市 and 区 together",
        option="--place",
    )


def lineage_of(records: Sequence[Record], registry: Registry) -> Lineage:
    """Give the changes that the registry and some documents know."""
    told = [reform for record in records for reform in told_reforms(record, registry)]
    occurring = occurring_bodies(records, registry)
    return Lineage(registry, told, known=lambda body: body in occurring)


def bodies_meant(name: str, near: str | None, registry: Registry, known: Lineage) -> list[Body]:
    """Give the bodies that a name means, in the registry or in the documents.

    Raises:
        SourceError: there is none; names those that are written alike.
    """
    found = list(dict.fromkeys((*bodies_named(name, registry, near), *known.told_bodies(name))))
    if found:
        return found
    alike = nearest_names(name, near or "", registry)
    if alike:
        raise SourceError(
            zh=f"登记表中没有机构“{name}”；请核对，写法相近的有：{'、'.join(alike)}",
            en=f"{name}: the registry does not know this body; written alike: {', '.join(alike)}",
        )
    raise SourceError(
        zh=f"登记表中没有机构“{name}”；请用 --place 指明行政区划，或写全称",
        en=f"{name}: the registry does not know this body; give --place, or its full name",
    )


def records_of(paths: Sequence[Path], registry: Sequence[Path], language: str) -> list[Record]:
    """Read datasets, records and texts; a file that cannot be read is told and left out."""
    return [record for record, _ in documents_of(paths, registry, language, [])]
