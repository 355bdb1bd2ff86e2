"""Collective names of governments, and the governments that they stand for."""

import pytest

from policygraph.registry.registry import load_registry
from policygraph.resolve.members import group_members

ROWS = [
    # name, place in which it is said, how many, some of them, some that are not
    ("各县（市、区）人民政府", "140500", 6,
     {"晋城市城区人民政府", "阳城县人民政府", "高平市人民政府"}, {"晋城市人民政府"}),
    ("各县区政府", "140500", 5, {"晋城市城区人民政府"}, {"高平市人民政府"}),
    ("各县（市、区）", "140500", 6, {"泽州县人民政府"}, set()),
    # 市 is a prefecture in a province, unless a county stands before it
    ("各市", "140000", 11, {"晋城市人民政府"}, {"高平市人民政府"}),
    ("各市、县（区）人民政府", "140000", 128, {"晋城市人民政府", "阳城县人民政府", "高平市人民政府"}, set()),
    ("各市、县人民政府", "460000", 19, {"海口市人民政府", "琼海市人民政府", "陵水黎族自治县人民政府"}, set()),
    ("各县（市、区）政府", "140000", 117, {"阳城县人民政府", "高平市人民政府"}, {"晋城市人民政府"}),
    ("各市（区）人民政府", "610000", 10, {"西安市人民政府"}, {"西安市雁塔区人民政府"}),
    ("各省辖市政府", "410000", 17, {"郑州市人民政府"}, {"济源市人民政府"}),
    ("各设区的市人民政府", "330000", 11, {"杭州市人民政府"}, {"义乌市人民政府"}),
    ("各地级以上市政府", "440000", 21, {"深圳市人民政府"}, set()),
    ("各市州政府", "430000", 14, {"湘西土家族苗族自治州人民政府"}, set()),
    # of those that the province manages itself no table tells which they are
    ("各省辖市、省直管县（市）人民政府", "410000", 17, {"洛阳市人民政府"}, {"济源市人民政府"}),
    # a league has no 人民政府
    ("各盟市人民政府", "150000", 9, {"包头市人民政府"}, {"兴安盟人民政府"}),
    ("各旗县（市、区）人民政府", "150000", 103, {"额济纳旗人民政府"}, set()),
    ("各区政府", "110000", 16, {"北京市密云区人民政府"}, set()),
    ("各省级人民政府", "100000", 31, {"山西省人民政府", "北京市人民政府"}, {"台湾省人民政府"}),
    ("各省、自治区、直辖市人民政府", "100000", 31, {"重庆市人民政府"}, set()),
    ("各省（区、市）人民政府", "100000", 31, {"西藏自治区人民政府", "上海市人民政府"}, set()),
]  # fmt: skip


@pytest.fixture(scope="module")
def registry():
    return load_registry()


@pytest.mark.parametrize(
    ("name", "place", "count", "some", "others"), ROWS, ids=[f"{r[0]}-{r[1]}" for r in ROWS]
)
def test_governments_are_told(registry, name, place, count, some, others):
    names = {body.name for body in group_members(name, place, registry)}
    assert some <= names
    assert not others & names
    assert len(names) == count


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("各有关部门", "140500"),
        ("各相关县区政府", "140500"),
        ("各街道办事处", "140502"),
        ("各镇人民政府", "140502"),
        ("各县区政府", "140502"),
        ("各县区政府", None),
        ("各级政府", "140000"),
        ("各开发区管委会", "140500"),
        ("辖区金融机构", "140500"),
        ("各市", "110000"),
        ("各市、县人民政府", "100000"),
        ("各省人民政府", "140000"),
        ("各", "140500"),
        ("各" + "市、" * 400, "140000"),
    ],
)
def test_who_cannot_be_told_is_not_guessed(registry, name, place):
    assert group_members(name, place, registry) == ()


def test_a_member_is_the_body_that_its_own_name_tells(registry):
    (body,) = (b for b in group_members("各县区政府", "140500", registry) if "城区" in b.name)
    assert (body.place, body.name) == ("140502", "晋城市城区人民政府")
