"""Words -> what may stand in XML and HTML: hostile ones too."""

import html

from policygraph.expression import expression

# What XML 1.0, section 2.2, has no place for; and marks that turn the direction of a line.
_FORBIDDEN = expression(
    "[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def escaped(words: str) -> str:
    """Escape words for text and quoted attributes; characters that are not allowed become �."""
    return html.escape(_FORBIDDEN.sub("\ufffd", words), quote=True)
