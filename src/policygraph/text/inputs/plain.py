"""Bytes -> characters: UTF-8, UTF-16 and GB18030, and what to do where bytes are damaged."""

from policygraph.errors import SourceError
from policygraph.model.source import Notice
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.legible import frequent_share

BROKEN = "\ufffd"
MOST_BROKEN = 0.001  # of the characters; beyond, the text is in another encoding
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 1 << 16  # bytes that tell UTF-16 without its mark
_USUAL = 0.9  # of its characters are those of Chinese documents
# GB 18030-2022 gives these code positions their own characters; the codec of Python follows the
# edition of 2000, which had only private ones for them.
_OF_2022 = str.maketrans(
    dict(
        zip(
            (*range(0xE78D, 0xE797), 0xE7C7, 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843,
             0xE854, 0xE864),
            "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19\u1e3f"
            "\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb",
            strict=True,
        )
    )
)  # fmt: skip


def decoded(data: bytes, encoding: str, errors: str = "strict") -> str:
    """Decode bytes; ``gb18030`` as the edition of 2022 has it.

    Raises:
        UnicodeDecodeError: ``errors`` is ``strict``, and the bytes are in another encoding.
    """
    text = data.decode(encoding, errors)
    return text.translate(_OF_2022) if encoding == "gb18030" else text


def plain_text(data: bytes, name: str) -> Extracted:
    """Decode the bytes of a text file.

    UTF-8 of which a few bytes are damaged is read with U+FFFD in their place, and told of.

    Raises:
        SourceError: the bytes are no text in an encoding that is known here.
    """
    if data.startswith(_UTF16):
        return Extracted(_strict(data, "utf-16", name))
    if b"\0" in data:
        raise _no_text(data, name)
    try:
        return Extracted(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", "replace")
        if text.count(BROKEN) <= MOST_BROKEN * len(text):
            return Extracted(text, broken_characters(text))
        return Extracted(_strict(data, "gb18030", name))


def broken_characters(text: str) -> tuple[Notice, ...]:
    """Tell how many characters of a text are damaged, if any."""
    count = text.count(BROKEN)
    return (Notice("source.broken-characters", str(count)),) if count else ()


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return decoded(data, encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        wide = encoding == "utf-16"
        if not wide and _is_unmarked_utf16(data):
            raise _unmarked(name) from error
        raise SourceError(
            zh=f"文件 {name} 不是 {'UTF-16' if wide else 'UTF-8 或 GB18030'} 编码的文本"
            f"（第 {error.start} 字节有误）；请另存为 UTF-8 文本",
            en=f"{name}: is {'no UTF-16' if wide else 'neither UTF-8 nor GB18030'} text"
            f" (byte {error.start}); save it as UTF-8 text",
            code="source.binary",
        ) from error


def _is_unmarked_utf16(data: bytes) -> bool:
    """Say whether bytes, two by two, are characters that Chinese documents are made of."""
    if len(data) % 2:
        return False
    texts = (data[:_LOOKED_AT].decode(code, "replace") for code in ("utf-16-le", "utf-16-be"))
    return any(frequent_share(text) >= _USUAL for text in texts)


def _unmarked(name: str) -> SourceError:
    return SourceError(
        zh=f"文件 {name} 似为没有字节顺序标记的 UTF-16 文本；请另存为 UTF-8 文本",
        en=f"{name}: seems to be UTF-16 without its mark; save it as UTF-8 text",
        code="source.binary",
    )


def _no_text(data: bytes, name: str) -> SourceError:
    """Say what bytes with zeros are."""
    if _is_unmarked_utf16(data):
        return _unmarked(name)
    return SourceError(
        zh=f"文件 {name} 是二进制文件；请另存为纯文本",
        en=f"{name}: is a binary file; save it as plain text",
        code="source.binary",
    )
