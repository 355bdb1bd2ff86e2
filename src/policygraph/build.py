"""The straight line: a folder of documents in, a dataset out.

    file -> Source -> blocks -> clauses -> facts -> record -> quads -> dataset -> findings

The first half, up to the record, is ``read.extract_record``; ``build`` is the whole.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from itertools import chain, repeat
from pathlib import Path

from policygraph.errors import SourceError
from policygraph.model.finding import Finding
from policygraph.model.record import RECORD_VERSION, Record, to_json
from policygraph.rdf import iri
from policygraph.rdf.agency_history import history_triples
from policygraph.rdf.dataset import DatasetWriter, Manifest, root_hash, side_text
from policygraph.rdf.findings import quotation_triples
from policygraph.rdf.laws import law_triples
from policygraph.rdf.links import link_triples
from policygraph.rdf.manifest import manifest_triples
from policygraph.rdf.ontology import ontology_digest, ontology_triples
from policygraph.rdf.places import registry_triples
from policygraph.rdf.quads import record_triples
from policygraph.rdf.replacing import in_place_of
from policygraph.rdf.terms import Triple
from policygraph.read import Problem, find_files, read_file
from policygraph.registry.registry import Registry, load_registry
from policygraph.resolve.corpus import Corpus, index_corpus
from policygraph.resolve.quotations import Compared, compare_quotations

Progress = Callable[[str, int, int], None]  # step, done, of how many
_POOL_FROM = 16  # files; for fewer a process pool costs more than it brings


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One input, read and written to the dataset by a worker.

    Attributes:
        record: its record; None where it could not be read.
        has_text: its text is in the side store.
        graphs: the shards written, with their hashes.
        quads: how many quads they hold.
        problem: why it could not be read.
    """

    record: Record | None
    has_text: bool
    graphs: dict[str, str]
    quads: int
    problem: Problem | None = None


@dataclass(slots=True)
class BuildResult:
    """What a build made.

    Attributes:
        path: the dataset.
        manifest: its manifest.
        problems: findings of all documents, in the order of the files.
    """

    path: Path
    manifest: Manifest
    problems: list[Problem] = field(default_factory=list)


def build(
    paths: Sequence[Path],
    out: Path,
    *,
    local_registry: Sequence[Path] = (),
    base: str = iri.DEFAULT_BASE,
    jobs: int = 2,
    progress: Progress = lambda step, done, total: None,
) -> BuildResult:
    """Build a dataset from texts and records.

    Args:
        paths: files, or folders whose files are taken: documents of every kind ``find_files``
            knows and records (.json).
        out: folder of the dataset; replaced at once when the new one is whole.
        local_registry: folders of registry tables of one's own.
        base: base IRI of the data.
        jobs: number of processes that read documents.
        progress: called as work goes on.

    Raises:
        ValueError: ``base`` is not an absolute IRI that ends in ``/`` or ``#``.
        SourceError: nothing to build from: no such path, or no file that could be read.
        DatasetError: ``out`` is something else than a dataset.
    """
    registry = load_registry(local_registry)
    iri.check_base(base)
    files = sorted(find_files(paths), key=lambda path: (path.name, path))
    with in_place_of(out) as folder:
        writer = DatasetWriter(folder, base)
        job = _Job(folder, base, tuple(local_registry))
        records, problems = _gather(_read_all(files, job, jobs, progress), writer)
        if not records:
            raise SourceError(_nothing_read(problems))
        corpus = index_corpus(records)
        compared = compare_quotations(records, registry, partial(side_text, folder))
        problems += _of_quotations(compared)
        links = _all_links(records, corpus, registry, base, progress)
        writer.graph("links", chain(links, quotation_triples(compared, base)))
        known = (
            registry_triples(registry, base),
            history_triples(records, registry, base),
            law_triples(records, registry, base),
        )
        writer.graph("registry", chain(*known))
        writer.graph("ontology", ontology_triples())
        manifest = _finish(writer, records, problems, registry)
        progress("load", 0, 1)
        writer.load()
        writer.manifest(manifest)
        progress("load", 1, 1)
    return BuildResult(out, manifest, problems)


@dataclass(frozen=True, slots=True)
class _Job:
    """What a worker needs beside the file."""

    folder: Path
    base: str
    local_registry: tuple[Path, ...]


def _read_all(
    files: Sequence[Path], job: _Job, jobs: int, progress: Progress
) -> Iterator[WrittenFile]:
    if jobs <= 1 or len(files) < _POOL_FROM:
        for done, file in enumerate(files, 1):
            yield _read_and_write(file, job)
            progress("read", done, len(files))
        return
    with ProcessPoolExecutor(jobs) as pool:
        results = pool.map(_read_and_write, files, repeat(job), chunksize=8)
        for done, item in enumerate(results, 1):
            yield item
            progress("read", done, len(files))


def _read_and_write(path: Path, job: _Job) -> WrittenFile:
    """Read one file and write what it alone decides: its graph, its record, its text."""
    item = read_file(path, job.local_registry)
    if item.record is None:
        return WrittenFile(None, False, {}, 0, item.problem)
    writer = DatasetWriter(job.folder, job.base)
    _write_document(writer, item.record, item.text)
    return WrittenFile(item.record, item.text is not None, writer.graphs, writer.quads)


def _gather(
    items: Iterable[WrittenFile], writer: DatasetWriter
) -> tuple[list[Record], list[Problem]]:
    """Keep the first of each content, a text before a record of it; gather the findings."""
    kept: dict[str, WrittenFile] = {}
    twice: set[str] = set()
    problems: list[Problem] = []
    for item in items:
        if item.problem is not None:
            problems.append(item.problem)
        record = item.record
        if record is None:
            continue
        first = kept.get(record.sha256)
        if first is None or (item.has_text and not first.has_text):
            kept[record.sha256] = item
        if first is None:
            problems.extend(Problem(record.source, finding) for finding in record.findings)
        else:
            finding = Finding("source.duplicate", None, "build", record.source)
            problems.append(Problem(record.source, finding))
            twice.add(record.sha256)
    for sha256, item in kept.items():
        if sha256 in twice and item.record is not None:
            _write_document(writer, item.record, None)  # another worker wrote over it
        else:
            writer.take(item.graphs, item.quads)
    return [item.record for item in kept.values() if item.record is not None], problems


def _all_links(
    records: Sequence[Record],
    corpus: Corpus,
    registry: Registry,
    base: str,
    progress: Progress,
) -> Iterator[Triple]:
    for done, record in enumerate(records, 1):
        yield from link_triples(record, corpus, registry, base)
        progress("link", done, len(records))


def _of_quotations(compared: Iterable[Compared]) -> Iterator[Problem]:
    for record, findings in compared:
        yield from (Problem(record.source, finding) for finding in findings)


def _nothing_read(problems: Sequence[Problem]) -> str:
    reasons = [problem.message for problem in problems if problem.message]
    return "none of the files could be read: " + "; ".join(reasons[:5])


def _write_document(writer: DatasetWriter, record: Record, text: str | None) -> None:
    writer.graph(f"source/{record.sha256}", record_triples(record, writer.base))
    writer.record(record.sha256, to_json(record))
    if text is not None:
        writer.text(record.sha256, text)


def _finish(
    writer: DatasetWriter,
    records: Sequence[Record],
    problems: Sequence[Problem],
    registry: Registry,
) -> Manifest:
    """Write the manifest graph and the findings; give the manifest."""
    root = root_hash(writer.graphs)
    versions = {
        "software": version("policygraph"),
        "record": str(RECORD_VERSION),
        "ontology": ontology_digest(),
        "registry": registry.digest,
    }
    sources = [record.sha256 for record in records]
    writer.graph("manifest", manifest_triples(root, versions, sources, writer.base))
    _write_findings(writer.path / "findings.json", problems)
    counts = {
        "documents": len(records),
        "clauses": sum(len(record.clauses) for record in records),
        "responsibilities": sum(len(record.responsibilities) for record in records),
        "citations": sum(len(record.citations) for record in records),
        "quads": writer.quads,
        "findings": len(problems),
    }
    return Manifest(root, writer.base, dict(writer.graphs), versions, counts)


def _write_findings(path: Path, problems: Sequence[Problem]) -> None:
    rows = [
        {
            "file": p.file,
            "code": p.finding.code,
            "span": p.finding.span,
            "rule": p.finding.rule,
            "detail": p.finding.detail,
            "message": p.message,
        }
        for p in problems
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    path.write_bytes(text.encode("utf-8", "replace"))  # a message may hold the name of a file
