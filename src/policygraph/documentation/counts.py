"""How many values a property has, and which: as told by the shapes, else by the ontology."""

from policygraph.documentation.ontology import Term, read_ontology
from policygraph.documentation.shapes import read_rules, rules_of


def how_many(of: str, path: str) -> str:
    """Give the number of values of a property of a class: 1, 0..1, 1..*, or 0..*.

    A shape counts for one property alone; where several share it, it does not tell of each.
    """
    rules = [rule for rule in rules_of(of, path) if len(rule.paths) == 1]
    term = read_ontology().term(path)
    most = [rule.most for rule in rules if rule.most is not None]
    if term is not None and term.functional:
        most.append(1)
    least = max((rule.least or 0 for rule in rules), default=0)
    upper = str(min(most)) if most else "*"
    return upper if upper == str(least) else f"{least}..{upper}"


def lists_of(term: Term, of: str) -> tuple[str, ...]:
    """Give the IRIs of the code lists that the values are from, for one class."""
    values = [value for rule in rules_of(of, term.iri) for value in rule.values]
    named = tuple(one for one in term.lists if any(x.startswith(f"{one}/") for x in values))
    return named or term.lists


def value_types(of: str, path: str) -> tuple[str, ...]:
    """Give the classes or datatype of the values: the range, else what the shapes ask for."""
    term = read_ontology().term(path)
    if term is not None and term.ranges:
        return term.ranges
    found = dict.fromkeys(one for rule in rules_of(of, path) for one in rule.classes)
    return tuple(found)


def properties_of(of: str) -> tuple[str, ...]:
    """Give the IRIs of all properties that a class may have: as its shapes go, then the rest.

    A shape may look at a property of ours only to see that it is not there; the domain decides.
    """
    terms = {term.iri: term for term in read_ontology().terms()}
    rules = [rule for rule in read_rules() if rule.target == of]
    forbidden = {path for rule in rules if rule.most == 0 for path in rule.paths}
    from_shapes = (path for rule in rules for path in rule.paths if path not in forbidden)
    ours_or_reused = (p for p in from_shapes if p not in terms or of in terms[p].domains)
    said_of = (term.iri for term in terms.values() if of in term.domains)
    return tuple(dict.fromkeys((*ours_or_reused, *said_of)))
