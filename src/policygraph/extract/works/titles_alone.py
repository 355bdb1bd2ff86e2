"""Titles without title marks that stand alone: entries of a list, headings of a part."""

import re
from functools import lru_cache

from policygraph.registry.words import Words, alternation
from policygraph.text.title import NUMBER

DECREE = r"[\u4e00-\u9fff]{1,14}令第?\s?[\d一二三四五六七八九十百]{1,5}\s?号"


@lru_cache(maxsize=8)
def title_alone(words: Words) -> re.Pattern[str]:
    """Match a name that ends in a kind of document (``title``), its number, and no more.

    澄湖市渔港规定（市政府令第114号）; ``note`` is what stands in the brackets.
    """
    return re.compile(
        r"[\s|、.．]*(?P<title>[\u4e00-\u9fff][\u4e00-\u9fff\d、〈〉“”—-]{3,80}"
        rf"(?:{alternation(words.kinds)})(?:[（(](?:试行|暂行|修订)[）)])?)"
        r"\s*(?:[（(|]\s*(?P<note>(?:\d{4}年\d{1,2}月\d{1,2}日)?[^（）()]{0,30}?"
        rf"(?P<number>{NUMBER.pattern}|{DECREE})[^（）()]{{0,20}}|[^（）()]{{1,80}}?)[）)|]?)?"
        r"[\s。；;|]*$"
    )


@lru_cache(maxsize=8)
def title_listed(words: Words) -> re.Pattern[str]:
    """Match an entry of a list of documents: a title, which may hold title marks, and its number.

    关于印发《澄湖市渔港规定》的通知（澄政发〔2011〕12号）; ``first`` is a number before the title,
    ``note_end`` stands behind what belongs to the entry.
    """
    kind = alternation(words.kinds)
    return re.compile(
        rf"(?:\d{{1,4}}(?=[\t |]))?[\s|、.．]*(?:(?P<first>{NUMBER.pattern})[\s:：|]{{0,4}})?"
        r"(?P<title>[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z\d、〈〉《》“”（）()·—\-\s]{3,160}?"
        rf"(?:{kind})(?:[（(](?:试行|暂行|修订|修正)[）)])?)"
        r"(?:\s*[（(]\s*(?P<note>(?:\d{4}年\d{1,2}月\d{1,2}日)?[^（）()]{0,30}?"
        rf"(?P<number>{NUMBER.pattern}|{DECREE})[^（）()]{{0,20}}|[^（）()]{{1,80}}?)[）)]"
        rf"|[\s|]+(?P<bare>{NUMBER.pattern}|{DECREE}))?(?P<note_end>)"
        r"[\s。；;，,|]*$"
    )


@lru_cache(maxsize=8)
def title_in_row(words: Words) -> re.Pattern[str]:
    """Match a row whose cells are parted by blanks: 3 关于…的通知 澄政发〔2011〕12号 …."""
    return re.compile(
        r"[ \t\u3000]*\d{1,4}[ \u3000]+(?P<title>[\u4e00-\u9fff《]"
        r"[\u4e00-\u9fffA-Za-z\d、〈〉《》“”（）()·—-]{3,120}?"
        rf"(?:{alternation(words.kinds)})(?:[（(](?:试行|暂行|修订|修正)[）)])?)[ \u3000]+"
        rf"(?P<bare>{NUMBER.pattern}|{DECREE})(?P<note_end>)(?:[ \u3000][^\n]*)?\s*$"
    )


@lru_cache(maxsize=8)
def title_with_history(words: Words) -> re.Pattern[str]:
    """Match a title and, in a bracket of any length, who issued and who changed the document."""
    return re.compile(
        r"[\s|、.．]*(?P<title>[\u4e00-\u9fff][\u4e00-\u9fff\d、〈〉“”—-]{3,80}"
        rf"(?:{alternation(words.kinds)})(?:[（(](?:试行|暂行|修订)[）)])?)"
        r"\s*[（(](?P<note>[^（）()]{1,60}(?:发布|公布|通过|批准|印发|令)[^（）()]{0,800})[）)][\s。；;]*$"
    )
