"""Nothing that a report or its name holds becomes part of the page, or turns its direction."""

from __future__ import annotations

import pytest

from linter.model.document import Paragraph
from linter.model.finding import FileResult, Finding
from linter.model.place import Place
from linter.model.report import Section
from linter.records import replace
from linter.reporting.html.page import html
from linter.reporting.run import Run
from tests.reporting.html.pages import attributes, page_of, texts
from tests.reporting.samples import sample_report, sample_run

_PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "</style><style>*{display:none}</style>",
    "{{ 7 * 7 }}{% for x in y %}",
    "</title><base href=https://example.org/>",
    "<!-- <![CDATA[ ]]> -->",
    "javascript:alert(1)",
)


def _run(payload: str) -> Run:
    """A run with ``payload`` wherever a report's own words can stand."""
    place = Place(line=3, column=1)
    section = Section("overview", payload, place, (Paragraph(payload, Place(line=4)),))
    report = replace(
        sample_report({"applications.new.total": payload}),
        title=payload,
        issuer=payload,
        sections={"overview": section},
        opening=(Paragraph(payload, Place(line=1)),),
        closing=(Paragraph(payload, Place(line=9)),),
    )
    cell = "applications.new.total"
    findings = (
        Finding("S108", "info", "overview", place=place, facts={"found": payload}),
        Finding("T205", "error", "applications", (cell,), (cell,), facts={"found": payload}),
    )
    return sample_run(results=(FileResult(payload, "checked", findings, report),) * 2)


@pytest.mark.parametrize("payload", _PAYLOADS)
def test_hostile_words_are_words(payload: str) -> None:
    page, plain = page_of(_run(payload)), page_of(_run("无害"))

    assert [node.tag for node in page.css("*")] == [node.tag for node in plain.css("*")]
    assert payload in texts(page, ".text")
    assert attributes(page, "a", "href") == attributes(plain, "a", "href")
    assert attributes(page, "[id]", "id") == attributes(plain, "[id]", "id")
    assert "49" not in texts(page, ".text")


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u200b", "\x00", "\x1b", "\ud800", "\ufffe"])
def test_what_cannot_be_seen_is_left_out(char: str) -> None:
    output = html(_run(f"一{char}二"))

    assert char not in output
    assert "一二" in output
    output.encode()


def test_line_breaks_within_a_paragraph_are_kept() -> None:
    assert "一\n二" in html(_run("一\n二"))
