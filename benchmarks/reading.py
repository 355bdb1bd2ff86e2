"""Text to record on one core: characters a second, growth with length, memory over many.

    .venv/bin/python benchmarks/reading.py [--documents 10000]

The documents are the samples of ``data/samples``. Growth: one sample joined to itself n times,
read as one text. Memory: the resident size of the process after each tenth of the documents.
"""

import argparse
import hashlib
import resource
import time
from pathlib import Path

from policygraph.garbage import collect_seldom
from policygraph.model.source import Source
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "data" / "samples"
TIMES = (1, 2, 4, 8, 16)


def source_of(text: str) -> Source:
    """Make a source of a text."""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Source("a.txt", digest, text, "text/plain")


def resident() -> float:
    """Give the highest resident size so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Run and print."""
    collect_seldom()  # as in a command
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    count = parser.parse_args().documents
    registry = load_registry([SAMPLES / "registry"])
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    for text in texts:
        extract_record(source_of(text), registry)
    print("length (characters), seconds of one core, characters/s")
    for times in TIMES:
        text = "\n".join([max(texts, key=len)] * times)
        begin = time.process_time()
        extract_record(source_of(text), registry)
        spent = time.process_time() - begin
        print(f"{len(text):12,}{spent:10.3f}{len(text) / spent:12,.0f}")
    print("documents, MiB, characters/s")
    characters, begin = 0, time.process_time()
    for index in range(1, count + 1):
        text = f"{texts[index % len(texts)]}\n{index}"
        extract_record(source_of(text), registry)
        characters += len(text)
        if index % max(1, count // 10) == 0:
            rate = characters / (time.process_time() - begin)
            print(f"{index:9,}{resident():9.1f}{rate:12,.0f}")


if __name__ == "__main__":
    main()
