"""Which labels are believed, and which style stands inside which."""

import pytest

from policygraph.text.labels import match_label
from policygraph.text.numbering import accept_labels, nesting

ROWS = [
    # restarting and running on
    (["一、甲", "1.乙", "2.丙", "二、丁", "3.戊"], "一、 1. 2. 二、 3.", []),
    # 三四线城市 is no third chapter
    (["一、甲", "三、四线城市", "二、乙", "三、丙"], "一、 - 二、 三、", []),
    # a year at the head of a paragraph
    (["一、甲", "2024.某事", "二、乙"], "一、 - 二、", []),
    # a gap that is too small to be chance
    (["1.甲", "2.乙", "4.丙"], "1. 2. 4.", ["clause.number-gap"]),
    # several are lost: what rises behind them is believed, one mention is not
    (
        ["（一）甲", "（二）乙", "（九）丙", "（十）丁", "（十二）戊"],
        "（一） （二） （九） （十） （十二）",
        ["clause.number-gap", "clause.number-gap"],
    ),
    (["（一）甲", "（二）乙", "（九）丙", "（三）丁"], "（一） （二） - （三）", []),
    # the second is lost, and the lists below that begin anew do not hold it
    (
        ["（一）甲", "1.乙", "3.丙", "（二）丁", "1.戊", "2.己"],
        "（一） 1. 3. （二） 1. 2.",
        ["clause.number-gap"],
    ),
    # an excerpt: the first of its level, and the one behind is lost
    (
        ["三、甲", "（四）乙", "（六）丙", "四、丁"],
        "三、 （四） （六） 四、",
        ["clause.number-gap"] * 3,
    ),
    # a number that a line break was printed in
    (["（十）甲", "（十 一）乙", "（十二）丙"], "（十） （十一） （十二）", ["clause.number-gap"]),
    # printed twice; the finding is made with the paths
    (["（一）甲", "（二）乙", "（二）丙"], "（一） （二） （二）", []),
    # the first number of a list is 1
    (["7.甲"], "-", []),
    # an excerpt of a law may begin anywhere
    (["第五条 甲", "第六条 乙"], "第五条 第六条", ["clause.number-gap"]),
]


@pytest.mark.parametrize(("lines", "believed", "codes"), ROWS)
def test_labels_are_believed_when_their_numbers_fit(
    lines: list[str], believed: str, codes: list[str]
) -> None:
    labels = [match_label(line, 0, len(line)) for line in lines]
    accepted, findings = accept_labels(labels)
    assert " ".join(label.printed if label else "-" for label in accepted) == believed
    assert [finding.code for finding in findings] == codes


@pytest.mark.parametrize(
    ("lines", "outermost"),
    [
        (["一、甲", "第一条 乙", "第二条 丙", "二、丁", "第三条 戊"], "cn-comma"),
        (["第一条 甲", "一、乙", "二、丙", "第二条 丁", "一、戊"], "article"),
    ],
)
def test_nesting_is_decided_by_the_document(lines: list[str], outermost: str) -> None:
    labels = [match_label(line, 0, len(line)) for line in lines]
    ranks = nesting([label for label in labels if label])
    assert min(ranks, key=lambda name: ranks[name]) == outermost


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        # a section, or a chapter, that comes behind the first items: they stay inside the article
        (["第一条 甲", "（一）乙", "第二章 丙", "第二条 丁"], "chapter article cn-paren"),
        (
            ["第一章 甲", "第一条 乙", "（一）丙", "第一节 丁", "第二条 戊"],
            "chapter section article cn-paren",
        ),
    ],
)
def test_a_part_of_a_law_that_comes_late_still_holds_the_articles(
    lines: list[str], order: str
) -> None:
    labels = [match_label(line, 0, len(line)) for line in lines]
    ranks = nesting([label for label in labels if label])
    assert " ".join(sorted(ranks, key=lambda name: ranks[name])) == order
