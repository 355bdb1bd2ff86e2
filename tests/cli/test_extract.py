"""policygraph extract as a user meets it."""

from pathlib import Path

import typer
from typer.testing import CliRunner

from policygraph.cli.extract import extract

program = typer.Typer()
program.command()(extract)
TEXT = "云岭市关于支持企业的通知\n一、甲\n（一）乙。丙。（责任单位：市财政局）\n"


def test_files_of_one_stem_have_records_of_their_own(tmp_path: Path) -> None:
    texts = [tmp_path / name for name in ("a.txt", "a.md", "b.txt", "more/b.txt", "c.txt")]
    for text in texts:
        text.parent.mkdir(exist_ok=True)
        text.write_text(TEXT, encoding="utf-8")
    out = tmp_path / "records"
    result = CliRunner().invoke(program, [*map(str, texts), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert {record.name for record in out.iterdir()} == {
        "a.txt.json", "a.md.json", "b.txt.json", "b.txt~2.json", "c.json",
    }  # fmt: skip
