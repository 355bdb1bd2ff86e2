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


@pytest.mark.parametrize("comma", ["，", ","])
def test_commas_of_a_keyboard_part_sentences_like_others(comma: str) -> None:
    record = read(
        "澄湖市人民政府关于修改部分规章的决定\n"
        "为贯彻落实《渔港清理工作的通知》（澄政发〔2017〕40号）、《规章清理的函》（澄政发〔2017〕41号）"
        f"和清理工作的要求{comma}经认真清理{comma}现决定对《渔船规定》（市政府令第39号）予以修改。\n"
        f"一、删去第五条{comma}第六条改为第五条。\n"
    )
    assert [(c.number, c.relation.value) for c in record.citations] == [
        ("澄政发〔2017〕40号", "implements"),
        ("澄政发〔2017〕41号", "implements"),
        ("市政府令第39号", "amends"),
    ]
    assert _changes(record) == [
        ("delete_clause", "5", None, None),
        ("replace_text", "6", "第六条", "第五条"),
    ]


def test_the_document_spoken_of_last_is_the_one_whose_changes_follow() -> None:
    record = read(
        "澄湖市人民政府关于修改和废止部分规章的决定\n"
        "现决定对《渔船规定》（市政府令第39号）等27件规章的部分条款进行集中修改，"
        "对《渔网办法》（市政府令第104号）等14件规章予以废止。\n"
        "其中对《渔灯办法》（市政府令第271号）作如下修改：\n一、将第九条修改为：“甲。”\n"
    )
    assert [(a.operation.value, a.target.title) for a in record.amendments] == [
        ("repeal_document", "渔网办法"),
        ("replace_clause", "渔灯办法"),
    ]


@pytest.mark.parametrize("of", ["", "市财政局、市渔业局下发的", "我局印发的"])
@pytest.mark.parametrize("head", ["澄湖市渔业局关于渔船的通知\n", ""])
def test_a_letter_that_changes_articles_amends(head: str, of: str) -> None:
    record = read(
        f"{head}为便利渔民，经研究，现将{of}《渔船办法》（澄渔〔2011〕39号）第七条修改为：“甲。”"
        "第八条修改为：“乙。”\n其他条文不变，请遵照执行。\n"
    )
    assert [(a.target.number, a.target.locator, a.new) for a in record.amendments] == [
        ("澄渔〔2011〕39号", "7", "甲。"),
        ("澄渔〔2011〕39号", "8", "乙。"),
    ]
    assert {c.relation.value for c in record.citations} == {"amends"}


def test_texts_that_one_verb_adds_are_a_row_each() -> None:
    said = "附件1即《渔船登记簿》（以下简称《登记簿》）中的“船况”中增加“船号”和“船名”两栏。"
    assert _changes(read(HEAD + said + "\n")) == [
        ("add_text", "annex1", None, "船号"),
        ("add_text", "annex1", None, "船名"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "经村公所同意，决定调整《渔船办法》（澄渔〔2011〕39号）关于补贴标准，现通知如下：",
        "为贯彻渔港规划，现就调整《渔船办法》（澄渔〔2011〕39号）部分内容通知如下：",
        "为规范补贴，我们对2017年发布的《渔船办法》（澄渔〔2011〕39号）进行了修订。",
    ],
)
def test_a_document_that_is_adjusted_or_revised_is_amended(said: str) -> None:
    rows = read(f"澄湖市渔业局关于渔船补贴的通知\n{said}\n一、每船补贴十元。\n").citations
    assert [row.relation.value for row in rows] == ["amends"]


@pytest.mark.parametrize(
    "said",
    [
        "2017年，国务院对《渔船办法》进行了修订。",
        "请按照调整后的《渔船办法》办理。",
        "因机构调整，《渔船办法》由市渔业局解释。",
    ],
)
def test_a_document_that_others_revised_is_not_amended(said: str) -> None:
    rows = read(f"澄湖市渔业局关于渔船补贴的通知\n{said}\n一、每船补贴十元。\n").citations
    assert "amends" not in [row.relation.value for row in rows]


@pytest.mark.parametrize(
    "said",
    [
        "决定对《渔船办法》（澄渔〔2011〕39号）中的补贴比例进行调整。现通知如下：",
        "现对《渔船办法》（澄渔〔2011〕39号）的附表予以调整，通知如下：",
        "决定调整《渔网目录》（澄渔〔2010〕3号）、《渔船办法》（澄渔〔2011〕39号）中部分比例。",
    ],
)
def test_what_is_adjusted_in_part_is_amended(said: str) -> None:
    rows = read(f"澄湖市渔业局关于渔船补贴的通知\n{said}\n一、每船补贴十元。\n").citations
    assert {row.relation.value for row in rows} == {"amends"}


def test_new_wording_without_quotation_marks_ends_where_numbers_change() -> None:
    said = (
        "第六十三条增加一款，作为第二款，内容为：渔船应当编号。\n原第二款变为第三款。\n"
        "二、第九十条第三项修改为：（三）渔网未编号的；\n同时，对附件1船号的样式进行相应调整。"
    )
    assert _changes(read(HEAD + "一、" + said + "\n")) == [
        ("add_clause", "63/2", None, "渔船应当编号。"),
        ("replace_text", "63/2", "第二款", "第三款"),
        ("replace_clause", "90/3", None, "（三）渔网未编号的；"),
    ]


def test_what_is_repealed_may_be_named_with_who_issued_it() -> None:
    record = read(
        "渔业部关于废止部分规章的决定\n一、经商港务局同意，废止1999年8月24日渔业部、港务局联合发布的《渔船规定》"
        "（渔业部、港务局令第5号）、《渔船规定实施细则（试行）》（渔业部、港务局令第6号）。\n"
        "二、废止2002年12月31日渔业部发布的《渔网办法》（渔业部令第15号）。\n"
    )
    assert [(a.operation.value, a.target.title) for a in record.amendments] == [
        ("repeal_document", "渔船规定"),
        ("repeal_document", "渔船规定实施细则（试行）"),
        ("repeal_document", "渔网办法"),
    ]


def test_what_was_repealed_before_a_comma_is_another_thing() -> None:
    record = read(
        "澄湖市人民政府关于渔港的公告\n为实施《渔港条例》（以下称《条例》），公告如下：\n一、甲。\n"
        "上述废止的文件，自标注的废止日期起不再执行，《条例》施行前取得的证书有效。\n"
    )
    assert record.amendments == ()


@pytest.mark.parametrize("comma", ["", "，", ","])
def test_a_notice_that_quotes_old_and_new_words_changes_the_document_of_the_rest(
    comma: str,
) -> None:
    record = read(
        f"1.补贴对象。将“九月前购船的渔民”{comma}延长为“十月前购船的渔民”。\n"
        f"2.补贴标准。将“每船十元”{comma}提高为“每船二十元”。\n"
        "3.其他事项仍按《澄湖市渔船补贴通告》执行。\n特此公告\n澄湖市渔业局\n2022年10月27日\n"
    )
    assert [(a.clause, a.target.title, a.old, a.new) for a in record.amendments] == [
        ("1", "澄湖市渔船补贴通告", "九月前购船的渔民", "十月前购船的渔民"),
        ("2", "澄湖市渔船补贴通告", "每船十元", "每船二十元"),
    ]
    assert record.document.kind == "公告"
    assert [row.relation.value for row in record.citations] == ["cites"]


def test_articles_of_several_documents_are_changed_below_a_heading_without_a_title() -> None:
    record = read(
        "一、对2部规章予以废止\n（一）废止《渔灯办法》（渔业部令第15号）。\n"
        "二、对3部规章的部分条款予以修改\n（一）将《渔船规定》（渔业部令第25号）第十条修改为：“甲。”\n"
        "（二）将《渔网规定》（渔业部令第26号）第九条第一款修改为：“乙。”\n删除第三章。\n"
    )
    assert [(a.clause, a.target.title, a.target.locator) for a in record.amendments] == [
        ("1/1", "渔灯办法", None),
        ("2/1", "渔船规定", "10"),
        ("2/2", "渔网规定", "9/1"),
        ("2/2", "渔网规定", "第三章"),
    ]


def test_an_annex_of_documents_that_follows_its_title_at_once() -> None:
    record = read(
        "各区、县人民政府：\n经过清理，依据清理的结果，市人民政府决定废止《澄湖市渔船办法》等2个文件。\n附件：废止文件目录\n"
        "1、《澄湖市人民政府关于渔船编号的通知》（澄政发[1992]20号，1992年7月28日发文）\n"
        "2、《澄湖市渔船办法》（市人民政府1999年第2号令，1999年7月28日发文）\n二〇〇四年五月二十六日\n"
    )
    assert [clause.path for clause in record.clauses] == ["annex1", "annex1/1", "annex1/2"]
    assert [(a.clause, a.target.number) for a in record.amendments] == [
        ("preamble", None),
        ("annex1/1", "澄政发〔1992〕20号"),
        ("annex1/2", "市人民政府令1999年第2号"),
    ]
    assert record.document.issued == "2004-05-26"


def test_what_is_cancelled_is_struck_where_it_is_a_unit() -> None:
    said = "取消第四条；第五条第二款予以取消；取消第六条规定的渔船检验费。"
    assert _changes(read(HEAD + said + "\n")) == [
        ("delete_clause", "4", None, None),
        ("delete_clause", "5/2", None, None),
    ]


def test_a_correction_replaces_words() -> None:
    record = read(
        "澄湖市人民政府办公室关于更正澄政办发〔2020〕5号文件的通知\n"
        "《关于印发渔船办法的通知》（澄政办发〔2020〕5号）第三条中“渔船”更正为“渔舟”。\n"
    )
    assert _changes(record) == [("replace_text", "3", "渔船", "渔舟")]
    assert record.document.number is None
    assert [row.relation.value for row in record.citations] == ["amends"]


@pytest.mark.parametrize(
    "said",
    [
        "将于2022年5月1日到期。经评估，决定将该办法有效期延长至2027年4月30日。",
        "已实施三年。经研究，上述文件继续有效，有效期至2027年4月30日。",
        "实施以来效果良好，决定该办法有效期限延续至2027年4月30日。",
    ],
)
def test_a_document_that_is_extended_may_be_named_in_the_sentence_before(said: str) -> None:
    record = read(
        "澄湖市人民政府办公室关于延长《澄湖市渔船办法》施行期限的通知\n各县：\n"
        f"根据《渔港条例》，《澄湖市渔船办法》（澄政办发〔2019〕5号）{said}\n"
    )
    rows = [(a.operation.value, a.target.number) for a in record.amendments]
    assert rows == [("keep", "澄政办发〔2019〕5号")]


def test_of_which_of_two_documents_the_term_is_longer_is_not_guessed() -> None:
    record = read(
        "澄湖市人民政府办公室关于渔船的通知\n各县：\n《澄湖市渔船办法》（澄政办发〔2019〕5号）和《澄湖市渔网办法》"
        "（澄政办发〔2019〕6号）将到期。决定将该办法有效期延长至2027年4月30日。\n"
    )
    assert record.amendments == ()


@pytest.mark.parametrize(
    ("said", "unread"),
    [
        ("将《渔港办法》（澄渔〔2013〕4号）第六条中的标准由每船5元调整为每船10元。", True),
        ("现将修订后的《渔港办法》印发给你们，原《渔港办法》（澄渔〔2011〕39号）同时废止。", False),
    ],
)
def test_a_change_in_words_that_are_not_quoted_is_told(said: str, unread: bool) -> None:
    record = read(f"澄湖市渔业局关于修订渔船办法的通知\n各县：\n{said}\n")
    found = "amendment.not-read" in [finding.code for finding in record.findings]
    assert found is unread


@pytest.mark.parametrize("place", ["第三条", "第三条责任单位", "第三条原"])
def test_an_article_whose_words_are_quoted_at_once_is_no_unit_of_the_notice(place: str) -> None:
    record = read(HEAD + f"{place}“市国土局”修改为“市资源局”。\n")
    assert record.clauses == ()
    assert [(a.clause, a.target.locator) for a in record.amendments] == [("preamble", "3")]


def test_what_stands_in_the_table_of_an_annex_is_of_the_annex() -> None:
    said = "附件1表格中第2项删除。附件2任务清单中的第三条修改为：“甲。”"
    assert _changes(read(HEAD + "一、" + said + "\n")) == [
        ("delete_clause", "annex1/2", None, None),
        ("replace_clause", "annex2/3", None, "甲。"),
    ]


def test_a_unit_that_no_longer_supports_is_removed() -> None:
    said = "第五条配合单位增加“市科技局”，原“市农机局”不再作为配合单位。"
    assert _changes(read(HEAD + "一、" + said + "\n")) == [
        ("add_agency", "5", None, "市科技局"),
        ("remove_agency", "5", "市农机局", None),
    ]


def test_the_term_of_a_document_that_goes_on_is_its_own() -> None:
    record = read(
        "澄湖市财政局关于《澄湖市渔船办法》延期的通知\n各县：\n《澄湖市渔船办法》（澄财〔2018〕6号）有效期满，"
        "经研究决定继续执行，有效期至2026年12月31日。\n"
    )
    assert [(a.operation.value, a.new) for a in record.amendments] == [("keep", "2026年12月31日")]
    assert record.document.expires is None


def test_the_line_that_leads_a_list_gives_the_term_of_its_documents() -> None:
    record = read(
        "澄湖市人民政府关于部分文件继续有效的通知\n下列文件继续有效，有效期延长至2027年6月30日：\n"
        "1.《关于印发渔船办法的通知》（澄政发〔2017〕3号）\n2.《关于印发渔网办法的通知》（澄政发〔2017〕4号）\n"
        "下列文件继续有效：\n3.《关于印发渔灯办法的通知》（澄政发〔2017〕5号）\n"
    )
    assert [(a.clause, a.operation.value, a.new) for a in record.amendments] == [
        ("1", "keep", "2027年6月30日"),
        ("2", "keep", "2027年6月30日"),
        ("3", "keep", None),
    ]


def test_a_title_that_says_revised_announces_no_change() -> None:
    record = read(
        "澄湖市人民政府关于印发渔船办法（修订版）的通知\n各县：\n现将《渔船办法（修订版）》印发给你们。\n"
    )
    assert "amendment.not-read" not in [finding.code for finding in record.findings]
