"""Whether decoded text is Chinese: bytes of another encoding decode too, to characters nobody uses.

Two sets of characters tell it, each the frequent half of a standard: level 1 of GB 2312-80 (3,755
simplified characters) and level 1 of Big5 (about 5,400 traditional ones). Of the Han characters of
a document nearly all are in one of them; of Big5 or UTF-8 that was read as GBK less than two
thirds. Measured on 67 documents and on each of them read in six wrong encodings.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache

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


def check_legible(text: str, name: str) -> tuple[Notice, ...]:
    """Say whether a text holds next to no Chinese.

    Raises:
        SourceError: its characters are those of a text read in a wrong encoding.
    """
    counts = Counter(text)
    han = {c: n for c, n in counts.items() if _within(c, _HAN)}
    chinese, strange = sum(han.values()), _strange(counts)
    letters = chinese + strange + sum(n for c, n in counts.items() if c.isalpha() and c not in han)
    if letters < _FEWEST:
        return ()
    if _is_rare(han, chinese) or (strange > _STRANGE * letters and chinese < strange):
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
    counts = Counter(text)
    usual = sum(n for c, n in counts.items() if " " <= c <= "~" or c in _OTHERS or _frequent(c))
    return usual / len(text) if text else 0.0


def _frequent(character: str) -> bool:
    return any(character in level for level in _levels())


def _is_rare(han: dict[str, int], chinese: int) -> bool:
    """Say whether Han characters are not those that are frequent, simplified or traditional."""
    if chinese < _FEWEST:
        return False
    most = max(sum(n for c, n in han.items() if c in level) for level in _levels())
    return most < _FREQUENT * chinese


def _strange(counts: Counter[str]) -> int:
    return sum(
        n for c, n in counts.items() if c not in _USED and (c == "\ufffd" or _within(c, _ODD))
    )


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
