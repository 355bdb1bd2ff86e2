"""A DOCX with all that a Word document may hold besides paragraphs; invented words."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from tests.text.inputs.numbered import add_list, level, number
from tests.text.inputs.typed import blank, saved

_W = nsdecls("w")
_AUTHOR = 'w:id="1" w:author="a" w:date="2023-06-12T00:00:00Z"'


def _run(words: str, properties: str = "", tag: str = "t") -> str:
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{own}<w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def _field(instruction: str, result: str) -> str:
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    ]
    return marks[0] + _run(instruction, tag="instrText") + marks[1] + _run(result) + marks[2]


def _cell(words: str, more: str = "", width: int = 2000) -> str:
    size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{size}{more}</w:tcPr><w:p>{_run(words)}</w:p></w:tc>"


def _table(*rows: str, grid: tuple[int, ...]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    inside = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    size = f'<w:tblW w:w="{sum(grid)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{size}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{inside}</w:tbl>"


_LINK = ' HYPERLINK "https://example.cn/" '
_BOX = f"""<w:p>{_run("青石县设文本框一个")}<w:r><w:pict><v:shape id="a" type="#_x0000_t202"
 style="position:absolute;width:200pt;height:60pt;z-index:1"><v:textbox><w:txbxContent><w:p>{_run("青政发〔2023〕9号")}</w:p>
<w:p>{_run("框中第二行")}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"""
_BLOCKS = (
    f"<w:p>{_run('青石县')}<w:ins {_AUTHOR}>{_run('新')}</w:ins><w:del {_AUTHOR}>{_run('旧', tag='delText')}</w:del>{_run('办法')}</w:p>",
    f"<w:p>{_run('甲')}{_run('藏', '<w:vanish/>')}{_run('乙')}</w:p>",
    f"<w:p>{_run('见')}{_field(_LINK, '第三条')}{_run('。')}</w:p>",
    f"<w:p>{_run('第一行')}<w:r><w:br/></w:r>{_run('第二行')}</w:p>",
    f"<w:p>{_run('一、')}<w:r><w:tab/></w:r>{_run('总则')}</w:p>",
    f'<w:p><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>{_run("缩进两字的一段。")}</w:p>',
    f"<w:p>{_run('脚注一处')}<w:r><w:footnoteReference w:id='5'/></w:r></w:p>",
    f"<w:p>{_run('扩展区汉字𠮷，英文 A')}<w:r><w:noBreakHyphen/></w:r>{_run('B')}</w:p>",
    _BOX,
    _table(
        _cell("序号") + _cell("任务") + _cell("单位"),
        _cell("一", '<w:vMerge w:val="restart"/>') + _cell("甲") + _cell("市科技局"),
        _cell("", "<w:vMerge/>") + _cell("乙") + _cell("市财政局"),
        _cell("合计", '<w:gridSpan w:val="2"/>', 4000) + _cell("9"),
        grid=(2000, 2000, 2000),
    ),
    f"<w:p>{_run('两表之间')}</w:p>",
    _table(
        f"<w:tc><w:tcPr><w:tcW w:w='3000' w:type='dxa'/></w:tcPr>{_table(_cell('子', width=900) + _cell('丑', width=900), _cell('寅', width=900) + _cell('卯', width=900), grid=(900, 900))}<w:p/></w:tc>" + _cell("外"),
        _cell("丙", width=3000) + _cell("丁"),
        grid=(3000, 2000),
    ),
)  # fmt: skip


def parts_docx() -> bytes:
    """Give the document."""
    document = blank()
    notes = f"<w:footnotes {_W}><w:footnote w:id='5'><w:p>{_run('脚注的话。')}</w:p></w:footnote></w:footnotes>"
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), media, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    section = document.sections[0]
    section.header.paragraphs[0].text = "青政发〔2023〕8号"
    section.footer.add_paragraph("抄送：县委办公室。")
    spaces = f'{_W} xmlns:v="urn:schemas-microsoft-com:vml"'
    for block in _BLOCKS:
        tag = block[: len("<w:tbl")] if block.startswith("<w:tbl") else "<w:p"
        made = parse_xml(f"{tag} {spaces}{block[len(tag) :]}")
        document.element.body.insert(len(document.element.body) - 1, made)
    add_list(document, 90, [level("chineseCounting", "第%1章"), level("chineseCounting", "（%2）")])
    add_list(document, 91, [level("decimalEnclosedCircle", "%1")])
    for key, at in ((90, 0), (90, 1), (90, 1), (91, 0), (91, 0), (90, 0), (90, 1)):
        number(document.add_paragraph("县科技局负责。"), key, at)
    styled = document.add_paragraph("样式带缩进。", style="Body Text")
    document.styles["Body Text"].paragraph_format.first_line_indent = Pt(32)
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("目录一行\t1", style="toc 1")
    assert styled.style is not None
    return saved(document)
