"""All generated pages and drawings: written anew, or compared with those on disk.

Each page is a pure function of the program; ``policygraph docs --write`` writes them and
``--check`` tells whether those on disk still say the same.
"""

from pathlib import Path

from typer.core import TyperGroup

from policygraph.documentation.commands import commands_page
from policygraph.documentation.findings import findings_page
from policygraph.query.page import questions_page


def pages(program: TyperGroup) -> dict[str, str]:
    """Give every generated page, keyed by its file name under ``docs/``."""
    return {
        "cli.md": commands_page(program),
        "findings.md": findings_page(),
        "questions.md": questions_page(),
    }


def stale_pages(folder: Path, program: TyperGroup) -> tuple[str, ...]:
    """Name the pages that are missing in ``folder`` or say something else than they should."""
    return tuple(
        name
        for name, text in pages(program).items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    )


def write_pages(folder: Path, program: TyperGroup) -> None:
    """Write every generated page to ``folder``, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(program).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
