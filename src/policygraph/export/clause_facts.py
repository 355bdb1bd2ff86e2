"""Responsibilities and citations of a clause as rows."""

from policygraph.export.anchors import anchor_of
from policygraph.export.lookup import Description, Lookup
from policygraph.export.names import concept, node_name, work_name
from policygraph.export.rows import CitationRow, ClauseRow, ResponsibilityRow
from policygraph.rdf import vocabulary as v


def responsibility(
    lookup: Lookup, clause: ClauseRow, node: str, said: Description
) -> ResponsibilityRow:
    """Read a responsibility of a clause."""
    agency = said.one(v.AGENT)
    anchor = anchor_of(lookup, said, v.ANCHOR)
    return ResponsibilityRow(
        policy_title=clause.policy_title,
        policy_number=clause.policy_number,
        issued=clause.issued,
        path=clause.path,
        label=clause.label,
        heading=clause.heading,
        segment=said.number(v.SEGMENT),
        role=concept(lookup, said.one(v.ROLE)),
        agency=node_name(lookup, agency),
        resolved=said.one(v.RESOLVED_NAME),
        as_written=said.one(v.AS_WRITTEN),
        group=said.flag(v.GROUP),
        inherited=said.flag(v.INHERITED),
        file=anchor.file,
        start=anchor.start,
        end=anchor.end,
        rule=said.one(v.RULE),
        responsibility_iri=node,
        agency_iri=agency,
        clause_iri=clause.clause_iri,
        policy_iri=clause.policy_iri,
    )


def citation(lookup: Lookup, clause: ClauseRow, node: str, said: Description) -> CitationRow:
    """Read a citation of a clause."""
    cited = said.one(v.CITED)
    anchor = anchor_of(lookup, said, v.ANCHOR)
    return CitationRow(
        policy_title=clause.policy_title,
        policy_number=clause.policy_number,
        issued=clause.issued,
        path=clause.path,
        label=clause.label,
        heading=clause.heading,
        relation=concept(lookup, said.one(v.RELATION)),
        title=said.one(v.CITED_TITLE),
        number=said.one(v.CITED_NUMBER),
        article=said.number(v.ARTICLE_NUMBER),
        paragraph=said.number(v.PARAGRAPH_NUMBER),
        item=said.number(v.ITEM_NUMBER),
        cited=work_name(lookup, cited) if cited else None,
        in_dataset=bool(cited and lookup.shared(cited).all(v.PRINTED_IN)),
        as_written=said.one(v.AS_WRITTEN),
        as_written_sha256=said.one(v.AS_WRITTEN_DIGEST),
        file=anchor.file,
        start=anchor.start,
        end=anchor.end,
        rule=said.one(v.RULE),
        citation_iri=node,
        cited_iri=cited,
        clause_iri=clause.clause_iri,
        policy_iri=clause.policy_iri,
    )
