"""The shipped questions and checks; how a folder of queries is read."""

import re

import pytest

from policygraph.errors import QueryError
from policygraph.model.code import Severity
from policygraph.query.library import (
    GROUPS,
    find_question,
    load_questions,
    questions,
    verify_queries,
)
from policygraph.rdf.vocabulary import PREFIXES

QUERY = "# zh: 谁？\n# en: Who?\n# column: who | 谁 | who\nSELECT ?who {}"


def test_the_shipped_questions():
    assert [(q.group, q.name) for q in questions()] == [
        ("legal", "bases-of-document"),
        ("legal", "clauses-citing-article"),
        ("legal", "documents-of-ended-places"),
        ("legal", "ended-bodies-named"),
        ("legal", "expiring"),
        ("legal", "policies-in-force"),
        ("legal", "what-is-added"),
        ("legal", "what-is-deleted"),
        ("supervision", "all-duties-of-unit"),
        ("supervision", "bodies-that-took-over"),
        ("supervision", "clauses-without-unit"),
        ("supervision", "duties-of-unit"),
        ("supervision", "duties-through-groups"),
        ("supervision", "duties-through-reforms"),
        ("supervision", "ended-documents-cited"),
        ("supervision", "holders-of-clause"),
        ("supervision", "inherited-duties"),
        ("supervision", "life-of-body"),
        ("supervision", "units-working-together"),
        ("supervision", "what-changes-for-units"),
        ("supervision", "what-is-due"),
        ("engineer", "facts-of-document"),
        ("engineer", "units-of-clause"),
        ("engineer", "unresolved-names"),
        ("researcher", "data-sources"),
        ("researcher", "places-before"),
        ("researcher", "rewards-by-place"),
        ("researcher", "similar-clauses"),
        ("researcher", "targets-by-place"),
        ("researcher", "what-carries-out"),
    ]
    assert {q.group for q in questions()} == set(GROUPS)


def test_the_shipped_checks():
    assert {q.name: q.severity for q in verify_queries()} == {
        "agency-cycle": Severity.ERROR,
        "amended-clause-unknown": Severity.WARNING,
        "article-not-in-law": Severity.WARNING,
        "basis-ended": Severity.INFO,
        "carries-out-ended": Severity.WARNING,
        "change-before-body": Severity.ERROR,
        "duplicate-clause-number": Severity.WARNING,
        "expiry-before-issue": Severity.ERROR,
        "issued-outside-its-place": Severity.WARNING,
        "name-of-two-bodies": Severity.WARNING,
        "name-outside-its-days": Severity.WARNING,
        "number-of-another-title": Severity.WARNING,
        "quoted-words-differ": Severity.WARNING,
        "responsibility-without-agency": Severity.ERROR,
        "shortcut-and-node-disagree": Severity.ERROR,
        "sources-differ": Severity.WARNING,
    }


@pytest.mark.parametrize("question", questions() + verify_queries(), ids=lambda q: q.name)
def test_a_file_spells_prefixes_as_the_vocabulary_does(question):
    declared = dict(re.findall(r"^PREFIX ([\w-]+): <([^>]+)>$", question.text, re.MULTILINE))
    assert declared
    lists = (
        "change-kind",
        "deadline-kind",
        "operation",
        "place-change-kind",
        "quantity-kind",
        "relation",
        "role",
        "status",
    )
    concepts = {name: f"{PREFIXES['pgc']}{name}/" for name in lists}
    assert declared.items() <= (PREFIXES | concepts).items()
    body = "\n".join(
        line for line in question.text.split("\n") if not line.startswith(("#", "PRE"))
    )
    assert [name for name in declared if f"{name}:" not in body] == []


def test_a_question_is_found_by_name():
    assert find_question("duties-of-unit").file == "competency/supervision/duties-of-unit.rq"


def test_an_unknown_name_is_answered_with_near_ones():
    with pytest.raises(
        QueryError, match="'duty-of-unit' is not known; did you mean: duties-of-unit"
    ):
        find_question("duty-of-unit")
    with pytest.raises(
        QueryError, match="did you mean: all-duties-of-unit, bases-of-document, bodies-that-took"
    ):
        find_question("???")


def folder_of(tmp_path, **files):
    """Write query files; ``__`` in a name stands for a folder."""
    for name, text in files.items():
        path = tmp_path / f"{name.replace('__', '/')}.rq"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


def test_a_folder_is_read_in_the_order_of_groups(tmp_path):
    folder = folder_of(
        tmp_path,
        competency__researcher__a=QUERY,
        competency__legal__z=QUERY,
        competency__legal__b=QUERY,
    )
    assert [q.name for q in load_questions(folder)] == ["b", "z", "a"]


def test_a_name_that_is_taken_is_reported(tmp_path):
    folder = folder_of(tmp_path, competency__legal__a=QUERY, competency__researcher__a=QUERY)
    with pytest.raises(QueryError, match=r"researcher/a\.rq: the name is taken by .*legal/a\.rq"):
        load_questions(folder)


def test_a_folder_of_another_name_is_reported(tmp_path):
    with pytest.raises(QueryError, match=r"competency/law/a\.rq: move it to a folder named legal"):
        load_questions(folder_of(tmp_path, competency__law__a=QUERY))


def test_a_file_that_is_not_utf8_is_reported(tmp_path):
    with pytest.raises(QueryError, match=r"legal/a\.rq: cannot be read as UTF-8"):
        load_questions(folder_of(tmp_path, competency__legal__a=b"# zh: \xff"))
