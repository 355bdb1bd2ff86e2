"""Text to loaded graph: documents, characters and quads a second.

    .venv/bin/python benchmarks/line.py [--documents 1000] [--jobs 2]

The documents are the samples of ``data/samples``, each copied under many numbers, so that every
copy is a policy of its own. Beside the whole line stand its two halves by themselves (reading on
one core; Oxigraph's own ``bulk_load`` of the same quads) and a peer (rdflib parsing a part of
the same quads), all in one run.
"""

import argparse
import io
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import rdflib

from policygraph.build import build
from policygraph.garbage import collect_seldom
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.text.reader import read_source

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "data" / "samples"
REGISTRY = SAMPLES / "registry"
PEER_QUADS = 50_000


@contextmanager
def timed(rows: dict[str, float], name: str) -> Iterator[None]:
    """Note how long a block takes."""
    begin = time.perf_counter()
    yield
    rows[name] = time.perf_counter() - begin


def make_documents(folder: Path, count: int) -> int:
    """Write ``count`` documents; give their characters."""
    samples = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    characters = 0
    for index in range(count):
        text = samples[index % len(samples)]
        text = re.sub(r"〕\d+号", f"〕{index + 1}号", text, count=1)
        text = re.sub(r"^关于", f"第{index}次关于", text)  # a draft has no number, but its title
        text += f"\n{index}"
        (folder / f"{index:06}.txt").write_text(text, encoding="utf-8")
        characters += len(text)
    return characters


def main() -> None:
    """Run and print a table."""
    collect_seldom()  # as in a command
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "texts").mkdir()
        characters = make_documents(folder / "texts", options.documents)
        registry = load_registry([REGISTRY])
        files = sorted((folder / "texts").glob("*.txt"))
        with timed(seconds, "read, one core"):
            for file in files:
                extract_record(read_source(file), registry)
        with timed(seconds, f"text to loaded graph, {options.jobs} processes"):
            result = build(
                [folder / "texts"], folder / "set", local_registry=[REGISTRY], jobs=options.jobs
            )
        quads = result.manifest.counts["quads"]
        data = b"".join(shard.read_bytes() for shard in open_dataset(folder / "set").shards())
        with timed(seconds, "Oxigraph bulk_load of the same quads"):
            ox.Store(str(folder / "bare")).bulk_load(
                io.BytesIO(data), ox.RdfFormat.N_QUADS, lenient=True
            )
        part = b"".join(data.splitlines(keepends=True)[:PEER_QUADS])
        with timed(seconds, f"rdflib parse of {PEER_QUADS:,} of them"):
            rdflib.Dataset().parse(data=part, format="nquads")
    print(f"{options.documents} documents, {characters:,} characters, {quads:,} quads")
    print(f"{'':44}{'seconds':>9}{'docs/s':>9}{'chars/s':>12}{'quads/s':>11}")
    for name, spent in seconds.items():
        if name.startswith("rdflib"):
            print(f"{name:44}{spent:9.2f}{'':>9}{'':>12}{PEER_QUADS / spent:11,.0f}")
            continue
        docs, chars = options.documents / spent, characters / spent
        rate = "" if name.startswith("read") else f"{quads / spent:11,.0f}"
        print(f"{name:44}{spent:9.2f}{docs:9.0f}{chars:12,.0f}{rate}")


if __name__ == "__main__":
    main()
