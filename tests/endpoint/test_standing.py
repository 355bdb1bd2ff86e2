"""Whether a document is in force: on its page, in words, with the reason and what to make of it."""

from datetime import date

import pytest

from policygraph.build import build
from policygraph.endpoint.settings import Settings
from policygraph.endpoint.workers import standing
from policygraph.endpoint.workers.standing import Standing, standings, standings_of
from policygraph.query.library import find_question
from policygraph.query.wording import REASONS, UNKNOWN_FORCE
from policygraph.rdf.dataset.folder import open_dataset
from policygraph.rdf.scope import Scope
from tests.endpoint.conftest import hostile
from tests.endpoint.test_pages import page, path_of, text_of


@pytest.mark.parametrize(
    ("language", "state", "reason", "first"),
    [
        ("zh", "效力不详", "未写明有效期，未见废止文件", "首日 2021-09-28"),
        ("en", "not known whether in force", "no last day is printed, and nothing at hand repeals it",
         "first day 2021-09-28"),
    ],
)  # fmt: skip
def test_the_page_of_a_document_says_it_and_what_unknown_means(
    client, policy, language, state, reason, first
):
    root = page(client, f"{path_of(policy)}?lang={language}")
    told = root.xpath("//div[@class='standing']/p")
    assert state in text_of(told[0])
    assert reason in text_of(told[0])
    assert first in text_of(told[0])
    assert text_of(told[1]).casefold() == UNKNOWN_FORCE.in_language(language).casefold()


def test_a_draft_is_not_in_force(client):
    told = page(client, f"{path_of(Scope.of(hostile()).policy)}?lang=zh").xpath(
        "//div[@class='standing']/p"
    )
    assert len(told) == 1
    assert "非现行有效" in text_of(told[0])
    assert "征求意见稿" in text_of(told[0])


def test_what_is_no_document_has_no_such_line(client, policy):
    assert not page(client, path_of(f"{policy}/clause/1/1")).xpath("//div[@class='standing']")


def test_an_answer_with_unknown_says_what_that_means(client):
    path = "/question/policies-in-force?asOf=2024-06-30&lang=zh"
    assert UNKNOWN_FORCE.zh in page(client, path).text_content()
    before = "/question/policies-in-force?asOf=1990-01-01&lang=zh"
    assert UNKNOWN_FORCE.zh not in page(client, before).text_content()


def test_the_days_left_count_from_the_day_of_asking():
    today = date(2024, 6, 30)
    told = Standing(today, "yes", "within-term", last_day=date(2024, 7, 2))
    assert told.days_left == 2
    assert Standing(today, "no", "expired", last_day=date(2024, 6, 1)).days_left is None


def test_copies_that_differ_are_told(dataset_path, monkeypatch):
    row = {"policy": "p", "firstDay": None, "lastDay": None, "repealedOn": None}

    class Rows:
        def records(self):
            return [
                {**row, "inForce": "yes", "reason": "within-term"},
                {**row, "inForce": "no", "reason": "expired"},
            ]

    monkeypatch.setattr(standing, "ask", lambda *_: Rows())
    monkeypatch.setattr(standing, "_known", {})
    dataset = open_dataset(dataset_path)
    told = standings_of(dataset, ["p", "q"])
    assert set(told) == {"p"}
    told = told["p"]
    assert (told.state, told.reason) == ("unknown", "copies-differ")
    assert standings(dataset) is standings(dataset)


@pytest.mark.parametrize("question", ["policies-in-force", "bases-of-document"])
def test_the_reasons_are_worded_as_the_query_does(question):
    text = find_question(question).text
    for code, said in REASONS.items():
        if f'("{code}"' in text:
            assert f'"{said.zh}"@zh "{said.en}"@en)' in text
    assert all(
        f'("{code}"' in text for code in REASONS if code not in ("not-at-hand", "copies-differ")
    )


@pytest.fixture(scope="module")
def limited(tmp_path_factory, serving):
    folder = tmp_path_factory.mktemp("limited")
    text = "澄湖市人民政府关于支持小店的通知\n一、资金\n由市财政局拨付。\n本通知自{}起施行，有效期至{}。\n"
    for name, days in (
        ("a", ("2001年1月1日", "2005年12月31日")),
        ("b", ("2001年1月1日", "2099年12月31日")),
    ):
        (folder / f"{name}.txt").write_text(text.format(*days), encoding="utf-8")
    build([folder / "a.txt"], folder / "one", jobs=1)
    build([folder / "b.txt"], folder / "two", jobs=1)
    with (
        serving(Settings(dataset=folder / "one")) as over,
        serving(Settings(dataset=folder / "two")) as now,
    ):
        yield over, now


def test_the_list_of_documents_marks_what_is_known(limited, client):
    marks = [
        page(one, "/policies?lang=zh").xpath("//td//span[contains(@class, 'force')]")
        for one in limited
    ]
    assert [[text_of(mark) for mark in each] for each in marks] == [["非现行有效"], ["现行有效"]]
    assert [mark.get("title") for each in marks for mark in each] == ["有效期已届满", "在有效期内"]
    assert not page(client, "/policies?lang=zh").xpath("//td//span[contains(@class, 'force')]")
