"""Data comes as JSON, as TOML or as a report."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.forms import load_form
from linter.writing.data_files import data_format, data_of_report, parsed
from linter.writing.mistakes import DataMistakes
from tests.examples import example_report
from tests.product import checked
from tests.writing.written import filled, without


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.toml", b"{", "toml"),
        ("a.json", b"x", "json"),
        ("-", b" \n{", "json"),
        ("-", b"\xef\xbb\xbf{", "json"),
        ("a.md", b"# x", "report"),
        ("a", b"PK", "report"),
    ],
)
def test_the_name_decides_and_else_the_first_character(name: str, data: bytes, kind: str) -> None:
    assert data_format(data, name) == kind


def test_figures_are_kept_exactly() -> None:
    assert parsed(b'{"a": 0.1}', "json") == {"a": Decimal("0.1")}
    assert parsed(b"\xef\xbb\xbfa = 0.10", "toml") == {"a": Decimal("0.10")}


@pytest.mark.parametrize(
    ("data", "kind", "told"),
    [
        (b'{"a": 1,\n]', "json", "不符合 JSON 语法（第2行第1列）"),
        (b"a = ", "toml", "不符合 TOML 语法"),
        (b"\xff", "json", "数据文件应采用 UTF-8 编码"),
        (b"[" * 100_000, "json", "数据嵌套过深"),
        (b"a = " + b"[" * 20_000, "toml", "数据嵌套过深"),
        (b'{"a": NaN}', "json", "数据中有无法使用的数字"),
        (b'{"a": ' + b"9" * 5000 + b"}", "json", "数据中有无法使用的数字"),
        (b"a = " + b"9" * 5000, "toml", "数据中有无法使用的数字"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, kind: str, told: str) -> None:
    with pytest.raises(DataMistakes) as raised:
        parsed(data, "json" if kind == "json" else "toml")

    assert raised.value.messages[0].zh.startswith(told)


def test_a_report_keeps_its_opening_and_leaves_blank_cells_to_be_worked_out() -> None:
    report = example_report() | {"opening": "报告开头的说明。"}
    result = checked(filled(without(report, "signed_on"), "md"), "a.md").report
    assert result is not None

    data = data_of_report(result, load_form("2021"))

    assert (data.opening, data.kept_blank) == ("报告开头的说明。", frozenset())
    assert data.signed_on is None
