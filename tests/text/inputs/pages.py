"""A manuscript -> web pages as offices publish them, with all that surrounds a document there."""

from collections.abc import Callable
from html import escape

from tests.text.inputs.manuscript import Line, Manuscript, Place, Table

FURNITURE = (
    "无障碍浏览", "互动交流", "您所在的位置", "分享到", "打印本页", "关闭窗口", "相关文件", "上一篇", "版权所有",
    "网站标识码", "备案号", "扫一扫", "字体", "window.print", "margin:0", "请输入关键字", "隐藏的副本",
)  # fmt: skip
_LINKS = "".join(
    f'<li><a href="/{n}.html">{words}</a></li>'
    for n, words in enumerate(("首页", "区情概览", "政务公开", "办事服务", "互动交流", "专题专栏"))
)
_RELATED = "".join(
    f'<li><a href="/x{n}.html">某市人民政府关于做好第{n}项工作，推动高质量发展的若干措施解读</a> 2023-0{n}-01</li>'
    for n in range(1, 6)
)


def _cells(table: Table, cell: Callable[[str], str]) -> str:
    rows = ("".join(f"<td>{cell(words)}</td>" for words in row) for row in table.rows)
    return "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def modern(manuscript: Manuscript) -> bytes:
    """HTML 5 with the names of present content systems; indents are in the style."""
    parts: list[str] = []
    for part in manuscript:
        if isinstance(part, Table):
            parts.append(_cells(part, escape))
            continue
        indent = "text-indent:2em;" if part.place is Place.INDENTED else f"text-align:{part.place};"
        parts.append(f'<p style="{indent}font-size:16px"><span>{escape(part.text)}</span></p>')
    return f"""<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>通知_某区人民政府</title>
<style>body{{margin:0}}</style><script>var title = "版权所有";</script></head>
<body>
<header class="header"><div class="logo"><h1><a href="/">某区人民政府门户网站</a></h1></div>
<div class="tools">无障碍浏览 <input value="请输入关键字"> 字体：大 中 小</div></header>
<nav class="main-nav"><ul>{_LINKS}</ul></nav>
<div class="container" id="printArea"><div class="crumbs">您所在的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 政府文件</div>
<div class="article-header"><div class="share-bar">分享到：<a class="wx">微信</a> <a>微博</a></div></div>
<div style="display:none">隐藏的副本，这里的字不应当读到，因为页面上没有印出来。</div>
<div class="content" id="UCAP-CONTENT">
{"".join(parts)}
</div>
<div class="print"><a href="javascript:window.print()">【打印本页】</a> <a href="javascript:window.close()">【关闭窗口】</a></div>
<ul class="list"><li>上一篇：<a href="/a.html">某区人民政府办公室关于印发工作要点的通知</a></li></ul>
<aside><h3>相关文件</h3><ul>{_RELATED}</ul></aside></div>
<footer>版权所有：某区人民政府办公室　网站标识码：9999990001　备案号：云备00000000号<div class="qrcode">扫一扫，手机看</div></footer>
<script src="/js/share.js"></script></body></html>""".encode()


def tables(manuscript: Manuscript) -> bytes:
    """A page of 2005 in GBK: tables place its parts, <br> ends paragraphs, &nbsp; indents them."""
    parts: list[str] = []
    for part in manuscript:
        if isinstance(part, Table):
            parts.append(
                _cells(part, lambda words: f"<p align=center><font>{escape(words)}</font></p>")
            )
            continue
        indent = "&nbsp;&nbsp;&nbsp;&nbsp;" if part.place is Place.INDENTED else ""
        parts.append(f"{indent}{escape(part.text)}<BR>\r\n")
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>政府文件</title></head><body>
<table width=1000><tr><td colspan=2><img src=banner.jpg><a href=#>无障碍浏览</a></td></tr>
<tr><td colspan=2><table><tr>{_LINKS.replace("li>", "td>")}</tr></table></td></tr>
<tr><td width=200><table><tr><td>相关文件</td></tr><tr><td><ul>{_RELATED}</ul></td></tr></table></td>
<td><table><tr><td>您所在的位置：<a href=/>首页</a> - <a href=/zw>政务公开</a> - 政府文件</td></tr>
<tr><td><font size=3>{"".join(parts)}</font></td></tr>
<tr><td><a href="#" onclick="window.print()">打印本页</a>　<a href="javascript:close()">关闭窗口</a></td></tr></table></td></tr>
<tr><td colspan=2 class=foot>版权所有：某区人民政府办公室　备案号：云备00000000号</td></tr></table></body></html>"""
    return page.encode("gb18030")


def pasted(manuscript: Manuscript) -> bytes:
    """Pasted from a word processor: spans for each change of font, lines wrapped in the source."""
    parts: list[str] = []
    for part in manuscript:
        if isinstance(part, Table):
            parts.append(
                _cells(
                    part,
                    lambda words: (
                        f"\n  <p class=MsoNormal>\n  <span>{escape(words)}</span>\n  </p>"
                    ),
                )
            )
            continue
        parts.append(_paragraph(part))
    return f"""\ufeff<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body><form id="aspnetForm" action="x.aspx">
<div id="top"><a href="/">首页</a> | <a href="/a">互动交流</a> | <a href="/b">专题专栏</a></div>
<div class="dqwz">您所在的位置：政务公开</div>
<div class="print" id="zoom"><div class="TRS_Editor">{"".join(parts)}</div></div>
<div class="bdsharebuttonbox">分享到：<a>微信</a></div>
<div class="foot">版权所有：某区人民政府办公室　网站标识码：9999990001</div></form></body></html>""".encode()


def _paragraph(line: Line) -> str:
    middle = len(line.text) // 2
    halves = escape(line.text[:middle]), escape(line.text[middle:])
    lead = "　　" if line.place is Place.INDENTED else ""
    return (
        f'<p class="MsoNormal" style="text-align:{line.place}"><span lang="EN-US"><o:p></o:p></span>'
        f"<span style=\"font-family:'仿宋'\">{lead}{halves[0]}</span><!-- 换字体 --><b><span>{halves[1]}</span></b></p>\n"
    )


PAGES = {"modern": modern, "tables": tables, "pasted": pasted}
