"""The verify queries whose rows follow from one document alone: not run where it is as it was.

What such a query finds in a document follows from the graphs of the sources that print it and from
what these add to the graph ``links``; a document of which none has changed is not looked at.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from mmap import ACCESS_READ, mmap
from pathlib import Path

import pyoxigraph as ox

from policygraph.expression import expression
from policygraph.query.library import verify_queries
from policygraph.query.question import Scope
from policygraph.rdf import iri
from policygraph.rdf.dataset.contributions_file import Contributions, read_contributions
from policygraph.rdf.dataset.folder import Dataset
from policygraph.rdf.dataset.sorted_lines import lower_bound
from policygraph.validate.cache import Cache
from policygraph.validate.finding import CheckFinding
from policygraph.validate.rules import check_rules

LINKS = "links.nq"
_FORMAT = 1
_MOST_NEW = 0.1  # of all documents; above, asking the whole is faster
_STEP = expression("(?=[/#])")


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a dataset.

    Attributes:
        policy: its IRI.
        sources: digests of the sources that print it, sorted.
        digest: SHA-256 of all that its findings follow from.
    """

    policy: str
    sources: tuple[str, ...]
    digest: str


@cache
def rules_version() -> str:
    """Give 64 hex digits that change when these queries, or the programs that run them, do."""
    programs = [f"{name} {version(name)}" for name in ("policygraph", "pyoxigraph")]
    texts = [rule.text for rule in verify_queries() if rule.scope is Scope.DOCUMENT]
    return hashlib.sha256(repr((_FORMAT, programs, texts)).encode()).hexdigest()


def check_documents(
    dataset: Dataset, digests: Mapping[str, str], kept: Cache
) -> Iterator[CheckFinding]:
    """Give what the queries of scope ``document`` find in a dataset.

    Args:
        dataset: the dataset.
        digests: its shards with the SHA-256 of the bytes that lie there.
        kept: where results are looked for and kept.

    Raises:
        QueryError: a query fails.
    """
    shared = _contributions(dataset, digests)
    if shared is None:
        return check_rules(dataset.store, scope=Scope.DOCUMENT)
    documents = documents_of(shared, digests)
    known = kept.find_documents(rules_version())
    new = [each for each in documents if each.digest not in known]
    if len(new) > _MOST_NEW * len(documents):
        whole = list(check_rules(dataset.store, scope=Scope.DOCUMENT))
        found = told_apart(whole, documents, dataset.manifest.base)
        if found is None:
            return iter(whole)
    else:
        found = dict(_each_by_itself(dataset, shared, new))
    found = {d.digest: found.get(d.digest, known.get(d.digest, ())) for d in documents}
    kept.keep_documents(rules_version(), found)
    return (finding for findings in found.values() for finding in findings)


def _contributions(dataset: Dataset, digests: Mapping[str, str]) -> Contributions | None:
    """Give what the documents add to ``links``; None where that is not known for these shards."""
    shared = read_contributions(dataset.path)
    if shared is None or shared.links != digests.get(LINKS):
        return None
    sources = {f"source/{sha256}.nq" for sha256 in shared.linked}
    return shared if sources == {name for name in digests if name.startswith("source/")} else None


def documents_of(shared: Contributions, digests: Mapping[str, str]) -> tuple[Document, ...]:
    """Give the documents of a dataset.

    Args:
        shared: what their sources add to the graph ``links``.
        digests: shards with their SHA-256.
    """
    printing: dict[str, list[str]] = defaultdict(list)
    for each in shared.documents:
        printing[each.contribution.policy].append(each.contribution.sha256)
    return tuple(
        Document(policy, tuple(sorted(sources)), _digest(policy, sources, shared, digests))
        for policy, sources in printing.items()
    )


def _digest(
    policy: str, sources: Sequence[str], shared: Contributions, digests: Mapping[str, str]
) -> str:
    made_of = [(digests[f"source/{sha256}.nq"], shared.linked[sha256].digest)
               for sha256 in sorted(sources)]  # fmt: skip
    return hashlib.sha256(repr((policy, made_of)).encode()).hexdigest()


def _each_by_itself(
    dataset: Dataset, shared: Contributions, documents: Sequence[Document]
) -> Iterator[tuple[str, tuple[CheckFinding, ...]]]:
    with _opened(dataset.path / "graphs" / LINKS) as links:
        for each in documents:
            store = ox.Store()
            for data in quads_of(each, shared, links, dataset.path):
                quads = list(ox.parse(data, format=ox.RdfFormat.N_QUADS, lenient=True))
                store.extend(quads)
                store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
            yield each.digest, tuple(check_rules(store, scope=Scope.DOCUMENT))


@contextmanager
def _opened(file: Path) -> Iterator[bytes | mmap]:
    """Open a shard without reading all of it; what is empty cannot be mapped."""
    if not file.stat().st_size:
        yield b""
        return
    with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as data:
        yield data


def quads_of(
    document: Document, shared: Contributions, links: bytes | mmap, dataset: Path
) -> Iterator[bytes]:
    """Give the N-Quads that the findings of a document follow from.

    Args:
        document: the document.
        shared: what the sources of the dataset add to the graph ``links``.
        links: the shard of that graph.
        dataset: folder of the dataset.
    """
    for sha256 in document.sources:
        yield (dataset / "graphs" / "source" / f"{sha256}.nq").read_bytes()
        yield "".join(shared.linked[sha256].shared).encode()
    below = f"<{document.policy}".encode()
    yield links[lower_bound(links, below + b"/") : lower_bound(links, below + b"0")]  # 0 follows /


def told_apart(
    findings: Iterable[CheckFinding], documents: Iterable[Document], base: str
) -> dict[str, tuple[CheckFinding, ...]] | None:
    """Give each document its findings, by the IRI of what is wrong.

    Returns:
        None where a finding is about none of them.
    """
    owner: dict[str, str] = {}
    for each in documents:
        owner[each.policy] = each.digest
        owner.update((iri.source(sha256, base), each.digest) for sha256 in each.sources)
    found: dict[str, list[CheckFinding]] = defaultdict(list)
    for finding in findings:
        parts = _STEP.split(finding.focus)
        above = ("".join(parts[:depth]) for depth in range(len(parts), 0, -1))
        digest = next((owner[each] for each in above if each in owner), None)
        if digest is None:
            return None
        found[digest].append(finding)
    return {digest: tuple(rows) for digest, rows in found.items()}
