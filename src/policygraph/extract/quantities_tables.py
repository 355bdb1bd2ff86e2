"""Scores of indicator tables."""
from collections.abc import Iterator
from policygraph.extract.reading import Reading
from policygraph.model.facts import Quantity

def score_cells(reading: Reading) -> Iterator[Quantity]:
    return iter(())
