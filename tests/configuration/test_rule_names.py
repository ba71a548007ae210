"""What a configuration may not ignore, disable or suppress, and how it is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.configuration.model import Configuration
from linter.configuration.reading import read_configuration
from linter.configuration.rule_names import misnamed
from tests.product import rules

RULES = tuple(rules().rules.values())
_PROTECTED = "包括受保护的规则"


def _problems(folder: Path, text: str) -> list[tuple[int, str, str]]:
    file = folder / "nianbao.toml"
    file.write_text(text, encoding="utf-8")
    found = misnamed(read_configuration(file), RULES)
    return [(problem.line, problem.message.zh, problem.message.en) for problem in found]


def _entry(rules: str, cells: str = "", key: str = "suppress") -> str:
    return f'[[{key}]]\nrules = [{rules}]\n{cells and f"cells = [{cells}]"}\nreason = "x"\n'


@pytest.mark.parametrize(
    "text",
    [
        "",
        'select = ["S1"]',
        'ignore = ["S1", "T209", "section-missing", "nobody"]',
        '[[disable]]\nrule = "A301"\nreason = "x"',
        '[[disable]]\nrule = "Applications-Balance"\nreason = "x"',
        'ignore = ["A301"]\n[[disable]]\nrule = "a301"\nreason = "x"',
        _entry('"T209", "S1", "label"'),
        _entry('"A301"', '"applications.new.total"'),
        _entry('"applications-balance"', '"applications.granted", "applications.refused.*"'),
        _entry('"A301"') + '[[disable]]\nrule = "A301"\nreason = "x"',
        _entry('"T209"', '"*", "review", "*.total", "sections.anything"'),
    ],
)
def test_what_is_in_order_is_accepted(tmp_path: Path, text: str) -> None:
    assert _problems(tmp_path, text) == []


def test_protected_rules_cannot_be_ignored(tmp_path: Path) -> None:
    [(line, zh, en)] = _problems(tmp_path, 'ignore = [\n  "S1",\n  "A301",\n]')
    assert line == 3
    assert zh == (
        "“A301”包括受保护的规则 A301，不能用“ignore”关闭：确需关闭的，逐条写 [[disable]] 并写明理由"
    )
    assert en == (
        '"A301" covers the protected rules A301, which "ignore" cannot switch off; if it must '
        "be, write [[disable]] for each, with a reason"
    )


@pytest.mark.parametrize("name", ["A3", "T2", "ALL", "a", "review-total"])
def test_nor_by_a_name_that_covers_them(tmp_path: Path, name: str) -> None:
    [(line, zh, _)] = _problems(tmp_path, f'ignore = ["{name}"]')
    assert (line, zh.startswith(f"“{name}”{_PROTECTED}")) == (1, True)


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        ('"A301"', ""),
        ('"A3"', '"applications.new.total"'),
        ('"ALL"', '"applications.new.total"'),
        ('"A301"', '"applications"'),
        ('"A301"', '"*"'),
        ('"A301"', '"applications.*"'),
        ('"A301"', '"applications.*.total"'),
        ('"A301"', '"applications.new.total", "review"'),
    ],
)
def test_protected_rules_are_suppressed_by_name_and_cells_only(
    tmp_path: Path, names: str, cells: str
) -> None:
    [(line, zh, en)] = _problems(tmp_path, _entry(names, cells))
    assert line == 2
    assert _PROTECTED in zh
    assert en.endswith('give the table and the row of the cells in "cells"')


@pytest.mark.parametrize(
    ("text", "line", "zh"),
    [
        (
            '[[disable]]\nrule = "A31"\nreason = "x"',
            2,
            "“A31”不是一条规则的编号或名称，[[disable]] 每次只能写一条规则，是否想写“A301”？",
        ),
        (
            '[[disable]]\nrule = "ALL"\nreason = "x"',
            2,
            "“ALL”不是一条规则的编号或名称，[[disable]] 每次只能写一条规则",
        ),
        (
            '[[disable]]\nrule = "E907"\nreason = "x"',
            2,
            "“E907”说明文件能否检查、抑制是否有效，不能抑制或关闭",
        ),
        (
            _entry('"T209", "E9"'),
            2,
            "“E9”说明文件能否检查、抑制是否有效，不能抑制或关闭",
        ),
        (
            _entry('"title-mising"'),
            2,
            "配置项“rules”中的“title-mising”不是规则编号、编号开头或规则名称，"
            "是否想写“title-missing”？",
        ),
        (
            _entry('"T209"', '"review", "applications.grantd"'),
            3,
            "没有单元格、行或表“applications.grantd”，是否想写“applications.granted”？",
        ),
        (_entry('"T209"', '"zzzzzzzz"'), 3, "没有单元格、行或表“zzzzzzzz”"),
    ],
)
def test_names_that_there_are_not_are_told(tmp_path: Path, text: str, line: int, zh: str) -> None:
    [(found_line, found_zh, _)] = _problems(tmp_path, text)
    assert (found_line, found_zh) == (line, zh)


def test_without_a_file_there_is_nothing_to_tell() -> None:
    assert list(misnamed(Configuration(), RULES)) == []


@pytest.mark.parametrize("name", ["suppression.md", "suppression.zh-CN.md"])
def test_what_the_guide_shows_is_in_order(tmp_path: Path, name: str) -> None:
    guide = (Path(__file__).parents[2] / "docs" / name).read_text(encoding="utf-8")
    shown = re.findall(r"^```toml\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert len(shown) == 2
    for text in shown:
        assert _problems(tmp_path, text) == []
