"""Which words a text quotes from which article and item. All titles and words are invented."""

import pytest

from policygraph.extract.citations.quotations import find_quotations
from policygraph.registry.registry import load_registry

LAW = "《云岭省公平竞争办法》"


def quoted(text):
    """Give article, item and words of all passages, one list for each quotation."""
    found = find_quotations(text, load_registry().laws)
    return [
        [(p.article, p.item, text[p.span.start : p.span.end]) for p in quotation.passages]
        for quotation in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the article with its number inside the quotation, an item behind a dash
        (
            f"根据{LAW}“第九条 不得收取下列费用——（二）摊位清洁费”。",
            [[("9", None, "不得收取下列费用"), ("9", 2, "摊位清洁费")]],
        ),
        # in front of it; the number glued to the words
        (f"{LAW}第九条规定：“不得收费。”", [[("9", None, "不得收费")]]),
        (f"{LAW}“第九条不得收费”", [[("9", None, "不得收费")]]),
        (f'{LAW}第九条明确规定,"不得收费"', [[("9", None, "不得收费")]]),
        (f"{LAW}第十二条第二款第（三）项“不得收费”", [[("12", 3, "不得收费")]]),
        (f"{LAW}第十二条第三项关于收费“不得收费”", []),
        (f"{LAW}第十二条之一规定：“不得收费”", [[("12-1", None, "不得收费")]]),
        # brackets behind the title; a law named without marks
        (f"{LAW}（云政发〔2024〕5号，以下简称《办法》）第九条规定“不得收费”", [[("9", None, "不得收费")]]),
        (f"{LAW}（云政发〔2024〕5号，以下简称“办法”）第九条规定“不得收费”", [[("9", None, "不得收费")]]),
        ("依照中华人民共和国价格法第九条规定：“不得收费”", [[("9", None, "不得收费")]]),
        ("依照《中华人民共和国价格法》第九条规定：“不得收费”", [[("9", None, "不得收费")]]),
        # an ellipsis lets go of the item, a sentence does not
        (
            f"{LAW}“第九条 不得……（一）甲类收费。乙类收费……丙类收费”",
            [[("9", None, "不得"), ("9", 1, "甲类收费"), ("9", 1, "乙类收费"), ("9", None, "丙类收费")]],
        ),
        # numbers that are no labels: 前款第（一）项, 依照第三条
        (
            f"{LAW}第九条规定：“依照前款第（一）项和第三条的费用，不得收取。”",
            [[("9", None, "依照前款第（一）项和第三条的费用，不得收取")]],
        ),
        # two articles in one quotation, two quotations behind one title
        (
            f"{LAW}“第九条 不得收费。\n第十条 不得摊派。”",
            [[("9", None, "不得收费"), ("10", None, "不得摊派")]],
        ),
        (
            f"{LAW}第九条规定：“不得收费。”第十条规定：“不得摊派。”",
            [[("9", None, "不得收费")], [("10", None, "不得摊派")]],
        ),
        # a term in marks of its own inside; marks that do not pair
        (f"{LAW}第九条规定：“本办法所称“夜市”，是指集市”。", [[("9", None, "本办法所称“夜市”，是指集市")]]),
        (f"{LAW}第九条规定：“支持“‘夜市’”中，“集市”", [[("9", None, "支持“‘夜市’")]]),
        # what a quotation quotes is its own
        (
            f"{LAW}第九条规定：“依照{LAW}第三条‘不得收费’”",
            [[("9", None, f"依照{LAW}第三条‘不得收费’")]],
        ),
        (
            f"{LAW}第九条规定：“依照{LAW}第三条“不得收费””",
            [[("9", None, f"依照{LAW}第三条“不得收费”")]],
        ),
        # old and new words of an amendment
        (f"将{LAW}第九条“不得收费”修改为“可以收费”。", []),
        (f"{LAW}第九条修改为：“可以收费”。", []),
        (f"{LAW}第九条“不得收费”的内容删去。", []),
        # no article, no quotation, no end
        (f"{LAW}规定：“不得收费”", []),
        (f"根据{LAW}第九条，不得收费。", []),
        (f"{LAW}第九条规定：“不得收费", []),
    ],
)  # fmt: skip
def test_words_quoted_from_an_article(text, expected):
    assert quoted(text) == expected


def test_the_title_and_its_number():
    text = f"{LAW}（云政发〔2024〕5号）第九条规定：“不得收费”。{LAW}第九条：“不得收费”"
    found = [(q.title, q.number) for q in find_quotations(text, load_registry().laws)]
    assert found == [("云岭省公平竞争办法", "云政发〔2024〕5号"), ("云岭省公平竞争办法", None)]


def test_long_words_are_cut():
    (passages,) = quoted(f"{LAW}第九条规定：“{'费' * 1000}”")
    assert [len(words) for _, _, words in passages] == [400, 400, 200]
    assert quoted(f"{LAW}第九条规定：“{'费' * 9000}”") == []


@pytest.mark.parametrize(
    "piece",
    [f"{LAW}“第一条", f"{LAW}第一条“", "《甲法》第一条（", "第一条“第一条 ", "价格法第一条“一“"],
)
def test_hostile_texts_are_read(piece):
    """A cubic pattern would take hours."""
    assert all(passages for passages in quoted(piece * (100_000 // len(piece))))


@pytest.mark.parametrize("blank", [" ", "\n", "\u3000"])
def test_blanks_are_no_trouble(blank):
    blanks = blank * 50_000
    assert quoted(f"{LAW}第五条{blanks}甲") == []
    assert len(quoted(f"{LAW}第九条规定：“不得收费”{blanks}甲")) == 1
