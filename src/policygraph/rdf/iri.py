"""Identifiers: the only module that mints an IRI of ours.

Identifiers are deterministic, need no coordination and hold no counter: they are made of what
is printed. See ``docs/identifiers.md`` for the table of forms.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar
from urllib.parse import quote, unquote

from policygraph.expression import expression
from policygraph.model.source import Span
from policygraph.rdf.vocabulary import CONCEPT

DEFAULT_BASE = "https://w3id.org/policygraph/id/"
UNPLACED = "unplaced"
UNDATED = "undated"

# RFC 3987, section 2.2: unreserved and ucschar stay as they are, all else is percent-encoded.
_UNSAFE = expression(
    "[^A-Za-z0-9\\-._~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd"
    "\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)
_KEY = expression(r"[^/]*/(?:\d{4}/\d+|[0-9a-f]{8})")  # what follows the place in a policy's path
_NUMBER = expression(r"^(?P<code>[^〔〕\[\]]+)〔(?P<year>\d{4})〕(?:第)?(?P<number>\d+)号$")


def check_base(base: str) -> None:
    """Check that identifiers can be made under ``base``.

    Raises:
        ValueError: it is not an absolute http IRI that ends in ``/``, without ``?`` and ``#``: the
            fragment of an IRI tells the characters of a source.
    """
    if not re.fullmatch(r"https?://[^/?#\s][^\x00-\x20<>\"{}|\\^`?#]*/", base):
        raise ValueError(f"{base!r}: give an absolute IRI that ends in /, as {DEFAULT_BASE}")


@lru_cache(maxsize=8192)  # names of units and paths of clauses come again and again
def segment(value: str) -> str:
    """Make ``value`` safe as one segment of an IRI path; ``unsegment`` gives it back."""
    normal = unicodedata.normalize("NFC", value)
    safe = _UNSAFE.sub(lambda m: quote(m.group().encode("utf-8", "replace"), safe=""), normal)
    return safe.replace(".", "%2E") if safe in (".", "..") else safe


def unsegment(value: str) -> str:
    """Give back the text that ``segment`` encoded."""
    return unquote(value)


def concept(scheme: str, code: str) -> str:
    """Give the IRI of a concept of one of our SKOS lists (``ontology/concepts/``)."""
    return f"{CONCEPT}{scheme}/{segment(code)}"


def title_digest(title: str) -> str:
    """Give 8 hex digits of a title, blind to width, blanks, quotes and brackets."""
    folded = unicodedata.normalize("NFKC", title)
    bare = re.sub(r"[\W_]+", "", folded)
    return hashlib.sha256(bare.encode("utf-8", "replace")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class PolicyIri:
    """Identity of a policy: place, then 文号, or date and title where no 文号 is printed.

    ``key`` is ``(机关代字, year, number)`` or ``(date or year or "undated", title digest)``.
    """

    place: str
    key: tuple[str, ...]

    @classmethod
    def of(
        cls, place: str | None, number: str | None, dated: str | None, title: str | None
    ) -> "PolicyIri":
        """Make the identity of a policy from what is printed.

        Args:
            place: GB/T 2260 code; None where it cannot be known.
            number: 文号 in normal form (``晋市政办〔2021〕35号``).
            dated: ISO date of the document.
            title: title as printed.
        """
        match = _NUMBER.match(number or "")
        if match:
            return cls(place or UNPLACED, (match["code"], match["year"], match["number"]))
        return cls(place or UNPLACED, (dated or UNDATED, title_digest(number or title or "")))

    @classmethod
    def parse(cls, value: str, base: str = DEFAULT_BASE) -> "PolicyIri":
        """Read the identity back from an IRI made by ``format``.

        Raises:
            ValueError: ``value`` is not the IRI of a policy.
        """
        kind, _, path = value.removeprefix(base).partition("/")
        of_place, _, key = path.partition("/")
        if not value.startswith(base) or kind != "policy" or not _KEY.fullmatch(key):
            raise ValueError(f"not the IRI of a policy: {value}")
        return cls(unsegment(of_place), tuple(map(unsegment, key.split("/"))))

    def format(self, base: str = DEFAULT_BASE) -> str:
        """Give the IRI under ``base``."""
        return base + "/".join(["policy", segment(self.place), *map(segment, self.key)])


@lru_cache(maxsize=8192)  # each fact of a clause asks for it
def clause(policy: str, path: str) -> str:
    """Give the IRI of a clause: ``{policy}/clause/3/7``, ``{policy}/annex/2/clause/1/2``."""
    if path == "preamble":
        return f"{policy}/preamble"
    head, _, rest = path.partition("/")
    annex = re.fullmatch(r"annex([\w.~-]+)", head)
    if not annex:
        return f"{policy}/clause/" + "/".join(map(segment, path.split("/")))
    iri = f"{policy}/annex/{segment(annex[1])}"
    return iri + ("/clause/" + "/".join(map(segment, rest.split("/"))) if rest else "")


def _name(value: str) -> str:
    """Encode a printed name whose IRI may get ``~2``, so that no other name can look like it."""
    return segment(value).replace("~", "%7E")


def responsibility(of_clause: str, part: int | None, unit: str) -> str:
    """Give the IRI of a responsibility; ``part`` is the segment, None for an inherited one."""
    return f"{of_clause}/responsibility/{'inherited' if part is None else part}/{_name(unit)}"


def citation(
    of_clause: str, cited: str, article: int | None, paragraph: int | None, item: int | None
) -> str:
    """Give the IRI of a citation; ``cited`` is the printed number or title."""
    return f"{of_clause}/citation/{_name(cited)}" + _unit(article, paragraph, item)


def quantity(of_clause: str, kind: str, value: str, unit: str, year: int | None) -> str:
    """Give the IRI of a figure: ``{clause}/quantity/reward/20/万元%2F户``, perhaps ``/2025``."""
    dated = "" if year is None else f"/{year}"
    return f"{of_clause}/quantity/{_name(kind)}/{_name(value)}/{_name(unit)}{dated}"


def deadline(of_clause: str, part: int, kind: str, date: str | None, every: str | None) -> str:
    """Give the IRI of a deadline: ``{clause}/deadline/1/by/2025-12-31``."""
    again = "" if every is None else f"/{_name(every)}"
    return f"{of_clause}/deadline/{part}/{_name(kind)}/{_name(date or UNDATED)}{again}"


def amendment(of_clause: str, operation: str, locator: str | None, document: str) -> str:
    """Give the IRI of a change: by the locator, or by the document where all of it is meant."""
    where = locator.split("/") if locator else [document]
    return f"{of_clause}/amendment/{_name(operation)}/" + "/".join(map(_name, where))


def basis(of_amendment: str, title: str, article: int | None, item: int | None) -> str:
    """Give the IRI of a legal basis: ``{amendment}/basis/公平竞争审查条例/article/10``."""
    return f"{of_amendment}/basis/{_name(title)}" + _unit(article, None, item)


def agency_change(of_clause: str, kind: str, old: str | None, new: str | None) -> str:
    """Give the IRI of what became of an agency; ``-`` stands for no old or no new one."""
    return f"{of_clause}/agency-change/{_name(kind)}/{_name(old or '-')}/{_name(new or '-')}"


def body_duty(of_clause: str, role: str, unit: str) -> str:
    """Give the IRI of a duty that running text lays on a unit."""
    return f"{of_clause}/body-duty/{_name(role)}/{_name(unit)}"


def post(policy: str, body: str, role: str, unit: str | None, title: str) -> str:
    """Give the IRI of a seat in a work group; ``-`` stands for no unit."""
    return f"{policy}/post/" + "/".join(map(_name, (body, role, unit or "-", title)))


def entry(of: str, field: str, written: str) -> str:
    """Give the IRI of an entry of a list that is printed: ``{policy}/entry/issuers/{name}``."""
    return f"{of}/entry/{_name(field)}/{_name(written)}"


def finding(of_source: str, code: str, span: Span | None) -> str:
    """Give the IRI of a finding; one about the whole file has no span."""
    where = "" if span is None else f"/{span.start}-{span.end}"
    return f"{of_source}/finding/{_name(code)}{where}"


def legislation(
    title: str,
    article: int | None = None,
    paragraph: int | None = None,
    item: int | None = None,
    base: str = DEFAULT_BASE,
) -> str:
    """Give the IRI of a law or regulation, or of an article, paragraph or item of it."""
    return f"{base}legislation/{segment(title)}" + _unit(article, paragraph, item)


def _unit(article: int | None, paragraph: int | None, item: int | None) -> str:
    named = (("article", article), ("paragraph", paragraph), ("item", item))
    return "".join(f"/{name}/{number}" for name, number in named if number is not None)


def agency(place: str | None, name: str, base: str = DEFAULT_BASE) -> str:
    """Give the IRI of an agency: one node for each official name."""
    return f"{base}agency/{segment(place or UNPLACED)}/{segment(name)}"


def dated_name(of_agency: str, name: str) -> str:
    """Give the IRI of a name of an agency, with the days on which it holds."""
    return f"{of_agency}/name/{_name(name)}"


def change(
    place: str, event: str, kind: str, names: Iterable[str], base: str = DEFAULT_BASE
) -> str:
    """Give the IRI of a change that the registry knows; ``names`` are those that tell it."""
    path = "/".join(segment(part) for part in (place or UNPLACED, event, kind, *names))
    return f"{base}change/{path}"


def agency_group(place: str | None, name: str, base: str = DEFAULT_BASE) -> str:
    """Give the IRI of a collective unit such as 各县（市、区）人民政府."""
    return f"{base}agency-group/{segment(place or UNPLACED)}/{segment(name)}"


def agency_within(policy: str, name: str, *, group: bool) -> str:
    """Give the IRI of an agency that only its policy tells: 市财政局 of a city not known."""
    return f"{policy}/{'agency-group' if group else 'agency'}/{segment(name)}"


def place(code: str, base: str = DEFAULT_BASE) -> str:
    """Give the IRI of an administrative division; ``500110~万盛区`` where its code is another's."""
    return f"{base}place/{segment(code)}"


def place_change(kind: str, code: str, name: str, base: str = DEFAULT_BASE) -> str:
    """Give the IRI of what became of a division, by its code and name before.

    Of one that was founded, by those after.
    """
    return f"{base}place-change/{segment(kind)}/{segment(code)}/{segment(name)}"


def source(sha256: str, base: str = DEFAULT_BASE) -> str:
    """Give the IRI of a source file."""
    return f"{base}source/{segment(sha256)}"


def chars(of_source: str, span: Span) -> str:
    """Give the IRI of a run of characters: a fragment identifier by RFC 5147, section 2.2.2."""
    return f"{of_source}#char={span.start},{span.end}"


def field_reading(policy: str, field: str) -> str:
    """Give the IRI of the reading of one field of a document."""
    return f"{policy}/field/{segment(field)}"


def graph(name: str, base: str = DEFAULT_BASE) -> str:
    """Give the IRI of a named graph: ``links``, ``registry``, ``ontology``, ``manifest``."""
    return f"{base}graph/{name}"


def source_graph(sha256: str, base: str = DEFAULT_BASE) -> str:
    """Give the IRI of the graph that holds what one source prints."""
    return f"{base}graph/source/{segment(sha256)}"


def build(root_hash: str, base: str = DEFAULT_BASE) -> str:
    """Give the IRI of a build, by its root hash."""
    return f"{base}build/{root_hash}"


def repeated(value: str, count: int) -> str:
    """Tell a thing printed twice from the first one: ``…~2``."""
    return value if count == 1 else f"{value}~{count}"


T = TypeVar("T")


def told_apart(things: Iterable[T], mint: Callable[[T], str]) -> Iterator[tuple[str, T]]:
    """Pair each thing with its IRI; what is printed twice is told from the first one: ``…~2``."""
    seen: Counter[str] = Counter()
    for thing in things:
        node = mint(thing)
        seen[node] += 1
        yield repeated(node, seen[node]), thing
