"""Orders that units bear other numbers (条文顺序作相应调整), and what they are said of."""

from policygraph.expression import expression
from policygraph.extract.amendments.quotes import HOLE, Sentence
from policygraph.model.finding import Finding

_ORDERS = expression(
    r"(?:条文|条款|条目|序号|编号|顺序)[^，,。]{0,8}(?:相应|依次)(?:作|予以|进行)?(?:调整|顺延|修改|变更)"
)
_PIECE = expression("[，,；。：]")
_SAYS = expression("序|编号|条[文款目]")
_DOES = expression("[删增换拆并]|[改分]为|修改|提高|降低")
_UNITS = "编章节条款项"


def order(sentence: Sentence) -> Finding | None:
    """Give the order that a sentence gives; its detail names the kinds of units that it names."""
    if not _ORDERS.search(sentence.words):
        return None
    pieces = _PIECE.split(sentence.words.replace(HOLE, ""))
    piece = next((one for one in reversed(pieces) if _SAYS.search(one)), "")
    units = "、".join(unit for unit in _UNITS if unit in piece)
    return Finding("amendment.renumbering", sentence.span, "amendment.verb", units)


def orders_alone(sentence: Sentence) -> bool:
    """Say whether a sentence orders numbers and does nothing else."""
    pieces = _PIECE.split(sentence.words.replace(HOLE, ""))
    return not any(_DOES.search(one) for one in pieces if not _SAYS.search(one))
