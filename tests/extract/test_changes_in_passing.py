"""Changes that a notice makes beside something else, and several changes in one sentence."""

import pytest

from policygraph.model.record import Record
from tests.reading import read

HEAD = "关于修改《某意见》的通知\n现对《某意见》(某办发〔2021〕11号)部分内容修改如下：\n"
EXTENDS = (
    "澄湖市人民政府办公室关于延长《澄湖市渔船管理办法》有效期的通知\n各县人民政府：\n"
    "《澄湖市渔船管理办法》（澄政办发〔2019〕5号）有效期延长至2027年12月31日{}\n特此通知。\n"
)


def _changes(record: Record) -> list[tuple[object, ...]]:
    return [(a.operation.value, a.target.locator, a.old, a.new) for a in record.amendments]


# each verb has its own words, and what a sentence says of units ends where it names other words
SENTENCES = [
    (
        "第三条责任单位增加“市科技局”，“市国土局”修改为“市资源局”。",
        [
            ("add_agency", "3", None, "市科技局"),
            ("replace_agency", "3", "市国土局", "市资源局"),
        ],
    ),
    (
        "第三条责任单位增加“市科技局”、“市体育局”，“市国土局”、“市矿产局”统一修改为“市资源局”。",
        [
            ("add_agency", "3", None, "市科技局"),
            ("add_agency", "3", None, "市体育局"),
            ("replace_agency", "3", "市国土局", "市资源局"),
            ("replace_agency", "3", "市矿产局", "市资源局"),
        ],
    ),
    (
        "第三条责任单位删去“市农机局”，“市国土局”修改为“市资源局”。",
        [
            ("remove_agency", "3", "市农机局", None),
            ("replace_agency", "3", "市国土局", "市资源局"),
        ],
    ),
    (
        "第三条删去“渔船”，“渔网”删除。",
        [("delete_text", "3", "渔船", None), ("delete_text", "3", "渔网", None)],
    ),
    (
        "第三条责任单位“市国土局”修改为“市资源局”，正文中的“渔船”修改为“渔舟”。",
        [
            ("replace_agency", "3", "市国土局", "市资源局"),
            ("replace_text", "3", "渔船", "渔舟"),
        ],
    ),
    (
        "第三条责任单位“市国土局”修改为“市资源局”，第四条中的“渔船”修改为“渔舟”。",
        [
            ("replace_agency", "3", "市国土局", "市资源局"),
            ("replace_text", "4", "渔船", "渔舟"),
        ],
    ),
    (
        "第三条责任单位“市国土局”修改为“市资源局”，“市城管”修改为“市执法局”。",
        [
            ("replace_agency", "3", "市国土局", "市资源局"),
            ("replace_agency", "3", "市城管", "市执法局"),
        ],
    ),
    (
        "附件2中的“渔船”修改为“渔舟”，正文中的“渔网”修改为“渔具”。",
        [
            ("replace_text", "annex2", "渔船", "渔舟"),
            ("replace_text", None, "渔网", "渔具"),
        ],
    ),
]


@pytest.mark.parametrize(("said", "rows"), SENTENCES)
def test_each_verb_of_a_sentence_has_its_own_words(
    said: str, rows: list[tuple[object, ...]]
) -> None:
    assert _changes(read(HEAD + "一、" + said + "\n")) == rows


# said of all of a document that a notice extends
PASSING = [
    ("。原文件中“市国土局”统一调整为“市资源局”，相应表述一并调整。", "replace_agency", "市国土局", "市资源局"),
    ("，文中“渔船”均改为“渔舟”。", "replace_text", "渔船", "渔舟"),
    ("。其中“渔船”的表述一并修改为“渔舟”，其他内容不变。", "replace_text", "渔船", "渔舟"),
    ("，原通知中涉及“渔船”的内容相应调整为“渔舟”。", "replace_text", "渔船", "渔舟"),
    ("，并将文件中的“渔船”替换为“渔舟”。", "replace_text", "渔船", "渔舟"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "operation", "old", "new"), PASSING)
def test_a_notice_that_extends_changes_words_in_passing(
    said: str, operation: str, old: str, new: str
) -> None:
    record = read(EXTENDS.format(said))
    rows = [(a.operation.value, a.target.number, a.old, a.new) for a in record.amendments]
    number = "澄政办发〔2019〕5号"
    assert ("keep", number, None, "2027年12月31日") in rows
    assert [row for row in rows if row[0] != "keep"] == [(operation, number, old, new)]


def test_of_which_of_two_documents_words_change_is_not_guessed() -> None:
    record = read(
        "澄湖市人民政府关于延长部分文件有效期的通知\n各县人民政府：\n"
        "《澄湖市渔船管理办法》（澄政办发〔2019〕5号）、《澄湖市渔网管理办法》（澄政办发〔2019〕6号）"
        "有效期延长至2027年12月31日，文中“渔船”均改为“渔舟”。\n"
    )
    assert {a.operation.value for a in record.amendments} == {"keep"}
    assert "amendment.not-read" in [finding.code for finding in record.findings]


@pytest.mark.parametrize(
    "said",
    [
        "。市国土局已调整为“市资源局”。",
        "。将文件中的“渔船”一词理解为“渔舟”。",
        "。要把“渔船”改为“渔舟”的要求落到实处。",
    ],
)
def test_words_that_name_no_document_change_none(said: str) -> None:
    assert [a.operation.value for a in read(EXTENDS.format(said)).amendments] == ["keep"]
