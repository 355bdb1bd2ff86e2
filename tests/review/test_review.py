"""A review corrects what was read: rows out, rows in, and a finding for what fits no more."""

from pathlib import Path

import pytest

from policygraph.model.facts import Role
from policygraph.model.record import from_json, to_json
from policygraph.review.apply import apply_review, review_for, review_path, with_review
from policygraph.review.file import read_review, row_types
from tests.reading import read

TEXT = """云岭市人民政府办公室关于支持企业发展的通知
一、甲
（一）乙。建立培育库，由县区统计机构通报。（责任单位：市财政局、有关部门）
（二）丙。建立培育库。（责任单位：市财政局）
本通知自2024年1月1日起施行，有效期至2025年12月31日。
"""
SAID = 'by = "督查室"\nwhen = 2024-05-06\nwhy = "核对原文"\n'


def review_of(tmp_path: Path, toml: str):
    path = tmp_path / "a.review.toml"
    path.write_text(toml, encoding="utf-8")
    return read_review(path)


def applied(tmp_path: Path, toml: str):
    record, findings = apply_review(read(TEXT), TEXT, review_of(tmp_path, toml))
    return record, [(f.code, f.detail) for f in findings]


def units(record):
    return [(r.clause, r.as_written, r.role.value, r.rule) for r in record.responsibilities]


def entry(kind: str, body: str) -> str:
    return f"[[{kind}]]\n{body}\n{SAID}"


def test_a_wrong_row_is_taken_out(tmp_path: Path) -> None:
    toml = entry(
        "wrong", 'list = "responsibilities"\nrow = { clause = "1/1", as_written = "有关部门" }'
    )
    record, findings = applied(tmp_path, toml)
    assert [row[:2] for row in units(record)] == [("1/1", "市财政局"), ("1/2", "市财政局")]
    assert findings == []


def test_a_row_that_matches_no_more_is_stale(tmp_path: Path) -> None:
    toml = entry("wrong", 'list = "responsibilities"\nrow = { clause = "1/2", role = "lead" }')
    record, findings = applied(tmp_path, toml)
    assert units(record) == units(read(TEXT))
    assert findings == [("review.stale", "a.review.toml wrong[1]")]


def test_a_quote_tells_rows_apart(tmp_path: Path) -> None:
    toml = entry(
        "wrong", 'list = "responsibilities"\nrow = { role = "responsible" }\nquote = "有关\\n部门"'
    )
    record, _ = applied(tmp_path, toml)
    assert [row[1] for row in units(record)] == ["市财政局", "市财政局"]


def test_a_missing_row_is_put_in_at_its_place(tmp_path: Path) -> None:
    toml = entry(
        "missing",
        'list = "responsibilities"\nrow = { clause = "1/1", role = "support" }\nquote = "县区统计机构"',
    )
    record, findings = applied(tmp_path, toml)
    assert findings == []
    assert units(record)[0] == ("1/1", "县区统计机构", "support", "review")
    added = record.responsibilities[0]
    assert [TEXT[s.start : s.end] for s in added.spans] == ["县区统计机构"]
    assert (added.resolved, added.segment, added.group) == ("县区统计机构", 1, False)
    assert added.role is Role.SUPPORT


@pytest.mark.parametrize(
    ("clause", "quote", "code"),
    [
        ("1/1", "市商务局", "review.not-found"),
        ("7", "市财政局", "review.not-found"),  # no such clause
        ("1", "建立培育库", "review.not-found"),  # it stands in the parts of clause 1
        ("preamble", "市财政局", "review.not-found"),
        ("1/1", "财政", None),
        ("1/1", "。", "review.ambiguous"),
    ],
)
def test_a_quote_must_occur_once_in_its_clause(
    tmp_path: Path, clause: str, quote: str, code: str | None
) -> None:
    toml = entry(
        "missing",
        f'list = "responsibilities"\nrow = {{ clause = "{clause}", role = "lead" }}\nquote = "{quote}"',
    )
    record, findings = applied(tmp_path, toml)
    assert [found for found, _ in findings] == ([code] if code else [])
    assert len(record.responsibilities) == len(read(TEXT).responsibilities) + (code is None)


def test_a_quote_may_run_over_a_line_break(tmp_path: Path) -> None:
    text = TEXT.replace("县区统计机构", "县区统\n  计机构")
    toml = entry(
        "missing",
        'list = "responsibilities"\nrow = { clause = "1/1", role = "lead" }\nquote = "县区统计机构"',
    )
    record, findings = apply_review(read(text), text, review_of(tmp_path, toml))
    assert findings == ()
    row = next(r for r in record.responsibilities if r.rule == "review")
    assert "".join(text[s.start : s.end] for s in row.spans) == "县区统计机构"
    assert len(row.spans) == 2


def test_fields_of_the_document_can_be_corrected(tmp_path: Path) -> None:
    toml = entry("wrong", 'list = "document"\nrow = { expires = "2025-12-31" }') + entry(
        "missing",
        'list = "document"\nrow = { effective = "2024-02-01" }\nquote = "2024年1月1日起施行"',
    )
    record, findings = applied(tmp_path, toml)
    assert findings == []
    assert (record.document.expires, record.document.effective) == (None, "2024-02-01")
    evidence = {e.field: e.rule for e in record.document.evidence}
    assert "expires" not in evidence
    assert evidence["effective"] == "review"


def test_a_finding_can_be_settled(tmp_path: Path) -> None:
    text = TEXT + "二、丁\n根据《某条例办理。\n"
    codes = [f.code for f in read(text).findings]
    assert "bracket.unclosed" in codes
    review = review_of(
        tmp_path, entry("wrong", 'list = "findings"\nrow = { code = "bracket.unclosed" }')
    )
    record, findings = apply_review(read(text), text, review)
    assert findings == ()
    assert [f.code for f in record.findings] == [c for c in codes if c != "bracket.unclosed"]


def test_another_text_than_the_reviewed_one_is_told(tmp_path: Path) -> None:
    _, findings = applied(tmp_path, f'sha256 = "{"0" * 64}"\n')
    assert findings == [("review.text-changed", "a.review.toml")]
    _, findings = applied(tmp_path, f'sha256 = "{read(TEXT).sha256}"\n')
    assert findings == []


ROW = 'list = "responsibilities"\nrow = { clause = "1/1", as_written = "有关部门" }'
BAD = [
    ("wrong = 3", "wrong: write [[wrong]]"),
    ("[[wrong]\n", "line 1"),
    ("wrongs = []", "wrongs: unknown key"),
    ('sha256 = "abc"', "sha256: not 64 hex digits"),
    (entry("wrong", ROW + '\nnote = "x"'), "wrong[1].note: unknown key"),
    (entry("wrong", 'list = "duties"\nrow = { clause = "1" }'), "wrong[1].list: 'duties'"),
    (
        entry("wrong", 'list = "responsibilities"\nrow = { unit = "x" }'),
        "wrong[1].row.unit: unknown key",
    ),
    (entry("wrong", 'list = "responsibilities"\nrow = {}'), "wrong[1].row: tells no field"),
    (entry("wrong", 'list = "responsibilities"'), "wrong[1].row: write row = {"),
    (f'[[wrong]]\n{ROW}\nby = "a"\nwhen = 2024-05-06\n', "wrong[1].why: is missing"),
    (f'[[wrong]]\n{ROW}\nby = "a"\nwhen = "gestern"\nwhy = "b"\n', "wrong[1].when: not a date"),
    (entry("missing", ROW), "missing[1].quote: is missing"),
    (entry("missing", ROW + '\nquote = "有关部门"'), "missing[1].row.role:"),
    (
        entry(
            "missing",
            'list = "responsibilities"\nrow = { clause = "1/1", role = "boss" }\nquote = "x"',
        ),
        "missing[1].row.role:",
    ),
    (
        entry("missing", f'list = "document"\nrow = {{ title = "x" }}\nquote = "{"长" * 401}"'),
        "missing[1].quote: longer",
    ),
]


@pytest.mark.parametrize(("toml", "said"), BAD)
def test_a_bad_file_is_told_with_its_key_and_not_applied(
    tmp_path: Path, toml: str, said: str
) -> None:
    record, findings = applied(tmp_path, toml)
    assert [code for code, _ in findings] == ["review.bad-file"]
    assert findings[0][1].startswith("a.review.toml: ")
    assert said in findings[0][1]
    assert units(record) == units(read(TEXT))


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.review.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in read_review(path).problems[0]
    path.write_bytes(b"#" * ((1 << 20) + 1))
    assert "1 MiB" in read_review(path).problems[0]


def test_a_missing_post_holds_no_name(tmp_path: Path) -> None:
    if "posts" not in row_types():
        pytest.skip("records have no list of posts yet")
    row = 'list = "posts"\nrow = { body = "专班", role = "组长", unit = "市政府", post = "副市长" }'
    assert review_of(tmp_path, entry("missing", row + '\nquote = "副市长"')).problems == ()
    (problem,) = review_of(tmp_path, entry("missing", row + '\nquote = "张三副市长"')).problems
    assert "missing[1].quote" in problem


def test_the_review_lies_beside_the_source(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    assert review_for(source) is None
    assert with_review(source, read(TEXT), TEXT) == read(TEXT)
    review_path(source).write_text(entry("wrong", ROW), encoding="utf-8")
    review = review_for(source)
    assert review is not None
    assert review.name == "a.review.toml"
    assert review.wrong[0].judgement.when == "2024-05-06"
    assert len(with_review(source, read(TEXT), TEXT).responsibilities) == 2


def test_findings_of_a_review_are_among_those_of_the_record(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    review_path(source).write_text("x = 1", encoding="utf-8")
    record = with_review(source, read(TEXT), TEXT)
    assert "review.bad-file" in {f.code for f in record.findings}
    assert len(record.findings) == len(read(TEXT).findings) + 1


def test_a_reviewed_record_can_be_written_and_read_back(tmp_path: Path) -> None:
    toml = entry(
        "missing",
        'list = "citations"\nrow = { clause = "1/1", title = "某办法", relation = "cites" }\nquote = "培育库"',
    )
    record, findings = applied(tmp_path, toml)
    assert findings == []
    assert record.citations[-1].as_written == "培育库"
    assert from_json(to_json(record), "a") == record


DECISION = """关于修改《澄湖市节水办法》的决定

对《澄湖市节水办法》作如下修改：

一、第三条“用水”之后补上“单位”二字。
"""
ADDED = """list = "amendments"
row = { clause = "1", operation = "add_text", new = "单位", target = { title = "澄湖市节水办法", locator = "3" }, beside = { side = "after", words = "用水" } }
quote = "第三条“用水”之后补上“单位”二字"
"""


def test_the_words_of_a_change_point_at_the_quote(tmp_path: Path) -> None:
    review = review_of(tmp_path, entry("missing", ADDED))
    assert review.problems == ()
    record, findings = apply_review(read(DECISION), DECISION, review)
    assert findings == ()
    (row,) = record.amendments
    assert [DECISION[slice(*span)] for span in (row.new_span, row.beside.span)] == ["单位", "用水"]
    assert (row.old_span, row.new_place, row.mark) == (None, None, None)
