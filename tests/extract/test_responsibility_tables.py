"""Tables of responsibilities: who answers, whatever became of the columns."""

import pytest

from tests.reading import read

TITLE = "澄湖市重点任务分解表\n"

# printed lines, rows of (clause, segment, as written, role)
ROWS = [
    # who supports answers where nobody leads
    (
        "任务\t牵头单位\t配合/责任单位\n1.划定摊位\t市商务局\t市教育局\n2.公布名录\t\t市审计局、市水利局\n",
        [
            ("1", 1, "市商务局", "lead"),
            ("1", 1, "市教育局", "support"),
            ("2", 1, "市审计局", "responsible"),
            ("2", 1, "市水利局", "responsible"),
        ],
    ),
    # places answer beside bodies; a rule of the column is no part of its head
    (
        "| 序号 | 任务 | 责任单位（列第一位的为牵头单位） |\n| --- | --- | --- |\n"
        "| 1 | 某事 | 市财政局、各乡镇 |\n| 2 | 某事 | 经开区、各县（市、区） |",
        [
            ("1", 1, "市财政局", "responsible"),
            ("1", 1, "各乡镇", "responsible"),
            ("2", 1, "经开区", "responsible"),
            ("2", 1, "各县（市、区）", "responsible"),
        ],
    ),
    # cells set off by bars, one a line: several lines in one, marks, sections
    (
        "|\n任务\n|\n责任单位\n|\n|\n整治河道\n|\n市水利局\n各镇（街道）\n|\n|\n完善制度\n|\n组织人事股\n|\n"
        "|\n保障用地\n|\n市资规局牵头，市财政局配合\n|",
        [
            ("preamble", 1, "市水利局", "responsible"),
            ("preamble", 1, "各镇（街道）", "responsible"),
            ("preamble", 2, "组织人事股", "responsible"),
            ("preamble", 3, "市资规局", "lead"),
            ("preamble", 3, "市财政局", "support"),
        ],
    ),
    # heads of two words, of a level, with who is responsible in person
    (
        "| 任务 | 牵头（责任）单位 | 市直配合部门 |\n| --- | --- | --- |\n| 某事 | 市财政局 | 市教育局 |\n",
        [("preamble", 1, "市财政局", "lead"), ("preamble", 1, "市教育局", "support")],
    ),
    (
        "| 任务 | 责任单位及责任人 |\n| --- | --- |\n| 某事 | 市财政局 |\n| 乙事 | 市教育局 |\n",
        [("preamble", 1, "市财政局", "responsible"), ("preamble", 2, "市教育局", "responsible")],
    ),
    # blanks part the cells: one goes on behind 、, a row leaves out the number of the one above
    (
        "序号 工作任务 责任部门 备注\n1 健全机构，落实人员。 基教科 各区教育局、 局属单位\n完成其他任务。 各科室\n"
        "2 严格考核。 人事科 各区教育局、 局属单位",
        [
            ("1", 1, "基教科", "responsible"),
            ("1", 2, "各科室", "responsible"),
            ("2", 1, "人事科", "responsible"),
        ],
    ),
    # tasks that are items, with their units in lines below
    (
        "项目\n工作内容\n责任单位\n完成时限\n1、整治市场，健全制度。\n市商务局\n市城管局\n6月底前\n"
        "2、清理菜地，实施绿化。\n市园林局\n9月底前",
        [
            ("1", 1, "市商务局", "responsible"),
            ("1", 1, "市城管局", "responsible"),
            ("2", 1, "市园林局", "responsible"),
        ],
    ),
    (
        "工作内容\n牵头单位\n配合单位\n1、整治市场，健全制度。\n市商务局\n市城管局\n2、清理菜地，实施绿化。\n市园林局",
        # of the second it is not known in which column it stands
        [],
    ),
    # a label is a line, and who answers is the next
    (
        "具体任务\n完成改造，守好防线。\n责任单位\n卫健局、文旅局\n配合单位\n各乡镇\n完成时限\n1月底前",
        [
            ("preamble", 1, "卫健局", "responsible"),
            ("preamble", 1, "文旅局", "responsible"),
            ("preamble", 1, "各乡镇", "support"),
        ],
    ),
    ("责任单位\n责任人\n时限\n市财政局的工作由大家负责。", []),
    # lines of a cell without a stop are no sentence that goes on
    (
        "序号\n\n主要职责\n\n工作事项\n\n负责部门\n\n备注\n\n1\n\n贯彻方针，落实政策\n\n指导实施政策\n\n教育室\n\n\n"
        "2\n\n拟订规划，组织实施\n\n拟订方案，承办调配\n\n人事室\n\n\n制定文件\n\n体卫室\n\n\n"
        "3\n\n督导学校\n\n检查安全\n\n办公室\n",
        [
            ("1", 1, "教育室", "responsible"),
            ("2", 1, "人事室", "responsible"),
            ("2", 1, "体卫室", "responsible"),
            ("3", 1, "办公室", "responsible"),
        ],
    ),
    # what is done is no unit, though it ends as a place does
    (
        "| 任务 | 责任单位 | 完成 |\n| --- | --- | --- |\n| 某事 | 建设产业园 | 市教育局 |\n"
        "| 乙事 | 推进城镇 | 市财政局 |",
        [],
    ),
    # drawn with lines: a name broken over two lines, a cell that reaches over several rows
    (
        "┌────┬────┬─────┬────┐\n│ 任 务  │分管领│牵头单位 │配合单位│\n│    │ 导 │     │    │\n"
        "├────┼────┼─────┼────┤\n│整治河│张某 │市水利局│市财政│\n│道  │  │     │局、市教│\n"
        "├────┤  ├─────┤育局 │\n│完善制度│  │各县（市、区）│  │\n│    │  │政府   │  │\n"
        "└────┴────┴─────┴────┘\n",
        [
            ("preamble", 1, "市水利局", "lead"),
            ("preamble", 1, "市财政局", "support"),
            ("preamble", 1, "市教育局", "support"),
            ("preamble", 2, "各县（市、区）政府", "lead"),
        ],
    ),
    # a second frame goes on with the columns of the first; one of other width is another table
    (
        "┌──┬──┬────┐\n│序号│任务│责任单位│\n├──┼──┼────┤\n│1 │甲 │市水利局│\n│2 │乙 │市财政局│\n└──┴──┴────┘\n"
        "┌──┬──┬────┐\n│3 │丙 │市教育局│\n└──┴──┴────┘\n┌──┬────┐\n│丁 │市公安局│\n└──┴────┘\n",
        [
            ("preamble", 1, "市水利局", "responsible"),
            ("preamble", 2, "市财政局", "responsible"),
            ("preamble", 3, "市教育局", "responsible"),
        ],
    ),
    # drawn, and no column of units; figures in a column of units
    ("┌──┬────┐\n│任务│金额    │\n├──┼────┤\n│甲 │市水利局│\n└──┴────┘\n", []),
    ("┌──┬────┐\n│任务│责任单位│\n├──┼────┤\n│甲 │3000万元│\n└──┴────┘\n", []),
    # a head over several columns: the columns behind it are counted from the end of the row
    (
        "任务 | 分解情况 | 责任单位 | 期限 |\n整治 | 河道 | 12处 | 白河镇3处 | 市水利局 | 6月 |\n"
        "完善 | 制度 | 3项 | 各镇1项 | 市财政局 | 9月 |\n",
        [("preamble", 1, "市水利局", "responsible"), ("preamble", 2, "市财政局", "responsible")],
    ),
    # a cell ends as a sentence does
    (
        "序号\n任务\n责任单位\n配合单位\n1\n推进甲\n市财政局\n市统计局、市教育局。\n2\n完成乙\n市教育局\n市财政局。\n",
        [
            ("1", 1, "市财政局", "responsible"),
            ("1", 1, "市统计局", "support"),
            ("1", 1, "市教育局", "support"),
            ("2", 1, "市教育局", "responsible"),
            ("2", 1, "市财政局", "support"),
        ],
    ),
    (
        "序号\n任务\n责任单位\n时限\n1\n建成甲。\n市民政局\n5月底\n开工建设老年大学。\n12月底\n2\n推进乙。\n市水务局\n6月底\n"
        "3\n推进丙。\n市教育局\n6月底\n",
        [
            ("1", 1, "市民政局", "responsible"),
            ("2", 1, "市水务局", "responsible"),
            ("3", 1, "市教育局", "responsible"),
        ],
    ),
    # a row is a name and what it says
    (
        "重点工作： | 1.整治河道。 |\n牵头单位： | 市水利局 |\n进展情况： | 市财政局已完成。 |\n",
        [("preamble", 1, "市水利局", "lead")],
    ),
    ("责任单位： | 3家 |\n牵头单位： | 见附件 |\n进展情况： | 已完成。 |\n", []),
    # 白河镇 and 高新园 are places, though they begin with a surname
    (
        "| 任务 | 责任单位 |\n| --- | --- |\n| 某事 | 白河镇、高新园、市水利局 |\n| 乙事 | 张三丰、市水利局 |",
        [
            ("preamble", 1, "白河镇", "responsible"),
            ("preamble", 1, "高新园", "responsible"),
            ("preamble", 1, "市水利局", "responsible"),
            ("preamble", 2, "市水利局", "responsible"),
        ],
    ),
]


@pytest.mark.parametrize(("lines", "rows"), ROWS)
def test_who_answers_is_read(lines: str, rows: list[tuple[str, int, str, str]]) -> None:
    record = read(TITLE + lines + "\n")
    found = [(r.clause, r.segment, r.as_written, r.role.value) for r in record.responsibilities]
    assert found == rows


def test_who_answers_before_the_first_number_is_no_furniture() -> None:
    record = read(
        "新建学校，增加学位。\n主管领导：某某\n责任单位：市教育局\n进度安排：6月底前完成。\n"
    )
    assert [r.as_written for r in record.responsibilities] == ["市教育局"]


def test_a_label_of_departments_is_a_mark_and_no_sentence() -> None:
    record = read("1.增长6%以上。\n部门分工：省财政厅牵头，各地、各部门配合。\n")
    found = [(r.as_written, r.role.value) for r in record.responsibilities]
    assert found == [("省财政厅", "lead"), ("各地", "support"), ("各部门", "support")]
    assert record.body_duties == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["序号", "类别", "任务", "牵头部门", "责任单位", "1", "一类", "修路。", "市交通局", "市财政局", "2", "清淤。",
         "市水利局", "—", "3", "二类", "种树。", "市林业局", "/", "4", "架桥。", "市公路局", "市财政局"],
        ["序号 任务 牵头部门 责任单位", "1 1.修路。 市交通局 市财政局", "2 2.清淤。 市水利局 —", "3 以“种树”为主。 市林业局 无",
         "4 修桥。 市公路局 市财政局"],
    ],
)  # fmt: skip
def test_a_cell_that_prints_nothing_is_empty(lines: list[str]) -> None:
    record = read(TITLE + "\n".join(lines) + "\n")
    assert [(r.clause, r.as_written, r.role.value) for r in record.responsibilities] == [
        ("1", "市交通局", "lead"),
        ("1", "市财政局", "responsible"),
        ("2", "市水利局", "lead"),
        ("3", "市林业局", "lead"),
        ("4", "市公路局", "lead"),
        ("4", "市财政局", "responsible"),
    ]


def test_a_row_of_blanks_begins_with_any_word() -> None:
    lines = [
        "序号 任务 责任单位",
        "1 加强养护，修补路面 市交通局、市公路局、各县政府",
        "2 架设桥梁，铺设管线 市公路局",
    ]
    record = read(TITLE + "\n".join(lines) + "\n")
    assert [c.path for c in record.clauses] == ["1", "2"]
    assert [(r.clause, r.as_written) for r in record.responsibilities][-1] == ("2", "市公路局")
