"""Two versions of texts of our own -> what became of each unit and of its facts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.export.versions import fact_lines
from policygraph.model.source import Source
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.versions import pairing
from policygraph.versions.compare import compare
from policygraph.versions.outcome import Kind, Versions
from policygraph.versions.rising import longest_rising
from policygraph.versions.unit import Unit

OLD = """云岭市公园管理办法
第一条 为了保护公园，制定本办法。
第二条 公园每日六时开放，二十一时关闭，节假日延长一小时。
第三条 园林部门负责养护树木，每年补植不少于300株。
第四条 公园内不得放牧，不得焚烧落叶，不得擅自设摊。
第五条 下列区域限制车辆通行：
（一）湖岸步道和儿童乐园；
（二）古树名木保护范围。
第六条 本办法自2020年1月1日起施行。
"""


def versions(old: str, new: str) -> Versions:
    registry = load_registry()
    read = [
        (extract_record(Source(name, "0" * 64, text), registry), text)
        for name, text in (("旧.txt", old), ("新.txt", new))
    ]
    return compare(*read[0], *read[1])


def kinds(result: Versions) -> list[tuple[str, str | None, str | None]]:
    """Give the units that are not the same, with their labels."""
    return [
        (pair.kind.value, pair.old and pair.old.label, pair.new and pair.new.label)
        for pair in result.pairs
        if pair.kind is not Kind.SAME
    ]


def test_a_text_beside_itself_has_no_difference() -> None:
    result = versions(OLD, OLD)
    assert kinds(result) == []
    assert result.counts == {Kind.SAME: 9}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("二十一时", "二十二时"), [("changed", "第二条", "第二条")]),
        # blanks and line ends are no change
        (("第二条 公园", "第二条　公园"), []),
        (("不得放牧，", "不得放牧，\n"), []),
        # an item of an article is named with it
        (("（一）湖岸步道和", "（一）草地和"), [("changed", "第五条（一）", "第五条（一）")]),
        (("（二）古树名木保护范围。\n", ""), [("removed", "第五条（二）", None)]),
        (
            ("（二）古树", "（二）停车场出口；\n（三）古树"),
            [("added", None, "第五条（二）"), ("renumbered", "第五条（二）", "第五条（三）")],
        ),
        (("云岭市公园管理办法", "云岭市公园管理条例"), [("changed", "", "")]),
    ],
)
def test_one_change(change: tuple[str, str], expected: list[tuple[str, str, str]]) -> None:
    assert kinds(versions(OLD, OLD.replace(*change, 1))) == expected


def test_behind_a_new_article_the_others_only_bear_other_numbers() -> None:
    new = OLD.replace("第六条", "第七条").replace("第五条", "第六条").replace("第四条", "第五条")
    new = new.replace("第五条 公园", "第四条 鼓励志愿者清扫步道。\n第五条 公园", 1)
    assert kinds(versions(OLD, new)) == [
        ("added", None, "第四条"),
        ("renumbered", "第四条", "第五条"),
        ("renumbered", "第五条", "第六条"),
        ("renumbered", "第六条", "第七条"),
    ]


def test_an_article_that_stands_elsewhere_was_moved() -> None:
    lines = OLD.splitlines(keepends=True)
    moved = [*lines[:2], *lines[4:5], *lines[2:4], *lines[5:]]
    text = "".join(moved).replace("第四条", "第X条").replace("第三条", "第四条")
    text = text.replace("第二条", "第三条").replace("第X条", "第二条")
    assert kinds(versions(OLD, text)) == [
        ("moved", "第四条", "第二条"),
        ("renumbered", "第二条", "第三条"),
        ("renumbered", "第三条", "第四条"),
    ]


def test_facts_that_differ_are_told_and_no_others() -> None:
    old = "云岭市要点\n一、修缮牌坊，2024年6月底前完成，补助50万元。（责任单位：市文旅局、市财政局）\n"
    new = old.replace("6月", "9月").replace("50", "80").replace("市文旅局", "市住建局")
    (pair,) = versions(old, new).told
    told = {change.kind: (change.gone, change.come) for change in pair.facts}
    assert set(told) == {"responsibilities", "deadlines", "quantities"}
    gone, come = told["responsibilities"]
    assert ([row.resolved for row in gone], [row.resolved for row in come]) == (
        ["市文旅局"],
        ["市住建局"],
    )
    assert [row.date for row in told["deadlines"][1]] == ["2024-09-30"]
    assert [row.value for row in told["quantities"][0]] == [50]


@pytest.mark.parametrize(
    ("old", "new", "differ"),
    [
        ("每年3月底前", "每年4月底前", True),
        ("每季度结束后5日内", "每季度结束后10日内", True),
        ("每年3月底前", "每年的3月底前", False),
    ],
)
def test_a_time_that_comes_again_differs_by_its_day(old: str, new: str, *, differ: bool) -> None:
    text = "云岭市公园管理办法\n第一条 市园林局应当于{}公布名录。\n"
    (pair,) = versions(text.format(old), text.format(new)).told
    assert ("deadlines" in {change.kind for change in pair.facts}) is differ


def test_a_citation_of_the_document_itself_is_told_as_it_is_written() -> None:
    text = OLD + "第七条 违反本办法第四条的，责令改正。\n"
    (pair,) = versions(text, text.replace("本办法第四条", "本办法第五条")).told
    assert fact_lines(pair, "zh") == ["引用", "－ 本办法第四条", "＋ 本办法第五条"]


def test_facts_that_differ_where_the_words_do_not_are_told_too() -> None:
    old = (
        "云岭市方案\n一、修缮牌坊。（责任单位：市文旅局。以下任务均需各县区政府落实，不再单列）\n"
        "二、疏浚河道。（责任单位：市水利局）\n"
    )
    new = old.replace("各县区政府落实", "市财政局落实")
    told = {pair.new.label: pair for pair in versions(old, new).told if pair.new}
    assert told["二、"].kind is Kind.SAME
    ((gone, come),) = (
        ([row.resolved for row in each.gone], [row.resolved for row in each.come])
        for each in told["二、"].facts
    )
    assert (gone, come) == (["各县区政府"], ["市财政局"])


def test_another_title_changes_no_citation_of_the_document_itself() -> None:
    old = OLD + "第七条 违反本办法第四条的，责令改正。\n"
    new = old.replace("公园管理办法", "公园保护办法", 1)
    assert kinds(versions(old, new)) == [("changed", "", "")]
    assert [pair.kind for pair in versions(old, new).told] == [Kind.CHANGED]


def test_a_large_figure_is_told_digit_by_digit() -> None:
    old = "云岭市要点\n一、修缮牌坊，补助1234567元。\n"
    (pair,) = versions(old, old.replace("1234567", "1234568")).told
    assert fact_lines(pair, "zh") == ["数字", "－ 1234567元", "＋ 1234568元"]


def test_of_a_new_wording_only_what_differs_is_marked() -> None:
    new = OLD.replace("不得焚烧落叶，", "不得焚烧落叶，不得私拉电线，")
    (pair,) = versions(OLD, new).told
    assert [piece.text for piece in pair.pieces if piece.added is not None] == ["不得私拉电线，"]
    assert not [piece for piece in pair.pieces if piece.removed is not None]


def test_what_stands_behind_the_last_unit_is_compared_too() -> None:
    result = versions(OLD + "云岭市人民政府\n", OLD + "云岭市园林局\n")
    assert [kind for kind, *_ in kinds(result)] == ["changed"]


@given(
    st.lists(st.sampled_from("一二三四五六七八九"), max_size=9),
    st.lists(st.sampled_from("一二三四五六七八九"), max_size=9),
)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_the_pieces_give_both_texts_back(old: list[str], new: list[str]) -> None:
    before, after = ("".join(f"{one}、修缮{one}号桥。\n" for one in each) for each in (old, new))
    result = versions(before, after)
    olds = sorted((p.old for p in result.pairs if p.old), key=lambda unit: unit.start)
    news = sorted((p.new for p in result.pairs if p.new), key=lambda unit: unit.start)
    assert "".join(unit.text for unit in olds) == before
    assert "".join(unit.text for unit in news) == after
    for pair in result.pairs:
        kept = "".join(piece.text for piece in pair.pieces if piece.removed is None)
        stood = "".join(piece.text for piece in pair.pieces if piece.added is None)
        assert kept == (pair.new.text if pair.new else "")
        assert stood == (pair.old.text if pair.old else "")


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [([], set()), ([1, 2, 3], {1, 2, 3}), ([4, 1, 2, 3], {1, 2, 3}), ([1, 5, 2, 3], {1, 2, 3})],
)
def test_longest_rising(numbers: list[int], kept: set[int]) -> None:
    assert longest_rising(numbers) == kept


def test_the_more_pairs_there_are_the_less_of_them_is_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured = 0

    def ratio(old: str, new: str) -> float:
        nonlocal measured
        measured += len(old) * len(new)
        return 0.0

    monkeypatch.setattr(pairing.fuzz, "ratio", ratio)
    units = [
        [Unit(str(n), f"{n}.", None, 0, "", f"{mark}{n}" + mark * 3000) for n in range(190)]
        for mark in "甲乙"
    ]
    assert len(pairing.paired(*units)) == 380
    assert measured < 10_000_000_000
