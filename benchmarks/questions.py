"""Every question with its example, on a dataset of about a million statements: rows and seconds.

    .venv/bin/python benchmarks/questions.py [--documents 1000] [--repeat 5] [--rdflib]

The documents are those of ``line.py``: the samples, each copied under many numbers, so names repeat
and thousands of clauses name one body. The time is that of the whole call, rows read out; of
several the middle one. With ``--rdflib`` the same query runs in rdflib on a twentieth of the
documents, and the rows are compared.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import rdflib
from line import REGISTRY, make_documents

from policygraph.build import build
from policygraph.export.rdflib_view import to_rdflib
from policygraph.query.library import questions
from policygraph.query.question import Question
from policygraph.query.run import ask
from policygraph.query.values import bind
from policygraph.rdf.dataset import Dataset, open_dataset


def values_of(question: Question) -> dict[str, str]:
    """Give the values of its example; a day is that of today."""
    return {each.name: each.example for each in question.parameters if each.required}


def spent_on(question: Question, dataset: Dataset, repeat: int) -> tuple[int, float]:
    """Give the rows of a question with its example, and the seconds it takes."""
    seconds = []
    rows = 0
    for _ in range(repeat):
        begin = time.perf_counter()
        rows = len(ask(question, values_of(question), dataset).rows)
        seconds.append(time.perf_counter() - begin)
    return rows, statistics.median(seconds)


def made(folder: Path, documents: int) -> Dataset:
    """Build a dataset of copies of the samples."""
    texts = folder / f"texts{documents}"
    texts.mkdir()
    make_documents(texts, documents)
    build([texts], folder / f"set{documents}", local_registry=[REGISTRY], jobs=2)
    return open_dataset(folder / f"set{documents}")


def in_rdflib(question: Question, graph: rdflib.Dataset) -> tuple[int, float]:
    """Give the rows of the same query in rdflib, and its seconds."""
    begin = time.perf_counter()
    rows = len(list(graph.query(bind(question, values_of(question)))))
    return rows, time.perf_counter() - begin


def main() -> None:
    """Run and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--rdflib", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        dataset = made(Path(name), options.documents)
        small = made(Path(name), max(4, options.documents // 20)) if options.rdflib else None
        graph = to_rdflib(small) if small else None
        counts = dataset.manifest.counts
        print(f"{counts['documents']} documents, {counts['quads']:,} statements")
        if small:
            print(f"rdflib: {small.manifest.counts['quads']:,} statements")
        for question in questions():
            rows, seconds = spent_on(question, dataset, options.repeat)
            line = f"{question.name:26} {rows:8,} rows {seconds * 1000:10,.1f} ms"
            if small and graph is not None:
                ours, ours_seconds = spent_on(question, small, 1)
                theirs, their_seconds = in_rdflib(question, graph)
                same = "same" if ours == theirs else f"{ours} and {theirs}"
                line += f"   small: {ours_seconds * 1000:8,.1f} ms,"
                line += f" rdflib {their_seconds:7,.2f} s, {same} rows"
            print(line, flush=True)


if __name__ == "__main__":
    main()
