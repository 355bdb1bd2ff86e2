"""Terminals and file names in GBK, or that say nothing: nothing is lost, and no file is half written.

What is printed for people is in the encoding of their terminal; what is a file as soon as it is
redirected is in UTF-8 always.
"""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from policygraph.text.reader import file_name

TEXT = """澄湖市人民政府办公室关于规范夜市的通知
一、规范摊位𠮷。（责任单位：市商务局、某𠮷局）
二、加强巡查。（责任单位：有关部门）
"""
NAME = "关于夜市".encode("gb18030") + b".txt"  # no UTF-8
ENCODINGS = {
    "gbk": {"PYTHONIOENCODING": "gbk"},
    "utf-8": {"PYTHONIOENCODING": "ascii"},
}


def run(*arguments: str | bytes, folder: Path, **environment: str) -> subprocess.CompletedProcess:
    """Run the program as in a terminal of Chinese people; what it says is bytes."""
    inherited = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "PYTHONIOENCODING")}
    return subprocess.run(
        [sys.executable, "-m", "policygraph", *arguments],
        cwd=folder,
        env={
            **inherited,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "POLICYGRAPH_LANGUAGE": "zh",
            "COLUMNS": "100",
            **environment,
        },
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of texts and a dataset, with Chinese, blanks and GB18030 in their names."""
    made = tmp_path_factory.mktemp("夜市 文件")
    (made / "通知 (1)：草稿.txt").write_text(TEXT, encoding="utf-8")
    try:
        (Path(os.fsdecode(bytes(made))) / os.fsdecode(NAME)).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("file names are Unicode here")
    built = run("build", ".", "--out", "数据 集", "--jobs", "1", folder=made)
    assert built.returncode == 0, built.stderr
    return made


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], "用法："),
        (["findings", "."], "未找到成文日期"),
        (["query", "duties-of-unit", "-p", "unit=市商务局", "-d", "数据 集"], "市商务局"),
        (["search", "摊位", "-d", "数据 集"], "规范摊位"),
        (["show", "通知 (1)：草稿.txt"], "市商务局"),
        (["show", "没有.txt"], "不存在；请检查路径"),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
def test_people_are_told_in_the_encoding_of_their_terminal(arguments, words, encoding, folder):
    ran = run(*arguments, folder=folder, **ENCODINGS[encoding])
    assert b"Traceback" not in ran.stderr
    assert words in (ran.stdout + ran.stderr).decode(encoding)


def test_a_system_that_says_nothing_is_told_in_utf_8(folder):
    ran = run(
        "show", "没有.txt", folder=folder, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert "不存在；请检查路径" in ran.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["findings", ".", "-f", "json"],
        ["query", "duties-of-unit", "-p", "unit=市商务局", "-d", "数据 集", "-f", "json"],
        ["search", "摊位", "-d", "数据 集", "--json"],
        ["validate", "通知 (1)：草稿.txt", "-f", "sarif"],
        ["extract", "通知 (1)：草稿.txt"],
    ],
    ids=lambda each: each[0],
)
def test_json_is_utf_8_in_any_terminal(arguments, folder):
    told = run(*arguments, folder=folder, PYTHONIOENCODING="gbk").stdout.decode("utf-8")
    assert json.loads(told)
    assert any(words in told for words in ("市商务局", "成文日期", "发文地区"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["validate", "通知 (1)：草稿.txt", "-f", "html"], '<meta charset="utf-8">'),
        (["validate", "通知 (1)：草稿.txt", "-f", "junit"], "通知 (1)：草稿.txt"),
        (["agencies", "lineage", "阳泉银保监分局", "-f", "svg"], "阳泉监管分局"),
        (["agencies", "lineage", "阳泉银保监分局", "-f", "mermaid"], "阳泉监管分局"),
    ],
    ids=lambda each: each[-1] if isinstance(each, list) else "",
)
def test_pages_and_drawings_are_utf_8_in_any_terminal(arguments, words, folder):
    ran = run(*arguments, folder=folder, PYTHONIOENCODING="gbk")
    assert words in ran.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["findings", ".", "-f", "csv"],
        ["query", "duties-of-unit", "-p", "unit=市商务局", "-d", "数据 集", "-f", "csv"],
        ["agencies", "unresolved", "数据 集", "-f", "csv"],
    ],
    ids=lambda each: each[0],
)
def test_csv_on_the_terminal_opens_in_excel(arguments, folder):
    ran = run(*arguments, folder=folder, PYTHONIOENCODING="gbk")
    assert ran.stdout.startswith(b"\xef\xbb\xbf")
    assert next(csv.reader(io.StringIO(ran.stdout.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["query", "duties-of-unit", "-p", "unit=市商务局", "-d", "数据 集", "-o", "甲 乙.csv"],
         "甲 乙.csv"),
        (["findings", ".", "-o", "问 题.csv"], "问 题.csv"),
        (["agencies", "unresolved", "数据 集", "-o", "名称.csv"], "名称.csv"),
        (["export", "数据 集", "-f", "csv", "-o", "表 格"], "表 格/responsibilities.csv"),
    ],
    ids=["query", "findings", "unresolved", "export"],
)  # fmt: skip
def test_csv_in_a_file_opens_in_excel(arguments, file, folder):
    ran = run(*arguments, folder=folder, PYTHONIOENCODING="gbk")
    assert ran.returncode == 0, ran.stderr
    assert (folder / file).read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", NAME, "--html", "关于.html".encode("gb18030")],
        ["extract", NAME, "--out", "关于".encode("gb18030")],
        ["validate", NAME, "-f", "html"],
        ["consolidate", NAME, NAME],
        ["review", "new", NAME, "--force"],
    ],
    ids=lambda each: each[0],
)
def test_a_file_named_in_gb18030_is_read(arguments, folder):
    ran = run(*arguments, folder=folder)
    assert ran.returncode in {0, 1}, ran.stderr
    assert b"Traceback" not in ran.stderr
    assert list(folder.glob(".*.new-*")) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (NAME, "关于夜市.txt"),
        ("通知.txt".encode(), "通知.txt"),
        (b"\xff\xfe.txt", "??.txt"),
        ("通知\u200b.txt".encode(), "通知\u200b.txt"),
    ],
)
def test_a_name_is_told_as_it_was_meant(name, told):
    assert file_name(Path(name.decode("utf-8", "surrogateescape"))) == told


def test_a_name_in_gb18030_is_told(folder):
    told = json.loads(run("findings", ".", "-f", "json", folder=folder).stdout)
    assert {each["file"] for each in told} >= {"关于夜市.txt", "通知 (1)：草稿.txt"}


def test_a_dataset_in_a_folder_named_in_gb18030_is_told_not_to_be_possible(folder):
    ran = run("build", NAME, "--out", "数据".encode("gb18030"), "--jobs", "1", folder=folder)
    assert ran.returncode == 3
    assert "请改用英文名称" in ran.stderr.decode()
    assert list(folder.glob(".*.new-*")) == []
