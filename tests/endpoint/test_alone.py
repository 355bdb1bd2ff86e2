"""Pages that need nothing else: what is answered where they cannot be given."""

from pathlib import Path
from urllib.parse import quote

import pytest

from policygraph.build import build
from policygraph.endpoint.settings import Settings

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
POLICY = "https://w3id.org/policygraph/id/policy/990100/澄政规/2023/5"
BROWSER = {"Accept": "text/html", "Accept-Language": "zh"}
PATHS = pytest.mark.parametrize("path", ["/tasks", "/changed"])


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    made = tmp_path_factory.mktemp("alone") / "set"
    build([SAMPLES], made, local_registry=[SAMPLES / "registry"])
    return made


@PATHS
def test_an_answer_that_is_too_large_is_not_told_as_missing(serving, place, path):
    with serving(Settings(dataset=place, max_answer_bytes=2000)) as client:
        answer = client.get(f"{path}?iri={quote(POLICY, safe='')}", headers=BROWSER)
    assert answer.status_code == 413


@PATHS
def test_a_damaged_text_is_told_and_the_service_goes_on(serving, place, path):
    texts = {file: file.read_bytes() for file in (place / "text").iterdir()}
    try:
        for file in texts:
            file.write_bytes(b"\xff\xfe")
        with serving(Settings(dataset=place)) as client:
            answer = client.get(f"{path}?iri={quote(POLICY, safe='')}", headers=BROWSER)
    finally:
        for file, data in texts.items():
            file.write_bytes(data)
    assert answer.status_code == 503
    assert "请重新构建数据集" in answer.text


@PATHS
@pytest.mark.parametrize("asked", ["agency/1", "policy/990100/澄政规/2023/5/clause/1"])
def test_what_is_no_document_is_not_here(serving, place, path, asked):
    base = "https://w3id.org/policygraph/id/"
    with serving(Settings(dataset=place)) as client:
        answer = client.get(f"{path}?iri={quote(base + asked, safe='')}", headers=BROWSER)
    assert answer.status_code == 404
