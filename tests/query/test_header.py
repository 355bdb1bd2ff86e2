"""A query file's header: what it may say, and how a broken one is reported."""

import pytest

from policygraph.errors import QueryError
from policygraph.model.code import Severity
from policygraph.query.header import read_question
from policygraph.query.question import Column, Parameter, ParameterType, Scope

GOOD = """\
# zh: 谁？
# en: Who?
# parameter: unit text 澄湖市财政局 | 单位 | name of the unit
# parameter: item integer optional 2 | 项 | item
# parameter: asOf date default=today 2024-06-30 | 日期 | day
# column: who | 谁 | who
#
# A word of explanation: free text.

SELECT ?who WHERE {
  VALUES (?unit ?item ?asOf) { ("澄湖市财政局"@zh UNDEF "2024-06-30") } # parameters
  ?who ?p ?unit
}
"""
FILE = "competency/legal/who.rq"


def test_a_header_is_read():
    question = read_question(FILE, GOOD)
    assert (question.name, question.group, question.zh, question.en) == (
        "who", "legal", "谁？", "Who?",
    )  # fmt: skip
    assert question.parameters == (
        Parameter(
            "unit", ParameterType.TEXT, False, None, "澄湖市财政局", "单位", "name of the unit"
        ),
        Parameter("item", ParameterType.INTEGER, True, None, "2", "项", "item"),
        Parameter("asOf", ParameterType.DATE, False, "today", "2024-06-30", "日期", "day"),
    )
    assert [p.required for p in question.parameters] == [True, False, False]
    assert question.columns == (Column("who", "谁", "who"),)
    assert question.severity is None
    assert question.text == GOOD
    assert question.values_lines == (10,)


def test_a_check_has_a_severity_and_needs_no_parameter():
    text = "# zh: 错\n# en: Wrong.\n# severity: warning\n# column: focus | 项 | thing\nSELECT"
    question = read_question("verify/wrong.rq", text)
    assert (question.group, question.severity) == ("verify", Severity.WARNING)
    assert (question.parameters, question.values_lines) == ((), ())


def test_each_branch_may_have_the_parameters():
    line = GOOD.split("\n")[10]
    text = GOOD.replace("  ?who ?p ?unit\n", f"  {{ ?who ?p ?unit }} UNION {{\n{line}\n  }}\n")
    assert read_question(FILE, text).values_lines == (10, 12)
    with pytest.raises(QueryError, match=r"who\.rq:13: write the same values as in line 11"):
        read_question(FILE, line.replace("财政", "税务").join(text.rsplit(line, 1)))


BROKEN = [
    ("# zh: 谁？\n", "", 1, "has 0 lines '# zh: SENTENCE'"),
    ("# en: Who?", "# en:", 2, "has 1 lines '# en: SENTENCE'"),
    ("# en: Who?", "# en: Who?\n# en: Whom?", 3, "has 2 lines '# en: SENTENCE'"),
    ("# en: Who?", "#en: Who?", 2, "write it as '# KEY: VALUE'"),
    ("# column:", "# columns:", 6, "write it as '# KEY: VALUE'"),
    ("# zh: 谁", "# zh：谁", 1, "write it as '# KEY: VALUE'"),
    ("unit text", "unit word", 3, "type 'word' is not known; use one of: text, title"),
    ("unit text 澄湖市财政局", "unit text", 3, "write it as '# parameter: NAME TYPE"),
    ("| 单位 | name of the unit", "| 单位", 3, "write it as '# parameter: NAME TYPE"),
    ("| 单位 | name", "|  | name", 3, "write it as '# parameter: NAME TYPE"),
    ("# column: who | 谁 | who", "# column: who | 谁", 6, "write it as '# column: NAME"),
    ("# column: who", "# column: the who", 6, "column 'the who' is no name"),
    ("# column: who | 谁 | who\n", "", 1, "declares no column"),
    ("\n#\n", "\n# column: who | 谁 | who\n", 7, "column 'who' is no name or stands twice"),
    ("\n#\n", "\n# scope: document\n", 7, "a check, and no question, has one '# scope:'"),
    ("\n#\n", "\n# severity: error\n", 1, "each check, and no question, has one '# severity:'"),
    (" # parameters", "", 1, "no line ends in '# parameters'"),
    ("(?unit ?item ?asOf)", "(?item ?unit ?asOf)", 11, "VALUES (?unit ?item ?asOf)"),
    ("VALUES (?unit ?item ?asOf) {", "VALUES (?unit ?item ?asOf)", 11, "write it as 'VALUES"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), BROKEN)
def test_a_broken_header_is_reported_with_file_and_line(old, new, line, message):
    assert GOOD.count(old) == 1
    with pytest.raises(QueryError) as error:
        read_question(FILE, GOOD.replace(old, new))
    assert str(error.value).startswith(f"queries/{FILE}:{line}: ")
    assert message in str(error.value)


def test_a_check_says_what_a_row_follows_from():
    head = "# zh: 错\n# en: Wrong.\n# severity: error\n"
    column = "# column: focus | 项 | thing\n"
    assert read_question("verify/a.rq", head + column).scope is Scope.DATASET
    local = read_question("verify/a.rq", f"{head}# scope: document\n{column}")
    assert local.scope is Scope.DOCUMENT
    parameter = "# parameter: asOf date default=today 2024-06-30 | 日期 | day\n"
    for wrong in ("# scope: all\n", "# scope: dataset\n" * 2, f"# scope: document\n{parameter}"):
        values = 'VALUES (?asOf) { ("2024-06-30") } # parameters' if parameter in wrong else ""
        with pytest.raises(QueryError, match=r"verify/a\.rq:4: a check, and no question, has one"):
            read_question("verify/a.rq", head + wrong + column + values)


@pytest.mark.parametrize("severity", ["", "# severity: bad\n", "# severity: error\n" * 2])
def test_a_check_without_a_known_severity_is_reported(severity):
    text = f"# zh: 错\n# en: Wrong.\n{severity}# column: focus | 项 | thing\nSELECT"
    with pytest.raises(QueryError, match=r"verify/wrong\.rq:\d: .*severity"):
        read_question("verify/wrong.rq", text)
