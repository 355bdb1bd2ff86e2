"""JSON files that begin with the SHA-256 of the rest, so that damage that is still JSON is seen.

{"sha256":"…", and the object as it was without
"""

import hashlib

_BEFORE, _BEHIND = b'{"sha256":"', b'",'
_DIGITS = 64  # of a SHA-256


def sealed(data: bytes) -> bytes:
    """Give the bytes of a JSON object, which is not empty, with the SHA-256 of them in front."""
    digest = hashlib.sha256(data).hexdigest().encode()
    return _BEFORE + digest + _BEHIND + data.removeprefix(b"{")


def unsealed(data: bytes) -> bytes:
    """Give the bytes that were sealed.

    Raises:
        ValueError: they are no longer as they were, or never were sealed.
    """
    begin = len(_BEFORE) + _DIGITS + len(_BEHIND)
    inside = b"{" + data[begin:]
    if sealed(inside) != data:
        raise ValueError("not as it was sealed")
    return inside
