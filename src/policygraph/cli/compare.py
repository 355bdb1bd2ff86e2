"""policygraph compare: two versions of a document, unit by unit."""

import json
from pathlib import Path
from typing import Annotated

from rich.console import Console

from policygraph.cli.console import errors_reported, language_of, out
from policygraph.cli.one_file import read_one
from policygraph.cli.options import LanguageOption, RegistryOption, argument, option
from policygraph.cli.out_file import check_out
from policygraph.export.output import new_file, write_text
from policygraph.export.versions import sentences, to_json, write_versions
from policygraph.show.printable import printable
from policygraph.show.versions import print_versions, versions_page
from policygraph.versions.compare import compare as compare_versions
from policygraph.versions.outcome import Versions

_ENDINGS = (".docx", ".html", ".json")


def compare(
    old: Annotated[Path, argument(en="The old version.", zh="较早的文本。")],
    new: Annotated[Path, argument(en="The new version.", zh="较新的文本。")],
    target: Annotated[
        Path | None,
        option(
            "--out",
            "-o",
            en="Write the table of old and new for Word (.docx), a page (.html), or all"
            " of it (.json).",
            zh="写成 Word 新旧对照表、网页或 JSON。",
        ),
    ] = None,
    registry: RegistryOption = None,
    language: LanguageOption = None,
) -> None:
    """Compare two versions of a document: units, and whose duties, figures and times change.

    比较同一文件的两个文本：逐条列出修改、新增、删去和移动，以及责任单位、数字、时限和引用的变化。

    \b
    Example:
      policygraph compare 办法.docx 办法（修订草案）.docx
      policygraph compare 办法.docx 办法（修订草案）.docx --out 新旧对照表.docx
    """
    tongue = language_of(language)
    with errors_reported(tongue):
        check_out(target, _ENDINGS, (old, new))
        before, after = (read_one(file, registry or []) for file in (old, new))
        versions = compare_versions(*before, *after)
        if target is not None:
            _write(versions, target, tongue)
        else:
            console = Console(highlight=False, markup=False, soft_wrap=True, file=out.file)
            print_versions(versions, console, tongue)


def _write(versions: Versions, target: Path, language: str) -> None:
    match target.suffix.lower():
        case ".docx":
            with new_file(target) as stream:
                write_versions(versions, stream, language)
        case ".html":
            write_text(target, versions_page(versions, language))
        case _:
            data = json.dumps(to_json(versions), ensure_ascii=False, indent=1)
            write_text(target, data + "\n")
    colon = "：" if language == "zh" else ": "
    for name, value in sentences(versions, language):
        out.print(printable(f"{name}{colon}{value}"))
    out.print(printable(str(target)))
