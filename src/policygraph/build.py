"""The straight line: a folder of documents in, a dataset out.

    file -> Source -> blocks -> clauses -> facts -> record -> quads -> dataset -> findings

The first half, up to the record, is ``read.extract_record``; ``build`` is the whole.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from policygraph.errors import SourceError
from policygraph.model.finding import Finding
from policygraph.model.record import RECORD_VERSION, Record
from policygraph.rdf import iri
from policygraph.rdf.agency_history import history_triples
from policygraph.rdf.dataset import DatasetWriter, Manifest, root_hash, side_text
from policygraph.rdf.earlier import (
    Taken,
    open_earlier,
    reader_digest,
    taken_from,
    write_reading,
)
from policygraph.rdf.laws import law_triples
from policygraph.rdf.links import link_triples
from policygraph.rdf.links_quotations import quotation_triples
from policygraph.rdf.loading import load_changes
from policygraph.rdf.manifest import manifest_triples
from policygraph.rdf.ontology import ontology_digest, ontology_triples
from policygraph.rdf.places import registry_triples
from policygraph.rdf.replacing import in_place_of
from policygraph.rdf.terms import Triple
from policygraph.rdf.writing import Job, Progress, WrittenFile, read_all, read_and_write
from policygraph.read import Problem, find_files
from policygraph.registry.registry import Registry, load_registry
from policygraph.resolve.corpus import index_corpus
from policygraph.resolve.quotations import Compared, compare_quotations


@dataclass(slots=True)
class BuildResult:
    """What a build made.

    Attributes:
        path: the dataset.
        manifest: its manifest.
        problems: findings of all documents, in the order of the files.
        unchanged: how many files were taken over from the dataset that lay there before.
    """

    path: Path
    manifest: Manifest
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0


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

    Files that the dataset at ``out`` was built from, by this program, are not read again; the
    result is the same, byte for byte, but for the store, which holds the same statements.

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
    reader = reader_digest(registry, base)
    earlier = open_earlier(out, reader)
    with in_place_of(out) as folder:
        writer = DatasetWriter(folder, base)
        job = Job(folder, base, tuple(local_registry))
        items = read_all(files, job, earlier, jobs, progress)
        kept, problems = _gather(items, writer, job)
        if not kept:
            raise _nothing_read(problems)
        records = [record for item in kept if (record := item.record)]
        compared = compare_quotations(records, registry, partial(side_text, folder))
        problems += _of_quotations(compared)
        _write_shared(writer, records, compared, registry, progress)
        manifest = _finish(writer, records, problems, registry)
        progress("load", 0, 1)
        if earlier is None or not load_changes(folder, writer.graphs, earlier.path, earlier.graphs):
            writer.load()
        write_reading(folder, reader, _taken(kept, folder))
        writer.manifest(manifest)
        progress("load", 1, 1)
    return BuildResult(out, manifest, problems, sum(item.taken is not None for item in items))


def _gather(
    items: Iterable[WrittenFile], writer: DatasetWriter, job: Job
) -> tuple[list[WrittenFile], list[Problem]]:
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
        if sha256 in twice:  # another worker wrote over it
            read_and_write(item.path, job)
        writer.take(item.graphs, item.quads)
    return list(kept.values()), problems


def _taken(kept: Iterable[WrittenFile], folder: Path) -> dict[str, Taken]:
    """Say which file gave what, for the next build."""
    return {
        item.key: item.taken or taken_from(folder, item.record.sha256, item.quads)
        for item in kept
        if item.key and item.record
    }


def _write_shared(
    writer: DatasetWriter,
    records: Sequence[Record],
    compared: Sequence[Compared],
    registry: Registry,
    progress: Progress,
) -> None:
    """Write the graphs that no document decides by itself."""
    base = writer.base
    links = _all_links(records, registry, base, progress)
    writer.graph("links", chain(links, quotation_triples(compared, base)))
    known = (
        registry_triples(registry, base),
        history_triples(records, registry, base),
        law_triples(records, registry, base),
    )
    writer.graph("registry", chain(*known))
    writer.graph("ontology", ontology_triples())


def _all_links(
    records: Sequence[Record], registry: Registry, base: str, progress: Progress
) -> Iterator[Triple]:
    corpus = index_corpus(records)
    for done, record in enumerate(records, 1):
        yield from link_triples(record, corpus, registry, base)
        progress("link", done, len(records))


def _of_quotations(compared: Iterable[Compared]) -> Iterator[Problem]:
    for record, findings in compared:
        yield from (Problem(record.source, finding) for finding in findings)


def _nothing_read(problems: Sequence[Problem]) -> SourceError:
    said = [problem.said for problem in problems if problem.said][:5]
    return SourceError(
        zh=f"所有文件都无法读取：{'。'.join(each.zh for each in said)}",
        en=f"none of the files could be read: {'. '.join(each.en for each in said)}",
    )


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
            "severity": p.finding.severity.value,
            "span": p.finding.span,
            "rule": p.finding.rule,
            "detail": p.finding.detail,
            "zh": p.message("zh"),
            "en": p.message("en"),
        }
        for p in problems
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
    path.write_bytes(text.encode("utf-8", "replace"))  # a message may hold the name of a file
