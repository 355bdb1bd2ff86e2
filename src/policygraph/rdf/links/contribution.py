"""What a document contributes to what documents share, and what it asked the others, as data.

By what others find it, what it names, and what the graph ``links`` has from it. All of it is kept
with the dataset (``rdf.dataset.contributions_file``), so that a build need not open the records
that have not changed; ``rdf.links.contributing`` makes it from a record, ``rdf.links.linking``
links it.
"""

from dataclasses import dataclass
from typing import NamedTuple

from policygraph.model.finding import Finding
from policygraph.model.reform import Body


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one document contributes, so far as it alone decides.

    Attributes:
        sha256: digest of the source.
        source: name of the file.
        policy: IRI of the document that it prints.
        number: 文号 by which others cite it; "" where it has none.
        title: letters and digits of the title by which others cite it; "" where it has none.
        quotable: title under which its articles are quoted; "" where it has no articles.
        bodies: the agencies of known official name that it names, sorted.
        groups: the collective units that it names, each as code of its place and name, sorted.
        laws: titles of the laws that it cites and the registry knows, sorted.
        tells_changes: it tells what became of agencies.
        clauses: how many it has.
        responsibilities: how many it has.
        citations: how many it has.
        findings: what was seen in it and not understood.
    """

    sha256: str
    source: str
    policy: str
    number: str
    title: str
    quotable: str
    bodies: tuple[Body, ...]
    groups: tuple[tuple[str, str], ...]
    laws: tuple[str, ...]
    tells_changes: bool
    clauses: int
    responsibilities: int
    citations: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A document as it is now.

    Attributes:
        contribution: what it contributes.
        version: what changes when its record or its text does.
    """

    contribution: Contribution
    version: str


class Asked(NamedTuple):
    """What a document asked for.

    Attributes:
        by: ``number``, ``title`` or ``quotable``: an attribute of ``Contribution``.
        key: the number, or the letters and digits of the title.
    """

    by: str
    key: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What the graph ``links`` has from one document.

    Attributes:
        digest: SHA-256 of its lines, sorted.
        shared: those of its lines that other documents may say too, sorted: of the agencies and
            works that it names. The others are about what lies below the IRI of its policy.
        quoted: where it quotes an article in other words than those of the article.
        asked: what it asked the other documents for, sorted.
        answers: what changes when an answer does.
    """

    digest: str
    shared: tuple[str, ...]
    quoted: tuple[Finding, ...]
    asked: tuple[Asked, ...]
    answers: str
