"""Every question on an invented province of about a million statements: rows and seconds.

    .venv/bin/python -m benchmarks.questions [--size small|million|ten_million] [--repeat 5]
        [--rdflib [--limit 120]] [--folder FOLDER] [--only NAME] [--keep]

What is asked, and the rows that have to come, stand in ``questions.toml``; where other rows come
the program ends with status 1. Times are of the whole call, rows read out: the middle and the
least of several by the clock, and the least of the processor, which tells more where others work.
With ``--rdflib`` the same query runs in rdflib on the same statements, in a process of its own
that is stopped after ``--limit`` seconds, and the rows themselves are compared. With ``--folder``
a dataset that lies there is asked, and one that is made stays there.
"""

import argparse
import hashlib
import multiprocessing
import re
import statistics
import sys
import tempfile
import time
import tomllib
import warnings
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import rdflib

from benchmarks.province import write_province
from policygraph.build import build
from policygraph.export.rdflib_view import to_rdflib
from policygraph.query.library import find_question
from policygraph.query.run import ask
from policygraph.query.values import bind
from policygraph.rdf.dataset.folder import Dataset, open_dataset

CASES = Path(__file__).with_name("questions.toml")
SIZES = {"small": 40, "million": 600, "ten_million": 6000}  # documents
LIMITS = {  # seconds
    "small": {"thing": 0.1, "everything": 2.0},
    "million": {"thing": 0.1, "everything": 2.0},
    "ten_million": {"thing": 1.0, "everything": 20.0},
}


@dataclass(frozen=True, slots=True)
class Case:
    """A question as it is asked.

    Attributes:
        question: its name.
        asks: ``thing`` where it names one, ``everything`` where it ranges over all.
        parameters: name -> value.
        rows: how many rows it has, by size.
    """

    question: str
    asks: str
    parameters: dict[str, str]
    rows: dict[str, int]

    def __str__(self) -> str:
        values = " ".join(value[:14] for value in self.parameters.values())
        return f"{self.question} {values}".strip()


def cases() -> list[Case]:
    """Read the cases."""
    return [Case(**case) for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]]


def keep(size: str, found: list[int]) -> None:
    """Write down the rows of a size, one count for each case."""
    left = iter(found)

    def line(match: re.Match[str]) -> str:
        known = tomllib.loads(match.group())["rows"] | {size: next(left)}
        rows = ", ".join(f"{name} = {known[name]}" for name in SIZES if name in known)
        return f"rows = {{ {rows} }}"

    text = CASES.read_text(encoding="utf-8")
    CASES.write_text(re.sub(r"^rows = \{.*\}$", line, text, flags=re.MULTILINE), encoding="utf-8")


def province(folder: Path, documents: int) -> Dataset:
    """Give the dataset of so many documents in a folder; make it where there is none."""
    if not (folder / "set" / "manifest.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_province(folder, documents)
        build([folder / "records"], folder / "set", local_registry=[folder / "registry"], jobs=2)
    return open_dataset(folder / "set")


def digest(rows: Iterable[tuple[str | None, ...]]) -> tuple[int, str]:
    """Give the number of rows, and a hash of what they are, whatever their order."""
    lines = sorted(repr(row) for row in rows)
    return len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest()


def ours(case: Case, dataset: Dataset) -> Counter[tuple[str | None, ...]]:
    """Give the rows of a case in our engine, each with how often it comes."""
    answer = ask(find_question(case.question), case.parameters, dataset)
    return Counter(
        tuple(None if term is None else term.value for term in row) for row in answer.rows
    )


def theirs(case: Case, graph: rdflib.Dataset) -> Counter[tuple[str | None, ...]]:
    """Give the rows of the same query in rdflib."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib to itself
        found = graph.query(bind(find_question(case.question), case.parameters))
        return Counter(
            tuple(None if term is None else str(term) for term in row)
            for row in found
            if isinstance(row, tuple)
        )


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of several calls, in their order: by the clock, and of the processor."""

    clock: tuple[float, ...]
    processor: tuple[float, ...]

    def __str__(self) -> str:
        times = (statistics.median(self.clock), min(self.clock), min(self.processor))
        return "".join(f"{each * 1000:11,.1f}" for each in times)


def spent_on(case: Case, dataset: Dataset, repeat: int) -> tuple[int, Spent]:
    """Give the rows of a case, and what each of several calls takes."""
    question, rows, times = find_question(case.question), 0, []
    for _ in range(repeat):
        begin = time.perf_counter(), time.process_time()
        rows = len(ask(question, case.parameters, dataset).rows)
        times.append((time.perf_counter() - begin[0], time.process_time() - begin[1]))
    clock, processor = zip(*times, strict=True)
    return rows, Spent(clock, processor)


def beside(case: Case, dataset: Dataset, graph: rdflib.Dataset, limit: float) -> str:
    """Run a case in rdflib, in a process that may be ended, and compare the rows."""
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(
        target=_answer, args=(there, case, graph), daemon=True
    )
    process.start()  # the copy shares the graph, which takes minutes to load
    there.close()
    try:
        if not here.poll(limit):
            return f"rdflib stopped after {limit:g} s"
        rows, hashed, spent = here.recv()
    except EOFError:
        return "rdflib ended without an answer"
    finally:
        process.kill()
        process.join()
    same = (rows, hashed) == digest(ours(case, dataset).elements())
    return f"rdflib {spent:8.2f} s, {'the same rows' if same else f'OTHER ROWS ({rows:,})'}"


def _answer(pipe: Connection, case: Case, graph: rdflib.Dataset) -> None:
    begin = time.perf_counter()
    rows = theirs(case, graph)
    spent = time.perf_counter() - begin
    pipe.send((*digest(rows.elements()), spent))


def run(options: argparse.Namespace, dataset: Dataset) -> int:
    """Run all cases and print a table; give the number of those that are not as they should be."""
    graph = to_rdflib(dataset) if options.rdflib else None
    wrong, found = 0, []
    for case in cases():
        if not case.question.startswith(options.only):
            continue
        rows, spent = spent_on(case, dataset, options.repeat)
        found.append(rows)
        limit = LIMITS[options.size][case.asks]
        said = [] if statistics.median(spent.clock) < limit else [f"over {limit:g} s"]
        expected = case.rows.get(options.size)
        if not options.keep and expected != rows:
            said.append(f"EXPECTED {expected} ROWS")
            wrong += 1
        if graph is not None:
            said.append(beside(case, dataset, graph, options.limit))
            wrong += "OTHER" in said[-1]
        print(f"{case!s:60} {case.asks:10} {rows:8,}{spent}  {'; '.join(said)}", flush=True)
    if options.keep:
        keep(options.size, found)
    return wrong


def main() -> int:
    """Run and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="million")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", default="", help="questions whose names begin so")
    parser.add_argument("--keep", action="store_true", help="write down the rows that come")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        begin = time.perf_counter()
        dataset = province(options.folder or Path(name), SIZES[options.size])
        counts = dataset.manifest.counts
        spent = time.perf_counter() - begin
        print(f"{counts['documents']:,} documents, {counts['quads']:,} statements, {spent:.0f} s")
        print(f"{'':60} {'asks':10} {'rows':>8}{'middle ms':>11}{'least':>11}{'processor':>11}")
        wrong = run(options, dataset)
    if wrong:
        print(f"{wrong} of the questions have other rows than expected", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
