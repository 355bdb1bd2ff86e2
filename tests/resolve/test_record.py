"""Resolving loses no fact: every list that was read arrives in the record."""

from dataclasses import fields

from policygraph.extract.rules import Facts
from policygraph.model.record import Record
from policygraph.registry.registry import load_registry
from policygraph.resolve.record import resolve_facts
from tests.rdf.made import RECORD
from tests.reading import source_of

READ = {field.name for field in fields(Facts)}


def test_the_record_has_every_list_that_is_read() -> None:
    assert {field.name for field in fields(Record)} >= READ


def test_every_fact_arrives_in_the_record() -> None:
    facts = Facts(**{name: getattr(RECORD, name) for name in READ})
    record = resolve_facts(source_of("甲\n" * 500), RECORD.clauses, facts, load_registry())
    other = READ - {"document", "responsibilities", "findings"}
    lost = [name for name in sorted(other) if getattr(record, name) != getattr(facts, name)]
    assert lost == []
    assert [row.as_written for row in record.responsibilities] == [
        row.as_written for row in facts.responsibilities
    ]
    assert record.document == facts.document
    assert set(facts.findings) <= set(record.findings)
