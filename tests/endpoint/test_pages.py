"""The pages: they render in both languages, escape what they show, and link only the web."""

import re
from urllib.parse import quote

import pytest
from lxml import html

from policygraph.endpoint.http.messages import MESSAGES
from policygraph.rdf import iri

BROWSER = {"Accept": "text/html", "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5"}
SCRIPT = "<script>"


def path_of(one):
    return "/id/" + quote(one.removeprefix(iri.DEFAULT_BASE), safe="/%~")


def page(client, path, **headers):
    answer = client.get(path, headers=BROWSER | headers)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def text_of(element):
    return " ".join(element.text_content().split())


@pytest.fixture
def paths(policy):
    """Give one path of each kind of page."""
    agency = iri.agency("990000", "省财政厅")
    return [
        "/",
        "/policies",
        "/policies?q=%E4%BA%91",
        "/policies?q=nothing-has-this",
        path_of(policy),
        path_of(iri.clause(policy, "1/1")),
        path_of(agency),
        f"{path_of(agency)}?via={quote('https://w3id.org/policygraph/ns#agent')}",
        f"/resource?iri={quote('http://purl.org/dc/terms/title')}",
        f"{path_of(policy)}?source={'a' * 64}&char=3,9",
        f"{path_of(iri.clause(policy, '1/1'))}?source={'a' * 64}&char=20,30",
        "/search",
        f"/search?q={quote('财政厅')}",
        f"/search?q={quote('财政厅 奖励')}&year=2021&force=unknown",
        f"/search?q={quote('财政厅')}&document={quote(policy)}",
        "/search?q=nothing-has-this",
        "/findings",
        "/findings?code=mark&severity=warning",
        f"/findings?document={quote(policy)}",
        "/findings?document=nothing-has-this",
        "/ontology",
        "/ontology/role",
        "/question/duties-of-unit",
        f"/question/duties-of-unit?unit={quote('省财政厅')}",
        f"/question/duties-of-unit?unit={quote('无此单位')}",
        "/question/policies-in-force",
        "/sparql",
        f"/sparql?query={quote('SELECT * { ?s ?p ?o } LIMIT 3')}",
        f"/sparql?query={quote('ASK {}')}",
        f"/sparql?query={quote('CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3')}",
    ]


def test_each_page_is_well_formed_and_says_its_language(client, paths):
    for path in paths:
        for language, tag in (("zh", "zh-Hans"), ("en", "en")):
            joined = f"{path}{'&' if '?' in path else '?'}lang={language}"
            answer = client.get(joined, headers=BROWSER)
            assert answer.status_code == 200, joined
            assert answer.headers["content-language"] == tag
            root = html.fromstring(answer.text)
            assert root.get("lang") == tag
            assert len(root.findall(".//h1")) == 1, joined
            assert root.find(".//main") is not None
            assert root.find('.//meta[@name="viewport"]') is not None
            assert root.findall(".//script") == []
            ids = root.xpath("//@id")
            assert len(ids) == len(set(ids))


def test_each_page_can_be_reached_and_read_without_a_mouse(client, paths):
    for path in paths:
        root = page(client, path)
        skip = root.xpath("//a[@class='skip']/@href")
        assert skip == ["#main"]
        for field in root.xpath("//input[not(@type='hidden')]|//textarea|//select"):
            assert root.xpath(f"//label[@for='{field.get('id')}']"), (path, field.get("name"))
        assert root.xpath("//img[not(@alt)]|//th[not(@scope)]|//*[@style]|//*[@onclick]") == []


def test_nothing_is_loaded_from_elsewhere(client, paths):
    for path in paths:
        root = page(client, path)
        loaded = root.xpath("//img/@src|//link[@rel='stylesheet' or @rel='icon']/@href")
        assert loaded
        assert all(one.startswith("/static/") for one in loaded)
        for one in loaded:
            assert client.get(one).status_code == 200
    assert "url(" not in client.get("/static/policygraph.css").text


def test_each_answer_carries_the_security_headers(client, paths):
    for path in [*paths, "/health", "/static/policygraph.css", "/nowhere", "/sparql?query=x"]:
        headers = client.get(path, headers=BROWSER).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_every_link_of_our_own_leads_somewhere(client, paths):
    seen = set()
    for path in paths:
        for target in page(client, path).xpath("//a/@href|//link/@href"):
            if target.startswith("/") and target not in seen:
                seen.add(target)
                assert client.get(target, headers=BROWSER).status_code == 200, (path, target)
    assert len(seen) > 50


@pytest.mark.parametrize(
    ("query", "accepted", "expected"),
    [
        ("", "zh-CN", "zh-Hans"),
        ("", "en-US,en;q=0.9", "en"),
        ("", "fr, en;q=0.3, zh;q=0.7", "zh-Hans"),
        ("", "fr", "zh-Hans"),
        ("", "", "zh-Hans"),
        ("", "en;q=x, zh;q=0.1", "zh-Hans"),
        ("?lang=en", "zh", "en"),
        ("?lang=zh", "en", "zh-Hans"),
        ("?lang=xx", "en", "en"),
    ],
)
def test_language(client, query, accepted, expected):
    root = page(client, f"/{query}", **{"Accept-Language": accepted})
    assert root.get("lang") == expected


def test_a_chosen_language_is_kept_and_can_be_switched(client):
    root = page(client, "/policies?q=%E4%BA%91&lang=en")
    assert root.xpath("//a[@class='brand']/@href") == ["/?lang=en"]
    assert root.xpath("//a[@rel='alternate']/@href") == ["/policies?q=%E4%BA%91&lang=zh"]
    assert root.xpath("//form//input[@name='lang']/@value") == ["en"]
    assert "1 found" in text_of(root)


def test_every_link_keeps_a_chosen_language(client, paths):
    for path in paths:
        root = page(client, f"{path}{'&' if '?' in path else '?'}lang=en")
        for link in root.xpath("//a[starts-with(@href, '/')][not(@rel='alternate')]"):
            if link.get("rel") != "nofollow":  # a file
                assert "lang=en" in link.get("href"), (path, link.get("href"))


def test_every_message_is_in_two_languages_with_the_same_blanks():
    for key, (zh, en) in MESSAGES.items():
        assert zh, key
        assert en, key
        assert re.findall(r"{(\w+)}", zh) == re.findall(r"{(\w+)}", en), key


def test_the_start_page_says_what_there_is(client):
    counts = page(client, "/").xpath("//ul[@class='counts']/li")
    assert [text_of(one) for one in counts][:2] == ["3 份文件", "5 个条款"]


def test_policies_are_listed_the_latest_first(client):
    rows = page(client, "/policies").xpath("//tbody/tr")
    assert [text_of(row.find("td")) for row in rows] == ["2024-05-01", "2021-09-28", "2020-03-07"]
    assert "征求意见稿" in text_of(rows[0])


@pytest.mark.parametrize(
    "words", ["云政办发[2021]35号", "云政办发（２０２１）", "升级 人民政府办公厅"]
)
def test_policies_are_found_however_the_number_is_written(client, words):
    rows = page(client, f"/policies?q={quote(words)}").xpath("//tbody/tr")
    assert [text_of(row.xpath("td[@class='number']")[0]) for row in rows] == [
        "云政办发〔2021〕35号"
    ]


@pytest.mark.parametrize("page_number", ["0", "-1", "x", "99999999", ""])
def test_a_page_number_that_is_none_is_refused(client, page_number):
    answer = client.get(f"/policies?page={page_number}")
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("参数 page ")
    assert answer.json()["en"].startswith("page: ")


def test_a_page_after_the_last_is_empty(client):
    root = page(client, "/policies?page=7")
    assert root.xpath("//tbody/tr") == []


def test_a_policy_shows_its_clauses_and_who_is_named_in_them(client, policy):
    root = page(client, path_of(policy))
    lines = [text_of(one) for one in root.xpath("//ol[@class='outline']/li")]
    assert lines == [
        "一、主要任务",
        "（一）推动规下企业上规 工业和信息化厅牵头财政厅配合"
        "《云岭省公平竞争审查办法》第10条pgc:relation/based_on",
        "（二）加大奖励 财政厅各市人民政府",
    ]


def test_a_clause_shows_its_text_with_the_facts_marked(client, policy):
    root = page(client, path_of(iri.clause(policy, "1/1")))
    quote_ = root.find(".//blockquote")
    assert text_of(quote_).startswith(
        "（一）推动规下企业上规。按照《云岭省公平竞争审查办法》第十条"
    )
    marks = [(one.get("class"), text_of(one)) for one in quote_.findall(".//mark")]
    assert marks == [
        ("citation", "《云岭省公平竞争审查办法》第十条"),
        ("responsibility", "工业和信息化厅"),
        ("responsibility", "财政厅"),
    ]
    path = [text_of(one) for one in root.xpath("//nav[@class='path']//li")]
    assert path == ["云岭省推动工业企业升级实施方案", "一、主要任务"]


def test_a_clause_without_text_says_so(client):
    city = iri.PolicyIri.of("990100", None, "2020-03-07", "澄湖市奖励若干措施").format()
    root = page(client, path_of(iri.clause(city, "1")))
    assert root.find(".//blockquote") is None
    assert "只含事实" in text_of(root)


def test_an_agency_shows_the_duties_that_point_at_it(client):
    root = page(client, path_of(iri.agency("990000", "省财政厅")))
    contexts = {text_of(one) for one in root.xpath("//span[@class='context']")}
    assert "负责 · 云岭省推动工业企业升级实施方案 › （二）加大奖励" in contexts
    assert "配合 · 云岭省推动工业企业升级实施方案 › （一）推动规下企业上规" in contexts


def test_a_page_does_not_say_again_where_the_reader_is(client, policy):
    root = page(client, path_of(iri.clause(policy, "1/1")))
    contexts = [text_of(one) for one in root.xpath("//span[@class='context']")]
    assert sorted(contexts) == ["pgc:relation/based_on", "牵头", "配合"]


def test_hostile_titles_are_shown_and_not_run(client, paths):
    listed = client.get("/policies", headers=BROWSER).text
    assert SCRIPT not in listed
    assert "&lt;script&gt;alert" in listed
    titled = page(client, "/policies").xpath("//td[@class='title']/a[contains(., 'script')]/@href")
    thing = client.get(titled[0], headers=BROWSER).text
    assert SCRIPT not in thing
    assert "&lt;script&gt;" in thing
    for clause in html.fromstring(thing).xpath("//ol[@class='outline']//a/@href"):
        assert SCRIPT not in client.get(clause, headers=BROWSER).text


@pytest.mark.parametrize(
    "path",
    [
        "/policies?q={}",
        "/search?q={}",
        "/search?q=1&kind={}",
        "/search?q=1&document={}",
        "/findings?document={}",
        "/findings?code={}",
        "/id/x?source={}",
        "/sparql?format=html&query={}",
        "/sparql?format=html&query=SELECT%20(%22{}%22%20AS%20?x)%20%7B%7D",
        "/resource?iri={}",
        "/resource?iri=http://example.com/{}",
        "/id/{}",
        "/policies?lang={}",
        "/policies?x={}",
        "/{}",
    ],
)
def test_hostile_parameters_are_not_run(client, path):
    for attack in ("<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>"):
        answer = client.get(path.format(quote(attack, safe="")), headers=BROWSER)
        assert answer.status_code < 500
        root = html.fromstring(answer.text)
        assert root.xpath("//script|//img[@src='x']|//*[@onerror]") == []


def test_only_addresses_of_the_web_are_linked(client):
    city = iri.PolicyIri.of("990100", None, "2020-03-07", "澄湖市奖励若干措施").format()
    root = page(client, path_of(city))
    assert "javascript:alert(1)" in text_of(root)
    assert [one for one in root.xpath("//@href") if "javascript" in one.lower()] == []
    odd = page(client, "/resource?iri=javascript:alert(1)")
    assert [one for one in odd.xpath("//a/@href") if one.lower().startswith("javascript")] == []


def test_a_problem_is_a_page_for_browsers(client):
    for path, status in (("/nowhere", 404), ("/id/policy/none", 404), ("/sparql?query=x", 400)):
        answer = client.get(path, headers=BROWSER)
        assert answer.status_code == status
        assert answer.headers["content-type"].startswith("text/html")
        assert text_of(html.fromstring(answer.text).find(".//h1"))


@pytest.mark.parametrize(
    ("path", "status", "kept"),
    [
        ("/sparql?query=SELECT%20%7B", 400, "SELECT {"),
        ("/sparql?format=html&query=CLEAR%20ALL", 403, "CLEAR ALL"),
        ("/question/policies-in-force?asOf=yesterday", 400, "yesterday"),
    ],
)
def test_what_was_written_stays_in_the_form_with_what_is_wrong(client, path, status, kept):
    answer = client.get(path, headers=BROWSER)
    root = html.fromstring(answer.text)
    assert answer.status_code == status
    assert text_of(root.xpath("//*[@role='alert']")[0])
    fields = [*root.xpath("//textarea/text()"), *root.xpath("//input/@value")]
    assert kept in [field.strip() for field in fields]


def test_health(client, dataset_path):
    state = client.get("/health").json()
    assert state["status"] == "ok"
    assert state["counts"]["documents"] == 3
    assert len(state["root"]) == 64
