"""``nianbao fill``: a report from its data."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from linter.writing.formats import is_missing
from tests.cli.conftest import Nianbao
from tests.examples import example_report
from tests.rendering import with_cell

_TOML = """
issuer = "石泉镇人民政府"
year = 2025
signed_on = 2026-01-15

[sections]
overview = '''
2025年，我镇认真贯彻落实《中华人民共和国政府信息公开条例》，各项工作有序开展。
（一）主动公开。围绕群众关切及时发布政策文件和解读材料。
（二）依申请公开。完善登记、办理、答复等环节的工作规程。
（三）政府信息管理。落实发布前的审查制度。
（四）政府信息公开平台建设。加强政府网站的日常维护。
（五）监督保障。开展业务培训和工作考核，组织社会评议，未发生责任追究情形。'''
problems = '''
（一）存在的主要问题。公开内容与群众需求仍有差距。
（二）改进情况。组织了专题学习，解读形式更加多样。2026年，我镇将继续加强队伍建设。'''
other = "本年度未收取信息处理费。"

[tables.disclosure]
normative_documents = { issued = 2, in_force = 9 }
fees.amount = 12.5

[tables.applications]
new.natural_person = 3
granted.natural_person = 2
carried_out.natural_person = 1
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A report as ``extract`` prints it."""
    file = tmp_path / "report.json"
    file.write_text(json.dumps(example_report(), ensure_ascii=False), encoding="utf-8")
    return file


@pytest.mark.parametrize("name", ["a.docx", "a.md", "a.html", "a.xlsx"])
def test_what_is_filled_in_is_extracted_again(nianbao: Nianbao, data: Path, name: str) -> None:
    told = nianbao("fill", data, "-o", name)
    assert (told.status, told.out, told.err) == (0, "", "")
    assert json.loads(nianbao("extract", name).out) == example_report()
    assert nianbao("check", name, "--fail-on", "warning").status == 0


def test_toml_need_not_say_more_than_there_is(nianbao: Nianbao, tmp_path: Path) -> None:
    (tmp_path / "data.toml").write_text(_TOML, encoding="utf-8")
    assert nianbao("fill", "data.toml", "--zeros", "-o", "a.docx").status == 0
    assert nianbao("check", "a.docx", "--fail-on", "warning").status == 0
    tables = json.loads(nianbao("extract", "a.docx").out)["tables"]
    assert tables["applications"]["results_total"]["total"] == 2
    assert tables["disclosure"]["fees"]["amount"] == 12.5


def test_standard_input_is_data(
    nianbao: Nianbao, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.read_bytes())))
    assert nianbao("fill", "-", "-o", "a.md").status == 0
    assert (tmp_path / "a.md").exists()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_TOML.encode())))
    assert nianbao("fill", "-", "--stdin-filename", "a.toml", "-o", "b.md").status == 0


def test_a_report_in_another_format_is_data_too(
    nianbao: Nianbao, good: Path, tmp_path: Path
) -> None:
    told = nianbao("fill", good, "-o", "a.docx")
    assert (told.status, told.err) == (0, "")
    assert nianbao("extract", "a.docx").out == nianbao("extract", good).out


def test_tables_of_its_own_are_said_to_be_left_out(nianbao: Nianbao, tmp_path: Path) -> None:
    assert nianbao("new", "--year", "2025", "--issuer", "石泉镇", "-o", "a.md").status == 0
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    own = "|项目|次数|人数|\n|---|---|---|\n|培训|2|40|\n|会议|3|60|\n"
    (tmp_path / "a.md").write_text(text.replace("## 二", f"{own}\n## 二"), encoding="utf-8")
    told = nianbao("fill", "a.md", "-o", "a.docx")
    assert told.status == 0
    assert told.err == "有 1 张表格不属于法定格式，未写入\n"


def test_a_figure_that_contradicts_its_parts_stops_it(
    nianbao: Nianbao, data: Path, tmp_path: Path
) -> None:
    wrong = with_cell(example_report(), "review.reconsideration.total", 99)
    data.write_text(json.dumps(wrong), encoding="utf-8")
    told = nianbao("fill", "report.json", "-o", "a.docx", "--lang", "en")
    assert told.status == 2
    assert told.err.splitlines() == [
        "report.json: administrative reconsideration · total (review.reconsideration.total) is "
        "given as 99, but its parts make 6",
        "nianbao fill: error: nothing was written: the data is wrong",
    ]
    assert not (tmp_path / "a.docx").exists()


def test_of_many_mistakes_the_first_are_told(nianbao: Nianbao, data: Path) -> None:
    data.write_text(json.dumps({f"k{number}": 1 for number in range(40)}), encoding="utf-8")
    lines = nianbao("fill", "report.json", "-o", "a.md").err.splitlines()
    assert len(lines) == 22
    assert lines[-2:] == ["另有 22 处错误", "nianbao fill：错误：数据有误，未写文件"]


def test_what_is_no_data_and_no_report_says_why(nianbao: Nianbao, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("你好。\n", encoding="utf-8")
    told = nianbao("fill", "a.txt", "-o", "a.md")
    assert told.status == 2
    assert told.err.startswith("a.txt: E907 错误 ")
    assert nianbao("fill", "no.json", "-o", "a.md").err.startswith("no.json: E901 错误 ")


def test_data_beyond_all_measure_is_refused(
    nianbao: Nianbao, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linter.readers.limits.MAX_BYTES", 10)
    assert nianbao("fill", data, "-o", "a.md").err.startswith(f"{data}: E906 错误 ")


def test_the_data_is_never_written_over(nianbao: Nianbao, good: Path, tmp_path: Path) -> None:
    target = tmp_path / "good.md"
    target.write_bytes(good.read_bytes())
    assert nianbao("fill", target, "-o", "good.md", "--force").status == 2
    assert target.read_bytes() == good.read_bytes()


def test_only_workbooks_need_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert [is_missing(suffix) for suffix in ("docx", "md", "xlsx")] == [False, False, True]
