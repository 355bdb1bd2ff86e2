"""Agencies through time: who holds a duty on a day, among ten thousand agencies with their changes.

    .venv/bin/python benchmarks/agencies.py [--repeat 5]

10,000 agencies of one invented city, each with three names, named by 500 documents; 3,000 of them
were renamed one after the other, in 600 lineages of five changes. Asked are the holders of a clause
whose units all stand at the beginning of a lineage, and of one body that ends a lineage its life
and the duties of its predecessors. Each has to have rows, or the run ends with status 1.
"""

import argparse
import csv
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from statistics import median

from line import REGISTRY

from policygraph.build import build
from policygraph.query.library import find_question
from policygraph.query.run import ask
from policygraph.rdf.dataset.folder import Dataset, open_dataset
from policygraph.registry.bodies import COLUMNS
from policygraph.registry.reforms import CHANGES

_SIGNS = "松竹梅兰菊荷桂桃李杏枫柏榆槐柳杨桐樟椿楠檀榕"
_AGENCIES, _LINEAGES, _CHANGES, _UNITS = 10_000, 600, 5, 20
_PLACE, _CITY = "990100", "澄湖市"
_SOURCE = "benchmark"
_LATER = "2025-01-01"


def names() -> list[str]:
    """Give the words by which the agencies differ."""
    words = ("".join(each) for each in product(_SIGNS, repeat=3))
    return [word for word, _ in zip(words, range(_AGENCIES), strict=False)]


def official(word: str) -> str:
    """Give the official name of an agency."""
    return f"{_CITY}{word}管理局"


def bodies(words: list[str]) -> Iterator[dict[str, str]]:
    """Give two short names of each agency; its official name is the third."""
    for word in words:
        for written in (f"市{word}局", f"市{word}管理局"):
            yield {"place": _PLACE, "written": written, "official": official(word)}


def events(words: list[str]) -> Iterator[dict[str, str]]:
    """Give the changes: in each lineage a body takes the name of the next, in 2021, 2022 ..."""
    for lineage in range(_LINEAGES):
        for step in range(_CHANGES):
            old, new = (words[lineage * (_CHANGES + 1) + each] for each in (step, step + 1))
            yield {
                "event": old,
                "kind": "rename",
                "place": _PLACE,
                "old": official(old),
                "new": official(new),
                "date": f"{2020 + step}-06-01",
            }


def document(number: int, words: list[str]) -> str:
    """Give the text of one document, each of whose clauses two units bear."""
    units = words[number * _UNITS : (number + 1) * _UNITS]
    pairs = [units[at : at + 2] for at in range(0, _UNITS, 2)]
    items = "".join(
        f"{at}.修缮第{at}号码头。（责任单位：{'、'.join(f'市{word}局' for word in pair)}）\n"
        for at, pair in enumerate(pairs, 1)
    )
    return (
        f"{_CITY}人民政府关于修缮第{number}批码头的通知\n澄政发〔2019〕{number + 1}号\n"
        f"各县区人民政府：\n{items}{_CITY}人民政府\n2019年3月4日\n"
    )


def write(file: Path, columns: Sequence[str], rows: Iterator[dict[str, str]]) -> None:
    """Write a registry table; what a row does not say stays empty."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, [column.removesuffix("?") for column in columns])
        writer.writeheader()
        writer.writerows({"source": _SOURCE, **row} for row in rows)


def made(folder: Path) -> Dataset:
    """Build the dataset."""
    words = names()
    (folder / "registry").mkdir()
    (folder / "texts").mkdir()
    write(folder / "registry" / "bodies.csv", COLUMNS, bodies(words))
    write(folder / "registry" / "agency_changes.csv", CHANGES, events(words))
    for number in range(_AGENCIES // _UNITS):
        file = folder / "texts" / f"{number:03}.txt"
        file.write_text(document(number, words), encoding="utf-8")
    build([folder / "texts"], folder / "set", local_registry=[REGISTRY, folder / "registry"])
    return open_dataset(folder / "set")


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args().repeat
    words = names()
    last = official(words[_CHANGES])
    asked = (
        ("holders-of-clause", {"document": "澄政发〔2019〕1号", "path": "1", "asOf": _LATER}),
        ("life-of-body", {"unit": last, "asOf": _LATER}),
        ("duties-through-reforms", {"unit": last, "asOf": _LATER}),
    )
    with tempfile.TemporaryDirectory() as name:
        dataset = made(Path(name))
        counts = dataset.manifest.counts
        print(f"{counts['documents']} documents, {counts['quads']:,} statements")
        for question, values in asked:
            seconds = []
            for _ in range(repeat):
                begin = time.perf_counter()
                rows = ask(find_question(question), values, dataset).rows
                seconds.append(time.perf_counter() - begin)
            print(f"{question:26}{len(rows):5} rows{median(seconds) * 1000:9.1f} ms", flush=True)
            if not rows:
                raise SystemExit(f"{question}: no row")


if __name__ == "__main__":
    main()
