"""The labels of marks: 责任单位：, 牵头单位为, 牵 头 单 位：."""

import re
from collections.abc import Iterable
from functools import lru_cache

from policygraph.expression import expression
from policygraph.registry.words import Words, factored

_BLANKS = r"[ \t\u3000\n]{0,2}"  # the characters of a label that is spread over its line


def labelled(labels: Iterable[str], behind: str = "", *, spread: bool) -> str:
    """Give a regular expression for a label (group ``label``) and the sign behind it.

    责任单位：A, 责任单位为A, 责任单位——A; 牵 头 单 位：A. Only a colon makes a label of a word that
    is not itself a name for units (分工：, but 分工为主).

    Args:
        labels: the labels.
        behind: what may stand between label and sign.
        spread: whether labels may be spread over their lines (``are_spread``).
    """
    every = factored(labels, _BLANKS if spread else "")
    said = r"(?<=[位门体])(?P<said>[—–－-]{1,2}|为|是)\s*"
    between = rf"\s*(?:{behind}\s*)?" if behind else r"\s*"  # a run of blanks is read in one way
    return rf"(?P<label>{every}){between}(?:[:：∶]|{said})"


@lru_cache(maxsize=8)
def _spread(words: Words) -> dict[str, re.Pattern[str]]:
    """Match two characters that stand in labels, and blanks between them: by the first blank."""
    first = "".join(sorted({char for label in words.role_labels for char in label[:-1]}))
    second = "".join(sorted({char for label in words.role_labels for char in label[1:]}))
    # each begins with a literal, so that the search is fast
    broken = expression("\n(?<=[责牵配任头合单部处科股]\n)[任头合单位部门处科股室]")
    return {"\n": broken} | {
        blank: re.compile(
            f"{blank}(?<=[{re.escape(first)}]{blank})[ \t\u3000]?[{re.escape(second)}]"
        )
        for blank in " \t\u3000"
    }


def are_spread(text: str, words: Words) -> bool:
    """Say whether a text may print labels spread over their lines: 牵 头 单 位. Few do."""
    return any(blank in text and spread.search(text) for blank, spread in _spread(words).items())


@lru_cache(maxsize=8)
def label_of(words: Words, *, spread: bool) -> re.Pattern[str]:
    """Match a label in a mark, with what stands before and behind it (group ``label``)."""
    label = labelled(words.role_labels, r"[（(][^（）()]{0,12}[）)]", spread=spread)
    bare = factored(
        (w for w in words.role_labels if w.endswith(("单位", "部门"))), _BLANKS if spread else ""
    )
    # 牵头单位：市财政局责任单位：市商务局: lines that were put together
    glued = (
        r"(?<=[局委厅会院行府办司团心门位业）)])(?=(?:责任|牵头|配合|主办|协办)(?:单位|部门)[:：])"
    )
    # 责任单位市财政局: the sign is left out before what begins like a unit
    first = "".join(sorted({word[0] for word in words.role_labels}))
    return re.compile(
        rf"(?=[{re.escape(first)}])(?:^|(?<=[\s，,；;。、（(〔])|{glued})"
        rf"(?:{label}|(?P<bare>{bare})(?=(?:[省市县区州]|各[省市县区有相乡镇])[^，。]))"
    )
