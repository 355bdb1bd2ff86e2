"""Texts made to be slow: seconds of one core for each, at 100,000 characters and at twice that.

    .venv/bin/python benchmarks/hostile.py [--characters 100000]

Each is one piece repeated under a heading that makes the reader look for changes as well. The last
column is the factor by which the time grows when the text does by two; 2 is linear.
"""

import argparse
import hashlib
import time

from policygraph.garbage import collect_seldom
from policygraph.model.source import Source
from policygraph.read import extract_record
from policygraph.registry.registry import load_registry

HEADS = {  # what a text amends decides which of its sentences are looked into
    "amends": "某市某局关于修改《某条例》的通知\n各县：\n现作如下修改：\n",
    "plain": "",
}
PIECES = (
    # labels, annexes, tables, headings and contents on every line
    "第一条\n",
    "附件\n",
    "附件1：甲\n",
    "附件：1.甲\n2.乙\n",
    "（一）\n",
    "1.\n",
    "一、\n",
    "一、甲\n",
    "目录\n",
    "目录\n第一章 甲\n",
    "".join(f"{n}、甲\n" for n in range(1, 1000)) * 2 + "附言\n",
    ("".join(f"{n}、甲\n" for n in range(1, 1000)) + "附言\n") * 2 + "完\n",
    "某行动方案\n一、甲\n",
    "关于通知\n",
    "| 甲 | 乙 |\n",
    "甲\t乙\n",
    "#\n",
    "组长：市长\n",
    "单位\n",
    "责任单位\n市甲局\n",
    # blanks, and marks that open and never close
    " ",
    "\n",
    "　",
    "甲 ",
    "《",
    "（",
    "）",
    "“",
    "”",
    "“甲\n",
    "：“甲\n",
    "**",
    "<b>",
    "&nbsp;",
    # lists and duties
    "责任单位：",
    "（责任单位：市财政局）",
    "市财政局、",
    "各县（市、区）、",
    "省、市、",
    "市甲局乙办",
    "由市财政局负责",
    "经市政府同意后",
    "以下均需",
    "列第一位",
    # citations, changes, reforms
    "第一条第二款、",
    "《某法》第一条、",
    "国发〔2020〕1号、",
    "将“甲”修改为“乙”，",
    "由甲局更名为乙局，",
    "职能划转至",
    "撤销",
    "最高人民法院",
    "中共某市委",
    # figures and times
    "100万元",
    "100万元、",
    "2020年1月1日",
    "每年1月",
    "百分之",
    "9",
    "9.9",
    "20",
    "一",
    "十",
    # single characters
    "甲",
    "a",
    "市",
    "和",
    f"（由{'和' * 26}信息化（二）省工业和信息化厅负责）\n",
    "的",
    "第",
    "条",
    "：",
    "；",
    "。",
    "，",
    "\U0001f600",
    "\u200b",
)


def seconds(text: str) -> float:
    """Give the seconds of one core that reading a text takes."""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    source = Source("a.txt", digest, text, "text/plain")
    begin = time.process_time()
    extract_record(source, load_registry())
    return time.process_time() - begin


def main() -> None:
    """Run all and print them, the slowest first."""
    collect_seldom()  # as in a command
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=100_000)
    length = parser.parse_args().characters
    for head in HEADS.values():
        seconds(head)
    found = []
    for kind, head in HEADS.items():
        for piece in PIECES:
            text = piece * (2 * length // len(piece) + 1)
            once, twice = seconds(head + text[:length]), seconds(head + text[: 2 * length])
            found.append((once, twice / once, kind, piece))
    print(f"{len(found)} texts of {length:,} characters; head, piece, seconds, growth")
    for once, growth, kind, piece in sorted(found, reverse=True):
        name = repr(piece if len(piece) < 20 else piece[:16] + "…")
        print(f"{kind:8} {name:24} {once:8.2f} {growth:8.1f}")


if __name__ == "__main__":
    main()
