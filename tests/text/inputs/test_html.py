"""Web pages, a row each: what is on the page, and the lines that are read."""

import pytest

from policygraph.errors import SourceError
from policygraph.text.inputs.html.encoding import decode_page
from policygraph.text.inputs.html.page import html_text

BODY = "<p>各县区要落实责任，认真组织实施，确保取得实效。</p><p>各部门要加强协调，及时解决问题，形成合力。</p>"
PRINTED = [
    "各县区要落实责任，认真组织实施，确保取得实效。",
    "各部门要加强协调，及时解决问题，形成合力。",
]


def lines(markup: str) -> list[str]:
    return html_text(markup.encode(), "page.html").text.splitlines()


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>一、总则</p><p>二、附则</p>", ["一、总则", "二、附则"]),
        ("一、总则<br>二、附则<br/><br>三、其他", ["一、总则", "二、附则", "三、其他"]),
        ("<p>一、总则<p>二、附则", ["一、总则", "二、附则"]),  # end tags may be left out
        ("<div>市<b>财</b><i>政</i>局<div>负责</div>", ["市财政局", "负责"]),
        ("<p>市财政局\n    负责</p>", ["市财政局负责"]),  # a line break in Chinese is no blank
        ("<p>市财政局 负责</p>", ["市财政局 负责"]),
        ("<p>推进 5G\n and\tAI</p>", ["推进 5G and AI"]),
        ("<p>&nbsp;&nbsp;&nbsp;&nbsp;一、总则</p>", ["　　一、总则"]),
        ("<p>　　一、总则</p>", ["　　一、总则"]),
        ("<p>&emsp;&emsp;一、总则</p>", ["　　一、总则"]),
        ("<p>&nbsp;一、总则</p>", ["一、总则"]),
        ('<p style="text-indent: 2em">一、总则</p>', ["　　一、总则"]),
        ('<p style="TEXT-INDENT:32PX">一、总则</p>', ["　　一、总则"]),
        ('<p style="text-indent:0">一、总则</p>', ["一、总则"]),
        ('<p style="text-indent:2em"><br></p><p>一、总则</p>', ["一、总则"]),
        ("<p>发展\u200b改革\u00ad委</p>", ["发展改革委"]),  # takes no room on the page
        ("<pre>一、总则\n  二、附则</pre>", ["一、总则", "二、附则"]),
        ("<p>A&amp;B&lt;C&gt;</p>", ["A&B<C>"]),
        ("<h1>通知</h1>正文", ["通知", "正文"]),
        ("<ol><li>一事</li><li>二事</li></ol>", ["1.一事", "2.二事"]),
        ('<ol start="3" type="A"><li>甲</li><li value="7">乙</li><li>丙</li></ol>', ["C.甲", "G.乙", "H.丙"]),
        ('<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙</li></ol>', ["一、甲", "二、乙"]),
        ('<ol style="list-style:none"><li>一、甲</li></ol>', ["一、甲"]),
        ("<ul><li>甲</li><li>乙<ol><li>丙</li></ol></li></ul>", ["甲", "乙", "1.丙"]),
    ],
)  # fmt: skip
def test_lines(markup, expected):
    assert lines(markup) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><th>序号<th>单位<tr><td>1<td>市财政局", ["序号\t单位", "1\t市财政局"]),
        # merged cells stand where they begin, once
        ("<tr><td rowspan=2>一<td>甲<td>乙<tr><td>丙<td>丁", ["一\t甲\t乙", "\t丙\t丁"]),
        # but who does it is said of each numbered row; also where columns are merged above
        ("<tr><td>序号<td>责任单位<tr><td>1<td rowspan=2>市科技局<tr><td>2", ["序号\t责任单位", "1\t市科技局", "2\t市科技局"]),
        ("<tr><td>序号<td colspan=2>任务<td>责任单位<tr><td>1<td colspan=2 rowspan=2>甲<td rowspan=2>市科技局<tr><td>2", ["序号\t任务\t\t责任单位", "1\t甲\t\t市科技局", "2\t\t\t市科技局"]),
        ("<tr><td colspan=2>合计<td>9<tr><td>甲<td>乙<td>1", ["合计\t\t9", "甲\t乙\t1"]),
        ("<tr><td>甲<td rowspan=2 colspan=2>乙<td>丙<tr><td>丁<td>戊", ["甲\t乙\t\t丙", "丁\t\t\t戊"]),
        ("<tr><td>甲<td rowspan=9>乙<tr><td>丙<tr><td>丁<td>戊", ["甲\t乙", "丙\t", "丁\t\t戊"]),
        ("<tr><td>甲<td colspan=99999999>乙<tr><td>丙<td>丁", ["甲\t乙" + "\t" * 63, "丙\t丁"]),
        ("<tr><td>甲<td colspan=-1>乙<tr><td>丙<td rowspan=x>丁", ["甲\t乙", "丙\t丁"]),
        # what is broken inside a cell is one cell
        ("<tr><td><p>市科技局</p><p>市财政局</p><td>甲<br>乙<tr><td>丙\t<td>丁", ["市科技局 市财政局\t甲 乙", "丙\t丁"]),
        ("<tr><td>甲<td><tr><td>丙<td>丁<tr><td>戊<td>己", ["甲\t", "丙\t丁", "戊\t己"]),
        ("<caption>附表</caption><tr><td>甲<td>乙<tr><td>丙<td>丁", ["附表", "甲\t乙", "丙\t丁"]),
        ("\n <caption>附表</caption><tr><td>甲<td>乙<tr><td>丙<td>丁", ["附表", "甲\t乙", "丙\t丁"]),
        ("<thead><tr><td>甲<td>乙<tbody><tr><td>丙<td>丁<tfoot><tr><td>戊<td>己", ["甲\t乙", "丙\t丁", "戊\t己"]),
        # tables that only place things
        ("<tr><td>一、总则<tr><td>二、附则", ["一、总则", "二、附则"]),
        ("<tr><td>甲<td>乙", ["甲", "乙"]),
        ("<tr><td>抄送：市委办公室。<tr><td>某市政府办公室<td>2023年6月12日印发", ["抄送：市委办公室。", "某市政府办公室　　2023年6月12日印发"]),
        ("<tr><td>左<td>右<tr><td>甲<td><table><tr><td>1<td>2<tr><td>3<td>4</table>", ["左", "右", "甲", "1\t2", "3\t4"]),
    ],
)  # fmt: skip
def test_tables(table, expected):
    assert lines(f"<table>{table}</table>") == expected


@pytest.mark.parametrize(
    "furniture",
    [
        "<script>var a = '说明，说明。'</script>",
        "<style>p{}</style>",
        "<noscript>请打开脚本，谢谢。</noscript>",
        "<nav><a>首页</a></nav>",
        "<header><h1>某区政府</h1></header>",
        "<footer>版权所有</footer>",
        "<aside>相关</aside>",
        "<select><option>甲</select>",
        "<div role=navigation>首页</div>",
        "<div class='nav clearfix'>首页</div>",
        "<div id=topNav>首页</div>",
        "<div class=breadCutNav>当前位置</div>",
        "<div class=share-box>分享</div>",
        "<div class='c_foot'>主办</div>",
        "<p hidden>藏起，不印。</p>",
        "<p style='display : none'>藏起，不印。</p>",
        "<div>您现在的位置：<a>首页</a> &gt; 政府文件</div>",
        "<p>您所在的位置是： <a>首页</a> &gt; <a>文件</a> &gt; 正文</p>",
        "<div><a>首页</a> <a>公开</a> <a>服务</a></div>",
        "<ul><li><a>某市关于做好某项工作，推动发展的通知</a> 2023-01-01</li></ul>",
        "<a href='javascript:print()'>打印</a>",
        "<a href='#' onclick='x()'>关闭</a>",
        "<!-- 说明，说明。 -->",
    ],
)
def test_furniture_is_left_out(furniture):
    assert lines("<body>" + furniture + "<div>" + BODY + "</div>") == PRINTED
    assert lines("<div>" + BODY + "</div>" + furniture) == PRINTED


@pytest.mark.parametrize(
    ("markup", "first"),
    [
        # a part that holds the sentences is the document, whatever it is called
        (f"<div id=print class=nav>{BODY}</div>", PRINTED[0]),
        (f"<div class=search><div class=footer>{BODY}</div></div>", PRINTED[0]),
        (f"<article><header><h1>某项通知</h1></header>{BODY}</article>", "某项通知"),
        (f"<div class=article-header><h1>某项通知</h1></div><div>{BODY}</div>", "某项通知"),
        # links inside the document are the document
        (f"<div><p>依据<a>《某条例》</a></p>{BODY}</div>", "依据《某条例》"),
        (f"<div><p><a>附件：1.任务清单</a></p>{BODY}</div>", "附件：1.任务清单"),
        (f"<div><a href='javascript:;'>《某市促进中小企业发展若干措施》</a>{BODY}</div>", "《某市促进中小企业发展若干措施》"),
        (f"<div class=printing-office>某室</div><div>{BODY}</div>", "某室"),
        (f"<div>发文字号：某政发〔2023〕1号</div><div>{BODY}</div>", "发文字号：某政发〔2023〕1号"),
    ],
)  # fmt: skip
def test_the_document_is_kept(markup, first):
    read = lines(markup)
    assert read[0] == first
    assert set(PRINTED) <= set(read)


CHINESE = "<p>市财政局〇犇</p>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("<meta charset=gb2312>", "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030"),
        ("<?xml version='1.0' encoding='gb18030'?>", "gb18030"),
        ("", "utf-8"),
        ("", "gb18030"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        # a declaration that does not fit is not believed
        ('<meta charset="utf-8">', "gb18030"),
        ('<meta charset="gbk">', "utf-8-sig"),
        ('<meta charset="x-unknown">', "utf-8"),
        ('<meta charset="zip">', "gb18030"),
    ],
)
def test_encodings(declared, encoding):
    assert decode_page((declared + CHINESE).encode(encoding), "page.html") == declared + CHINESE


def test_a_page_with_a_few_broken_characters_is_read():
    page = "<meta charset=utf-8>" + CHINESE * 1000
    assert decode_page(page.encode() + b"\xff", "page.html") == page + "\ufffd"
    with pytest.raises(SourceError, match="no encoding"):
        decode_page(page.encode() + b"\xff" * 100, "page.html")


def test_a_table_that_holds_most_of_the_page_is_a_table():
    tasks = "".join(
        f"<tr><td>{n}</td><td><p>整治云岭河第{n}段，清理河道，修复堤岸。</p></td><td>县水利局、县财政局</td></tr>"
        for n in range(1, 9)
    )
    page = f"<p>云岭县任务清单</p><table><tbody><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>{tasks}</tbody></table>"
    lines = html_text(page.encode(), "a.html").text.splitlines()
    assert lines[1] == "序号\t任务\t责任单位"
    assert lines[2] == "1\t整治云岭河第1段，清理河道，修复堤岸。\t县水利局、县财政局"
