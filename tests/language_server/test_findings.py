"""Findings of odd texts as an editor gets them: without a place, with fixes that cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import CodeAction, Position, Range

from linter.cli.single_file import checked_alone
from linter.language_server.actions import code_actions
from linter.language_server.checked_text import CheckedText, bytes_of, checked_text
from linter.language_server.diagnostics import diagnostics
from linter.model.finding import FileResult, Finding
from linter.model.fix import Edit, Fix
from linter.model.place import Place
from linter.records import replace
from tests.examples import example_report
from tests.language_server.editor import applied, marked
from tests.rendering import BY_NAME

_ALL = Range(Position(0, 0), Position(10_000, 0))


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def report(layout: str = "txt-cell-a-line") -> str:
    return BY_NAME[layout].print(example_report()).decode("utf-8")


def checked(text: str, name: str = "report.txt") -> CheckedText:
    run = checked_alone(["--", name], bytes_of(text), "zh")
    return checked_text("file:///report", 1, name, bytes_of(text), run, "utf-16")


def with_finding(found: CheckedText, finding: Finding) -> CheckedText:
    """The same text with this finding alone."""
    result = replace(found.result, findings=(finding,))
    run = replace(found.run, results=(result,))
    return checked_text(found.uri, 1, found.name, found.data, run, "utf-16")


def actions(found: CheckedText, *only: str) -> list[CodeAction]:
    def again(data: bytes) -> FileResult:
        return checked(data.decode("utf-8-sig"), found.name).result

    return code_actions(found, _ALL, list(only) or None, again, versioned=False)


def test_what_is_found_at_no_place_stands_at_its_cells_else_at_the_title() -> None:
    text = report()
    found = checked(text)
    cell = Finding("A301", "error", cells=("applications.new.natural_person",))
    title = Finding("S101", "error", facts={"text": "百泉镇"})
    (at_cell,) = diagnostics(with_finding(found, cell))
    (at_title,) = diagnostics(with_finding(found, title))
    assert marked(text, at_cell).strip().isdecimal()
    assert marked(text, at_title) in text.split("\n")[0]


def test_the_words_that_a_finding_is_about_are_underlined_in_their_paragraph() -> None:
    text = report()
    found = checked(text)
    line = next(n for n, line in enumerate(text.split("\n"), 1) if "各项工作有序开展" in line)
    place = Place(line=line, column=text.split("\n")[line - 1].index("2023") + 1)
    words = Finding(
        "D409", "warning", place=place, facts={"year": 2023, "text": "各项工作有序开展"}
    )
    label = Finding("T209", "info", place=place, actual="有序开展", expected="有序进行")
    for finding, shown in ((words, "各项工作有序开展"), (label, "有序开展")):
        (one,) = diagnostics(with_finding(found, finding))
        assert marked(text, one) == shown


def test_a_text_without_any_place_is_underlined_in_its_first_line() -> None:
    found = checked("报告\n正文")
    assert found.result.report is None
    assert [found.source.text[slice(*span)] for span in found.spans] == ["报告"]
    assert actions(found) == []


def test_of_many_cells_that_clash_the_first_are_told() -> None:
    found = checked(report())
    rows = ("new", "carried_in", "granted", "partial")
    columns = ("natural_person", "enterprise", "research", "nonprofit", "total")
    cells = tuple(f"applications.{row}.{column}" for row in rows for column in columns)
    (one,) = diagnostics(with_finding(found, Finding("A301", "error", cells=cells)))
    assert len(one.related_information or ()) == 12


def test_a_fix_that_cannot_be_made_is_not_offered() -> None:
    found = checked(report())
    place = found.result.report.value("title").place if found.result.report else Place()
    lost = Fix("wording", True, (Edit(place, "没有这样的文字", "别的文字"),))
    assert actions(with_finding(found, Finding("S101", "error", place=place, fix=lost))) == []


@pytest.mark.parametrize("gap", [" ", "\n", " \n "])
def test_a_date_torn_over_two_lines_of_a_page_is_joined(gap: str) -> None:
    page = report("html-article")
    day = page.rindex("17日")
    torn = page[:day] + gap + page[day:]
    (action,) = actions(checked(torn, "report.html"), "source.fixAll")
    assert applied(torn, action) == page
    assert len(str(action.edit)) < 400
