"""Words as a terminal or a page can show them."""

from policygraph.expression import expression

# C0 and C1 controls but tab and line feed; marks that turn the direction of a line; surrogates.
_CONTROL = expression(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(words: str) -> str:
    """Give words as they can be shown: what a terminal would obey or what turns lines is �."""
    return _CONTROL.sub("\ufffd", words)
