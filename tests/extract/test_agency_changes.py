"""Agency changes: renamed, moved, abolished are different facts; a bare 修改为 is none of them."""

import pytest

from tests.reading import read

HEAD = "关于对《某意见》的修改意见\n(征求意见稿)\n"
SIGNED = "\n澄湖市企业服务中心\n2024年11月22日"

# printed text, rows of (old, new, kind, functions, cause)
ROWS = [
    (
        "1.甲。因机构改革，云岭省企业促进局更名为云岭省民营经济发展局。",
        [("云岭省企业促进局", "云岭省民营经济发展局", "rename", (), "机构改革")],
    ),
    # who gives is the subject of the sentence
    (
        "1.甲。因机构改革，市大数据局承担的数据归集和共享职能已划转至市数据局。",
        [("市大数据局", "市数据局", "function_transfer", ("数据归集", "共享"), "机构改革")],
    ),
    # 我中心 is who signed; 此两项工作 are those named before
    (
        "1.甲。因机构改革，省甲局更名为省乙局，双创和专精特新工作职能已划转到省工信厅。"
        "由于我中心职责调整，今后不再承担此两项工作，职责已移交市工信局。",
        [
            ("省甲局", "省乙局", "rename", (), "机构改革"),
            ("省甲局", "省工信厅", "function_transfer", ("双创", "专精特新"), "机构改革"),
            ("澄湖市企业服务中心", "市工信局", "function_transfer", ("双创", "专精特新"), None),
        ],
    ),
    # only another name is written
    (
        "1.关于“一、2.甲”的修改意见\n将责任单位“市金融办”修改为“市政府办”。",
        [("市金融办", "市政府办", "substitute", (), None)],
    ),
    # a substitution that the text explains is none
    (
        "1.关于“一、2.甲”的修改意见\n因机构改革，市甲局更名为市乙局。将责任单位“市甲局”修改为“市乙局”。",
        [("市甲局", "市乙局", "rename", (), "机构改革")],
    ),
    # the cause stands in the heading above
    (
        "1.关于责任单位因机构改革调整的修改意见\n（1）将原文第4条责任单位“甲局”修改为“乙局”。",
        [("甲局", "乙局", "substitute", (), "机构改革")],
    ),
    (
        "1.甲。撤销某工作领导小组，其职能并入市委办公室。",
        [
            ("某工作领导小组", None, "abolish", (), None),
            ("某工作领导小组", "市委办公室", "function_transfer", (), None),
        ],
    ),
    # as plans of reforms say it: founded, moved from several, no longer kept
    (
        "1.组建市自然资源和规划局。将市国土资源局的职责，市发展和改革委员会的主体功能区规划职责整合，"
        "组建市自然资源和规划局。不再保留市国土资源局、市规划局。",
        [
            (None, "市自然资源和规划局", "found", (), None),
            ("市国土资源局", "市自然资源和规划局", "function_transfer", (), None),
            (
                "市发展和改革委员会",
                "市自然资源和规划局",
                "function_transfer",
                ("主体功能区规划",),
                None,
            ),
            ("市国土资源局", None, "abolish", (), None),
            ("市规划局", None, "abolish", (), None),
        ],
    ),
    # who gives is named, not the body of the sentence before
    (
        "1.不再保留市人事局。\n2.将市金融委员会办公室职责划入市委金融委员会办公室。\n"
        "3.组建市数据局和市医保局。",
        [
            ("市人事局", None, "abolish", (), None),
            ("市金融委员会办公室", "市委金融委员会办公室", "function_transfer", (), None),
            (None, "市数据局", "found", (), None),
            (None, "市医保局", "found", (), None),
        ],
    ),
    # two moves in one sentence, of which one names who gives
    (
        "1.将市科技局的职责划入市工信局，大数据管理职责移交市数据局。",
        [
            ("市科技局", "市工信局", "function_transfer", (), None),
            (None, "市数据局", "function_transfer", ("大数据管理",), None),
        ],
    ),
    # no body is abolished where an enterprise is
    ("1.甲。依法撤销企业登记，组建创业专业团队。", []),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_agency_changes_are_read(text: str, rows: list[tuple[object, ...]]) -> None:
    found = [
        (c.old, c.new, c.kind.value, c.functions, c.cause)
        for c in read(HEAD + text + SIGNED).agency_changes
    ]
    assert found == rows
