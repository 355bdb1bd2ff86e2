"""Where in the text of an RDF file a statement is written, for whoever has to mend it.

Turtle, TriG, N-Triples and N-Quads mostly begin a line with a subject, whole in ``<>`` or with a
prefix; what is not found so has no place but the file.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.rdf import vocabulary as v

_END = expression(r"\.[ \t]*(?:#[^\n]*)?(?:\r?\n|$)")  # of a statement
_COMMENT = expression(r"(?:^|\s)#[^\n]*$")
_FIRST = expression(r"(?m)^[ \t]*(<[^<>\s]{1,2000}>|[^\s:<>\"'#@]{0,60}:[^\s;,<>\"]{0,2000})(?=\s)")
_NEARBY = 2_000  # characters in front of a subject, to pass over comments
_BEFORE = ".{}"  # what may stand in front of a subject
_NAME = expression(r"[\w:/#%-]")


class RdfText:
    """The text of an RDF file.

    Args:
        text: the text.
        prefixes: prefix -> namespace, as the file declares them.
    """

    def __init__(self, text: str, prefixes: Mapping[str, str]) -> None:
        self._text = text
        self._prefixes = dict(prefixes)
        self._first: defaultdict[str, list[int]] = defaultdict(list)  # of lines: name -> where
        for match in _FIRST.finditer(text):
            self._first[match[1]].append(match.start(1))

    def place(self, subject: str, predicate: str = "", value: str = "") -> tuple[Span, ...]:
        """Say where a subject has a predicate, or this value of it; else where it is a subject.

        Args:
            subject: IRI.
            predicate: IRI; empty for the subject itself.
            value: IRI or lexical form; empty for any.

        Returns:
            One run of characters, or none where the subject is not found.
        """
        first = having = None
        values = (value, *self._forms(value))
        for name, end in self._statements(subject):
            first = first or name
            for told in self._told(predicate, name.end, end):
                words = self._text[told.start : told.end]
                if any(form in words for form in values):  # any words hold an empty value
                    return (told,)
                having = having or told
        found = having or first
        return (found,) if found else ()

    def _forms(self, iri: str) -> Iterator[str]:
        """Give the ways in which an IRI may be written."""
        yield f"<{iri}>"
        for prefix, namespace in self._prefixes.items():
            if namespace and iri.startswith(namespace):
                yield f"{prefix}:{iri.removeprefix(namespace)}"

    def _statements(self, subject: str) -> Iterator[tuple[Span, int]]:
        """Give each line that begins a statement with a subject, and where the statement ends."""
        for form in self._forms(subject):
            for start in self._first.get(form, ()):
                before = self._text[max(0, start - _NEARBY) : start].rstrip()
                while comment := _COMMENT.search(before):
                    before = before[: comment.start()].rstrip()
                if not before or before[-1] in _BEFORE:
                    ended = _END.search(self._text, start)
                    end = ended.start() if ended else len(self._text)
                    yield Span(start, start + len(form)), end

    def _told(self, predicate: str, start: int, end: int) -> Iterator[Span]:
        """Give each place in a statement that has a predicate, with its values."""
        if not predicate:
            return
        forms = [*self._forms(predicate), *(["a"] if predicate == v.TYPE else [])]
        for form in forms:
            for at in self._words(form, start, end):
                stop = self._text.find(";", at, end)
                words = self._text[at : stop if stop >= 0 else end].rstrip()
                yield Span(at, at + len(words))

    def _words(self, form: str, start: int, end: int) -> Iterator[int]:
        """Give each place of a name that is not a part of a longer one."""
        at = self._text.find(form, start, end)
        while at >= 0:
            behind = at + len(form)
            joined = self._text[at - 1 : at] + "\n" + self._text[behind : behind + 1]
            if form[0] == "<" or not _NAME.search(joined):
                yield at
            at = self._text.find(form, behind, end)
