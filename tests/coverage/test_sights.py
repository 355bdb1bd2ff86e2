"""Sights: what stands in a text and ought to give a row, with the form of what gave none."""

import pytest

from policygraph.coverage.sights import Sight, sights
from policygraph.coverage.style import label_style, mark_style
from policygraph.model.record import Record
from policygraph.registry.registry import load_registry
from policygraph.text.blocks import split_blocks
from tests.reading import read, source_of

HEAD = "澄湖市人民政府关于某事的若干措施\n"


def seen(text: str, record: Record | None = None) -> list[Sight]:
    text = HEAD + text
    blocks = split_blocks(source_of(text)).blocks
    return list(sights(text, record or read(text), blocks, load_registry().measures))


def missed(text: str) -> list[tuple[str, str]]:
    return [(sight.kind, sight.form) for sight in seen(text) if not sight.is_read]


@pytest.mark.parametrize(
    ("text", "kind", "form"),
    [
        ("一、建库。（责任单位：市财政局、市科技局）", "unit", "（责任单位：…）"),
        ("一、建库。（市财政局牵头，市科技局配合）", "unit", "（…牵头，…配合）"),
        ("一、建库。\n责任单位：市财政局", "unit", "责任单位：…"),
        ("一、由市财政局负责建库。", "duty", "…由…负责…"),
        ("一、落实《某省统计条例》。", "citation", "《…条例》"),
        ("一、奖励20万元。", "quantity", "…万元"),
        ("一、对《某省统计条例》作如下修改：将第三条修改为：“甲”。", "change", "修改为"),
        ("一、建库。", "label", "一、"),
    ],
)
def test_what_is_read_is_no_miss(text, kind, form):
    assert Sight(kind, form, True) in seen(text)
    assert (kind, form) not in missed(text)


def test_nothing_is_read_where_the_record_holds_nothing():
    """A sight does not depend on the extractors: an empty record misses all of them."""
    text = "一、由市财政局负责建库，奖励20万元。（责任单位：市科技局）\n二、落实《某省统计条例》。\n三、删去第五条。\n"
    empty = read("无\n")
    found = seen(text, empty)
    assert {sight.kind for sight in found if not sight.is_read} == {
        "unit",
        "duty",
        "citation",
        "quantity",
        "change",
        "label",
    }
    assert not any(sight.is_read for sight in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、见《澄湖日报》登记表。", ("citation", "《…》")),
        ("一、企业应当由法定代表负责到底。", ("duty", "…由…负责…")),
        ("附件：1.名单\n2.清单\n", ("label", "1. in annex-list")),
        ("一、建库（谁使用谁负责）。", ("unit", "（…负责）")),
    ],
)
def test_what_gives_no_row_is_missed_with_its_form(text, expected):
    assert expected in missed(text)


def test_a_form_holds_no_words_of_the_text():
    text = "一、建库（由市财政局会同市科技局等单位分别负责各自范围内的建库、管库工作，某某配合，某某参与）。"
    forms = [sight.form for sight in seen(text) if sight.kind == "unit"]
    assert len(forms) == 1
    assert "库" not in forms[0]
    assert "财政" not in forms[0]
    assert forms[0].startswith("（…")
    assert forms[0].endswith("）")


@pytest.mark.parametrize(
    "text", ["一、2025年完成。", "一、5月6日施行。", "见第 3 条。", "见第 1 0 条。"]
)
def test_names_are_no_quantities(text):
    assert [sight for sight in seen(text) if sight.kind == "quantity"] == []


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("一、甲。（责任单位：市财政局）\n", "（责任单位：…）"),
        ("一、甲。（市财政局负责）\n", "（…负责）"),
        ("一、甲。\n责任单位：市财政局\n", "责任单位：…"),
        ("一、由市财政局负责建库。\n", "running text"),
        ("一、甲。\n", "none"),
        ("一、甲。（市财政局负责）\n二、乙。\n责任单位：市科技局\n", "责任单位：… + （…负责）"),
    ],
)
def test_mark_style(text, style):
    text = HEAD + text
    assert mark_style(text, read(text)) == style


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("一、甲\n（一）乙\n1.丙。丁。\n2.戊。己。\n（二）庚\n二、辛\n", "一、 > （一） > 1."),
        ("第一条 甲。\n第二条 乙。\n", "第一条"),
        ("没有编号。\n", "none"),
    ],
)
def test_label_style(text, style):
    assert label_style(read(HEAD + text)) == style
