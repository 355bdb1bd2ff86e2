"""In which encoding a web page is, and its characters.

The order is that of the HTML standard (section 13.2.3.2, encoding sniffing): byte order mark, then
what the page declares, then what fits. What a page declares is believed only where it fits: many
pages say utf-8 and are GBK, or the reverse.
"""

import codecs
import re

from policygraph.errors import SourceError
from policygraph.expression import expression
from policygraph.text.inputs.plain import BROKEN, MOST_BROKEN, decoded

_SNIFFED = 4096  # bytes; the standard looks at 1024, some content systems write comments first
_DECLARED = expression(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""",
    re.I,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels of the Encoding standard, section 4.2, as far as Chinese pages use them.
_LABELS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le"), "utf-8"),
    **dict.fromkeys(
        ("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "chinese", "csgb2312"), "gb18030"
    ),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5"), "big5hkscs"),
}


def decode_page(data: bytes, name: str) -> str:
    """Decode a web page.

    A page with a few broken characters is read with U+FFFD in their place, as browsers do.

    Raises:
        SourceError: it is in no encoding that is known here.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return decoded(data[len(mark) :], encoding, "replace")
    candidates = list(dict.fromkeys((*_declared(data), "utf-8", "gb18030")))
    for encoding in candidates:
        try:
            return decoded(data, encoding)
        except UnicodeDecodeError:
            continue
    text = min((decoded(data, c, "replace") for c in candidates), key=lambda t: t.count(BROKEN))
    if b"\0" in data or text.count(BROKEN) > MOST_BROKEN * len(text) + 1:
        raise SourceError(
            zh=f"网页文件 {name} 的编码无法识别；请另存为 UTF-8 编码",
            en=f"{name}: is in no encoding known here; save it as UTF-8",
            code="source.binary",
        )
    return text


def _declared(data: bytes) -> list[str]:
    match = _DECLARED.search(data[:_SNIFFED])
    label = match[1].decode("ascii").lower() if match else ""
    return [_LABELS[label]] if label in _LABELS else []
