"""Characters that a page does not print, and line breaks that stand for nothing."""

from policygraph.expression import expression

# Full-width characters, between which a line break is no blank (CSS Text 3, section 4.1.3).
_WIDE = (
    "\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
_BREAK_IN_CHINESE = expression(rf"(?<=[{_WIDE}])[ \t]*[\r\n\f][ \t\r\n\f]*(?=[{_WIDE}])")
_BLANKS = expression(r"[ \t\r\n\f]+")
_INVISIBLE = expression(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_ASCII_WORD = expression(r"[0-9A-Za-z]")
INDENT = "\u3000\u3000"


def visible(text: str) -> str:
    """Drop control characters, soft hyphens and others that take no room on the page."""
    return _INVISIBLE.sub("", text)


def collapsed(text: str) -> str:
    """Give text as a browser lays it out: runs of blanks are one, breaks in Chinese are none."""
    return _BLANKS.sub(" ", _BREAK_IN_CHINESE.sub("", text))


def joined(before: str, after: str) -> str:
    """Join two printed lines of one paragraph: with a blank only between Latin words."""
    latin = bool(_ASCII_WORD.match(before[-1:]) and _ASCII_WORD.match(after[:1]))
    return f"{before} {after}" if latin else before + after
