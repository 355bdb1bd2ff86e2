"""A web page -> the text of the document on it.

The tree is built by Lexbor (selectolax), as browsers build it; what is furniture is told in
``furniture``. Trafilatura 2.3, which finds the main text of a page by itself, was measured on the
twelve pages of tests/text/inputs/pages.py (four documents, three ways of publishing them):

    equal records    this module 12 of 12    trafilatura 8, and 8 with favor_recall
    MB/s             this module 10 to 14    trafilatura 0.6 to 1.1

It took pages that tables place on the screen for one table, furniture and all, and left out
paragraphs there that resemble each other; it gives no indents. So it was not taken.
"""

from policygraph.errors import SourceError
from policygraph.text.inputs.child import serve
from policygraph.text.inputs.extracted import Extracted
from policygraph.text.inputs.html.encoding import decode_page
from policygraph.text.inputs.html.furniture import Weights, body_row, furniture
from policygraph.text.inputs.html.lines import page_lines
from policygraph.text.inputs.html.tree import parse_page
from policygraph.text.inputs.plain import broken_characters


def html_text(data: bytes, name: str) -> Extracted:
    """Give the text of a web page: a paragraph a line, a row of a table a line.

    Raises:
        SourceError: its encoding is not known, or it is nested too deeply.
    """
    tree = parse_page(decode_page(data, name), name)
    weights = Weights(tree)
    body = body_row(tree, weights)
    lines = page_lines(tree, furniture(tree, weights, body), body)
    if not lines:
        raise SourceError(
            zh=f"文件 {name} 中没有文字；请更换文件",
            en=f"{name}: holds no text; supply another file",
            code="source.empty",
        )
    text = "\n".join(lines) + "\n"
    return Extracted(text, broken_characters(text))


if __name__ == "__main__":
    serve(html_text)
