"""A Word document -> its text, in the order of the page.

python-docx opens the package and gives its parts; the lines of them are read by ``reader``.
"""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml

from policygraph.errors import SourceError
from policygraph.text.inputs.child import serve
from policygraph.text.inputs.docx.chunks import Chunks
from policygraph.text.inputs.docx.package import open_package
from policygraph.text.inputs.docx.reader import Parts, Reader
from policygraph.text.inputs.docx.xml import Element
from policygraph.text.inputs.extracted import Extracted


def docx_text(data: bytes, name: str, depth: int = 0) -> Extracted:
    """Give the text of a Word document: a paragraph a line, a row of a table a line.

    Notes stand at the end. Headers and footers are left out, but for a line of them that is a
    文号 or of the foot block (抄送, 印发) and stands nowhere else. Embedded tables, charts and
    the like are told of.

    Args:
        data: the bytes of the file.
        name: its name.
        depth: how many documents it lies in.

    Raises:
        SourceError: it is locked, damaged, or something else than a Word document.
    """
    document = open_package(data, name)
    chunks = Chunks(document.part, name, depth, lambda data, of: docx_text(data, of, depth + 1))
    reader = Reader(_parts_of(document, chunks))
    lines = reader.lines()
    if not lines:
        raise no_text(name, has_pictures=_has_pictures(document))
    text = "\n".join(lines) + "\n"
    return Extracted(text, (*chunks.notices, *reader.notices()))


def no_text(name: str, *, has_pictures: bool) -> SourceError:
    """Give what to raise for a document without text: it may hold pictures of its pages."""
    if has_pictures:
        return SourceError(
            zh=f"文件 {name} 只有图片没有文字；请先做文字识别（OCR）",
            en=f"{name}: holds pictures and no text; run text recognition (OCR) on it first",
            code="source.scan",
        )
    return SourceError(
        zh=f"文件 {name} 中没有文字；请更换文件",
        en=f"{name}: holds no text; supply another file",
        code="source.empty",
    )


def _has_pictures(document: Document) -> bool:
    parts = document.part.package.iter_parts()
    return any(part.content_type.startswith("image/") for part in parts)


def _parts_of(document: Document, chunks: Chunks) -> Parts:
    return Parts(
        body=document.element.body,
        styles=_part(document, RELATIONSHIP_TYPE.STYLES),
        numbering=_part(document, RELATIONSHIP_TYPE.NUMBERING),
        footnotes=_part(document, RELATIONSHIP_TYPE.FOOTNOTES),
        endnotes=_part(document, RELATIONSHIP_TYPE.ENDNOTES),
        headers=_parts(document, RELATIONSHIP_TYPE.HEADER),
        footers=_parts(document, RELATIONSHIP_TYPE.FOOTER),
        chunk_lines=chunks.lines,
    )


def _part(document: Document, relation: str) -> Element | None:
    return next(_parts(document, relation), None)


def _parts(document: Document, relation: str) -> Iterator[Element]:
    for one in document.part.rels.values():
        if one.reltype == relation and not one.is_external:
            part: Part = one.target_part
            yield part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


if __name__ == "__main__":
    serve(docx_text)
