"""Make the files of this folder: the samples as LibreOffice and a browser write them.

``NAME.numbered.pdf`` shows the labels that LibreOffice prints for automatic numbering, and
``NAME.numbered.doc`` holds them as lists; ``parts.doc`` holds what else a document may hold;
``NAME.browser.pdf`` is a web page as Chromium prints it, with its head, foot and radicals.

Run ``python -m tests.text.inputs.data.make`` at the top of the repository; needs LibreOffice
Writer (``soffice``), Chromium and the fonts Noto Sans CJK. Tests only read what it made.
"""

import subprocess
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.text.inputs.manuscript import SAMPLES, manuscript
from tests.text.inputs.numbered import full_width, to_numbered_docx
from tests.text.inputs.pages import modern
from tests.text.inputs.parts import parts_docx
from tests.text.inputs.typed import to_docx

HERE = Path(__file__).parent
SAMPLES_FOLDER = HERE.parents[3] / "data" / "samples"
KINDS = (
    "docx:MS Word 2007 XML",
    "doc:MS Word 97",
    "pdf:writer_pdf_Export",
    "html:HTML (StarWriter)",
)
NUMBERED = ("chenghu-xiugai-yijian", "yunling-shishi-fangan")  # Writer knows no lvlRestart
PRINTED = ("chenghu-xiugai-yijian", "yunling-shishi-fangan")
BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")


def convert(paths: list[Path], kind: str) -> None:
    """Have LibreOffice save files in another format, in this folder."""
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(HERE)]
    subprocess.run([*command, *map(str, paths)], check=True)


def print_page(page: bytes, name: str, folder: Path) -> None:
    """Have the browser print a page as it does by itself: with day, title, address and number."""
    (folder / "page.html").write_bytes(page)
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/page.html"
        to = f"--print-to-pdf={HERE / name}.browser.pdf"
        subprocess.run([*BROWSER, f"--user-data-dir={folder / 'profile'}", to, address], check=True)
        server.shutdown()


def main() -> None:
    """Type each sample, and have LibreOffice save it in each format."""
    with tempfile.TemporaryDirectory() as folder:
        typed = [Path(folder) / f"{name}.docx" for name in SAMPLES]
        for path in typed:
            path.write_bytes(to_docx(manuscript(SAMPLES_FOLDER, path.stem)))
        for kind in KINDS:
            convert(typed, kind)
        numbered = [Path(folder) / f"{name}.numbered.docx" for name in NUMBERED]
        for path, name in zip(numbered, NUMBERED, strict=True):
            path.write_bytes(to_numbered_docx(full_width(manuscript(SAMPLES_FOLDER, name)), ""))
        for kind in KINDS[1:3]:
            convert(numbered, kind)
        parts = Path(folder) / "parts.docx"
        parts.write_bytes(parts_docx())
        convert([parts], KINDS[1])
        for name in PRINTED:
            print_page(modern(manuscript(SAMPLES_FOLDER, name)), name, Path(folder))


if __name__ == "__main__":
    main()
