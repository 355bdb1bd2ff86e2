"""With which characters a match of a regular expression begins.

To look at one character first is cheaper than to try some hundred words.
"""

import re
from collections.abc import Sequence

# an escape, a class, what opens or closes a group, what repeats; else a character by itself
_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])+\]|\(\?(?:<?[=!]|P<\w+>|:)|\{\d*,?\d*\}|.", re.S)
_LOOKS = frozenset(("(?=", "(?!", "(?<=", "(?<!"))
_REPEATS = ("?", "*", "+", "{")
_OR_NONE = ("?", "*", "{0,")


def beginnings(pattern: str) -> str:
    r"""Give a class of the characters with which a match of ``pattern`` can begin.

    What stands before and behind a match is passed over: the class may hold some more of them.

    Args:
        pattern: literals, classes, groups and look-around, of which no way may be empty.

    Raises:
        ValueError: a match may be empty, or begin with what is in no class.
    """
    found: set[str] = set()
    _, empty = _ways(_TOKEN.findall(pattern), 0, found)
    if empty or any(token.startswith((".", "[^", "^", "$")) for token in found):
        raise ValueError(f"no class of beginnings: {pattern}")
    return f"[{''.join(sorted(token.strip('[]') for token in found))}]"


def _ways(tokens: Sequence[str], at: int, found: set[str]) -> tuple[int, bool]:
    """Collect the beginnings of all ways up to the end of the group.

    Returns:
        where the group ends, and whether a way may be empty.
    """
    empty, goes_on = False, True  # nothing of this way need have been matched so far
    while at < len(tokens) and tokens[at] != ")":
        if tokens[at] == "|":
            empty, goes_on = empty or goes_on, True
            at += 1
            continue
        begins: set[str] = set()
        at, none = _element(tokens, at, begins)
        if goes_on:
            found |= begins
            goes_on = none
    return at, empty or goes_on


def _element(tokens: Sequence[str], at: int, begins: set[str]) -> tuple[int, bool]:
    """Collect the beginnings of one character, class or group with its repetition."""
    token, none = tokens[at], False
    if token.startswith("("):
        at, none = _ways(tokens, at + 1, begins)
    else:
        begins.add(token)
    at += 1
    if token in _LOOKS:
        begins.clear()
        none = True
    while at < len(tokens) and tokens[at].startswith(_REPEATS):
        none = none or tokens[at].startswith(_OR_NONE)
        at += 1
    return at, none
