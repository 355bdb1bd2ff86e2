"""Names of nodes for people: what a label, a cell or a legend shows."""

from policygraph.export.lookup import Concept, Description, Lookup
from policygraph.rdf import vocabulary as v


def concept(lookup: Lookup, node: str | None) -> Concept | None:
    """Give the concept of a node of one of our lists; None for None."""
    return lookup.concept(node) if node else None


def work_name(lookup: Lookup, work: str) -> str | None:
    """Give the title, or number, of a policy, law or cited document, with article and item."""
    said = lookup.shared(work)
    whole = said.one(v.IS_PART_OF)
    if whole is None:
        return _title(said)
    return f"{_title(lookup.shared(whole)) or ''}{unit_name(said)}" or None


def _title(said: Description) -> str | None:
    return said.one(v.TITLE) or said.one(v.CITED_TITLE) or said.one(v.ID_LOCAL)


def unit_name(said: Description) -> str:
    """Give article, paragraph and item in digits; empty where there is none."""
    numbers = ((v.ARTICLE_NUMBER, "条"), (v.PARAGRAPH_NUMBER, "款"), (v.ITEM_NUMBER, "项"))
    printed = ((said.one(predicate), unit) for predicate, unit in numbers)
    return "".join(f"第{number}{unit}" for number, unit in printed if number is not None)


def node_name(lookup: Lookup, node: str | None) -> str | None:
    """Give the preferred name of an agency or a place; None where it has none."""
    return lookup.shared(node).one(v.PREF_LABEL) if node else None
