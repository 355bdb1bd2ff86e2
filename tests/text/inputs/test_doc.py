"""Word 97 to 2003: each structure of the binary format that tells what is printed."""

import io
import random
import struct
from pathlib import Path

import olefile
import pytest

from policygraph.errors import SourceError
from policygraph.model.codes import CODES
from policygraph.model.source import Notice
from policygraph.text.inputs.doc import story as story_module
from policygraph.text.inputs.doc.document import doc_text
from policygraph.text.inputs.doc.fib import Part, Story
from policygraph.text.inputs.docx.document import docx_text
from tests.text.inputs.binary import clx, compound, doc, plc, sprm
from tests.text.inputs.parts import parts_docx

_WRITTEN = Path(__file__).with_name("data")
DELETED, HIDDEN, SYMBOL = sprm(0x0800, 1), sprm(0x083C, 1), sprm(0x6A09, 0, 0, 0x60, 0x24)
IN_TABLE = sprm(0x2416, 1)
TEXT = 1024  # where the text begins
ONE_BYTE = 1 << 30


def lines(data: bytes) -> list[str]:
    return doc_text(data, "file.doc").text.splitlines()


def code(data: bytes) -> str | None:
    with pytest.raises(SourceError) as caught:
        doc_text(data, "file.doc")
    assert str(caught.value).startswith("file.doc")
    return caught.value.code


@pytest.mark.parametrize(
    ("text", "runs", "expected"),
    [
        ("甲乙\r丙\r", [], ["甲乙", "丙"]),
        ("甲乙", [], ["甲乙"]),  # the end of the paragraph is missing
        ("新旧文\r", [(1, 2, DELETED)], ["新文"]),
        ("甲\r乙\r", [(1, 2, DELETED)], ["甲乙"]),  # a deleted end joins two paragraphs
        ("甲藏乙\r", [(1, 2, HIDDEN)], ["甲乙"]),
        ("甲显乙\r", [(1, 2, sprm(0x083C, 0))], ["甲显乙"]),
        ("甲显乙\r", [(1, 2, sprm(0x083C, 0x80))], ["甲显乙"]),  # as the style says
        ("(项)\r", [(0, 1, SYMBOL)], ["①项)"]),
        ("(项)\r", [(0, 1, sprm(0x6A09, 0, 0, 0xFE, 0xF0))], ["项)"]),
        ("甲\x0b乙\r", [], ["甲", "乙"]),
        ("\x0c附件1\r", [], ["附件1"]),
        ("一、\t总则\r", [], ["一、　总则"]),
        ("甲\t乙\t丙\r", [], ["甲\t乙\t丙"]),
        ("A\x1eB\x1fC\r", [], ["A-BC"]),
        ("甲\x05乙\x02丙\r", [], ["甲乙丙"]),
        ("甲𠮷乙\r", [], ["甲𠮷乙"]),
        ("甲\x13 HYPERLINK x \x14链接\x15乙\r", [], ["甲链接乙"]),
        ("甲\x13 TC 乙 \x15丙\r", [], ["甲丙"]),
        ("甲\x13 IF \x13 PAGE \x141\x15=1 \x14乙\x15丙\r", [], ["甲乙丙"]),
        ("甲\x13 REF \x14乙\r丙\x15丁\r", [], ["甲乙", "丙丁"]),
        ("甲\x13乙\r丙\r", [], ["甲乙", "丙"]),  # a field without its end is none
        ("甲\x15乙\x14丙\r", [], ["甲乙丙"]),
        (r"甲{} EQ \* jc2 \* hps10 \o\ad(\s\up 9(pin),拼){}乙".format("\x13", "\x15") + "\r", [], ["甲拼乙"]),
        (r"甲{} EQ \o\ac(○,1){}乙".format("\x13", "\x15") + "\r", [], ["甲乙"]),
    ],
)  # fmt: skip
def test_characters(text, runs, expected):
    assert lines(doc(text, runs=runs)) == expected


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (sprm(0x8460, 0x80, 2), "　　甲"),  # 640 twentieths of a point
        (sprm(0x8411, 0x80, 2), "　　甲"),
        (sprm(0x8460, 40, 0), "甲"),
        (sprm(0x8460, 0x80, 0xFD), "甲"),  # it hangs
        (sprm(0x4457, 200, 0), "　　甲"),  # two characters
        (sprm(0x8460, 0x80, 2) + sprm(0x8460, 0, 0), "甲"),  # the last counts
        (sprm(0xC615, 255, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0) + sprm(0x4457, 200, 0), "　　甲"),
        (sprm(0x8460, 0x80), "甲"),  # cut off
    ],
)
def test_indents(own, expected):
    assert lines(doc("甲\r乙\r", {0: own})) == [expected, "乙"]


def test_pieces_stand_anywhere_in_the_file_and_may_be_of_one_byte():
    whole = "\u201cAB\u201d\r".encode("cp1252")  # the last of them at the front of the text
    text = whole.ljust(6, b"\0").decode("utf-16-le") + "甲乙丙\r"
    pieces = [(3, TEXT + 6, 0), (5, ONE_BYTE | TEXT * 2, 0)]
    data = doc(text, parts={Part.PIECES: clx(pieces)}, stories={})
    assert lines(resized(data, 8)) == ["甲乙丙“AB”"]


def resized(data: bytes, count: int) -> bytes:
    """Write how many characters the main text has."""
    at = 512 + 76  # the main stream is the first of the file
    return data[:at] + struct.pack("<I", count) + data[at + 4 :]


@pytest.mark.parametrize(
    ("own", "groups"),
    [(0x41 << 1 | 1 << 8, []), (0x5C << 1 | 1 << 8, []), (0 << 1 | 1, [DELETED])],
)
def test_a_piece_may_have_properties(own, groups):
    table = clx([(1, TEXT, 0), (1, TEXT + 2, own), (2, TEXT + 4, 0)], groups)
    assert lines(doc("甲旧乙\r", parts={Part.PIECES: table})) == ["甲乙"]


def row(*edges: int, flags: tuple[int, ...] = (), more: bytes = b"") -> bytes:
    """Write the mark behind a row: its edges, and the flags of its cells."""
    cells = b"".join(struct.pack("<H18x", flag) for flag in flags)
    content = struct.pack(f"<B{len(edges)}h", len(edges) - 1, *edges) + cells
    return (
        IN_TABLE + sprm(0x2417, 1) + sprm(0xD608) + struct.pack("<H", len(content) + 1) + content
        + more
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows", "expected"),
    [
        ("甲\x07乙\x07\x07丙\x07丁\x07\x07", {2: row(0, 900, 1800), 5: row(0, 900, 1800)}, ["甲\t乙", "丙\t丁"]),
        # several paragraphs in a cell
        ("市科技局\r市财政局\x07甲 乙\x07\x07丙\x07丁\x07\x07", {3: row(0, 900, 1800), 6: row(0, 900, 1800)}, ["市科技局 市财政局\t甲 乙", "丙\t丁"]),
        # a cell over two columns
        ("合计\x079\x07\x07甲\x07乙\x071\x07\x07", {2: row(0, 1800, 2700), 6: row(0, 900, 1800, 2700)}, ["合计\t\t9", "甲\t乙\t1"]),
        # edges that nearly meet are one
        ("甲\x07乙\x07\x07丙\x07丁\x07\x07", {2: row(0, 900, 1800), 5: row(10, 960, 1795)}, ["甲\t乙", "丙\t丁"]),
        # a row that begins further to the right
        ("甲\x07乙\x07\x071\x07丙\x07丁\x07\x07", {2: row(900, 1800, 2700), 6: row(0, 900, 1800, 2700)}, ["\t甲\t乙", "1\t丙\t丁"]),
        # merged downwards, in the definition or after it
        ("一\x07甲\x07\x07\x07乙\x07\x07二\x07丙\x07\x07", {2: row(0, 900, 1800, flags=(0x60, 0)), 5: row(0, 900, 1800, flags=(0x20, 0)), 8: row(0, 900, 1800)}, ["一\t甲", "\t乙", "二\t丙"]),
        ("一\x07甲\x07\x07旧\x07乙\x07\x07二\x07丙\x07\x07", {2: row(0, 900, 1800, more=sprm(0xD62B, 2, 0, 3)), 5: row(0, 900, 1800, more=sprm(0xD62B, 2, 0, 1)), 8: row(0, 900, 1800)}, ["一\t甲", "\t乙", "二\t丙"]),
        # merged with the cell before
        ("甲\x07\x07乙\x07\x07丙\x07丁\x07戊\x07\x07", {3: row(0, 900, 1800, 2700, flags=(2, 1, 0)), 7: row(0, 900, 1800, 2700)}, ["甲\t\t乙", "丙\t丁\t戊"]),
        ("甲\x07旧\x07乙\x07\x07丙\x07丁\x07戊\x07\x07", {3: row(0, 900, 1800, 2700, more=sprm(0x5624, 0, 2)), 7: row(0, 900, 1800, 2700)}, ["甲\t\t乙", "丙\t丁\t戊"]),
        # a cell that was put in
        ("甲\x07乙\x07丙\x07\x07丁\x07戊\x07己\x07\x07", {3: row(0, 900, 1800, more=sprm(0x7621, 1, 1, 0x84, 3)), 7: row(0, 900, 1800, 2700)}, ["甲\t乙\t丙", "丁\t戊\t己"]),
        # tables that only place things
        ("抄送：市委办公室。\x07\x07某市政府办公室\x072023年6月12日印发\x07\x07", {1: row(0, 1800), 4: row(0, 900, 1800)}, ["抄送：市委办公室。", "某市政府办公室　　2023年6月12日印发"]),
        # without definitions, or without the end of a row
        ("甲\x07乙\x07\x07丙\x07丁\x07\x07", {2: IN_TABLE + sprm(0x2417, 1), 5: IN_TABLE + sprm(0x2417, 1)}, ["甲\t乙", "丙\t丁"]),
        ("甲\x07乙\x07\x07丙\x07丁\x07", {2: row(0, 900, 1800)}, ["甲\t乙", "丙\t丁"]),
    ],
)  # fmt: skip
def test_tables(text, rows, expected):
    count = text.count("\x07") + text.count("\r")
    assert lines(doc(text, {n: rows.get(n, IN_TABLE) for n in range(count)})) == expected


def test_a_row_may_be_deleted():
    text = "甲\x07乙\x07\x07旧\x07旧\x07\x07丙\x07丁\x07\x07"
    marks = {n: row(0, 900, 1800) if n % 3 == 2 else IN_TABLE for n in range(9)}
    assert lines(doc(text, marks, [(9, 10, DELETED)])) == ["甲\t乙", "丙\t丁"]


def test_a_table_may_stand_in_a_cell():
    inner, ends = IN_TABLE + sprm(0x6649, 2, 0, 0, 0), sprm(0x244B, 1)
    marks = {0: inner + ends, 1: inner + ends, 2: inner + sprm(0x244C, 1), 3: IN_TABLE, 4: IN_TABLE,
             5: row(0, 900, 1800), 6: IN_TABLE, 7: IN_TABLE, 8: row(0, 900, 1800)}  # fmt: skip
    text = "子\r丑\r\r后\x07乙\x07\x07丙\x07丁\x07\x07"
    assert lines(doc(text, marks)) == ["子 丑 后\t乙", "丙\t丁"]


def with_data(data: bytes, content: bytes) -> bytes:
    """Put a stream of data into a file that has none."""
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        streams = {name: file.openstream(name).read() for name in ("WordDocument", "1Table")}
    return compound({**streams, "Data": content})


def test_the_definition_of_a_wide_row_lies_in_the_stream_of_data():
    own = row(0, 900, 1800)
    data = doc("甲\x07乙\x07\x07丙\x07丁\x07\x07", {
        0: IN_TABLE, 1: IN_TABLE, 2: IN_TABLE + sprm(0x2417, 1, *sprm(0x6646, 4, 0, 0, 0)), 3: IN_TABLE, 4: IN_TABLE, 5: own,
    })  # fmt: skip
    rest = own.removeprefix(IN_TABLE + sprm(0x2417, 1))
    away = bytes(4) + struct.pack("<H", len(rest)) + rest
    assert lines(with_data(data, away)) == ["甲\t乙", "丙\t丁"]
    assert lines(data)  # and where that is missing, the words stay


def style(name: str, known: int = 0xFFE, base: int = 0xFFF, own: bytes = b"") -> bytes:
    """Write a paragraph style."""
    head = struct.pack("<HHHHH", known, base << 4 | 1, 1, 0, 0)
    title = struct.pack("<H", len(name)) + name.encode("utf-16-le") + bytes(2)
    papx = struct.pack("<HH", len(own) + 2, 0) + own
    return head + title + papx + bytes(len(papx) % 2)


def style_sheet(*styles: bytes) -> bytes:
    info = struct.pack("<HH14x", len(styles), 10)
    written = b"".join(struct.pack("<H", len(one)) + one for one in styles)
    return struct.pack("<H", len(info)) + info + written


def level(form: int, text: str, start: int = 1, flags: int = 0, lim: int = 0) -> bytes:
    """Write a level of a list that is followed by nothing; 1 to 9 stand for numbers of levels."""
    places = [at + 1 for at, sign in enumerate(text) if sign in "123456789"]
    signs = "".join(chr(int(sign) - 1) if sign in "123456789" else sign for sign in text)
    head = struct.pack("<iBB", start, form, flags) + bytes(places).ljust(9, b"\0") + b"\2"
    head += bytes(10) + bytes([lim, 0])
    return head + struct.pack("<H", len(signs)) + signs.encode("utf-16-le")


def lists(*levels: bytes, changes: bytes = b"", linked: tuple[int, ...] = ()) -> dict[Part, bytes]:
    """Write one list, with two overrides; ``changes`` are those of the second."""
    simple = len(levels) == 1
    every = [*levels, *([] if simple else [level(255, "")] * (9 - len(levels)))]
    styles = [*linked, *[0xFFF] * (9 - len(linked))]
    head = struct.pack("<Hii9HBB", 1, 77, 0, *styles, int(simple), 0)
    overrides = struct.pack("<I", 2) + struct.pack("<iIIBBBB", 77, 0, 0, 0, 0, 0, 0)
    overrides += struct.pack("<iIIBBBB", 77, 0, 0, int(bool(changes)), 0, 0, 0)
    overrides += bytes(4) + bytes(4) + changes
    # the levels follow behind the table of lists, within no table
    return {Part.LISTS: head + b"".join(every), Part.LIST_OVERRIDES: overrides}


def item(list_id: int, at: int = 0) -> bytes:
    return sprm(0x460B, list_id & 0xFF, list_id >> 8 & 0xFF) + sprm(0x260A, at)


_CHAPTERS = (level(37, "第1章"), level(37, "（2）"), level(0, "3."))


@pytest.mark.parametrize(
    ("parts", "items", "expected"),
    [
        (lists(*_CHAPTERS), [item(1, n) for n in (0, 1, 1, 2, 2, 1, 0, 1)], "第一章 （一） （二） 1. 2. （三） 第二章 （一）"),
        (lists(level(39, "第1条", start=99)), [item(1)] * 3, "第九十九条 第一百条 第一百零一条"),
        (lists(level(38, "1、")), [item(1)] * 2, "壹、 贰、"),
        (lists(level(18, "1")), [item(1)] * 3, "① ② ③"),
        (lists(level(23, "\uf06c")), [item(1)] * 2, " "),
        (lists(level(37, "1、"), level(0, "1.2", flags=4)), [item(1, n) for n in (0, 1, 0, 1)], "一、 1.1 二、 2.1"),
        # numbers that run on through the chapters
        (lists(level(37, "第1章"), level(0, "2.", flags=8)), [item(1, n) for n in (0, 1, 1, 0, 1)], "第一章 1. 2. 第二章 3."),
        # a second override counts on, or starts anew
        (lists(level(0, "1.")), [item(n) for n in (1, 1, 2, 1)], "1. 2. 3. 4."),
        (lists(level(0, "1."), changes=struct.pack("<iI", 5, 0x10)), [item(n) for n in (1, 1, 2, 2)], "1. 2. 5. 6."),
        (lists(level(0, "1."), changes=struct.pack("<iI", 0, 0x30) + level(37, "1、", start=3)), [item(n) for n in (1, 2, 2)], "1. 三、 四、"),
        # out of the list; below zero only the indent is its own
        (lists(level(0, "1.")), [item(1), item(0), item(0xF801), item(1)], "1.   2."),
        (lists(level(0, "1.")), [item(1), item(0x10000 - 1)], "1. 2."),
        # a style that is applied later takes the list away
        (lists(level(0, "1.")), [item(1), item(1) + sprm(0x4600, 0, 0), sprm(0x4600, 0, 0) + item(1)], "1.  2."),
        (lists(level(0, "1.")), [item(9)], ""),  # a list that is not there
        (lists(level(0, "11.")), [item(1)], "11."),
    ],
)  # fmt: skip
def test_labels(parts, items, expected):
    data = doc("文\r" * len(items), dict(enumerate(items)), parts=parts)
    assert " ".join(line.removesuffix("文") for line in lines(data)) == expected


def test_a_style_may_number_and_indent_its_paragraphs():
    styles = style_sheet(
        style("正文", 0),
        style("标题 2", 2, 0, item(1, 1) + sprm(0x4457, 200, 0)),
        style("丙", base=1),
    )
    parts = {**lists(level(37, "1、"), level(37, "（2）")), Part.STYLES: styles}
    marks = {0: sprm(0x4600, 1, 0), 1: sprm(0x4600, 2, 0), 2: sprm(0x4600, 2, 0) + item(0)}
    data = doc("甲\r乙\r丙\r丁\r", marks, parts=parts)
    assert lines(data) == ["　　（一）甲", "　　（二）乙", "　　丙", "丁"]


@pytest.mark.parametrize(("name", "known"), [("目录 1", 19), ("WPSOffice手动目录 1", 0xFFE)])
def test_a_table_of_contents_is_left_out_whatever_the_style_is_called(name, known):
    parts = {Part.STYLES: style_sheet(style("正文", 0), style(name, known, 0))}
    assert lines(doc("一、总则\t1\r一、总则\r", {0: sprm(0x4600, 1, 0)}, parts=parts)) == [
        "一、总则"
    ]


def test_styles_based_on_each_other_end():
    parts = {Part.STYLES: style_sheet(style("甲", base=1), style("乙", base=0))}
    assert lines(doc("文\r", {0: sprm(0x4600, 1, 0)}, parts=parts)) == ["文"]


def test_notes_stand_at_the_end():
    parts = {
        Part.FOOTNOTE_MARKS: plc([4, 6], [b"\1\0"]),
        Part.FOOTNOTES: plc([0, 5, 6]),
        Part.ENDNOTE_MARKS: plc([1, 6], [b"\0\0"]),
        Part.ENDNOTES: plc([0, 4, 5]),
    }
    stories = {Story.FOOTNOTES: "\x02 见乙\r\r", Story.ENDNOTES: "*见甲\r\r"}
    found = lines(doc("甲*\r乙\x02\r", parts=parts, stories=stories))
    assert found == ["甲*", "乙", "注1：*见甲", "注2：见乙"]


def test_headers_and_footers_are_left_out_but_for_what_is_of_the_document():
    texts = ["", "某市人民政府公报\r某政发〔2023〕1号\r\r", "", "抄送：市委办公室。\r\r", "", ""]
    edges = [0, 0, 0, 0, 0, 0, 0]  # lines that set off notes
    for text in texts:
        edges.append(edges[-1] + len(text))
    parts = {Part.HEADERS: plc([*edges, edges[-1] + 1])}
    data = doc("正文\r", parts=parts, stories={Story.HEADERS: "".join(texts) + "\r"})
    assert lines(data) == ["某政发〔2023〕1号", "正文", "抄送：市委办公室。"]


def shape(number: int, kind: int = 202) -> bytes:
    content = struct.pack("<HHIII", kind << 4 | 2, 0xF00A, 8, number, 0)
    return struct.pack("<HHI", 0xF, 0xF004, len(content)) + content


def group(*shapes: bytes) -> bytes:
    return struct.pack("<HHI", 0xF, 0xF003, len(b"".join(shapes))) + b"".join(shapes)


def drawing(*shapes: bytes) -> bytes:
    """Write the drawing of the main text: the page itself, then shapes and groups of them."""
    content = group(group(shape(1))[8:], *shapes)
    dg = struct.pack("<HHI", 0xF, 0xF002, len(content)) + content
    return struct.pack("<HHI", 0xF, 0xF000, 0) + b"\0" + dg


def anchor(number: int, width: int = 900, height: int = 900) -> bytes:
    return struct.pack("<5i6x", number, 0, 0, width, height)


def box(number: int, spare: int = 0) -> bytes:
    return struct.pack("<IIHIiI", 1, 0, spare, 0, number, 0)


def test_a_text_box_is_read_behind_the_paragraph_that_it_is_anchored_in():
    parts = {
        Part.ANCHORS: plc([1, 5, 7], [anchor(7), anchor(20)]),
        Part.BOXES: plc([0, 2, 4, 6, 8, 9], [box(22), box(7), box(8, 1), box(99), box(0)]),
        Part.DRAWINGS: drawing(shape(7), group(shape(20), shape(21), shape(22))),
    }
    data = doc("甲\x08乙\r丙\x08\r", parts=parts, stories={Story.BOXES: "组\r框\r旧\r失\r\r"})
    assert lines(data) == ["甲乙", "框", "丙", "组", "失"]


@pytest.mark.parametrize(("width", "height", "told"), [(9000, 12000, 1), (9000, 900, 0)])
def test_pictures_as_large_as_a_page_are_told_of(width, height, told):
    parts = {
        Part.ANCHORS: plc([1, 3], [anchor(7, width, height)]),
        Part.DRAWINGS: drawing(shape(7, 75)),
    }
    found = doc_text(doc("甲\x08\r", parts=parts), "file.doc")
    assert found.notices == (Notice("source.part-not-read", "page picture 1"),) * told
    assert code(doc("\r\x08\r", parts=parts)) == "source.scan"


@pytest.mark.parametrize(
    ("head", "width", "scale", "told"),
    [(68, 9000, 1000, 1), (68, 18000, 500, 1), (68, 900, 1000, 0), (12, 9000, 1000, 0)],
)
def test_pictures_in_the_line_are_measured(head, width, scale, told):
    own = struct.pack("<iH22xhhHH", 100, head, width, 12000, scale, 1000)
    data = doc("甲\x01\r", runs=[(1, 2, sprm(0x6A03, 4, 0, 0, 0))])
    found = doc_text(with_data(data, bytes(4) + own), "file.doc")
    assert (found.text, len(found.notices)) == ("甲\n", told)


def test_embedded_objects_are_told_of():
    found = doc_text(doc("甲\x13 EMBED Excel.Sheet.8 \x14\x01\x15\r"), "file.doc")
    assert (found.text, found.notices) == ("甲\n", (Notice("source.part-not-read", "object 1"),))


def test_a_section_ends_a_paragraph_and_a_page_does_not():
    item_of = {0: sprm(0x4457, 200, 0)}
    parts = {Part.SECTIONS: plc([0, 2, 6], [bytes(12)] * 2)}
    assert lines(doc("甲\x0c乙\x0c丙\r", item_of, parts=parts)) == ["　　甲", "　　乙", "丙"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ((0xA5EC, 0xC1, 0x0300), "source.password"),
        ((0xA5DC, 0x68, 0x0200), "source.binary"),
        ((0xA5EC, 0x68, 0x0200), "source.binary"),
        ((0x1234, 0xC1, 0x0200), "source.damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(head, expected):
    assert code(doc("甲\r", head=head)) == expected


def test_a_length_beyond_the_text_is_that_of_the_text():
    assert lines(resized(doc("甲\r乙"), 99)) == ["甲", "乙"]


def test_the_stream_of_tables_may_be_the_other_one():
    assert lines(doc("甲\r", head=(0xA5EC, 0xC1, 0))) == ["甲"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({Part.PIECES: b""}, "source.damaged"),
        ({Part.PIECES: clx([(2, 1 << 20, 0)])}, "source.damaged"),
        # one stretch of text many times over
        ({Part.PIECES: clx([(500, TEXT, 0)] * 200)}, "source.damaged"),
        ({Part.PIECES: b"\1\xff\xff" + clx([(2, TEXT, 0)])}, "source.damaged"),
        ({Part.RUN_PAGES: plc(range(10_000), [struct.pack("<I", n) for n in range(9_999)])}, "source.damaged"),
        ({Part.PARAGRAPH_PAGES: plc([0, 9], [struct.pack("<I", 2)])}, "source.damaged"),  # of text
        ({Part.LISTS: struct.pack("<h", 32_000)}, "source.damaged"),
        ({Part.LIST_OVERRIDES: struct.pack("<I", 1 << 31)}, "source.damaged"),
    ],
)  # fmt: skip
def test_structures_that_lead_nowhere_are_told_of(parts, expected):
    assert code(doc("文" * 600 + "\r", parts=parts)) == expected


def test_a_document_of_too_many_paragraphs_is_refused(monkeypatch):
    monkeypatch.setattr(story_module, "_MOST", 3)
    assert lines(doc("甲\r乙\r丙\r"))
    assert code(doc("甲\r乙\r丙\r丁\r")) == "source.too-long"


def test_boxes_of_the_same_text_without_end_are_told_of():
    boxes = plc([0, 600] * 500 + [0], [box(n) for n in range(1000)])
    data = doc("甲\r", parts={Part.BOXES: boxes}, stories={Story.BOXES: "文" * 599 + "\r"})
    assert code(data) == "source.damaged"


@pytest.mark.parametrize("name", ["parts", "yunling-shishi-fangan.numbered"])
def test_any_byte_may_be_wrong(name):
    """Where structures lie a byte is set to what does most harm, or the file is cut off there."""
    sound = (_WRITTEN / f"{name}.doc").read_bytes()
    chance = random.Random(8)
    head = sound.index(b"\xec\xa5")
    told = set()
    for number in range(300):
        broken = bytearray(sound)
        for _ in range(chance.randint(1, 8)):
            zones = (range(head, head + 900), range(len(sound) // 2, len(sound)), range(len(sound)))
            broken[chance.choice(chance.choice(zones))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
        size = chance.randrange(len(sound)) if number % 10 == 0 else len(sound)
        try:
            told.add(bool(doc_text(bytes(broken[:size]), "a.doc").text.strip()))
        except SourceError as error:
            told.add(error.code in CODES)
    assert told == {True}


def test_tables_in_tables_without_end_are_read():
    deep = IN_TABLE + sprm(0x6649, 0xFF, 0xFF, 0xFF, 0x7F)
    assert lines(doc("甲\r乙\r", {0: deep})) == ["甲", "乙"]


def test_a_workbook_with_a_document_in_it_is_a_workbook():
    data = compound({"Workbook": b"WordDocument".decode().encode("utf-16-le")})
    with pytest.raises(SourceError, match="an old Excel or WPS workbook"):
        doc_text(data, "a.doc")


def folder_in_itself() -> bytes:
    """Write a compound file with a folder that holds the root, and so itself."""
    data = bytearray(compound({"Folder": b""}))
    root, at = (data.index(name.encode("utf-16-le")) for name in ("Root Entry", "Folder"))
    data[root + 66] = data[at + 66] = 1  # two storages
    data[at + 76 : at + 80] = struct.pack("<I", 0)  # whose child is the root
    return bytes(data)


def test_a_folder_that_holds_itself_is_refused():
    assert code(folder_in_itself()) == "source.binary"


def test_a_file_of_very_many_streams_is_refused():
    assert code(compound({f"s{n}": b"" for n in range(1_500)})) == "source.damaged"


def test_what_libreoffice_wrote_is_read_as_the_docx_is_that_it_was_made_of():
    """Changes, hidden text, fields, notes, boxes, headers, merged cells, lists and styles."""
    new = docx_text(parts_docx(), "a.docx")
    old = doc_text((_WRITTEN / "parts.doc").read_bytes(), "a.doc")
    assert old.text.splitlines() == new.text.splitlines()
    assert len(new.text.splitlines()) > 20
