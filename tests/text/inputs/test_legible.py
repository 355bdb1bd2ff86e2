"""Text in a wrong encoding is refused, and text that is not Chinese is told of."""

import pytest

from policygraph.model.source import Notice
from policygraph.read import read_file
from policygraph.text.inputs.legible import check_legible

NOTICE = (
    "澄湖市人民政府关于促进夜间经济发展的通知\n各县区人民政府，市直各单位：\n"
    "一、延长营业时间。支持商业街区延长营业时间，由市商务局负责。\n"
    "二、完善配套设施。加强照明、停车和保洁服务，由市城管局牵头、市公安局配合。\n"
)
TRADITIONAL = (
    "澄湖市政府關於促進夜間經濟發展的通知\n一、延長營業時間。支持商業街區延長營業時間，由商務局負責。\n"
    "二、完善配套設施。加強照明、停車和保潔服務，由環境局牽頭、警察局配合。\n"
)


@pytest.mark.parametrize(
    "data",
    [
        TRADITIONAL.encode("big5"),
        NOTICE.encode("gb18030").decode("latin-1").encode(),
        NOTICE.encode().decode("latin-1").encode(),
        NOTICE.encode().decode("cp1252", "replace").encode(),
        NOTICE.encode().decode("gb18030", "replace").encode(),
        NOTICE.encode("gb18030").decode("big5", "replace").encode(),
        NOTICE.encode("gb18030").decode("shift_jis", "replace").encode(),
        b"<!doctype html><meta charset=gbk><p>" + TRADITIONAL.encode("big5"),
    ],
)
def test_characters_of_a_wrong_encoding_are_refused(data, tmp_path):
    (tmp_path / "a.txt").write_bytes(data)
    problem = read_file(tmp_path / "a.txt").problem
    assert problem is not None
    assert problem.finding.code == "source.garbled"
    assert "a.txt 的文字是乱码" in problem.message("zh")


@pytest.mark.parametrize(
    "data",
    [
        NOTICE.encode(),
        NOTICE.encode("gb18030"),
        TRADITIONAL.encode(),
        b"<!doctype html><meta charset=big5><p>" + TRADITIONAL.encode("big5"),
        "一、总则".encode(),
        ("企业 A±B·C÷D Ünïcode 50μg/m³ ≥ 30% ÅÄÖ\n" * 3 + NOTICE).encode(),
    ],
)
def test_chinese_is_read(data, tmp_path):
    (tmp_path / "a.txt").write_bytes(data)
    record = read_file(tmp_path / "a.txt").record
    assert record is not None
    assert not [f for f in record.findings if f.code.startswith("source.")]


@pytest.mark.parametrize(
    "text",
    [
        "Notice on the support of small enterprises by the city of Chenghu.\n1. Longer hours.\n",
        "Arrêté relatif à l’aide aux très petites entreprises créées dans la région.\n",
        "Постановление правительства города о поддержке предприятий.\n",
    ],
)
def test_a_text_that_is_not_chinese_is_told_of(text, tmp_path):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    record = read_file(tmp_path / "a.txt").record
    assert record is not None
    (finding,) = [f for f in record.findings if f.code == "source.not-chinese"]
    assert finding.detail.startswith("0 / ")


def test_of_a_few_letters_nothing_is_said():
    assert check_legible("2023 — 50% ÅÄÖ\n", "a.txt") == ()
    assert check_legible("WTO OECD APEC ASEAN RCEP IMF\n", "a.txt") == (
        Notice("source.not-chinese", "0 / 23"),
    )


def test_no_document_at_hand_is_called_garbled(root, shared_or_not):
    folders = [root / "data" / "samples"]
    if shared_or_not is not None:
        folders.append(shared_or_not / "corpus")
    files = [file for folder in folders for file in sorted(folder.rglob("*.txt"))]
    assert len(files) >= 4
    for file in files:
        assert check_legible(file.read_text(encoding="utf-8"), file.name) == ()
