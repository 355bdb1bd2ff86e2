"""Word documents: numbering, changes, notes, boxes and tables that python-docx does not read."""

import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from policygraph.text.inputs.counting import numeral
from policygraph.text.inputs.docx.document import docx_text
from tests.text.inputs.numbered import add_list, level, number
from tests.text.inputs.typed import blank, saved

SPACES = nsdecls("w") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:x-wps" xmlns:m="urn:x-math"'
)


def lines(document: Document) -> list[str]:
    return docx_text(saved(document), "file.docx").text.splitlines()


def body(*parts: str) -> list[str]:
    """Give the lines of a document whose body is these parts, each XML of a block."""
    document = blank()
    for part in parts:
        head, gap, rest = part.partition(">")
        closed = head.removesuffix("/")
        document.element.body.append(
            parse_xml(f"{closed} {SPACES}{'/' if closed != head else ''}{gap}{rest}")
        )
    return lines(document)


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def cell(words: str, more: str = "") -> str:
    paragraphs = "".join(f"<w:p>{run(one)}</w:p>" for one in words.split("|"))
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraphs}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (run("市财") + run("政局"), ["市财政局"]),
        (f"<w:ins>{run('新')}</w:ins>{run('文')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", ["新文"]),
        (f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", ["新"]),
        (f"<w:hyperlink>{run('链接')}</w:hyperlink><w:smartTag>{run('标')}</w:smartTag>", ["链接标"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", ["控件"]),
        (f"<w:fldSimple w:instr='DATE'>{run('2023年')}</w:fldSimple>", ["2023年"]),
        (run("甲") + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>' + run("乙"), ["甲乙"]),
        (run("甲") + f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>{run('乙')}", ["甲乙"]),
        (f'<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>{run("乙")}', ["显乙"]),
        (run("甲") + "<w:r><w:br/></w:r>" + run("乙"), ["甲", "乙"]),
        ('<w:r><w:br w:type="page"/></w:r>' + run("附件1"), ["附件1"]),
        (run("一、") + "<w:r><w:tab/></w:r>" + run("总则"), ["一、　总则"]),
        (run("甲") + "<w:r><w:tab/></w:r>" + run("乙") + "<w:r><w:tab/></w:r>" + run("丙"), ["甲\t乙\t丙"]),
        ("<w:r><w:tab/><w:tab/><w:tab/></w:r>" + run("某市人民政府"), ["某市人民政府"]),
        (run("A") + "<w:r><w:noBreakHyphen/></w:r>" + run("B") + "<w:r><w:softHyphen/></w:r>" + run("C"), ["A-BC"]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="2460"/><w:sym w:char="zz"/></w:r>' + run("项"), ["①项"]),
        ("<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>", ["拼"]),
        (run("　　一、总则"), ["　　一、总则"]),
        (run("   一、总则 "), ["一、总则"]),
        (run("甲\u200b乙\ufeff"), ["甲乙"]),
        (f'<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>{run("一、总则")}', ["　　一、总则"]),
        (f'<w:pPr><w:ind w:firstLine="640"/></w:pPr>{run("一、总则")}', ["　　一、总则"]),
        (f'<w:pPr><w:ind w:firstLine="40"/></w:pPr>{run("一、总则")}', ["一、总则"]),
        (f'<w:pPr><w:ind w:left="640" w:hanging="640"/></w:pPr>{run("一、总则")}', ["一、总则"]),
    ],
)  # fmt: skip
def test_paragraphs(inside, expected):
    assert body(f"<w:p>{inside}</w:p>") == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([f"<w:p>{run('甲')}</w:p>", "<w:p/>", f"<w:p>{run('乙')}</w:p>"], ["甲", "乙"]),
        # a deleted end of a paragraph joins it to the next
        ([f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('甲')}</w:p>", f"<w:p>{run('乙')}</w:p>"], ["甲乙"]),
        ([f"<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>{run('甲')}</w:p>", f"<w:p>{run('乙')}</w:p>"], ["甲", "乙"]),
        ([f"<w:sdt><w:sdtContent><w:p>{run('甲')}</w:p></w:sdtContent></w:sdt>"], ["甲"]),
        (
            [
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
                f"<w:sdtContent><w:p>{run('一、总则 1')}</w:p></w:sdtContent></w:sdt>",
                f"<w:p>{run('一、总则')}</w:p>",
            ],
            ["一、总则"],
        ),
        # a text box is written twice, for old and for new programs
        (
            [
                f"<w:p>{run('甲')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p>{run('框')}</w:p>"
                f"</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>{run('框')}</w:p>"
                f"</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('乙')}</w:p>"
            ],
            ["甲乙", "框"],
        ),
        ([f"<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p>{run('框')}</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>"], ["框"]),
    ],
)  # fmt: skip
def test_blocks(blocks, expected):
    assert body(*blocks) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([cell("甲") + cell("乙"), cell("丙") + cell("丁")], ["甲\t乙", "丙\t丁"]),
        ([cell("合计", '<w:gridSpan w:val="2"/>') + cell("9"), cell("甲") + cell("乙") + cell("1")], ["合计\t\t9", "甲\t乙\t1"]),
        ([cell("一", '<w:vMerge w:val="restart"/>') + cell("甲"), cell("", "<w:vMerge/>") + cell("乙"), cell("二") + cell("丙")], ["一\t甲", "\t乙", "二\t丙"]),
        # who does it is said of each numbered row
        ([cell("序号") + cell("任务") + cell("责任单位"), cell("1") + cell("甲") + cell("市科技局", '<w:vMerge w:val="restart"/>'), cell("2") + cell("乙") + cell("", "<w:vMerge/>")], ["序号\t任务\t责任单位", "1\t甲\t市科技局", "2\t乙\t市科技局"]),
        (['<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("甲") + cell("乙"), cell("1") + cell("丙") + cell("丁")], ["\t甲\t乙", "1\t丙\t丁"]),
        ([cell("市科技局|市财政局") + cell("甲 乙"), cell("丙") + cell("丁")], ["市科技局 市财政局\t甲 乙", "丙\t丁"]),
        ([cell("甲") + cell("乙"), "<w:trPr><w:del/></w:trPr>" + cell("旧") + cell("旧"), cell("丙") + cell("丁")], ["甲\t乙", "丙\t丁"]),
        ([f"<w:sdt><w:sdtContent>{cell('甲')}</w:sdtContent></w:sdt>" + cell("乙"), cell("丙") + cell("丁")], ["甲\t乙", "丙\t丁"]),
        ([cell("甲", '<w:gridSpan w:val="99999999"/>') + cell("乙"), cell("丙") + cell("丁")], ["甲" + "\t" * 64 + "乙", "丙\t丁"]),
        # tables that only place things
        ([cell("一、总则|二、附则")], ["一、总则", "二、附则"]),
        ([cell("抄送：市委办公室。", '<w:gridSpan w:val="2"/>'), cell("某市政府办公室") + cell("2023年6月12日印发")], ["抄送：市委办公室。", "某市政府办公室　　2023年6月12日印发"]),
        ([cell("某政发〔2023〕1号") + cell("签发人：某人")], ["某政发〔2023〕1号", "签发人：某人"]),
    ],
)  # fmt: skip
def test_tables(rows, expected):
    assert body(table(*rows)) == expected


def test_edges_that_nearly_meet_are_no_column_of_their_own():
    """The second row begins and ends its first cell a little further to the right."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (90, 1900, 100, 2000))
    wide = '<w:gridSpan w:val="2"/>'
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    rows = [cell("甲", wide) + cell("乙", wide), before + cell("丙", wide) + cell("丁")]
    made = table(*rows).replace("<w:tbl>", f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>")
    assert body(made) == ["甲\t乙", "丙\t丁"]
    # where a cell stands in it alone, a narrow column is one
    own = table(rows[0], cell("一") + cell("丙", wide) + cell("丁"))
    made = own.replace("<w:tbl>", f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>")
    assert body(made) == ["甲\t\t乙", "一\t丙\t丁"]


def test_serial_numbers_in_a_table_may_be_automatic():
    document = blank()
    add_list(document, 90, [level("decimal", "%1")])
    made = document.add_table(3, 2)
    for row, unit in zip(made.rows, ("市科技局", "市财政局", "市教育局"), strict=True):
        number(row.cells[0].paragraphs[0], 90, 0)
        row.cells[0].paragraphs[0].add_run("项")
        row.cells[1].text = unit
    assert lines(document) == ["1项\t市科技局", "2项\t市财政局", "3项\t市教育局"]


def numbered(levels: list[str], places: list[int]) -> list[str]:
    """Give the labels of paragraphs at these levels of one list."""
    document = blank()
    add_list(document, 90, levels)
    for place in places:
        number(document.add_paragraph("文"), 90, place)
    return [line.removesuffix("文") for line in lines(document)]


_CHAPTERS = [
    level("chineseCounting", "第%1章"),
    level("chineseCounting", "（%2）"),
    level("decimal", "%3."),
]
_DECIMAL = [level("decimal", "%1"), level("decimal", "%1.%2"), level("decimal", "%1.%2.%3")]


@pytest.mark.parametrize(
    ("levels", "places", "expected"),
    [
        (_CHAPTERS, [0, 1, 1, 2, 2, 1, 2, 0, 1, 2], "第一章 （一） （二） 1. 2. （三） 1. 第二章 （一） 1."),
        (_DECIMAL, [0, 1, 1, 2, 2, 0, 1, 2, 2], "1 1.1 1.2 1.2.1 1.2.2 2 2.1 2.1.1 2.1.2"),
        # a level may be passed over: the outer one counts as begun
        (_DECIMAL, [1, 1, 2, 0, 2], "1.1 1.2 1.2.1 1 1.1.1"),
        # numbers that run on through the chapters
        ([_CHAPTERS[0], level("decimal", "%2.", '<w:lvlRestart w:val="0"/>')], [0, 1, 1, 0, 1, 1], "第一章 1. 2. 第二章 3. 4."),
        # the third level begins anew with the first, not with the second
        ([*_CHAPTERS[:2], level("decimal", "%3.", '<w:lvlRestart w:val="1"/>')], [0, 1, 2, 2, 1, 2, 0, 1, 2], "第一章 （一） 1. 2. （二） 3. 第二章 （一） 1."),
        ([level("chineseCounting", "%1、"), level("decimal", "%1.%2", "<w:isLgl/>")], [0, 1, 0, 1], "一、 1.1 二、 2.1"),
        ([level("chineseCountingThousand", "第%1条").replace('start w:val="1"', 'start w:val="99"')], [0, 0, 0], "第九十九条 第一百条 第一百零一条"),
        ([level("decimalEnclosedCircle", "%1")], [0, 0, 0], "① ② ③"),
        ([level("bullet", "\uf06c")], [0, 0], " "),
        ([level("none", "")], [0, 0], " "),
        ([level("decimal", "%1.").replace("<w:suff w:val=\"nothing\"/>", "")], [0], "1. "),  # a tab follows
        ([level("decimal", "%1、").replace("<w:suff w:val=\"nothing\"/>", "")], [0], "1、"),
    ],
)  # fmt: skip
def test_labels(levels, places, expected):
    assert " ".join(numbered(levels, places)) == expected


def test_lists_of_one_kind_count_on_unless_one_starts_anew():
    document = blank()
    add_list(document, 90, [level("decimal", "%1.")])
    root = document.part.numbering_part.element
    for key, change in (
        (91, ""),
        (92, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ):
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="90"/>{change}</w:num>'
            )
        )
    for key in (90, 90, 91, 92, 92, 90):
        number(document.add_paragraph("文"), key, 0)
    assert lines(document) == ["1.文", "2.文", "3.文", "1.文", "2.文", "3.文"]


def test_a_style_may_number_and_indent_its_paragraphs():
    document = blank()
    style = document.styles["Heading 2"]
    add_list(
        document,
        90,
        [
            level("chineseCounting", "%1、"),
            level("chineseCounting", "（%2）", f'<w:pStyle w:val="{style.style_id}"/>'),
        ],
    )
    style.element.get_or_add_pPr().insert(
        0, parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>')
    )
    style.paragraph_format.first_line_indent = Pt(32)
    document.add_paragraph("甲", style=style)
    document.add_paragraph("乙", style=style)
    out = document.add_paragraph("丙", style=style)
    number(out, 0, 0)  # list 0 takes it out
    out.paragraph_format.first_line_indent = Pt(0)
    assert lines(document) == ["　　（一）甲", "　　（二）乙", "丙"]


@pytest.mark.parametrize("broken", ['w:val="77"', 'w:val="x"', ""])
def test_a_list_that_is_not_there_gives_no_label(broken):
    assert body(f"<w:p><w:pPr><w:numPr><w:numId {broken}/></w:numPr></w:pPr>{run('文')}</w:p>") == [
        "文"
    ]


def test_styles_based_on_each_other_end():
    document = blank()
    first, second = document.styles["Heading 1"], document.styles["Heading 2"]
    first.base_style, second.base_style = second, first
    document.add_paragraph("文", style=first)
    assert lines(document) == ["文"]


@pytest.mark.parametrize("name", ["toc 1", "WPSOffice手动目录 1"])
def test_a_table_of_contents_is_left_out(name):
    document = blank()
    document.styles.add_style(name, 1)
    document.add_paragraph("一、总则\t1", style=name)
    document.add_paragraph("一、总则")
    assert lines(document) == ["一、总则"]


def test_notes_stand_at_the_end():
    document = blank()
    for kind, relation in (
        ("footnote", RELATIONSHIP_TYPE.FOOTNOTES),
        ("endnote", RELATIONSHIP_TYPE.ENDNOTES),
    ):
        notes = f'<w:{kind} w:id="5"><w:p>{run(" 见" + kind)}</w:p></w:{kind}>'
        blob = f"<w:{kind}s {nsdecls('w')}>{notes}</w:{kind}s>".encode()
        name = PackURI(f"/word/{kind}s.xml")
        media = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
        document.part.relate_to(Part(name, media, blob, document.part.package), relation)
    for kind in ("endnote", "footnote"):
        mark = f'<w:r {nsdecls("w")}><w:{kind}Reference w:id="5"/></w:r>'
        document.add_paragraph("正文")._p.append(parse_xml(mark))
    assert lines(document) == ["正文", "正文", "注1：见endnote", "注2：见footnote"]


def test_headers_and_footers_are_left_out_but_for_what_is_of_the_document():
    document = blank()
    section = document.sections[0]
    section.header.paragraphs[0].text = "某市人民政府公报"
    section.header.add_paragraph("某政发〔2023〕1号")
    section.header.add_paragraph("某政发〔2023〕2号")
    section.footer.add_paragraph("抄送：市委办公室。")
    document.add_paragraph("某政发〔2023〕2号")
    assert lines(document) == ["某政发〔2023〕1号", "某政发〔2023〕2号", "抄送：市委办公室。"]


@pytest.mark.parametrize(
    ("style", "numbers", "expected"),
    [
        ("chineseCounting", (1, 10, 11, 20, 99, 100, 110), "一 十 十一 二十 九十九 一〇〇 一一〇"),
        ("chineseCountingThousand", (10, 12, 101, 110, 111, 1001, 1010), "十 十二 一百零一 一百一十 一百一十一 一千零一 一千零一十"),
        ("chineseLegalSimplified", (1, 10, 21, 105), "壹 壹拾 贰拾壹 壹佰零伍"),
        ("ideographDigital", (0, 9, 10, 105), "〇 九 一〇 一〇五"),
        ("ideographTraditional", (1, 10, 11), "甲 癸 11"),
        ("ideographZodiac", (1, 12, 13), "子 亥 13"),
        ("decimalEnclosedCircle", (1, 20, 21, 36, 50, 51), "① ⑳ ㉑ ㊱ ㊿ 51"),
        ("decimalEnclosedParen", (1, 20, 21), "⑴ ⒇ 21"),
        ("decimalFullWidth", (1, 10), "１ １０"),
        ("decimalZero", (1, 10), "01 10"),
        ("lowerRoman", (4, 9, 14, 40, 90, 400), "iv ix xiv xl xc cd"),
        ("upperLetter", (1, 26, 27, 28), "A Z AA BB"),
        ("ordinal", (1, 2, 3, 4, 11, 21, 112), "1st 2nd 3rd 4th 11th 21st 112th"),
        ("noSuchFormat", (1, 2), "1 2"),
        ("chineseCounting", (0, -3, 12345), "0 -3 12345"),
    ],
)  # fmt: skip
def test_numerals(style, numbers, expected):
    assert " ".join(numeral(one, style) for one in numbers) == expected
