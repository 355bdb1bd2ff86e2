"""The rules of the house that ruff watches over are switched on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OFFENCES = {
    "PLC0415": '"""A module."""\n\n\ndef _f() -> None:\n    import os\n\n    os.getcwd()\n',
    "PLR0913": '"""A module."""\n\n\ndef _f(a, b, c, d, e, f, g):\n    return a\n',
    "ARG001": '"""A module."""\n\n\ndef _f(unused: int) -> int:\n    return 1\n',
    "D100": "NAME = 1\n",
    "D103": '"""A module."""\n\n\ndef public() -> None:\n    return None\n',
    "E501": '"""A module."""\n\nNAME = "' + "x" * 100 + '"\n',
    "F401": '"""A module."""\n\nimport os\n',
}


def codes(source: str) -> set[str]:
    """Give the codes of what ruff finds in a module of the package with this source."""
    ruff = [sys.executable, "-m", "ruff", "check", "--output-format=json", "--no-cache"]
    run = subprocess.run(
        [*ruff, "--stdin-filename", "src/policygraph/model/offence.py", "-"],
        input=source,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return {finding["code"] for finding in json.loads(run.stdout)}


@pytest.mark.parametrize("code", OFFENCES)
def test_ruff_finds(code):
    assert code in codes(OFFENCES[code])


def test_ruff_accepts_full_width_punctuation():
    assert codes('"""A module（示例）."""\n\nNAME = "《通知》，１"  # 全角：可以\n') == set()
