"""Numbers that print no letters: 第153号, 〔2019〕第4号, 公告第3号."""

import pytest

from policygraph.model.facts import Citation, Relation
from policygraph.rdf.scope import policy_iri
from policygraph.resolve.corpus import index_corpus
from tests.reading import read

BODY = "为规范渔港管理，现公告如下：\n一、渔港由村公所管理。\n"

# the head of a document, and its number
HEADS = [
    ("澄湖市人民政府公告\n第3号\n澄湖市人民政府关于渔港管理的公告\n", "澄湖市人民政府公告第3号"),
    ("澄湖市人民政府公告\n2019年第3号\n澄湖市人民政府关于渔港管理的公告\n", "澄湖市人民政府公告2019年第3号"),
    ("澄湖市人民政府通告\n〔2019〕第4号\n澄湖市人民政府关于渔港管理的通告\n", "澄湖市人民政府通告〔2019〕4号"),
    ("澄湖市人民政府关于渔港管理的通告\n〔2019〕第4号\n", "〔2019〕4号"),
    ("第153号\n澄湖市人民政府关于渔港管理的公告\n", "第153号"),
    ("澄湖市人民政府关于渔港管理的公告\n（2019年 第7号）\n", "2019年第7号"),
    ("澄湖市人民政府关于渔港管理的公告\n第三号渔港\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "number"), HEADS)
def test_a_line_of_the_head_is_the_number(head: str, number: str | None) -> None:
    assert read(head + BODY).document.number == number


# the note behind a cited title, and the number that it gives
NOTES = [
    ("（令第153号）", "令第153号"),
    ("（第153号令）", "令第153号"),
    ("（第153号）", "第153号"),
    ("（公告第3号）", "公告第3号"),
    ("（澄湖市人民政府公告第8号）", "澄湖市人民政府公告第8号"),
    ("（〔2019〕第4号）", "〔2019〕4号"),
    ("（2019年第4号）", "2019年第4号"),
    ("（通告〔2019〕4号）", "通告〔2019〕4号"),
    ("（第153号修订）", None),
    ("（第四号渔港）", None),
]


@pytest.mark.parametrize(("note", "number"), NOTES)
def test_a_note_behind_a_title_gives_its_number(note: str, number: str | None) -> None:
    record = read(f"澄湖市人民政府关于渔港的通知\n一、根据《澄湖市渔船办法》{note}，船只须编号。\n")
    assert [(c.title, c.number) for c in record.citations] == [("澄湖市渔船办法", number)]


def test_two_documents_of_one_bare_number_are_two() -> None:
    record = read(
        "澄湖市人民政府关于渔港的通知\n一、废止《澄湖市渔船办法》（公告第3号）和《澄湖市渔网办法》（公告第3号）。\n"
    )
    assert [(c.title, c.number) for c in record.citations] == [
        ("澄湖市渔船办法", "公告第3号"),
        ("澄湖市渔网办法", "公告第3号"),
    ]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("第153号\n", "第153号"),
        ("〔2019〕第153号\n", "〔2019〕153号"),
        ("澄湖市人民政府公告\n第153号\n", "公告第153号"),
    ],
)
def test_a_bare_number_alone_leads_to_no_document(head: str, number: str) -> None:
    cited = read(f"{head}澄湖市渔船管理办法\n第一条 渔船编号。\n")
    corpus = index_corpus([cited])
    for title, found in (("澄湖市渔船管理办法", cited), ("澄湖市渔网管理办法", None)):
        row = Citation("1", title, number, None, None, None, Relation.CITES, "", (), "")
        assert corpus.find(row) is found


def test_documents_of_one_bare_number_have_nodes_of_their_own() -> None:
    nodes = {
        policy_iri(read(f"第153号\n澄湖市{name}管理办法\n第一条 {name}编号。\n"))
        for name in ("渔船", "渔网")
    }
    assert len(nodes) == 2
