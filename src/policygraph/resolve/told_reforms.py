"""Changes of agencies that a document tells, as bodies and dates; and where the registry differs.

What a text says and what the registry knows are kept apart: a text that only writes another
unit's name tells a substitution, whatever the registry knows of the two units.
"""

from collections.abc import Iterable, Iterator

from policygraph.model.facts import AgencyChange, ChangeKind, Document, Status
from policygraph.model.finding import Finding
from policygraph.model.record import Record
from policygraph.model.reform import SUCCESSION, Body, Reform, When
from policygraph.registry.registry import Registry
from policygraph.resolve.agencies import place_of
from policygraph.resolve.bodies import bodies_named

_COMPARED = SUCCESSION | {ChangeKind.SUBSTITUTE}


def told_reforms(record: Record, registry: Registry) -> list[Reform]:
    """Give the changes that one document tells."""
    document = record.document
    source = document.number or document.title or record.source
    registry = registry.on(document.issued)
    return [_reform(row, document, registry, source) for row in record.agency_changes]


def _reform(row: AgencyChange, document: Document, registry: Registry, source: str) -> Reform:
    old, new = (
        body_named(name, document, registry, date) if name else None
        for name, date in ((row.old, None), (row.new, document.issued))
    )
    # an issued text tells what has happened by its day; a draft may tell what is to come
    told_by = document.issued if document.status is Status.ISSUED else None
    return Reform(
        event=f"{source}#{row.clause}",
        kind=row.kind,
        place=document.jurisdiction or "",
        old=old,
        new=(new,) if new else (),
        when=When(not_after=told_by),
        functions=row.functions,
        cause=row.cause or "",
        result="",
        source=source,
        origin="record",
    )


def body_named(name: str, document: Document, registry: Registry, date: str | None) -> Body:
    """Give the one body that a name means in a document; the name as written if none is known."""
    found = bodies_named(name, registry, document.jurisdiction, date)
    found = found or (bodies_named(name, registry, document.jurisdiction) if date else [])
    if len(found) == 1:
        return found[0]
    return Body(place_of(name, document, registry) or "", name)


def differing(
    rows: Iterable[AgencyChange], document: Document, registry: Registry
) -> Iterator[Finding]:
    """Say where a text makes of a unit something else than the registry knows of it."""
    for row in rows:
        if row.kind not in _COMPARED or not row.old:
            continue
        told = _reform(row, document, registry, "")
        known = [] if told.old is None else _endings(told.old, registry, document)
        if known and told.new and not any(_agree(told, reform) for reform in known):
            detail = f"{told.new[0].name} / {known[0].new[0].name}"
            code = "agency-change.differs-from-registry"
            yield Finding(code, row.spans[0] if row.spans else None, row.rule, detail)


def _endings(body: Body, registry: Registry, document: Document) -> list[Reform]:
    """Give the changes that ended a body by the document's day, if one new body is certain."""
    return [
        reform
        for reform in registry.reforms.of(body)
        if reform.ends_the_name
        and reform.result_body
        and (document.issued is None or reform.when.by(document.issued) is not False)
    ]


def _agree(told: Reform, known: Reform) -> bool:
    """Both name one new body; a text that only substitutes says nothing of the kind."""
    same_body = bool(told.new) and told.new[0] in known.new
    return same_body and told.kind in (ChangeKind.SUBSTITUTE, known.kind)
