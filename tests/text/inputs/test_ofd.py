"""OFD: where its characters stand, what of it is text, and how its parts find each other."""

import itertools
import zipfile
from io import BytesIO
from xml.etree.ElementTree import fromstring

import pytest

from policygraph.errors import SourceError
from policygraph.model.source import Notice
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.formats import DOCX, OFD, detect
from policygraph.text.inputs.ofd.document import ofd_text
from policygraph.text.inputs.ofd.pages import Allowance, Page, drawn_page
from tests.text.inputs.ofd_parts import (
    SIZE,
    archive,
    document,
    members,
    ofd,
    page,
    part,
    picture,
    placed,
    root,
    rule,
    words,
)

NOTICE = "各县区人民政府要落实主体责任"


def read(data: bytes) -> Extracted:
    return ofd_text(data, "file.ofd")


def lines(*pages: bytes, **others: str | bytes) -> list[str]:
    return read(ofd(*pages, **others)).text.splitlines()


@pytest.mark.parametrize(
    ("text", "deltas", "expected"),
    [
        ("云岭省", 'DeltaX="5.6 5.6"', "云岭省"),
        ("云岭省", 'DeltaX="g 2 5.6"', "云岭省"),
        ("云岭省2025年", 'DeltaX="g 3 5.6 g 4 2.8"', "云岭省2025年"),
        # one way stands for all that follow; too many do no harm
        ("云岭省人民政府", 'DeltaX="5.6"', "云岭省人民政府"),
        ("云岭", 'DeltaX="5.6 5.6 5.6"', "云岭"),
        # none: as wide as characters of their kind are
        ("云岭省2025年", "", "云岭省2025年"),
        ("云岭省", 'DeltaY="0 0"', "云岭省"),
        # gaps are blanks
        ("目录", 'DeltaX="16.8"', "目　　录"),
        ("云岭省2025", 'DeltaX="5.6 5.6 7 g 3 2.8"', "云岭省2025"),
        # numbers that are none
        ("云岭省", 'DeltaX="5.6 nan"', "云岭省"),
        ("云岭省", 'DeltaX="5.6 inf"', "云岭省"),
        ("云岭省", 'DeltaX="5.6 1e300"', "云岭省"),
        ("云岭省", 'DeltaX="5.6 x"', "云岭省"),
        ("云岭省", 'DeltaX="g 1000000000 5.6"', "云岭省"),
        ("云岭省", 'DeltaX="g 900000 5.6"', "云岭省"),
        ("云岭省", 'DeltaX="g -3 5.6"', "云岭省"),
        ("云岭省", 'DeltaX="g"', "云岭省"),
        # what a part of XML cannot hold, and what it was laid out with
        (r"云岭\7701人民政府", "", "云岭省人民政府"),
        ("\n      云岭省\n      Reader\n    ", "", "云岭省 Reader"),
        ("云岭省 Reader", "", "云岭省 Reader"),
    ],
)
def test_characters_of_a_line(text, deltas, expected):
    assert lines(page(placed(28, 40, text, deltas), words(28, 60, NOTICE))) == [expected, NOTICE]


def test_the_last_character_is_as_wide_as_its_kind():
    """DeltaX says nothing of it: what it ends with is the way to it."""
    first = placed(28, 40, "2025年", 'DeltaX="g 4 2.8"')
    assert lines(page(first, words(28 + 4 * 2.8 + SIZE + 0.3, 40, "底前"))) == ["2025年底前"]


def test_a_line_that_goes_on_below_is_two():
    code = placed(28, 40, "云岭省云岭县", 'DeltaX="5.6 5.6 -11.2 5.6 5.6" DeltaY="g 2 0 9 0 0"')
    assert lines(page(code)) == ["云岭省", "云岭县"]


def test_a_code_goes_on_where_the_one_before_began():
    """X or Y that is not there is that of the code before (11.3)."""
    codes = '<ofd:TextCode X="0" Y="5" DeltaX="5.6">云岭</ofd:TextCode><ofd:TextCode X="11.2" DeltaX="5.6">省府</ofd:TextCode>'
    text = f'<ofd:TextObject Boundary="28 40 90 9" Size="5.6">{codes}</ofd:TextObject>'
    assert lines(page(text)) == ["云岭省府"]


def test_matrices_and_blocks():
    """A matrix works within the boundary of its object; blocks pass on what is in them."""
    inner = '<ofd:TextObject Boundary="28 40 9 9" CTM="0.5 0 0 0.5 10 0" Size="11.2"><ofd:TextCode X="0" Y="0" DeltaX="11.2">岭省</ofd:TextCode></ofd:TextObject>'
    blocks = "<ofd:PageBlock>" * 9 + inner + "</ofd:PageBlock>" * 9
    assert lines(page(words(28 + 10 - SIZE, 40, "云"), blocks)) == ["云岭省"]


def test_what_is_printed_twice_for_boldness_is_one():
    assert lines(page(words(28, 40, "通知"), words(28.1, 40, "通知"))) == ["通知"]


def test_what_is_not_printed_is_not_read():
    hidden = words(28, 60, "作废", attributes=' Visible="false"')
    aslant = words(28, 80, "机密", attributes=' CTM="0.7 0.7 -0.7 0.7 0 0"')
    outside = words(28, 400, "页外"), words(-90, 40, "页外")
    sizeless = words(28, 90, "没有", size=0), words(28, 90, "没有", size=-5)
    annotation = part(
        "PageAnnot",
        f"<ofd:Annot><ofd:Appearance>{words(28, 99, '水印')}</ofd:Appearance></ofd:Annot>",
    )
    data = ofd(
        page(words(28, 40, NOTICE), hidden, aslant, *outside, *sizeless),
        behind="<ofd:Annotations>Annots.xml</ofd:Annotations>",
        Annots=part(
            "Annotations", '<ofd:Page PageID="10"><ofd:FileLoc>Annot.xml</ofd:FileLoc></ofd:Page>'
        ),
        Annot=annotation,
    )
    assert read(data).text == f"{NOTICE}\n"


def test_what_has_no_place_is_not_lost():
    assert lines(page(placed(1e300, 40, "云岭省", ""), words(28, 40, NOTICE))) == ["云岭省", NOTICE]


def unit(inside: str, number: int = 5) -> str:
    return f'<ofd:CompositeGraphicUnit ID="{number}" Width="9" Height="9"><ofd:Content>{inside}</ofd:Content></ofd:CompositeGraphicUnit>'


def resources(*units: str) -> bytes:
    return part("Res", f"<ofd:CompositeGraphicUnits>{''.join(units)}</ofd:CompositeGraphicUnits>")


def composite(number: int = 5, boundary: str = "0 0 210 297") -> str:
    return (
        f'<ofd:CompositeObject Boundary="{boundary}" CTM="0.5 0 0 0.5 0 0" ResourceID="{number}"/>'
    )


@pytest.mark.parametrize(
    ("common", "before"),
    [
        ("<ofd:DocumentRes>Res.xml</ofd:DocumentRes>", ""),
        ("", "<ofd:PageRes>/Doc_0/Res.xml</ofd:PageRes>"),
    ],
)
def test_composite_objects(common, before):
    res = resources(unit(words(56, 80, "岭省", size=2 * SIZE)))
    objects = words(28 - SIZE, 40, "云"), composite()
    assert lines(page(*objects, before=before), common=common, Res=res) == ["云岭省"]


def test_a_composite_object_that_is_missing_is_told_of():
    assert read(ofd(page(words(28, 40, NOTICE), composite(), composite()))).notices == (
        Notice("source.part-not-read", "CompositeObject 2"),
    )


TEMPLATE = '<ofd:Template TemplateID="7"/>'


@pytest.mark.parametrize(("pages", "expected"), [(1, ["云岭省公报", NOTICE]), (3, [NOTICE] * 3)])
def test_templates(pages, expected):
    """What a template prints is text; at the edge of most pages it is a running head."""
    common = '<ofd:TemplatePage ID="7" BaseLoc="Tpl.xml"/>'
    every = [page(words(28, 90, NOTICE), before=TEMPLATE)] * pages
    assert lines(*every, common=common, Tpl=page(words(28, 20, "云岭省公报"))) == expected


def table(draw, xs=(28.0, 70.0, 130.0), ys=(40.0, 52.0, 64.0)) -> list[str]:
    texts = [
        words(x + 2, y + 8, f"甲{place}{row}")
        for row, y in enumerate(ys[:-1])
        for place, x in enumerate(xs[:-1])
    ]
    return [*texts, *draw(xs, ys)]


def ruled(xs, ys):
    return [rule(xs[0], y, xs[-1], y) for y in ys] + [rule(x, ys[0], x, ys[-1]) for x in xs]


def boxed(xs, ys):
    for x, right in itertools.pairwise(xs):
        for y, foot in itertools.pairwise(ys):
            data = f"M 0 0 L {right - x} 0 L {right - x} {foot - y} L 0 {foot - y} C"
            yield f'<ofd:PathObject Boundary="{x} {y} 9 9"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def filled(xs, ys):
    """Rules that are thin areas, and are filled and not lined."""
    for x, y, width, height in [
        *((xs[0], y, xs[-1] - xs[0], 0.2) for y in ys),
        *((x, ys[0], 0.2, ys[-1] - ys[0]) for x in xs),
    ]:
        data = f"M{x} {y}L{x + width} {y}L{x + width} {y + height}L{x} {y + height}C"
        yield f'<ofd:PathObject Boundary="0 0 210 297" Stroke="false" Fill="true"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def unseen(xs, ys):
    return [one.replace('Fill="true"', 'Fill="false"') for one in filled(xs, ys)]


@pytest.mark.parametrize(
    ("draw", "is_table"), [(ruled, True), (boxed, True), (filled, True), (unseen, False)]
)
def test_tables(draw, is_table):
    found = lines(page(*table(draw)))
    assert found == (["甲00\t甲10", "甲01\t甲11"] if is_table else found)
    assert ("\t" in found[0]) is is_table


def test_a_mark_that_hangs_out_of_a_table_is_in_its_cell():
    """Its box ends beyond the rule, and what is printed of it does not."""
    xs, ys = (28.0, 70.0, 128.5), (40.0, 60.0, 80.0)
    texts = [
        words(30, 46, "监管"),
        words(72, 46, "审批监管调研督导职责、"),
        words(72, 55, "分工"),
        words(30, 66, "责任"),
        words(72, 66, "省厅"),
    ]
    assert lines(page(*texts, *ruled(xs, ys))) == ["监管\t审批监管调研督导职责、分工", "责任\t省厅"]


@pytest.mark.parametrize("matrix", ["0 1 -1 0 {x} {y}", "0 -1 1 0 {x} {y}"])
def test_a_page_set_sideways_is_turned(matrix):
    """Set on A4 by a quarter: what is level on the page when it is turned back."""
    up = matrix.startswith("0 -1")

    def turned(x: float, y: float, text: str) -> str:
        at = matrix.format(x=y if up else 210 - y, y=297 - x if up else x)
        code = f'<ofd:TextCode X="0" Y="0" DeltaX="5.6">{text}</ofd:TextCode>'
        return f'<ofd:TextObject Boundary="0 0 9 9" Size="5.6" CTM="{at}">{code}</ofd:TextObject>'

    upright = page(words(28, 40, NOTICE), before="<ofd:Area/>")
    sideways = page(turned(28, 40, "云岭省人民政府"), turned(28, 50, "工作方案"), words(9, 9, "页"))
    assert lines(upright, sideways) == [NOTICE, "云岭省人民政府", "工作方案"]


def test_where_the_box_of_a_page_lies_says_nothing():
    """Its corner is the origin of the page (7.5)."""
    area = "<ofd:Area><ofd:PhysicalBox>100 500 210 297</ofd:PhysicalBox></ofd:Area>"
    assert lines(page(words(128, 540, "页外"), words(28, 40, NOTICE), before=area)) == [NOTICE]


def test_the_size_of_a_page_is_that_of_its_template():
    """Where it does not say; the document comes last (7.7)."""
    common = '<ofd:TemplatePage ID="7" BaseLoc="Tpl.xml"/>'
    area = "<ofd:Area><ofd:PhysicalBox>0 0 297 420</ofd:PhysicalBox></ofd:Area>"
    every = page(words(28, 390, NOTICE), before=TEMPLATE), page(words(28, 391, "页外"))
    assert lines(*every, common=common, Tpl=page(before=area)) == [NOTICE]


def test_text_without_a_size_is_read():
    text = placed(28, 40, NOTICE, "")
    for size in ("", 'Size="nan"', 'Size="x"'):
        assert lines(page(text.replace('Size="5.6"', size))) == [NOTICE]


@pytest.mark.parametrize(
    "box", ["", "0 0", "0 0 nan 297", "0 0 1e9 1e9", "0 0 -210 297", "0 0 0 0"]
)
def test_a_page_without_a_size_is_a4(box):
    area = f"<ofd:Area><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:Area>"
    assert lines(page(words(28, 290, NOTICE), words(28, 299, "页外"), before=area)) == [NOTICE]


def test_several_documents_are_read_in_their_order():
    made = members([page(words(28, 40, "第一份文件"))])
    for number, text in ((1, "第二份文件"), (2, "第三份文件")):
        made[f"Doc_{number}/Document.xml"] = document(1)
        made[f"Doc_{number}/Pages/Page_0/Content.xml"] = page(words(28, 40, text))
    made["OFD.xml"] = root("Doc_0/Document.xml", "Doc_2/Document.xml", "/Doc_1/Document.xml")
    assert read(archive(made)).text.split() == ["第一份文件", "第三份文件", "第二份文件"]


def test_the_version_that_is_current_is_read():
    made = members([page(words(28, 40, "第一稿"))])
    made["Doc_1/Document.xml"] = document(1)
    made["Doc_1/Pages/Page_0/Content.xml"] = page(words(28, 40, "第二稿"))
    made["Versions/V2.xml"] = part("DocVersion", "<ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot>")
    versions = '<ofd:Version ID="1" BaseLoc="none"/><ofd:Version ID="2" Current="{}" BaseLoc="Versions/V2.xml"/>'
    for current, expected in (("true", "第二稿"), ("false", "第一稿")):
        inside = f"<ofd:Versions>{versions.format(current)}</ofd:Versions>"
        made["OFD.xml"] = root("Doc_0/Document.xml", inside=inside)
        assert read(archive(made)).text.strip() == expected


def test_attached_files_are_told_of():
    attached = (
        '<ofd:Attachment ID="1" Name="任务&#x202e;清单" Format="xlsx"/><ofd:Attachment ID="2" Name="附图.png" Format="png"/>'
        '<ofd:Attachment ID="3" Name="original_invoice" Format="xml" Visible="false"/>'
    )
    behind = "<ofd:Attachments>Attachs.xml</ofd:Attachments>"
    found = read(
        ofd(page(words(28, 40, NOTICE)), behind=behind, Attachs=part("Attachments", attached))
    )
    assert found.notices == (
        Notice("source.part-not-read", "Attachment 任务清单 (xlsx)"),
        Notice("source.part-not-read", "Attachment 附图.png"),
    )


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("Pages/P 1.xml", "Doc_0/Pages/P 1.xml"),
        ("./Pages/../P.xml", "Doc_0/P.xml"),
        ("../P.xml", "P.xml"),
        ("/Doc_0/P.xml", "Doc_0/P.xml"),
        ("Doc_0/P.xml", "Doc_0/P.xml"),
        (r"Pages\P.xml", "Doc_0/Pages/P.xml"),
        ("Pages/P.xml", "Doc_0\\Pages\\P.xml"),
        ("Pages/P%201.xml", "Doc_0/Pages/P 1.xml"),
        ("pages/p.xml", "Doc_0/Pages/P.xml"),
        ("页面/P.xml", "Doc_0/页面/P.xml"),
        ("../../../P.xml", "P.xml"),
    ],
)
def test_locations(written, stored):
    made = members([])
    entry = f'<ofd:Pages><ofd:Page BaseLoc="{written}"/></ofd:Pages>'
    made["Doc_0/Document.xml"] = part("Document", entry)
    made[stored] = page(words(28, 40, NOTICE))
    assert read(archive(made)).text == f"{NOTICE}\n"


def test_names_of_members_may_be_in_gb18030():
    made = members([])
    made["Doc_0/Document.xml"] = part(
        "Document", '<ofd:Pages><ofd:Page BaseLoc="页面.xml"/></ofd:Pages>'
    )
    made["Doc_0/ym00.xml"] = page(words(28, 40, NOTICE))
    data = archive(made).replace(b"Doc_0/ym00.xml", "Doc_0/页面.xml".encode("gb18030"))
    assert read(data).text == f"{NOTICE}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"http://www.ofdspec.org/2016", b"http://www.ofdspec.org"),
        (b"ofd:", b"o:"),
        (b"ofd:", b""),
    ],
)
def test_names_of_elements(before, after):
    made = members([page(words(28, 40, NOTICE))])
    changed = {name: data.replace(before, after) for name, data in made.items()}
    if after == b"o:":
        changed = {name: data.replace(b"xmlns:ofd", b"xmlns:o") for name, data in changed.items()}
    if not after:
        changed = {name: data.replace(b"xmlns:", b"xmlns:x") for name, data in changed.items()}
    assert read(archive(changed)).text == f"{NOTICE}\n"


@pytest.mark.parametrize("encoding", ["GB18030", "gb2312", "UTF-16"])
def test_encodings_of_parts(encoding):
    text = page(words(28, 40, NOTICE)).decode().replace("UTF-8", encoding)
    assert lines(text.encode(encoding)) == [NOTICE]


def test_glyphs_without_characters_are_told_of():
    """Where a file does not say what a glyph stands for, ¤ holds its place (11.2)."""
    found = read(ofd(page(words(28, 40, NOTICE + NOTICE[:9]), words(28, 60, "云岭¤人民政府"))))
    assert found.text.splitlines()[1] == "云岭\ufffd人民政府"
    assert found.notices == (Notice("source.broken-characters", "1"),)
    with pytest.raises(SourceError) as caught:
        read(ofd(page(words(28, 40, "¤" * 20))))
    assert caught.value.code == "source.garbled"


@pytest.mark.parametrize(("pages", "told"), [("tpttt", ["2"]), ("ttttppptt", ["5-7"]), ("ttt", [])])
def test_pages_that_are_pictures_are_told_of(pages, told):
    kinds = {
        "t": page(words(28, 40, NOTICE * 2), picture(28, 90, 90, 90)),
        "p": page(picture(0, 0, 210, 297)),
    }
    notices = read(ofd(*(kinds[kind] for kind in pages))).notices
    assert notices == tuple(Notice("source.picture-pages", which) for which in told)


def test_a_page_of_outlines_is_a_picture():
    """As programs write it that protect their text: each shape of a character is a curve."""
    shape = "M 0 0 Q 1 1 2 0 L 1 3 C " * 150
    drawn = f'<ofd:PathObject Boundary="28 40 9 9" Fill="true"><ofd:AbbreviatedData>{shape}</ofd:AbbreviatedData></ofd:PathObject>'
    text = page(words(28, 40, NOTICE * 2))
    assert read(ofd(text, text, page(drawn * 4))).notices == (Notice("source.picture-pages", "3"),)
    with pytest.raises(SourceError) as caught:
        read(ofd(page(drawn * 4), text))
    assert caught.value.code == "source.scan"


@pytest.mark.parametrize("how", ['Alpha="0"', 'Visible="false"', 'Fill="false"'])
def test_text_over_the_picture_of_its_page_is_read(how):
    """As programs that recognise text write it: what was scanned, and the words in their places."""
    texts = [words(28, 40 + 10 * row, NOTICE, attributes=f" {how}") for row in range(5)]
    assert lines(page(picture(0, 0, 210, 297), *texts)) == [NOTICE] * 5


@pytest.mark.parametrize(("how", "step"), [('HScale="0.5"', 2.8), ('CTM="0.5 0 0 1 0 0"', 5.6)])
def test_characters_that_are_narrowed(how, step):
    """The second one ends at 33.6; what stands so far from there is set off by a blank."""
    code = f'<ofd:TextCode X="0" Y="5" DeltaX="{step}">云岭</ofd:TextCode>'
    narrow = f'<ofd:TextObject Boundary="28 40 90 9" Size="5.6" {how}>{code}</ofd:TextObject>'
    assert lines(page(narrow, placed(38.1, 45, "省", ""))) == ["云岭　省"]
    assert lines(page(narrow, placed(33.6, 45, "省", ""))) == ["云岭省"]


def test_a_page_that_is_named_over_and_over_is_too_much():
    allowance = Allowance("file.ofd", left=100)
    contents = tuple(fromstring(page(words(28, 40, NOTICE))).iterfind("{*}Content"))
    drawn = Page(1, (210, 297), contents, {})
    for _ in range(6):
        drawn_page(drawn, allowance)  # each time a layer, an object and 14 characters
    assert allowance.left == 4
    with pytest.raises(SourceError) as caught:
        drawn_page(drawn, allowance)
    assert caught.value.code == "source.too-long"


def test_a_zip_is_known_by_what_its_directory_lists():
    data = ofd(page(words(28, 40, NOTICE)))
    assert detect(data, "a.zip") is OFD
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as other:
        other.writestr("word/embeddings/a.ofd", data)
    assert detect(buffer.getvalue(), "a.ofd") is DOCX
    assert detect(data[:300], "a.ofd") is OFD
    assert detect(data[:300], "a.docx") is DOCX
