"""Several plans in one file: each is a part of its own."""

from tests.reading import read

NOTICE = (
    "各县区人民政府：\n《澄湖市清河行动方案》《澄湖市净土行动方案》已经市政府同意，现印发给你们，请认真贯彻执行。\n"
    "澄湖市人民政府办公室\n2023年5月6日\n"
)
FIRST = "澄湖市清河行动方案\n为清理河道，制定本方案。\n一、目标\n（一）甲。乙。\n二、措施\n"
SECOND = "澄湖市净土行动方案\n为整治土地，制定本方案。\n一、目标\n二、措施\n（一）丙。丁。\n"


def paths(text: str) -> dict[str, str | None]:
    """Give the paths of a text with their headings."""
    return {clause.path: clause.heading for clause in read(text).clauses}


def test_plans_that_a_notice_issues_are_parts_like_annexes() -> None:
    assert paths(NOTICE + FIRST + SECOND) == {
        "annex1": "澄湖市清河行动方案",
        "annex1/1": "目标",
        "annex1/1/1": "甲",
        "annex1/2": "措施",
        "annex2": "澄湖市净土行动方案",
        "annex2/1": "目标",
        "annex2/2": "措施",
        "annex2/2/1": "丙",
    }


def test_one_plan_is_the_main_body() -> None:
    assert list(paths(NOTICE + FIRST)) == ["1", "1/1", "2"]


def test_a_title_that_nothing_announced_stays_that_of_the_document() -> None:
    record = read(FIRST + SECOND)
    assert record.document.title == "澄湖市清河行动方案"
    assert [clause.path for clause in record.clauses][:4] == ["1", "1/1", "2", "annex1"]


def test_a_title_over_two_lines_is_one() -> None:
    found = paths(NOTICE + FIRST + SECOND.replace("净土行动", "净土\n行动"))
    assert found["annex2"] == "澄湖市净土行动方案"


def test_numbers_that_begin_anew_without_a_title_are_no_plans() -> None:
    assert "annex1" not in paths("澄湖市通知\n一、甲\n二、乙\n一、丙\n二、丁\n")
