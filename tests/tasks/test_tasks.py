"""Texts of our own -> their tasks: which words a mark closes, who bears them, until when."""

from pathlib import Path

import pytest

from policygraph.model.source import Source
from policygraph.read import extract_record, read_file
from policygraph.registry.registry import load_registry
from policygraph.tasks.task import Task
from policygraph.tasks.tasks import tasks_of

SAMPLES = Path(__file__).parents[2] / "data" / "samples"

PLAN = """云岭市夜间照明实施方案
一、重点任务
（一）更换灯具。2024年6月底前更换主干道灯具。（牵头单位：市城管局；配合单位：市财政局）巡查记录按月公布。（责任单位：市大数据局）
（二）建立台账。
各县要登记路灯数量。
责任单位：市住建局
配合单位：市财政局
完成时限：2024年12月底
（三）加强宣传。市文旅局负责制作海报。
二、保障措施
（一）经费由市财政局安排。（责任单位：市财政局）
"""


def read(text: str, *, every: bool = False) -> tuple[Task, ...]:
    source = Source("云岭市方案.txt", "0" * 64, text)
    return tasks_of(extract_record(source, load_registry()), text, every=every)


def borne(task: Task) -> list[tuple[str, str]]:
    return [(unit.role.value, unit.resolved) for unit in task.units]


def test_a_mark_closes_the_words_since_the_mark_before() -> None:
    first, second, *_ = read(PLAN)
    assert first.words == "更换灯具。2024年6月底前更换主干道灯具。"
    assert borne(first) == [("lead", "市城管局"), ("support", "市财政局")]
    assert [each.date for each in first.deadlines] == ["2024-06-30"]
    assert second.words == "巡查记录按月公布。"
    assert borne(second) == [("responsible", "市大数据局")]
    assert PLAN[first.span.start : first.span.end].startswith("更换灯具")


def test_label_lines_one_below_the_other_close_the_same_words() -> None:
    task = read(PLAN)[2]
    assert task.words == "建立台账。各县要登记路灯数量。"
    assert ("responsible", "市住建局") in borne(task)
    assert ("support", "市财政局") in borne(task)
    assert [each.date for each in task.deadlines] == ["2024-12-31"]


def test_a_duty_of_running_text_is_a_task_with_its_sentence() -> None:
    task = next(each for each in read(PLAN) if "海报" in each.words)
    assert task.words == "市文旅局负责制作海报。"
    assert [(unit.resolved, unit.spoken) for unit in task.units] == [("市文旅局", True)]


def test_a_unit_that_mark_and_text_name_stands_once() -> None:
    task = read(PLAN)[-1]
    assert borne(task) == [("responsible", "市财政局")]


def test_a_rule_of_the_whole_document_stands_at_each_task_of_a_clause() -> None:
    text = (
        "云岭市照明方案\n二、重点任务（以下任务均需各县（市、区）人民政府落实，不再列出）\n"
        "（一）更换灯具。（责任单位：市城管局）登记灯杆。（责任单位：市住建局）"
        "巡查路灯。（责任单位：各县（市、区）人民政府）\n"
    )
    found = [[(unit.as_written, unit.inherited) for unit in task.units] for task in read(text)]
    everyone = "各县（市、区）人民政府"
    assert found == [
        [("市城管局", False), (everyone, True)],
        [("市住建局", False), (everyone, True)],
        [(everyone, False)],
    ]


def test_labels_and_headings_tell_the_place() -> None:
    first, *_, last = read(PLAN)
    assert (first.label, first.section) == ("一、（一）", ("重点任务",))
    assert (last.label, last.section) == ("二、（一）", ("保障措施",))


def test_what_names_neither_unit_nor_time_is_listed_when_all_is_asked_for() -> None:
    text = "云岭市要点\n一、修缮城墙，保留原貌。\n二、修缮牌坊。（责任单位：市文旅局）\n"
    assert [task.label for task in read(text)] == ["二、"]
    every = read(text, every=True)
    assert [(task.label, task.words, len(task.units)) for task in every] == [
        ("一、", "修缮城墙，保留原貌。", 0),
        ("二、", "修缮牌坊。", 1),
    ]


ITEMS = """云岭市照明管理办法
第三条 市城管局应当履行下列职责：
（一）编制规划；
（二）每年公布名录；
（三）市财政局安排经费。（责任单位：市财政局）
第四条 下列区域应当设灯：
（一）桥梁；
（二）隧道和地下通道。
"""


def test_items_that_a_sentence_announces_belong_to_its_task() -> None:
    duty, paid = read(ITEMS)
    assert duty.words == "市城管局应当履行下列职责：（一）编制规划；（二）每年公布名录"
    assert borne(duty) == [("responsible", "市城管局")]
    assert [each.as_written for each in duty.deadlines] == ["每年"]
    assert ITEMS[duty.span.start : duty.span.end].rstrip().endswith("名录；")
    assert paid.label == "第三条（三）"
    # all passages: no item stands twice
    rest = [task.words for task in read(ITEMS, every=True) if not task.units]
    assert rest == ["隧道和地下通道。"]


def test_rows_of_a_table_are_tasks_without_their_number() -> None:
    text = (
        "云岭市任务清单\n序号\t任务\t责任单位\n"
        "1\t修缮牌坊\t市文旅局\n2\t疏浚河道\t市水利局、市财政局\n"
    )
    found = read(text)
    assert [(task.words, [unit.as_written for unit in task.units]) for task in found] == [
        ("修缮牌坊", ["市文旅局"]),
        ("疏浚河道", ["市水利局", "市财政局"]),
    ]


def test_a_row_tells_all_its_cells_wherever_its_units_stand() -> None:
    text = (
        "云岭市任务清单\n序号\t责任单位\t工作任务\t完成时限\t备注\n"
        "1\t市文旅局\t修缮牌坊\t2024年6月底前\t市级预算安排\n"
        "2\t市水利局\t疏浚河道\t2024年9月底前\t\n"
    )
    assert [task.words for task in read(text)] == ["修缮牌坊；市级预算安排", "疏浚河道"]


def test_a_time_in_a_table_belongs_to_its_row() -> None:
    text = (
        "云岭市任务清单\n序号\t任务\t举措\t完成时限\t责任单位\n"
        "1\t修缮牌坊\t搭设脚手架\t2024年6月底前\t市文旅局\n"
        "\t\t更换瓦片\t2024年9月底前\t市住建局\n"
    )
    found = [(task.words, [each.date for each in task.deadlines]) for task in read(text)]
    assert found == [("修缮牌坊；搭设脚手架", ["2024-06-30"]), ("更换瓦片", ["2024-09-30"])]
    # a cell that was merged over several rows is told once; it still names the part of the others
    assert [task.section for task in read(text)] == [(), ("修缮牌坊",)]


def test_a_row_of_one_cell_a_line_begins_at_its_number() -> None:
    rows = (
        ("1", "修缮牌坊", "市文旅局", "市财政局", "2024年6月底"),
        ("2", "疏浚河道", "市水利局", "市财政局", "2024年9月底"),
    )
    heads = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")
    text = "云岭市任务清单\n" + "".join(f"{cell} |\n" for row in (heads, *rows) for cell in row)
    found = [task for task in read(text) if task.units]
    assert [task.words for task in found] == ["修缮牌坊", "疏浚河道"]


def test_points_in_a_table_of_one_cell_a_line_are_no_running_number() -> None:
    cells = (
        "序号", "指标", "分值", "细则", "数据来源", "1", "修缮情况", "10", "按数量评分", "市文旅局",
        "养护情况", "20", "按面积评分", "市住建局", "2", "疏浚情况", "30", "按长度评分", "市水利局",
    )  # fmt: skip
    text = "云岭市评分细则\n" + "".join(f"{cell} |\n" for cell in cells)
    words = [task.words for task in read(text) if task.units]
    assert words == [
        "修缮情况；10；按数量评分", "养护情况；20；按面积评分", "疏浚情况；30；按长度评分",
    ]  # fmt: skip


def test_without_a_text_the_heading_stands_for_it() -> None:
    text = "云岭市要点\n一、修缮牌坊。全部修缮。（责任单位：市文旅局）\n"
    record = extract_record(Source("a.txt", "0" * 64, text), load_registry())
    (task,) = tasks_of(record, None)
    assert task.words == "修缮牌坊"
    assert task.span.start == task.span.end


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.txt")))
def test_no_unit_and_no_time_of_the_record_is_lost(name: str) -> None:
    read_ = read_file(SAMPLES / name, [SAMPLES / "registry"])
    record = read_.required_record()
    found = tasks_of(record, read_.text)
    assert bool(found) == bool(record.responsibilities or record.deadlines)
    told = {(t.clause, unit.as_written, unit.role) for t in found for unit in t.units}
    assert told >= {(r.clause, r.as_written, r.role) for r in record.responsibilities}
    assert {d for t in found for d in t.deadlines} == set(record.deadlines)
    assert all(task.words for task in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "（责任单位：市财政局",
        "一、\n（责任单位：市财政局）",
        "））（（责任单位：市财政局））（",
    ],
)
def test_any_text_has_tasks_or_none(text: str) -> None:
    for task in read(text, every=True):
        assert 0 <= task.span.start <= task.span.end <= len(text)


LINES = {
    "责": "责任单位：市财政局\n",
    "牵": "牵头单位：市住建局\n",
    "时": "完成时限：2024年6月底\n",
}


@pytest.mark.parametrize("order", ["责牵时", "责时牵", "牵责时", "牵时责", "时责牵", "时牵责"])
def test_label_lines_in_any_order_are_no_words_of_a_task(order: str) -> None:
    block = "".join(LINES[each] for each in order)
    text = (
        f"云岭市方案\n一、任务\n（一）更换灯具。\n{block}建立台账。\n{block.replace('6月', '9月')}"
    )
    first, second = read(text)
    assert (first.words, second.words) == ("更换灯具。", "建立台账。")
    for task, day in ((first, "2024-06-30"), (second, "2024-09-30")):
        assert sorted(borne(task)) == [("lead", "市住建局"), ("responsible", "市财政局")]
        assert [each.date for each in task.deadlines] == [day]


def test_a_line_of_time_without_units_is_of_the_paragraph_above_it() -> None:
    (task,) = read("云岭市方案\n一、任务\n（一）建立台账。\n完成时限：2024年6月底\n")
    assert (task.words, [each.date for each in task.deadlines]) == ("建立台账。", ["2024-06-30"])


def test_marks_in_front_of_words_open_them() -> None:
    text = (
        "云岭市方案\n一、任务\n（一）（责任单位：市财政局）更换灯具，2024年6月底前完成。"
        "（责任单位：市水利局）疏浚河道，2024年9月底前完成。\n（二）（市城管局负责）修缮牌坊。\n"
    )
    assert [(t.words, borne(t), [d.date for d in t.deadlines]) for t in read(text)] == [
        ("更换灯具，2024年6月底前完成。", [("responsible", "市财政局")], ["2024-06-30"]),
        ("疏浚河道，2024年9月底前完成。", [("responsible", "市水利局")], ["2024-09-30"]),
        ("修缮牌坊。", [("responsible", "市城管局")], []),
    ]


def test_tasks_do_not_hold_the_words_of_others() -> None:
    text = "云岭市方案\n一、更换灯具（责任单位：市水利局），市住建局负责疏浚河道\n"
    found = sorted(task.span for task in read(text))
    assert len(found) == 2
    assert found[0].end <= found[1].start


def test_a_table_beside_marks_has_segments_of_its_own() -> None:
    text = (
        "云岭市方案\n一、任务\n更换灯具。（责任单位：市财政局）\n"
        "序号\t任务\t责任单位\n1\t修缮牌坊\t市文旅局\n2\t疏浚河道\t市水利局\n"
    )
    units = [[unit.as_written for unit in task.units] for task in read(text)]
    assert units == [["市财政局"], ["市文旅局"], ["市水利局"]]


@pytest.mark.parametrize("length", [0, 10, 40, 90])
def test_a_text_that_is_too_short_is_not_that_of_the_record(length: int) -> None:
    record = extract_record(Source("a.txt", "0" * 64, PLAN), load_registry())
    assert tasks_of(record, PLAN[:length]) == tasks_of(record, None)


@pytest.mark.parametrize("blank", ["更换灯具。\n\t各县要登记。", "更换灯具。\t\n\t各县要登记。"])
def test_tabs_at_the_edges_of_lines_make_no_table(blank: str) -> None:
    (task,) = read(f"云岭市方案\n一、任务\n（一）{blank}（责任单位：市财政局）\n")
    assert task.words == "更换灯具。各县要登记。"
