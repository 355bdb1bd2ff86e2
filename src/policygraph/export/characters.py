"""Characters that neither XML nor a spreadsheet can hold."""

from policygraph.expression import expression

# XML 1.0 (fifth edition), section 2.2, production 2 (Char): all that is not one.
_ILLEGAL = expression("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legible(value: str) -> str:
    """Put U+FFFD in the place of each character that XML 1.0 forbids, such as NUL."""
    return _ILLEGAL.sub("\ufffd", value)
