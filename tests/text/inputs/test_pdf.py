"""PDFs: lines, paragraphs, running heads and ruled tables, from where words stand on the page."""

import pytest

from policygraph.text.inputs.pdf.document import pdf_text
from tests.text.inputs.drawn import HEIGHT, LEFT, RIGHT, SIZE, Placed, column, pdf

FULL = "推动中小企业高质量发展是各级政府共同承担的重要职责之一"  # 27 characters: a full line


def lines(
    *pages: list[Placed], tables: list[tuple[int, list[float], list[float]]] | None = None
) -> list[str]:
    return pdf_text(pdf(pages, tables or []), "file.pdf").text.splitlines()


def test_the_line_is_full():
    assert len(FULL) * SIZE == RIGHT - LEFT


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # first lines are indented: a line at the margin goes on with a full one
        (["　　" + FULL[:25], FULL, "职责。", "　　二、附则", "　　" + FULL[:25], "职责。"], ["　　" + FULL[:25] + FULL + "职责。", "　　二、附则", "　　" + FULL[:25] + "职责。"]),
        # also where a sentence ends with the line
        (["　　" + FULL[:24] + "。", FULL, "　　二、附则", "　　三、其他"], ["　　" + FULL[:24] + "。" + FULL, "　　二、附则", "　　三、其他"]),
        # a line that ends early is the last of its paragraph
        (["各县区人民政府：", "　　" + FULL[:25], "职责。", "　　二、附则"], ["各县区人民政府：", "　　" + FULL[:25] + "职责。", "　　二、附则"]),
        # a bracket or a word too wide for the room that is left begins the next line
        (["　　" + FULL[:22], "“专精特新”企业。", "　　二、附则", "　　三、其他"], ["　　" + FULL[:22] + "“专精特新”企业。", "　　二、附则", "　　三、其他"]),
        (["　　" + FULL[:20], "Internet平台", "　　二、附则", "　　" + FULL[:25]], ["　　" + FULL[:20] + "Internet平台", "　　二、附则", "　　" + FULL[:25]]),
        # what is centred or at the right is no paragraph
        (["　　　　　某市人民政府关于某事的", "　　　　　　　若干措施", FULL, "　　　　　　　　　　　某市人民政府", "　　　　　　　　　　2023年6月12日"], ["某市人民政府关于某事的", "若干措施", FULL, "某市人民政府", "2023年6月12日"]),
        # labels at the margin, all other lines indented
        (["1." + FULL[:26], "　　" + FULL[:25], "　　职责。", "2.附则"], ["1." + FULL[:26] + FULL[:25] + "职责。", "2.附则"]),
        # nothing is indented: labels and closed sentences tell
        ([FULL[:26] + "。", "一、" + FULL[:25], "职责。", FULL], [FULL[:26] + "。", "一、" + FULL[:25] + "职责。", FULL]),
        # an entry of a table of contents is full to its page number, and ends there
        (["目录", "一、总体要求" + "…" * 20 + "1", "　　（一）运行环境" + "…" * 17 + "2", "二、使用入门" + "…" * 20 + "3", "　　（一）阅读" + "." * 60 + " 12"], ["目录", "一、总体要求" + "…" * 20 + "1", "　　（一）运行环境" + "…" * 17 + "2", "二、使用入门" + "…" * 20 + "3", "　　（一）阅读" + "." * 60 + " 12"]),
        # a list of short lines has no full one
        (["某一有限公司", "某二有限公司", "某三有限公司"], ["某一有限公司", "某二有限公司", "某三有限公司"]),
    ],
)  # fmt: skip
def test_paragraphs(printed, expected):
    assert lines(column(*printed)) == expected


def test_a_wider_gap_begins_a_paragraph_where_nothing_is_indented():
    first = column(FULL, FULL, FULL)
    second = column(FULL, "职责。", top=80 + 3 * 28 + 14)
    assert lines(first + second) == [FULL * 3, FULL + "职责。"]


def test_a_paragraph_goes_on_over_the_page():
    pages = column("　　" + FULL[:25], FULL), column(FULL, "职责。", "　　二、附则")
    assert lines(*pages) == ["　　" + FULL[:25] + FULL * 2 + "职责。", "　　二、附则"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([(80, "到"), (100, "2025"), (136, "年底")], "到2025年底"),  # a quarter of a character
        (
            [(80, "云政办发〔2022〕18号"), (400, "签发人：某人")],
            "云政办发〔2022〕18号" + "　" * 8 + "签发人：某人",
        ),
        ([(80, "目"), (128, "录")], "目　　录"),
        ([(80, "责任单位: 市财政局")], "责任单位: 市财政局"),
        ([(80, "１　总则")], "１　总则"),
    ],
)
def test_blanks(words, expected):
    assert lines([(x, 100, text) for x, text in words]) == [expected]


def test_what_is_printed_twice_for_boldness_is_one():
    assert lines([(80, 100, "通知"), (80.3, 100, "通知")]) == ["通知"]


@pytest.mark.parametrize(
    "number",
    ["— {} —", "- {} -", "{}", "第 {} 页", "第{}页 共3页", "{}/3", "·{}·", "第{}页，共 3 页"],
)
def test_page_numbers_are_left_out(number):
    bodies = [["各县区：", f"　　{words}"] for words in ("一、总则", "二、附则", "三、其他")]
    pages = [
        [*column(*body, top=120), (280, HEIGHT - 50, number.format(n))]
        for n, body in enumerate(bodies, 1)
    ]
    assert lines(*pages) == [line for body in bodies for line in body]


def test_running_heads_are_left_out():
    pages = [
        [
            (200, 40, "某市人民政府公报"),
            *column("各县区：", f"　　{words}", top=120),
            (100, HEIGHT - 40, f"某市人民政府办公室 {page}"),
        ]
        for page, words in enumerate(("一、总则", "二、附则", "三、其他"), 1)
    ]
    assert lines(*pages) == [
        "各县区：",
        "　　一、总则",
        "各县区：",
        "　　二、附则",
        "各县区：",
        "　　三、其他",
    ]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("5/6/26, 3:52 PM　某市供水办法", "https://www.example.cn/a/2026-05/06/c_1.htm {}/{}"),
        ("2026/5/6 15:52 某市供水办法", "file:///D:/a/b.html {}/{}"),
        ("2026年5月6日 下午3:52", "https://example.cn {}/{}"),
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_what_a_browser_prints_around_a_page_is_left_out(head, foot, count):
    """The title alone would be taken for that of another document; the minute may change."""
    bodies = [["各县区：", f"　　{words}"] for words in ("一、总则", "二、附则", "三、其他")][
        :count
    ]
    pages = [
        [
            (24, 20, head.replace(":52", f":5{n}")),
            *column(*body, top=120),
            (24, HEIGHT - 20, foot.format(n, count)),
        ]
        for n, body in enumerate(bodies, 1)
    ]
    assert lines(*pages) == [line for body in bodies for line in body]


def test_a_line_of_the_text_may_begin_with_day_and_time():
    """Where text begins on a page, and not at the outermost edge, nothing is a browser's."""
    words = "2026年5月6日9:00在县政府召开会议。"
    assert lines(column(words, "各县区参加。", top=60))[0] == words


def test_a_head_keeps_its_year_while_the_page_goes_on():
    bodies = [["各县区：", f"　　{words}"] for words in ("一、总则", "二、附则", "三、其他")]
    pages = [
        [(100, 40, f"某市公报 2026年第5期 {n}"), *column(*body, top=120)]
        for n, body in enumerate(bodies, 7)
    ]
    assert lines(*pages) == [line for body in bodies for line in body]


def test_heads_of_annexes_and_items_are_no_running_heads():
    pages = [
        column(f"附件{page}", f"　　{words}、附则", top=50)
        for page, words in enumerate("一二三", 1)
    ]
    assert lines(*pages) == [
        "附件1",
        "　　一、附则",
        "附件2",
        "　　二、附则",
        "附件3",
        "　　三、附则",
    ]


def test_what_stands_only_once_at_an_edge_is_kept():
    first, last = (
        column("某政发〔2023〕1号", "　　一、总则", top=50),
        [(80, HEIGHT - 60, "某市人民政府办公室 2023年6月12日印发")],
    )
    assert lines(first, last) == [
        "某政发〔2023〕1号",
        "　　一、总则",
        "某市人民政府办公室 2023年6月12日印发",
    ]
    assert (
        lines([*first, (300, HEIGHT - 60, "2023210")])[-1] == "2023210"
    )  # a broken date is no page number


XS = [80.0, 120.0, 220.0, 320.0]


def test_a_table_is_rows_of_cells():
    words = [
        (80, 80, "　　一、总则"),
        (85, 120, "序号"), (125, 120, "任务"), (225, 120, "单位"),
        (85, 150, "1"), (125, 150, "建成企业梯"), (125, 168, "度培育库"), (225, 150, "市科技局"), (225, 168, "市财政局"),
        (85, 200, "2"), (225, 200, "市教育局"),
        (80, 260, "附件2"),
    ]  # fmt: skip
    ruled = [(0, XS, [100.0, 130.0, 180.0, 210.0])]
    # the first cell is broken because it is full; the second was broken on purpose
    assert lines(words, tables=ruled)[1:] == [
        "序号\t任务\t单位",
        "1\t建成企业梯度培育库\t市科技局 市财政局",
        "2\t\t市教育局",
        "附件2",
    ]


@pytest.mark.parametrize("turn", [90, -90])
def test_a_table_set_sideways_is_read(turn):
    words = [(85, 120, "序号"), (125, 120, "单位"), (85, 150, "1"), (125, 150, "市科技局")]
    ruled = [(0, [80.0, 120.0, 220.0], [100.0, 130.0, 160.0])]
    assert pdf_text(pdf([words], ruled, turn), "file.pdf").text.splitlines() == [
        "序号\t单位",
        "1\t市科技局",
    ]


def test_merged_cells_stand_where_they_begin():
    words = [(85, 120, "一"), (205, 120, "甲"), (205, 150, "乙"), (85, 180, "二"), (205, 180, "丙")]
    ruled = [
        (0, [80.0, 200.0, 320.0], [100.0, 160.0, 190.0]),
        (0, [200.0, 320.0], [100.0, 130.0, 160.0]),
    ]
    assert lines(words, tables=ruled) == ["一\t甲", "\t乙", "二\t丙"]


def test_a_table_goes_on_over_the_page_with_its_head_once():
    head = [(85, 120, "序号"), (125, 120, "任务"), (225, 120, "单位")]
    first = [
        *head,
        (85, 150, "1"),
        (125, 150, "建库"),
        (225, 150, "市科技局"),
        (280, HEIGHT - 40, "— 1 —"),
    ]
    second = [
        *head,
        (85, 150, "2"),
        (125, 150, "建平台"),
        (225, 150, "市财政局"),
        (280, HEIGHT - 40, "— 2 —"),
    ]
    ruled = [(page, XS, [100.0, 130.0, 160.0]) for page in (0, 1)]
    assert lines(first, second, tables=ruled) == [
        "序号\t任务\t单位",
        "1\t建库\t市科技局",
        "2\t建平台\t市财政局",
    ]


def test_rules_that_hold_no_columns_are_no_table():
    words = column("　　" + FULL[:25], "职责。", "　　二、附则")
    ruled = [(0, [LEFT - 5, RIGHT + 5], [50.0, 90.0, 200.0])]
    assert lines(words, tables=ruled) == ["　　" + FULL[:25] + "职责。", "　　二、附则"]


def test_a_foot_block_set_in_a_table_is_lines():
    words = [(85, 120, "某市政府办公室"), (325, 120, "2023年6月12日印发")]
    assert lines(words, tables=[(0, [80.0, 320.0, 520.0], [100.0, 130.0])]) == [
        "某市政府办公室　　2023年6月12日印发"
    ]
