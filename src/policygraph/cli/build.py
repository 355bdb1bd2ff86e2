"""policygraph build: a folder of documents in, a dataset out."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from policygraph.build import BuildResult
from policygraph.build import build as build_dataset
from policygraph.cli.console import (
    EXIT_FINDINGS,
    UsageError,
    complain,
    err,
    errors_reported,
    language_of,
    out,
    print_json,
)
from policygraph.cli.options import JsonOption, LanguageOption, RegistryOption, argument, option
from policygraph.model.code import Severity
from policygraph.model.file_finding import FileFinding
from policygraph.rdf.dataset.writing import Progress as Report
from policygraph.rdf.iri import DEFAULT_BASE, check_base
from policygraph.text.files import left_out

_STEPS = {"read": ("Reading", "读取"), "link": ("Linking", "关联"), "load": ("Loading", "载入")}


def build(
    paths: Annotated[
        list[Path],
        argument(en="Texts, records, or folders of them.", zh="文本、记录，或其所在的文件夹。"),
    ],
    target: Annotated[
        Path, option("--out", "-o", en="Folder of the dataset.", zh="数据集写入哪个文件夹。")
    ] = Path("data/build"),
    *,
    registry: RegistryOption = None,
    base: Annotated[
        str, option(en="Base IRI of the data.", zh="数据标识（IRI）的公共开头。")
    ] = DEFAULT_BASE,
    jobs: Annotated[
        int, option(min=1, max=64, en="Processes that read.", zh="同时读取文件的进程数。")
    ] = 2,
    as_json: JsonOption = False,
    language: LanguageOption = None,
) -> None:
    """Build a dataset from texts and records; it replaces the old one when it is whole.

    由文本和记录构建数据集；新数据集完整之后才替换旧的。

    Files that the old one was built from, and that have not changed, are not read again.

    旧数据集中未变的文件不再重新读取。

    A file that cannot be read is an error; the others are built, and the exit status is 1.

    无法读取的文件计为错误，其余照常构建，退出状态为 1。

    \b
    Example:
      policygraph build data/samples --registry data/samples/registry --out data/build
    """
    tongue = language_of(language)
    with errors_reported(tongue), _progress(tongue) as report:
        _check(base)
        result = build_dataset(
            paths, target, local_registry=registry or [], base=base, jobs=jobs, progress=report
        )
    if as_json:
        found = {"dataset": str(target), "unchanged": result.unchanged}
        print_json({**found, **asdict(result.manifest)})
    else:
        _print(result, tongue)
        _print_left_out(paths, tongue)
    if any(p.finding.severity is Severity.ERROR for p in result.problems):
        raise typer.Exit(EXIT_FINDINGS)


def _check(base: str) -> None:
    try:
        check_base(base)
    except ValueError as error:
        raise UsageError(
            zh=f"“{base}”不可用；请给出以 / 结尾的完整 IRI，例如 {DEFAULT_BASE}",
            en=f"{base!r}: give an absolute IRI that ends in /, as {DEFAULT_BASE}",
            option="--base",
        ) from error


@contextmanager
def _progress(tongue: str) -> Iterator[Report]:
    """Show a bar for each step on standard error, if that is a terminal."""
    if not err.is_terminal:
        yield lambda step, done, total: None
        return
    import rich.progress as shown  # noqa: PLC0415 - a pipe does without

    columns = (shown.TextColumn("{task.description}"), shown.BarColumn())
    with shown.Progress(*columns, shown.MofNCompleteColumn(), console=err, transient=True) as bars:
        tasks = {
            name: bars.add_task(names[tongue == "zh"], total=None, visible=False)
            for name, names in _STEPS.items()
        }

        def report(step: str, done: int, total: int) -> None:
            bars.update(tasks[step], completed=done, total=total, visible=True)

        yield report


def _print(result: BuildResult, tongue: str) -> None:
    counts = result.manifest.counts
    bad = [p for p in result.problems if p.finding.severity is Severity.ERROR]
    for problem in bad:
        _print_problem(problem, tongue)
    if tongue == "zh":
        out.print(
            "已构建 {path}：文件 {documents}，条款 {clauses}，责任 {responsibilities}，"
            "引用 {citations}，四元组 {quads}，根哈希 {root}".format(
                path=result.path, root=result.manifest.root[:12], **counts
            )
        )
    else:
        out.print(
            "built {path}: {documents} documents, {clauses} clauses,"
            " {responsibilities} responsibilities, {citations} citations, {quads} quads,"
            " root {root}".format(path=result.path, root=result.manifest.root[:12], **counts)
        )
    if result.unchanged:
        zh = f"其中 {result.unchanged} 个文件未变，沿用上次读取的结果"
        en = f"{result.unchanged} files had not changed and were taken over"
        out.print(zh if tongue == "zh" else en)
    codes = Counter(problem.finding.code for problem in result.problems)
    if codes:
        listed = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
        head = "问题" if tongue == "zh" else "findings"
        out.print(f"{head} {sum(codes.values())}: {listed} ({result.path / 'findings.json'})")

    if bad:
        zh = f"{len(bad)} 个错误，其余已构建；退出状态为 1"
        err.print(zh if tongue == "zh" else f"{len(bad)} errors, the rest is built; status 1")


def _print_left_out(paths: list[Path], tongue: str) -> None:
    """Say which files were no documents; tables and reviews have a use of their own."""
    kinds = Counter(path.suffix.lower() or path.name for path in left_out(paths))
    kinds = Counter({kind: n for kind, n in kinds.items() if kind not in (".csv", ".md", ".toml")})
    if kinds:
        listed = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        zh = f"不是文件文本，未读取：{listed}"
        err.print(zh if tongue == "zh" else f"no documents, not read: {listed}")


def _print_problem(problem: FileFinding, tongue: str) -> None:
    message = problem.message(tongue)
    complain(message if problem.said else f"{problem.file}: {message}")
