"""GitHub's workflow commands and Markdown: a report can say what it likes, it stays text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from linter.model.finding import FileResult, Finding
from linter.model.place import Place
from linter.reporting.exchange.github import github
from linter.reporting.exchange.markdown import job_summary, markdown, markdown_text
from linter.reporting.verdict import counts_text
from tests.reporting.exchange.runs import PAGES, full_run, quoting, run_of
from tests.reporting.samples import RESULTS, sample_run

_COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")
_ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}


def _commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub's runner understands: it splits the output into lines and unescapes."""
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        match = _COMMAND.fullmatch(line)
        if match:
            pairs = (pair.split("=", 1) for pair in match[2].split(","))
            properties = {key: _unescaped(value) for key, value in pairs}
            found.append((match[1], properties, _unescaped(match[3])))
    return found


def _unescaped(text: str) -> str:
    return re.sub("%(25|0D|0A|3A|2C)", lambda match: _ESCAPES[match[0]], text)


def test_every_finding_is_a_command_and_the_counts_come_last() -> None:
    text = github(sample_run())
    commands = _commands(text)

    assert len(commands) == sum(len(result.findings) for result in RESULTS)
    assert commands[0] == (
        "error",
        {
            "file": "reports/2023-qingshi.txt",
            "line": "412",
            "col": "1",
            "title": "D404 部门报告超过1月31日",
        },
        "落款日期2024年2月20日晚于法定期限，2023年度报告应在次年1月31日前公布。",
    )
    assert text.splitlines()[-1] == counts_text(sample_run())
    assert github(sample_run(quiet=True)).splitlines() == text.splitlines()[:-1]


def test_severities_are_those_that_github_knows() -> None:
    kinds = [kind for kind, _, _ in _commands(github(sample_run(results=RESULTS[:1])))]
    assert kinds == ["error", "warning", "error", "error", "error", "notice"]


def test_a_word_file_is_named_without_a_line_and_the_message_says_where() -> None:
    run = run_of(Finding("E907", "error", place=Place(table=2, row=3, cell=1)), path="a.docx")
    ((_, properties, message),) = _commands(github(run))

    assert "line" not in properties
    assert "col" not in properties
    assert message.startswith("表2第3行第1格：")


@given(text=st.text(max_size=40), path=st.text(min_size=1, max_size=20))
def test_no_report_and_no_file_name_can_give_commands(text: str, path: str) -> None:
    assert len(_commands(github(quoting(text, path)))) == 1


@pytest.mark.parametrize(
    "text",
    ["::error::x", "\n::set-env name=A::b", "%0A::error::x", "\r::stop-commands::x", "a,b:c"],
)
def test_commands_in_a_report_and_in_file_names_stay_text(text: str) -> None:
    ((kind, properties, message),) = _commands(github(quoting(text, f"a{text}.txt")))

    assert (kind, list(properties)) == ("error", ["file", "line", "title"])
    assert text.strip().removeprefix("::") in message
    assert text.strip() in properties["file"]


# --- Markdown ----------------------------------------------------------------------------


def _rendered(text: str) -> Any:
    return MarkdownIt("commonmark").enable("table").parse(text)


def _texts(text: str) -> list[str]:
    """The text of every inline element, as a reader sees it."""
    inline = (token for token in _rendered(text) if token.type == "inline")
    return ["".join(child.content for child in token.children or ()) for token in inline]


def test_every_file_with_findings_has_a_heading_and_a_table() -> None:
    texts = _texts(markdown(sample_run()))

    assert texts[0] == f"不符合要求，须改正错误。 {counts_text(sample_run())}"
    for result in RESULTS:
        assert (result.path in texts) == bool(result.findings)
    assert texts.count("依据") == sum(bool(result.findings) for result in RESULTS)
    assert (
        "「自然人」列：新收＋上年结转应等于（七）总计＋结转下年度：5 + 1 ≠ 4 + 0，差 2。" in texts
    )


def test_rules_are_links_where_their_pages_are_published() -> None:
    assert f"[D404]({PAGES}D404.md#" in markdown(full_run())
    assert "](" not in markdown(sample_run())


def test_quiet_leaves_the_verdict_off_and_statistics_add_a_table() -> None:
    quiet = markdown(sample_run(quiet=True))
    counted = markdown(sample_run(statistics=True))

    assert quiet.startswith("### reports/2023-qingshi.txt\n")
    assert markdown(sample_run()).endswith(quiet)
    assert "### 各规则发现数\n\n| 发现 | 文件 | 规则 | 要求 |\n" in counted


@given(st.text(max_size=40))
def test_text_is_shown_as_it_is_and_stays_in_its_cell(text: str) -> None:
    table = f"| a | b |\n|---|---|\n| x{markdown_text(text)}x | y |\n"
    shown = _texts(table)

    assert len(shown) == 4
    assert shown[3] == "y"
    kinds = {child.type for token in _rendered(table) for child in token.children or ()}
    assert kinds <= {"text", "text_special"}


@pytest.mark.parametrize(
    "text", ["<script>", "[a](https://example.org)", "![a](b)", "*a* _b_ `c`", "a|b", "&lt;", "\\"]
)
def test_markup_stays_text(text: str) -> None:
    assert _texts(f"x {markdown_text(text)} x\n") == [f"x {text} x"]


def test_a_job_summary_is_cut_to_what_github_takes_and_says_so() -> None:
    finding = Finding("T205", "error", facts={"about": "", "found": "字" * 50})
    results = tuple(
        FileResult(f"{number}.txt", "checked", (finding,) * 100) for number in range(100)
    )
    run = sample_run(results=results)
    summary = job_summary(run)

    assert len(summary.encode()) < 2**20
    headings = re.findall(r"^### ", summary, re.MULTILINE)
    assert f"其余 {100 - len(headings)} 个文件的问题未列出。" in summary
    assert len(markdown(run).encode()) > 2**20
    assert job_summary(sample_run()) == markdown(sample_run())
