"""Reading HTML, DOCX, DOC, PDF and OFD in a process that can be killed.

The libraries that take these formats apart can hang, crash, or unfold a small file to more than
the memory holds (a page of 1 MB can make a tree of any size; a stream in a PDF unpacks without
bound). So they run in a process of their own, with limited time and memory: one for each format,
started when first needed and used again for the next file.
"""

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any

from policygraph.errors import SourceError
from policygraph.model.codes import CODES
from policygraph.model.source import Notice
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.formats import DOC, DOCX, HTML, OFD, PDF, Format

_HERE = __name__.rpartition(".")[0]
_PROGRAMS = {
    HTML: f"{_HERE}.html.page",
    DOCX: f"{_HERE}.docx.document",
    DOC: f"{_HERE}.doc.document",
    PDF: f"{_HERE}.pdf.document",
    OFD: f"{_HERE}.ofd.document",
}
SECONDS = {HTML: 20.0, DOCX: 60.0, DOC: 60.0, PDF: 180.0, OFD: 60.0}
_NOTICES = 100  # of one file
_FILES = 500  # for one process; what libraries leak goes with it


class _Child:
    """A process that reads files of one format, one at a time."""

    def __init__(self, program: str) -> None:
        # it imports from where this process does, but not from the folder we happen to be in
        path = os.pathsep.join(part for part in sys.path if part)
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-W", "ignore", "-m", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        self._timed_out = threading.Event()
        self._is_busy = False
        self._files = 0

    @property
    def is_spent(self) -> bool:
        """Whether another process should read the next file."""
        return self._is_busy or self._files >= _FILES or self._timed_out.is_set()

    def read(self, data: bytes, name: str, seconds: float) -> Extracted:
        """Give the text of a file.

        Raises:
            SourceError: it has none to give, took too long, or brought the process down.
        """
        self._files += 1
        self._is_busy = True  # and stays so if we are interrupted: its reply would come too late
        clock = threading.Timer(seconds, self._stop)
        clock.start()
        try:
            head, text = self._ask(data, {"name": name, "seconds": seconds, "bytes": len(data)})
            self._is_busy = False
        except (OSError, ValueError) as error:
            raise self._failed(name, seconds) from error
        finally:
            clock.cancel()
            clock.join()
        if head["code"]:
            raise SourceError(zh=head["zh"], en=head["en"], code=head["code"])
        return Extracted(text, _notices(head.get("notices")))

    def _failed(self, name: str, seconds: float) -> SourceError:
        if self._timed_out.is_set():
            return SourceError(
                zh=f"文件 {name} 的读取超过 {seconds:g} 秒；请拆分，或重新另存",
                en=f"{name}: took longer than {seconds:g} s; split it, or save it anew",
                code="source.too-long",
            )
        return SourceError(
            zh=f"文件 {name} 已损坏（读取程序意外结束）；请重新获取，或重新另存",
            en=f"{name}: is damaged (the reader broke down); get it again or save it anew",
            code="source.damaged",
        )

    def _ask(self, data: bytes, request: dict[str, Any]) -> tuple[dict[str, Any], str]:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise OSError("the process has no pipes")
        stdin.write(json.dumps(request).encode() + b"\n" + data)
        stdin.flush()
        head = json.loads(stdout.readline())
        body = stdout.read(head["bytes"])
        if len(body) != head["bytes"]:
            raise OSError("the reply is cut off")
        return head, body.decode()

    def _stop(self) -> None:
        self._timed_out.set()
        self._process.kill()

    def let_go(self) -> None:
        """Close our ends of the pipes; with the last of them closed it ends by itself."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def end(self) -> None:
        """End it, and wait until it has."""
        self._process.kill()
        self.let_go()
        self._process.wait()


def _notices(told: Any) -> tuple[Notice, ...]:
    """Give the notices of a reply; what is none is passed over."""
    listed = told if isinstance(told, list) else []
    pairs = [pair for pair in listed if isinstance(pair, list) and len(pair) == 2]
    known = ((str(code), str(detail)) for code, detail in pairs if str(code) in CODES)
    return tuple(Notice(code, detail[:80]) for code, detail in known)[:_NOTICES]


class _Children:
    """The processes of this one: at most one for each format."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._children: dict[Format, _Child] = {}
        self._foreign: list[_Child] = []

    def read(self, kind: Format, data: bytes, name: str) -> Extracted:
        with self._lock:
            child = self._children.get(kind)
            if child is None:
                child = self._children[kind] = _Child(_PROGRAMS[kind])
            try:
                return child.read(data, name, SECONDS[kind])
            finally:
                if child.is_spent:
                    self._children.pop(kind).end()

    def end(self) -> None:
        with self._lock:
            while self._children:
                self._children.popitem()[1].end()

    def disown(self) -> None:
        """Leave them to the process that this one was forked from."""
        self._lock = threading.Lock()
        self._foreign.extend(self._children.values())
        self._children = {}
        for child in self._foreign:
            child.let_go()


_CHILDREN = _Children()
atexit.register(_CHILDREN.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_CHILDREN.disown)


def extract_text(kind: Format, data: bytes, name: str) -> Extracted:
    """Give the text of a file of format ``kind``, and what of the file is not in it.

    Raises:
        SourceError: it is damaged, locked, too long, or holds no text; the message says what to do.
    """
    return _CHILDREN.read(kind, data, name)
