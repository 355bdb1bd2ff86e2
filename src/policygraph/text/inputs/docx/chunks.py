"""Files inside a Word document that it prints as a part of itself (``w:altChunk``, 17.17.2.1).

Word takes them in when it next saves the document; until then they lie in the package as they
came: a web page, plain text, another Word document.
"""

from collections.abc import Callable

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from policygraph.errors import SourceError
from policygraph.model.source import Notice
from policygraph.text.inputs.docx.xml import Element, value
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.formats import DOCX, HTML, MARKDOWN, PLAIN, Format, detect
from policygraph.text.inputs.html.page import html_text
from policygraph.text.inputs.plain import plain_text

_RELATION = RELATIONSHIP_TYPE.A_F_CHUNK
_MOST = 50  # chunks of one document
_MOST_BYTES = 32 << 20  # of all chunks together: as large as a file may be
_DEEPEST = 2  # documents in documents

Reader = Callable[[bytes, str], Extracted]


class Chunks:
    """Reads the chunks of a document, as many as a document can mean.

    Attributes:
        notices: of chunks that could not be read, and of what is in those that were.
    """

    def __init__(self, part: Part, name: str, depth: int, read_document: Reader) -> None:
        self.notices: list[Notice] = []
        self._part = part
        self._name = name
        self._depth = depth
        self._read_document = read_document
        self._seen = 0
        self._bytes = 0

    def lines(self, chunk: Element) -> list[str]:
        """Give the lines of a chunk; none where it cannot be read, which is told of."""
        self._seen += 1
        try:
            found = self._read(chunk)
        except SourceError as error:
            self.notices.append(Notice("source.part-not-read", f"altChunk {error.code}"))
            return []
        self.notices.extend(found.notices)
        return found.text.splitlines()

    def _read(self, chunk: Element) -> Extracted:
        relation = self._part.rels.get(value(chunk, "r:id") or "")
        if relation is None or relation.reltype != _RELATION or relation.is_external:
            raise SourceError(
                zh=f"文件 {self._name} 中没有所嵌入的部分；请打开后另存",
                en=f"{self._name}: a part it embeds is not in it; open it and save it anew",
            )
        data = relation.target_part.blob
        self._bytes += len(data)
        if self._seen > _MOST or self._bytes > _MOST_BYTES or self._depth >= _DEEPEST:
            raise SourceError(
                zh=f"文件 {self._name} 嵌入的部分过多、过大或嵌套过深；请打开后另存",
                en=f"{self._name}: embeds more than a document can mean; open it and save it anew",
                code="source.too-long",
            )
        if not data.strip():
            return Extracted("")
        kind = detect(data, str(relation.target_part.partname))
        return self._reader(kind)(data, self._name)

    def _reader(self, kind: Format) -> Reader:
        readers = {
            PLAIN: plain_text, MARKDOWN: plain_text, HTML: html_text, DOCX: self._read_document,
        }  # fmt: skip
        if kind not in readers:
            raise SourceError(
                zh=f"文件 {self._name} 嵌入的部分（{kind.called.zh}）不予读取；"
                "请把其中文字粘贴到正文后另存",
                en=f"{self._name}: embeds {kind.called.en}, which is not read; paste its words"
                " into the text and save it anew",
                code="source.binary",
            )
        return readers[kind]
