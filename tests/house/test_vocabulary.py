"""One word for one concept: what pages, tables and messages call a thing is what the ontology does."""

import re

import pytest

from policygraph.consolidation.summary import OPERATIONS
from policygraph.model import facts
from policygraph.rdf.ontology import ontology_triples
from policygraph.show.words import VALUES

LABEL = re.compile(r'"(.*)"@zh')
CODED = [facts.Role, facts.Relation, facts.Operation, facts.ChangeKind, facts.QuantityKind,
         facts.DeadlineKind, facts.Status]  # fmt: skip
# Other words for what the ontology calls 条款, 机构变更 and 正文责任.
OTHERS = {
    "条目": "条款",
    "机构变动": "机构变更",
    "正文职责": "正文责任",
    "正文中的职责": "正文责任",
}
WORDS_OF_TEXTS = ("extract/", "rdf/links/works.py")  # what documents write: 第14条目


@pytest.fixture(scope="module")
def named():
    """Give the end of each IRI of a code -> its Chinese names."""
    names = {}
    for subject, predicate, value in ontology_triples():
        if "/concept/" in subject and predicate.endswith("prefLabel>") and LABEL.fullmatch(value):
            names.setdefault(subject[1:-1].rpartition("/")[2], set()).add(LABEL.fullmatch(value)[1])
    return names


@pytest.mark.parametrize("codes", CODED, ids=lambda codes: codes.__name__)
def test_a_code_has_the_name_of_its_concept(codes, named):
    for code in codes:
        assert VALUES[code.value] in named[code.value]


def test_no_message_has_another_word(root):
    source = root / "src" / "policygraph"
    files = [*source.rglob("*.py"), *(root / "web").rglob("*.html"), *(root / "queries").rglob("*.rq"),
             *(root / "ontology").rglob("*.ttl")]  # fmt: skip
    assert len(files) > 300
    for file in files:
        if file.is_relative_to(source) and str(file.relative_to(source)).startswith(WORDS_OF_TEXTS):
            continue
        text = file.read_text(encoding="utf-8")
        assert not [
            f"{file.name}: {other}, {word}" for other, word in OTHERS.items() if other in text
        ]


def test_an_operation_has_the_name_of_its_concept_in_the_list_of_changes(named):
    for operation, (chinese, _) in OPERATIONS.items():
        assert chinese in named[operation.value]
    assert len(OPERATIONS) == len(facts.Operation)
