"""All codes of findings."""

from policygraph.model.code import Code
from policygraph.model.codes_of_files import CODES_OF_FILES
from policygraph.model.codes_of_texts import CODES_OF_TEXTS

CODES: dict[str, Code] = CODES_OF_FILES | CODES_OF_TEXTS
