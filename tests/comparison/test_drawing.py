"""A comparison as people and programs read it. ``NIANBAO_UPDATE_GOLDEN=1`` writes the files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import linter
from linter.comparison.comparing import compare
from linter.comparison.model import Comparison
from linter.model.rule import Language
from linter.reporting.comparison.data import comparison_json
from linter.reporting.comparison.markdown import markdown
from linter.reporting.comparison.plain import plain
from linter.reporting.comparison.terminal import drawn_comparison
from linter.resources import SCHEMAS
from tests.comparison.reports import YEAR_LATER, comparison, report, told
from tests.reporting.consoles import coloured, console

_FOLDER = Path(__file__).parent / "golden"

_EDITS = (
    ("326条", "352条"),
    ("118条", "130条"),
    ("举办“供水开放日”2次，邀请居民代表走进县第二水厂。", "举办“供水开放日”1次。新建“河长信箱”。"),
    ("|行政许可|146|||", "|行政许可|164|||"),
    ("|行政处罚|23|||", "|行政处罚||||"),
    ("|行政强制|4|||", "|行政强制|若干|||"),
    ("|行政事业性收费|318.52|||", "|行政事业性收费|320|||"),
)


def _versions() -> Comparison:
    return comparison(*_EDITS)


def _years() -> Comparison:
    return comparison(*YEAR_LATER, *_EDITS)


def _editions() -> Comparison:
    return compare(report(edition="2019"), report())


def _terminal(found: Comparison, language: Language, width: int) -> str:
    text = drawn_comparison(told(found, language), console(width))
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


_OUTPUTS: dict[str, Callable[[], str]] = {
    "versions.zh.plain": lambda: plain(told(_versions())),
    "years.zh.plain": lambda: plain(told(_years())),
    "years.en.plain": lambda: plain(told(_years(), "en")),
    "versions.zh.md": lambda: markdown(told(_versions())),
    "years.en.md": lambda: markdown(told(_years(), "en")),
    "versions.zh.json": lambda: comparison_json(told(_versions())),
    "years.zh.100.txt": lambda: _terminal(_years(), "zh", 100),
    "years.zh.60.txt": lambda: _terminal(_years(), "zh", 60),
    "versions.en.40.txt": lambda: _terminal(_versions(), "en", 40),
}


@pytest.mark.parametrize("name", _OUTPUTS)
def test_output_is_as_in_the_golden_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linter, "__version__", "0.0.0")
    output = _OUTPUTS[name]()
    file = _FOLDER / name
    if os.environ.get("NIANBAO_UPDATE_GOLDEN"):
        file.write_text(output, "utf-8")
    assert output == file.read_text("utf-8")


def test_every_golden_file_is_of_some_output() -> None:
    assert {file.name for file in _FOLDER.iterdir()} == set(_OUTPUTS)


@pytest.mark.parametrize("found", [_versions, _years, _editions, comparison])
def test_json_satisfies_its_contract(found: Callable[[], Comparison]) -> None:
    schema = json.loads((SCHEMAS / "diff.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(comparison_json(told(found()))), schema)


def test_the_order_of_the_years_and_their_distance_are_told() -> None:
    backwards = compare(report(*YEAR_LATER), report())
    assert "新报告的年度早于旧报告" in plain(told(backwards))
    assert "不是相邻年度" in plain(told(_editions()))
    assert "172 格" in plain(told(_editions()))


def test_no_difference_is_told_in_one_sentence() -> None:
    same = told(comparison())
    assert "两份报告没有不同" in plain(same)
    assert "The two reports do not differ" in drawn_comparison(told(comparison(), "en"))
    assert "没有不同" in markdown(same)


def test_colours_stand_for_marks_where_there_are_any() -> None:
    without = drawn_comparison(told(_versions()), console(100))
    colourful = drawn_comparison(told(_versions()), coloured(100))
    assert "[-326-]{+352+}" in without
    assert "[-" not in colourful
    assert "\x1b[" in colourful


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("found", [_versions, _years, _editions])
def test_no_line_is_wider_than_the_terminal(found: Callable[[], Comparison], width: int) -> None:
    from linter.reporting.typesetting import text_width

    for line in _terminal(found(), "zh", width).splitlines():
        assert text_width(line, ambiguous=2) <= width, line


def test_what_a_report_says_cannot_break_the_output() -> None:
    hostile = comparison(("河长公示", "<b>`|\u202e\x1b[31m河*长|"))
    assert not {"\x1b", "\u202e"} & set(plain(told(hostile)) + markdown(told(hostile)))
    assert "<b>" not in markdown(told(hostile))


def test_a_text_taken_over_as_a_whole_and_a_finding_that_went_are_told() -> None:
    late = ("2024年1月18日", "2024年4月18日")
    plan = ("2025年，我局将继续", "2024年，我局将继续")
    found = compare(report(late), report(*YEAR_LATER, plan))
    assert "正文与2023年度完全相同（9 句）" in plain(told(found))
    assert [finding.rule for finding in found.findings.gone] == ["D404"]
    assert "- 检查发现的问题：已消除 D404" in plain(told(found))


def test_a_section_that_came_and_a_heading_that_changed_are_told() -> None:
    gone = comparison(("## 六、其他需要报告的事项", ""))
    assert "六、其他需要报告的事项：此部分已不在" in plain(told(gone))
    back = compare(gone.new, gone.old)
    assert "this part is new" in plain(told(back, "en"))
    renamed = comparison(("## 五、存在的主要问题及改进情况", "## 五、存在的主要问题和改进情况"))
    assert "存在的主要问题及改进情况 → 五、存在的主要问题和改进情况" in plain(told(renamed))
