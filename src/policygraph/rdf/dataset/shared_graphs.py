"""Writes the graphs that no document decides by itself: ``links``, ``registry``, ``ontology``.

What an earlier build has of them is changed by what differs, or taken over; the bytes are those of
graphs made from nothing.
"""

import hashlib
from collections.abc import Callable
from dataclasses import astuple
from itertools import chain
from typing import NamedTuple

from policygraph.errors import RecordError
from policygraph.rdf.dataset.contributions_file import Contributions
from policygraph.rdf.dataset.earlier import Earlier, link
from policygraph.rdf.dataset.folder import DatasetWriter, quads_in
from policygraph.rdf.dataset.loading import Difference
from policygraph.rdf.dataset.sorted_lines import edited
from policygraph.rdf.links.at_hand import AtHand
from policygraph.rdf.links.linking import Linking, link_all, link_changed
from policygraph.rdf.ontology import ontology_digest, ontology_triples
from policygraph.rdf.registry.agency_history import history_of
from policygraph.rdf.registry.laws import article_counts
from policygraph.rdf.registry.places import registry_triples
from policygraph.registry.registry import Registry

Progress = Callable[[int, int], None]  # done, of how many
_LINKS, _REGISTRY, _ONTOLOGY = "links.nq", "registry.nq", "ontology.nq"


class SharedGraphs(NamedTuple):
    """What was written.

    Attributes:
        contributions: what each document adds, for the next build.
        differing: shard -> the lines by which it differs from that of the earlier build, where
            that is known.
    """

    contributions: Contributions
    differing: dict[str, Difference]


def write_shared(
    writer: DatasetWriter,
    at_hand: AtHand,
    earlier: Earlier | None,
    before: AtHand | None,
    registry: Registry,
    progress: Progress,
) -> SharedGraphs:
    """Write the graphs that documents share.

    Args:
        writer: of the dataset.
        at_hand: its documents.
        earlier: the dataset before, made by the same program with the same registry.
        before: its documents.
        registry: what is known of agencies, places and laws.
        progress: called as documents are linked.
    """
    changed = None
    if earlier is not None and before is not None:
        changed = _changed_links(at_hand, earlier, before, registry, writer.base)
    if changed is None:
        linking = link_all(at_hand, registry, writer.base, progress)
        writer.shard("links", "".join(sorted(linking.come)).encode())
        differing = {}
    else:
        linking, data = changed
        writer.shard("links", data)
        progress(len(at_hand.documents), len(at_hand.documents))
        differing = {_LINKS: Difference(_bytes(linking.gone), _bytes(linking.come))}
    inputs = _write_registry(writer, at_hand, earlier, registry)
    _write_ontology(writer, earlier)
    documents = tuple(at_hand.documents.values())
    contributions = Contributions(writer.graphs[_LINKS], inputs, documents, linking.linked)
    return SharedGraphs(contributions, differing)


def _changed_links(
    at_hand: AtHand, earlier: Earlier, before: AtHand, registry: Registry, base: str
) -> tuple[Linking, bytes] | None:
    """Change the links of the earlier build; None where that cannot be, or brings nothing."""
    try:
        if not earlier.is_whole(f"graphs/{_LINKS}", earlier.graphs.get(_LINKS)):
            return None
        old = (earlier.path / "graphs" / _LINKS).read_bytes()
        linking = link_changed(at_hand, before, earlier.shared.linked, registry, base)
        if linking is None:
            return None
        return linking, edited(old, _bytes(linking.gone), _bytes(linking.come))
    except (OSError, RecordError, ValueError):  # it is not what its files say; all is linked anew
        return None


def _bytes(lines: set[str]) -> set[bytes]:
    return {line.encode() for line in lines}


def _write_registry(
    writer: DatasetWriter, at_hand: AtHand, earlier: Earlier | None, registry: Registry
) -> str:
    """Write what the registry knows of what occurs in documents; say what that is made from."""
    all_of = [each.contribution for each in at_hand.documents.values()]
    bodies = set(chain.from_iterable(each.bodies for each in all_of))
    groups = set(chain.from_iterable(each.groups for each in all_of))
    laws = set(chain.from_iterable(each.laws for each in all_of))
    telling = [each for each in at_hand.documents.values() if each.contribution.tells_changes]
    parts = (
        sorted(map(astuple, bodies)), sorted(groups), sorted(laws),
        [each.version for each in telling],
    )  # fmt: skip
    inputs = hashlib.sha256(repr(parts).encode()).hexdigest()
    same = earlier is not None and earlier.shared.registry == inputs
    if earlier is not None and same and _taken(writer, earlier, _REGISTRY):
        return inputs
    records = [at_hand.record(each.contribution.sha256) for each in telling]
    known = (
        registry_triples(registry, writer.base),
        history_of(bodies, groups, records, registry, writer.base),
        article_counts(laws, registry, writer.base),
    )
    writer.graph("registry", chain(*known))
    return inputs


def _write_ontology(writer: DatasetWriter, earlier: Earlier | None) -> None:
    same = earlier is not None and earlier.ontology == ontology_digest()
    if earlier is None or not same or not _taken(writer, earlier, _ONTOLOGY):
        writer.graph("ontology", ontology_triples())


def _taken(writer: DatasetWriter, earlier: Earlier, shard: str) -> bool:
    """Take over a graph, if it is as it was written."""
    name, digest = f"graphs/{shard}", earlier.graphs.get(shard)
    if digest is None or not earlier.is_whole(name, digest):
        return False
    link(f"{earlier.path}/{name}", f"{writer.path}/{name}")
    writer.take({shard: digest}, quads_in((writer.path / name).read_bytes()))
    return True
