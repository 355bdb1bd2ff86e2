"""Words can be read on what lies behind them: WCAG 2.2, 1.4.3, in light and in dark."""

import re

import pytest

TINTS = ("duty", "cite", "change", "figure", "time", "found")
LEAST = 4.5  # of words of this size


@pytest.fixture(scope="module")
def sheet(root):
    return (root / "web" / "static" / "policygraph.css").read_text(encoding="utf-8")


def colours(sheet, dark):
    first, second = re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)[:2]
    found = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", first))
    return found | (dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", second)) if dark else {})


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula():
    assert round(contrast("#fff", "#000"), 1) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_words_stand_out(sheet, dark):
    known = colours(sheet, dark)
    pairs = [("ink", tint) for tint in TINTS]
    words = ("ink", "quiet", "accent", "link", "visited", "good", "bad")
    pairs += [(word, ground) for word in words for ground in ("paper", "card")]
    for word, ground in pairs:
        assert contrast(known[word], known[ground]) >= LEAST, (word, ground)


def test_quiet_words_stand_on_no_tint(sheet):
    """Quiet words on a tint have less: the kinds of facts in an outline had 4.1, in dark 3.8."""
    quiet = re.findall(r"^([^{}@]*)\{[^}]*[^-]color: var\(--quiet\)", sheet, re.MULTILINE)
    assert len(quiet) > 20
    assert not [each for each in quiet if re.search(r"mentions|legend|chosen|severity", each)]
