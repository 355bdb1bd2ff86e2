"""Regular expressions that are compiled when they are first used.

The reading has eight hundred of them. Compiling them all took more than half of the time in which a
command starts that reads one document, which needs half of them, or none.
"""

import re
from typing import Any, AnyStr, cast

_MEMBERS = (
    "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn",
    "flags", "groups", "groupindex",
)  # fmt: skip


class _Compiled:
    """What ``re.Pattern`` has, bound to one pattern: asked for as fast as of the pattern itself."""

    __slots__ = ("given", "pattern", *_MEMBERS)

    given: int
    pattern: str | bytes

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy and pickle it as it is written, used or not."""
        return expression, (self.pattern, self.given)


class _Expression(_Compiled):
    """The same before it is first used; it becomes the other one then."""

    __slots__ = ()

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.given = flags

    def __getattr__(self, name: str) -> Any:
        """Compile: what is asked for here has no value yet."""
        compiled = re.compile(self.pattern, self.given)
        for member in _MEMBERS:
            setattr(self, member, getattr(compiled, member))
        object.__setattr__(self, "__class__", _Compiled)
        return getattr(self, name)


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give a regular expression, as ``re.compile`` does, without compiling it yet.

    For the constants of modules. ``match.re`` of its matches is the pattern of ``re``, and not it.

    Raises:
        re.error: when it is first used, if it is none.
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))


def matched(match: re.Match[AnyStr] | None) -> re.Match[AnyStr]:
    """Give the match of a pattern that any text matches, such as ``[^、]*``: there is one."""
    if match is None:
        raise AssertionError("the pattern does not match every text")
    return match
