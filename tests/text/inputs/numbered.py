"""A manuscript -> DOCX with automatic numbering: the labels are taken out of the text."""

from dataclasses import replace

from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from policygraph.text.labels import content_after, match_label
from tests.text.inputs.manuscript import Line, Manuscript, Table
from tests.text.inputs.typed import add_line, add_table, blank, saved

# Style of the label -> format of the number, text around it.
_FORMATS = {
    "cn-comma": ("chineseCountingThousand", "%{}、"),
    "cn-paren": ("chineseCounting", "（%{}）"),
    "ar-dot": ("decimal", "%{}."),
    "ar-paren": ("decimal", "（%{}）"),
}


def add_list(document: DocumentObject, key: int, levels: list[str]) -> None:
    """Define list ``key``: each level is the XML inside ``w:lvl``."""
    root = document.part.numbering_part.element
    made = "".join(f'<w:lvl w:ilvl="{n}">{level}</w:lvl>' for n, level in enumerate(levels))
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{made}</w:abstractNum>'
    first = root.find(root.nsmap["w"].join("{}") + "num")
    (root.append if first is None else first.addprevious)(parse_xml(abstract))
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>')
    )


def level(form: str, text: str, more: str = "") -> str:
    """Give the XML of a level: its format, its text, and what else it says."""
    return f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/>'


def number(paragraph: Paragraph, key: int, at: int) -> None:
    """Make a paragraph an item of list ``key`` at level ``at``."""
    mark = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{at}"/><w:numId w:val="{key}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().insert(0, parse_xml(mark))


def full_width(manuscript: Manuscript) -> Manuscript:
    """Write all labels in the form that the list writes them in."""
    return [
        part if isinstance(part, Table) else replace(part, text=_full(part.text))
        for part in manuscript
    ]


def _full(text: str) -> str:
    label = match_label(text, 0, len(text))
    if label is None or label.style not in ("cn-paren", "ar-paren"):
        return text
    bare = label.printed.strip("()（）")
    return f"（{bare}）{text[content_after(text, label.span.end, len(text)) :]}"


def to_numbered_docx(manuscript: Manuscript, outer: str) -> bytes:
    """Give a DOCX whose labels are automatic, but for those of the list of annexes.

    Args:
        manuscript: the document.
        outer: style of the labels that stand within others but run on through the document.
    """
    document = blank()
    key, styles = 100, _zone(manuscript)
    _define(document, key, styles, outer)
    for index, part in enumerate(manuscript):
        if isinstance(part, Table):
            add_table(document, part)
            continue
        if part.text in ("附件1", "附件2"):
            key, styles = key + 1, _zone(manuscript[index + 1 :])
            _define(document, key, styles, "")
        previous = manuscript[index - 1] if index else None
        _add(
            document,
            part,
            key,
            styles,
            typed=isinstance(previous, Line) and previous.text.startswith("附件:"),
        )
    return saved(document)


def _zone(manuscript: Manuscript) -> list[str]:
    """Give the styles of labels up to the next annex, outermost first."""
    styles: dict[str, None] = {}
    for part in manuscript:
        if isinstance(part, Line) and part.text in ("附件1", "附件2"):
            break
        label = match_label(part.text, 0, len(part.text)) if isinstance(part, Line) else None
        if label and label.style in _FORMATS:
            styles[label.style] = None
    return list(styles)


def _define(document: DocumentObject, key: int, styles: list[str], outer: str) -> None:
    levels = []
    for place, style in enumerate(styles, 1):
        form, text = _FORMATS[style]
        levels.append(
            level(form, text.format(place), '<w:lvlRestart w:val="0"/>' if style == outer else "")
        )
    add_list(document, key, levels)


def _add(document: DocumentObject, line: Line, key: int, styles: list[str], typed: bool) -> None:
    label = match_label(line.text, 0, len(line.text))
    if typed or label is None or label.style not in styles:
        add_line(document, line)
        return
    rest = line.text[content_after(line.text, label.span.end, len(line.text)) :]
    number(add_line(document, replace(line, text=rest)), key, styles.index(label.style))
