"""The process in which a file is taken apart: its side of the pipe.

A request is a line of JSON (``name``, ``seconds``, ``bytes``) and the bytes of the file; a reply is
a line of JSON (``code``, ``zh``, ``en``, ``notices``, ``bytes``) and the text in UTF-8. JSON and
not pickle: what was done to this process by a file must not reach the one that asked.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from policygraph.errors import SourceError
from policygraph.text.inputs.extracted import Extracted

if sys.platform != "win32":
    import resource

MEMORY = 1 << 30  # bytes; a good file of the permitted size needs a fifth of it
_GRACE = 5  # seconds; the one that asked ends this process sooner, if it is still there

Reader = Callable[[bytes, str], Extracted]


def serve(read: Reader) -> None:
    """Answer requests on standard input until it is closed."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no reply
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that asked
    _limit_memory()
    requests = sys.stdin.buffer
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["bytes"])
        _set_alarm(request["seconds"] + _GRACE)
        _answer(replies, _read(read, data, request["name"]))
        _set_alarm(0)


def _read(read: Reader, data: bytes, name: str) -> Extracted | SourceError:
    """Give what was read, or why nothing was."""
    try:
        return read(data, name)
    except SourceError as error:
        return error
    except MemoryError:
        return SourceError(
            zh=f"文件 {name} 所需内存超过上限；请拆分，或重新另存",
            en=f"{name}: needs more memory than allowed; split it, or save it anew",
            code="source.too-long",
        )
    except Exception as error:  # whatever a file does to a library, it is the file's fault
        return SourceError(
            zh=f"文件 {name} 已损坏（{type(error).__name__}）；请重新获取，或重新另存",
            en=f"{name}: is damaged ({type(error).__name__}); get it again or save it anew",
            code="source.damaged",
        )


def _answer(replies: BinaryIO, read: Extracted | SourceError) -> None:
    if isinstance(read, SourceError):
        told = {"code": read.code, "zh": read.said.zh, "en": read.said.en}
        found = Extracted("")
    else:
        told, found = {"code": "", "zh": "", "en": ""}, read
    encoded = found.text.encode("utf-8", "replace")
    head = {**told, "notices": found.notices, "bytes": len(encoded)}
    replies.write(json.dumps(head).encode() + b"\n" + encoded)
    replies.flush()


def _set_alarm(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
