"""The page docs/questions.md is made from the files, and is current."""

from policygraph.query.library import questions, verify_queries
from policygraph.query.page import questions_page


def test_the_page_is_current(root):
    page = (root / "docs" / "questions.md").read_text(encoding="utf-8")
    assert page == questions_page(), "run: policygraph docs --write"


def test_the_page_tells_every_question_and_check(root):
    page = questions_page()
    for question in questions() + verify_queries():
        assert f"](../queries/{question.file})" in page
        assert question.zh in page
        assert question.en in page
        assert (root / "queries" / question.file).is_file()
