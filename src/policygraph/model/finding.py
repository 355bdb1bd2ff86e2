"""Findings: what was seen and could not be read, resolved or accepted.

Codes are stable words. A finding carries no sentence: the sentence, in Chinese and English,
is looked up by its code, so that it can be shown in the reader's language and so that
findings hold no running text of a document.
"""

from dataclasses import dataclass

from policygraph.model.code import Severity
from policygraph.model.codes import CODES
from policygraph.model.source import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should look at.

    Attributes:
        code: key of ``codes.CODES``.
        span: where in the source; None where it concerns the whole file.
        rule: name of the rule that made it.
        detail: a short name, number or path (never running text) that says which one.
    """

    code: str
    span: Span | None
    rule: str
    detail: str = ""

    @property
    def severity(self) -> Severity:
        """The severity that the code stands for."""
        return CODES[self.code].severity

    def message(self, language: str = "en") -> str:
        """Give the finding as a sentence in ``zh`` or ``en``."""
        text = CODES[self.code].said.in_language(language)
        return f"{text} [{self.detail}]" if self.detail else text
