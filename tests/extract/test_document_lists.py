"""Lists and tables of a clean-up: each document with title and number, and what is made of it."""

import pytest

from tests.reading import read

HEAD = "澄湖市人民政府关于规范性文件清理结果的通知\n澄政发〔2024〕5号\n各县（市、区）人民政府：\n"
SPEND = "澄湖市人民政府办公室关于印发澄湖市渔港补助规定的通知"
PORT = "澄湖市人民政府关于加强渔港管理的通知"

# leading line and items, rows of (clause, title, number, relation), operations of amendments
LISTS = [
    # 印发 and 转发 inside a title are no relation of this document
    (
        f"对下列规范性文件予以废止：\n1.{SPEND}（澄政办发〔2017〕30号）\n"
        "2.澄湖市人民政府转发市财政局渔业资金意见的通知（澄政发〔2011〕12号）。\n",
        [("1", SPEND, "澄政办发〔2017〕30号", "repeals"),
         ("2", "澄湖市人民政府转发市财政局渔业资金意见的通知", "澄政发〔2011〕12号", "repeals")],
        ["repeal_document", "repeal_document"],
    ),
    # headings lead their own items; what stands behind them is no list any more
    (
        f"现将清理结果公布如下：\n一、继续有效的规范性文件（1件）\n（一）{PORT}（澄政发〔2011〕12号）\n"
        f"二、宣布失效的规范性文件\n（一）{SPEND}（澄政办发〔2017〕30号）\n"
        "三、予以修改的规范性文件（1件）\n（一）关于印发《渔船办法》的通知（澄政办发〔2015〕3号）\n"
        f"四、要求\n（一）认真落实{PORT}（澄政发〔2011〕12号）。\n",
        [("1/1", PORT, "澄政发〔2011〕12号", "cites"),
         ("2/1", SPEND, "澄政办发〔2017〕30号", "repeals"),
         ("3/1", "关于印发《渔船办法》的通知", "澄政办发〔2015〕3号", "amends"),
         ("4/1", None, "澄政发〔2011〕12号", "implements")],
        ["repeal_document", "keep"],
    ),
    # a sentence that says two things of two groups
    (
        f"为完善制度，需要修改有关规定，现决定废止2件规范性文件：\n1.{PORT}（澄政发〔2011〕12号）\n",
        [("1", PORT, "澄政发〔2011〕12号", "repeals")],
        ["repeal_document"],
    ),
    (
        f"继续有效和废止的文件目录如下：\n1.{PORT}（澄政发〔2011〕12号）\n",
        [("1", PORT, "澄政发〔2011〕12号", "cites")],
        [],
    ),
    (
        f"拟废止下列文件：\n1.{PORT}（澄政发〔2011〕12号）\n",
        [("1", PORT, "澄政发〔2011〕12号", "cites")],
        [],
    ),
    # titles in marks, and a line that parts the list
    (
        "下列文件继续有效：\n（一）市财政局\n1.《渔船办法》（澄政办发〔2015〕3号）\n（二）市教育局\n"
        "1.《渔校办法》（澄政办发〔2016〕3号）\n",
        [("1/1", "渔船办法", "澄政办发〔2015〕3号", "cites"),
         ("2/1", "渔校办法", "澄政办发〔2016〕3号", "cites")],
        ["keep", "keep"],
    ),
    # the number before the title, and without a number
    (
        f"一、废止以下文件：\n1.澄政办发〔2017〕30号 {SPEND}\n2.关于印发渔网规定的通知\n",
        [("1/1", SPEND, "澄政办发〔2017〕30号", "repeals"),
         ("1/2", "关于印发渔网规定的通知", None, "repeals")],
        ["repeal_document", "repeal_document"],
    ),
    # what stands behind the list with a label of the same rank, and speaks of itself
    (
        f"一、对下列文件予以废止：\n1.{PORT}（澄政发〔2011〕12号）\n2.《渔网办法》\n"
        "二、《渔船办法》（澄政办发〔2015〕3号）继续有效。\n",
        [("1/1", PORT, "澄政发〔2011〕12号", "repeals"), ("1/2", "渔网办法", None, "repeals"),
         ("2", "渔船办法", "澄政办发〔2015〕3号", "cites")],
        ["repeal_document", "repeal_document", "keep"],
    ),
    # an entry whose line is broken
    (
        "下列规范性文件宣布失效：\n1.澄湖市人民政府办公室转发市财政局、市教育局等部门关于加强渔校\n"
        f"资金管理意见的通知（澄政办发〔2002〕8号）\n2.{PORT}（澄政发〔2011〕12号）\n",
        [("1", "澄湖市人民政府办公室转发市财政局、市教育局等部门关于加强渔校资金管理意见的通知",
          "澄政办发〔2002〕8号", "repeals"),
         ("2", PORT, "澄政发〔2011〕12号", "repeals")],
        ["repeal_document", "repeal_document"],
    ),
    # cases, and no documents
    (
        "一、有下列情形之一的文件，应当废止：\n（一）关于阶段性工作的通知；\n（二）澄湖市的过渡规定。\n",
        [],
        [],
    ),
    # no list of documents
    (
        "下列证件失效：\n1.渔船所有人应当办理登记并落实管理规定\n2.经批准的计划（2020年编制）\n",
        [],
        [],
    ),
    ("下列文件作出修改：\n一、关于“一、总则”的修改意见\n", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "rows", "operations"), LISTS)
def test_items_below_a_leading_line(
    words: str, rows: list[tuple[object, ...]], operations: list[str]
) -> None:
    record = read(HEAD + words)
    found = [(c.clause, c.title, c.number, c.relation.value) for c in record.citations]
    assert found == rows
    assert [a.operation.value for a in record.amendments] == operations


ANNEX = HEAD + "现将清理结果印发给你们。\n澄湖市人民政府\n2024年3月1日\n附件1\n"
FERRY, PIER = "关于印发《云岭渡口办法》的通知", "澄湖市人民政府关于印发码头办法的通知"
FERRY_NUMBER, PIER_NUMBER = "澄政办发〔2010〕4号", "澄政发〔2010〕15号"

# heading, table, relations, operations, findings
TABLES = [
    # tabs, as HTML and DOCX give them: the heading tells
    (
        "废止的规范性文件目录",
        "序号\t文件名称\t文号\t制定机关\t发布日期\n"
        f"1\t{FERRY}\t{FERRY_NUMBER}\t市政府办公室\t2010年3月1日\n"
        f"2\t{PIER}\t{PIER_NUMBER}\t市政府\t2010年2月1日\n",
        ["repeals", "repeals"], ["repeal_document"] * 2, 0,
    ),
    # Markdown, the number before the name: each row has a cell of its own
    (
        "规范性文件清理结果",
        "| 序号 | 文号 | 文件标题 | 清理结果 |\n| --- | --- | --- | --- |\n"
        f"| 1 | {FERRY_NUMBER} | {FERRY} | 继续有效 |\n| 2 | {PIER_NUMBER} | {PIER} | 宣布失效 |\n",
        ["cites", "repeals"], ["repeal_document", "keep"], 0,
    ),
    # nothing certain
    (
        "规范性文件清理结果",
        "序号\t文件名称\t发文字号\t处理意见\n"
        f"1\t{FERRY}\t{FERRY_NUMBER}\t拟修改\n2\t{PIER}\t{PIER_NUMBER}\t\n",
        ["cites", "cites"], [], 2,
    ),
    # columns that are ticked
    (
        "规范性文件清理结果",
        "序号\t文件名称\t文号\t废止\t修改\t继续有效\n"
        f"1\t{FERRY}\t{FERRY_NUMBER}\t√\t\t\n2\t{PIER}\t{PIER_NUMBER}\t\t√\t\n",
        ["repeals", "amends"], ["repeal_document"], 0,
    ),
    # rows of one cell head those below
    (
        "规范性文件清理结果",
        f"序号\t文件名称\t文号\n废止的文件（1件）\t\t\n1\t{FERRY}\t{FERRY_NUMBER}\n"
        f"修改的文件（1件）\t\t\n1\t{PIER}\t{PIER_NUMBER}\n",
        ["repeals", "amends"], ["repeal_document"], 0,
    ),
    # one cell a line
    (
        "宣布失效的规范性文件目录",
        f"序号\n文件名称\n文号\n1\n{FERRY}\n{FERRY_NUMBER}\n2\n{PIER}\n{PIER_NUMBER}\n",
        ["repeals", "repeals"], ["repeal_document"] * 2, 0,
    ),
    # another document in another cell has a relation of its own
    (
        "废止的规范性文件目录",
        "序号\t文件名称\t文号\t理由\n"
        f"1\t{FERRY}\t{FERRY_NUMBER}\t被代替\n2\t{PIER}\t{PIER_NUMBER}\t被《渔港办法》代替\n"
        "附件2\n继续有效的规范性文件目录\n",
        ["repeals", "repeals", "cites"], ["repeal_document"] * 2, 0,
    ),
    # the annex is no list of a clean-up, but the notice speaks of one
    (
        "规范性文件目录",
        f"序号\t文件名称\t文号\n1\t{FERRY}\t{FERRY_NUMBER}\n2\t{PIER}\t{PIER_NUMBER}\n",
        ["cites", "cites"], [], 2,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "table", "relations", "operations", "findings"), TABLES)
def test_tables_of_documents(
    heading: str, table: str, relations: list[str], operations: list[str], findings: int
) -> None:
    record = read(f"{ANNEX}{heading}\n{table}")
    found = [(c.title, c.number, c.relation.value) for c in record.citations]
    numbers = [(FERRY, FERRY_NUMBER), (PIER, PIER_NUMBER), ("渔港办法", None)]
    assert found == [(*named, said) for named, said in zip(numbers, relations, strict=False)]
    assert [a.operation.value for a in record.amendments] == operations
    assert {c.clause for c in record.citations} == {"annex1"}
    assert sum(f.code == "amendment.not-read" for f in record.findings) == findings


def test_a_table_of_documents_without_a_clean_up_says_nothing_of_them() -> None:
    """Where nothing is cleaned up there is nothing that was not read."""
    record = read(
        "澄湖市渔业局文件汇编\n不再另行印发。\n序号\t文件名称\t文号\n"
        f"1\t{FERRY}\t{FERRY_NUMBER}\n2\t{PIER}\t{PIER_NUMBER}\n"
    )
    assert [c.relation.value for c in record.citations] == ["cites", "cites"]
    assert not [f for f in record.findings if f.code == "amendment.not-read"]


def test_a_number_behind_a_title_is_not_passed_on_by_the_words_of_the_title() -> None:
    record = read(
        "澄湖市渔业局通知\n一、根据澄湖市人民政府关于印发码头办法的通知（澄政发〔2010〕15号），办理。\n"
        "二、见市政府关于印发渡口办法的通知（澄政发〔2010〕16号）。\n"
        "三、现转发澄政发〔2010〕17号文件。\n"
    )
    found = [(c.number, c.relation.value) for c in record.citations]
    assert found == [
        ("澄政发〔2010〕15号", "based_on"), ("澄政发〔2010〕16号", "cites"),
        ("澄政发〔2010〕17号", "forwards"),
    ]  # fmt: skip


def test_a_table_whose_cells_are_parted_by_blanks_is_a_list() -> None:
    record = read(
        "澄湖市人民政府关于废止部分政策性文件的决定\n一、对严重不适应发展需要的2件文件予以废止。（目录见附件1）\n"
        "附件1：澄湖市人民政府决定废止的政策性文件目录（2件）\n序号 文件名称 发布机关及文号 说明\n"
        "1 关于渔港规划建设管理规定的通知 澄市府发〔2000〕65号 1、依据发生了变化。（原《渔港规划法》已废止）\n"
        "2、已制定了新的政策。\n2 关于加强渔港市场管理的通知 澄市府发〔2000〕14号 已有新规定。\n"
    )
    found = [(a.operation, a.target.title, a.target.number) for a in record.amendments]
    assert found == [
        ("repeal_document", "关于渔港规划建设管理规定的通知", "澄市府发〔2000〕65号"),
        ("repeal_document", "关于加强渔港市场管理的通知", "澄市府发〔2000〕14号"),
    ]
