"""The library of questions: the files of ``queries/``, read once."""

from difflib import get_close_matches
from functools import cache
from pathlib import Path

from policygraph.assets import asset_dir
from policygraph.errors import QueryError, reason
from policygraph.query.header import read_question
from policygraph.query.question import Question

# The folders of queries/competency, in the order in which they are shown.
GROUPS: dict[str, tuple[str, str]] = {
    "legal": ("政策法规", "Policy and law"),
    "supervision": ("督查", "Supervision"),
    "engineer": ("数据工程", "Data engineering"),
    "researcher": ("研究", "Research"),
}


def load_questions(folder: Path) -> tuple[Question, ...]:
    """Read all query files under a folder, in the order of groups and names.

    Args:
        folder: a folder laid out as ``queries/``: ``competency/GROUP/*.rq``, ``verify/*.rq``.

    Raises:
        QueryError: a file has a broken header, or two files have the same name.
    """
    found: dict[str, Question] = {}
    for path in sorted(folder.rglob("*.rq")):
        file = path.relative_to(folder).as_posix()
        question = read_question(file, _text(path, file))
        first = found.setdefault(question.name, question)
        if first is not question:
            raise QueryError(
                zh=f"queries/{file} 与 queries/{first.file} 同名；请改名",
                en=f"queries/{file}: the name is taken by queries/{first.file}; rename it",
            )
    order = [*GROUPS, "verify"]
    unknown = next((q for q in found.values() if q.group not in order), None)
    if unknown is not None:
        raise QueryError(
            zh=f"queries/{unknown.file} 所在的文件夹不可用；请移到以下之一：{'、'.join(order)}",
            en=f"queries/{unknown.file}: move it to a folder named {', '.join(order)}",
        )
    return tuple(sorted(found.values(), key=lambda q: (order.index(q.group), q.name)))


def _text(path: Path, file: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error)
        raise QueryError(
            zh=f"queries/{file} 无法按 UTF-8 读取：{why.zh}；请检查后另存",
            en=f"queries/{file}: cannot be read as UTF-8: {why.en}; check it and save it anew",
        ) from error


@cache
def _shipped() -> tuple[Question, ...]:
    return load_questions(asset_dir("queries"))


def questions() -> tuple[Question, ...]:
    """Give the questions of users (``queries/competency``)."""
    return tuple(question for question in _shipped() if question.group != "verify")


def verify_queries() -> tuple[Question, ...]:
    """Give the checks over the whole dataset (``queries/verify``); each row is a finding."""
    return tuple(question for question in _shipped() if question.group == "verify")


def find_question(name: str) -> Question:
    """Give a question or a check by its name.

    Raises:
        QueryError: there is none; names those that are spelled nearly so, else all.
    """
    by_name = {question.name: question for question in _shipped()}
    if name in by_name:
        return by_name[name]
    public = [question.name for question in questions()]
    near = get_close_matches(name, by_name) or sorted(public)
    raise QueryError(
        zh=f"没有名为“{name}”的问题；请改用其中之一：{'、'.join(near)}",
        en=f"question {name!r} is not known; did you mean: {', '.join(near)}?",
    )
