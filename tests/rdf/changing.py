"""A folder of invented documents that find one another, and changes of it drawn by lot."""

import random
from pathlib import Path

LAW = """云岭省公平竞争办法

第一条 为了保护夜市的公平竞争，制定本办法。

第二条 开办者没有省人民政府的批准，不得向摊主收取下列影响经营成本的费用：

（一）摊位清洁费；

（二）照明、用水、垃圾清运{kind}等方面的押金。

第三条 本办法自２０２４年５月１日起施行。
"""
LAWS = [LAW.format(kind=kind) for kind in ("保险费", "附加保险费")]
QUOTED = "《云岭省公平竞争办法》第二条规定：“照明、用水、垃圾清运保险费等方面的押金”"
TITLES = ("夜间集市的若干措施", "集市照明的意见", "摊位管理的通知", "早市发展的若干措施")
UNITS = (
    "市财政局",
    "市商务局",
    "省工业和信息化厅",
    "各县（市、区）人民政府",
    "市夜市办",
    "县财政局",
)
PLACES = ("晋城市", "阳泉市", "阳城县")
CHANGES = ("不再保留市旅游发展委员会。", "市旅游局更名为市文化和旅游局。", "组建市数据局。")


def document(lot: random.Random) -> str:
    """Give the text of a document; its number and title may be those of another one."""
    place = lot.choice(PLACES)
    parts = [f"{place}人民政府关于{lot.choice(TITLES)}"]
    if lot.random() < 0.8:
        parts.append(f"{place[0]}政发〔2023〕{lot.randint(1, 4)}号")
    parts.append(f"根据{_cited(lot)}，制定本措施。")
    for number in lot.choice(((1, 2), (1, 2, 3, 4), (1, 2, 2, 3))):
        parts.append(f"{number}.{_clause(lot)}")
    if lot.random() < 0.2:
        parts.append(f"本措施有效期至20{lot.randint(22, 28)}年12月31日。")
    parts += [f"{place}人民政府", f"202{lot.randint(1, 4)}年6月{lot.randint(1, 3)}日", ""]
    return "\n".join(parts)


def _clause(lot: random.Random) -> str:
    kinds = (
        lambda: f"规范摊位。（责任单位：{'、'.join(lot.sample(UNITS, 2))}）",
        lambda: (
            f"落实{_cited(lot)}，新增摊位{lot.randint(1, 9)}0个。（牵头单位：{lot.choice(UNITS)}）"
        ),
        lambda: f"{_cited(lot)}同时废止。",
        lambda: f"{QUOTED}。",
        lambda: lot.choice(CHANGES),
        lambda: (
            f"2025年底前{lot.choice(UNITS)}公布依照《公平竞争审查条例》第{lot.randint(1, 40)}条审查的结果。"
        ),
    )
    return lot.choice(kinds)()


def _cited(lot: random.Random) -> str:
    place = lot.choice(PLACES)
    number = f"（{place[0]}政发〔2023〕{lot.randint(1, 4)}号）" if lot.random() < 0.6 else ""
    return f"《{place}人民政府关于{lot.choice(TITLES)}》{number}"


def begin(folder: Path, lot: random.Random, count: int = 12) -> None:
    """Write the documents and a law that they quote."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:02}.txt").write_text(document(lot), encoding="utf-8")
    (folder / "law.txt").write_text(LAWS[0], encoding="utf-8")


def change(folder: Path, lot: random.Random) -> str:
    """Change one file; say how."""
    files = sorted(folder.glob("[0-9]*.txt"))
    file, other = lot.sample(files, 2)
    new = folder / f"{lot.randint(0, 99):02}.txt"
    match lot.randint(0, 7):
        case 0 | 1 | 2:
            file.write_text(document(lot), encoding="utf-8")
            return f"{file.name} is another document"
        case 3:
            new.write_text(document(lot), encoding="utf-8")
            return f"{new.name} came"
        case 4 if len(files) > 6:
            file.unlink()
            return f"{file.name} went"
        case 5:
            new.write_text(other.read_text("utf-8") + "（此件公开发布）\n", encoding="utf-8")
            return f"{new.name} is a copy of {other.name}"
        case 6:
            other.rename(new)
            return f"{other.name} is called {new.name}"
        case _:
            law = folder / "law.txt"
            law.write_text(LAWS[law.read_text("utf-8") == LAWS[0]], encoding="utf-8")
            return "the law changed"
