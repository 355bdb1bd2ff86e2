"""Make the files of this folder: the samples as LibreOffice writes them.

``NAME.numbered.pdf`` shows the labels that LibreOffice prints for automatic numbering.

Run ``python -m tests.text.inputs.data.make`` at the top of the repository; needs LibreOffice
Writer (``soffice``) and the fonts Noto Sans CJK. Tests only read what it made.
"""

import subprocess
import tempfile
from pathlib import Path

from tests.text.inputs.manuscript import SAMPLES, manuscript
from tests.text.inputs.numbered import full_width, to_numbered_docx
from tests.text.inputs.typed import to_docx

HERE = Path(__file__).parent
SAMPLES_FOLDER = HERE.parents[3] / "data" / "samples"
KINDS = ("docx:MS Word 2007 XML", "pdf:writer_pdf_Export", "html:HTML (StarWriter)")
NUMBERED = ("chenghu-xiugai-yijian", "yunling-shishi-fangan")  # Writer knows no lvlRestart


def convert(paths: list[Path], kind: str) -> None:
    """Have LibreOffice save files in another format, in this folder."""
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(HERE)]
    subprocess.run([*command, *map(str, paths)], check=True)


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
        convert(numbered, KINDS[1])


if __name__ == "__main__":
    main()
