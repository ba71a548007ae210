"""What a person sees: aligned, complete, and never torn, on every terminal."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from linter.forms import load_form
from linter.model.finding import Equation, FileResult, Finding, Ref, Term
from linter.model.place import Place
from linter.model.report import Doubt
from linter.model.rule import Language
from linter.records import replace
from linter.reporting.run import Run
from linter.reporting.terminal import print_report
from linter.reporting.typesetting import text_width
from tests.reporting.consoles import coloured, console, printed, shown
from tests.reporting.samples import (
    BLANKS_REPORT,
    FORM,
    RESULTS,
    RULES,
    SUMS_REPORT,
    balance_of,
    row_sum_of,
    sample_report,
    sample_run,
    unequal,
)

_SUMS, _BLANKS, _CLEAN, _SCAN, _NOTICE = RESULTS
_LANGUAGES: tuple[Language, ...] = ("zh", "en")
_BOX = re.compile("[┌├└│]")


def _one(result: FileResult, **options: Any) -> Run:
    return sample_run(results=(result,), **options)


def _with(*findings: Finding, report: Any = SUMS_REPORT) -> FileResult:
    return FileResult("a.txt", "checked", findings, report)


def _table_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if _BOX.search(line)]


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("width", [30, 40, 57, 80, 100, 120, 160, 250])
def test_no_line_is_wider_than_the_terminal(width: int, language: Language) -> None:
    text = shown(sample_run(language, statistics=True, verbose=True), width)

    for line in text.splitlines():
        drawn = _BOX.search(line)
        assert text_width(line, ambiguous=1 if drawn else 2) <= width or " " not in line.strip()
        assert cell_len(line) <= width


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("width", [30, 40, 80, 160])
def test_tables_are_aligned(width: int, language: Language) -> None:
    lines = shown(sample_run(language), width).splitlines()
    edges: list[int] = []
    for line in lines:
        if "┌" in line:
            edges = [_column(line, n) for n, char in enumerate(line) if char in "┌┬┐"]
        if "│" in line:
            assert [_column(line, n) for n, char in enumerate(line) if char == "│"] == edges
            assert text_width(re.sub("[│]", "", line), ambiguous=2) == text_width(
                re.sub("[│]", "", line)
            )


def _column(line: str, offset: int) -> int:
    return cell_len(line[:offset])


def test_findings_are_grouped_by_section_in_the_order_of_the_form() -> None:
    text = shown(_one(_SUMS))
    headings = ["报告整体", "二、主动公开", "三、收到和处理", "五、存在的主要问题"]

    positions = [text.index(f"\n{heading}") for heading in headings]
    assert positions == sorted(positions)
    assert text.startswith("reports/2023-qingshi.txt\n青石县交通运输局 · 2023年度 · 2021年版格式\n")


def test_gravest_findings_of_a_section_stand_first() -> None:
    text = shown(_one(_BLANKS))

    assert text.index("错误 T202") < text.index("警告 T204")


def test_finding_says_id_slug_message_place_and_law() -> None:
    text = shown(_one(_SUMS))

    assert "✗ 错误 A301 applications-balance\n" in text
    assert "5 + 1 ≠ 4 + 0，差 2。" in text
    assert "位置  第84行第2列，表2第4行第2格" in text
    assert "依据  国办公开办函〔2021〕30号，表三" in text
    assert "连带  A302\n" in text


def test_sum_that_the_message_does_not_spell_out_is_spelled_out() -> None:
    assert "算式  9 + 2 + 10（其余为 0） ≠ 22，差 1" in shown(_one(_BLANKS))


def test_message_names_the_culprit_and_what_it_should_hold() -> None:
    text = shown(_one(_SUMS)).replace("\n", "").replace(" ", "")
    assert "错在“（一）予以公开·总计”：现为6，应为5。" in text


def test_culprit_without_a_known_value_is_what_to_check_first() -> None:
    cells = ("applications.new.total", "applications.granted.total")
    one = Finding("A303", "error", culprit=cells[:1])
    two = Finding("A303", "error", culprit=cells, expected=5, actual=8)

    assert "先核对一、本年新收政府信息公开申请数量 · 总计。" in shown(_one(_with(one)))
    assert "总计、（一）予以公开 · 总计。" in shown(_one(_with(two)))


def test_same_advice_and_law_are_said_once_for_findings_of_one_rule() -> None:
    columns = ("natural_person", "total")
    findings = [balance_of(SUMS_REPORT, column, Place(line=7)) for column in columns]

    text = shown(_one(_with(*findings)))

    assert "applications-balance  2 处\n" in text
    assert text.count("A301") == text.count("依据") == text.count("处理  ") == 1
    assert text.count("位置") == text.count("差") == 2


def test_different_advice_is_said_with_each_finding() -> None:
    findings = [balance_of(SUMS_REPORT, c, Place()) for c in ("natural_person", "total")]
    findings[1] = replace(findings[1], culprit=("applications.new.total",), expected=None)

    assert shown(_one(_with(*findings))).count("处理  ") == 2


def test_findings_of_one_table_share_one_drawing() -> None:
    text = shown(_one(_SUMS))

    assert text.count("收到和处理政府信息公开申请情况（节选）") == 1


def test_drawing_keeps_the_rows_that_matter_and_marks_what_is_left_out() -> None:
    lines = _table_lines(shown(_one(_with(balance_of(SUMS_REPORT, "natural_person", Place())))))
    labels = [line.split("│")[1].strip() for line in lines if "│" in line]

    assert labels == [
        "",
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "⋮",
        "（七）总计",
        "四、结转下年度继续办理",
    ]
    assert "⋯" in lines[1]


def test_gap_stands_wherever_rows_are_left_out() -> None:
    lines = _table_lines(shown(_one(_BLANKS)))
    labels = [line.split("│")[1].rstrip() for line in lines if "│" in line][4:10]

    assert labels == [
        "   （一）予以公开",
        "   ⋮",
        "   （三）不予公开",
        "     ⋮",
        "     4.保护第三方合法权益",
        "   ⋮",
    ]


def test_clashing_cells_and_the_culprit_have_colours_of_their_own() -> None:
    text = printed(_one(_SUMS), coloured(100))

    assert re.search(r"\x1b\[1;30;43m +5 \x1b", text)
    assert re.search(r"\x1b\[1;37;41m +6 \x1b", text)
    assert "\x1b[1;37;41m 最可能有误 " in text


def test_marks_stand_in_for_colours_where_there_are_none() -> None:
    text = shown(_one(_SUMS))

    assert "[5]│" in text
    assert "*6*│" in text
    assert "*最可能有误*  [涉及的单元格]" in text


@pytest.mark.parametrize("width", [80, 100])
def test_no_colour_is_used_if_it_is_not_wanted(width: int) -> None:
    plain = console(width, color_system="standard", force_terminal=True, no_color=True)

    text = printed(_one(_SUMS), plain)

    assert not re.search(r"\x1b\[[0-9;]*[34][0-7]m", text)
    assert "[5]" in text


def test_drawing_that_needs_no_legend_has_none() -> None:
    finding = balance_of(SUMS_REPORT, "natural_person", Place())

    assert "涉及的单元格" not in printed(_one(_with(finding)), coloured(100))


def test_many_blank_cells_are_named_by_their_columns_and_not_drawn() -> None:
    blank = next(f for f in _BLANKS.findings if f.rule == "T204")

    text = shown(_one(_with(blank, report=BLANKS_REPORT)))

    assert "格位  商业企业、科研机构、社会公益组织、法律服务机构、其他 5 列共 125 格" in text
    assert not _table_lines(text)


def test_blank_absent_and_unreadable_cells_are_shown_for_what_they_are() -> None:
    cells = ("applications.new.total", "applications.new.other", "applications.new.enterprise")
    report = sample_report({cells[0]: None, cells[1]: "约\n12件\x1b[31m，其中三件待定"})
    values = {path: value for path, value in report.values.items() if path != cells[2]}
    finding = Finding("T205", "error", "applications", cells, facts={"about": "", "found": ""})

    text = shown(_one(_with(finding, report=replace(report, values=values))), 160)

    assert "[空白]" in text
    assert "[缺]" in text
    assert "[约 12件[31m，其中...]" in text


def test_wide_sum_is_drawn_on_its_side_on_a_narrow_terminal() -> None:
    finding = row_sum_of(SUMS_REPORT, "applications.granted", Place())

    lines = _table_lines(shown(_one(_with(finding)), 40))

    assert len(lines) == 11
    assert [line.split("│")[1].strip() for line in lines if "│" in line][1:] == [
        *("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
    ]


def test_columns_left_out_are_a_gap_in_a_drawing_on_its_side() -> None:
    upheld, other, total = (f"review.reconsideration.{c}" for c in ("upheld", "other", "total"))
    facts = {"row": Ref("review.reconsideration")}
    finding = unequal("A304", SUMS_REPORT, (upheld, other), (total,), facts=facts)

    lines = _table_lines(shown(_one(_with(finding)), 40))

    assert [line.split("│")[1].strip() for line in lines if "│" in line] == [
        *("", "结果维持", "⋮", "其他结果", "⋮", "总计")
    ]


def test_few_findings_that_do_not_fit_together_are_drawn_apart() -> None:
    assert shown(_one(_SUMS), 40).count("┌") == 4


def test_many_findings_that_do_not_fit_together_are_drawn_in_pieces() -> None:
    rows = [row.path for row in FORM.tables["applications"].rows[:6]]
    findings = [row_sum_of(SUMS_REPORT, row, Place()) for row in rows]

    text = shown(_one(_with(*findings)), 40)

    assert text.count("┌") == 4
    assert text.count("（节") == 1


def test_nothing_is_drawn_where_there_is_no_room() -> None:
    assert not _table_lines(shown(_one(_SUMS), 32))
    assert "5 + 1" in shown(_one(_SUMS), 32)


def test_each_block_of_a_table_is_drawn_with_its_own_columns() -> None:
    form = load_form("2019")
    report = sample_report({}, form, year=2020)
    cells = ("disclosure.regulations.made", "disclosure.fees.change", "disclosure.fees.change")
    finding = Finding("T202", "error", cells=cells, facts={"about": ""})

    text = shown(_one(_with(finding, report=report)))

    assert text.count("┌") == 2
    assert "本年新制作数量" in text
    assert "本年增/减" in text


def test_whole_table_is_no_excerpt() -> None:
    cells = [cell for row in FORM.tables["review"].rows for cell in row.cells()]
    left = Equation(tuple(Term(cell, 1) for cell in cells[:8]), "=", ())
    right = Equation(tuple(Term(cell, 1) for cell in cells[8:]), "=", ())
    findings = [Finding("A304", "error", equation=e, facts={"row": ""}) for e in (left, right)]

    text = shown(_one(_with(*findings)))

    assert "    政府信息公开行政复议、行政诉讼情况\n    ┌" in text


def test_table_that_is_not_there_is_not_drawn() -> None:
    report = sample_report({}, tables={"applications": False})
    finding = balance_of(report, "total", Place())

    assert not _table_lines(shown(_one(_with(finding, report=report))))


def test_cells_beside_an_equation_are_drawn_with_it() -> None:
    finding = balance_of(SUMS_REPORT, "natural_person", Place())
    finding = replace(finding, cells=(*finding.cells, "applications.partial.natural_person"))

    assert "（二）部分公开" in shown(_one(_with(finding)))


def test_file_without_findings_is_one_line() -> None:
    assert shown(_one(_CLEAN)) == (
        "✓ reports/2023-songling.html  未发现问题\n"
        "\n"
        "未发现问题。\n"
        "检查 1 个文件：0 处错误、0 处警告、0 处提示\n"
    )


def test_doubts_are_said_even_of_a_file_that_is_in_order() -> None:
    text = shown(_one(replace(_CLEAN, doubts=(Doubt("review", "columns-guessed"),))))

    assert text == (
        "✓ reports/2023-songling.html  未发现问题\n"
        "读取存疑  政府信息公开行政复议、行政诉讼情况：列的位置系推断\n"
        "\n"
        "未发现问题。\n"
        "检查 1 个文件：0 处错误、0 处警告、0 处提示；1 个文件读取存疑\n"
    )


def test_what_was_read_with_doubt_is_named_in_the_head_of_its_file() -> None:
    doubts = tuple(Doubt(f"applications.{row}", "numbers-lost") for row in ("granted", "partial"))

    head, *_ = shown(_one(replace(_SUMS, doubts=doubts))).split("\n\n")

    assert "读取存疑  （一）予以公开、（二）部分公开" in head.replace("\n", "")
    assert head.count("读取存疑") == 1


def test_file_that_could_not_be_checked_says_so() -> None:
    assert "reports/2023-scan.pdf\n无法读取，未检查\n" in shown(_one(_SCAN))
    assert "不支持这种格式（PDF 文档）。" in shown(_one(_SCAN))
    assert "reports/notice.md\n不是年度报告，未检查\n" in shown(_one(_NOTICE))
    assert "有文件无法检查。" in shown(_one(_NOTICE))


def test_what_is_not_known_of_a_report_is_left_out() -> None:
    report = sample_report({}, year=None, issuer=None)
    finding = Finding("E907", "error")

    assert shown(_one(_with(finding, report=report))).startswith("a.txt\n2021年版格式\n")


def test_rules_not_evaluated_are_listed_if_asked_for() -> None:
    assert "A302  相关单元格不是数字：商业企业" in shown(_one(_SUMS, verbose=True))
    assert "未评价的规则" not in shown(_one(_SUMS))


def test_rules_that_do_not_apply_are_listed_by_reason_if_asked_for() -> None:
    text = shown(_one(_SUMS, verbose=True))

    assert "  不适用的规则\n    E903、E907  报告中没有规则所针对的情形\n" in text
    assert "  12 条规则：符合 1、不符合 7、存疑 0、不适用 3、未评价 1\n" in text
    assert "不适用" not in shown(_one(_SUMS))


def test_verdict_and_counts_stand_last() -> None:
    assert shown(sample_run()).endswith(
        "\n不符合要求，须改正错误。\n"
        "检查 5 个文件：10 处错误、2 处警告、1 处提示；2 个文件无法检查；1 个文件读取存疑\n"
    )


def test_statistics_stand_before_the_verdict() -> None:
    text = shown(sample_run(statistics=True))

    assert re.search(r"\n +2 +2  A301  错误  新收、结转与办理结果不平衡\n", text)
    assert text.index("各规则发现数") < text.index("不符合要求")
    assert "各规则发现数" not in shown(_one(_CLEAN, statistics=True))


def test_quiet_shows_findings_only() -> None:
    text = shown(sample_run(quiet=True))

    assert "A301" in text
    for left_out in ("未发现问题", "检查 5 个文件", "不符合要求", "存疑", "┌"):
        assert left_out not in text


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "cp437", "utf-8", "utf-16"])
def test_every_encoding_can_show_the_report(encoding: str, language: Language) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict")

    print_report(sample_run(language, statistics=True, verbose=True), console(80, file=stream))
    stream.flush()

    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    text = buffer.getvalue().decode(encoding)
    assert "A301" in text
    assert all(cell_len(line) <= 80 for line in text.splitlines())
    if not encoding.startswith("utf"):
        assert "+--" in text


def test_old_windows_console_gets_no_box_characters() -> None:
    old = Console(width=80, file=io.StringIO(), color_system=None, legacy_windows=True, _environ={})

    print_report(sample_run(), old)

    assert isinstance(old.file, io.StringIO)
    assert not re.search("[\u2500-\u257f✓✗⋮⋯]", old.file.getvalue())


def test_escape_sequences_in_file_names_and_reports_do_not_reach_the_terminal() -> None:
    facts = {"found": "\x1b]0;title\x07[red]x", "expected": "[/]"}
    finding = Finding("S108", "info", facts=facts)
    result = replace(_with(finding), path="a\x1b[2J.txt")

    text = shown(_one(result))

    assert "\x1b" not in text
    assert "\x07" not in text
    assert "]0;title[red]x" in text
    assert "a\\x1b[2J.txt" in text


def test_comparison_of_years_is_no_sum_and_marks_no_cells() -> None:
    years = Equation((Term(None, 2023),), ">", (Term(None, 2023),))
    finding = Finding("E907", "error", equation=years)

    text = shown(_one(_with(finding)))

    assert "算式" not in text
    assert "处理" not in text


def test_departures_from_the_form_are_not_drawn() -> None:
    cells = FORM.tables["applications"].rows[0].cells()
    merged = replace(RULES["T202"], on=("row-missing",))
    finding = Finding("T202", "error", cells=cells * 2, facts={"about": Ref(cells[0])})

    text = shown(_one(_with(finding), rules={"T202": merged}))

    assert not _table_lines(text)
    assert "格位" not in text
