"""``nianbao new``: the blank form, with what last year's report gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.pipeline import read_report
from tests.cli.conftest import Nianbao, report_bytes

_OFFICE = ("--issuer", "石泉镇人民政府")


@pytest.mark.parametrize("suffix", ["docx", "md", "html", "htm", "xlsx"])
def test_the_suffix_says_the_format(nianbao: Nianbao, tmp_path: Path, suffix: str) -> None:
    name = f"report.{suffix}"
    told = nianbao("new", "--year", "2025", *_OFFICE, "-o", name)

    assert (told.status, told.out, told.err) == (0, "", "")
    report = read_report((tmp_path / name).read_bytes(), name)
    assert (report.year, report.issuer, report.edition) == (2025, "石泉镇人民政府", "2021")


def test_the_form_of_2020_is_the_earlier_one(nianbao: Nianbao, tmp_path: Path) -> None:
    assert nianbao("new", "--year", "2020", *_OFFICE, "-o", "a.md").status == 0
    assert "对外公开总数量" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_an_edition_that_is_asked_for_is_taken(nianbao: Nianbao, tmp_path: Path) -> None:
    options = ("--year", "2020", *_OFFICE, "--edition", "2021")
    assert nianbao("new", *options, "-o", "a.md").status == 0
    assert "现行有效件数" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_nothing_is_written_over_without_being_told(nianbao: Nianbao, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("我的", encoding="utf-8")
    command = ("new", "--year", "2025", *_OFFICE, "-o", "a.md")

    told = nianbao(*command)
    assert (told.status, told.out) == (2, "")
    assert told.err == "nianbao new：错误：文件“a.md”已存在，未写入；需要覆盖时加 --force\n"
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "我的"

    assert nianbao(*command, "--force").status == 0
    assert "石泉镇" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_last_years_report_gives_year_office_and_figures(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    told = nianbao("new", "--previous", good, "-o", "next.docx")

    assert told.status == 0
    assert told.err.startswith("已按上一年度报告填入 9 格；")
    report = read_report((tmp_path / "next.docx").read_bytes(), "next.docx")
    assert (report.year, report.issuer) == (2024, "石泉镇人民政府")
    assert report.value("applications.carried_in.total").value == 33
    assert report.value("disclosure.normative_documents.in_force").value == 23
    assert report.value("applications.new.total").state == "blank"


def test_the_report_of_another_year_is_refused(nianbao: Nianbao, good: Path) -> None:
    told = nianbao("new", "--previous", good, "--year", "2026", "-o", "next.md")

    assert told.status == 2
    assert told.err == "nianbao new：错误：--previous 应为 2025 年度的报告，实为 2023 年度\n"


def test_the_report_of_another_office_is_a_warning(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    told = nianbao(
        "new", "--previous", good, "--issuer", "松坪乡人民政府", "-o", "next.md", "--lang", "en"
    )

    assert told.status == 0
    first = told.err.splitlines()[0]
    assert first.startswith('please check: last year\'s report is by "石泉镇人民政府"')
    assert (tmp_path / "next.md").exists()


def test_last_years_report_must_be_readable(nianbao: Nianbao, tmp_path: Path) -> None:
    told = nianbao("new", "--previous", "no.docx", "-o", "next.md")
    assert told.status == 2
    assert told.err.startswith("no.docx: E901 错误 ")
    assert not (tmp_path / "next.md").exists()


def test_a_previous_report_without_a_year_needs_one_stated(
    nianbao: Nianbao, tmp_path: Path
) -> None:
    text = report_bytes().decode().replace("石泉镇2023年政府", "政府")
    body = text.split("六、其他")[0].replace("2023年", "").replace("2024年", "")
    (tmp_path / "a.txt").write_text(body, encoding="utf-8")

    told = nianbao("new", "--previous", "a.txt", "-o", "next.md")
    assert told.err.startswith("nianbao new：错误：缺少选项 --year 年份\n")
    told = nianbao("new", "--previous", "a.txt", "--year", "2024", "-o", "next.md")
    assert told.err.startswith("nianbao new：错误：缺少选项 --issuer 机关\n")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--year", "2025", *_OFFICE), "缺少选项 --output 文件"),
        (("--year", "2025", *_OFFICE, "-o", "a.doc"), "“a.doc”的后缀应为 "),
        (("--year", "2025", *_OFFICE, "-o", "a"), "“a”的后缀应为 "),
        (("--year", "2025", "-o", "a.md"), "缺少选项 --issuer 机关"),
        (("--year", "2025", "--issuer", " ", "-o", "a.md"), "缺少选项 --issuer 机关"),
        ((*_OFFICE, "-o", "a.md"), "缺少选项 --year 年份"),
        (("--year", "2018", *_OFFICE, "-o", "a.md"), "--year 应为 2019 至 2100 的年份"),
        (("--year", "今年", *_OFFICE, "-o", "a.md"), "--year 应为 2019 至 2100 的年份"),
    ],
)
def test_what_is_missing_or_wrong_is_named(
    nianbao: Nianbao, options: tuple[str, ...], told: str
) -> None:
    said = nianbao("new", *options)
    assert said.status == 2
    assert said.err.startswith(f"nianbao new：错误：{told}")


def test_the_previous_report_is_never_written_over(nianbao: Nianbao, good: Path) -> None:
    target = good.with_suffix(".md")
    target.write_bytes(good.read_bytes())
    told = nianbao("new", "--previous", target, "-o", "./good.md", "--force")
    assert told.status == 2
    assert "会覆盖要读取的文件" in told.err


def test_without_its_library_no_workbook_is_written(
    nianbao: Nianbao, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linter.cli.report_files.is_missing", lambda suffix: suffix == "xlsx")
    told = nianbao("new", "--year", "2025", *_OFFICE, "-o", "a.xlsx")
    assert told.status == 2
    assert "pip install 'nianbao[xlsx]'" in told.err
