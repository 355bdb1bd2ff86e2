"""The process in which a file is taken apart: its side of the pipe.

A request is a line of JSON (``name``, ``seconds``, ``bytes``) and the bytes of the file; a reply is
a line of JSON (``code``, ``message``, ``notices``, ``bytes``) and the text in UTF-8. JSON and not
pickle: what was done to this process by a file must not reach the one that asked.
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

_NOTHING = Extracted("")
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
        _answer(replies, *_read(read, data, request["name"]))
        _set_alarm(0)


def _read(read: Reader, data: bytes, name: str) -> tuple[str, str, Extracted]:
    """Give code, message and what was read: the first two are empty, or the last is."""
    try:
        return "", "", read(data, name)
    except SourceError as error:
        return error.code, str(error), _NOTHING
    except MemoryError:
        message = f"{name}: needs more memory than allowed; split it, or save it anew"
        return "source.too-long", message, _NOTHING
    except Exception as error:  # whatever a file does to a library, it is the file's fault
        message = f"{name}: is damaged ({type(error).__name__}); get it again or save it anew"
        return "source.damaged", message, _NOTHING


def _answer(replies: BinaryIO, code: str, message: str, found: Extracted) -> None:
    encoded = found.text.encode("utf-8", "replace")
    head = {"code": code, "message": message, "notices": found.notices, "bytes": len(encoded)}
    replies.write(json.dumps(head).encode() + b"\n" + encoded)
    replies.flush()


def _set_alarm(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
