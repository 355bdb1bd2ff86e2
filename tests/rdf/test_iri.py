import unicodedata

import pyoxigraph as ox
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from policygraph.model.source import Span
from policygraph.rdf import iri
from policygraph.rdf.iri import PolicyIri
from policygraph.rdf.vocabulary import CONCEPT

B = iri.DEFAULT_BASE
NUMBERED = f"{B}policy/990000/云政办发/2021/35"
DATED = f"{B}policy/990100/2020-03-07/{iri.title_digest('澄湖市奖励若干措施')}"

texts = st.text().map(lambda value: unicodedata.normalize("NFC", value))
years = st.from_regex(r"[0-9]{4}", fullmatch=True)
numbers = st.from_regex(r"[0-9]{1,4}", fullmatch=True)


@settings(derandomize=True)
@given(texts)
@example("..")
@example("a/b#c?d%25")
def test_a_segment_gives_its_text_back(value: str):
    assert iri.unsegment(iri.segment(value)) == value


@settings(derandomize=True)
@given(texts)
@example(".")
@example("..")
@example("/../")
def test_a_segment_stays_one_segment_of_a_path(value: str):
    written = iri.segment(value)
    assert not set(written) & set('/#?[]@:<>"{}|\\^` \n')
    assert written not in (".", "..")


@settings(derandomize=True)
@given(st.text(), st.text())
def test_segments_are_equal_only_where_texts_are(first: str, second: str):
    same = unicodedata.normalize("NFC", first) == unicodedata.normalize("NFC", second)
    assert (iri.segment(first) == iri.segment(second)) == same


def test_composed_and_decomposed_text_is_one_name():
    assert iri.segment("e\u0301") == iri.segment("\u00e9")


@settings(derandomize=True)
@given(texts, texts, years, numbers)
@example("990000", "云政办发", "2021", "35")
@example("", "/", "2021", "35")
def test_the_identity_of_a_numbered_policy_is_read_back(
    place: str, code: str, year: str, number: str
):
    policy = PolicyIri(place, (code, year, number))
    assert PolicyIri.parse(policy.format()) == policy


@settings(derandomize=True)
@given(texts, texts, st.text())
@example("990100", "2020-03-07", "澄湖市奖励若干措施")
@example("unplaced", "undated", "")
def test_the_identity_of_a_policy_without_a_number_is_read_back(place: str, dated: str, title: str):
    policy = PolicyIri.of(place or None, None, dated or None, title)
    assert PolicyIri.parse(policy.format()) == policy


@pytest.mark.parametrize("base", ["https://example.invalid/", "urn:pg:", "http://a/b#"])
def test_another_base_is_read_back_and_not_taken_for_the_default(base: str):
    policy = PolicyIri("990000", ("云政办发", "2021", "35"))
    assert PolicyIri.parse(policy.format(base), base) == policy
    with pytest.raises(ValueError, match="not the IRI of a policy"):
        PolicyIri.parse(policy.format(base))


@pytest.mark.parametrize(
    "value",
    [
        "",
        B,
        f"{B}policy",
        f"{B}policy/990000",
        f"{B}policy/990000/云政办发/2021",
        f"{B}agency/990000/2021-09-28/0123abcd",
        f"{DATED}/preamble",
        f"{NUMBERED}/preamble",
        f"{DATED}/clause/1",
        f"{NUMBERED}/annex/2",
        f"{DATED}/field/title",
        f"https://example.invalid/{DATED}",
    ],
)
def test_what_is_no_policy_is_refused(value: str):
    with pytest.raises(ValueError, match="not the IRI of a policy"):
        PolicyIri.parse(value)


@pytest.mark.parametrize(
    ("place", "number", "dated", "title", "expected"),
    [
        ("990000", "云政办发〔2021〕35号", "2021-09-28", "某方案", NUMBERED),
        ("990000", "云政办发〔2021〕第35号", None, None, NUMBERED),
        (None, "云政办发〔2021〕35号", None, None, f"{B}policy/unplaced/云政办发/2021/35"),
        ("990101", "青府/办〔2021〕1号", None, None, f"{B}policy/990101/青府%2F办/2021/1"),
        ("990100", None, "2020-03-07", "澄湖市奖励若干措施", DATED),
        ("990100", None, "2020-03-07", "澄湖市《奖励》 若干措施\n", DATED),
        ("990100", None, "2020", "x", f"{B}policy/990100/2020/{iri.title_digest('x')}"),
        ("990100", None, None, "x", f"{B}policy/990100/undated/{iri.title_digest('x')}"),
        # A number that is not a 文号 tells the document better than its title does.
        ("990100", "第3号令", None, "x", f"{B}policy/990100/undated/{iri.title_digest('第3号令')}"),
    ],
)
def test_forms_of_policies(
    place: str | None, number: str | None, dated: str | None, title: str | None, expected: str
):
    assert PolicyIri.of(place, number, dated, title).format() == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (iri.clause(NUMBERED, "3/7"), f"{NUMBERED}/clause/3/7"),
        (iri.clause(NUMBERED, "3~2"), f"{NUMBERED}/clause/3~2"),
        (iri.clause(NUMBERED, "3-1"), f"{NUMBERED}/clause/3-1"),
        (iri.clause(NUMBERED, "preamble"), f"{NUMBERED}/preamble"),
        (iri.clause(NUMBERED, "annex2"), f"{NUMBERED}/annex/2"),
        (iri.clause(NUMBERED, "annex2~2/1/2"), f"{NUMBERED}/annex/2~2/clause/1/2"),
        (
            iri.responsibility(f"{NUMBERED}/clause/1", 2, "省财政厅"),
            f"{NUMBERED}/clause/1/responsibility/2/省财政厅",
        ),
        (
            iri.responsibility(f"{NUMBERED}/clause/1", None, "各县（市、区）人民政府"),
            f"{NUMBERED}/clause/1/responsibility/inherited/各县（市、区）人民政府",
        ),
        (
            iri.citation(f"{NUMBERED}/preamble", "某条例", 10, None, 2),
            f"{NUMBERED}/preamble/citation/某条例/article/10/item/2",
        ),
        (iri.quantity("a:b", "reward", "20", "万元/户", None), "a:b/quantity/reward/20/万元%2F户"),
        (iri.quantity("a:b", "target", "1.4", "万户", 2025), "a:b/quantity/target/1.4/万户/2025"),
        (iri.deadline("a:b", 2, "by", "2025-12-31", None), "a:b/deadline/2/by/2025-12-31"),
        (iri.deadline("a:b", 1, "recurring", None, "P3M"), "a:b/deadline/1/recurring/undated/P3M"),
        (iri.amendment("a:b", "keep", "2/2/1", "某文件"), "a:b/amendment/keep/2/2/1"),
        (
            iri.amendment("a:b", "repeal_document", None, "云政办发〔2021〕35号"),
            "a:b/amendment/repeal_document/云政办发〔2021〕35号",
        ),
        (iri.basis("a:b", "某条例", 10, 2), "a:b/basis/某条例/article/10/item/2"),
        (iri.agency_change("a:b", "rename", "甲局", "乙局"), "a:b/agency-change/rename/甲局/乙局"),
        (iri.agency_change("a:b", "found", None, "乙局"), "a:b/agency-change/found/-/乙局"),
        (iri.body_duty("a:b", "lead", "市财政局"), "a:b/body-duty/lead/市财政局"),
        (iri.post("a:b", "专班", "组长", "市政府", "副市长"), "a:b/post/专班/组长/市政府/副市长"),
        (iri.post("a:b", "专班", "成员", None, "秘书长"), "a:b/post/专班/成员/-/秘书长"),
        (iri.entry("a:b", "issuers", "市财政局"), "a:b/entry/issuers/市财政局"),
        (iri.finding("a:b", "agency.unknown", Span(3, 7)), "a:b/finding/agency.unknown/3-7"),
        (iri.finding("a:b", "document.no-date", None), "a:b/finding/document.no-date"),
        (iri.legislation("某条例"), f"{B}legislation/某条例"),
        (iri.legislation("某条例", 1, 2, 3), f"{B}legislation/某条例/article/1/paragraph/2/item/3"),
        (iri.agency("990000", "云岭省财政厅"), f"{B}agency/990000/云岭省财政厅"),
        (iri.agency(None, "财政局"), f"{B}agency/unplaced/财政局"),
        (iri.agency_within(NUMBERED, "市财政局", group=False), f"{NUMBERED}/agency/市财政局"),
        (iri.agency_within(NUMBERED, "各县", group=True), f"{NUMBERED}/agency-group/各县"),
        (iri.agency_group("990000", "各市人民政府"), f"{B}agency-group/990000/各市人民政府"),
        (iri.place("990000"), f"{B}place/990000"),
        (iri.source("0a"), f"{B}source/0a"),
        (iri.chars(f"{B}source/0a", Span(3, 7)), f"{B}source/0a#char=3,7"),
        (iri.field_reading(NUMBERED, "title"), f"{NUMBERED}/field/title"),
        (iri.graph("links"), f"{B}graph/links"),
        (iri.source_graph("0a"), f"{B}graph/source/0a"),
        (iri.build("0a"), f"{B}build/0a"),
        (iri.repeated("a:b", 1), "a:b"),
        (iri.repeated("a:b", 2), "a:b~2"),
    ],
)
def test_forms_of_all_else(made: str, expected: str):
    assert made == expected
    assert ox.NamedNode(made).value == expected


@settings(derandomize=True)
@given(st.text())
@example("\ud800")
@example('a b<c>"{d}|e^`f\\g\x00')
def test_every_iri_is_one_that_the_store_takes(value: str):
    policy = PolicyIri.of(value, None, value, value).format()
    clause = iri.clause(policy, value)
    for made in (
        policy,
        PolicyIri.of(value, f"{value}〔2021〕3号", None, None).format(),
        clause,
        iri.clause(policy, f"annex{value}/1"),
        iri.responsibility(clause, 1, value),
        iri.citation(clause, value, 1, 2, 3),
        iri.quantity(clause, value, value, value, 2025),
        iri.deadline(clause, 1, value, value, value),
        iri.amendment(clause, value, f"{value}/{value}", value),
        iri.basis(iri.amendment(clause, value, None, value), value, 1, 2),
        iri.agency_change(clause, value, value, value),
        iri.body_duty(clause, value, value),
        iri.post(policy, value, value, value, value),
        iri.entry(policy, value, value),
        iri.finding(iri.source(value), value, Span(1, 2)),
        iri.concept("kind", value).replace(CONCEPT, B),
        iri.legislation(value),
        iri.agency(value, value),
        iri.agency_group(value, value),
        iri.place(value),
        iri.source(value),
        iri.source_graph(value),
        iri.field_reading(policy, value),
    ):
        assert ox.NamedNode(made).value == made
        assert made.startswith(B)
        quad = f"<{made}> <{made}> <{made}> <{made}> .\n".encode()
        assert len(list(ox.parse(quad, format=ox.RdfFormat.N_QUADS))) == 1


@settings(derandomize=True)
@given(st.text(min_size=1), st.integers(2, 9))
@example("财政厅", 2)
def test_no_name_looks_like_another_one_that_is_printed_twice(unit: str, count: int):
    twice = iri.repeated(iri.responsibility("a:b", 1, unit), count)
    assert iri.responsibility("a:b", 1, f"{unit}~{count}") != twice
    assume("/" not in unit)
    twice = iri.repeated(iri.citation("a:b", unit, None, None, None), count)
    assert iri.citation("a:b", f"{unit}~{count}", None, None, None) != twice
    for mint in (
        lambda name: iri.quantity("a:b", "cap", "1", name, None),
        lambda name: iri.amendment("a:b", "keep", name, ""),
        lambda name: iri.agency_change("a:b", "rename", "甲局", name),
        lambda name: iri.body_duty("a:b", "lead", name),
        lambda name: iri.post("a:b", "专班", "组长", None, name),
        lambda name: iri.entry("a:b", "issuers", name),
    ):
        assert mint(f"{unit}~{count}") != iri.repeated(mint(unit), count)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("关于《某某》的通知", "关于某某的通知", True),
        ("某 某\n通知", "某某通知", True),
        ("ＡＢＣ（1）", "ABC(1)", True),
        ("某某通知", "某某方案", False),
    ],
)
def test_a_title_is_told_by_its_words_not_by_its_type(first: str, second: str, same: bool):
    assert (iri.title_digest(first) == iri.title_digest(second)) is same


def test_things_that_are_printed_twice_are_told_apart_in_their_order():
    told = list(iri.told_apart("abaa", lambda letter: f"x:{letter}"))
    assert told == [("x:a", "a"), ("x:b", "b"), ("x:a~2", "a"), ("x:a~3", "a")]
