"""Names of units -> the bodies meant, also by names that had ended."""

import pytest

from policygraph.model.facts import Document, Responsibility, Role
from policygraph.model.reform import Body
from policygraph.registry.registry import load_registry
from policygraph.resolve.agencies import canonical_name
from policygraph.resolve.bodies import agency_meant, bodies_named, written_names

YANGQUAN = "140300"

# name in a mark of a document of 2024, official name of the body, provisional
ROWS = [
    ("阳泉银保监分局", "中国银行保险监督管理委员会阳泉监管分局", False),
    ("人行阳泉中心支行", "中国人民银行阳泉市中心支行", False),
    ("市财政局", "阳泉市财政局", False),
    # no table knows it: as written
    ("市探月办", "市探月办", True),
    # two bodies could be meant: as written
    ("市自然资源局", "市自然资源局", True),
]


@pytest.mark.parametrize(("name", "official", "provisional"), ROWS)
def test_a_name_that_had_ended_still_means_its_body(
    name: str, official: str, provisional: bool
) -> None:
    registry = load_registry()
    document = Document(jurisdiction=YANGQUAN, issued="2024-06-01")
    canonical = canonical_name(name, document, registry).name
    row = Responsibility("1", 1, name, name, canonical, Role.LEAD, False, False, (), "")
    meant = agency_meant(row, document, registry)
    assert (meant.name, meant.provisional) == (official, provisional)
    assert meant.also == name


def test_a_record_gives_no_official_name_that_did_not_hold_on_the_day() -> None:
    document = Document(jurisdiction=YANGQUAN, issued="2024-06-01")
    assert canonical_name("阳泉银保监分局", document, load_registry()).name is None


@pytest.mark.parametrize("name", ["国土资源局", "自然资源局"])
@pytest.mark.parametrize("level", [None, "140500"])
def test_a_word_that_is_also_a_county_makes_no_body_of_that_county(
    name: str, level: str | None
) -> None:
    """资源 in 国土资源局 is no 资源县, whose body it became in every place."""
    registry = load_registry()
    found = bodies_named(name, registry, level)
    assert [body.name for body in found] == ([f"晋城市{name}"] if level else [])
    own = bodies_named(name, registry, "450329")
    assert [body.place for body in own] == ["450329"]


def test_the_names_of_a_body_are_told_with_their_place_alone() -> None:
    names = written_names(Body("450329", "资源县国土资源局"), load_registry())
    assert [name for name, *_ in names] == ["资源县国土资源局"]
