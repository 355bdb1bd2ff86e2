"""The examples of docs/library.md and of the notebook give what they say."""

import doctest
import json
from pathlib import Path

import pytest

OPTIONS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


@pytest.mark.usefixtures("inside")
def test_the_page_says_what_is_so(root: Path) -> None:
    page = root / "docs" / "library.md"
    text = page.read_text(encoding="utf-8").replace("```", "")
    examples = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    lines: list[str] = []
    result = doctest.DocTestRunner(optionflags=OPTIONS).run(examples, out=lines.append)
    assert result.failed == 0, "".join(lines)
    assert result.attempted == 47


@pytest.mark.usefixtures("inside")
def test_the_notebook_runs(root: Path) -> None:
    notebook = json.loads((root / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))
    cells = [c for c in notebook["cells"] if c["cell_type"] == "code"]
    assert len(cells) == 8
    names: dict[str, object] = {}
    for cell in cells:
        exec("".join(cell["source"]), names)
        assert not cell["outputs"]
    assert names["together"].most_common(1)[0][1] > 1
    assert len(names["centrality"]) > 50
