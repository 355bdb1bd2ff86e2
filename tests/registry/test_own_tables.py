"""Tables of one's own as a Chinese Excel saves them: encodings, headings, days."""

from pathlib import Path

import pytest

from policygraph.errors import RegistryError
from policygraph.registry.headings import HEADINGS, iso_day, named
from policygraph.registry.registry import TABLES, load_registry

PLACES = "行政区划代码,名称,简称,级别,上级代码,来源\r\n990000,云岭市,云岭,市级,100000,虚构\r\n"
BODIES = (
    "地区代码,文中写法,正式名称,启用日期,停用日期,来源\r\n"
    "990000,市探月办,云岭市探月工程办公室,2020/1/5,2026年11月22日,虚构\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_tables_out_of_a_chinese_excel_are_read(tmp_path: Path, encoding: str):
    (tmp_path / "places.csv").write_bytes(PLACES.encode(encoding))
    (tmp_path / "bodies.csv").write_bytes(BODIES.encode(encoding))
    registry = load_registry([tmp_path])
    place = registry.places.get("990000")
    assert place is not None
    assert (place.name, place.short, place.level, place.parent) == (
        "云岭市", "云岭", "prefecture", "100000",
    )  # fmt: skip
    for day, known in (("2020-01-04", 0), ("2020-01-05", 1), ("2026-11-21", 1), ("2026-11-22", 0)):
        assert len(registry.bodies.official("990000", "市探月办", day)) == known


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026/11/22", "2026-11-22"),
        ("2026-1-5", "2026-01-05"),
        ("2026.1.5", "2026-01-05"),
        ("2026年1月5日", "2026-01-05"),
        ("2026/2/30", "2026/2/30"),
        ("2026", "2026"),
        ("", ""),
    ],
)
def test_days(written: str, day: str):
    assert iso_day(written) == day


def test_a_day_that_is_none_is_named(tmp_path: Path):
    (tmp_path / "bodies.csv").write_text(BODIES.replace("2020/1/5", "2020年"), encoding="utf-8")
    with pytest.raises(RegistryError, match="line 2: since '2020年' is no day"):
        load_registry([tmp_path])


def test_a_column_that_is_missing_is_named_by_its_heading_too(tmp_path: Path):
    (tmp_path / "bodies.csv").write_text("地区代码,写法\r\n", encoding="gb18030")
    with pytest.raises(RegistryError) as error:
        load_registry([tmp_path])
    assert "缺少列“official”（正式名称）" in error.value.in_language("zh")


def test_a_heading_stands_for_a_column_only_where_the_table_has_it():
    assert named(["全称", "地区", "别的"], ["name", "code"]) == ["name", "地区", "别的"]
    assert named(["全称", "地区"], ["official", "place"]) == ["official", "place"]
    assert named(["name", "名称"], ["name"]) == ["name", "名称"]
    for headings in HEADINGS.values():
        assert len(set(headings)) == len(headings)


def test_a_folder_without_a_known_table_is_an_error_that_names_them(tmp_path: Path):
    (tmp_path / "地区.csv").write_text(PLACES, encoding="utf-8")
    with pytest.raises(RegistryError, match="holds no registry table") as error:
        load_registry([tmp_path])
    assert all(name in str(error.value) for name in TABLES)


def test_a_table_in_another_encoding_is_named(tmp_path: Path):
    (tmp_path / "places.csv").write_bytes(PLACES.encode("utf-16"))
    with pytest.raises(RegistryError, match="UTF-8 or GB18030"):
        load_registry([tmp_path])
