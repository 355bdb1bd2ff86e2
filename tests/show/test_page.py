"""The page is whole by itself: nothing is lost, nothing is loaded, nothing is let through."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policygraph.review.file import row_types
from policygraph.show.document import lay_out
from policygraph.show.facts import Tone
from policygraph.show.page import page_of
from policygraph.show.printable import printable
from policygraph.show.words import KINDS, TONES, VALUES
from tests.reading import read

TEXT = """云岭市人民政府办公室关于支持企业发展的通知
各区人民政府：
根据《某条例》（某政发〔2022〕3号）第三条，通知如下：
一、加快发展
（一）培育企业。统计部门要建立培育
库。（责任单位：市财政局、市探月办）
（二）加大支持。每户奖励20万元。
附件1
名单
1.甲
"""
VOID = {"meta", "input", "br", "hr", "link", "img"}


class Page(HTMLParser):
    """A page, taken apart; complains where tags do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self.text: dict[str, str] = {"main": "", "all": ""}
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        given = {key: value or "" for key, value in attrs}
        self.attributes.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "main" in self.open:
            self.text["main"] += data
        if not {"style", "script"} & set(self.open):
            self.text["all"] += data


def page(text: str, language: str = "zh") -> tuple[Page, str]:
    html = page_of(lay_out(read(text), text, language), language)
    return Page(html), html


def bare(text: str) -> str:
    return printable(re.sub(r"\s+", "", text))


def test_all_of_the_text_is_there_once() -> None:
    assert bare(page(TEXT)[0].text["main"]) == bare(TEXT)


def test_every_mark_leads_to_its_row_and_every_row_to_its_mark() -> None:
    document = lay_out(read(TEXT), TEXT, "zh")
    taken, _ = page(TEXT)
    assert len(taken.ids) == len(set(taken.ids))
    marks = [keys for tag, keys in taken.attributes if tag == "a" and "data-f" in keys]
    assert len(marks) >= 5
    assert {f"r{fact.number}" for fact in document.facts} <= set(taken.ids)
    for mark in marks:
        assert {f"r{n}" for n in mark["data-f"].split()} <= set(taken.ids)
    links = {keys["href"] for tag, keys in taken.attributes if tag == "a"}
    assert {link[1:] for link in links} <= set(taken.ids)
    assert all(link.startswith("#") for link in links)


def test_every_clause_stands_in_the_outline() -> None:
    taken, _ = page(TEXT)
    clauses = [clause.path for clause in read(TEXT).clauses]
    assert [i[2:] for i in taken.ids if i.startswith("c-")] == clauses
    assert {f"#c-{path}" for path in clauses} <= {g.get("href") for _, g in taken.attributes}


def test_nothing_is_loaded_from_elsewhere() -> None:
    taken, html = page(TEXT)
    assert not {"src", "srcset", "action", "data", "background"} & {
        key for _, keys in taken.attributes for key in keys
    }
    assert not re.search(r"https?:|url\(|@import|//[a-z]", html)
    policy = next(g["content"] for _, g in taken.attributes if g.get("http-equiv"))
    assert policy.startswith("default-src 'none'")


HOSTILE = '<script>alert("1")</script>&amp;\'"><img src=x onerror=alert(1)>'


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_document_cannot_write_into_the_page(language: str) -> None:
    text = (
        f"云岭市关于{HOSTILE}的通知\n一、{HOSTILE}\n（一）甲{HOSTILE}。根据《{HOSTILE}》。"
        f"（责任单位：{HOSTILE}局、市财政局）\n"
    )
    taken, _ = page(text, language)
    assert [tag for tag, _ in taken.attributes].count("script") == 1
    assert "img" not in [tag for tag, _ in taken.attributes]
    assert not [key for _, keys in taken.attributes for key in keys if key.startswith("on")]
    assert bare(HOSTILE) in bare(taken.text["main"])
    assert "\x1b" not in page(text + "\x1b[2J", language)[1]


def test_the_page_speaks_the_language_that_is_asked_for() -> None:
    taken, zh = page(TEXT, "zh")
    assert '<html lang="zh-Hans">' in zh
    assert "读出的内容" in taken.text["all"]
    taken, en = page(TEXT, "en")
    assert '<html lang="en">' in en
    assert "What was read" in taken.text["all"]
    assert "读出的内容" not in taken.text["all"]


def test_the_row_of_a_fact_is_told_with_rule_and_place() -> None:
    taken, _ = page(TEXT, "en")
    said = " ".join(taken.text["all"].split())
    assert re.search(r"as_written ?市财政局.*?mark\.bracket line 6:9 · characters \d+–\d+", said)
    assert "document.no-place" in said


def test_a_fact_that_runs_over_a_line_break_is_one_in_the_list() -> None:
    taken, _ = page(TEXT, "en")
    assert "统计部门要建立培育库" in taken.text["main"]


def test_a_text_of_which_nothing_is_read_has_a_page() -> None:
    taken, _ = page("。", "en")
    assert "no title was read" in taken.text["all"]


def test_every_kind_and_tone_has_its_words() -> None:
    assert set(TONES) == set(Tone)
    assert set(row_types()) <= set(KINDS)
    assert all(VALUES.values())


WORDS = st.lists(
    st.sampled_from(
        ["一、", "（一）", "1.", "附件1", "甲乙丙。", "\n", "\r\n", "\u3000", "（责任单位：市财政局）", "<b>", "《某法》",
         "第一条", "|", "\t", "&", "\x00", "\x0b", "\u2028", "2025年底前", "组长：张三 市长", "\ud800"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(WORDS)
def test_any_text_has_a_page_that_holds_it(words: list[str]) -> None:
    text = "".join(words)
    surrogates = text.encode("utf-8", "replace").decode("utf-8")
    assert bare(page(surrogates)[0].text["main"]) == bare(surrogates)
