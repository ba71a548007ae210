"""Which fixes findings give, and which of them are safe."""

from __future__ import annotations

import pytest

from linter.model.fix import Edit
from linter.model.place import Place
from linter.records import replace
from linter.repair.application import repaired
from linter.repair.text_source import TextSource
from tests.examples import example_report
from tests.product import checked, extracted
from tests.rendering import BY_NAME, with_cell
from tests.repair.mending import NOW, mended

_TEXT = BY_NAME["md-pipes"].print(example_report()).decode()


def _fix(text: str, rule: str) -> tuple[str, bool, str, str]:
    """(kind, safe, found, replacement) of the first edit of the rule's finding."""
    findings = checked(text.encode(), "report.md").findings
    fix = next(finding.fix for finding in findings if finding.rule == rule)
    assert fix is not None
    return fix.kind, fix.safe, fix.edits[0].found, fix.edits[0].replacement


def _with(old: str, new: str) -> str:
    assert old in _TEXT
    return _TEXT.replace(old, new, 1)


def test_known_deviation_of_a_label_is_safe() -> None:
    text = _with("行政规范性文件", "规范性文件")

    assert _fix(text, "T209") == ("wording", True, "规范性文件", "行政规范性文件")
    assert mended(text.encode(), "report.md", unsafe=False).decode() == _TEXT


@pytest.mark.parametrize(
    ("rule", "title", "mended_title"),
    [
        ("S102", "{office}2023年政府信息公开年度报告", "{office}2023年政府信息公开工作年度报告"),
        (
            "S102",
            "{office}2023年度政务公开工作年度报告",
            "{office}2023年度政府信息公开工作年度报告",
        ),
        ("S102", "2023年{office}信息公开工作报告", "2023年{office}政府信息公开工作年度报告"),
        ("S103", "{office}政府信息公开工作2023年度报告", "{office}2023年政府信息公开工作年度报告"),
    ],
)
def test_the_statutory_name_is_put_into_the_title(rule: str, title: str, mended_title: str) -> None:
    report = example_report()
    office = report["issuer"]
    text = _with(report["title"], title.format(office=office))
    right = mended_title.format(office=office)

    assert _fix(text, rule) == ("wording", False, title.format(office=office), right)
    assert mended(text.encode(), "report.md", unsafe=False).decode() == text
    again = mended(text.encode(), "report.md", unsafe=True)
    assert extracted(again, "report.md")["title"] == right
    assert again.decode() == _TEXT.replace(report["title"], right)


def test_a_title_that_ends_in_something_else_is_left_to_a_person() -> None:
    text = _with(example_report()["title"], "关于某某局2023年政府信息公开年报的公告")
    fixes = [f.fix for f in checked(text.encode(), "report.md").findings if f.rule == "S102"]
    assert fixes in ([], [None])


def test_known_deviation_of_a_heading_is_safe() -> None:
    text = _with("存在的主要问题及改进情况", "存在的主要问题及整改措施")

    assert _fix(text, "S108")[:2] == ("wording", True)
    assert mended(text.encode(), "report.md", unsafe=False).decode() == _TEXT


def test_wording_that_only_resembles_the_statutory_one_is_not_safe() -> None:
    text = _with("存在的主要问题及改进情况", "工作存在的主要问题以及改进的各种情况")

    assert _fix(text, "S108")[:2] == ("wording", False)


def test_number_of_a_section_is_not_safe() -> None:
    text = _with("六、其他", "七、其他")

    assert _fix(text, "S107")[:2] == ("wording", False)
    assert mended(text.encode(), "report.md", unsafe=False).decode() == text
    assert mended(text.encode(), "report.md").decode() == _TEXT


def test_numbers_that_are_worked_out_are_not_safe() -> None:
    wrong = BY_NAME["md-pipes"].print(
        with_cell(example_report(), "applications.granted.natural_person", 77)
    )

    kind, safe, found, replacement = _fix(wrong.decode(), "A303")

    assert (kind, safe, found, replacement) == ("number", False, "77", "0")
    assert mended(wrong, "report.md", unsafe=False) == wrong


def test_sum_that_several_cells_could_explain_has_no_fix() -> None:
    wrong = BY_NAME["md-pipes"].print(
        with_cell(example_report(), "review.reconsideration.total", 9)
    )

    finding = next(f for f in checked(wrong, "report.md").findings if f.rule == "A304")

    assert finding.certainty == "one_of"
    assert finding.fix is None


@pytest.mark.parametrize("printed", ["2024.1.17", "2024 年 1 月 17 日", "２０２４年１月１７日"])
def test_date_of_the_sign_off_gets_the_usual_form(printed: str) -> None:
    text = _with("2024年1月17日", printed)

    assert mended(text.encode(), "report.md", unsafe=False).decode() == _TEXT


def test_unit_and_remark_beside_a_number_stay() -> None:
    right = example_report()
    cells = BY_NAME["txt-cell-a-line"].print(right).decode()
    wrong = cells.replace("\t12.5\n", "\t12.5万元\n")

    assert mended(wrong.encode(), "report.txt").decode() == wrong


def test_day_without_its_mark_gets_one() -> None:
    opening = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31{}止。\n\n## 一、总体情况"
    right = _with("## 一、总体情况", opening.format("日"))
    text = _with("## 一、总体情况", opening.format(""))

    assert _fix(text, "D413") == ("wording", True, "12月31", "12月31日")
    assert mended(text.encode(), "report.md", unsafe=False).decode() == right


def test_two_cells_that_were_swapped_are_one_fix() -> None:
    report = example_report()
    row = report["tables"]["applications"]["granted"]
    swapped = with_cell(report, "applications.granted.enterprise", row["research"])
    swapped = with_cell(swapped, "applications.granted.research", row["enterprise"])

    printed = BY_NAME["md-pipes"].print(swapped)

    assert mended(printed, "report.md").decode() == _TEXT
    fixes = [f.fix for f in checked(printed, "report.md").findings if f.fix]
    assert [len(fix.edits) for fix in fixes] == [2]


def test_label_without_a_number_in_print_gets_none() -> None:
    text = _with("## 五、存在的主要问题及改进情况", "## 存在的问题及改进措施")

    mended_text = mended(text.encode(), "report.md", unsafe=False).decode()

    assert "## 存在的主要问题及改进情况\n" in mended_text


def test_fixes_that_cannot_be_made_keep_no_other_from_being_made() -> None:
    layout = BY_NAME["txt-aligned"]
    report = with_cell(example_report(), "applications.granted.natural_person", 77)
    printed = layout.print(report)
    result = checked(printed, layout.file_name)
    assert result.report is not None
    right = next(f.fix for f in result.findings if f.fix)
    harmful = replace(right, cells={"applications.new.other": 5})

    made = repaired(printed, layout.file_name, result.report, [harmful, right], NOW).made

    assert made == (right,)


def test_fix_whose_characters_the_encoding_lacks_is_left_out() -> None:
    source = TextSource('<meta charset="big5">條例'.encode("big5hkscs"), "text")
    changes = source.located(Edit(Place(1, 22), "條例", "这例"))

    assert changes is not None
    with pytest.raises(UnicodeEncodeError):
        source.written(changes)
