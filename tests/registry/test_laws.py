"""The table of laws: how many articles a law has, and what a broken number says."""

import csv
import re
from pathlib import Path

import pytest

from policygraph.errors import RegistryError
from policygraph.rdf.registry.laws import law_triples
from policygraph.registry.laws import read_laws
from policygraph.registry.registry import load_registry
from policygraph.text.numerals import to_int
from tests.reading import read

HEAD = "title,full_title,kind,version,articles,source\n"
ARTICLE = re.compile(r"^[\s#*]*第([零〇一二三四五六七八九十百千]+)条(?!之)[\s*　]", re.MULTILINE)


def table(folder: Path, text: str) -> Path:
    """Write a table of laws."""
    file = folder / "laws.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_of_several_versions_that_with_the_most_articles_counts(tmp_path: Path) -> None:
    rows = "甲法,甲法,law,2001-01-01,40,x\n甲法,甲法,law,2011-01-01,38,x\n乙法,乙法,law,,,x\n"
    laws = read_laws([table(tmp_path, HEAD + rows)])
    assert laws.articles == {"甲法": 40}
    assert laws.titles == {"甲法", "乙法"}


def test_a_table_of_ones_own_may_lack_the_column(tmp_path: Path) -> None:
    laws = read_laws([table(tmp_path, "title,full_title,kind,version,source\n甲法,,law,,x\n")])
    assert (laws.titles, laws.articles) == ({"甲法"}, {})


@pytest.mark.parametrize("written", ["四十", "-3", "40.5", "99999"])
def test_a_number_that_is_none_is_told(tmp_path: Path, written: str) -> None:
    file = table(tmp_path, f"{HEAD}甲法,甲法,law,,{written},x\n")
    with pytest.raises(
        RegistryError, match=f"laws.csv: 甲法: articles is '{written}'; give a whole"
    ):
        read_laws([file])


def test_the_numbers_are_those_of_the_published_texts(root: Path, shared: Path) -> None:
    """Counted anew; the books of the civil code are one law that is numbered through."""
    counted: dict[tuple[str, str], int] = {}
    for file in (shared / "laws").glob("*.md"):
        title, _, version = file.stem.partition("(")
        key = (title, version.rstrip(")")) if version else (title.partition("_")[0], "2020-05-28")
        numbers = [to_int(n) or 0 for n in ARTICLE.findall(file.read_text(encoding="utf-8"))]
        counted[key] = max(counted.get(key, 0), *numbers)
    with (root / "data" / "registry" / "laws.csv").open(encoding="utf-8", newline="") as rows:
        told = {
            (row["title"], row["version"]): int(row["articles"])
            for row in csv.DictReader(rows)
            if row["articles"]
        }
    assert told == counted
    assert len(told) == 42


def test_only_laws_that_are_cited_and_counted_are_in_the_graph() -> None:
    record = read("1.甲。依照《中小企业促进法》第十条、《产品质量法》办理。")
    triples = law_triples([record], load_registry())
    told = [(s.rpartition("/")[2], o) for s, p, o in triples if "articleCount" in p]
    assert told == [("中小企业促进法>", '"61"^^<http://www.w3.org/2001/XMLSchema#integer>')]
