"""Files that are locked, broken, mislabelled or meant to do harm: each ends with its own code."""

import io
import os
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from policygraph.errors import SourceError
from policygraph.model.code import Severity
from policygraph.model.codes import CODES
from policygraph.model.source import Notice, Source
from policygraph.read import read_file
from policygraph.text.files import find_files
from policygraph.text.inputs import confined
from policygraph.text.inputs.formats import HTML, REFUSED_SUFFIXES, SUFFIXES
from policygraph.text.reader import MAX_BYTES, read_source
from tests.text.inputs import ofd_parts

_WRITTEN = Path(__file__).with_name("data")
DOCX = (_WRITTEN / "yunling-shishi-fangan.docx").read_bytes()
DOC = (_WRITTEN / "yunling-shishi-fangan.doc").read_bytes()
PDF = (_WRITTEN / "yunling-shishi-fangan.pdf").read_bytes()
PAGE = (_WRITTEN / "yunling-shishi-fangan.html").read_bytes()
LINE = ofd_parts.words(28, 40, "各县区人民政府要落实主体责任，推动中小企业高质量发展。")
OFD = ofd_parts.ofd(*[ofd_parts.page(LINE)] * 3)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(folder: Path, name: str, data: bytes) -> Source:
    path = folder / name
    path.write_bytes(data)
    return read_source(path)


def code(folder: Path, name: str, data: bytes) -> str:
    """Give the code with which a file is refused; its message names the file."""
    with pytest.raises(SourceError) as caught:
        read(folder, name, data)
    assert str(caught.value).startswith(name)
    assert CODES[caught.value.code].severity is Severity.ERROR
    return caught.value.code


def archive(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return buffer.getvalue()


def docx_with(**changed: bytes | None) -> bytes:
    """Give a sound DOCX with parts of word/ put in another's place, or taken out."""
    with zipfile.ZipFile(io.BytesIO(DOCX)) as sound:
        members = {name: sound.read(name) for name in sound.namelist()}
    for name, data in changed.items():
        members.pop(f"word/{name}.xml")
        if data is not None:
            members[f"word/{name}.xml"] = data
    return archive(members)


def document(body: str, before: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'.encode()


def locked_zip(sound: bytes = DOCX) -> bytes:
    """Give a ZIP whose members are marked as encrypted, in both of their headers."""
    data = bytearray(sound)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + flags] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def scan(canvas: Canvas) -> None:
    picture = ImageReader(Image.new("RGB", (200, 280), (240, 240, 240)))
    for number in range(3):
        canvas.drawImage(picture, 0, 0, *A4)
        canvas.drawString(50, 20, f"scanned {number}")
        canvas.showPage()


def raw_pdf(*objects: bytes) -> bytes:
    """Give a PDF of these objects; the first is the catalog."""
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1,
        len(data),
    )
    return data + head + table + trailer


def pages_pdf(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>"
    catalog, tree = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
    )
    return raw_pdf(catalog, tree, *[page] * count)


def page_pdf(
    contents: bytes,
    filters: bytes = b"",
    font: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
) -> bytes:
    """Give a PDF of one page with these contents."""
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(contents), filters, contents),
        font,
    )


def unfolding(size: int) -> bytes:
    """Give a deflated stream of so many blanks, without making them first."""
    packer = zlib.compressobj(9)
    chunk = 16 << 20
    first = packer.compress(b" " * chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(b" " * chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + again * (size // chunk) + packer.flush()


_NO_UNICODE = (
    b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
)
_LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "哈哈哈哈">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
_OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def ofd_with(**changed: bytes | None) -> bytes:
    """Give a sound OFD with parts of Doc_0 put in another's place, added or taken out."""
    members = ofd_parts.members([ofd_parts.page(LINE)])
    for name, data in changed.items():
        path = "OFD.xml" if name == "OFD" else f"Doc_0/{name.replace('__', '/')}.xml"
        members.pop(path, None)
        if data is not None:
            members[path] = data
    return archive(members)


def ofd_of(*objects: str) -> bytes:
    return ofd_parts.ofd(ofd_parts.page(*objects))


def units(*inside: str) -> bytes:
    """Give an OFD whose page draws the first of these composite objects."""
    made = (
        f'<ofd:CompositeGraphicUnit ID="{n}"><ofd:Content>{each}</ofd:Content></ofd:CompositeGraphicUnit>'
        for n, each in enumerate(inside)
    )
    res = ofd_parts.part(
        "Res", f"<ofd:CompositeGraphicUnits>{''.join(made)}</ofd:CompositeGraphicUnits>"
    )
    common = "<ofd:PublicRes>Res.xml</ofd:PublicRes>"
    return ofd_parts.ofd(ofd_parts.page(unit(0)), common=common, Res=res)


def unit(number: int) -> str:
    return f'<ofd:CompositeObject Boundary="0 0 9 9" ResourceID="{number}"/>'


def one_page(times: int) -> bytes:
    """Give a document that names its one page so many times."""
    entry = '<ofd:Page BaseLoc="Pages/Page_0/Content.xml"/>'
    return ofd_parts.part("Document", f"<ofd:Pages>{entry * times}</ofd:Pages>")


_PICTURE = ofd_parts.page(ofd_parts.picture(0, 0, 210, 297), ofd_parts.words(28, 290, "扫描件"))
_DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "x">]>'

REFUSED = {
    # the ending, and what the file is
    "locked docx": ("docx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "source.password"),
    "locked zip": ("docx", locked_zip(), "source.password"),
    "locked pdf": ("pdf", drawn(lambda c: c.drawString(50, 700, "secret"), encrypt="key"), "source.password"),
    "scan": ("pdf", drawn(scan), "source.scan"),
    "blank pdf": ("pdf", pages_pdf(2), "source.empty"),
    "garbled": ("pdf", page_pdf(b"BT /F 20 Tf 50 700 Td <0003000400050006> Tj ET", font=_NO_UNICODE), "source.garbled"),
    "pdf cut off": ("pdf", PDF[: len(PDF) // 2], "source.damaged"),
    "pdf of garbage": ("pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"%%EOF", "source.damaged"),
    "pdf without pages": ("pdf", pages_pdf(0), "source.damaged"),
    "pdf of 10,000 pages": ("pdf", pages_pdf(10_000), "source.too-long"),
    "pdf that unfolds": ("pdf", page_pdf(unfolding(3 << 30), b"/Filter/FlateDecode"), "source.too-long"),
    "docx cut off": ("docx", DOCX[: len(DOCX) // 2], "source.damaged"),
    "docx without its end": ("docx", DOCX[:-10], "source.damaged"),
    "docx of garbage": ("docx", b"PK\x03\x04" + bytes(range(256)) * 40, "source.damaged"),
    "docx without document": ("docx", docx_with(document=None), "source.damaged"),
    "docx of broken xml": ("docx", docx_with(document=b"<w:document"), "source.damaged"),
    "docx nested too deeply": ("docx", docx_with(document=document("<w:sdt>" * 400 + "</w:sdt>" * 400)), "source.damaged"),
    "empty docx": ("docx", docx_with(document=document("<w:p/>")), "source.empty"),
    "docx with a large part": ("docx", docx_with(document=b" " * (50 << 20)), "source.zip-bomb"),
    "docx of many parts": ("docx", archive({"[Content_Types].xml": b"", **{f"x{n}": b"" for n in range(6000)}}), "source.zip-bomb"),
    "docx that unfolds": ("docx", archive({"[Content_Types].xml": b"", "media.bin": b"\0" * (64 << 20)}), "source.zip-bomb"),
    "docx of laughs": ("docx", docx_with(document=document("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", _LAUGHS)), "source.doctype"),
    "docx that reaches out": ("docx", docx_with(document=document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", _OUTSIDE)), "source.doctype"),
    "locked ofd": ("ofd", locked_zip(OFD), "source.password"),
    "encrypted ofd": ("ofd", archive(ofd_parts.members([ofd_parts.page(LINE)]) | {"Encryptions.xml": b"<x/>"}), "source.password"),
    "ofd cut off": ("ofd", OFD[: len(OFD) // 2], "source.damaged"),
    "ofd without its end": ("ofd", OFD[:-10], "source.damaged"),
    "ofd of nothing": ("ofd", archive({"OFD.xml": b""}), "source.damaged"),
    "ofd of broken xml": ("ofd", ofd_with(Document=b"<ofd:Document"), "source.damaged"),
    "ofd without document": ("ofd", ofd_with(Document=None), "source.damaged"),
    "ofd without pages": ("ofd", ofd_with(Document=one_page(0)), "source.damaged"),
    "ofd without its page": ("ofd", ofd_with(Pages__Page_0__Content=None), "source.damaged"),
    "ofd without its template": ("ofd", ofd_parts.ofd(ofd_parts.page(LINE, before='<ofd:Template TemplateID="9"/>')), "source.damaged"),
    "ofd with its page in a large part": ("ofd", archive({name.replace("Content.xml", "Content.dat"): data.replace(b"Content.xml", b"Content.dat").ljust(50 << 20 if "Page_" in name else 0) for name, data in ofd_parts.members([ofd_parts.page(LINE)]).items()}), "source.zip-bomb"),
    "ofd with a large part": ("ofd", ofd_with(Pages__Page_0__Content=b" " * (50 << 20)), "source.zip-bomb"),
    "ofd of many parts": ("ofd", archive({"OFD.xml": b"", **{f"x{n}": b"" for n in range(21_000)}}), "source.zip-bomb"),
    "ofd that unfolds": ("ofd", archive({"OFD.xml": b"", "Doc_0/image.png": b"\0" * (64 << 20)}), "source.zip-bomb"),
    "ofd of laughs": ("ofd", ofd_with(Document=_LAUGHS.encode() + b"<w>&i;</w>"), "source.doctype"),
    "ofd that reaches out": ("ofd", ofd_with(Pages__Page_0__Content=_OUTSIDE.encode() + b"<w>&x;</w>"), "source.doctype"),
    "ofd with a wide doctype": ("ofd", ofd_with(OFD=(_DOCTYPE + b"<x/>").decode().encode("utf-16")), "source.doctype"),
    "ofd of 10,000 pages": ("ofd", ofd_with(Document=one_page(10_000)), "source.too-long"),
    "ofd nested too deeply": ("ofd", ofd_of("<ofd:PageBlock>" * 40 + LINE + "</ofd:PageBlock>" * 40), "source.too-deep"),
    "ofd nested far too deeply": ("ofd", ofd_of("<ofd:PageBlock>" * 30_000 + "</ofd:PageBlock>" * 30_000), "source.too-deep"),
    "ofd that draws itself": ("ofd", units(unit(1), LINE + unit(0) * 9), "source.too-deep"),
    "ofd that multiplies": ("ofd", units(*(unit(n + 1) * 10 for n in range(12)), LINE), "source.too-long"),
    "ofd scan": ("ofd", ofd_parts.ofd(*[_PICTURE] * 3), "source.scan"),
    "blank ofd": ("ofd", ofd_of(), "source.empty"),
    "garbled ofd": ("ofd", ofd_of(ofd_parts.words(28, 40, "¤" * 20)), "source.garbled"),
    "text called ofd": ("ofd", "一、总则".encode(), "source.wrong-ending"),
    "text called pdf": ("pdf", "一、总则".encode(), "source.wrong-ending"),
    "page called docx": ("docx", b"<!DOCTYPE html><html><body>404</body></html>", "source.wrong-ending"),
    "doc cut off": ("doc", DOC[: len(DOC) // 2], "source.damaged"),
    "doc of garbage": ("doc", OLE + bytes(range(256)) * 40 + "WordDocument".encode("utf-16-le"), "source.damaged"),
    "doc without content": ("doc", OLE + b"\0" * 600, "source.damaged"),
    "old office called docx": ("docx", OLE + b"\0" * 600, "source.binary"),
    "excel": ("xlsx", archive({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "source.binary"),
    "archive": ("docx", archive({"notice.txt": b"x"}), "source.binary"),
    "strict docx": ("docx", docx_with(document=document("").replace(b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml")), "source.binary"),
    "rich text": ("rtf", rb"{\rtf1\ansi x}", "source.binary"),
    "word xml": ("doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "source.binary"),
    "web archive": ("mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "source.binary"),
    "picture": ("html", b"\x89PNG\r\n\x1a\n", "source.binary"),
    "bytes": ("txt", b"\x01\x00\x02" * 50, "source.binary"),
    "page in no encoding": ("html", b"<p>" + bytes(range(128, 256)) * 30, "source.binary"),
    "page without text": ("html", b"<!doctype html><html><script>x()</script></html>", "source.empty"),
    "page nested too deeply": ("html", b"<div>" * 100_000 + "一、总则".encode(), "source.too-deep"),
    "page of nested tables": ("html", b"<table><tr><td>" * 400 + "一、总则".encode(), "source.too-deep"),
    "page that multiplies": ("html", b"".join(b"<b id=%d>" % n for n in range(4000)) + b"<p>x" * 4000, "source.too-deep"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_is_refused_with_its_code(what, tmp_path):
    ending, data, expected = REFUSED[what]
    assert code(tmp_path, f"file.{ending}", data) == expected


def ole(stream: str) -> bytes:
    return OLE + b"\0" * 600 + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xls", ole("Workbook"), "an old Excel or WPS workbook (.xls, .et); open it and save it as .docx or as .pdf"),
        ("a.ppt", ole("PowerPoint Document"), "an old presentation (.ppt, .dps); open it and save"),
        ("a.bin", OLE + b"\0" * 600, "an old Office or WPS file; open it and save it as .docx"),
        ("a.xlsx", archive({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "an Excel workbook; save it as .docx or .pdf"),
        ("a.rtf", rb"{\rtf1\ansi x}", "a rich text file; open it and save it as .docx"),
        ("a.odt", archive({"content.xml": b""}), "an OpenDocument file; save it as .docx"),
        ("a.zip", archive({"a.txt": b""}), "unpack it and give the files in it"),
        ("a.txt", "甲乙。\n2023年\n".encode("utf-16-le"), "seems to be UTF-16 without its mark; save it as UTF-8 text"),
        ("a.txt", "　　一、甲乙。二〇二三年一月一日起施行。".encode("utf-16-le"), "seems to be UTF-16 without its mark"),
        ("a.txt", ("一、总则一" * 9).encode("utf-16-be"), "seems to be UTF-16 without its mark"),
        ("a.txt", b"caf\xe9\0na\xefve\0\0", "is a binary file; save it as plain text"),
        ("a.txt", b"caf\xe9 na\xefve\n", "is neither UTF-8 nor GB18030 text"),
        ("a.txt", b"\xff\xfe\x00\xd8", "is no UTF-16 text (byte 2); save it as UTF-8 text"),
        ("a.txt", b"\x81" * 9, "is neither UTF-8 nor GB18030 text (byte 8); save it as UTF-8 text"),
        ("a.bin", bytes(range(256)), "is a binary file; save it as plain text"),
    ],
)  # fmt: skip
def test_the_message_names_what_it_is_and_what_to_do(name, data, words, tmp_path):
    with pytest.raises(SourceError) as caught:
        read(tmp_path, name, data)
    assert words in str(caught.value)
    assert caught.value.code == "source.binary"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_file_is_refused(suffix, tmp_path):
    assert code(tmp_path, f"file{suffix}", b"") == "source.empty"


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("a.docx", PDF, "application/pdf"),
        ("a.docx", OFD, "application/ofd"),
        ("a.txt", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.doc", PAGE, "text/html"),
        ("a.docx", DOC, "application/msword"),
        ("a.wps", DOC, "application/msword"),
        ("a", DOC, "application/msword"),
        ("a.txt", PAGE, "text/html"),
        ("a.html", "一、总则\n二、附则".encode(), "text/plain"),
        ("a.md", b"# \xe4\xb8\x80\n<p>x</p>", "text/markdown"),
        ("a", "一、总则".encode("gb18030"), "text/plain"),
    ],
)
def test_the_content_tells_the_format(name, data, media, tmp_path):
    assert read(tmp_path, name, data).media_type == media


def test_what_is_too_large_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "large.pdf"
    path.touch()
    os.truncate(path, 200 << 20)

    def no_reading(*_: object, **__: object) -> None:
        raise AssertionError("it was opened")

    monkeypatch.setattr(Path, "open", no_reading)
    with pytest.raises(SourceError) as caught:
        read_source(path)
    assert caught.value.code == "source.too-large"


def test_the_largest_text_that_is_allowed_is_read(tmp_path):
    assert len(read(tmp_path, "a.txt", b"x" * MAX_BYTES).text) == MAX_BYTES
    assert code(tmp_path, "b.txt", b"x" * (MAX_BYTES + 1)) == "source.too-large"


def test_a_pipe_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="pipe or device"):
        read_source(tmp_path / "pipe.txt")


def test_a_page_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    """Telling attributes apart takes the parser time with the square of their number."""
    monkeypatch.setitem(confined.SECONDS, HTML, 0.5)
    page = b"<p " + b" ".join(b"a%d" % number for number in range(200_000)) + b">x"
    assert code(tmp_path, "slow.html", page) == "source.too-long"
    monkeypatch.undo()
    assert read(tmp_path, "good.html", PAGE).text.startswith("云岭省")


def test_a_reader_that_breaks_down_is_told_of(tmp_path, monkeypatch):
    """As a crash in a library does, this program ends without an answer."""
    monkeypatch.setattr(confined, "_CHILDREN", confined._Children())
    monkeypatch.setitem(confined._PROGRAMS, HTML, "this")
    assert code(tmp_path, "good.html", PAGE) == "source.damaged"
    monkeypatch.undo()
    assert read(tmp_path, "good.html", PAGE).text


def test_a_process_reads_no_more_than_its_share(tmp_path, monkeypatch):
    children = confined._Children()
    monkeypatch.setattr(confined, "_CHILDREN", children)
    monkeypatch.setattr(confined, "_FILES", 2)
    kept = []
    for _ in range(4):
        assert read(tmp_path, "good.html", PAGE).text
        kept.append(HTML in children._children)
    assert kept == [True, False, True, False]


def test_the_others_go_on(tmp_path):
    (tmp_path / "good.docx").write_bytes(DOCX)
    (tmp_path / "good.html").write_bytes(PAGE)
    (tmp_path / "good.pdf").write_bytes(PDF)
    (tmp_path / "good.ofd").write_bytes(OFD)
    for what, (ending, data, _) in REFUSED.items():
        if f".{ending}" in (*SUFFIXES, *REFUSED_SUFFIXES) and len(data) < 1 << 20:
            (tmp_path / f"bad {what}.{ending}").write_bytes(data)
    read_files = {path.name: read_file(path) for path in find_files([tmp_path])}
    good = {name for name, item in read_files.items() if item.record is not None}
    assert good == {"good.docx", "good.html", "good.pdf", "good.ofd"}
    problems = {
        name: item.problem.finding.code for name, item in read_files.items() if item.problem
    }
    assert problems == {
        name: REFUSED[name.removeprefix("bad ").rpartition(".")[0]][2] for name in problems
    }
    assert len(problems) >= 30
    assert {Path(name).suffix for name in problems} >= {".doc", ".rtf", ".ofd", ".mht"}


def some_pictures(pages: str) -> bytes:
    """Give a PDF with a page for each letter: ``t`` of text, ``p`` a picture."""

    def draw(canvas: Canvas) -> None:
        picture = ImageReader(Image.new("RGB", (20, 28), (240, 240, 240)))
        for page in pages:
            if page == "p":
                canvas.drawImage(picture, 0, 0, *A4)
            else:
                for line in range(5):
                    canvas.drawString(50, 700 - 20 * line, "a line of text that is long enough")
            canvas.showPage()

    return drawn(draw)


@pytest.mark.parametrize(
    ("pages", "told"),
    [("tpttt", ["2"]), ("ttttppptt", ["5-7"]), ("ptttptp", ["1", "5", "7"]), ("ttt", [])],
)
def test_pages_that_are_pictures_are_told_of(pages, told, tmp_path):
    notices = read(tmp_path, "a.pdf", some_pictures(pages)).notices
    notices = tuple(notice for notice in notices if notice.code != "source.not-chinese")
    assert notices == tuple(Notice("source.picture-pages", which) for which in told)
    assert code(tmp_path, "b.pdf", some_pictures("tp")) == "source.scan"


def test_notices_of_a_reply_are_checked():
    """The process that reads may have been taken over by the file."""
    told = [["source.picture-pages", "9" * 999], ["no.code", "x"], "x", ["a"], [1, 2]]
    assert confined._notices(told) == (Notice("source.picture-pages", "9" * 80),)
    assert confined._notices(None) == ()
    assert len(confined._notices([["source.picture-pages", "1"]] * 999)) == 100


_CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=8)), max_size=12
)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.sampled_from(
        [("a.docx", DOCX), ("a.doc", DOC), ("a.pdf", PDF), ("a.html", PAGE), ("a.ofd", OFD)]
    ),
    _CHANGES,
    st.floats(0.5, 1),
)
def test_any_damage_gives_a_text_or_an_error(tmp_path_factory, file, changes, kept):
    name, data = file
    broken = bytearray(data)
    for place, new in changes:
        start = int(place * len(broken))
        broken[start : start + len(new)] = new
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(broken[: int(kept * len(broken))] if kept < 0.9 else broken)
    told = None
    try:
        text = read_source(path).text
    except SourceError as error:
        text, told = "", error
    assert text.strip() if told is None else told.code in CODES and name in str(told)
