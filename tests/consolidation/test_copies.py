"""One document in several files changes another only once."""

import pytest

from tests.consolidation.carried import carried, decision, lines

BASE = "澄湖市节水办法\n\n第一条 甲。\n\n第二条 乙。\n"
ADDED = decision("澄湖市节水办法", "一、增加一条，作为第二条：“新。”")
MORE = decision("澄湖市节水办法", "一、删去第一条。")

# documents that change the base; the text afterwards
COPIES = [
    ([ADDED, ADDED], "第一条甲。|第二条新。|第二条乙。"),
    ([ADDED, ADDED.replace("\n\n", "\n")], "第一条甲。|第二条新。|第二条乙。"),
    ([ADDED, MORE], "第二条新。|第二条乙。"),
]


@pytest.mark.parametrize(("changes", "expected"), COPIES)
def test_a_document_changes_another_once(changes, expected):
    assert lines(carried(BASE, *changes).text).partition("|")[2] == expected


def test_what_changes_nothing_is_no_reason_to_read_again():
    other = decision("澄湖市供水办法", "一、删去第一条。")
    result = carried(BASE, other, other.replace("供水", "排水"))
    assert result.record is result.base
    assert result.changes == ()
