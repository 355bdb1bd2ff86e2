"""Registry tables: what is known beforehand, and what a broken row says."""

from pathlib import Path

import pytest

from policygraph.errors import RegistryError
from policygraph.registry.registry import load_registry
from policygraph.registry.tables import read_table

PLACES = [
    ("晋城市人民政府办公室", "140500", 3),
    ("阳泉市城区人民政府", "140302", 5),  # a district whose bare name is generic
    ("河南银保监局", "410000", 2),  # a short name
    ("北京市石景山区人民政府", "110107", 7),
    ("柳河县人民政府", "220524", 3),
    ("市场监管局", None, 0),
    ("鼓楼区人民政府", None, 0),  # several places bear the name: two candidates are none
]


@pytest.mark.parametrize(("name", "code", "length"), PLACES)
def test_a_name_begins_with_a_place(name: str, code: str | None, length: int) -> None:
    found = load_registry().places.at_start(name)
    assert (found and found[0].code, found[1] if found else 0) == (code, length)


def test_a_place_nearby_settles_which_one_is_meant() -> None:
    places = load_registry().places
    found = places.at_start("鼓楼区人民政府", near="320100")
    assert found is not None
    assert places.full_name(found[0].code) == "南京市鼓楼区"


def test_every_place_has_its_parent() -> None:
    places = load_registry().places
    assert len(list(places)) > 3000
    for place in places:
        assert place.level == "national" or places.get(place.parent) is not None
        assert places.chain(place.code)[-1].level == "national"


def test_local_tables_are_added(tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text(
        "code,name,short,level,parent,source\n990000,云岭省,云岭,province,100000,invented\n",
        encoding="utf-8",
    )
    registry = load_registry([tmp_path])
    assert registry.places.get("990000") is not None
    assert registry.digest != load_registry().digest


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("code,name\n1,a\n", "line 1: column 'source' is missing"),
        ("code,name,source\n1,,x\n", "line 2: 'name' is empty"),
        ("code,name,source\n1,a\n", "line 2: 'source' is empty"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, table: str, said: str) -> None:
    path = tmp_path / "places.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(RegistryError, match=r"places\.csv") as error:
        list(read_table(path, ("code", "name", "source")))
    assert said in str(error.value)


def test_every_department_fills_in() -> None:
    """Placeholders other than {name} and {short} would stand in official names."""
    registry = load_registry()
    rows = [r for rows in registry.departments._by_written.values() for r in rows]
    assert len(rows) > 900
    for row in rows:
        filled = row.official.replace("{name}", "甲市").replace("{short}", "甲")
        assert "{" not in filled
        assert row.level in {"national", "province", "municipality", "prefecture", "county"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        # the prefecture is left out
        ("浙江省淳安县人民政府", "330127"),
        ("河南省叶县人民政府", "410422"),
        # an autonomous prefecture in short
        ("四川省阿坝州人民政府", "513200"),
        ("江西省抚州市人民政府", "361000"),
    ],
)
def test_a_place_behind_its_province(name: str, code: str) -> None:
    found = load_registry().places.at_start(name)
    assert found is not None
    assert found[0].code == code
