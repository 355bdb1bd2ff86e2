"""The straight line: a folder of documents in, a dataset out.

    file -> Source -> blocks -> clauses -> facts -> record -> quads -> dataset -> findings

The first half, up to the record, is ``read.extract_record``; ``build`` is the whole.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path

from policygraph.errors import SourceError
from policygraph.model.file_finding import FileFinding
from policygraph.model.finding import Finding
from policygraph.model.record import RECORD_VERSION, Record, read_record
from policygraph.rdf import iri
from policygraph.rdf.dataset.contributions_file import Contributions, write_contributions
from policygraph.rdf.dataset.earlier import Earlier, open_earlier, reader_digest, write_reading
from policygraph.rdf.dataset.findings_file import write_findings
from policygraph.rdf.dataset.folder import DatasetWriter, Manifest, root_hash, side_text
from policygraph.rdf.dataset.loading import Difference, load_changes
from policygraph.rdf.dataset.own_tables import write_own_tables
from policygraph.rdf.dataset.replacing import in_place_of
from policygraph.rdf.dataset.shared_graphs import write_shared
from policygraph.rdf.dataset.stamps import write_stamps
from policygraph.rdf.dataset.writing import Job, Progress, WrittenFile, read_all, read_and_write
from policygraph.rdf.links.at_hand import AtHand
from policygraph.rdf.links.contribution import Contribution
from policygraph.rdf.manifest import manifest_triples
from policygraph.rdf.ontology import ontology_digest
from policygraph.registry.registry import Registry, load_registry
from policygraph.search.changes import change_index
from policygraph.search.index import FILE as INDEX
from policygraph.search.index import write_index
from policygraph.text.files import find_files


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
    problems: list[FileFinding] = field(default_factory=list)
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
        write_own_tables(folder, local_registry)
        job = Job(folder, base, tuple(local_registry))
        items = read_all(files, job, earlier, jobs, progress)
        kept, problems = _gather(items, writer, job)
        if not kept:
            raise _nothing_read(problems)
        at_hand = _at_hand(kept, folder)
        before = earlier.at_hand() if earlier else None
        linked = partial(progress, "link")
        shared = write_shared(writer, at_hand, earlier, before, registry, linked)
        problems += _of_quotations(shared.contributions)
        manifest = _finish(writer, shared.contributions, problems, registry)
        progress("load", 0, 1)
        with ThreadPoolExecutor(1) as beside:  # Oxigraph loads without the lock of the interpreter
            index = beside.submit(_write_index, folder, at_hand, earlier, before, base)
            _load(writer, earlier, shared.differing)
        index.result()
        _write_for_next(folder, reader, kept, shared.contributions, writer)
        writer.manifest(manifest)
        progress("load", 1, 1)
    return BuildResult(out, manifest, problems, sum(item.is_taken_over for item in items))


def _gather(
    items: Iterable[WrittenFile], writer: DatasetWriter, job: Job
) -> tuple[list[WrittenFile], list[FileFinding]]:
    """Keep the first of each content, a text before a record of it; gather the findings."""
    kept: dict[str, WrittenFile] = {}
    twice: set[str] = set()
    problems: list[FileFinding] = []
    for item in items:
        if item.problem is not None:
            problems.append(item.problem)
        if item.taken is None:
            continue
        known = item.version().contribution
        first = kept.get(known.sha256)
        if first is None or (item.taken.text and not (first.taken and first.taken.text)):
            kept[known.sha256] = item
        if first is None:
            problems.extend(_problems(known, known.findings))
        else:
            problems.extend(
                _problems(known, [Finding("source.duplicate", None, "build", known.source)])
            )
            twice.add(known.sha256)
    for sha256, item in kept.items():
        if sha256 in twice:  # another worker wrote over it
            read_and_write(item.path, job)
        writer.take(item.graphs, item.taken.quads if item.taken else 0)
    return list(kept.values()), problems


def _at_hand(kept: Iterable[WrittenFile], folder: Path) -> AtHand:
    """Give the documents; the records of those that were read now need not be opened again."""
    known = [(item.version(), item.record) for item in kept]
    read = {record.sha256: record for _, record in known if record}

    def record(sha256: str) -> Record:
        return read.get(sha256) or read_record(folder / "records" / f"{sha256}.json")

    return AtHand((version for version, _ in known), record, partial(side_text, folder))


def _load(
    writer: DatasetWriter, earlier: Earlier | None, differing: Mapping[str, Difference]
) -> None:
    """Load the graphs into the store, or change that of the earlier build by what differs."""
    if earlier is None or not load_changes(
        writer.path, writer.graphs, earlier.path, earlier.graphs, differing
    ):
        writer.load()


def _write_index(
    folder: Path, at_hand: AtHand, earlier: Earlier | None, before: AtHand | None, base: str
) -> None:
    """Write the search index, or change that of the earlier build where it is as it was written."""
    digest = earlier.stamps.digests.get(INDEX) if earlier else None
    if (
        earlier is not None
        and before is not None
        and digest is not None
        and change_index(folder, at_hand, earlier.path, digest, before, base)
    ):
        return
    records = [at_hand.record(sha256) for sha256 in at_hand.documents]
    write_index(folder, records, at_hand.articles.texts, base)


def _write_for_next(
    folder: Path,
    reader: str,
    kept: Sequence[WrittenFile],
    contributions: Contributions,
    writer: DatasetWriter,
) -> None:
    """Say what the next build can take over."""
    taken = {item.key: item.taken for item in kept if item.key and item.taken}
    write_reading(folder, reader, taken)
    write_contributions(folder, contributions)
    names = {name for item in kept if item.taken for name in item.taken.files}
    write_stamps(folder, names.union(f"graphs/{name}" for name in writer.graphs), [INDEX])


def _of_quotations(contributions: Contributions) -> Iterator[FileFinding]:
    for each in contributions.documents:
        about = each.contribution
        yield from _problems(about, contributions.linked[about.sha256].quoted)


def _problems(about: Contribution, findings: Iterable[Finding]) -> Iterator[FileFinding]:
    return (FileFinding(about.source, finding, sha256=about.sha256) for finding in findings)


def _nothing_read(problems: Sequence[FileFinding]) -> SourceError:
    said = [problem.said for problem in problems if problem.said][:5]
    return SourceError(
        zh=f"所有文件都无法读取：{'。'.join(each.zh for each in said)}",
        en=f"none of the files could be read: {'. '.join(each.en for each in said)}",
    )


def _finish(
    writer: DatasetWriter,
    contributions: Contributions,
    problems: Sequence[FileFinding],
    registry: Registry,
) -> Manifest:
    """Write the manifest graph and the findings; give the manifest."""
    documents = [each.contribution for each in contributions.documents]
    root = root_hash(writer.graphs)
    versions = {
        "software": version("policygraph"),
        "record": str(RECORD_VERSION),
        "ontology": ontology_digest(),
        "registry": registry.digest,
    }
    sources = [each.sha256 for each in documents]
    writer.graph("manifest", manifest_triples(root, versions, sources, writer.base))
    write_findings(writer.path, problems)
    counts = {
        "documents": len(documents),
        "clauses": sum(each.clauses for each in documents),
        "responsibilities": sum(each.responsibilities for each in documents),
        "citations": sum(each.citations for each in documents),
        "quads": writer.quads,
        "findings": len(problems),
    }
    return Manifest(root, writer.base, dict(writer.graphs), versions, counts)
