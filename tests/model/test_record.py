"""The record: what its facts-only form leaves out, and what is no record."""

import hashlib
import json
from dataclasses import fields, replace
from typing import get_args, get_type_hints

import pytest

from policygraph.errors import RecordError
from policygraph.model.digest import Digest
from policygraph.model.record import RUNNING_TEXT, digest, facts_only, from_json, to_json
from tests.rdf.made import RECORD
from tests.reading import read

LONG = "甲" * (RUNNING_TEXT + 1)
TEXT = f"澄湖市人民政府关于某事的若干措施\n一、{LONG}\n二、{LONG[1:]}\n三、附则\n"


def test_long_headings_are_left_out_of_facts_only_records():
    full = read(TEXT)
    assert [clause.heading for clause in full.clauses] == [LONG, LONG[1:], "附则"]
    bare = facts_only(full)
    assert [clause.heading for clause in bare.clauses] == [None, LONG[1:], "附则"]
    assert [c.path for c in bare.clauses] == [c.path for c in full.clauses]


def fields_of_running_text():
    """Name each field of a row whose type lets running text be left out, by its list."""
    for listed in fields(RECORD):
        rows = getattr(RECORD, listed.name)
        if not isinstance(rows, tuple):
            continue
        hints = get_type_hints(type(rows[0]))
        yield from ((listed.name, name) for name, hint in hints.items() if Digest in get_args(hint))


@pytest.mark.parametrize(("kind", "field"), sorted(fields_of_running_text()))
def test_facts_only_records_keep_no_running_text_of_any_kind_of_fact(kind, field):
    full = replace(RECORD, **{kind: (replace(getattr(RECORD, kind)[0], **{field: LONG}),)})
    assert getattr(getattr(facts_only(full), kind)[0], field) == digest(LONG)


def test_the_digest_of_the_text_is_that_of_the_text():
    record = read(TEXT)
    assert record.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert facts_only(record).text_sha256 == record.text_sha256


def test_a_record_without_a_digest_of_the_text_is_read():
    data = json.loads(to_json(read(TEXT)))
    del data["text_sha256"]
    assert from_json(json.dumps(data), "a.json").text_sha256 is None


@pytest.mark.parametrize("key", ["sha256", "text_sha256"])
@pytest.mark.parametrize("digits", ["", "x" * 64, "A" * 64, "0" * 63])
def test_what_is_no_digest_is_refused(key, digits):
    data = json.loads(to_json(read(TEXT)))
    data[key] = digits
    with pytest.raises(RecordError, match=rf"^a\.json: not a record: {key}: not 64 hex digits"):
        from_json(json.dumps(data), "a.json")
