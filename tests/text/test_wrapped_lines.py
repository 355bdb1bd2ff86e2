"""Lines of a page that a copy broke again: what their widths say of them."""

from policygraph.text.paragraphs import split_paragraphs

# six full lines of 30 characters, by which the width of the page is known
PAGE = "".join(
    f"第{number}条本办法所称集市是指在县城和乡镇由经营者开办摊位的场所和\n其周边的道路，以及停车的地方。\n"
    for number in "一二三四五六"
)


def paragraphs(text: str) -> list[str]:
    spans = split_paragraphs(PAGE + text)
    behind = [span for span in spans if span.start >= len(PAGE)]
    return [(PAGE + text)[slice(*span)].replace("\n", "") for span in behind]


def test_the_lines_of_the_page_are_full():
    assert {len(line) for line in PAGE.splitlines() if line.startswith("第")} == {30}


def test_the_pieces_of_one_line_go_on():
    """（一）…。…，…改: together as wide as the page."""
    pieces = "（一）\n完善市场功能。\n推动老旧集市提升水平，\n加快设施更新改\n造进度，分批实施。\n（二）其他\n"
    assert paragraphs(pieces) == [
        "（一）完善市场功能。推动老旧集市提升水平，加快设施更新改造进度，分批实施。",
        "（二）其他",
    ]


def test_a_full_line_without_a_pause_goes_on():
    line = "经营者应当在摊位的显著位置公示其名称和联系方式以及商品的来源地"[:30]
    assert paragraphs(f"第七条{line[:27]}\n来源和价格，接受监督。\n") == [
        f"第七条{line[:27]}来源和价格，接受监督。"
    ]


def test_a_heading_and_what_ends_a_document_stay_alone():
    """Their widths may add up to that of the page by chance."""
    closing = "二、工作要求\n落实属地责任，加强部门之间的配合，按期完成任务。\n澄湖县商务局\n2025年3月1日\n"
    assert paragraphs(closing) == [
        "二、工作要求",
        "落实属地责任，加强部门之间的配合，按期完成任务。",
        "澄湖县商务局",
        "2025年3月1日",
    ]


def test_a_line_that_ends_inside_a_sentence_is_followed_by_the_rest():
    """抄送：…院。 / 各会。 / 县办印发 is as wide as the page, and no line of it."""
    foot = "第七条经营者应当在摊位的显著位置公示名称和联系方式，接受监督。\n各协会，县工商联。\n澄湖县商务局办公室2025年3月1日印发\n附件1\n"
    assert paragraphs(foot)[-2:] == ["澄湖县商务局办公室2025年3月1日印发", "附件1"]


def test_a_text_that_is_not_broken_to_a_page_is_left_alone():
    text = "（一）\n完善市场功能。\n推动老旧集市提升水平，\n加快设施更新改\n造进度，分批实施。\n"
    assert [text[slice(*span)][-3:] for span in split_paragraphs(text)] == ["功能。", "实施。"]
