"""Whether decoded text is Chinese: bytes of another encoding decode too, to characters nobody uses.

Two sets of characters tell it, each the frequent half of a standard: level 1 of GB 2312-80 (3,755
simplified characters) and level 1 of Big5 (about 5,400 traditional ones). Of the Han characters of
a document nearly all are in one of them; of Big5 or UTF-8 that was read as GBK less than two
thirds. Measured on 67 documents and on each of them read in six wrong encodings.
"""

from collections import Counter
from collections.abc import Iterable
from enum import IntEnum
from functools import cache, lru_cache

from policygraph.errors import SourceError
from policygraph.model.source import Notice

_FEWEST = 20  # letters; of fewer nothing can be said
_FREQUENT = 0.75  # of the Han characters, in one of the two sets
_STRANGE = 0.3  # of all letters
_CHINESE = 0.1  # of all letters
_HAN = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
# What bytes read as Latin-1, Windows-1252 or Shift JIS become: letters of Western Europe, controls,
# half-width kana; and characters that no standard gives a meaning, or that stand for lost ones.
_ODD = (("\x80", "\x9f"), ("\xa1", "\xff"), ("\ue000", "\uf8ff"), ("\uff61", "\uff9f"))
_OTHERS = frozenset("\t\r\n\u3000、。〈〉《》「」〔〕【】（），：；？！％“”‘’…—")
_USED = frozenset("·×÷°±§")  # of Latin-1, in Chinese documents too


class _Kind(IntEnum):
    """Sorts of characters; Han by whether they are frequent, and in which writing."""

    BOTH = 0
    SIMPLIFIED = 1
    TRADITIONAL = 2
    RARE = 3
    STRANGE = 4
    LETTER = 5
    OTHER = 6


_FREQUENT_KINDS = (_Kind.BOTH, _Kind.SIMPLIFIED, _Kind.TRADITIONAL)


def check_legible(text: str, name: str) -> tuple[Notice, ...]:
    """Say whether a text holds next to no Chinese.

    Raises:
        SourceError: its characters are those of a text read in a wrong encoding.
    """
    counts = [0] * len(_Kind)
    for character, count in Counter(text).items():
        counts[_kind(character)] += count
    strange = counts[_Kind.STRANGE]
    chinese = sum(counts[kind] for kind in _FREQUENT_KINDS) + counts[_Kind.RARE]
    letters = chinese + strange + counts[_Kind.LETTER]
    if letters < _FEWEST:
        return ()
    most = counts[_Kind.BOTH] + max(counts[_Kind.SIMPLIFIED], counts[_Kind.TRADITIONAL])
    is_rare = chinese >= _FEWEST and most < _FREQUENT * chinese
    if is_rare or (strange > _STRANGE * letters and chinese < strange):
        raise SourceError(
            zh=f"文件 {name} 的文字是乱码（编码识别有误，或保存前已损坏，如 Big5 文本）；"
            "请找回原文件，另存为 UTF-8 文本",
            en=f"{name}: its characters make no sense (another encoding, such as Big5, or damaged"
            " before it was saved); find the original and save it as UTF-8 text",
            code="source.garbled",
        )
    if chinese < _CHINESE * letters:
        return (Notice("source.not-chinese", f"{chinese} / {letters}"),)
    return ()


def frequent_share(text: str) -> float:
    """Give the share of characters that Chinese documents are made of, from 0 to 1."""
    usual = (
        count
        for character, count in Counter(text).items()
        if " " <= character <= "~" or character in _OTHERS or _kind(character) in _FREQUENT_KINDS
    )
    return sum(usual) / len(text) if text else 0.0


@lru_cache(maxsize=1 << 16)
def _kind(character: str) -> _Kind:
    simplified, traditional = (character in level for level in _levels())
    if _within(character, _HAN):
        if simplified and traditional:
            return _Kind.BOTH
        if simplified or traditional:
            return _Kind.SIMPLIFIED if simplified else _Kind.TRADITIONAL
        return _Kind.RARE
    if character == "\ufffd" or (_within(character, _ODD) and character not in _USED):
        return _Kind.STRANGE
    return _Kind.LETTER if character.isalpha() else _Kind.OTHER


def _within(character: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= character <= last for first, last in ranges)


@cache
def _levels() -> tuple[frozenset[str], frozenset[str]]:
    """Give level 1 of GB 2312 (rows 16 to 55) and of Big5 (A440 to C67E)."""
    trails = bytes(range(0x40, 0xFF))
    simplified = ((lead, trail) for lead in range(0xB0, 0xD8) for trail in trails)
    traditional = ((lead, trail) for lead in range(0xA4, 0xC7) for trail in trails)
    return _characters(simplified, "gb2312"), _characters(traditional, "big5")


def _characters(pairs: Iterable[tuple[int, int]], encoding: str) -> frozenset[str]:
    return frozenset("".join(bytes(pair).decode(encoding, "ignore") for pair in pairs))
