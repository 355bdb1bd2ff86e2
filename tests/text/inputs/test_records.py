"""The same document as text, HTML, DOCX, DOC, PDF and OFD gives the same record but for offsets."""

import hashlib
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from policygraph.build import build
from policygraph.model.record import Record, read_record
from policygraph.model.source import Source
from policygraph.read import extract_record
from policygraph.registry.registry import Registry, load_registry
from policygraph.text.reader import read_source
from tests.reading import source_of
from tests.text.inputs.bare import bare
from tests.text.inputs.manuscript import SAMPLES, Line, Manuscript, Table, manuscript
from tests.text.inputs.numbered import full_width, to_numbered_docx
from tests.text.inputs.ofd_written import HEAD, WAYS, to_ofd
from tests.text.inputs.pages import FURNITURE, PAGES
from tests.text.inputs.typed import to_docx

_WRITTEN = Path(__file__).with_name("data")
_MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "html": "text/html",
    "pdf": "application/pdf",
}
_RUNNING_ON = {"chenghu-ruogan-cuoshi": "ar-dot", "qingshi-tongzhi": "cn-paren"}


@pytest.fixture(scope="module")
def registry(root: Path) -> Registry:
    return load_registry([root / "data" / "samples" / "registry"])


@pytest.fixture(scope="module")
def expected(root: Path, registry: Registry) -> dict[str, dict[str, Any]]:
    """Give what the text of each sample says."""
    samples = root / "data" / "samples"
    found = {
        name: bare(extract_record(read_source(samples / f"{name}.txt"), registry))
        for name in SAMPLES
    }
    assert all(len(record["clauses"]) >= 10 for record in found.values())
    return found


def read_bytes(folder: Path, name: str, data: bytes) -> Source:
    path = folder / name
    path.write_bytes(data)
    return read_source(path)


def holds(source: Source, record: Record) -> bool:
    """Say whether every fact is where the record says."""
    rows = (*record.responsibilities, *record.citations)
    return all("".join(source.at(span) for span in row.spans) == row.as_written for row in rows)


@pytest.mark.parametrize("kind", _MEDIA)
@pytest.mark.parametrize("name", SAMPLES)
def test_what_libreoffice_wrote_is_read_as_the_text_is(name, kind, registry, expected):
    source = read_source(_WRITTEN / f"{name}.{kind}")
    record = extract_record(source, registry)
    assert (record.media_type, record.source) == (_MEDIA[kind], f"{name}.{kind}")
    assert bare(record) == expected[name]
    assert holds(source, record)
    assert record.text_sha256 == hashlib.sha256(source.text.encode()).hexdigest()
    assert record.text_sha256 != record.sha256


@pytest.mark.parametrize("name", ["chenghu-xiugai-yijian", "yunling-shishi-fangan"])
def test_what_a_browser_printed_is_read_as_the_text_is(name, registry, expected):
    file = _WRITTEN / f"{name}.browser.pdf"
    with pdfplumber.open(file) as pdf:
        printed = "".join(char["text"] for page in pdf.pages for char in page.chars)
    assert "⼈⺠政府" in printed  # radicals
    assert bare(extract_record(read_source(file), registry)) == expected[name]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_docx_is_read_as_the_text_is(name, root, registry, expected, tmp_path):
    data = to_docx(manuscript(root / "data" / "samples", name))
    record = extract_record(read_bytes(tmp_path, "typed.docx", data), registry)
    assert bare(record) == expected[name]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_web_page_is_read_as_the_text_is(name, page, root, registry, expected, tmp_path):
    data = PAGES[page](manuscript(root / "data" / "samples", name))
    source = read_bytes(tmp_path, "page.htm", data)
    assert bare(extract_record(source, registry)) == expected[name]
    assert [words for words in FURNITURE if words in source.text] == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", SAMPLES)
def test_an_ofd_is_read_as_the_text_is(name, way, root, registry, expected, tmp_path):
    data = to_ofd(manuscript(root / "data" / "samples", name), way)
    source = read_bytes(tmp_path, f"{name}.ofd", data)
    record = extract_record(source, registry)
    assert record.media_type == "application/ofd"
    assert bare(record) == expected[name]
    assert holds(source, record)
    assert HEAD not in source.text
    assert "— 1 —" not in source.text


@pytest.mark.parametrize("name", SAMPLES)
def test_automatic_numbers_are_read_as_printed_ones_are(name, root, registry, tmp_path):
    typed = full_width(manuscript(root / "data" / "samples", name))
    data = to_numbered_docx(typed, _RUNNING_ON.get(name, ""))
    source = read_bytes(tmp_path, "numbered.docx", data)
    assert [line.strip("\u3000") for line in source.text.splitlines()] == list(lines(typed))
    record = extract_record(source, registry)
    assert bare(record) == bare(extract_record(source_of("\n".join(lines(typed))), registry))
    assert holds(source, record)


@pytest.mark.parametrize("name", ["chenghu-xiugai-yijian", "yunling-shishi-fangan"])
def test_automatic_numbers_of_a_doc_are_read_as_those_of_a_docx(name, root, registry, tmp_path):
    typed = full_width(manuscript(root / "data" / "samples", name))
    docx = read_bytes(tmp_path, "numbered.docx", to_numbered_docx(typed, ""))
    doc = read_source(_WRITTEN / f"{name}.numbered.doc")
    assert doc.text == docx.text
    assert bare(extract_record(doc, registry)) == bare(extract_record(docx, registry))


@pytest.mark.parametrize("name", ["chenghu-xiugai-yijian", "yunling-shishi-fangan"])
def test_automatic_numbers_are_those_that_libreoffice_prints(name, root, registry, tmp_path):
    typed = full_width(manuscript(root / "data" / "samples", name))
    read = extract_record(
        read_bytes(tmp_path, "numbered.docx", to_numbered_docx(typed, "")), registry
    )
    printed = extract_record(read_source(_WRITTEN / f"{name}.numbered.pdf"), registry)
    assert bare(read) == bare(printed)


def test_a_build_in_several_processes_reads_all_formats(root, tmp_path):
    samples = root / "data" / "samples"
    folder = tmp_path / "policies"
    folder.mkdir()
    for path in _WRITTEN.iterdir():
        if path.suffix.removeprefix(".") in _MEDIA:
            (folder / path.name).write_bytes(path.read_bytes())
    for page, make in PAGES.items():
        (folder / f"{page}.htm").write_bytes(make(manuscript(samples, SAMPLES[0])))
    read_source(_WRITTEN / f"{SAMPLES[0]}.html")  # a reader of this process is at work already
    result = build([folder], tmp_path / "out", local_registry=[samples / "registry"], jobs=2)
    assert result.manifest.counts["documents"] == len(list(folder.iterdir())) == 26
    assert not [problem for problem in result.problems if problem.said]
    for path in (tmp_path / "out" / "records").iterdir():
        record = read_record(path)
        kept = (tmp_path / "out" / "text" / f"{record.sha256}.txt").read_bytes()
        assert hashlib.sha256(kept).hexdigest() == record.text_sha256
    assert read_source(_WRITTEN / f"{SAMPLES[0]}.html").text


def lines(parts: Manuscript) -> list[str]:
    """Give the lines of a manuscript as a text file has them."""
    rows = (
        part.rows if isinstance(part, Table) else ((part.text,),)
        for part in parts
        if isinstance(part, Table | Line)
    )
    return ["\t".join(row) for table in rows for row in table]
