"""Patterns that begin with a frequent character and end in a rare one, looked for by their end."""

import re
from collections.abc import Iterator


def ending_in(
    sign: re.Pattern[str], whole: re.Pattern[str], reach: int, text: str
) -> Iterator[re.Match[str]]:
    r"""Give the matches of a pattern in a text, in order, as ``whole.finditer(text)`` would.

    A search runs fast from literal to literal and slowly from class to class.

    Args:
        sign: matches the end of what is looked for, and begins with a literal.
        whole: ends in ``\Z``; holds what ``sign`` matches at its end and nowhere else.
        reach: characters of the longest match.
        text: the text.
    """
    for end in sign.finditer(text):
        match = whole.search(text, max(0, end.end() - reach), end.end())
        if match:
            yield match
