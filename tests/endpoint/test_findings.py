"""/findings: what it means, where it is, how many of each; as a page, CSV and JSON."""

import csv
import io
import shutil
from dataclasses import replace
from urllib.parse import quote

import pytest

from policygraph.model.codes import CODES
from tests.endpoint.test_pages import BROWSER, SCRIPT, page, path_of, text_of


def issues(client, query=""):
    return page(client, f"/findings?{query}").xpath("//ol[@class='issues']/li")


def codes(client, query=""):
    return [text_of(one.xpath("p[@class='what']/code")[0]) for one in issues(client, query)]


def rows(client, query=""):
    answer = client.get(f"/findings?format=json&{query}")
    assert answer.status_code == 200, answer.text
    return answer.json()["rows"]


def test_the_worst_stand_first(client):
    assert codes(client) == [
        "source.scan",
        "mark.not-a-unit",
        "rule.group-without-members",
        "table.no-column",
        "document.no-date",
        "agency.unknown",
    ]


def test_each_says_what_it_means_and_what_to_do_in_both_languages(client):
    for language in ("zh", "en"):
        (one,) = issues(client, f"code=agency.unknown&lang={language}")
        meaning = text_of(one.xpath("p[@class='meaning']")[0])
        assert meaning.lower() == getattr(CODES["agency.unknown"], language).lower()


def test_each_shows_the_words_and_leads_to_them_marked_in_the_document(client, policy):
    (one,) = issues(client, "code=agency.unknown")
    assert text_of(one.xpath("p[@class='quoted']")[0]) == "财政厅"
    assert "第 4 行" in text_of(one.xpath("p[@class='about']")[0])
    target = one.xpath("p[@class='quoted']/a/@href")[0]
    assert target.startswith(path_of(policy))
    root = page(client, target)
    (mark,) = root.xpath("//*[@id='place']")
    assert (mark.tag, text_of(mark)) == ("mark", "财政厅")
    section = text_of(root.xpath("//section[@aria-labelledby='sought']")[0])
    assert "第 4 行" in section
    assert "（二）加大奖励" in section


def test_a_count_of_each_code_stands_at_the_top_and_filters(client):
    table = page(client, "/findings").xpath("//table[contains(@class, 'tally')]/tbody/tr")
    counted = {text_of(row.find(".//code")): text_of(row.find("td")) for row in table}
    assert counted == dict.fromkeys(codes(client), "1")
    link = [row.xpath(".//a/@href")[0] for row in table if "mark.not" in text_of(row)]
    assert codes(client, link[0].partition("?")[2]) == ["mark.not-a-unit"]


def test_what_the_build_and_what_checks_found_is_told_apart(client):
    assert "构建时发现 5 条，校验发现 1 条（校验以 2024-06-30 为今日）" in text_of(
        page(client, "/findings")
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("severity=error", ["source.scan"]),
        ("code=mark", ["mark.not-a-unit"]),
        ("code=rule", ["rule.group-without-members"]),
        ("severity=info&code=document.no-date", ["document.no-date"]),
        (
            f"document={quote('云政办发[2021]35号')}&severity=info",
            ["document.no-date", "agency.unknown"],
        ),
        ("document=chenghu", ["table.no-column"]),
        ("document=nowhere", []),
        ("code=unheard.of", []),
    ],
)
def test_filters(client, query, expected):
    assert codes(client, query) == expected


def test_a_document_leads_to_its_own_findings(client, policy):
    link = page(client, path_of(policy)).xpath(
        "//a[@class='findings'][starts-with(@href, '/findings')]"
    )[0]
    assert text_of(link) == "待核对 3 条"
    own = codes(client, link.get("href").partition("?")[2])
    assert sorted(own) == ["agency.unknown", "document.no-date", "rule.group-without-members"]


def test_the_start_page_leads_to_the_findings(client):
    assert page(client, "/").xpath("//ul[@class='counts']//a[@href='/findings']")


def test_a_place_without_text_is_told_by_its_characters(client):
    (one,) = issues(client, "code=table.no-column")
    assert one.xpath("p[@class='quoted']") == []
    (note,) = page(client, one.xpath(".//a[contains(@href, '#place')]/@href")[0]).xpath(
        "//*[@id='place']"
    )
    assert "第 20 至 28 字符" in text_of(note)
    assert "只含事实" in text_of(note)


@pytest.mark.parametrize("at", ["char=5,4", "char=0,99999999"])
def test_a_place_that_is_none_is_said_to_be_none(client, policy, at):
    root = page(client, f"{path_of(policy)}?source={'a' * 64}&{at}")
    assert "没有这一处" in text_of(root)


def test_a_place_of_another_document_is_not_shown(client, policy):
    root = page(client, f"{path_of(policy)}?source={'b' * 64}&char=0,3")
    assert "没有这一处" in text_of(root)


@pytest.mark.parametrize("at", ["char=a,b", "char=1", "char=-1,2", f"source={'A' * 64}&char=1,2"])
def test_a_place_that_cannot_be_read_is_refused(client, policy, at):
    answer = client.get(f"{path_of(policy)}?source={'a' * 64}&{at}", headers={"Accept": "*/*"})
    assert answer.status_code == 400


def test_programs_get_every_part(client, policy):
    (one,) = rows(client, "code=agency.unknown&lang=en")
    assert one == {
        "severity": "info",
        "code": "agency.unknown",
        "message": CODES["agency.unknown"].en,
        "detail": "财政厅",
        "title": "云岭省推动工业企业升级实施方案",
        "number": "云政办发〔2021〕35号",
        "file": "yunling.txt",
        "line": 4,
        "column": one["column"],
        "quote": "财政厅",
        "start": one["start"],
        "end": one["start"] + 3,
        "rule": "agency",
        "sha256": "a" * 64,
        "policy": policy,
    }


def test_files_hold_what_the_filters_leave_on_all_pages(client):
    assert [row["code"] for row in rows(client)] == codes(client)
    answer = client.get("/findings?severity=warning", headers={"Accept": "text/csv"})
    assert "attachment" in answer.headers["content-disposition"]
    table = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert table[0][:3] == ["级别", "代码", "含义与处理"]
    assert [row[:2] for row in table[1:]] == [
        ["警告", "mark.not-a-unit"],
        ["警告", "rule.group-without-members"],
    ]


def test_nothing_of_a_text_is_run_and_no_folder_of_the_builder_is_told(client):
    for form in ("html", "json", "csv"):
        answer = client.get(f"/findings?format={form}", headers=BROWSER)
        assert "folder-of-the-builder" not in answer.text
        assert form != "html" or SCRIPT not in answer.text


def test_pages_are_cut(client, monkeypatch):
    monkeypatch.setattr("policygraph.endpoint.routes.findings.PER_PAGE", 4)
    assert len(issues(client)) == 4
    assert len(issues(client, "page=2")) == 2
    assert issues(client, "page=3") == []


@pytest.mark.parametrize("query", ["severity=bad", "page=0", f"code={'x' * 101}"])
def test_what_is_no_filter_is_refused(client, query):
    answer = client.get(f"/findings?{query}")
    assert answer.status_code == 400
    assert {"severity", "page", "code"} & set(answer.json()["detail"].split())


def test_a_dataset_whose_findings_are_gone_says_what_to_do(
    settings, serving, dataset_path, policy, tmp_path
):
    copy = tmp_path / "copy"
    shutil.copytree(dataset_path, copy)
    (copy / "findings.json").unlink()
    with serving(replace(settings, dataset=copy)) as client:
        answer = client.get("/findings", headers=BROWSER)
        assert answer.status_code == 503
        assert "请重新构建数据集" in answer.text
        assert client.get(path_of(policy), headers=BROWSER).status_code == 200


def test_checks_of_another_dataset_are_not_shown(settings, serving, dataset_path, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(dataset_path, copy)
    file = copy / "checks" / "rules.json"
    file.write_text(file.read_text().replace('"root":"', '"root":"0'), encoding="utf-8")
    with serving(replace(settings, dataset=copy)) as client:
        assert "rule.group-without-members" not in codes(client)
        assert "尚未完整校验" in text_of(page(client, "/findings"))
