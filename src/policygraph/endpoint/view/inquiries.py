"""A thing -> the questions about it: the one its page answers, and those it leads on to."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from policygraph.endpoint.view.reader import Reader
from policygraph.query.inquiries import Inquiry, inquiries
from policygraph.query.question import Naming
from policygraph.rdf import vocabulary as v


@dataclass(frozen=True, slots=True)
class _Asked:
    """How things of some classes are asked about.

    Attributes:
        classes: their classes.
        called: what a question calls them by -> the properties that say it, the best first.
        whole: the property that leads to what they have to be named with; "" where they stand
            alone.
        answered: the question that their pages answer; "" where there is none.
        with_former: the same with what others bore that it took the place of, or got functions of.
    """

    classes: frozenset[str]
    called: Mapping[Naming, tuple[str, ...]]
    whole: str = ""
    answered: str = ""
    with_former: str = ""


_ASKED = (
    _Asked(
        frozenset({v.AGENCY, v.AGENCY_GROUP}),
        {Naming.UNIT: (v.PREF_LABEL,)},
        answered="all-duties-of-unit",
        with_former="duties-through-reforms",
    ),
    _Asked(
        frozenset({v.POLICY, v.DRAFT_POLICY}),
        {Naming.DOCUMENT: (v.ID_LOCAL, v.TITLE), Naming.WORK: (v.TITLE,)},
    ),
    _Asked(
        frozenset({v.LEGISLATION}), {Naming.WORK: (v.TITLE,)}, answered="clauses-citing-article"
    ),
    _Asked(
        frozenset({v.ARTICLE}),
        {Naming.ARTICLE: (v.ARTICLE_NUMBER,)},
        whole=v.IS_PART_OF,
        answered="clauses-citing-article",
    ),
    _Asked(frozenset({v.CLAUSE}), {Naming.CLAUSE: (v.PATH,)}, whole=v.OF_POLICY),
    _Asked(frozenset({v.PLACE}), {Naming.PLACE: (v.PREF_LABEL,), Naming.PLACE_CODE: (v.CODE,)}),
)


# Columns that a page leaves out of its answer: what it is about, and where in a file a row is
# printed, to which the row's own page leads.
UNTOLD = frozenset({"agencyName", "segment", "start", "anchor", "inherited"})


@dataclass(frozen=True, slots=True)
class Inquiries:
    """What can be asked about a thing.

    Attributes:
        answered: the question that its page answers; None where there is none.
        others: those that the page leads on to.
    """

    answered: Inquiry | None
    others: tuple[Inquiry, ...]


def inquiries_of(reader: Reader, node: ox.NamedNode, *, has_former: bool = False) -> Inquiries:
    """Give what can be asked about a thing; nothing where it has no name to ask by.

    Args:
        reader: reads the dataset.
        node: the thing.
        has_former: it took the place of others, or got functions of others.
    """
    asked = _asked(reader, node)
    if asked is None:
        return Inquiries(None, ())
    own = _names(reader, node, asked)
    whole = reader.node(node, asked.whole) if asked.whole else None
    beside = _asked(reader, whole) if whole else None
    known = (_names(reader, whole, beside) if whole and beside else {}) | own
    found = tuple(inquiries(known, own))
    wanted = asked.with_former if has_former else asked.answered
    answered = next((one for one in found if one.question.name == wanted), None)
    return Inquiries(answered, tuple(one for one in found if one is not answered))


def _asked(reader: Reader, node: ox.NamedNode) -> _Asked | None:
    types = reader.types(node)
    return next((asked for asked in _ASKED if types & asked.classes), None)


def _names(reader: Reader, node: ox.NamedNode, asked: _Asked) -> dict[Naming, str]:
    said = {
        naming: next(filter(None, (reader.text(node, each) for each in properties)), None)
        for naming, properties in asked.called.items()
    }
    return {naming: name for naming, name in said.items() if name}
