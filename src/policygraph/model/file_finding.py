"""A finding with the file that it is about: what builds gather and reports list."""

from dataclasses import dataclass

from policygraph.errors import Message
from policygraph.model.finding import Finding


@dataclass(frozen=True, slots=True)
class FileFinding:
    """A finding about a file: in it, or that it could not be read at all.

    Attributes:
        file: name of the file.
        finding: what is the matter.
        said: for a file that could not be read, what is wrong and what to do, naming the file.
        sha256: digest of the file; empty where it could not be read.
    """

    file: str
    finding: Finding
    said: Message | None = None
    sha256: str = ""

    def message(self, language: str) -> str:
        """Give it as a sentence in ``zh`` or ``en``: what was said, else what its code means."""
        if self.said is not None:
            return self.said.in_language(language)
        return self.finding.message(language)
