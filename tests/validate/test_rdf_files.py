"""RDF that others made: wrong types, missing places, two values, and where in the file each stands."""

from dataclasses import replace

import pytest

from policygraph.model.record import to_json
from policygraph.model.source import Span
from policygraph.rdf import vocabulary as v
from policygraph.rdf.dataset.folder import shard
from policygraph.rdf.quads import record_triples
from policygraph.validate.files import validate_files
from policygraph.validate.finding import Place
from policygraph.validate.located import located
from policygraph.validate.rdf_text import RdfText

PREFIXES = f"""\
@prefix pg: <{v.PG}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <https://example.org/> .
"""
DEADLINE = """
# ex:t1 is made by hand.
ex:t1 a pg:Deadline ;
    pg:segment "one" ;
    pg:date "2024-02-30"^^xsd:date ; pg:asWritten "2月底"@zh ;
    pg:kind <https://w3id.org/policygraph/concept/deadline-kind/by> ,
        <https://w3id.org/policygraph/concept/deadline-kind/from> .
"""


@pytest.fixture
def found(tmp_path):
    """Give a function that checks the text of a file: ``LINE:COLUMN``, check, message, words."""

    def check(text, name="made.ttl", language="en"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        report, texts = validate_files([tmp_path / name], jobs=1)
        return [
            (":".join(map(str, each.start or ())), each.finding.check,
             each.finding.message(language), each.quote)
            for each in located(report.findings, texts)
        ]  # fmt: skip

    return check


@pytest.mark.parametrize(
    ("row"),
    [
        ("6:1", "shape.DeadlineAnchor", "add pg:anchor.", "ex:t1"),
        ("7:5", "shape.DeadlineSegment", "correct pg:segment.", 'pg:segment "one"'),
        ("8:5", "shape.DeadlineDate", "correct pg:date.", 'pg:date "2024-02-30"^^xsd:date'),
        ("9:5", "shape.DeadlineKind", "keep one pg:kind.", "pg:kind <https://w3id.org/policygraph"),
    ],
)
def test_what_is_wrong_is_told_at_its_line_with_what_to_do_in_the_file(found, row):
    line, check, advice, words = row
    ((at, _, message, quote),) = [each for each in found(PREFIXES + DEADLINE) if each[1] == check]
    assert at == line
    assert message.endswith(f": {advice}")
    assert "record" not in message
    assert quote.startswith(words)


def test_the_advice_is_chinese_in_chinese(found):
    told = {check: message for _, check, message, _ in found(PREFIXES + DEADLINE, language="zh")}
    assert told["shape.DeadlineAnchor"] == "期限没有原文位置，无法追溯：请补上 pg:anchor"
    assert told["shape.DeadlineKind"].endswith("：请只保留一个 pg:kind")


def test_the_same_is_told_once(found):
    rows = found(PREFIXES + DEADLINE)
    assert len([check for _, check, *_ in rows if check == "shape.DeadlineSegment"]) == 1


def test_n_triples_are_told_at_the_line_of_the_value(found):
    node, of = "<https://example.org/t1>", f"<{v.PG}segment>"
    rows = found(
        f'{node} <{v.TYPE}> <{v.PG}Deadline> .\n{node} {of} "1" .\n{node} {of} "two" .\n',
        name="made.nt",
    )
    lines = {at for at, check, message, _ in rows if check == "shape.DeadlineSegment"}
    assert lines == {"2:26", "3:26"}


def test_a_name_that_the_ontology_does_not_have_is_told_with_near_ones(found):
    rows = found(PREFIXES + "ex:a a pg:Dedline ;\n  pg:clauze ex:b .\n")
    assert [(at, check) for at, check, *_ in rows] == [
        ("", "rdf.nothing-checked"),
        ("4:6", "rdf.unknown-term"),
        ("5:3", "rdf.unknown-term"),
    ]
    assert "no pg:Dedline: use one of its names; near: pg:Deadline" in rows[1][2]
    assert "near: pg:clause" in rows[2][2]


def test_a_file_that_is_not_of_its_form_is_told_at_its_line(found):
    ((at, check, message, words),) = found(PREFIXES + "ex:a pg:path 1\nex:b pg:path 2 .\n")
    assert (at, check, words) == ("5:1", "rdf.syntax", "ex:b pg:path 2 .")
    assert "correct it" in message


def test_bytes_that_are_no_text_are_told(tmp_path):
    (tmp_path / "made.ttl").write_bytes(b"\xff\xfe\x00")
    report, _ = validate_files([tmp_path / "made.ttl"], jobs=1)
    assert [(f.check, f.place.file) for f in report.findings] == [
        ("rdf.not-read", str(tmp_path / "made.ttl"))
    ]


def test_what_the_program_writes_conforms(tmp_path, record):
    (tmp_path / "graph.nq").write_bytes(shard("https://example.org/g", record_triples(record)))
    (tmp_path / "own.ttl").write_text(PREFIXES + DEADLINE, encoding="utf-8")
    report, _ = validate_files([tmp_path / "graph.nq"], jobs=1)
    assert (report.findings, report.shards) == ((), 1)
    both, _ = validate_files([tmp_path / "own.ttl", tmp_path / "graph.nq"], jobs=1)
    assert {f.place.file for f in both.findings} == {str(tmp_path / "own.ttl")}


def test_what_has_no_place_in_a_record_is_told_of_its_file(tmp_path, record):
    bare = replace(record, responsibilities=(replace(record.responsibilities[0], spans=()),))
    (tmp_path / "bare.json").write_text(to_json(bare), encoding="utf-8")
    report, _ = validate_files([tmp_path / "bare.json"], jobs=1)
    (found,) = [f for f in report.findings if f.check == "shape.ResponsibilityAnchor"]
    assert found.place == Place(record.sha256, str(tmp_path / "bare.json"))


def test_a_name_inside_a_longer_one_or_as_an_object_is_no_subject():
    text = "ex:a1 ex:p ex:a .\nex:b ex:p\n  ex:a .\n# ex:a .\nex:a ex:pp 1 ; ex:p 2 .\n"
    places = RdfText(text, {"ex": "https://example.org/"})
    (span,) = places.place("https://example.org/a", "https://example.org/p")
    assert span == Span(text.index("ex:p 2"), text.index(" .\n", text.index("ex:p 2")))
    assert places.place("https://example.org/none") == ()
