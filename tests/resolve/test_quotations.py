"""Quoted articles against the text of the law at hand. All titles and words are invented."""

import random

import pytest

from policygraph.registry.registry import load_registry
from policygraph.resolve.quotations import compare_quotations
from policygraph.resolve.wording import RECOGNISED, compare
from tests.reading import read

LAW = """云岭省公平竞争办法

第一章 总则

第一条 为了保护夜市的公平竞争，制定本办法。

第二条 本办法所称“夜市”，是指傍晚以后开放的集市（以下统称集市）。夜市的开办者应当公布摊位的数目。开办者不得拒绝本地以外的摊主。

第二章 收费

第三条 开办者没有省人民政府的批准，不得向摊主收取下列影响经营成本的费用：

（一）摊位清洁费；

（二）照明、用水、垃圾清运保险费等方面的押金；

（三）其他名目的费用。

前款所称费用不含水电费的实际支出。

第四条 本办法自２０２４年５月１日起施行。
"""
LATER = LAW.replace("垃圾清运保险费", "垃圾清运附加保险费").replace(
    "第四条 本", "第四条 修订后的本"
)
TITLE = "《云岭省公平竞争办法》"


def findings(quotation, *laws):
    """Give code, words and detail of what a document that holds the quotation tells."""
    text = f"云岭市人民政府关于规范夜市的通知\n\n一、收费\n\n根据{quotation}。\n"
    texts = [text, *laws]
    records = [read(each) for each in texts]
    by_digest = {record.sha256: each for record, each in zip(records, texts, strict=True)}
    compared = compare_quotations(records, load_registry(), by_digest.get)
    return [
        (
            finding.code.removeprefix("citation.quotation-"),
            text[slice(*finding.span)],
            finding.detail,
        )
        for record, found in compared
        for finding in found
        if record is records[0]
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        # the whole article, as printed and with other punctuation, width and marks
        f"{TITLE}第四条规定：“本办法自2024年5月1日起施行”",
        f"{TITLE}第二条规定：“本办法所称‘夜市’，是指傍晚以后开放的集市”",
        f"{TITLE}第二条规定：“本办法所称“夜市”，是指傍晚以后开放的集市”",
        f"{TITLE}“第三条 开办者没有省人民政府的批准,不得向摊主收取下列影响经营成本的费用——(二)照明、用水、垃圾清运保险费等方面的押金”",
        f"{TITLE}“第三条 开办者没有省人民政府的批准，不得向摊主\n\n- 2 -\n\n收取下列影响经营成本的费用：（一）摊位清洁费；（三）其他名目的费用。”",
        # a part: one item, the end left out, the middle left out, behind an ellipsis another item
        f"{TITLE}第三条第（二）项规定：“照明、用水、垃圾清运保险费等方面的押金”",
        f"{TITLE}第三条第二项规定：“不得向摊主收取下列影响经营成本的费用：照明、用水、垃圾清运保险费等方面的押金”",
        f"{TITLE}第三条：“不得向摊主收取……照明、用水、垃圾清运保险费等”",
        f"{TITLE}“第三条 开办者…（一）摊位清洁费……其他名目的费用……不含水电费的实际支出”",
        f"{TITLE}第二条规定：“夜市的开办者应当……不得拒绝本地以外的摊主”",
        # definitions in brackets, which a quotation leaves out
        f"{TITLE}第二条规定：“是指傍晚以后开放的集市。夜市的开办者应当公布摊位的数目”",
        # an ellipsis in the middle of a definition, or of the label of an item
        f"{TITLE}第二条规定：“是指傍晚以后开放的集市（以下统……摊位的数目”",
        f"{TITLE}第三条规定：“下列影响经营成本的费用：（一……二）照明、用水、垃圾清运保险费”",
        # words too short to be more than a term; an article that the law does not have
        f"{TITLE}第三条规定的“卫生费”",
        f"{TITLE}第九条规定：“开办者应当出示集市开办的登记证书”",
        # an edition that is printed, a note of the editor
        f"{TITLE}（2015年版）第二条规定：“夜市的开办者可以公布摊位的数目”",
        f"{TITLE}（2015年修订）第二条规定：“夜市的开办者可以公布摊位的数目”",
        f"{TITLE}第三条规定：“开办者没有省人民政府的批准（略）不得向摊主收取”",
        f"{TITLE}第三条规定：“开办者没有省人民政府（现为商务部门）的批准，不得向摊主收取”",
        # in marks, but not said to be words of the article
        f"{TITLE}第三条的“夜市主管部门职责边界不清问题”长期存在",
        f"按照{TITLE}第三条，“一街一策改造工程全面完成”的要求推进",
        f"{TITLE}第二条“夜市的开办者可以公布摊位的数目”的表述，应当修改为“应当公布”",
        # no law of this title
        "《云岭省夜市条例》第三条规定：“不得向摊主收取下列影响经营成本的杂费”",
    ],
)  # fmt: skip
def test_words_that_the_article_has_are_right(quotation):
    assert findings(quotation, LAW) == []


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        # one word left out, one too many, another word
        (
            f"{TITLE}“第三条 开办者没有省人民政府的批准，不得向摊主收取下列影响经营成本的费用——（二）照明、用水、垃圾清运保险等方面的押金”",
            ("differs", "照明、用水、垃圾清运保险等方面的押金", "第三条（二）: 清运保险 → 清运保险费"),
        ),
        (
            f"{TITLE}第三条第二项规定：“照明、用水、公用垃圾清运保险费等方面的押金”",
            ("differs", "照明、用水、公用垃圾清运保险费等方面的押金", "第三条（二）: 照明用水公用 → 照明用水"),
        ),
        (
            f"{TITLE}第二条规定：“夜市的开办者可以公布摊位的数目”",
            ("differs", "夜市的开办者可以公布摊位的数目", "第二条: 的开办者可以 → 的开办者应当"),
        ),
        # the words of another item, of another article, of nobody
        (
            f"{TITLE}“第三条 （一）照明、用水、垃圾清运保险费等方面的押金”",
            ("not-found", "照明、用水、垃圾清运保险费等方面的押金", "第三条（一） / （二）"),
        ),
        (
            f"{TITLE}第三条第三项规定：“照明、用水、垃圾清运保险费等方面的押金”",
            ("not-found", "照明、用水、垃圾清运保险费等方面的押金", "第三条（三） / （二）"),
        ),
        (
            f"{TITLE}第四条规定：“开办者不得拒绝本地以外的摊主”",
            ("not-found", "开办者不得拒绝本地以外的摊主", "第四条"),
        ),
        (
            f"{TITLE}第三条规定：“摊主应当保持通道的畅通和整洁”",
            ("not-found", "摊主应当保持通道的畅通和整洁", "第三条"),
        ),
    ],
)  # fmt: skip
def test_words_that_it_does_not_have_are_told(quotation, expected):
    code, words, place = expected
    assert findings(quotation, LAW) == [(code, words, f"云岭省公平竞争办法 {place}")]


def test_nothing_is_told_where_the_law_is_not_at_hand():
    assert findings(f"{TITLE}第二条规定：“夜市的开办者可以公布摊位的数目”") == []


def test_of_several_versions_one_that_has_the_words_is_enough():
    old = f"{TITLE}第三条第二项规定：“照明、用水、垃圾清运保险费等方面的押金”"
    new = f"{TITLE}第三条第二项规定：“照明、用水、垃圾清运附加保险费等方面的押金”"
    assert [findings(each, LAW, LATER) for each in (old, new)] == [[], []]
    assert [len(findings(new, LAW)), len(findings(old, LATER))] == [1, 1]
    neither = f"{TITLE}第三条第二项规定：“照明、用水、垃圾清运附加保险金等方面的押金”"
    ((_, _, detail),) = findings(neither, LAW, LATER)
    assert detail.endswith(": 附加保险金 → 附加保险费")


def test_a_text_quotes_no_later_law():
    words = f"{TITLE}第二条规定：“夜市的开办者可以公布摊位的数目”"
    law = (
        LAW.replace("第一章 总则", "云政发〔2024〕5号\n\n第一章 总则", 1)
        + "云岭省人民政府\n2024年4月1日\n"
    )
    assert read(law).document.issued == "2024-04-01"
    told = [
        len(findings(f"{words}。\n云岭市人民政府\n{day}\n（此件公开发布）", law))
        for day in ("2012年5月6日", "2025年5月6日")
    ]
    assert told == [0, 1]


def test_a_law_is_known_with_and_without_its_prefix():
    law = LAW.replace("云岭省公平竞争办法", "中华人民共和国夜市法")
    wrong = "第二条规定：“夜市的开办者可以公布摊位的数目”"
    assert read(law).document.title is None
    for title in ("《夜市法》", "《中华人民共和国夜市法》"):
        assert [code for code, _, _ in findings(title + wrong, law)] == ["differs"]


def test_a_number_that_is_another_tells_another_document():
    law = LAW.replace("第一章 总则", "云政发〔2024〕5号\n\n第一章 总则", 1)
    assert read(law).document.number == "云政发〔2024〕5号"
    words = "第二条规定：“夜市的开办者可以公布摊位的数目”"
    told = [
        len(findings(f"{TITLE}{n}{words}", law))
        for n in ("", "（云政发〔2024〕5号）", "（云政发〔2014〕5号）")
    ]
    assert told == [1, 1, 0]  # fmt: skip


@pytest.mark.parametrize(
    ("quoted", "text", "recognised"),
    [
        # ten characters of which two are others: 0.8, the threshold; three are others: 0.7
        ("甲乙丙丁戊己庚辛子丑", "前文甲乙丙丁戊己庚辛壬癸后文", True),
        ("甲乙丙丁戊己庚寅子丑", "前文甲乙丙丁戊己庚辛壬癸后文", False),
        # a subordinate clause left out without a sign
        ("夜市的开办者应当公布数目", "夜市的开办者应当公布摊位的数目", True),
        ("开办者应当公布数目", "开办者应当在每个月的第一日向所有的摊主公布数目", False),
    ],
)
def test_from_which_similarity_words_are_recognised(quoted, text, recognised):
    assert RECOGNISED == 0.8
    assert compare(quoted, text).recognised is recognised


def test_differences_are_short_and_few():
    text = "".join(chr(0x4E00 + n) for n in range(300))
    changed = "".join("某" if n in (40, 90, 140, 190) else char for n, char in enumerate(text))
    assert compare(changed, text).differences.count("→") == 3
    assert compare(changed, text).differences.endswith("; …")
    longer = compare(text[:100] + "某" * 30 + text[100:], text).differences
    assert longer == f"{text[96:100]}{'某' * 8}… → {text[96:100]}"
    assert compare("某" + text[:50], text[:50]).differences == "某 → ∅"


@pytest.mark.parametrize("alphabet", ["费", "甲乙", "甲乙丙丁戊己庚辛"])
def test_hostile_quotations_are_compared(alphabet):
    """100,000 characters of quotations, none of which the law has, from an article as long."""
    chance = random.Random(1)
    words = "".join(chance.choice(alphabet) for _ in range(100_000))
    law = LAW.replace("前款所称费用", words)
    wrong = "".join("某" if n % 50 == 25 else char for n, char in enumerate(words))
    quotations = "".join(
        f"{TITLE}第三条规定：“{wrong[at : at + 7000]}”，" for at in range(0, 98_000, 7000)
    )
    assert len(findings(quotations, law)) >= 200
