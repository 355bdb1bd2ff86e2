"""Documents of former places: who issued them, whose bodies they name, and what is wrong with them."""

import pytest

from policygraph.model.source import Source
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry
from policygraph.resolve.bodies import bodies_named
from policygraph.text.reader import read_source

TEXT = """{issuer}关于加强农村道路养护的通知

各乡镇人民政府：

一、完善养护机制。（{units}负责）
二、健全巡查台账。

{issuer}
{day}
"""


@pytest.fixture
def read(tmp_path):
    """Give a function that reads a notice of an issuer on a day."""

    def reading(issuer, day, units="县财政局、市水利局"):
        file = tmp_path / "notice.txt"
        file.write_text(TEXT.format(issuer=issuer, day=day, units=units), encoding="utf-8")
        source = read_source(file)
        assert isinstance(source, Source)
        return extract_record(source, load_registry())

    return reading


@pytest.mark.parametrize(
    ("issuer", "day", "units", "place", "names"),
    [
        ("长泰县人民政府", "2018年5月4日", "县财政局、市水利局", "350625",
         ["长泰县财政局", "漳州市水利局"]),
        ("漳州市长泰区人民政府", "2024年5月4日", "区财政局、市水利局", "350605",
         ["漳州市长泰区财政局", "漳州市水利局"]),
        ("襄樊市人民政府", "2005年5月4日", "市财政局", "420600", ["襄樊市财政局"]),
        ("襄阳市人民政府", "2015年5月4日", "市财政局", "420600", ["襄阳市财政局"]),
        ("襄樊市襄城区人民政府", "2005年5月4日", "区财政局", "420602", ["襄樊市襄城区财政局"]),
        ("毕节地区行政公署", "2009年3月1日", "大方县财政局", "522400", ["大方县财政局"]),
        ("毕节市人民政府", "2005年3月1日", "市财政局", "522401", ["毕节市财政局"]),
        ("毕节市人民政府", "2015年3月1日", "市财政局", "520500", ["毕节市财政局"]),
        ("重庆市万盛区人民政府", "2009年3月1日", "区财政局", "500110~万盛区",
         ["重庆市万盛区财政局"]),
        ("沙县人民政府", "2021年7月4日", "县财政局", "350427", ["沙县财政局"]),  # either may stand
        ("三明市沙县区人民政府", "2021年7月4日", "区财政局", "350405", ["三明市沙县区财政局"]),
    ],
)  # fmt: skip
def test_a_document_is_read_with_the_places_of_its_day(read, issuer, day, units, place, names):
    record = read(issuer, day, units)
    assert record.document.jurisdiction == place
    assert [row.canonical for row in record.responsibilities] == names
    assert [f.code for f in record.findings if f.code.startswith(("place.", "agency."))] == []


@pytest.mark.parametrize(
    ("issuer", "day", "units", "findings"),
    [
        ("长泰县人民政府", "2024年5月4日", "县财政局", [("place.ended", "长泰县 350625")]),
        ("襄樊市人民政府", "2015年5月4日", "市水利局", [("place.ended", "襄樊市 420600")]),
        ("漳州市长泰区人民政府", "2018年5月4日", "区财政局",
         [("place.not-founded", "长泰区 350605")]),
        ("襄阳市人民政府", "2005年5月4日", "市水利局", [("place.not-founded", "襄阳市 420600")]),
        ("漳州市人民政府", "2024年5月4日", "长泰县人民政府", [("place.ended", "长泰县 350625")]),
        ("长泰县人民政府", "1996年5月4日", "县财政局", [("place.before-table", "1996-05-04")]),
        ("杭州市下城区人民政府", "2024年5月4日", "区财政局",
         [("place.ended", "下城区 330103")]),
        ("长泰县人民政府", "2023年3月4日", "县财政局", []),  # half a year is left in doubt
    ],
)  # fmt: skip
def test_a_place_out_of_its_time_is_a_finding(read, issuer, day, units, findings):
    record = read(issuer, day, units)
    found = [(f.code, f.detail) for f in record.findings if f.code.startswith("place.")]
    assert found == findings


def test_a_renaming_on_a_day_not_known_leaves_the_name_of_the_bureau_open(read):
    """The city was renamed between the editions of 2009 and 2010."""
    record = read("襄樊市人民政府", "2010年6月1日", "市财政局")
    assert [row.canonical for row in record.responsibilities] == [None]
    assert "agency.ambiguous" in [finding.code for finding in record.findings]


@pytest.mark.parametrize(
    ("name", "near", "expected"),
    [
        ("长泰县人民政府", None, [("350625", "长泰县人民政府")]),
        ("沙县人民政府", None, [("350427", "沙县人民政府")]),
        ("三明市沙县区人民政府", None, [("350405", "三明市沙县区人民政府")]),
        ("襄樊市财政局", None, [("420600", "襄樊市财政局")]),
        ("襄樊市襄城区财政局", None, [("420602", "襄樊市襄城区财政局")]),
        ("毕节市财政局", None, [("520500", "毕节市财政局")]),  # that of today goes first
        ("横县财政局", None, [("450127", "横县财政局")]),
        ("县财政局", "350625", [("350625", "长泰县财政局")]),
    ],
)
def test_a_name_of_another_day_means_the_body_that_bore_it(name, near, expected):
    found = bodies_named(name, load_registry(), near)
    assert [(body.place, body.name) for body in found] == expected
