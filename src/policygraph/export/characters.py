"""Characters that neither XML nor a spreadsheet can hold."""

from policygraph.expression import expression

# XML 1.0 (fifth edition), section 2.2, production 2 (Char): all that is not one.
_ILLEGAL = expression("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Marks of direction (Unicode, UAX 9, 2): they let a reader see words in another order.
_DIRECTION = expression("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def legible(value: str) -> str:
    """Put U+FFFD in the place of each character that XML 1.0 forbids, such as NUL."""
    return _ILLEGAL.sub("\ufffd", value)


def in_order(value: str) -> str:
    """Put U+FFFD in the place of what XML forbids and of marks that turn the order of letters.

    For what people read; data keep their marks of direction.
    """
    return _DIRECTION.sub("\ufffd", legible(value))
