"""Finding -> what a person looks for: file, line and column, and the words that stand there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policygraph.validate.finding import CheckFinding
from policygraph.validate.positions import Positions, Texts

Point = tuple[int, int]  # line and column, both from 1, in code points


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and its place.

    Attributes:
        finding: the finding.
        start: where its first run of characters begins; None where the whole file is meant, or
            the text is not at hand (facts-only).
        end: behind its last character; None as for ``start``.
        quote: the words of all runs, on one line and cut; empty as for ``start``.
    """

    finding: CheckFinding
    start: Point | None
    end: Point | None
    quote: str

    @property
    def where(self) -> str:
        """Give ``FILE:LINE:COLUMN``; ``FILE:@OFFSET`` where the text is not at hand."""
        place = self.finding.place
        if self.start is not None:
            return f"{place.file}:{self.start[0]}:{self.start[1]}"
        if place.spans:
            return f"{place.file}:@{place.spans[0].start}"
        return place.file or "-"


def located(findings: Iterable[CheckFinding], texts: Texts) -> Iterator[Located]:
    """Place findings; those of one source are best given together.

    Args:
        findings: the findings.
        texts: gives the text of a source by its digest.
    """
    positions = Positions(texts)
    for finding in findings:
        sha256, spans = finding.place.sha256, finding.place.spans
        if not spans:
            yield Located(finding, None, None, "")
            continue
        start = positions.line_and_column(sha256, spans[0].start)
        end = positions.line_and_column(sha256, spans[0].end)
        yield Located(finding, start, end, positions.quote(sha256, spans))
