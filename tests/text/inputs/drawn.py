"""PDFs drawn line by line, so that a test says where on the page each word stands."""

import io
from collections.abc import Iterable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"  # stands in every reader; nothing of it is in the file
WIDTH, HEIGHT = A4
LEFT, SIZE = 80.0, 16.0
RIGHT = LEFT + 27 * SIZE  # a line holds 27 characters
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

Placed = tuple[float, float, str]  # x, y from the top, words


def pdf(
    pages: Iterable[Sequence[Placed]],
    tables: Iterable[tuple[int, list[float], list[float]]] = (),
    turn: int = 0,
) -> bytes:
    """Draw pages of words; tables are rules: the page, the x and the y of its lines.

    All is set sideways where ``turn`` is 90 or -90.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    ruled = list(tables)
    for number, words in enumerate(pages):
        canvas.setFont(FONT, SIZE)
        if turn:
            canvas.translate(WIDTH / 2, HEIGHT / 2)
            canvas.rotate(turn)
            canvas.translate(-WIDTH / 2, -HEIGHT / 2)
        for x, y, text in words:
            canvas.drawString(x, HEIGHT - y, text)
        for page, xs, ys in ruled:
            if page == number:
                canvas.grid(xs, [HEIGHT - y for y in ys])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def column(*lines: str, top: float = 80.0, step: float = 28.0, left: float = LEFT) -> list[Placed]:
    """Place lines one under the other; blanks 　 in front move a line to the right."""
    placed = []
    for place, line in enumerate(lines):
        words = line.lstrip("　")
        placed.append((left + SIZE * (len(line) - len(words)), top + step * place, words))
    return placed
