"""Commands and groups of commands whose help is in one language.

Typer builds help from texts of its own in English and counts a Chinese character as one cell of a
terminal, so that what it wraps is too wide: what it knows of a command is laid out here instead.
"""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from policygraph.cli.usage import asked_language
from policygraph.documentation.help_text import summary

_LANGUAGE = "policygraph.language"  # where a context keeps it, for the commands below it as well


class _InOneLanguage:
    """A command, or a group, whose usage and help are in the language that the line asks for."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Remember the language that the whole line asks for, then read the line."""
        if ctx.parent is None:
            ctx.meta[_LANGUAGE] = asked_language(args)
        return super().parse_args(ctx, args)  # type: ignore[misc]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is called."""
        from policygraph.cli.help_page import usage_of  # noqa: PLC0415 - seldom needed

        formatter.write(f"{usage_of(self, ctx, language_in(ctx))}\n")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help."""
        from policygraph.cli.help_page import help_of  # noqa: PLC0415 - seldom needed

        lines = help_of(self, ctx, formatter.width, language_in(ctx))
        formatter.write("\n".join(lines) + "\n")


class Command(_InOneLanguage, TyperCommand):
    """A command whose help is in one language."""


class Group(_InOneLanguage, TyperGroup):
    """A group of commands whose help is in one language."""

    def listed(self) -> dict[str, str]:
        """Give what the list of commands says of each, in both languages, by its name."""
        return {
            name: summary(command.help or "")
            for name, command in self.commands.items()
            if not command.hidden
        }


def language_in(ctx: Any) -> str:
    """Give the language of a context: ``zh`` or ``en``."""
    found = ctx.meta.get(_LANGUAGE)
    return found if isinstance(found, str) else asked_language(())
