"""How quoted words differ from the passage that they are taken from."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

RECOGNISED = 0.8  # four characters of five are the same: words of the passage, with slips in them
_LONGEST = 10_000  # characters of an article that slips are looked for in
_AROUND = 40  # characters by which the passage may be longer than what is quoted of it
_BEFORE = 4  # characters that are shown before the first that differs
_SHOWN = 8  # characters of a difference that are shown
_MOST = 3  # differences that are shown


class Wording(NamedTuple):
    """What quoted words are in comparison with a text.

    Attributes:
        similarity: which part of the characters, of the longer of the two, is the same (one minus
            the normalised Levenshtein distance); 1.0 where the text has the words.
        differences: what is printed -> what the text has, shortened; empty unless they are
            recognised and differ.
    """

    similarity: float
    differences: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the text has the words as they are."""
        return self.similarity == 1.0

    @property
    def recognised(self) -> bool:
        """Whether the words are those of a passage of the text, with or without slips."""
        return self.similarity >= RECOGNISED


@lru_cache(maxsize=256)
def compare(quoted: str, text: str) -> Wording:
    """Compare plain words that are quoted with the plain text they are said to be from.

    等 at the end stands for what is left out.
    """
    if quoted.removesuffix("等") in text:
        return Wording(1.0)
    passage = _passage(quoted, text[:_LONGEST])
    similarity = Levenshtein.normalized_similarity(quoted, passage)
    if similarity < RECOGNISED:
        return Wording(similarity)
    return Wording(similarity, _shown(quoted, passage))


def _passage(quoted: str, text: str) -> str:
    """Give the run of the text that is most like the quoted words; of equals the longest."""
    found = partial_ratio_alignment(quoted, text, score_cutoff=50) if text else None
    if found is None:
        return ""
    start, end = (found.dest_start, found.dest_end) if len(quoted) < len(text) else (0, len(text))
    starts = range(max(0, start - _AROUND), min(start + _AROUND, end))
    start = min(starts, key=lambda at: (Levenshtein.distance(quoted, text[at:end]), at))
    ends = range(max(start, end - _AROUND) + 1, min(end + _AROUND, len(text)) + 1)
    end = min(ends, key=lambda at: (Levenshtein.distance(quoted, text[start:at]), -at))
    return text[start:end]


def _shown(quoted: str, passage: str) -> str:
    told = [
        f"{_piece(quoted, *ours)} → {_piece(passage, *theirs)}"
        for ours, theirs in _differing(quoted, passage)
    ]
    return "; ".join([*told[:_MOST], *(["…"] if len(told) > _MOST else [])])


def _differing(quoted: str, passage: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Give where the two differ, what lies beside each other as one."""
    ours, theirs = (0, -2), (0, -2)
    for code in Levenshtein.opcodes(quoted, passage):
        if code.tag == "equal":
            continue
        if code.src_start - ours[1] <= 1:
            ours, theirs = (ours[0], code.src_end), (theirs[0], code.dest_end)
            continue
        if ours[1] >= 0:
            yield ours, theirs
        ours, theirs = (code.src_start, code.src_end), (code.dest_start, code.dest_end)
    if ours[1] >= 0:
        yield ours, theirs


def _piece(words: str, start: int, end: int) -> str:
    """Give the words that differ, with a few before them to know them by."""
    cut = "…" if end - start > _SHOWN else ""
    return words[max(0, start - _BEFORE) : min(end, start + _SHOWN)] + cut or "∅"
