"""Decisions that change several documents: each is an entry, with its changes below it."""

import pytest

from tests.reading import read

TITLE = "澄湖市人民政府关于修改部分市政府规章的决定\n"
LED = "一、对下列市政府规章的部分条款予以修改\n"


def _targets(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (a.clause, a.target.title, a.target.number, a.target.locator) for a in read(text).amendments
    ]


def _cited(text: str) -> list[tuple[str, str | None, str | None, str]]:
    return [(c.clause, c.title, c.number, c.relation.value) for c in read(text).citations]


def test_an_entry_is_nothing_but_a_title() -> None:
    text = (
        TITLE + LED + "（一）澄湖市渔港管理办法\n删去第五条。\n"
        "（二）澄湖市渔船管理规定\n1.将第六条修改为：“渔船应当编号。”\n2.删去第七条。\n"
    )
    assert _targets(text) == [
        ("1/1", "澄湖市渔港管理办法", None, "5"),
        ("1/2/1", "澄湖市渔船管理规定", None, "6"),
        ("1/2/2", "澄湖市渔船管理规定", None, "7"),
    ]
    assert _cited(text) == [
        ("1/1", "澄湖市渔港管理办法", None, "amends"),
        ("1/2", "澄湖市渔船管理规定", None, "amends"),
    ]


def test_entries_in_title_marks_are_changed_also_behind_the_changes_of_the_first() -> None:
    text = (
        TITLE
        + "一、对下列规章作如下修改：\n（一）《澄湖市渔港保护规定》（政府令第146号）\n删除第十八条。\n"
        "（二）《澄湖市渔船管理办法》（政府令第185号）\n第十二条第二款修改为：“渔船应当编号。”\n"
        "（三）《澄湖市渔具管理办法》（政府令第209号）\n1、第十三条修改为：“渔具应当登记。\n\n不登记的，限期改正。”\n"
        "（四）《澄湖市渔具管理规定》（政府令第226号）\n删除第二十五条。\n"
    )
    assert _cited(text) == [
        ("1/1", "澄湖市渔港保护规定", "政府令第146号", "amends"),
        ("1/2", "澄湖市渔船管理办法", "政府令第185号", "amends"),
        ("1/3", "澄湖市渔具管理办法", "政府令第209号", "amends"),
        ("1/4", "澄湖市渔具管理规定", "政府令第226号", "amends"),
    ]
    assert {row.article for row in read(text).citations} == {None}


def test_the_number_of_an_entry_stands_in_its_history() -> None:
    text = (
        "澄湖市人民政府关于修改部分规章的决定\n澄湖市人民政府决定对2项规章的部分条款作如下修改：\n"
        "一、澄湖市渔港管理规定（1990年5月28日澄湖市人民政府第9号令发布，根据1997年12月31日澄湖市人民政府第12号令"
        "第一次修改，根据2007年11月23日澄湖市人民政府第200号令第二次修改，根据2010年3月1日澄湖市人民政府第221号令第三次修改）\n"
        "1.删去第八条。\n二、澄湖市渔船管理办法（1993年8月25日澄湖市人民政府第11号令发布，根据2007年11月23日"
        "澄湖市人民政府第200号令修改）\n1.删去第五条。\n"
    )
    assert _cited(text) == [
        ("1", "澄湖市渔港管理规定", "澄湖市人民政府令第9号", "amends"),
        ("2", "澄湖市渔船管理办法", "澄湖市人民政府令第11号", "amends"),
    ]
    assert _targets(text) == [
        ("1/1", "澄湖市渔港管理规定", "澄湖市人民政府令第9号", "8"),
        ("2/1", "澄湖市渔船管理办法", "澄湖市人民政府令第11号", "5"),
    ]


def test_what_a_bracket_tells_of_the_past_is_not_what_is_done_now() -> None:
    text = (
        "澄湖市人民政府关于废止部分规章的决定\n一、对下列规章予以废止：\n"
        "1、《澄湖市渔港规定》（市政府令第27号公布，第69号修正）\n2、《澄湖市渔船办法》（市政府令第42号公布，2001年修订）\n"
    )
    assert [(a.operation.value, a.target.number) for a in read(text).amendments] == [
        ("repeal_document", "市政府令第27号"),
        ("repeal_document", "市政府令第42号"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "（三）其他渔业管理办法",  # begins with no place: a heading
        "（三）澄湖市渔业管理办法的宣传工作",
        "三、澄湖市渔业管理办法",  # not in the list
    ],
)
def test_what_is_no_entry_is_not_cited(line: str) -> None:
    text = TITLE + LED + "（一）澄湖市渔港管理办法\n删去第五条。\n" + line + "\n本条另行规定。\n"
    assert _cited(text) == [("1/1", "澄湖市渔港管理办法", None, "amends")]


def test_a_heading_that_speaks_of_the_changes_to_one_cites_it_as_changed() -> None:
    text = (
        TITLE
        + "一、对《澄湖市渔港办法》的修改：\n1、删去第五条。\n二、对《澄湖市渔船办法》的修改：\n删去第九条。\n"
    )
    assert _cited(text) == [
        ("1", "澄湖市渔港办法", None, "amends"),
        ("2", "澄湖市渔船办法", None, "amends"),
    ]


def test_a_count_of_documents_leads_a_list() -> None:
    text = (
        "澄湖市人民政府关于修改《澄湖市渔港办法》等2件市政府规章部分条款的决定\n"
        "决定对《澄湖市渔港办法》等2件市政府规章的部分条款予以修改：\n"
        "一、澄湖市渔港办法（2000年8月9日澄湖市人民政府令第154号发布，根据2004年9月20日澄湖市人民政府令第207号"
        "《澄湖市人民政府关于修改〈澄湖市航道办法〉等18件市政府规章部分条款的决定》修改）\n1.删除第九条第二款。\n"
        "二、澄湖市渔船规定（2001年5月19日澄湖市人民政府令第168号发布）\n第五条第一款修改为：“渔船应当编号。”\n"
    )
    assert _targets(text) == [
        ("1/1", "澄湖市渔港办法", "澄湖市人民政府令第154号", "9/2"),
        ("2", "澄湖市渔船规定", "澄湖市人民政府令第168号", "5/1"),
    ]
    assert read(text).document.addressed_to == ()


def test_a_document_that_repeals_does_not_repeal_itself() -> None:
    text = (
        "阳泉市人民政府关于废止部分政策性文件的决定\n\n阳泉市人民政府令\n第48号\n"
        "《阳泉市人民政府关于废止部分政策性文件的决定》已经市政府第90次常务会议通过，现予公布。\n\n市长：某某\n\n"
        "二○○八年十月十三日\n\n阳泉市人民政府关于废止部分政策性文件的决定\n\n"
        "经过清理，市政府决定：\n一、对28件文件予以废止。（目录见附件1）\n"
    )
    assert read(text).amendments == ()


def test_what_has_been_repealed_before_is_not_repealed_here() -> None:
    text = TITLE + "一、对《澄湖市渔港办法》作如下修改：\n原《渔业法》已废止，删去第五条。\n"
    assert {(a.operation.value, a.target.locator) for a in read(text).amendments} == {
        ("delete_clause", "5")
    }


@pytest.mark.parametrize(
    "note",
    [
        "2016年12月8日澄湖市人民政府令第225号公布 2019年11月28日澄湖市人民政府令第242号修正",
        "1997年6月28日澄湖市人民政府令第225号公布，2004年6月30日澄湖市人民政府令第134号修正，2019年9月29日澄湖市人民政府令第241号修正",
    ],
)
def test_the_number_is_that_of_the_first_decree(note: str) -> None:
    text = f"澄湖市人民政府关于废止1件规章的决定\n一、废止1件市政府规章\n（一）澄湖市渔港管理规定（{note}）。\n"
    assert [(a.target.title, a.target.number) for a in read(text).amendments] == [
        ("澄湖市渔港管理规定", "澄湖市人民政府令第225号")
    ]
