"""What the files of the repository must not hold: words that age, paths of one machine, hosts."""

import re
from pathlib import Path

import pytest

FORBIDDEN = {
    "the number of an issue": r"""(?<![\w&/#"'(:])#\d{1,2}\b|\bissues?\s+#?\d+\b""",
    "a path of one machine": r"(?<![\w.~])/(?:work|farm|root|home|Users|opt|tmp)/[\w.-]+",
    "a host of a package registry": r"\bpypi\.org|pythonhosted\.org|/pypi/(?:web/)?simple\b",
}


@pytest.fixture(scope="module")
def files(root: Path, tracked: tuple[Path, ...]) -> dict[str, str]:
    """Give the text of every file that is UTF-8, by its path in the repository."""
    found = {}
    for path in tracked:
        try:
            found[path.relative_to(root).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what, files):
    pattern = re.compile(FORBIDDEN[what], re.IGNORECASE)
    hits = [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}"
        for name, text in files.items()
        for hit in pattern.finditer(text)
    ]
    assert hits == []


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("the number of an issue", "mends " + "#" + "12"),
        ("the number of an issue", "see issue" + " 2"),
        ("a path of one machine", "cd " + "/home" + "/me/policygraph"),
        ("a host of a package registry", "https://" + "pypi" + ".org/simple"),
    ],
)
def test_the_pattern_finds(what, text):
    assert re.search(FORBIDDEN[what], text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["color: #333", "&#39;", "https://x.cn/home/a", 'href="#2"'])
def test_the_pattern_leaves(text):
    assert not any(re.search(pattern, text, re.IGNORECASE) for pattern in FORBIDDEN.values())


def test_nothing_large_is_kept(files):
    assert {name: len(text) for name, text in files.items() if len(text) > 3_000_000} == {}
