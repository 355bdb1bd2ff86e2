"""A question: a SPARQL file of ``queries/`` with its sentence, parameters and columns."""

from dataclasses import dataclass
from enum import StrEnum

from policygraph.model.code import Severity


class Scope(StrEnum):
    """What a row of a check follows from."""

    DOCUMENT = "document"  # the graphs of the sources that print one document, and its links
    DATASET = "dataset"  # several documents, the registry, or the day of asking


class ParameterType(StrEnum):
    """What a parameter takes, and as which RDF term it stands in the query."""

    TEXT = "text"  # Chinese text: "…"@zh
    TITLE = "title"  # the same; 《》 around it are dropped
    DOCUMENT = "document"  # a 文号, as a plain string, or a title, as "…"@zh
    STRING = "string"  # a plain string: a path, a code
    INTEGER = "integer"  # xsd:integer
    DATE = "date"  # xsd:date; "today" is the day of asking, "today+90" one later
    IRI = "iri"


class Naming(StrEnum):
    """What in the graph a value calls by its name, number or code."""

    UNIT = "unit"
    DOCUMENT = "document"
    WORK = "work"  # a law, or any document that is cited
    ARTICLE = "article"  # by its number, beside the work
    CLAUSE = "clause"  # by its path, beside the document
    PLACE = "place"  # by its name
    PLACE_CODE = "place-code"


_NAMING_TYPES = {"document": Naming.DOCUMENT, "title": Naming.WORK}
_NAMING_NAMES = {
    ("unit", "text"): Naming.UNIT,
    ("article", "integer"): Naming.ARTICLE,
    ("path", "string"): Naming.CLAUSE,
    ("place", "text"): Naming.PLACE,
    ("place", "string"): Naming.PLACE_CODE,
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the asker supplies.

    Attributes:
        name: name of the variable, without the question mark.
        type: what it takes.
        optional: may be left out; the query then sees no value (``UNDEF``).
        default: taken where it is left out; None: there is no default.
        example: a value that fits.
        zh: what it means, in Chinese.
        en: what it means, in English.
    """

    name: str
    type: ParameterType
    optional: bool
    default: str | None
    example: str
    zh: str
    en: str

    @property
    def required(self) -> bool:
        """Whether the question cannot be asked without it."""
        return not self.optional and self.default is None

    @property
    def naming(self) -> Naming | None:
        """What its value names; None for a day, a number or other words."""
        return _NAMING_TYPES.get(self.type) or _NAMING_NAMES.get((self.name, self.type))

    def label(self, language: str) -> str:
        """Give what it means in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer: the name of its variable, and what it is called."""

    name: str
    zh: str
    en: str

    def label(self, language: str) -> str:
        """Give its heading in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read from its file.

    Attributes:
        name: name of the file without ``.rq``.
        group: name of the folder: ``legal``, ``supervision``, ``engineer``, ``researcher``;
            ``verify`` for the checks, each row of which is a finding.
        zh: the question as a sentence, in Chinese; of a check what is wrong and what to do.
        en: the same in English.
        parameters: what the asker supplies, in the order of the query.
        columns: what the answer tells, in the order of the query.
        severity: how bad a row is; None for a question.
        scope: what a row follows from; of a question, the whole.
        file: where it stands under ``queries/``.
        text: the SPARQL text, complete as it stands.
        values_lines: indexes of the lines with the parameters: one in each branch that needs them.
    """

    name: str
    group: str
    zh: str
    en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    severity: Severity | None
    file: str
    text: str
    values_lines: tuple[int, ...]
    scope: Scope = Scope.DATASET

    def sentence(self, language: str) -> str:
        """Give the question in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en
