"""Every question has a case of its own name with the rows it must give, and the reverse."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = sorted(path.stem for path in (ROOT / "queries" / "competency").rglob("*.rq"))
CASES = sorted(path.stem for path in (ROOT / "tests" / "query" / "competency").rglob("*.toml"))
CHECKS = sorted(path.stem for path in (ROOT / "queries" / "verify").rglob("*.rq"))


def test_questions_and_checks_are_found():
    assert len(QUESTIONS) >= 6
    assert len(CHECKS) >= 4


def test_no_two_questions_have_one_name():
    names = [*QUESTIONS, *CHECKS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_a_case(question):
    assert question in CASES, f"write tests/query/competency/{question}.toml"


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_a_question(case):
    assert case in QUESTIONS, f"there is no queries/competency/*/{case}.rq"


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_is_tested(check, root):
    tests = [
        path
        for folder in ("query", "validate")
        for path in (root / "tests" / folder).rglob("*")
        if path.suffix in {".py", ".toml"}
    ]
    named = [path for path in tests if path.stem == check or check in path.read_text("utf-8")]
    assert named, f"no test under tests/query or tests/validate names the check {check}"
