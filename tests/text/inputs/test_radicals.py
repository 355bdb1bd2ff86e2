"""Radicals for ideographs, as PDF files that a browser printed have them."""

import unicodedata

import pytest

from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.text.inputs.radicals import _table, unified
from policygraph.text.reader import read_source

PRINTED = "⻘⽯县⼈⺠政府办公室关于印发⼯作⽅案的通知"
MEANT = "青石县人民政府办公室关于印发工作方案的通知"
TEXT = """⻘⽯县⼈⺠政府关于⽀持⻝品⻋间改造的通知
⻘政发〔2024〕3号
⼀、加⼤⽀持⼒度。县⾦融办⻓期⻅效。（责任单位：县财政局、县⾏政审批局、县⾦融⼯作办公室）
⼆、附则
⻘⽯县⼈⺠政府
2024年5⽉6⽇
"""


def test_ideographs_are_written_for_radicals():
    assert unified(PRINTED) == MEANT


def test_a_text_without_radicals_stays_as_it_is():
    assert unified(MEANT) == MEANT


@pytest.mark.parametrize(
    ("radical", "ideograph"),
    [
        ("⼀", "一"),
        ("⽇", "日"),
        ("⼾", "户"),
        ("⺠", "民"),
        ("⻓", "长"),
        ("⿓", "龍"),
        ("\uf9be", "料"),
        ("\u2329", "〈"),
    ],
)
def test_one_character_becomes_one(radical, ideograph):
    assert unified(radical) == ideograph


def test_every_kangxi_radical_is_an_ideograph():
    written = [unified(chr(code)) for code in range(0x2F00, 0x2FD6)]
    assert len(written) == 214
    assert all(unicodedata.name(each).startswith("CJK UNIFIED IDEOGRAPH") for each in written)


def test_the_supplement_is_whole():
    """All but the two that stand for no ideograph: 2E80, and 2E9A, which is not assigned."""
    block = {chr(code) for code in range(0x2E81, 0x2EF4)} - {"\u2e9a"}
    assert block == set(_table()) - {"⼾"}
    assert len(block) == 114


def test_offsets_stay():
    text = "县⼈⺠政府\U0002f800、⻄⻔⼤街"
    assert len(unified(text)) == len(text)


def test_facts_are_read(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    record = extract_record(read_source(tmp_path / "a.txt"), load_registry())
    assert record.document.title == "青石县人民政府关于支持食品车间改造的通知"
    assert str(record.document.issued) == "2024-05-06"
    named = [each.as_written for each in record.responsibilities]
    assert named == ["县财政局", "县行政审批局", "县金融工作办公室"]
