"""OFDs put together part by part, so that a test says what stands in each."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

SPACE = "http://www.ofdspec.org/2016"
SIZE = 5.6  # millimetres
LEFT, TOP = 28.0, 40.0
AREA = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"


def part(name: str, inside: str, attributes: str = "", space: str = SPACE) -> bytes:
    """Give a part: an element called ``name`` with what is in it."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<ofd:{name} xmlns:ofd="{space}"{attributes}>{inside}</ofd:{name}>'.encode()


def words(x: float, y: float, text: str, size: float = SIZE, attributes: str = "") -> str:
    """Give a line of text that begins at x; its base line is at y."""
    steps = [size if ord(char) > 0x7F else size / 2 for char in text[:-1]]
    return placed(
        x, y, text, f'DeltaX="{" ".join(f"{step:g}" for step in steps)}"', size, attributes
    )


def placed(
    x: float, y: float, text: str, deltas: str, size: float = SIZE, attributes: str = ""
) -> str:
    """Give a line of text with its deltas as they are written."""
    code = f'<ofd:TextCode X="0" Y="{size}" {deltas}>{escape(text)}</ofd:TextCode>'
    box = f"{x:g} {y - size:g} 150 {size * 1.2:g}"
    return f'<ofd:TextObject ID="9" Boundary="{box}" Font="3" Size="{size:g}"{attributes}>{code}</ofd:TextObject>'


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Give a line."""
    data = f"M 0 0 L {x1 - x0:g} {y1 - y0:g}"
    box = f"{x0:g} {y0:g} {x1 - x0:g} {y1 - y0:g}"
    return f'<ofd:PathObject ID="9" Boundary="{box}" LineWidth="0.2"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


def picture(x: float, y: float, width: float, height: float) -> str:
    """Give a picture; its bytes are in no part."""
    return f'<ofd:ImageObject ID="9" Boundary="{x} {y} {width} {height}" CTM="{width} 0 0 {height} 0 0" ResourceID="7"/>'


def page(*objects: str, before: str = "", layer: str = "") -> bytes:
    """Give a page with one layer."""
    inside = f"<ofd:Content><ofd:Layer ID='2'{layer}>{''.join(objects)}</ofd:Layer></ofd:Content>"
    return part("Page", before + inside)


def document(count: int, common: str = "", behind: str = "") -> bytes:
    """Give a document of so many pages."""
    pages = "".join(
        f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(count)
    )
    inside = (
        f"<ofd:CommonData>{AREA}{common}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages>{behind}"
    )
    return part("Document", inside)


def root(*roots: str, inside: str = "") -> bytes:
    """Give OFD.xml for documents with these roots."""
    bodies = (
        f"<ofd:DocBody><ofd:DocRoot>{each}</ofd:DocRoot>{inside}</ofd:DocBody>" for each in roots
    )
    return part("OFD", "".join(bodies), ' DocType="OFD" Version="1.0"')


def archive(members: Mapping[str, bytes]) -> bytes:
    """Pack parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return buffer.getvalue()


def members(pages: Iterable[bytes], common: str = "", behind: str = "") -> dict[str, bytes]:
    """Give the parts of an OFD with these pages."""
    every = list(pages)
    made = {
        "OFD.xml": root("Doc_0/Document.xml"),
        "Doc_0/Document.xml": document(len(every), common, behind),
    }
    return made | {f"Doc_0/Pages/Page_{n}/Content.xml": data for n, data in enumerate(every)}


def ofd(*pages: bytes, common: str = "", behind: str = "", **others: bytes) -> bytes:
    """Give an OFD with these pages; other parts lie in ``Doc_0`` and end in ``.xml``."""
    beside = {f"Doc_0/{name}.xml": data for name, data in others.items()}
    return archive(members(pages, common, behind) | beside)
