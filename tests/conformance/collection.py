"""Mistakes brought into real reports: what was read changed at the very place of a value."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from unittest.mock import patch

from linter.forms import load_form
from linter.model.document import Block, Cell, Document, Paragraph, Table
from linter.model.finding import FileResult
from linter.model.place import Place
from linter.model.report import Report
from linter.pipeline import check_bytes
from linter.readers import read
from linter.records import record, replace
from tests.conformance.arithmetic import slipped
from tests.conformance.trials import Trial, judged
from tests.product import checked, ids, rules

_ROOT = Path(__file__).resolve().parent.parent.parent
_NAMED = os.environ.get("NIANBAO_REPORTS")
FOLDER = Path(_NAMED) if _NAMED else _ROOT.parent / "shared" / "reports"
"""The collection of real reports, which is no part of the checkout (tests/test_real_reports.py)."""

Edits = Mapping[Place, str | None]
"""Texts to stand in other places' stead; None takes a paragraph out."""


@record
class RealMutation:
    """A mistake of ``rule`` in a report that was read; None where there is no place for it."""

    rule: str
    name: str
    edits: Callable[[Report, Random], Edits | None]
    cells: int = 1


@cache
def clean_reports() -> tuple[str, ...]:
    """The files whose every cell is known and in which an auditor found the sums right."""
    index = FOLDER / "index.jsonl"
    if not index.is_file():
        return ()
    entries = map(json.loads, index.read_text(encoding="utf-8").splitlines())
    return tuple(
        entry["file"]
        for entry in entries
        if entry.get("truth")
        and not entry["file"].endswith(".pdfextract.md")
        and not any(finding["family"] == "A3" for finding in entry["findings"])
    )


def real_trials(times: int) -> Iterator[Trial]:
    """Every mutation tried so many times, with other places, in each of the real reports."""
    for number, name in enumerate(clean_reports()):
        data = (FOLDER / name).read_bytes()
        before, document = checked(data, name), read(data, name)
        known = ids(before.findings)
        for mutation in (one for one in REAL_MUTATIONS if one.rule not in known):
            for turn in range(times):
                chance = Random(f"{name} {mutation.rule} {mutation.name} {turn}")
                edits = mutation.edits(_report(before), chance)
                if edits is not None:
                    after = _checked(_edited(document, edits), name)
                    yield judged(mutation, number, "real", before, after)


def _report(result: FileResult) -> Report:
    assert result.report is not None
    return result.report


def _checked(document: Document, name: str) -> FileResult:
    with patch("linter.readers.read", lambda *_: document):
        return check_bytes(b"", name, rules())


def _edited(document: Document, edits: Edits) -> Document:
    blocks = tuple(filter(None, (_block(block, edits) for block in document.blocks)))
    assert blocks != document.blocks, edits
    return replace(document, blocks=blocks)


def _block(block: Block, edits: Edits) -> Block | None:
    if isinstance(block, Table):
        rows = tuple(tuple(_cell(cell, edits) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    if isinstance(block, Paragraph) and block.place in edits:
        text = edits[block.place]
        return None if text is None else replace(block, text=text)
    return block


def _cell(cell: Cell, edits: Edits) -> Cell:
    return replace(cell, text=edits[cell.place] or "") if cell.place in edits else cell


def _cells(report: Report, table: str) -> list[str]:
    cells = load_form(report.edition).tables[table].cells()
    return [cell for cell in cells if report.value(cell).state == "filled"]


def _number(report: Report, cell: str) -> int:
    number = report.value(cell).value
    assert isinstance(number, int), cell
    return number


def _wrong_number(table: str, *ends: str) -> Callable[[Report, Random], Edits | None]:
    """A wrong number in a cell whose path ends so."""

    def wrong(report: Report, chance: Random) -> Edits | None:
        cells = [cell for cell in _cells(report, table) if cell.endswith(ends)]
        if not cells:
            return None
        cell = chance.choice(cells)
        return {report.value(cell).place: str(slipped(_number(report, cell), chance))}

    return wrong


def _cell_as(text: str, *, zero: bool) -> Callable[[Report, Random], Edits | None]:
    """Something else in a cell of table three."""

    def printed(report: Report, chance: Random) -> Edits | None:
        cells = _cells(report, "applications")
        fitting = [cell for cell in cells if not zero or _number(report, cell) == 0]
        return {report.value(chance.choice(fitting)).place: text} if fitting else None

    return printed


def _heading(section: str, text: str | None) -> Callable[[Report, Random], Edits | None]:
    """The heading of a section reworded or, with its paragraphs, left out."""

    def changed(report: Report, chance: Random) -> Edits | None:
        found = report.sections[section]
        if found is None:
            return None
        edits: dict[Place, str | None] = {found.place: text}
        if text is None:
            edits |= dict.fromkeys((one.place for one in found.paragraphs), None)
        return edits

    return changed


def _instead(section: str, text: str) -> Callable[[Report, Random], Edits | None]:
    """All that a section says replaced by one sentence."""

    def said(report: Report, chance: Random) -> Edits | None:
        found = report.sections[section]
        if found is None or not found.paragraphs:
            return None
        first, *others = (paragraph.place for paragraph in found.paragraphs)
        return {first: text, **dict.fromkeys(others, None)}

    return said


def _more(section: str, sentence: str) -> Callable[[Report, Random], Edits | None]:
    """A sentence more at the end of a paragraph of the section."""

    def longer(report: Report, chance: Random) -> Edits | None:
        found = report.sections[section]
        if found is None or not found.paragraphs:
            return None
        paragraph = chance.choice(found.paragraphs)
        return {paragraph.place: f"{paragraph.text}{sentence}"}

    return longer


def _date(text: str) -> Callable[[Report, Random], Edits | None]:
    """Another date in the sign-off."""

    def dated(report: Report, chance: Random) -> Edits | None:
        value, year = report.value("signed_on"), report.year
        if value.state != "filled" or year is None or not report.closing:
            return None
        return {report.closing[-1].place: text.format(year=year, next=year + 1)}

    return dated


REAL_MUTATIONS = (
    RealMutation(
        "A301",
        "a wrong number in the balance",
        _wrong_number(
            "applications",
            *(
                f".{row}.{who}"
                for row in ("new", "carried_in", "carried_out")
                for who in ("natural_person", "enterprise", "other")
            ),
        ),
    ),
    RealMutation(
        "A302",
        "a wrong （七）总计",
        _wrong_number("applications", "results_total.natural_person", "results_total.enterprise"),
    ),
    RealMutation("A303", "a wrong 总计 of a row", _wrong_number("applications", ".total")),
    RealMutation("A304", "a wrong number in table four", _wrong_number("review", "")),
    RealMutation("T205", "若干 for a count", _cell_as("若干", zero=True)),
    RealMutation("T206", "a negative count", _cell_as("-3", zero=True)),
    RealMutation("S104", "section six missing", _heading("other", None)),
    RealMutation("S107", "section six numbered 七", _heading("other", "七、其他需要报告的事项")),
    RealMutation("C505", "无 for all of section five", _instead("problems", "无。")),
    RealMutation("C506", "无 for section six", _instead("other", "无。")),
    RealMutation("C530", "XX for a figure", _more("overview", "全年发布信息XX条。")),
    RealMutation("C533", "a word twice", _more("overview", "通过通过网站开展宣传。")),
    RealMutation("P801", "an ID number", _more("overview", "值班人员身份证号110101190001010006。")),
    RealMutation("D403", "signed in the year reported on", _date("{year}年1月18日")),
    RealMutation("D408", "an impossible date", _date("{next}年2月30日")),
)
