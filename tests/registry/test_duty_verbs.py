"""The table of verbs that lay a duty on a body."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from policygraph.errors import RegistryError
from policygraph.extract.body_duties.listed_verbs import task_beginning
from policygraph.registry.duty_verbs import USES, DutyVerb, read_duty_verbs
from policygraph.registry.registry import load_registry

HEAD = "word,use,not_before,not_behind,source\n"


def table(folder: Path, rows: str) -> Path:
    path = folder / "duty_verbs.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def test_a_row_tells_what_makes_another_word_of_the_verb(tmp_path: Path) -> None:
    verbs = read_duty_verbs(table(tmp_path, "监督,plain,管理 员,社会 舆论,invented\n"))
    assert verbs["plain"] == (DutyVerb("监督", ("管理", "员"), ("社会", "舆论")),)


def test_a_use_that_is_not_known_is_named_with_its_line(tmp_path: Path) -> None:
    rows = "监督,plain,,,invented\n巡查,plein,,,invented\n"
    with pytest.raises(RegistryError, match="line 3: use 'plein' is not known; use one of task, "):
        read_duty_verbs(table(tmp_path, rows))


def test_no_use_is_empty_and_none_has_a_word_twice() -> None:
    verbs = load_registry().words.duty_verbs
    assert set(verbs) == set(USES)
    assert [use for use in USES if not verbs[use]] == []
    twice = [
        (use, word)
        for use in USES
        for word, times in Counter(verb.word for verb in verbs[use]).items()
        if times > 1
    ]
    assert twice == []


@pytest.mark.parametrize(
    ("printed", "at", "is_task"),
    [
        ("巡查堤防", 0, True),
        ("巡查员到岗", 0, False),  # not_before
        ("联合巡查堤防", 2, True),
        ("社会巡查堤防", 2, False),  # not_behind, of one length
        ("志愿者巡查堤防", 3, False),  # and of another
        ("具体巡查堤防", 0, True),  # behind how it is done
        ("堤防巡查", 0, False),
    ],
)
def test_a_verb_is_read_from_its_row(printed: str, at: int, is_task: bool) -> None:
    words = load_registry().words
    verb = DutyVerb("巡查", ("员",), ("社会", "志愿者"))
    known = replace(words, duty_verbs={"task": (verb,), "task-opening": (verb,)})
    assert bool(task_beginning(known).match(printed, at)) is is_task
