"""What is wrong with a request is told in the language of the one who asks, and kept in both."""

import re

import pytest
from lxml import html

HAN = re.compile("[\u4e00-\u9fff]")
PAGE = {"Accept": "text/html"}

# A request, what is told of it in Chinese and in English.
WRONG = [
    ("/sparql?query=SELECT", "查询语句不符合 SPARQL 1.1：", "query: not SPARQL 1.1: "),
    ("/sparql?query=INSERT%20DATA%20%7B%7D", "参数 query 是更新语句，而本服务只读；请改为查询语句", "query: this is an update; this service only reads"),
    ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "参数 query 给出了 2 次；请只给一次", "query: given 2 times; give it once"),
    ("/sparql?query=ASK%7B%7D&format=docx", "参数 format 的值“docx”不可用；请改用其中之一：json (", "format: 'docx' is not offered; ask for one of json ("),
    ("/sparql?query=ASK%7B%7D&default-graph-uri=x%20y", "参数 default-graph-uri 的值不是完整的 IRI", "default-graph-uri: not an absolute IRI"),
    ("/question/nowhere", "没有名为“nowhere”的问题；请改用其中之一：", "question 'nowhere' is not known; did you mean: "),
    ("/question/duties-of-unit?unit=&format=json", "问题 duties-of-unit 的参数 unit（", "duties-of-unit: parameter 'unit' ("),
    ("/question/duties-of-unit?unit=a&other=b", "问题 duties-of-unit 没有参数“other”；请核对，可用的参数：unit", "duties-of-unit: no parameter 'other'; it has: unit"),
    ("/id/nowhere", "；请核对网址，或从首页查找", ": the dataset does not mention this IRI; check it"),
    ("/resource?iri=a%20b", "参数 iri 的值“a b”不是完整的 IRI", "iri: 'a b' is not an absolute IRI"),
    ("/resource", "参数 iri 未给出；请改正", "iri: Field required; correct it"),
    ("/policies?page=0", "参数 page 应不小于 1；请改正", "page: Input should be greater than or equal to 1; correct it"),
    ("/policies?page=x", "参数 page 应为整数；请改正", "page: Input should be a valid integer"),
    ("/nowhere", "GET /nowhere：没有此页面；请检查网址", "GET /nowhere: Not Found"),
    ("/reconcile?queries=%7B", "参数 queries 不是 JSON（", "queries: no JSON ("),
    ("/reconcile?queries=1", "参数 queries 请给出至多 500 项的 JSON 对象", "queries: give a JSON object of at most 500 entries"),
    ("/reconcile?extend=%7B%7D", "参数 extend 请给出 ids（至多 500 项）和 properties 两个列表", "extend: give ids (at most 500) and properties, two lists"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "zh", "en"), WRONG)
def test_a_program_is_told_in_its_language_and_given_both(client, path, zh, en):
    for asked, tag, detail in (
        ({}, "zh-Hans", "zh"),
        ({"Accept-Language": "zh-CN,en;q=0.5"}, "zh-Hans", "zh"),
        ({"Accept-Language": "en-GB,zh;q=0.5"}, "en", "en"),
    ):
        answer = client.get(path, headers={"Accept": "application/json", **asked})
        problem = answer.json()
        assert answer.status_code == problem["status"] >= 400
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["content-language"] == tag
        assert {"Accept", "Accept-Language"} <= set(answer.headers["vary"].split(", "))
        assert zh in problem["zh"]
        assert en in problem["en"]
        assert problem["detail"] == problem[detail]


@pytest.mark.parametrize(("path", "zh", "en"), [row for row in WRONG if "format=" not in row[0]])
def test_a_person_is_told_in_the_language_of_the_page(client, path, zh, en):
    joined = f"{path}{'&' if '?' in path else '?'}lang="
    for language, said in (("zh", zh), ("en", en)):
        asked = client.get(joined + language if "reconcile" not in path else path,
                           headers=PAGE | {"Accept-Language": language})  # fmt: skip
        assert asked.status_code >= 400
        assert asked.headers["content-type"].startswith("text/html")
        root = html.fromstring(asked.text)
        assert said in " ".join(root.text_content().split())
        assert (
            root.xpath(
                "//*[@class='detail' or @role='alert']//*[@lang] | //*[@class='detail'][@lang]"
            )
            == []
        )


def test_a_method_and_a_body_that_are_not_taken(client):
    put = client.put("/sparql", content=b"x").json()
    assert put["zh"] == "PUT /sparql：不接受此请求方法；请改用 GET 或 POST"
    assert put["en"] == "PUT /sparql: Method Not Allowed"
    sent = client.post("/sparql", content=b"ASK {}", headers={"Content-Type": "text/plain"}).json()
    assert sent["zh"].startswith("Content-Type 为“text/plain”，不予读取；请用 ")
    assert sent["en"].startswith("Content-Type: text/plain; send ")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert (
        client.post("/sparql", content=b"query=\xff", headers=form).json()["zh"]
        == "表单不是 UTF-8 编码；请用 UTF-8 编码"
    )
    assert "表单" in client.post("/reconcile", content=b"\xff", headers=form).json()["zh"]
    long = client.post("/sparql", content=b"query=" + b"x" * 30_000, headers=form).json()
    assert long["zh"] == "请求超过 20000 字节；请缩短"
    assert "20000" in long["en"]


def test_what_a_worker_raises_comes_in_both_languages(client):
    rows = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    told = client.get("/sparql", params={"query": rows, "format": "json"}).json()
    assert told["zh"] == "结果超过 200000 字节；请用 LIMIT 减少行数"
    assert told["en"] == "the answer is larger than 200000 bytes; ask for fewer rows (LIMIT)"
