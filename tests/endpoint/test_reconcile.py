"""/reconcile speaks the Reconciliation Service API 0.2."""

import json

import pytest

OLD = "140300/中国银行保险监督管理委员会阳泉监管分局"


def ask(client, queries, how="post"):
    sent = {"queries": json.dumps(queries)}
    answer = client.post("/reconcile", data=sent) if how == "post" else client.get(
        "/reconcile", params=sent
    )  # fmt: skip
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_manifest_says_what_is_offered(client):
    manifest = client.get("/reconcile").json()
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"].endswith("/agency/")
    entity = manifest["suggest"]["entity"]
    suggested = client.get(
        entity["service_url"] + entity["service_path"], params={"prefix": "阳泉"}
    )
    assert suggested.json()["result"]
    assert "{{id}}" in manifest["view"]["url"]
    assert manifest["schemaSpace"] == "https://w3id.org/policygraph/ns#"


@pytest.mark.parametrize("how", ["get", "post"])
def test_a_batch_is_matched(client, how):
    queries = {
        "q0": {"query": "阳泉银保监分局"},
        "q1": {"query": "市财政局", "properties": [{"pid": "place", "v": "阳泉市"}]},
        "q2": {"query": "市金融办", "properties": [{"pid": "place", "v": ["140300"]}], "limit": 1},
        "q3": {"query": "某某探月办"},
        "q4": {},
    }
    found = ask(client, queries, how)
    (first,) = found["q0"]["result"]
    assert (first["id"], first["match"], first["score"]) == (OLD, True, 100.0)
    assert first["type"] == [{"id": "Agency", "name": "机构 / agency"}]
    assert found["q1"]["result"][0]["name"] == "阳泉市财政局"
    assert [each["match"] for each in found["q2"]["result"]] == [False]
    assert not any(each["match"] for each in found["q3"]["result"])
    assert found["q4"]["result"] == []


def test_a_table_is_extended_by_the_names_of_a_day(client):
    asked = {
        "ids": [OLD, "140300/某某局"],
        "properties": [
            {"id": "name_now", "settings": {"asOf": "2025-01-01"}},
            {"id": "change_date"},
            {"id": "basis"},
            {"id": "nothing"},
        ],
    }
    answer = client.post("/reconcile", data={"extend": json.dumps(asked)}).json()
    assert [each["id"] for each in answer["meta"]] == ["name_now", "change_date", "basis"]
    row = answer["rows"][OLD]
    assert row["name_now"] == [{"str": "国家金融监督管理总局阳泉监管分局"}]
    assert row["change_date"] == [{"str": "2023-07-20"}]
    assert answer["rows"]["140300/某某局"]["name_now"] == []


def test_the_day_of_the_setting_counts(client):
    asked = {"ids": [OLD], "properties": [{"id": "name_now", "settings": {"asOf": "2023-07-19"}}]}
    answer = client.get("/reconcile", params={"extend": json.dumps(asked)}).json()
    assert answer["rows"][OLD]["name_now"] == [{"str": OLD.partition("/")[2]}]


def test_properties_are_proposed(client):
    answer = client.get("/reconcile/properties", params={"type": "Agency", "limit": 2}).json()
    assert answer["type"] == "Agency"
    assert [each["id"] for each in answer["properties"]] == ["name_now", "stands"]


def test_entities_are_suggested(client):
    found = client.get("/reconcile/suggest/entity", params={"prefix": "阳泉银"}).json()["result"]
    assert OLD in [each["id"] for each in found]
    assert client.get("/reconcile/suggest/entity", params={"prefix": " "}).json() == {"result": []}


@pytest.mark.parametrize(
    "form",
    [
        {"queries": "{"},
        {"queries": "[]"},
        {"queries": '{"q0": 1}'},
        {"queries": json.dumps({f"q{n}": {} for n in range(501)})},
        {"extend": '{"ids": 1, "properties": []}'},
        {"extend": '{"ids": [], "properties": [1]}'},
        {
            "extend": '{"ids": ["1/a"], "properties": [{"id": "name_now", "settings": {"asOf": "x"}}]}'
        },
        {"queries": "[" * 3000},
    ],
)
def test_what_is_not_of_the_form_is_refused(client, form):
    answer = client.post("/reconcile", data=form)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_that_is_too_large_is_refused(client):
    answer = client.post("/reconcile", content=b"queries=" + b"x" * (2 << 20))
    assert answer.status_code == 413
