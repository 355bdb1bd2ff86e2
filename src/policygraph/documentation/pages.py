"""All generated pages and drawings: written anew, or compared with those on disk.

Each page is a pure function of the program; ``policygraph docs --write`` writes them and
``--check`` tells whether those on disk still say the same.
"""

from pathlib import Path

from typer.core import TyperGroup

from policygraph.documentation.clause_picture import clause_picture
from policygraph.documentation.commands import commands_page
from policygraph.documentation.concepts_page import concepts_page
from policygraph.documentation.diagram_svg import diagram_svg
from policygraph.documentation.findings import findings_page
from policygraph.documentation.module_diagram import module_diagram
from policygraph.documentation.module_page import module_page
from policygraph.documentation.ontology import read_ontology
from policygraph.documentation.ontology_index import ontology_index
from policygraph.query.page import questions_page


def pages(program: TyperGroup) -> dict[str, str]:
    """Give every generated page, keyed by its file name under ``docs/``."""
    return {
        "cli.md": commands_page(program, "en"),
        "cli.zh.md": commands_page(program, "zh"),
        "findings.md": findings_page(),
        "questions.md": questions_page(),
        **{f"ontology/{name}": text for name, text in ontology_pages().items()},
    }


def ontology_pages() -> dict[str, str]:
    """Give the pages and drawings of the ontology, keyed by file name under ``docs/ontology/``."""
    modules = read_ontology().modules
    return {
        "README.md": ontology_index(),
        "clause.svg": clause_picture(),
        "concepts.md": concepts_page(),
        **{f"{module.name}.md": module_page(module) for module in modules},
        **{f"{module.name}.svg": diagram_svg(module_diagram(module)) for module in modules},
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
    for name, text in pages(program).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
