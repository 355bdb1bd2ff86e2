"""What a change comes to in the text that it is made to: edits, and where."""

from collections.abc import Sequence
from typing import NamedTuple

from policygraph.consolidation.division_plan import DivisionPlan
from policygraph.consolidation.edit import Edit
from policygraph.consolidation.numbering import Numbering
from policygraph.consolidation.places import Places
from policygraph.consolidation.words import Words
from policygraph.model.source import Span


class Text(NamedTuple):
    """The text that is changed.

    Attributes:
        places: its places; they hold the text itself.
        words: the same text, for looking words up.
        marks: spans of marks in which units change, in order: a new wording leaves them.
        divisions: what becomes of its chapters and sections.
        numbering: the numbers of its articles afterwards; None where they stay, or are not sure.
    """

    places: Places
    words: Words
    divisions: DivisionPlan
    marks: Sequence[Span] = ()
    numbering: Numbering | None = None

    def printed(self, span: Span) -> str:
        """Give the characters of a span."""
        return self.places.text[span.start : span.end]


class Found(NamedTuple):
    """What a change comes to.

    Attributes:
        edits: to be carried out; none where the change asks for nothing in the text (保留).
        clause: path of the unit that it is made to.
        times: how often its words stand there.
        together: all edits are made, or none: what is put elsewhere is taken from where it stood.
    """

    edits: tuple[Edit, ...]
    clause: str | None
    times: int = 1
    together: bool = False
