"""What the real documents quote from laws, against the texts of the laws."""

import random
import re
from pathlib import Path

from policygraph.read import read_file
from policygraph.registry.registry import load_registry
from policygraph.resolve.quotations import compare_quotations
from policygraph.text.files import find_files


def told(*paths: Path) -> list[tuple[str, str, str, tuple[int, int]]]:
    """Give file, code, detail and span of each quotation that is not what the law says."""
    read = [read_file(path) for path in find_files(paths)]
    texts = {each.record.sha256: each.text for each in read if each.record}
    records = [each.record for each in read if each.record]
    compared = compare_quotations(records, load_registry(), texts.get)
    return [
        (record.source, finding.code, finding.detail, finding.span)
        for record, found in compared
        for finding in found
    ]


def test_one_word_of_one_quotation_differs_and_nothing_else(shared: Path) -> None:
    corpus = sorted((shared / "corpus").glob("*.txt"))
    assert len(corpus) == 5
    ((file, code, detail, span),) = told(*corpus, shared / "laws")
    assert (file, code) == ("yangquan-2024-amendment.txt", "citation.quotation-differs")
    assert detail == "公平竞争审查条例 第十条（三）: 社会保险 → 社会保险费"
    text = read_file(shared / "corpus" / file).text
    words = text[slice(*span)]
    assert words.startswith("给予特定经营者要素获取")
    assert words.endswith("社会保险等方面的优惠")


def test_no_other_real_document_gives_a_false_alarm(shared: Path) -> None:
    assert told(shared / "corpus" / "more", shared / "laws") == []


def test_laws_quoted_as_they_are_or_abridged_are_right(shared: Path, tmp_path: Path) -> None:
    """Every article quoted whole, and with an ellipsis somewhere in the middle."""
    chance = random.Random(1)
    count = 0
    for number, path in enumerate(find_files([shared / "laws"])):
        law = read_file(path)
        lines = ["关于学习法律的通知"]
        for clause in law.record.clauses if law.record else ():
            if clause.style != "article":
                continue
            printed = law.text[clause.start : clause.end].partition("\n#")[0]
            words = re.sub(r"^第\S+条\s*|[“”]", "", printed.strip())
            first, last = sorted(chance.choices(range(len(words)), k=2))
            for quoted in (words, f"{words[:first]}……{words[last:]}"):
                lines.append(
                    f"根据《{path.name.partition('(')[0]}》{clause.label}规定：“{quoted}”。"
                )
        count += len(lines) - 1
        (tmp_path / f"notice-{number}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    assert count >= 5000
    assert told(tmp_path, shared / "laws") == []
