"""What the quad functions of one record share: its policy, its source, and anchors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from policygraph.extract.works.numbers import is_bare
from policygraph.model.record import Record
from policygraph.model.source import Span
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.terms import Triple, natural, string
from policygraph.rdf.terms import iri as ref


@dataclass(frozen=True, slots=True)
class Scope:
    """IRIs of the record at hand.

    Attributes:
        base: base IRI of the data.
        policy: IRI of the policy that the record describes.
        source: IRI of the source file.
    """

    base: str
    policy: str
    source: str

    @classmethod
    def of(cls, record: Record, base: str = iri.DEFAULT_BASE) -> "Scope":
        """Make the scope of a record."""
        return cls(base, policy_iri(record, base), iri.source(record.sha256, base))

    def clause(self, path: str) -> str:
        """Give the IRI of a clause of this policy."""
        return iri.clause(self.policy, path)

    def anchor(
        self, subject: str, spans: Iterable[Span], predicate: str = v.ANCHOR
    ) -> Iterator[Triple]:
        """Say at which characters of the source ``subject`` was read.

        Where they do not stand in the order of the text, that is said too.
        """
        spans = tuple(spans)
        if len(spans) > 1 and any(first >= second for first, second in pairwise(spans)):
            order = " ".join(f"{span.start},{span.end}" for span in spans)
            yield ref(subject), ref(v.ANCHOR_ORDER), string(order)
        for span in spans:
            node = ref(iri.chars(self.source, span))
            yield ref(subject), ref(predicate), node
            yield node, ref(v.TYPE), ref(v.TEXT_POSITION)
            yield node, ref(v.START), natural(span.start)
            yield node, ref(v.END), natural(span.end)
            yield node, ref(v.IN_SOURCE), ref(self.source)


def policy_iri(record: Record, base: str = iri.DEFAULT_BASE) -> str:
    """Give the IRI of the policy that a record describes."""
    doc = record.document
    title = doc.title or record.sha256
    number = None if is_bare(doc.number) else doc.number
    return iri.PolicyIri.of(doc.jurisdiction, number, doc.issued, title).format(base)
