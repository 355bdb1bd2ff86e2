"""IRIs and the paths of their pages."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.endpoint.view.links import compact, iri_of_path, is_web, page_of
from policygraph.rdf import iri
from policygraph.rdf import vocabulary as v

BASE = iri.DEFAULT_BASE

PAGES = [
    (f"{BASE}place/990000", "/id/place/990000"),
    (f"{BASE}agency/990000/省财政厅", "/id/agency/990000/" + quote("省财政厅")),
    (iri.agency("1", "局(委) a/b", BASE), "/id/agency/1/%E5%B1%80%28%E5%A7%94%29%20a%2Fb"),
    (f"{BASE}source/ab#char=0,5", "/resource?iri=" + quote(f"{BASE}source/ab#char=0,5", safe="")),
    (f"{BASE}x?y", "/resource?iri=" + quote(f"{BASE}x?y", safe="")),
    (f"{BASE}%e4%b8%ad", "/resource?iri=" + quote(f"{BASE}%e4%b8%ad", safe="")),
    (v.ROLE, "/ontology/role"),
    (f"{v.PG}a/b", "/resource?iri=" + quote(f"{v.PG}a/b", safe="")),
    (v.PG, "/resource?iri=" + quote(v.PG, safe="")),
    (BASE, "/resource?iri=" + quote(BASE, safe="")),
    ("http://example.com/a b", "/resource?iri=http%3A%2F%2Fexample.com%2Fa%20b"),
    ("javascript:alert(1)", None),
    ("JAVASCRIPT:alert(1)", None),
    ("data:text/html,x", None),
    ("urn:uuid:1", None),
    ("http:alert(1)", None),
    ("//example.com/", None),
    ("http://[bad/", None),
]  # fmt: skip


@pytest.mark.parametrize(("one", "page"), PAGES)
def test_page(one, page):
    assert page_of(one, BASE) == page
    assert is_web(one) == (page is not None)


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=4))
def test_every_iri_we_mint_is_found_by_its_page(parts):
    one = BASE + "/".join(map(iri.segment, parts))
    path = page_of(one, BASE)
    if path is None or not path.startswith("/id/"):
        return
    sent = path.removeprefix("/id/")
    assert sent.isascii()
    assert iri_of_path(sent, BASE) == one


def test_a_path_that_is_not_utf8_is_refused():
    with pytest.raises(ValueError, match="codec"):
        iri_of_path("%D6%D0", BASE)


def test_compact():
    assert compact("http://purl.org/dc/terms/title") == "dcterms:title"
    assert compact("https://w3id.org/policygraph/concept/role/lead") == "pgc:role/lead"
    assert compact("http://example.com/%E4%B8%AD") == "http://example.com/中"
