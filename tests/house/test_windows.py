"""What can be shown here of Windows: no module needs what it lacks; its language and its locks."""

import ctypes
import errno
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from policygraph.cli import usage
from policygraph.errors import reason
from policygraph.rdf.dataset import earlier

# All else is imported before the platform is said to be another: the standard library looks at it.
IMPORT_ALL = """
import importlib, os, pkgutil, signal, sys
import policygraph

def modules():
    names = [m.name for m in pkgutil.walk_packages(policygraph.__path__, "policygraph.")]
    return [name for name in names if not name.endswith("__main__")]

for name in modules():
    importlib.import_module(name)
for name in [name for name in sys.modules if name.partition(".")[0] == "policygraph"]:
    del sys.modules[name]
for lacking in ("resource", "fcntl", "pwd", "grp", "termios"):
    sys.modules[lacking] = None  # an import raises ImportError
for lacking in ("setitimer", "ITIMER_REAL", "SIGALRM", "SIGKILL", "SIGHUP"):
    delattr(signal, lacking)
for lacking in ("fork", "getuid", "sched_getaffinity", "killpg"):
    delattr(os, lacking)
sys.platform = "win32"
import policygraph
found = modules()
for name in found:
    importlib.import_module(name)
assert len(found) > 300, len(found)
"""


def test_every_module_can_be_imported_without_what_windows_lacks():
    run = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("number", "language"), [(0x0804, "zh"), (0x0404, "zh"), (0x0409, "en"), (0x0411, "en")]
)
def test_the_language_is_that_of_windows_where_no_variable_says_it(monkeypatch, number, language):
    for name in ("LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert usage.system_language() == language
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert usage.system_language() == "zh"


@pytest.mark.parametrize(
    ("number", "zh"), [(32, "正在被其他程序使用"), (5, "没有权限，或正在被其他程序使用")]
)
def test_a_file_that_another_program_holds_is_said_to_be_in_use(number, zh):
    error = PermissionError(errno.EACCES, "denied")
    assert reason(error).zh == "没有权限"
    error.winerror = number  # as Windows tells it: errno alone does not say which
    assert reason(error).zh.startswith(zh)
    assert "in use" in reason(error).en


def test_a_link_that_cannot_be_made_is_a_copy(monkeypatch, tmp_path):
    def unavailable(*_, **__):
        raise NotImplementedError("link: follow_symlinks unavailable on this platform")

    monkeypatch.setattr(os, "link", unavailable)
    (tmp_path / "old").write_text("x", encoding="utf-8")
    earlier.link(str(tmp_path / "old"), str(tmp_path / "new"))
    assert (tmp_path / "new").read_text(encoding="utf-8") == "x"
