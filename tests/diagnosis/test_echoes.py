"""One wrong cell is told once, whatever kinds of rules notice it."""

from __future__ import annotations

from linter.diagnosis.echoes import without_echoes
from linter.examples import NAME, example_report
from linter.model.finding import Candidate, Equation, Finding, Violation
from linter.pipeline import read_report
from linter.records import replace

_CELL, _OTHER = "applications.granted.other", "applications.granted.total"
_SUM = Equation((), "=", ())
_REPORT = read_report(example_report("2021").encode(), NAME)
_NEGATIVE = Finding("T206", "error", cells=(_CELL,))
_UNBALANCED = Finding("A303", "error", cells=(_CELL, _OTHER), equation=_SUM)
_MISSTATED = Finding("N604", "warning", cells=(_OTHER,))


def _rules(*findings: Finding) -> list[str]:
    return [finding.rule for finding in without_echoes(findings, _REPORT)]


def test_a_sum_upset_by_a_number_that_is_none_is_told_by_the_number() -> None:
    (finding,) = without_echoes([_UNBALANCED, _NEGATIVE], _REPORT)

    assert finding.rule == "T206"
    assert finding.violations == (
        Violation("T206", (_CELL,), None, None),
        Violation("A303", (_CELL, _OTHER), None, None),
    )


def test_the_text_that_differs_from_a_wrong_table_is_no_second_mistake() -> None:
    (finding,) = without_echoes([_MISSTATED, _UNBALANCED], _REPORT)

    assert finding.rule == "A303"
    assert [violation.rule for violation in finding.violations] == ["A303", "N604"]


def test_everything_that_one_number_upsets_is_told_by_it() -> None:
    misstated = Finding("N604", "warning", cells=(_CELL, _OTHER))

    (finding,) = without_echoes([misstated, _UNBALANCED, _NEGATIVE], _REPORT)

    assert [violation.rule for violation in finding.violations] == ["T206", "N604", "A303"]


def test_only_the_cells_to_blame_count_where_they_are_known() -> None:
    blamed = Finding("A303", "error", cells=(_CELL, _OTHER), culprit=(_CELL,), equation=_SUM)
    guessed = Finding(
        "A303",
        "error",
        cells=(_CELL, _OTHER),
        equation=_SUM,
        candidates=(Candidate({_CELL: 1}, "x"), Candidate({_OTHER: 2}, "y")),
    )

    assert _rules(_MISSTATED, blamed) == ["N604", "A303"]
    assert _rules(_MISSTATED, guessed) == ["A303"]


def test_a_number_to_confirm_is_settled_by_the_text() -> None:
    confirm = Finding("C562", "info", cells=("disclosure.fees.amount",))
    text = Finding("N613", "warning", cells=("disclosure.fees.amount",))

    (finding,) = without_echoes([confirm, text], _REPORT)

    assert finding.rule == "N613"
    assert [violation.rule for violation in finding.violations] == ["N613", "C562"]


def test_different_cells_and_kinds_are_different_mistakes() -> None:
    elsewhere = Finding("N605", "warning", cells=("applications.new.other",))
    blanks = Finding("T204", "warning", cells=(_CELL,))
    sums = Finding("A302", "error", cells=(_CELL,), equation=_SUM)

    findings = (_UNBALANCED, elsewhere, blanks, sums)

    assert without_echoes(findings, _REPORT) == findings
    assert without_echoes((), _REPORT) == ()


def test_a_text_that_differs_from_the_table_put_right_as_well_is_a_mistake_of_its_own() -> None:
    """The total of granted applications should be 11; the table says 14, the text 13."""
    read = _REPORT.value(_OTHER)
    report = replace(_REPORT, values={**_REPORT.values, _OTHER: replace(read, value=14)})
    table = Finding(
        "A303",
        "error",
        cells=(_CELL, _OTHER),
        culprit=(_OTHER,),
        expected=11,
        actual=14,
        equation=_SUM,
        certainty="proved",
    )
    wrong_too = Finding("N604", "warning", cells=(_OTHER,), expected=14, actual=13)
    right = Finding("N604", "warning", cells=(_OTHER,), expected=14, actual=11)

    assert [one.rule for one in without_echoes([table, wrong_too], report)] == ["A303", "N604"]
    assert [one.rule for one in without_echoes([table, right], report)] == ["A303"]
