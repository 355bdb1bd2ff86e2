"""Short names: 《条例》 and 条例第五条 mean the document that the text named in full."""

import pytest

from tests.reading import read

# printed text, rows of (clause, title, number, article)
ROWS = [
    # a name that bears its own number
    (
        "1.甲。根据《澄湖市渔港条例修正案（十一）》（以下简称《修正案（十一）》）办理。\n2.乙（《修正案（十一）》第三条）。",
        [
            ("1", "澄湖市渔港条例修正案（十一）", None, None),
            ("2", "澄湖市渔港条例修正案（十一）", None, 3),
        ],
    ),
    # with marks, and without them where an article follows
    (
        "1.甲。根据《澄湖市渔港条例》（以下简称《条例》）办理。\n2.乙。违反《条例》第三十七条规定的，按照条例第四十条处理。",
        [
            ("1", "澄湖市渔港条例", None, None),
            ("2", "澄湖市渔港条例", None, 37),
            ("2", "澄湖市渔港条例", None, 40),
        ],
    ),
    # the number belongs to the document, so it comes with the title; a note may stand between
    (
        "1.甲。按照《渔港管理办法》（青府发〔2021〕3号）（以下简称“办法”）执行。\n2.乙。对照办法第六条办理。",
        [
            ("1", "渔港管理办法", "青府发〔2021〕3号", None),
            ("2", "渔港管理办法", "青府发〔2021〕3号", 6),
        ],
    ),
    # two names for what was before and is now
    (
        "1.甲。《渔港条例（2024年修订）》（以下简称新条例）施行，修订前的《渔港条例》（以下简称旧条例）不再适用。\n"
        "2.乙。\n新条例第二十三条 / 旧条例第二十八条\n新条例第二十四条/旧条例第二十九条",
        [
            ("1", "渔港条例（2024年修订）", None, None),
            ("1", "渔港条例", None, None),
            ("2", "渔港条例（2024年修订）", None, 23),
            ("2", "渔港条例", None, 28),
            ("2", "渔港条例（2024年修订）", None, 24),
            ("2", "渔港条例", None, 29),
        ],
    ),
    # no bracket says so, but only one regulation is named
    (
        "1.甲。依据《云岭市茶园条例》第三条办理。\n2.乙。《条例》自公布之日起施行。",
        [("1", "云岭市茶园条例", None, 3), ("2", "云岭市茶园条例", None, None)],
    ),
    # two are named: nobody can tell which is meant
    (
        "1.甲。依据《云岭市茶园条例》《云岭市渔港条例》办理。\n2.乙。违反《条例》第三条的，从其规定。",
        [
            ("1", "云岭市茶园条例", None, None),
            ("1", "云岭市渔港条例", None, None),
            ("2", "条例", None, 3),
        ],
    ),
    # the document itself is not the one that it cites
    (
        "1.甲。根据《澄湖市渔港条例》（以下简称条例）办理。\n2.乙。违反本条例第三条、实施条例第五条的，从其规定。",
        [("1", "澄湖市渔港条例", None, None)],
    ),
    # what may stand before a name that is more than a kind
    (
        "1.甲。根据《中华人民共和国渔港管理法》（以下简称渔港管理法）办理。\n2.乙。属于渔港管理法第三条规定的情形，"
        "或者渔港管理法第五条规定的行为。",
        [
            ("1", "中华人民共和国渔港管理法", None, None),
            ("2", "中华人民共和国渔港管理法", None, 3),
            ("2", "中华人民共和国渔港管理法", None, 5),
        ],
    ),
    # a name given twice is no name
    (
        "1.甲。根据《甲市渔港条例》（以下简称《条例》）和《乙市茶园条例》（以下简称《条例》）办理。\n2.乙。违反《条例》第三条。",
        [("1", "甲市渔港条例", None, None), ("1", "乙市茶园条例", None, None), ("2", "条例", None, 3)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_a_short_name_is_led_back_to_its_title(text: str, rows: list[tuple[object, ...]]) -> None:
    found = [(c.clause, c.title, c.number, c.article) for c in read(text).citations]
    assert found == rows


def test_what_is_printed_stays_as_written() -> None:
    text = (
        "1.甲。根据《澄湖市渔港条例》（以下简称《条例》）办理。\n2.乙。违反《条例》第九条的，改正。"
    )
    assert read(text).citations[1].as_written == "《条例》第九条"
