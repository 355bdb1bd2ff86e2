"""A quotation of blanks alone is no wording, and nothing is raised: copies lose what stood in it."""

import pytest

from tests.reading import read

HEAD = "澄湖市人民政府关于修改《澄湖市渔港办法》的决定\n"
BLANK = ("“\n”", "“ \n ”", "“ ”", "“\u3000\n\u3000”", "“\n“\n”")
SENTENCES = (
    "一、将第三条修改为：{}。\n",
    "一、增加一条，作为第五条：{}。\n",
    "一、增加两条，作为第五条、第六条：{}。\n",
    "一、删去第三条中的{}。\n",
    "一、第三条第二款修改为：{0}{0}。\n",
    "一、在第三条{0}后增加{0}。\n",
    "一、在第三条{}后增加“甲”。\n",
    "一、增加一章，作为第三章：{}\n",
    "一、责任单位中增加{}。\n",
    "一、将第三条中的{}修改为“甲”。\n",
)


@pytest.mark.parametrize("blank", BLANK)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_blank_quotations(sentence: str, blank: str) -> None:
    text = HEAD + sentence.format(blank) + "二、删去第八条。\n"
    record = read(text)
    assert [row.target.locator for row in record.amendments][-1] == "8"
    for row in record.amendments:
        spans = [row.old_span, row.new_span, row.beside and row.beside.span, *row.spans]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans if span)
