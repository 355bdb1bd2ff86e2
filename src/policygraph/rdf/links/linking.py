"""Documents -> the lines of the graph ``links``, each linked anew only where that may differ."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from policygraph.model.record import Record
from policygraph.rdf import iri
from policygraph.rdf.links.at_hand import AtHand
from policygraph.rdf.links.contribution import Asked, Linked
from policygraph.rdf.links.quotations import quotation_triples
from policygraph.rdf.links.record import link_triples
from policygraph.rdf.terms import Triple
from policygraph.rdf.terms import iri as ref
from policygraph.registry.registry import Registry
from policygraph.resolve.quotations import Compared, quotation_findings

Progress = Callable[[int, int], None]  # done, of how many
_MOST_AFFECTED = 0.2  # of all documents; above, linking all of them is faster


class Linking(NamedTuple):
    """The documents, linked.

    Attributes:
        linked: digest of a source -> what it adds, in the order of the files.
        gone: lines that the graph had before and has no more.
        come: lines that it had not.
    """

    linked: dict[str, Linked]
    gone: set[str]
    come: set[str]


def link_all(at_hand: AtHand, registry: Registry, base: str, progress: Progress) -> Linking:
    """Link all documents; all lines of the graph come."""
    linked: dict[str, Linked] = {}
    lines: set[str] = set()
    for done, sha256 in enumerate(at_hand.documents, 1):
        linked[sha256], own = link(at_hand.record(sha256), at_hand, registry, base)
        lines.update(own, linked[sha256].shared)
        progress(done, len(at_hand.documents))
    return Linking(linked, set(), lines)


def link_changed(
    at_hand: AtHand,
    before: AtHand,
    known: Mapping[str, Linked],
    registry: Registry,
    base: str,
) -> Linking | None:
    """Link the documents that came, changed, or would get another answer than before.

    Args:
        at_hand: the documents.
        before: those of the earlier build.
        known: what each of those added.
        registry: that of both builds.
        base: base IRI of the data of both builds.

    Returns:
        None where too many are affected.
    """
    policies = _affected(at_hand, before, known)
    old, new = (documents.printing(policies) for documents in (before, at_hand))
    if len(old) + len(new) > 2 * _MOST_AFFECTED * len(at_hand.documents):
        return None
    gone, come = set[str](), set[str]()
    for sha256 in old:
        gone |= _own(before.record(sha256), before, registry, base)
    linked = {sha256: known[sha256] for sha256 in at_hand.documents if sha256 not in new}
    for sha256 in new:
        linked[sha256], own = link(at_hand.record(sha256), at_hand, registry, base)
        come |= own
    linked = {sha256: linked[sha256] for sha256 in at_hand.documents}
    were = Counter(chain.from_iterable(each.shared for each in known.values()))
    are = Counter(were)
    are.subtract(chain.from_iterable(known[sha256].shared for sha256 in old))
    are.update(chain.from_iterable(linked[sha256].shared for sha256 in new))
    gone.update(line for line in were if not are[line])
    come.update(line for line in are if are[line] and line not in were)
    return Linking(linked, gone - come, come - gone)


def _affected(at_hand: AtHand, before: AtHand, known: Mapping[str, Linked]) -> set[str]:
    """Give the policies of which a source came, went, changed, or gets another answer.

    Sources that print one policy are linked together: they say the same lines.
    """
    policies: set[str] = set()
    for sha256 in {*at_hand.documents, *before.documents}:
        new, old = at_hand.documents.get(sha256), before.documents.get(sha256)
        if new != old or at_hand.answers(known[sha256].asked) != known[sha256].answers:
            policies.update(each.contribution.policy for each in (new, old) if each)
    return policies


def link(record: Record, at_hand: AtHand, registry: Registry, base: str) -> tuple[Linked, set[str]]:
    """Link one document; the lines that are about it alone are given beside."""
    asked: set[Asked] = set()
    corpus, quotable = at_hand.noting(asked)
    quoted = quotation_findings(record, quotable, registry, at_hand.articles)
    triples = link_triples(record, corpus, registry, base)
    told = quotation_triples([Compared(record, quoted)] if quoted else [], base)
    lines = _lines(chain(triples, told), base)
    own = _below(lines, record, at_hand)
    linked = Linked(
        digest_of(lines),
        tuple(sorted(lines - own)),
        quoted,
        tuple(sorted(asked)),
        at_hand.answers(asked),
    )
    return linked, own


def _own(record: Record, at_hand: AtHand, registry: Registry, base: str) -> set[str]:
    corpus, _ = at_hand.noting(set())
    return _below(_lines(link_triples(record, corpus, registry, base), base), record, at_hand)


def _lines(triples: Iterable[Triple], base: str) -> set[str]:
    graph = ref(iri.graph("links", base))
    return {f"{s} {p} {o} {graph} .\n" for s, p, o in triples}


def _below(lines: set[str], record: Record, at_hand: AtHand) -> set[str]:
    """Give the lines about what lies below the policy, which only its own sources say."""
    below = f"<{at_hand.documents[record.sha256].contribution.policy}/"
    return {line for line in lines if line.startswith(below)}


def digest_of(lines: Iterable[str]) -> str:
    """Give the SHA-256 of lines, sorted."""
    return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()
