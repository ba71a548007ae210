"""Plain output: one finding a line, as editors and logs read it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from linter.model.finding import FileResult, Finding
from linter.model.place import Place
from linter.model.rule import Language
from linter.reporting.plain import plain
from tests.reporting.samples import RESULTS, sample_run


def _line(place: Place, language: Language = "zh", path: str = "a.txt", **facts: Any) -> str:
    finding = Finding("E907", "error", place=place, **facts)
    run = sample_run(language, results=(FileResult(path, "checked", (finding,)),), quiet=True)
    return plain(run)


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (Place(line=12, column=3, table=2), "a.txt:12:3:", "a.txt:12:3:"),
        (Place(line=12), "a.txt:12:", "a.txt:12:"),
        (
            Place(table=2, row=5, cell=4),
            "a.txt:表2第5行第4格:",
            "a.txt: table 2, row 5, cell 4:",
        ),
        (Place(page=3), "a.txt:第3页:", "a.txt: page 3:"),
        (Place(), "a.txt:", "a.txt:"),
    ],
)
def test_place_stands_before_the_rule(place: Place, zh: str, en: str) -> None:
    assert _line(place) == f"{zh} E907 错误 没有找到年度报告的内容。\n"
    assert _line(place, "en") == f"{en} E907 error Nothing of an annual report was found.\n"


def test_one_line_a_finding_and_the_counts_last() -> None:
    lines = plain(sample_run()).splitlines()

    assert len(lines) == sum(len(result.findings) for result in RESULTS) + 1
    assert lines[-1] == (
        "检查 5 个文件：10 处错误、2 处警告、1 处提示；2 个文件无法检查；1 个文件读取存疑"
    )


def test_quiet_leaves_the_findings_only() -> None:
    quiet = plain(sample_run(quiet=True))

    assert plain(sample_run()).startswith(quiet)
    assert len(quiet.splitlines()) == 13


def test_verbose_adds_doubts_and_what_the_other_rules_come_to() -> None:
    added = set(plain(sample_run(verbose=True)).splitlines()) - set(
        plain(sample_run()).splitlines()
    )

    assert added == {
        "reports/2023-qingshi.txt: A302 未评价 相关单元格不是数字：商业企业",
        "reports/2023-qingshi.txt: E903、E907 不适用 报告中没有规则所针对的情形",
        "reports/2023-qingshi.txt: T202 不适用 报告中没有相关表述：工作打算",
        "reports/2023-qingshi.txt: 12 条规则：符合 1、不符合 7、存疑 0、不适用 3、未评价 1",
        "reports/2023-liuhe.docx: 读取存疑 收到和处理政府信息公开申请情况：行、列名称系推断",
    }


def test_statistics_count_each_rule() -> None:
    lines = plain(sample_run(statistics=True)).splitlines()

    assert "2  A301 错误 applications-balance  新收、结转与办理结果不平衡" in lines
    assert plain(sample_run(results=(), statistics=True)).splitlines() == [
        "检查 0 个文件：0 处错误、0 处警告、0 处提示"
    ]


def test_file_name_cannot_forge_lines() -> None:
    assert len(_line(Place(), path="a\nb.txt:1: E907").splitlines()) == 1


def test_terminal_library_is_not_loaded_for_plain_and_json() -> None:
    code = (
        "import sys\n"
        "import linter.reporting.plain, linter.reporting.findings_json\n"
        "import linter.reporting.explanation, linter.reporting.messages\n"
        "sys.exit('rich' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
