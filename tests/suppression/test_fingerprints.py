"""A fingerprint tells findings by what the report says, wherever it says it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from linter.fingerprints import finding_fingerprint, fingerprint, identity
from linter.model.finding import Equation, FileResult, Finding, Ref, Term
from linter.model.place import Place
from linter.records import replace
from tests.examples import example_report
from tests.product import checked
from tests.rendering import BY_NAME, with_cell

_EQUATION = Equation((Term("a.b", 3), Term(None, 1, negative=True)), "=", (Term("a.c", 4),))
_FINDING = Finding(
    "A301",
    "error",
    section="applications",
    cells=("a.b", "a.c"),
    facts={"text": "全部 办结", "column": Ref("a.b"), "date": datetime.date(2024, 1, 31)},
    equation=_EQUATION,
)


def test_it_is_sixteen_hexadecimal_digits_for_ever() -> None:
    assert finding_fingerprint(_FINDING) == "6c674da7a1e90afc"


@pytest.mark.parametrize(
    "changes",
    [
        {"place": Place(line=7)},
        {"severity": "warning", "doubt": "columns-guessed"},
        {"culprit": ("a.b",), "certainty": "likely", "slip": "digit"},
        {"cells": ("a.c", "a.b")},
        {"expected": 7, "actual": 5},
        {"facts": {**_FINDING.facts, "text": "全部\n办结"}},
        {"facts": {**_FINDING.facts, "text": "全部办结", "plan_text": "全部办结"}},
        {"facts": {**_FINDING.facts, "left": 5, "count": Decimal(2)}},
        {"equation": replace(_EQUATION, right=(Term("a.c", Decimal("4.00")),))},
        {"equation": replace(_EQUATION, right=(Term("a.c", 4, blank=True),))},
    ],
    ids=str,
)
def test_places_conclusions_and_typesetting_are_no_part_of_it(changes: dict[str, Any]) -> None:
    assert finding_fingerprint(replace(_FINDING, **changes)) == finding_fingerprint(_FINDING)


@pytest.mark.parametrize(
    "changes",
    [
        {"rule": "A302"},
        {"cells": ("a.b",)},
        {"facts": {**_FINDING.facts, "text": "部分办结"}},
        {"facts": {**_FINDING.facts, "column": Ref("a.d")}},
        {"facts": {**_FINDING.facts, "column": (Ref("a.d"), Ref("a.e"))}},
        {"facts": {**_FINDING.facts, "date": datetime.date(2024, 2, 1)}},
        {"equation": replace(_EQUATION, relation="<")},
        {"equation": replace(_EQUATION, right=(Term("a.c", 5),))},
        {"equation": None, "expected": 4},
        {"equation": None, "expected": "2024-01-31"},
    ],
    ids=str,
)
def test_what_the_report_says_is(changes: dict[str, Any]) -> None:
    assert finding_fingerprint(replace(_FINDING, **changes)) != finding_fingerprint(_FINDING)


@pytest.mark.parametrize("value", [Decimal("Infinity"), Decimal("NaN"), Decimal("1E+99999"), 0])
def test_absurd_numbers_have_one_as_well(value: Decimal) -> None:
    finding = replace(_FINDING, equation=None, expected=value)
    assert len(finding_fingerprint(finding)) == 16


def _result(path: str = "a.txt", **changes: object) -> FileResult:
    data = with_cell(example_report(), "review.reconsideration.total", 9) | changes
    result = checked(BY_NAME["txt-cell-a-line"].print(data), "a.txt")
    return replace(result, path=path)


def test_with_its_file_it_differs_from_report_to_report_and_not_from_path_to_path() -> None:
    result = _result()
    moved, other = _result("b/c.txt"), _result(issuer="云泉镇人民政府")
    [finding] = result.findings
    assert finding == other.findings[0]
    assert fingerprint(finding, result) == fingerprint(finding, moved)
    assert fingerprint(finding, result) != fingerprint(finding, other)


def test_without_a_known_report_the_path_tells() -> None:
    assert identity(None) is None
    one, other = (FileResult(path, "checked", (_FINDING,)) for path in ("a.txt", "b.txt"))
    assert fingerprint(_FINDING, one) != fingerprint(_FINDING, other)


def test_moved_lines_do_not_change_it() -> None:
    data = with_cell(example_report(), "review.reconsideration.total", 9)
    printed = BY_NAME["txt-cell-a-line"].print(data)
    [before] = checked(printed, "a.txt").findings
    [after] = checked(b"\n\n\n" + printed, "a.txt").findings
    assert before.place != after.place
    assert finding_fingerprint(before) == finding_fingerprint(after)
