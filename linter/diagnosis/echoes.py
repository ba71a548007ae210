"""One wrong cell that several kinds of rules notice: told once, by the surest of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.model.finding import Finding, Number, Violation
from linter.model.report import Report
from linter.model.rule import SEVERITIES
from linter.records import record, replace

_CELL_RULES = "T2"
_TEXT_RULES = "N6"


def without_echoes(findings: Sequence[Finding], report: Report) -> tuple[Finding, ...]:
    """``findings`` without those that only repeat what another says of the same cell.

    A count that is no count (negative, say) upsets every sum that it stands in; and where a
    table is wrong, the text that is right differs from it. A text that differs from the table
    put right as well is a mistake of its own. What is left out is listed among the violations of
    the finding that stays.
    """
    told = [_Told(number, finding, _blamed(finding)) for number, finding in enumerate(findings)]
    by_cell = _by_cell(one for one in told if not _is_of_text(one.finding))
    text_by_cell = _by_cell(one for one in told if _is_of_text(one.finding))
    echoes: dict[int, list[Finding]] = {}
    left_out: set[int] = set()
    for one in told:
        sources = _sources(one, by_cell, text_by_cell, report)
        # What is wrong in itself explains the sums that it upsets, and stays.
        source = min(sources, key=lambda other: not _is_of_a_cell(other.finding), default=None)
        if source is not None:
            left_out.add(one.number)
            echoes.setdefault(source.number, []).append(one.finding)
    return tuple(
        _with(one.finding, echoes.get(one.number, ())) for one in told if one.number not in left_out
    )


@record
class _Told:
    """A finding, its number in the list and the cells that may be wrong."""

    number: int
    finding: Finding
    blamed: frozenset[str]


_ByCell = Mapping[str, Sequence[_Told]]


def _by_cell(told: Iterator[_Told]) -> _ByCell:
    found: dict[str, list[_Told]] = {}
    for one in told:
        for cell in one.blamed:
            found.setdefault(cell, []).append(one)
    return found


def _sources(
    echo: _Told, by_cell: _ByCell, text_by_cell: _ByCell, report: Report
) -> Iterator[_Told]:
    """The findings that ``echo`` repeats."""
    of_text = _is_of_text(echo.finding)
    for cell in echo.blamed:
        for source in by_cell.get(cell, ()):
            upset = echo.finding.equation is not None and _is_of_a_cell(source.finding)
            follows = (
                of_text
                and not _graver(echo.finding, source.finding)
                and not _is_wrong_anyway(echo.finding, source.finding, report)
            )
            if source.number != echo.number and (upset or follows):
                yield source
        # What only asks to confirm a number is settled where the text gives another one.
        if echo.finding.severity == "info" and not of_text:
            texts = text_by_cell.get(cell, ())
            yield from (one for one in texts if _graver(one.finding, echo.finding))


def _is_wrong_anyway(text: Finding, source: Finding, report: Report) -> bool:
    """Whether the figure in the text differs from the sum of its cells put right, too."""
    right = source.candidates[0].expected if len(source.culprit) > 1 else {}
    if len(source.culprit) == 1 and isinstance(source.expected, Number):
        right = {source.culprit[0]: source.expected}
    if not right or source.certainty != "proved":
        return False
    values = {cell: report.value(cell).value for cell in text.cells}
    numbers = {cell: n if isinstance(n, Number) else 0 for cell, n in values.items()}
    corrected = sum(right.get(cell, number) for cell, number in numbers.items())
    is_sum = text.expected in (corrected, sum(numbers.values()))
    return is_sum and text.actual != corrected


def _is_of_text(finding: Finding) -> bool:
    """Whether it sets the prose beside the tables."""
    return finding.rule.startswith(_TEXT_RULES)


def _is_of_a_cell(finding: Finding) -> bool:
    """Whether it says that what one cell holds is wrong in itself."""
    return (
        finding.rule.startswith(_CELL_RULES)
        and finding.severity == "error"
        and len(finding.cells) == 1
    )


def _blamed(finding: Finding) -> frozenset[str]:
    """The cells that may be wrong."""
    candidates = [cell for one in finding.candidates for cell in one.expected]
    return frozenset((*finding.culprit, *candidates) or finding.cells)


def _graver(one: Finding, other: Finding) -> bool:
    return SEVERITIES.index(one.severity) < SEVERITIES.index(other.severity)


def _with(finding: Finding, echoes: Sequence[Finding]) -> Finding:
    if not echoes:
        return finding
    own = finding.violations or (_violation(finding),)
    return replace(finding, violations=(*own, *map(_violation, echoes)))


def _violation(finding: Finding) -> Violation:
    return Violation(finding.rule, finding.cells, finding.expected, finding.actual)
