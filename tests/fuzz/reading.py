"""Coverage-guided fuzzing of the reading half: any text, any page, any Word document.

    python tests/fuzz/reading.py [--seconds 3600] [--target text|html|docx|zip|doc|all] [--finds FOLDER]

Needs Atheris, which has wheels for Linux alone and is therefore none of the locked requirements;
``tests/fuzz/README.md`` says how to install it. What is held of every input:

    text    the blocks tile it, spans lie in it and give ``as_written``, paths are unique, the
            record goes through JSON and back, in full and facts-only
    html    the bytes give a text or a SourceError with a code
    docx    the same, for what lies in three parts of a sound package (and is its chunk)
    zip     the same, for the bytes of a package
    doc     the same, for the bytes of a Word file of 1997 to 2003

and of all of them that no other exception comes out and that time grows as the length does. What
breaks is written to the folder of finds, once for each place it breaks at, and the run goes on.
"""

import argparse
import hashlib
import io
import random
import sys
import time
import traceback
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import fields
from itertools import chain
from pathlib import Path

import atheris
from docx.oxml.ns import nsmap
from lxml import etree

with atheris.instrument_imports(include=["policygraph"]):
    from policygraph.errors import SourceError
    from policygraph.extract.rules import Facts
    from policygraph.model.codes import CODES
    from policygraph.model.record import facts_only, from_json, to_json
    from policygraph.model.source import Source
    from policygraph.read import extract_record
    from policygraph.registry.registry import load_registry
    from policygraph.text.blocks import split_blocks
    from policygraph.text.inputs.doc.document import doc_text
    from policygraph.text.inputs.docx.document import docx_text
    from policygraph.text.inputs.html.page import html_text

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "samples"
FILES = ROOT / "tests" / "text" / "inputs" / "data"
MAX_BYTES = 1 << 16
SECONDS, SECONDS_A_BYTE = 2.0, 1e-4  # of the processor, instrumented; 10 times what is usual
ROWS_A_CHARACTER = 20
LISTS = [field.name for field in fields(Facts) if field.name not in ("document", "findings")]
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        **nsmap,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
PARTS = {"document": "w:body", "numbering": None, "styles": None}  # with what lies around an input
SEPARATOR = b"<!---->"
SOUND = {
    "document": """<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>
<w:ind w:firstLineChars="200"/></w:pPr><w:r><w:t>总则</w:t></w:r><w:r><w:tab/><w:br/><w:t>文</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:ins><w:r><w:t>新</w:t></w:r></w:ins>
<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice>
</mc:AlternateContent></w:r><w:r><w:sym w:char="2460"/></w:r></w:p>
<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>
<w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>
<w:p/></w:tc><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:altChunk r:id="rId900"/>""",
    "numbering": """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt
w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>""",
    "styles": """<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:basedOn w:val="b"/>
<w:pPr><w:ind w:firstLine="640"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>""",
}
WORDS = (
    "第一条 第二款 第（三）项 一、 二、 （一） （二） 1. 2. 3、 ① 第一章 附件 附件2 附件： 附 《 》 〈 〉 “ ” （ ） ( ) 〔 〕 〔2021〕14号 "
    "责任单位： 牵头单位： 配合单位： 数据来源 负责 牵头 配合 会同 由 等 以 为准 。 ， ； ： 、 　　 | 序号 合计 备注 "
    "市财政局 省工业和信息化厅 发展改革委 各县（市、区）人民政府 市政府 领导小组 组长 副组长 成员 办公室主任 "
    "2021年9月28日 2025年底前 每季度 30日内 10个工作日 万元 % 亿元 每户20万元 不低于 不超过 达到 增长 左右 10% 1/3 "
    "印发 关于 通知 意见 抄送： 有效期5年 自印发之日起施行 废止 修改为 删除 增加 更名为 职责划入 撤销 根据 依据 "
    "中华人民共和国统计法 条例 不再单列 以下 均由 \n \n\n \t \r\n \u2028 \x00 \u202e 🀄 # --- "
    "<table> <tr> <td> <p> <ol> <li> <div> </p> <br> &nbsp; <pre> colspan=9 "
    "<w:p> </w:p> <w:r> <w:t> </w:t> </w:r> <w:tbl> <w:tr> <w:tc> <w:sdt> <w:txbxContent> <w:altChunk/> "
).split(" ")


def main() -> None:
    """Run until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--target", choices=[*TARGETS, "all"], default="all")
    parser.add_argument("--finds", type=Path, default=ROOT / ".fuzz")
    given = parser.parse_args()
    names = list(TARGETS) if given.target == "all" else [given.target]
    corpus = given.finds / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for name, data in seeds():
        if name in names:
            place = bytes([list(TARGETS).index(name)])
            (corpus / f"seed-{name}-{_key(data)}").write_bytes(place + data)
    options = [f"-max_total_time={given.seconds}", f"-max_len={MAX_BYTES}", "-timeout=120",
               "-rss_limit_mb=4096", f"-artifact_prefix={given.finds}/", str(corpus)]  # fmt: skip
    finds = Finds(given.finds)
    atheris.Setup([sys.argv[0], *options], finds.test, custom_mutator=mutated)
    atheris.Fuzz()


def seeds() -> list[tuple[str, bytes]]:
    """Give the samples, and pages and packages of them, each with its target."""
    found = []
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found += [("text", text[start : start + 3000].encode()) for start in (0, 1500)]
    for path in sorted(FILES.glob("*.html")):
        found.append(("html", path.read_bytes()[:MAX_BYTES]))
    for path in sorted(FILES.glob("*.docx")):
        found.append(("zip", path.read_bytes()))
    for path in sorted(FILES.glob("*.doc")):
        found.append(("doc", path.read_bytes()))
    found.append(("docx", SEPARATOR.join(SOUND[part].encode() for part in PARTS)))
    return [(name, data) for name, data in found if len(data) < MAX_BYTES]


def mutated(data: bytes, max_size: int, seed: int) -> bytes:
    """Change characters and words, so that an input stays text; at times, bytes."""
    chance = random.Random(seed)
    place, body = data[:1] or b"\0", data[1:]
    raw = list(TARGETS)[place[0] % len(TARGETS)] in ("zip", "doc")
    if raw or chance.random() < 0.15:
        return place + atheris.Mutate(body, max_size - 1)
    text = body.decode("utf-8", "surrogateescape")
    for _ in range(chance.choice((1, 1, 2, 4))):
        text = chance.choice(CHANGES)(text, chance)
    return place + text.encode("utf-8", "surrogateescape")[: max_size - 1]


def _inserted(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(WORDS) * chance.choice((1, 1, 1, 2, 60)) + text[at:]


def _piece(text: str, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.choice((1, 3, 10, 50, 400)))


def _dropped(text: str, chance: random.Random) -> str:
    start, end = _piece(text, chance)
    return text[:start] + text[end:]


def _repeated(text: str, chance: random.Random) -> str:
    start, end = _piece(text, chance)
    return text[:end] + text[start:end] * chance.choice((1, 2, 2, 30)) + text[end:]


def _moved(text: str, chance: random.Random) -> str:
    start, end = _piece(text, chance)
    rest = text[:start] + text[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + text[start:end] + rest[at:]


def _replaced(text: str, chance: random.Random) -> str:
    start, end = _piece(text, chance)
    return text[:start] + chance.choice(WORDS) + text[end:]


CHANGES = (_inserted, _dropped, _repeated, _moved, _replaced)


def read_text(data: bytes) -> None:
    """Read any text."""
    text = data.decode("utf-8", "replace")
    source = Source("a.txt", hashlib.sha256(data).hexdigest(), text)
    blocks = split_blocks(source).blocks
    assert "".join(source.at(block.span) for block in blocks) == text, "the blocks do not tile"
    record = extract_record(source, REGISTRY)
    paths = {clause.path for clause in record.clauses}
    assert len(paths) == len(record.clauses), "a path stands twice"
    for clause in record.clauses:
        assert 0 <= clause.start <= clause.own_end <= clause.end <= len(text), "a clause is outside"
    for row in (*record.responsibilities, *record.citations):
        assert "".join(map(source.at, row.spans)) == row.as_written, "as_written is not there"
    for row in chain.from_iterable(getattr(record, name) for name in LISTS):
        assert row.spans, "a row has no span"
        assert all(0 <= s.start < s.end <= len(text) for s in row.spans), "a span is outside"
    lists = [rows for f in fields(record) if isinstance(rows := getattr(record, f.name), tuple)]
    assert sum(map(len, lists)) <= 1000 + ROWS_A_CHARACTER * len(text), (
        "more rows than the text can mean"
    )
    for finding in record.findings:
        assert finding.code in CODES, "a code is not known"
        place = finding.span
        assert place is None or 0 <= place.start <= place.end <= len(text), "a finding is outside"
    bare = facts_only(record)
    for each in (record, bare):
        assert from_json(to_json(each), "a.json") == each, "JSON changes the record"


def read_html(data: bytes) -> None:
    """Read any page."""
    html_text(data, "a.html")


def read_docx(data: bytes) -> None:
    """Read a sound package with parts of any XML in it."""
    given = dict(zip(PARTS, data.split(SEPARATOR), strict=False))
    changed = {f"word/{name}.xml": _part(name, inner) for name, inner in given.items()}
    changed["word/chunk.html"] = given.get("document", b"")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in {**PACKAGE, **changed}.items():
            package.writestr(name, part)
    docx_text(made.getvalue(), "a.docx")


def _part(name: str, inner: bytes) -> bytes:
    """Put the root of a part around what is in it; broken XML is mended, or little else came up."""
    before, after = f"<w:{name} {SPACES}>", f"</w:{name}>"
    if PARTS[name]:
        before, after = f"{before}<{PARTS[name]}>", f"</{PARTS[name]}>{after}"
    whole = before.encode() + inner + after.encode()
    mended = etree.fromstring(whole, etree.XMLParser(recover=True, resolve_entities=False))
    return whole if mended is None else etree.tostring(mended)


def read_zip(data: bytes) -> None:
    """Read any package."""
    docx_text(data, "a.docx")


def read_doc(data: bytes) -> None:
    """Read any Word file of 1997 to 2003."""
    doc_text(data, "a.doc")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": read_text, "html": read_html, "docx": read_docx, "zip": read_zip, "doc": read_doc,
}  # fmt: skip
REGISTRY = load_registry()
with zipfile.ZipFile(min(FILES.glob("*.docx"))) as _sound:
    PACKAGE = {name: _sound.read(name) for name in _sound.namelist()}
_RELATIONS = "word/_rels/document.xml.rels"
_CHUNK = (
    '<Relationship Id="rId900" Target="chunk.html" Type="'
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"/></Relationships>'
)
_TYPES = "[Content_Types].xml"
_HTML = '<Default Extension="html" ContentType="text/html"/></Types>'
PACKAGE[_RELATIONS] = PACKAGE[_RELATIONS].replace(b"</Relationships>", _CHUNK.encode())
PACKAGE[_TYPES] = PACKAGE[_TYPES].replace(b"</Types>", _HTML.encode())


class Finds:
    """Runs inputs, and keeps those that break something."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[str] = set()

    def test(self, data: bytes) -> None:
        """Run one input: its first byte names the target."""
        name = list(TARGETS)[data[0] % len(TARGETS)] if data else "text"
        begin = time.process_time()
        try:
            TARGETS[name](data[1:])
        except SourceError as error:
            if error.code not in CODES:
                self._keep(name, data[1:], f"unknown code {error.code}", "")
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__} {where.filename}:{where.lineno}"
            self._keep(name, data[1:], place, traceback.format_exc())
        spent = time.process_time() - begin
        if spent > SECONDS + SECONDS_A_BYTE * len(data):
            self._keep(name, data[1:], f"slow {name}", f"{spent:.1f} s for {len(data)} bytes")

    def _keep(self, name: str, data: bytes, place: str, told: str) -> None:
        if place in self._seen:
            return
        self._seen.add(place)
        stem = self._folder / f"{name}-{_key(data)}"
        stem.with_suffix(".bin").write_bytes(data)
        stem.with_suffix(".log").write_text(f"{place}\n{told}\n", encoding="utf-8")
        print(f"find: {stem.name}: {place}", file=sys.stderr, flush=True)


def _key(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
