"""Facts that bear no name of their own -> what a person calls them."""

from collections.abc import Callable

import pyoxigraph as ox

from policygraph.endpoint.view.reader import Reader
from policygraph.rdf import vocabulary as v

Called = Callable[[ox.NamedNode], str]


def fact_name(reader: Reader, node: ox.NamedNode, called: Called, colon: str) -> str:
    """Name a post or a change of agencies; empty for anything else.

    Args:
        reader: reads the dataset.
        node: the fact.
        called: names another thing in the language of the page.
        colon: that of the language.
    """
    types = reader.types(node)
    if v.POST in types:
        return _post(reader, node)
    if v.REFORM in types or v.AGENCY_CHANGE in types:
        kind = reader.node(node, v.KIND)
        change = _change(reader, node, called)
        return f"{called(kind)}{colon}{change}" if kind else change
    return ""


def _post(reader: Reader, node: ox.NamedNode) -> str:
    """国家教材委员会委员：财政部副部长."""
    body, role, unit, title = (
        reader.text(node, predicate) or ""
        for predicate in (v.BODY_NAME, v.POST_ROLE, v.UNIT_NAME, v.POST_TITLE)
    )
    return "：".join(part for part in (body + role, unit + title) if part)


def _change(reader: Reader, node: ox.NamedNode, called: Called) -> str:
    """财政部 → 农业农村部."""
    sides = (
        reader.text(node, printed) or _organizations(reader, node, meant, called)
        for printed, meant in (
            (v.OLD_NAME, v.ORIGINAL_ORGANIZATION),
            (v.NEW_NAME, v.RESULTING_ORGANIZATION),
        )
    )
    return " → ".join(side for side in sides if side)


def _organizations(reader: Reader, node: ox.NamedNode, by: str, called: Called) -> str:
    return "、".join(sorted(called(one) for one in reader.nodes(node, by)))
