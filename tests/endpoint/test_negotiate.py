"""Accept headers -> formats, at the edges that no client of the protocol table reaches."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.endpoint.http.exceptions import NotAcceptable
from policygraph.endpoint.http.negotiate import (
    CSV,
    HTML,
    JSON_LD,
    RDF_FORMATS,
    RDF_SERIALIZERS,
    RESULT_FORMATS,
    RESULT_JSON,
    RESULT_SERIALIZERS,
    RESULT_XML,
    TURTLE,
    choose,
    wants,
)

PAGE = (HTML, *RDF_FORMATS)
CHOICES = [
    (PAGE, None, None, HTML),
    (PAGE, "", None, HTML),
    (PAGE, "*/*", None, HTML),
    (PAGE, "text/turtle", None, TURTLE),
    (PAGE, "TEXT/TURTLE", None, TURTLE),
    (PAGE, "application/json", None, JSON_LD),
    (PAGE, "text/html;q=0.2, text/turtle;q=0.8", None, TURTLE),
    (PAGE, "text/html, text/turtle", None, HTML),
    (PAGE, "application/ld+json;profile=x;q=0.5, text/turtle;q=0.4", None, JSON_LD),
    (PAGE, "image/png", "ttl", TURTLE),
    (PAGE, None, " JSONLD ", JSON_LD),
    (RESULT_FORMATS, "application/*", None, RESULT_JSON),
    (RESULT_FORMATS, "application/xml;q=0.9, application/sparql-results+xml;q=0.1, text/csv;q=0.5",
     None, CSV),
    (RESULT_FORMATS, "application/*;q=0.3, application/xml", None, RESULT_XML),
    (RESULT_FORMATS, "*/*, application/sparql-results+json;q=0", None, RESULT_XML),
    (RESULT_FORMATS, "text/csv;q=1.0, text/tab-separated-values;q=.9", None, CSV),
]  # fmt: skip


@pytest.mark.parametrize(("offered", "accept", "name", "expected"), CHOICES)
def test_choice(offered, accept, name, expected):
    assert choose(offered, accept, name) == expected


@pytest.mark.parametrize(
    ("accept", "name"),
    [("image/png", None), ("text/html;q=0", None), (None, "csv"), ("garbage", None), ("/", None)],
)
def test_nothing_fits(accept, name):
    with pytest.raises(NotAcceptable, match=r"ttl \(text/turtle\)"):
        choose(RDF_FORMATS, accept, name)


def test_each_format_can_be_written():
    assert {one.media_type for one in RESULT_FORMATS} == set(RESULT_SERIALIZERS)
    assert {one.media_type for one in RDF_FORMATS} == set(RDF_SERIALIZERS)


def test_a_wildcard_does_not_want_a_page():
    assert wants("text/html", "text/html, */*")
    assert not wants("text/html", "*/*")
    assert not wants("text/html", "text/html;q=0")
    assert not wants("text/html", None)


@given(st.text(alphabet=st.sampled_from('abq*/;=,.01 \t"') | st.characters(), max_size=60))
def test_any_header_is_read(accept):
    with suppress(NotAcceptable):
        assert choose(PAGE, accept) in PAGE
