"""Checks: documents a second, what a run costs when nothing or one document changed, memory.

    .venv/bin/python benchmarks/validation.py [--documents 1000] [--jobs 2]

The documents are generated, each with about 150 facts (clauses, responsibilities, citations,
quantities, deadlines), and built into a dataset. Then, one after the other: all shapes on all
documents; all verify queries, each by itself; the whole check again with every result kept; and
one document changed: built again in the same place, and the whole check again.
"""

import argparse
import resource
import shutil
import tempfile
import time
from pathlib import Path

from policygraph.build import build
from policygraph.garbage import collect_seldom
from policygraph.query.library import verify_queries
from policygraph.query.run import ask
from policygraph.rdf.dataset.folder import Dataset, open_dataset
from policygraph.read import read_file
from policygraph.validate.cache import Cache
from policygraph.validate.dataset import validate_dataset
from policygraph.validate.shards import check_shards

REGISTRY = Path(__file__).resolve().parents[1] / "data" / "samples" / "registry"
UNITS = ("市商务局", "市财政局", "市科技局", "市教育局", "市审计局", "市司法局", "市统计局")
LAWS = ("公平竞争审查条例", "优化营商环境条例", "中小企业促进法")
CLAUSES = 24


def document(index: int) -> str:
    """Give the text of one document: clauses with a target, a day, a law and three units."""
    head = (
        f"澄湖市人民政府关于第{index}号夜间集市的若干措施\n澄政规〔2023〕{index + 1}号\n"
        f"根据《公平竞争审查条例》第十条，制定本措施。\n"
    )
    parts = [head]
    for number in range(1, CLAUSES + 1):
        first = (index + number) % len(UNITS)
        units = "、".join(UNITS[(first + step) % len(UNITS)] for step in range(3))
        parts.append(
            f"{number}.规范第{number}类摊位。依照《{LAWS[number % 3]}》第{number % 20 + 1}条，"
            f"2025年底前新增摊位{number * 10 + index % 7}个。（责任单位：{units}）\n"
        )
    return "".join([*parts, "本措施有效期至2028年12月31日。\n澄湖市人民政府\n2023年6月12日\n"])


def facts(path: Path) -> int:
    """Count the facts of one document."""
    record = read_file(path, (REGISTRY,)).record
    if record is None:
        raise SystemExit(f"{path}: was not read")
    lists = ("clauses", "responsibilities", "citations", "quantities", "deadlines")
    return sum(len(getattr(record, name)) for name in lists)


def resident() -> str:
    """Give the highest resident size of this process and of one of its workers, in MiB."""
    sizes = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return " and ".join(f"{size.ru_maxrss / 1024:.0f} MiB" for size in sizes)


def report(name: str, begin: float, documents: int = 0) -> None:
    """Print what a step took since ``begin``."""
    spent = time.perf_counter() - begin
    rate = f"{documents / spent:12.1f} documents/s" if documents else ""
    print(f"{name:48}{spent:10.3f} s{rate}", flush=True)


def check_all(dataset: Dataset, jobs: int) -> None:
    """Run all shapes on all documents, each verify query by itself, and all of it again."""
    sources = sorted((dataset.path / "graphs" / "source").glob("*.nq"))
    begin = time.perf_counter()
    check_shards(sources, jobs, cache=Cache(dataset.path / "checks"))
    report(f"shapes, {jobs} processes", begin, len(sources))
    for rule in verify_queries():
        begin = time.perf_counter()
        rows = len(ask(rule, {}, dataset.store).rows)
        report(f"  {rule.name}: {rows} rows", begin)
    begin = time.perf_counter()
    validate_dataset(dataset, jobs)
    report("whole check, every result of shapes kept", begin, len(sources))


def change_one(texts: Path, path: Path, jobs: int) -> None:
    """Change a document of a built dataset, build again in its place, and check it again."""
    text = texts / "000000.txt"
    changed = text.read_text(encoding="utf-8").replace("市审计局", "市教育局")
    text.write_text(changed, encoding="utf-8")
    whole = begin = time.perf_counter()
    steps: dict[str, float] = {}

    def note(step: str, done: int, total: int) -> None:
        if done == total:
            steps[step] = time.perf_counter() - begin

    result = build([texts], path, local_registry=[REGISTRY], jobs=jobs, progress=note)
    report(f"one changed document: build, {result.unchanged} files taken over", begin)
    print("  of it done after: " + ", ".join(f"{k} {v:.2f} s" for k, v in steps.items()))
    begin = time.perf_counter()
    found = validate_dataset(open_dataset(path), jobs)
    report(f"one changed document: check, {len(found.findings)} findings", begin)
    report("one changed document: all of it", whole)


def main() -> None:
    """Run and print."""
    collect_seldom()  # as in a command
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        (folder / "texts").mkdir()
        for index in range(options.documents):
            text = document(index)
            (folder / "texts" / f"{index:06}.txt").write_text(text, encoding="utf-8")
        first = folder / "texts" / "000000.txt"
        begin = time.perf_counter()
        result = build(
            [folder / "texts"], folder / "set", local_registry=[REGISTRY], jobs=options.jobs
        )
        report("build", begin, options.documents)
        print(f"{facts(first)} facts a document, {result.manifest.counts['quads']:,} quads")
        check_all(open_dataset(folder / "set"), options.jobs)
        change_one(folder / "texts", folder / "set", options.jobs)
        print(f"highest resident size: {resident()} (this process, a worker)")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
