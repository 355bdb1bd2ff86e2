"""Radicals and compatibility forms that stand for ideographs: ⼈⺠ for 人民.

A browser that prints a page as PDF names a glyph by the first character that its font draws with
it, and in the common fonts (Noto, Source Han) that is a radical for some two hundred of the most
frequent ideographs: 一, 日, 月, 工, 金, 民, 长, 见. What is copied out of such a file has them too.
The letters look right, and no name, number or date is found in them.

One character becomes one character, so that offsets stay what they are.
"""

import unicodedata
from functools import cache

from policygraph.expression import expression

_RADICAL = expression("[\u2329\u232a\u2e80-\u2fdf\uf900-\ufaff]")
# Unicode Character Database 14.0, property Equivalent_Unified_Ideograph, block CJK Radicals
# Supplement. The Kangxi radicals, the compatibility ideographs and the angle brackets 2329 and 232A
# decompose (NFKC).
_SUPPLEMENT = """
    ⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢
    ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵
    ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓
    ⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎
    ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長
    ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐
    ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜
    ⻲亀 ⻳龟
"""
_SIMPLIFIED = {"⼾": "户"}  # one glyph in simplified fonts; it decomposes to the traditional 戶


def unified(text: str) -> str:
    """Write ideographs for the radicals of a text."""
    return _RADICAL.sub(lambda found: _ideograph(found[0]), text)


def _ideograph(radical: str) -> str:
    plain = _table().get(radical) or unicodedata.normalize("NFKC", radical)
    return plain if len(plain) == 1 else radical


@cache
def _table() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in _SUPPLEMENT.split()} | _SIMPLIFIED
