"""Tasks of several documents: of one unit, and what became of units."""

from policygraph.export.task_table import title_of
from policygraph.model.source import Source
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.tasks.ledger import Ledger

TEXT = """阳泉市夜间照明实施方案
2020年3月5日
一、更换灯具。（责任单位：市财政局、阳泉银保监分局）
二、核对清单。（责任单位：市财政局）
三、登记网点。（牵头单位：人行阳泉市中心支行）
"""
OTHER = TEXT.replace("夜间", "桥梁").replace("三、登记网点。（牵头单位：人行阳泉市中心支行）\n", "")


def ledger(*texts: str, as_of: str = "2025-01-01") -> Ledger:
    registry = load_registry()
    sources = [Source(f"{n}.txt", f"{n}" * 64, text) for n, text in enumerate(texts)]
    documents = [(extract_record(source, registry), source.text) for source in sources]
    return Ledger.of(documents, registry, as_of)


def test_a_unit_is_found_as_written_in_full_and_by_its_name_of_the_day() -> None:
    whole = ledger(TEXT, OTHER)
    for name in ("阳泉银保监分局", "国家金融监督管理总局阳泉监管分局"):
        found = whole.of_unit(name)
        assert [entry.task.words for entry in found.entries] == ["更换灯具。"] * 2
        assert {unit.as_written for _, unit, _ in found.units()} == {"阳泉银保监分局"}
    assert len(whole.of_unit("阳泉市财政局").entries) == 4
    assert not whole.of_unit("市水利局").entries


def test_what_became_of_units_is_told_for_the_day_that_is_asked_for() -> None:
    now = {unit.as_written: now for _, unit, now in ledger(TEXT).units()}
    assert now["市财政局"] is None
    ended = now["阳泉银保监分局"]
    assert ended is not None
    assert ended.names == ("国家金融监督管理总局阳泉监管分局",)
    before = ledger(TEXT, as_of="2021-01-01")
    assert {now for _, _, now in before.units()} == {None}


def test_what_a_document_at_hand_tells_of_a_change_counts() -> None:
    order = "阳泉市人民政府关于更名的通知\n2024年5月6日\n一、将市路灯管理所更名为市照明中心。\n"
    plan = "阳泉市照明方案\n2023年3月5日\n一、更换灯具。（责任单位：市路灯管理所）\n"
    (found,) = (now for _, unit, now in ledger(order, plan).units() if unit.spoken is False)
    assert found is not None
    assert [name.endswith("照明中心") for name in found.names] == [True]


def test_a_document_in_two_files_tells_its_tasks_once() -> None:
    copy = TEXT.replace("照明实施方案\n", "照明实施方案\n\n")
    longer = copy + "四、公布结果。（责任单位：市财政局）\n"
    found = ledger(TEXT, longer)
    words = [entry.task.words for entry in found.entries]
    assert words == ["更换灯具。", "核对清单。", "登记网点。", "公布结果。"]
    # another document may say the same, and one may say it twice
    assert len(ledger(TEXT, OTHER).entries) == 5
    twice = TEXT.replace("核对清单", "更换灯具")
    assert len(ledger(twice).entries) == 3


def test_a_unit_that_marks_and_running_text_name_is_one() -> None:
    text = TEXT + "四、市财政局负责公布结果。\n"
    names = {unit.name for _, unit, _ in ledger(text).of_unit("市财政局").units()}
    assert names == {"阳泉市财政局"}


def test_the_list_of_one_unit_is_called_by_its_name() -> None:
    kept = ledger(TEXT).of_unit("市财政局")
    assert title_of(kept, "zh", by_unit=True) == "市财政局任务清单"
    assert title_of(kept, "zh", by_unit=False) == "市财政局任务分解表"
