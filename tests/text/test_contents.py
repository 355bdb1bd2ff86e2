"""Tables of contents: their lines are no clauses."""

import pytest

from tests.reading import read

BODY = "第一章 总则\n第一条 甲。\n第二章 职责\n第二条 乙。\n第三章 附则\n第三条 丙。\n"
PATHS = ["1", "1/1", "2", "2/2", "3", "3/3"]

# what stands before the body
CONTENTS = [
    "目录\n第一章 总则\n第二章 职责\n第三章 附则\n",
    # blanks in the heading, dots and page numbers behind the entries
    "目　　录\n第一章 总则……1\n第二章 职责 ··· 3\n第三章 附则\t5\n",
]


@pytest.mark.parametrize("contents", CONTENTS)
def test_entries_are_no_clauses(contents: str) -> None:
    record = read("澄湖市某某管理办法\n" + contents + BODY)
    assert [clause.path for clause in record.clauses] == PATHS
    assert not [f for f in record.findings if f.code.startswith("clause.")]


def test_a_table_without_a_heading_is_one_where_all_its_lines_come_again() -> None:
    four = "第一章 总则\n第二章 职责\n第三章 监督\n第四章 附则\n"
    body = BODY.replace(
        "第三章 附则\n第三条 丙。", "第三章 监督\n第三条 丙。\n第四章 附则\n第四条 丁。"
    )
    record = read("澄湖市某某管理办法\n" + four + body)
    assert [clause.path for clause in record.clauses] == [*PATHS, "4", "4/4"]


def test_chapters_that_are_printed_once_are_clauses() -> None:
    record = read("澄湖市某某管理办法\n" + BODY)
    assert [clause.path for clause in record.clauses] == PATHS


def test_the_word_by_itself_takes_nothing_with_it() -> None:
    record = read("澄湖市某某管理办法\n目录\n" + BODY)
    assert [clause.path for clause in record.clauses] == PATHS
