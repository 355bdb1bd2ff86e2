"""Names of units -> official names at a date."""

import pytest

from policygraph.model.facts import Document
from policygraph.registry.registry import load_registry
from policygraph.resolve.agencies import canonical_name, issuer_of, place_of, place_of_level
from policygraph.resolve.levels import level_word

HENAN, JINCHENG, CHENGQU, BEIJING = "410000", "140500", "140302", "110000"

ROWS = [
    ("市工信局", JINCHENG, "2021-09-28", "晋城市工业和信息化局"),
    ("省工信厅", JINCHENG, "2021-09-28", "山西省工业和信息化厅"),
    ("区财政局", CHENGQU, "2023-02-10", "阳泉市城区财政局"),
    ("市生态环境局城区分局", CHENGQU, "2023-02-10", "阳泉市生态环境局城区分局"),
    ("省税务局", HENAN, "2022-01-01", "国家税务总局河南省税务局"),
    ("国家税务总局阳泉市城区税务局", CHENGQU, "2023-02-10", "国家税务总局阳泉市城区税务局"),
    ("河南银保监局", HENAN, "2022-01-01", "中国银行保险监督管理委员会河南监管局"),
    ("人行郑州中心支行", HENAN, "2022-01-01", "中国人民银行郑州中心支行"),
    ("人行市中心支行", JINCHENG, "2021-09-28", "中国人民银行晋城市中心支行"),
    ("市委宣传部", JINCHENG, "2021-09-28", "中共晋城市委宣传部"),
    ("市委", JINCHENG, "2021-09-28", "中共晋城市委员会"),
    ("中共山西省委", JINCHENG, "2021-09-28", "中共山西省委员会"),
    ("市人大常委会", JINCHENG, "2021-09-28", "晋城市人民代表大会常务委员会"),
    ("市人大常委会办公室", JINCHENG, "2021-09-28", "晋城市人民代表大会常务委员会办公室"),
    ("省政协", HENAN, "2022-01-01", "中国人民政治协商会议河南省委员会"),
    ("区监委", CHENGQU, "2023-02-10", "阳泉市城区监察委员会"),
    ("国务院", JINCHENG, "2021-09-28", "国务院"),
    ("全国人大常委会", "100000", "2018-12-04", "全国人民代表大会常务委员会"),
    ("晋城市生态环境局城区分局", JINCHENG, "2021-09-28", "晋城市生态环境局城区分局"),
    ("发展改革委", "100000", "2018-12-04", "国家发展和改革委员会"),
    ("各县（市、区）人民政府", JINCHENG, None, None),  # a group has no official name
    ("市某某办", JINCHENG, None, None),
]


@pytest.mark.parametrize(("resolved", "place", "date", "official"), ROWS)
def test_official_names(resolved: str, place: str, date: str | None, official: str | None) -> None:
    document = Document(jurisdiction=place, issued=date)
    assert canonical_name(resolved, document, load_registry()).name == official


COUNTY, COAST, SHAANXI = "140321", "370200", "610000"
USUAL = [
    ("团县委", COUNTY, "共青团平定县委员会"),  # the level word stands inside
    ("团区委", CHENGQU, "共青团阳泉市城区委员会"),
    ("团省委", SHAANXI, "共青团陕西省委员会"),
    ("市民宗委", JINCHENG, "晋城市民族宗教事务委员会"),
    ("市外办", JINCHENG, "晋城市人民政府外事办公室"),
    ("县文联", COUNTY, "平定县文学艺术界联合会"),
    ("省侨联", SHAANXI, "陕西省归国华侨联合会"),
    ("市红十字会", JINCHENG, "晋城市红十字会"),
    ("省文物局", SHAANXI, "陕西省文物局"),
    ("县档案馆", COUNTY, "平定县档案馆"),
    ("市烟草局", JINCHENG, "晋城市烟草专卖局"),
    ("市海事局", COAST, "青岛海事局"),
    ("青岛海事局", COAST, "青岛海事局"),
    ("国家统计局青岛调查队", COAST, "国家统计局青岛调查队"),
    ("省调查总队", SHAANXI, "国家统计局陕西调查总队"),
    ("市交警支队", JINCHENG, "晋城市公安局交通警察支队"),
    ("县公安局交警大队", COUNTY, "平定县公安局交通警察大队"),
    ("市委老干部局", JINCHENG, "中共晋城市委老干部局"),
    ("市府办", JINCHENG, "晋城市人民政府办公室"),
    ("县疾控中心", COUNTY, "平定县疾病预防控制中心"),
    ("市防汛办", JINCHENG, "晋城市防汛抗旱指挥部办公室"),
]


@pytest.mark.parametrize(("resolved", "place", "official"), USUAL)
def test_usual_names_of_all_levels(resolved: str, place: str, official: str) -> None:
    document = Document(jurisdiction=place, issued="2024-06-01")
    assert canonical_name(resolved, document, load_registry()).name == official


@pytest.mark.parametrize("name", ["市贸促会", "市安委办", "市房管局", "市河长办", "市直机关工委"])
def test_short_forms_of_several_names_are_a_finding(name: str) -> None:
    document = Document(jurisdiction=JINCHENG, issued="2024-06-01")
    assert canonical_name(name, document, load_registry()).code == "agency.ambiguous"


def test_two_candidates_are_a_finding_and_no_answer() -> None:
    found = canonical_name("市自然资源局", Document(jurisdiction=JINCHENG), load_registry())
    assert (found.name, found.code) == (None, "agency.ambiguous")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("省财政厅", "省"),
        ("市委", "市"),
        ("市市场监管局", "市"),
        ("市场监管局", ""),
        ("区块链中心", "区"),
        ("河南银保监局", ""),
    ],
)
def test_level_words(name: str, word: str) -> None:
    assert level_word(name, load_registry()) == word


def test_a_level_word_means_the_place_above() -> None:
    registry = load_registry()
    names = {
        word: place.name
        for word in ("省", "市", "区")
        if (place := place_of_level(word, CHENGQU, registry))
    }
    assert names == {"省": "山西省", "市": "阳泉市", "区": "城区"}


# units whose names hold a word that is the short name of a county as well, and whose they are
WORDS = [
    ("公安部", "100000", "100000"),
    ("公安机关交通管理部门", "370000", "370000"),
    ("人力资源社会保障部", "100000", "100000"),
    ("自然资源主管部门", "370000", "370000"),
    ("乡镇农村合作经济管理部门", "370000", "370000"),
    ("县级以上林业行政主管部门", "440000", "440000"),
    ("资源规划部门", "370000", "370000"),
    ("合作区执行委员会", "440400", "440400"),
    ("平安建设组织协调机构", "330000", "330000"),
    # here they are names of places
    ("资源人民政府", "100000", "450329"),
    ("公安公安局", "420000", "421022"),
    ("公安县公安局", "420000", "421022"),
    ("崂山风景名胜区管理委员会", "370200", "370212"),
    ("国家税务总局资源县税务局", "450000", "450329"),
]


@pytest.mark.parametrize(("name", "document", "place"), WORDS)
def test_a_word_that_is_also_a_county_names_no_place(name: str, document: str, place: str) -> None:
    assert place_of(name, Document(jurisdiction=document), load_registry()) == place


def test_the_ministry_of_public_security_is_no_body_of_a_county() -> None:
    nation = Document(jurisdiction="100000")
    assert issuer_of("公安部", nation, load_registry()).place == "100000"
