"""Make the files of this folder: the samples as LibreOffice writes them.

Run ``python -m tests.text.inputs.data.make`` at the top of the repository; needs LibreOffice
Writer (``soffice``) and the fonts Noto Sans CJK. Tests only read what it made.
"""

import subprocess
import tempfile
from pathlib import Path

from tests.text.inputs.manuscript import SAMPLES, manuscript
from tests.text.inputs.typed import to_docx

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[3]
_KINDS = ("docx:MS Word 2007 XML", "pdf:writer_pdf_Export", "html:HTML (StarWriter)")


def main() -> None:
    """Type each sample, and have LibreOffice save it in each format."""
    with tempfile.TemporaryDirectory() as folder:
        typed = [Path(folder) / f"{name}.docx" for name in SAMPLES]
        for path in typed:
            path.write_bytes(to_docx(manuscript(_ROOT / "data" / "samples", path.stem)))
        for kind in _KINDS:
            command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(_HERE)]
            subprocess.run([*command, *map(str, typed)], check=True)


if __name__ == "__main__":
    main()
