"""What a check found, and where."""

from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.model.code import Severity
from policygraph.model.source import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which source.

    Attributes:
        sha256: digest of the source; empty where it is not known.
        file: its file name; empty where it is not known.
        spans: runs of characters of it; none where the whole file is meant.
    """

    sha256: str = ""
    file: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One thing that a shape or a verify query found.

    Attributes:
        check: stable name: ``shape.NAME`` of a shape, ``rule.NAME`` of a verify query.
        severity: how bad it is (SHACL, section 2.1.4: Violation is ``error``).
        focus: IRI of the node that is wrong.
        path: IRI of the property that is wrong; of alternatives, joined by ``|``; or empty.
        value: the value that is wrong; None where one is missing or many are concerned.
        component: IRI of the SHACL constraint component.
        zh: what is wrong and what to do, in Chinese.
        en: the same in English.
        place: where in the source.
        node: IRI of what stands at the place, where that is not the focus: the duty of a body.
        also: digests of further sources that it concerns.
    """

    check: str
    severity: Severity
    focus: str
    path: str
    value: ox.NamedNode | ox.Literal | None
    component: str
    zh: str
    en: str
    place: Place
    node: str = ""
    also: tuple[str, ...] = ()

    @property
    def sources(self) -> frozenset[str]:
        """Digests of the sources that it concerns; none where it belongs to no document."""
        return frozenset({self.place.sha256, *self.also} - {""})

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells it from others of another run: all but the value, which may hold the day."""
        return self.check, self.focus, self.path, self.node, self.place.sha256

    def message(self, language: str) -> str:
        """Give the message in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en

    def order(self) -> tuple[object, ...]:
        """Give the key by which findings are sorted: as they stand in the files."""
        return (
            self.place.file,
            self.place.sha256,
            self.place.spans[:1],
            self.check,
            self.focus,
            self.path,
            str(self.value),
        )
