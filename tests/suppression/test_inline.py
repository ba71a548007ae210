"""Comments in reports: what they suppress, and what is said of those that do not serve."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from linter.examples import example_report as example_markdown
from linter.examples import example_source
from linter.model.document import Directive
from linter.model.finding import FileResult, Finding
from linter.model.place import Place
from linter.model.report import Report
from linter.pipeline import check_bytes
from linter.records import replace
from linter.suppression.inline import settled
from tests.examples import example_report
from tests.product import differences, extracted, rules
from tests.rendering import LAYOUTS, Layout

TODAY = datetime.date(2025, 6, 1)
IGNORING = "<!-- 年报：忽略 T209 理由：存档 -->"
TEXTS = [layout for layout in LAYOUTS if not layout.file_name.endswith(".docx")]
SECTION = "二、主动公开政府信息情况"


def _checked(text: str, name: str = "report.md") -> FileResult:
    return check_bytes(text.encode(), name, rules(), today=TODAY)


def _outcome(result: FileResult) -> tuple[list[str], list[str]]:
    """The rules of the findings that count, and of those that are suppressed."""
    kept = [finding.rule for finding in result.findings]
    return kept, [one.finding.rule for one in result.suppressed]


def _report(comment: str = "", *, before: str = "|第二十条第（一）项||||") -> str:
    """The example report with one label that differs from the form, and a comment."""
    text = example_markdown("2021").replace("|行政规范性文件|", "|规范性文件|")
    assert text.count(before) == 1
    return text.replace(before, f"{comment}\n\n{before}")


def test_without_a_comment_the_label_is_found() -> None:
    assert _outcome(_checked(_report())) == (["T209"], [])


@pytest.mark.parametrize("comment", [IGNORING, "<!--nianbao:ignore label reason:archived-->"])
def test_a_comment_before_the_table_suppresses_what_is_found_in_it(comment: str) -> None:
    result = _checked(_report(comment))
    assert _outcome(result) == ([], ["T209"])
    assert result.outcomes["T209"] == "violated"


def test_the_reason_and_the_day_are_kept() -> None:
    [suppressed] = _checked(
        _report("<!-- 年报：忽略 T209 理由：存档，不改（至 2026-12-31） -->")
    ).suppressed
    assert (suppressed.by, suppressed.reason) == ("inline", "存档，不改")
    assert suppressed.until == datetime.date(2026, 12, 31)


def test_a_comment_holds_on_its_last_day_and_not_the_day_after() -> None:
    last = _report("<!-- 年报：忽略 T209 理由：存档 至 2025-06-01 -->")
    assert _outcome(_checked(last)) == ([], ["T209"])
    over = _checked(last.replace("06-01", "05-31"))
    assert _outcome(over) == (["T209", "E952"], [])
    assert over.findings[1].facts == {"rules": "T209", "until": datetime.date(2025, 5, 31)}
    assert over.outcomes["E952"] == "violated"


@pytest.mark.parametrize("before", ["## 一、总体情况", "（一）主动公开。", "## 三、收到和处理"])
def test_a_comment_elsewhere_does_not_reach_the_table_and_is_unused(before: str) -> None:
    result = _checked(_report(IGNORING, before=before))
    assert _outcome(result) == (["T209", "E951"], [])
    assert result.findings[1].facts == {"rules": "T209"}


def test_an_unused_comment_is_found_where_it_stands() -> None:
    text = _report(IGNORING, before="## 一、总体情况")
    [_, unused] = _checked(text).findings
    line = text.split("\n").index(IGNORING) + 1
    assert (unused.place.line, unused.place.column) == (line, 1)


def test_a_comment_for_the_whole_file_may_stand_anywhere() -> None:
    whole = IGNORING.replace("忽略", "全文忽略")
    assert _outcome(_checked(_report(whole, before="## 六、其他"))) == ([], ["T209"])
    assert _outcome(_checked(_report() + "\n" + whole)) == ([], ["T209"])


def test_a_comment_at_the_end_stands_before_nothing() -> None:
    assert _outcome(_checked(f"{_report()}\n{IGNORING}")) == (["T209", "E951"], [])


def test_a_comment_concerns_the_paragraph_that_follows_and_no_other() -> None:
    text = example_markdown("2021")
    first, second = "（一）主动公开。", "（二）依申请公开。"
    wrong = text.replace(first, f"{first}2023年13月5日印发。")
    wrong = wrong.replace(second, f"{second}2023年14月5日印发。")
    ignoring = "<!-- 年报：忽略 D408 理由：存档 -->\n"
    assert _outcome(_checked(wrong)) == (["D408", "D408"], [])
    assert _outcome(_checked(wrong.replace(first, ignoring + first))) == (["D408"], ["D408"])
    whole = ignoring.replace("忽略", "全文忽略")
    assert _outcome(_checked(wrong.replace(first, whole + first))) == ([], ["D408", "D408"])


def test_a_comment_is_judged_only_where_its_rules_are_applied() -> None:
    text = _report(IGNORING, before="## 一、总体情况")
    without = rules().only(rules().rules.keys() - {"T209"})
    assert check_bytes(text.encode(), "a.md", without, today=TODAY).findings == ()


@pytest.mark.parametrize("rule", ["E951", "E952", "E953"])
def test_what_is_said_of_comments_can_be_ignored(rule: str) -> None:
    comments = {
        "E951": IGNORING.replace("T209", "S105"),
        "E952": IGNORING.replace(" -->", " 至 2020-01-01 -->"),
        "E953": IGNORING.replace("T209", "A301"),
    }
    text = _report(comments[rule])
    assert _outcome(_checked(text))[0] == ["T209", rule]
    without = rules().only(rules().rules.keys() - {rule})
    assert _outcome(check_bytes(text.encode(), "a.md", without, today=TODAY))[0] == ["T209"]


def test_the_sums_of_the_tables_cannot_be_suppressed_in_the_text() -> None:
    comment = "<!-- nianbao: ignore-file A301 reason: other figures -->\n"
    text = example_source(rules().rules["A301"], rules().rules["A301"].rejected).decode()
    result = _checked(comment + text)
    assert _outcome(result) == (["A301", "E953"], [])
    assert result.findings[1].facts == {"found": "A301", "mistake": "protected"}


def test_a_comment_that_says_nothing_to_us_is_left_alone() -> None:
    result = _checked(_report("<!-- nianbao: begin --><!-- 年报：正文 --><!-- 忽略 T209 -->"))
    assert _outcome(result) == (["T209"], [])


def test_too_many_comments_are_a_finding() -> None:
    result = _checked(_report(IGNORING * 1001))
    assert [finding.rule for finding in result.findings] == ["E906"]


def _source(layout: Layout, change: Callable[[str], str]) -> bytes:
    printed = layout.print(example_report())
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        try:
            text = printed.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "政府信息公开" in text:
            return change(text).encode(encoding)
    raise AssertionError(layout.name)


def _before_table(comment: str) -> Callable[[str], str]:
    """Puts ``comment`` before the first statutory table, in a page that is written in words."""

    def change(text: str) -> str:
        heading = text.find(SECTION)
        if "<table" not in text:
            place = text.index("\n", heading) + 1
            return f"{text[:place]}{comment}\n{text[place:]}"
        place = text.find("<table", max(heading, 0))
        return f"{text[:place]}{comment}{text[place:]}"

    return change


@pytest.mark.parametrize("layout", TEXTS, ids=[layout.name for layout in TEXTS])
def test_a_comment_is_never_read_as_the_reports_own_words(layout: Layout) -> None:
    plain = extracted(_source(layout, str), layout.file_name)
    for change in (_before_table(IGNORING), lambda text: f"{IGNORING}\n{text}"):
        assert differences(plain, extracted(_source(layout, change), layout.file_name)) == {}


@pytest.mark.parametrize("layout", TEXTS, ids=[layout.name for layout in TEXTS])
def test_in_every_layout_a_comment_before_a_table_is_for_the_table(layout: Layout) -> None:
    def change(text: str) -> str:
        return text.replace("行政规范性文件", "规范性文件")

    found = check_bytes(_source(layout, change), layout.file_name, rules(), today=TODAY)
    suppressed = check_bytes(
        _source(layout, lambda text: _before_table(IGNORING)(change(text))),
        layout.file_name,
        rules(),
        today=TODAY,
    )
    if found.findings:
        assert _outcome(suppressed) == ([], ["T209"])
    else:
        # The page writes its text in characters' numbers, which the change does not meet.
        assert _outcome(suppressed) == (["E951"], [])


def _settled(*places: Place, directive: Directive, rule: str = "T209") -> list[Place]:
    """The places of the findings that ``directive`` suppresses."""
    findings = [Finding(rule, "info", place=place) for place in places]
    report = Report("2021", 2023, None, None, None, {}, {"review": True, "disclosure": False}, {})
    known = rules().rules
    after = settled(findings, [directive], report, known, known, TODAY)
    assert len(after.findings) + len(after.suppressed) == len(findings)
    return [one.finding.place for one in after.suppressed]


_BEFORE = Directive("忽略 T209 理由：存档", Place(line=2, column=1), (3, 5), (6, 2))


def test_a_block_begins_and_ends_within_lines() -> None:
    inside = [Place(3, 5), Place(3, 9), Place(5, 1), Place(6, 1)]
    outside = [Place(3, 4), Place(6, 2), Place(7, 1), Place(2, 1)]
    assert _settled(*inside, *outside, directive=_BEFORE) == inside


def test_a_finding_without_a_column_stands_in_its_whole_line() -> None:
    places = [Place(line=number) for number in (2, 3, 4, 5, 6, 7)]
    assert _settled(*places, directive=_BEFORE) == places[1:4]
    one_line = replace(_BEFORE, end=(3, 20))
    assert _settled(*places, directive=one_line) == places[1:2]
    last = replace(_BEFORE, end=None)
    assert _settled(*places, directive=last) == places[1:]


def test_a_finding_without_a_line_is_in_no_block() -> None:
    assert _settled(Place(), Place(table=2), directive=_BEFORE) == []
    assert _settled(Place(), Place(table=2), directive=replace(_BEFORE, table=2)) == [
        Place(table=2)
    ]


def test_what_follows_nothing_covers_nothing() -> None:
    assert _settled(Place(3, 5), directive=replace(_BEFORE, begin=None, end=None)) == []
