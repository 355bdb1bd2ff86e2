"""``policygraph build`` and ``extract`` as a user meets them, with files that are wrong."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from policygraph.cli import app
from policygraph.model.record import read_record
from policygraph.rdf.dataset.folder import open_dataset

TEXT = (
    "河南省人民政府办公厅关于支持企业的意见\n各市政府：\n一、甲\n"
    "1.乙。丙。（责任单位：省财政厅、税务局）\n河南省人民政府办公厅\n2023年5月6日\n"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    return folder


def run(*words: object):
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_folder_becomes_a_dataset(texts: Path, tmp_path: Path) -> None:
    done = run("build", texts, "--out", tmp_path / "set", "--language", "en")
    assert done.exit_code == 0, done.output
    dataset = open_dataset(tmp_path / "set")
    assert dataset.manifest.counts["responsibilities"] == 2
    assert dataset.text(next(iter((tmp_path / "set" / "text").glob("*.txt"))).stem) == TEXT


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("word.txt", b"PK\x03\x04rest", "save"),
        ("binary.txt", b"\x00\x01\x02" * 50, "text"),
        ("empty.txt", b"", "no text"),
        ("blank.txt", " \n\u3000\n".encode(), "no text"),
        ("latin.txt", b"\xff\xfa\xf0caf\xe9 \x81", "UTF-8"),
        ("broken.json", b"{", "not a record"),
        ("list.json", b"[1, 2]", "not a record"),
        ("old.json", b'{"source": "a"}', "not a record"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(
    texts: Path, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (texts / name).write_bytes(data)
    done = run("build", texts, "--out", tmp_path / "set", "--language", "en")
    assert done.exit_code == 1, done.output
    assert name in done.output
    assert said in done.output
    assert open_dataset(tmp_path / "set").manifest.counts["documents"] == 1
    codes = {row["code"] for row in json.loads((tmp_path / "set" / "findings.json").read_text())}
    assert any(code.startswith("source.") for code in codes)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["build", "nowhere", "--out", "set"], "nowhere: no such file or folder"),
        (["build", "void", "--out", "set"], "holds no texts"),
        (["build", "texts", "--out", "other"], "exists and is not a dataset"),
        (["build", "texts", "--out", "set", "--registry", "nowhere"], "nowhere: no such folder"),
        (["extract", "nowhere"], "nowhere: no such file or folder"),
        (["extract", "texts/good.txt", "--out", "other/file"], "is a file"),
        (["validate", "nowhere"], "not a dataset"),
        (["summary", "nowhere"], "not a dataset"),
    ],
)
def test_wrong_paths_say_what_to_do(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    (tmp_path / "void").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "file").write_text("mine", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = run(*words, "--language", "en")
    assert done.exit_code == 3, done.output
    assert said in " ".join(done.output.split())
    assert (tmp_path / "other" / "file").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "set").exists()


def test_nothing_is_left_where_no_file_could_be_read(texts: Path, tmp_path: Path) -> None:
    (texts / "good.txt").write_bytes(b"\x00")
    done = run("build", texts, "--out", tmp_path / "set")
    assert done.exit_code == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["texts"]


def test_the_old_dataset_stays_when_a_build_fails(texts: Path, tmp_path: Path) -> None:
    run("build", texts, "--out", tmp_path / "set")
    root = open_dataset(tmp_path / "set").manifest.root
    assert run("build", tmp_path / "nowhere", "--out", tmp_path / "set").exit_code == 3
    assert open_dataset(tmp_path / "set").manifest.root == root


def test_the_order_of_the_files_does_not_matter(texts: Path, tmp_path: Path) -> None:
    run("extract", texts, "--facts-only", "--out", tmp_path / "records")
    first = run("build", texts, tmp_path / "records", "--out", tmp_path / "a")
    second = run("build", tmp_path / "records", texts, "--out", tmp_path / "b")
    assert first.exit_code == second.exit_code == 0
    one, two = open_dataset(tmp_path / "a"), open_dataset(tmp_path / "b")
    assert one.manifest.root == two.manifest.root
    for shard in one.manifest.graphs:
        a, b = tmp_path / "a" / "graphs" / shard, tmp_path / "b" / "graphs" / shard
        assert a.read_bytes() == b.read_bytes()
    assert two.manifest.counts["documents"] == 1


def test_records_are_written_one_for_each_text(texts: Path, tmp_path: Path) -> None:
    done = run("extract", texts, "--out", tmp_path / "records", "--language", "zh")
    assert done.exit_code == 0
    record = read_record(tmp_path / "records" / "good.json")
    assert [row.resolved for row in record.responsibilities] == ["省财政厅", "省税务局"]


@pytest.mark.parametrize("stage", ["blocks", "clauses", "facts", "record"])
def test_each_step_can_be_shown(texts: Path, stage: str) -> None:
    done = run("extract", texts / "good.txt", "--stage", stage)
    assert done.exit_code == 0
    assert json.loads(done.output)


def test_coverage_counts(texts: Path, tmp_path: Path) -> None:
    done = run("coverage", texts, "--json")
    assert json.loads(done.output)["marks"] == 1
    assert run("coverage", texts, "--out", tmp_path / "page.md").exit_code == 0
    assert "1 of 1 marks" in (tmp_path / "page.md").read_text(encoding="utf-8")


def test_summary_shows_counts_and_two_questions(root: Path, tmp_path: Path) -> None:
    shipped = root / "data"
    run(
        "build", shipped / "policies", shipped / "samples", "--out", tmp_path / "set",
        "--registry", shipped / "samples" / "registry",
    )  # fmt: skip
    done = run("summary", tmp_path / "set", "--language", "zh")
    assert done.exit_code == 0, done.output
    assert done.output.count("policygraph query") == 2
    assert "澄湖市财政局" in done.output


def test_folders_below_are_read_and_other_files_are_named(texts: Path, tmp_path: Path) -> None:
    (texts / "below").mkdir()
    (texts / "below" / "more.txt").write_text(TEXT.replace("5月6日", "5月7日"), encoding="utf-8")
    (texts / "picture.bin").write_bytes(b"\0")
    done = run("build", texts, "--out", tmp_path / "set", "--language", "en")
    assert done.exit_code == 0, done.output
    assert "not read: .bin 1" in done.output
    assert open_dataset(tmp_path / "set").manifest.counts["documents"] == 2


def test_a_file_name_of_another_encoding_stops_nothing(texts: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"\xd6\xd0.txt")
    (texts / "good.txt").rename(texts / name)
    done = run("build", texts, "--out", tmp_path / "set")
    assert done.exit_code == 0, done.output
    assert run("extract", texts, "--out", tmp_path / "records").exit_code == 0


@pytest.mark.parametrize(
    "base",
    ["http://x y/", "nonsense", "", "file:///etc/", "http://e", "http://e/#", "http://e/?a=/"],
)
def test_a_base_that_makes_no_identifiers_is_refused(base: str, texts: Path, tmp_path: Path):
    done = run("build", texts, "--out", tmp_path / "set", "--base", base)
    assert done.exit_code == 2
    assert "--base" in done.output
    assert not (tmp_path / "set").exists()


def test_the_order_of_paths_changes_nothing(texts: Path, tmp_path: Path) -> None:
    same = texts / "again.txt"
    same.write_text(TEXT, encoding="utf-8")
    orders = ([texts / "good.txt", same], [same, texts / "good.txt"])
    for number, paths in enumerate(orders):
        assert run("build", *paths, "--out", tmp_path / str(number)).exit_code == 0
    roots = {open_dataset(tmp_path / str(number)).manifest.root for number in range(2)}
    assert len(roots) == 1


def test_units_of_places_not_known_are_not_joined(tmp_path: Path) -> None:
    texts = []
    for city in ("柳溪市", "白石市"):
        text = f"{city}关于支持企业的通知\n一、甲\n（一）乙。（责任单位：市财政局）\n"
        texts.append(tmp_path / f"{city}.txt")
        texts[-1].write_text(text, encoding="utf-8")
    assert run("build", *texts, "--out", tmp_path / "set").exit_code == 0
    shard = (tmp_path / "set" / "graphs" / "links.nq").read_text(encoding="utf-8")
    agents = {line.split()[2] for line in shard.splitlines() if "ns#agent>" in line}
    assert len(agents) == 2


def test_what_is_no_document_is_passed_over_with_one_line(texts: Path, tmp_path: Path) -> None:
    for name in ("名单.xlsx", "表.XLSX", "旧表.xls", "图.jpg", "包.zip", "a.csv", "README.md"):
        (texts / name).write_bytes(b"PK\x03\x04rest")
    done = run("build", texts, "--out", tmp_path / "set", "--language", "en")
    assert done.exit_code == 0, done.output
    assert "no documents, not read: .jpg 1, .xls 1, .xlsx 2, .zip 1" in done.output
    kept = json.loads((tmp_path / "set" / "findings.json").read_bytes())
    assert not [row for row in kept if row["code"].startswith("source.")]


@pytest.mark.parametrize("name", ["通知.rtf", "通知.doc", "通知.wps"])
def test_a_document_that_cannot_be_read_is_not_passed_over(
    texts: Path, tmp_path: Path, name: str
) -> None:
    (texts / name).write_bytes(b"{\\rtf1 x}")
    done = run("build", texts, "--out", tmp_path / "set", "--language", "en")
    assert done.exit_code == 1, done.output
    assert f"{name}: is a rich text file; open it and save it as .docx" in done.output


def test_a_workbook_that_is_named_itself_is_refused(texts: Path, tmp_path: Path) -> None:
    book = texts / "名单.xlsx"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/workbook.xml", "")
    done = run("build", texts / "good.txt", book, "--out", tmp_path / "set", "--language", "en")
    assert done.exit_code == 1, done.output
    assert "名单.xlsx: is an Excel workbook" in done.output
