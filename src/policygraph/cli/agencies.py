"""policygraph agencies: who a body was, who it is now, and how that is known."""

from enum import StrEnum
from typing import Annotated

import typer

from policygraph.cli.agency_names import review, unresolved
from policygraph.cli.agency_sources import bodies_meant, lineage_of, place_code, records_of
from policygraph.cli.console import (
    CommandError,
    errors_reported,
    language_of,
    out,
    print_file,
    print_json,
)
from policygraph.cli.documents import registry_for
from policygraph.cli.help import Command, Group
from policygraph.cli.options import (
    AsOfOption,
    DocumentsOption,
    JsonOption,
    LanguageOption,
    NameArgument,
    PlaceOption,
    RegistryOption,
    day_of,
    option,
)
from policygraph.cli.usage import remember
from policygraph.resolve.occurring import changes_of
from policygraph.show.agencies import (
    body_data,
    change_data,
    change_words,
    standing_data,
    standing_lines,
)
from policygraph.show.lineage_drawing import to_mermaid, to_svg
from policygraph.show.printable import printable

agencies = typer.Typer(name="agencies", cls=Group, no_args_is_help=True, rich_markup_mode=None)


class Form(StrEnum):
    """What ``lineage --format`` takes."""

    TEXT = "text"
    MERMAID = "mermaid"
    SVG = "svg"
    JSON = "json"


@agencies.callback()
def about(language: LanguageOption = None) -> None:
    """Who a body was, who it is now, and how that is known.

    机构沿革：它曾是谁、现在是谁、依据何在。

    \b
    Example:
      policygraph agencies show 阳泉银保监分局
    """
    remember(language)


@agencies.command(cls=Command)
def show(
    name: NameArgument,
    *,
    as_of: AsOfOption = None,
    place: PlaceOption = None,
    function: Annotated[
        str | None,
        option(en="Follow the transfer of just this function.", zh="只跟随这一项职能的划转。"),
    ] = None,
    documents: DocumentsOption = None,
    registry: RegistryOption = None,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Show a body on a day: whether it stands, who took its place, and the evidence.

    某日的机构状况：是否沿用、由谁接续、逐步依据。

    \b
    Example:
      policygraph agencies show 阳泉银保监分局 --as-of 2024-01-01
      policygraph agencies show 市工商局 --place 阳泉市
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        day = day_of(as_of)
        tables = registry_for(documents or [], registry or [])
        lineage = lineage_of(records_of(documents or [], registry or [], tongue), tables)
        found = bodies_meant(name, place_code(place, tables), tables, lineage)
    shown = [(lineage.standing(b, day, function), lineage.predecessors(b)) for b in found]
    if as_json:
        print_json([standing_data(standing, before, day, tables) for standing, before in shown])
        return
    for standing, before in shown:
        for line in standing_lines(standing, before, day, tables, tongue):
            out.print(printable(line))


@agencies.command(cls=Command)
def lineage(
    name: NameArgument,
    *,
    form: Annotated[
        Form,
        option(
            "--format",
            "-f",
            en="How to print it: text, mermaid, svg or json.",
            zh="输出格式：文字、Mermaid 图、SVG 图或 JSON。",
        ),
    ] = Form.TEXT,
    place: PlaceOption = None,
    documents: DocumentsOption = None,
    registry: RegistryOption = None,
    language: LanguageOption = None,
) -> None:
    """Print the whole line of a body: all it came of, and all it became.

    机构沿革全图：前身、接续与职能划转。

    \b
    Example:
      policygraph agencies lineage 阳泉银保监分局 --format svg > lineage.svg
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        tables = registry_for(documents or [], registry or [])
        known = lineage_of(records_of(documents or [], registry or [], tongue), tables)
        found = bodies_meant(name, place_code(place, tables), tables, known)
        if len(found) > 1:
            names = [body.name for body in found]
            raise CommandError(
                zh=f"“{name}”可指：{'、'.join(names)}；请写全称",
                en=f"{name}: means one of {', '.join(names)}; give that",
            )
    (body,) = found
    reforms = list(dict.fromkeys((*known.predecessors(body), *changes_of([body], known))))
    match form:
        case Form.JSON:
            changes = [change_data(reform) for reform in reforms]
            print_json({**body_data(body), "changes": changes})
        case Form.MERMAID:
            print_file(to_mermaid(body, reforms, tongue))
        case Form.SVG:
            print_file(to_svg(body, reforms, tongue))
        case Form.TEXT:
            out.print(printable(body.name))
            for reform in reforms:
                out.print(printable(f"  {change_words(reform, tongue)}"))


agencies.command(cls=Command)(unresolved)
agencies.command(cls=Command)(review)
