"""Help is in one language from its first word to its last, and fits the terminal."""

import re

import pytest
import typer.main
from typer.core import TyperOption
from typer.testing import CliRunner

from policygraph.cli import app
from policygraph.cli.cells import cells, wrapped
from policygraph.documentation.commands import commands
from policygraph.documentation.help_text import both, is_example, paragraphs

PROGRAM = typer.main.get_command(app)
COMMANDS = {"policygraph": PROGRAM, **dict(commands(PROGRAM)), "docs": PROGRAM.commands["docs"]}
HAN = re.compile("[\u4e00-\u9fff]")
# English words that stay in Chinese help: names of options, commands, formats, programs, choices.
KNOWN = re.compile(
    r"--?[a-z-]+|<[a-z]+[|][^>]*>|[A-Z]{2,}[A-Za-z0-9_]*|\.[a-z]+|(?:data|https?)[:/][\w/.:]*|BOM|Excel|Word"
    r"|（如 mark）|networkx|Mermaid|Markdown|Gephi|yEd"
)

WORDS = {"checks", "bodies", "csv", "duties", "citations", "all"}  # files; what --view takes


def shown(path: str, language: str, **environment: str) -> str:
    """Give the help of a command without its examples."""
    given = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": "C.UTF-8", "POLICYGRAPH_LANGUAGE": None}
    words = path.split()
    words = words[1:] if words[0] == "policygraph" else words
    arguments = [*words, "--help", "--language", language] if language else [*words, "--help"]
    ran = CliRunner().invoke(app, arguments, env=given | environment)
    assert ran.exit_code == 0, ran.output
    return re.sub(r"(?ms)^  (?:Example:|示例：)$.*?(?:\n\n|\Z)", "", ran.output)


def words_of(command: object) -> set[str]:
    """Give the names that stay as they are: of commands, of choices, of defaults."""
    known = {
        "policygraph",
        "agencies",
        "review",
        "unresolved",
        "zh",
        "en",
        "json",
        *PROGRAM.commands,
    }
    for parameter in command.params:
        descriptor = parameter.type_descriptor
        known |= {str(choice.value) for choice in descriptor.choices or ()}
        known |= {"today", str(parameter.default)}
    return known | set(getattr(command, "commands", {})) | WORDS


@pytest.mark.parametrize("path", COMMANDS)
def test_chinese_help_is_chinese(path):
    told = shown(path, "zh")
    names = words_of(COMMANDS[path]) | set(path.split())
    found = re.findall(r"[A-Za-z]{3,}", KNOWN.sub(" ", told))
    assert [word for word in found if word not in names] == [], told
    assert told.startswith("用法：")
    assert "选项：" in told
    assert "显示本说明后退出" in told


@pytest.mark.parametrize("path", COMMANDS)
def test_english_help_is_english(path):
    told = re.sub("市财政局|阳泉银保监分局|、", "", shown(path, "en"))
    assert not HAN.search(told), told
    assert not re.search("[，。；：、（）]", told), told
    assert told.startswith("Usage: ")


@pytest.mark.parametrize("path", COMMANDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(path, language):
    wide = [line for line in shown(path, language).splitlines() if cells(line) > 80]
    assert wide == []


@pytest.mark.parametrize("path", COMMANDS)
def test_each_text_says_as_much_in_both_languages(path):
    command = COMMANDS[path]
    texts = [command.help, command.epilog, *(parameter.help for parameter in command.params)]
    for text in filter(None, texts):
        zh, en = (
            [each for each in paragraphs(text, language) if not is_example(each)]
            for language in ("zh", "en")
        )
        assert len(zh) == len(en) > 0, text
        assert all(each.endswith(("。", ".")) for each in (*zh, *en)), text


@pytest.mark.parametrize("path", COMMANDS)
def test_every_option_stands_in_the_help(path):
    for language in ("zh", "en"):
        told = shown(path, language)
        for parameter in COMMANDS[path].params:
            if isinstance(parameter, TyperOption):
                assert all(re.search(rf"(?<!\S){name}[ ,\n]", told) for name in parameter.opts)
                (text,) = paragraphs(parameter.help, language)
                assert "".join(text.split()) in "".join(told.split())


@pytest.mark.parametrize(
    ("environment", "starts"),
    [
        ({}, "Usage: "),
        ({"LANG": "zh_CN.UTF-8"}, "用法："),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "Usage: "),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "Usage: "),
        ({"LANG": "zh_CN.GB18030"}, "用法："),
        ({"POLICYGRAPH_LANGUAGE": "zh"}, "用法："),
    ],
)
def test_the_language_of_help_is_that_of_messages(environment, starts):
    for path in ("policygraph", "policygraph query", "policygraph agencies show"):
        assert shown(path, "", **environment).startswith(starts)


def test_the_language_may_stand_before_the_command():
    given = {"POLICYGRAPH_LANGUAGE": None}  # what the option sets is undone
    ran = CliRunner().invoke(app, ["--language", "zh", "agencies", "show", "--help"], env=given)
    assert "用法：" in ran.output
    ran = CliRunner().invoke(app, ["--language", "zh", "agencies"], env=given)
    assert "命令：" in ran.output


@pytest.mark.parametrize(
    ("path", "language", "notes"),
    [
        ("serve", "zh", ["默认：8000", "不小于0", "不大于65535", "环境变量：POLICYGRAPH_PORT"]),
        ("serve", "en", ["[default:8000;atleast0;atmost65535;envvar:POLICYGRAPH_PORT]"]),
        ("query", "zh", ["（可重复）"]),
        ("query", "en", ["[mayberepeated]"]),
        ("export", "zh", ["（必填）", "用法：policygraphexport[选项][数据集]"]),
        ("export", "en", ["[required]", "Usage:policygraphexport[OPTIONS][DATASET]"]),
        ("findings", "zh", ["findings[选项]路径..."]),
    ],
)
def test_what_is_asked_of_a_value_is_told(path, language, notes):
    told = "".join(shown(f"policygraph {path}", language).split())
    assert [note for note in notes if note not in told] == []


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("财政局、教育局", 8, ["财政局、", "教育局"]),
        ("财政局，教育", 6, ["财政", "局，教", "育"]),
        ("见（附件）", 4, ["见", "（附", "件）"]),
        ("写入 .docx 文件", 10, ["写入 .docx", "文件"]),
        ("（.docx、.json）", 9, ["（.docx、", ".json）"]),
        ("one two three", 8, ["one two", "three"]),
        ("很长的 policygraph-record", 8, ["很长的", "policygraph-record"]),
        ("", 8, []),
    ],
)
def test_text_is_broken_by_cells(text, width, lines):
    assert wrapped(text, width) == lines


def test_nothing_is_lost_when_text_is_broken():
    text = both(
        en="Ask: “a, (b)”; …  at 市财政局.", zh="用法：（一）……“甲”，乙；见 data/build 、—— 。"
    )
    for width in range(1, 60):
        assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())
