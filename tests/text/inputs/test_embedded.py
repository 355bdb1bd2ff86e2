"""What lies in a Word document besides its text: read, or told of by a notice."""

import io

import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from PIL import Image

from policygraph.errors import SourceError
from policygraph.model.source import Notice
from policygraph.read import read_file
from policygraph.text.inputs.docx import chunks
from policygraph.text.inputs.docx.document import docx_text
from policygraph.text.inputs.extracted import Extracted
from tests.text.inputs.typed import blank, saved

PAGE = "<html><body><p>一、总则</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table></body></html>"
RTF = rb"{\rtf1\ansi x}"


def read(document: Document) -> Extracted:
    return docx_text(saved(document), "file.docx")


def add_chunk(document: Document, data: bytes, ending: str, media: str = "text/html") -> None:
    """Add a file as a part of the body, behind what is there."""
    package = document.part.package
    name = PackURI(f"/word/chunk{len(list(package.iter_parts()))}.{ending}")
    part = Part(name, media, data, package)
    add_reference(document, document.part.relate_to(part, RELATIONSHIP_TYPE.A_F_CHUNK))


def add_reference(document: Document, key: str) -> None:
    chunk = parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{key}"/>')
    document.element.body.insert(len(document.element.body) - 1, chunk)


def with_text(*lines: str) -> Document:
    document = blank()
    for line in lines:
        document.add_paragraph(line)
    return document


@pytest.mark.parametrize(
    ("data", "ending", "expected"),
    [
        (PAGE.encode(), "html", ["一、总则", "甲\t乙", "丙\t丁"]),
        (PAGE.encode("gb18030"), "htm", ["一、总则", "甲\t乙", "丙\t丁"]),
        ("一、总则\r\n二、附则".encode("gb18030"), "txt", ["一、总则", "二、附则"]),
        (saved(with_text("一、总则", "二、附则")), "docx", ["一、总则", "二、附则"]),
        (b"", "txt", []),
    ],
)
def test_a_chunk_is_read_where_it_stands(data, ending, expected):
    document = with_text("前")
    add_chunk(document, data, ending)
    document.add_paragraph("后")
    assert read(document) == Extracted("\n".join(["前", *expected, "后"]) + "\n")


@pytest.mark.parametrize(
    ("data", "ending", "code"),
    [
        (RTF, "rtf", "source.binary"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "mht", "source.binary"),
        (b"%PDF-1.7", "pdf", "source.binary"),
        (saved(with_text("文"))[:-9], "docx", "source.damaged"),
        (b"<div>" * 100_000, "html", "source.too-deep"),
    ],
)
def test_a_chunk_that_cannot_be_read_is_told_of(data, ending, code):
    document = with_text("前")
    add_chunk(document, data, ending)
    add_chunk(document, "后".encode(), "txt")
    found = read(document)
    assert found.text == "前\n后\n"
    assert found.notices == (Notice("source.part-not-read", f"altChunk {code}"),)


def test_a_chunk_that_is_not_in_the_file_is_not_fetched():
    document = with_text("文")
    add_reference(document, "rId999")
    outside = document.part.relate_to(
        "http://127.0.0.1:1/x.html", RELATIONSHIP_TYPE.A_F_CHUNK, is_external=True
    )
    add_reference(document, outside)
    assert (
        read(document).notices
        == (Notice("source.part-not-read", "altChunk source.unreadable"),) * 2
    )


def test_documents_in_documents_end():
    inner = with_text("底")
    for depth in range(4):
        outer = with_text(f"层{depth}")
        add_chunk(outer, saved(inner), "docx")
        inner = outer
    found = read(inner)
    assert found.text.splitlines() == ["层3", "层2", "层1"]
    assert found.notices == (Notice("source.part-not-read", "altChunk source.too-long"),)


def test_chunks_are_together_no_larger_than_a_file_may_be(monkeypatch):
    monkeypatch.setattr(chunks, "_MOST_BYTES", 10)
    document = blank()
    for words in ("a" * 6, "b" * 6):
        add_chunk(document, words.encode(), "txt")
    found = read(document)
    assert found.text == "aaaaaa\n"
    assert found.notices == (Notice("source.part-not-read", "altChunk source.too-long"),)


def test_many_chunks_end():
    document = blank()
    for _ in range(60):
        add_chunk(document, b"x", "txt")
    found = read(document)
    assert len(found.text.splitlines()) == 50
    assert len(found.notices) == 10


OFFICE = nsdecls("w", "a", "c", "wp", "pic") + ' xmlns:o="urn:schemas-microsoft-com:office:office"'


@pytest.mark.parametrize(
    ("inside", "details"),
    [
        ('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>', ["object 1"]),
        ("<w:drawing><wp:inline><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></wp:inline></w:drawing>", ["chart 1"]),
        ('<w:drawing><wp:inline><wp:extent cx="7000000" cy="9000000"/><pic:pic/></wp:inline></w:drawing>', ["page picture 1"]),
        ('<w:drawing><wp:inline><wp:extent cx="700000" cy="900000"/><pic:pic/></wp:inline></w:drawing>', []),
        ('<w:drawing><wp:inline><wp:extent cx="-7" cy="x"/><pic:pic/></wp:inline></w:drawing>', []),
    ],
)  # fmt: skip
def test_what_has_words_of_its_own_is_told_of(inside, details):
    document = with_text("文")
    document.paragraphs[-1]._p.append(parse_xml(f"<w:r {OFFICE}>{inside}</w:r>"))
    found = read(document)
    assert found.text == "文\n"
    assert [notice.detail for notice in found.notices] == details
    assert {notice.code for notice in found.notices} <= {"source.part-not-read"}


def test_a_document_of_pictures_is_a_scan():
    document = blank()
    picture = io.BytesIO()
    Image.new("RGB", (20, 28), (240, 240, 240)).save(picture, "PNG")
    document.add_picture(picture, width=Cm(18))
    with pytest.raises(SourceError) as caught:
        read(document)
    assert caught.value.code == "source.scan"


def test_a_box_in_a_header_holds_the_number():
    document = with_text("某市人民政府关于某事的通知")
    box = (
        f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:textbox><w:txbxContent>"
        "<w:p><w:r><w:t>某市人民政府文件</w:t></w:r></w:p><w:p><w:r><w:t>某政发〔2023〕1号</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    document.sections[0].header.paragraphs[0]._p.append(parse_xml(box))
    assert read(document).text == "某政发〔2023〕1号\n某市人民政府关于某事的通知\n"


def test_a_notice_is_a_finding_of_the_record(tmp_path):
    document = with_text("某市人民政府关于某事的通知", "一、总则。")
    add_chunk(document, RTF, "rtf")
    path = tmp_path / "file.docx"
    path.write_bytes(saved(document))
    record = read_file(path).record
    assert record is not None
    told = [(f.code, f.span, f.detail) for f in record.findings if f.rule == "reader"]
    assert told == [("source.part-not-read", None, "altChunk source.binary")]
