"""Titles without title marks that stand alone: entries of a list, headings of a part."""

import re
from functools import lru_cache

from policygraph.registry.words import Words, alternation
from policygraph.text.title import NUMBER

_DECREE = r"[\u4e00-\u9fff]{1,14}令第?\s?[\d一二三四五六七八九十百]{1,5}\s?号"


@lru_cache(maxsize=8)
def title_alone(words: Words) -> re.Pattern[str]:
    """Match a name that ends in a kind of document (``title``), its number, and no more.

    澄湖市渔港规定（市政府令第114号）; ``note`` is what stands in the brackets.
    """
    return re.compile(
        r"[\s|、.．]*(?P<title>[\u4e00-\u9fff][\u4e00-\u9fff\d、〈〉“”—-]{3,80}"
        rf"(?:{alternation(words.kinds)})(?:[（(](?:试行|暂行|修订)[）)])?)"
        r"\s*(?:[（(|]\s*(?P<note>(?:\d{4}年\d{1,2}月\d{1,2}日)?[^（）()]{0,30}?"
        rf"(?P<number>{NUMBER.pattern}|{_DECREE})[^（）()]{{0,20}}|[^（）()]{{1,80}}?)[）)|]?)?"
        r"[\s。；;|]*$"
    )
