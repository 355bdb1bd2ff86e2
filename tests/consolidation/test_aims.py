"""Which document a change is made to: by number, else by title and what a notice forwards."""

import pytest

from policygraph.consolidation.aims import aims_at
from policygraph.model.facts import Target
from tests.reading import read

NAMED = "云岭市公园管理办法"


@pytest.mark.parametrize(
    ("title", "aimed"),
    [
        (f"云岭市人民政府关于印发《{NAMED}》的通知", True),
        # as most notices are called
        (f"云岭市人民政府关于印发{NAMED}的通知", True),
        (f"云岭市人民政府办公室关于转发市园林局{NAMED}的通知", False),
        (f"云岭市人民政府关于印发{NAMED}实施细则的通知", False),
        (f"云岭市人民政府关于印发{NAMED}等两个文件的通知", False),
        (f"云岭市人民政府关于废止{NAMED}的通知", False),
    ],
)
def test_a_notice_that_forwards_a_document_is_meant_by_its_name(title, aimed):
    text = f"{title}\n云政发〔2024〕3号\n第一条 公园由市园林局管理。\n"
    assert aims_at(Target(NAMED, None, "1", "第一条"), read(text), text) is aimed
