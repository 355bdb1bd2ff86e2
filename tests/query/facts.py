"""Facts of the invented documents beside duties and citations, and their links."""

from policygraph.model.facts import (
    AgencyChange,
    Amendment,
    Basis,
    BodyDuty,
    ChangeKind,
    Deadline,
    DeadlineKind,
    Operation,
    Quantity,
    QuantityKind,
    Role,
    Target,
)
from policygraph.model.new_places import Beside, NewPlace, Side
from policygraph.model.source import Span
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v
from policygraph.rdf.facts.amendments import AMENDMENTS, basis_iris
from policygraph.rdf.facts.body_duties import BODY_DUTIES
from policygraph.rdf.facts.deadlines import DEADLINES
from policygraph.rdf.scope import Scope
from policygraph.rdf.terms import iri as ref
from policygraph.rdf.terms import text


def facts_of(spec, starts):
    """Give the lists of a record, as its specification has them."""

    def at(clause):
        return (Span(starts[clause], starts[clause] + 1),)

    return {
        "quantities": tuple(
            Quantity(clause, QuantityKind(kind), value, unit, f"{value}{unit}", year or None,
                     subject or None, condition or None, at(clause), "quantity")
            for clause, kind, value, unit, year, subject, condition in spec.get("figures", [])
        ),
        "deadlines": tuple(
            Deadline(clause, segment, DeadlineKind(kind), date or None, every or None, written,
                     unit or None, at(clause), "deadline")
            for clause, segment, kind, date, every, written, unit, _ in spec.get("times", [])
        ),
        "body_duties": tuple(
            BodyDuty(clause, unit, group, Role(role), f"由{unit}承担", at(clause), "duty")
            for clause, unit, role, group, _ in spec.get("duties", [])
        ),
        "amendments": tuple(
            Amendment(clause, Target(title, number, locator or None, locator or None),
                      Operation(operation), old or None, new or None,
                      (Basis(basis, article or None, item or None),) if basis else (),
                      at(clause), "amendment")
            for clause, operation, title, number, locator, old, new, basis, article, item, _
            in spec.get("edits", [])
        )
        + tuple(_addition(each, at(each[0])) for each in spec.get("adds", [])),
        "agency_changes": tuple(
            AgencyChange(clause, old or None, new or None, ChangeKind(kind), (), None, at(clause),
                         "change")
            for clause, kind, old, new in spec.get("reforms", [])
        ),
    }  # fmt: skip


def _addition(each, spans):
    (clause, operation, title, number, locator, new, side, words, beside, place, mark,
     basis, article, item, _) = each  # fmt: skip
    (start,) = (span.start for span in spans)
    return Amendment(
        clause, Target(title, number, locator or None, locator or None), Operation(operation),
        None, new or None, (Basis(basis, article or None, item or None),) if basis else (),
        spans, "amendment", None, Span(start + 2, start + 4) if new else None,
        Beside(Side(side), words or None, None, beside or None, beside or None) if side else None,
        NewPlace(place, place) if place else None, mark or None,
    )  # fmt: skip


def fact_links(spec, record, agencies, policies):
    """Give the links of these facts, as the specification of the data set tells them."""
    scope = Scope.of(record)
    for kind, rows, told in (
        (DEADLINES, record.deadlines, spec.get("times", [])),
        (BODY_DUTIES, record.body_duties, spec.get("duties", [])),
    ):
        for (node, _), (*_, name) in zip(kind.iris(rows, scope), told, strict=True):
            if name:
                yield ref(node), ref(v.AGENCY_OF), ref(agencies[name])
    told = [*spec.get("edits", []), *spec.get("adds", [])]
    edits = zip(AMENDMENTS.iris(record.amendments, scope), told, strict=True)
    for (node, row), (*_, file) in edits:
        yield ref(node), ref(v.TARGET), ref(policies[file])
        if row.target.locator:
            clause = iri.clause(policies[file], row.target.locator)
            yield ref(node), ref(v.TARGET_CLAUSE), ref(clause)
        for subject, basis in basis_iris(row.based_on, node):
            whole = iri.legislation(basis.title)
            unit = iri.legislation(basis.title, basis.article, None, basis.item)
            yield ref(subject), ref(v.CITED), ref(unit)
            yield ref(whole), ref(v.TYPE), ref(v.LEGISLATION)
            yield ref(whole), ref(v.TITLE), text(basis.title)
            if unit != whole:
                yield ref(unit), ref(v.TYPE), ref(v.ARTICLE)
                yield ref(unit), ref(v.IS_PART_OF), ref(whole)
