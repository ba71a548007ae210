"""The findings that violated identities give, joined by the mistake that explains them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set

from linter.diagnosis.blanks import unfilled
from linter.diagnosis.localisation import Equality, Number, Solution, localise
from linter.model.finding import Finding, Violation
from linter.model.report import Report
from linter.records import record, replace


@record
class Identity:
    """An equality that ``rule`` asserts; ``special`` where it does so only for blank cells.

    A special rule tells a forgotten number better than the general one whose sum is off.
    """

    rule: str
    equality: Equality
    special: bool = False


def diagnose(
    findings: Sequence[Finding], identities: Sequence[Identity], report: Report
) -> tuple[Finding, ...]:
    """``findings`` with those joined that one wrong cell explains.

    A joined finding names its ``culprit`` with the value expected there and lists the broken
    identities in ``violations``. Where arithmetic alone cannot say which cell is wrong, the
    findings stay as they are.
    """
    usable = [i for i in identities if _all_known(i.equality, report)]
    broken = _broken(findings, usable)
    if not broken:
        return tuple(findings)
    equalities = list({_key(i.equality): i.equality for i in usable}.values())
    values = {cell: _number(report, cell) for e in equalities for cell in e.coefficients}
    blank = {cell for cell in values if report.value(cell).state == "blank"}
    explained: dict[str, Number] = dict(unfilled(equalities, values, blank).expected)
    together: list[set[_Key]] = []
    for part in localise(equalities, values | explained):
        explained |= _certain(part.solutions)
        if part.solutions and all(_in_one_row(solution) for solution in part.solutions):
            together.append({_key(equalities[index]) for index in part.violated})
    special = {identity.rule for identity in usable if identity.special}
    mistakes = _mistakes(broken, explained, together)
    joined = _joined(findings, mistakes, explained, special, report)
    return tuple(_without_told_blanks(joined, blank & explained.keys()))


_Key = frozenset[tuple[str, Number]]


def _key(equality: Equality) -> _Key:
    return frozenset(equality.coefficients.items())


def _all_known(equality: Equality, report: Report) -> bool:
    """Whether every cell is filled or blank; one that could not be read proves nothing."""
    return all(report.value(cell).state in ("filled", "blank") for cell in equality.coefficients)


def _number(report: Report, cell: str) -> Number:
    value = report.value(cell).value
    return value if isinstance(value, Number) else 0


def _broken(findings: Sequence[Finding], identities: Iterable[Identity]) -> dict[int, Equality]:
    """The findings (by index) that report a broken identity, each with its equality."""
    by_cells = {(i.rule, frozenset(i.equality.coefficients)): i.equality for i in identities}
    found = {
        index: by_cells.get((finding.rule, frozenset(finding.cells)))
        for index, finding in enumerate(findings)
        if finding.equation is not None
    }
    return {index: equality for index, equality in found.items() if equality is not None}


def _certain(solutions: Sequence[Solution]) -> dict[str, Number]:
    """The cells that every smallest repair changes to the same value."""
    if not solutions:
        return {}
    first, *others = (solution.expected for solution in solutions)
    return {
        cell: number
        for cell, number in first.items()
        if all(other.get(cell) == number for other in others)
    }


def _without_told_blanks(findings: Sequence[Finding], told: Set[str]) -> Iterator[Finding]:
    """The findings, those about blank cells without the cells that are told as culprits."""
    for finding in findings:
        cells = tuple(cell for cell in finding.cells if cell not in told)
        if finding.equation or len(cells) == len(finding.cells):
            yield finding
        elif cells:
            yield replace(finding, cells=cells)


@record
class _Mistake:
    """The findings (by index) that one mistake breaks; ``culprit`` is None where unknown."""

    culprit: str | None
    findings: tuple[int, ...]


def _in_one_row(solution: Solution) -> bool:
    """Whether a repair changes one row alone: a number and the total that was computed of it."""
    return len({cell.rpartition(".")[0] for cell in solution.expected}) == 1


def _mistakes(
    broken: Mapping[int, Equality],
    explained: Mapping[str, Number],
    together: Sequence[Collection[_Key]],
) -> tuple[_Mistake, ...]:
    """One for each wrong cell; what none explains is one for each equality.

    ``together`` are equalities that one wrong row breaks, whichever row it is.
    """
    found = [
        _Mistake(cell, tuple(i for i, equality in broken.items() if cell in equality.coefficients))
        for cell in explained
    ]
    told = {index for mistake in found for index in mistake.findings}
    alike: dict[Hashable, list[int]] = {}
    for index, equality in broken.items():
        if index not in told:
            key = _key(equality)
            row = next((number for number, keys in enumerate(together) if key in keys), key)
            alike.setdefault(row, []).append(index)
    return (
        *(mistake for mistake in found if mistake.findings),
        *(_Mistake(None, tuple(indexes)) for indexes in alike.values()),
    )


def _joined(
    findings: Sequence[Finding],
    mistakes: Sequence[_Mistake],
    explained: Mapping[str, Number],
    special: Collection[str],
    report: Report,
) -> tuple[Finding, ...]:
    """One finding for each mistake, where the first that it breaks stood; the others as they are.

    Two wrong cells in one sum both break it: it is told with each.
    """
    shared = Counter(index for mistake in mistakes for index in mistake.findings)
    joined: list[Finding] = []
    for index, finding in enumerate(findings):
        if index not in shared:
            joined.append(finding)
        for mistake in mistakes:
            if index == mistake.findings[0]:
                members = sorted(
                    mistake.findings,
                    key=lambda i: (
                        findings[i].rule not in special,
                        shared[i] > 1,
                        len(findings[i].cells),
                        findings[i].rule,
                    ),
                )
                told = _told([findings[i] for i in members])
                joined.append(_blamed(told, mistake.culprit, explained, report))
    return tuple(joined)


def _told(members: Sequence[Finding]) -> Finding:
    """The finding that tells a mistake best, with all identities that the mistake breaks."""
    return replace(
        members[0],
        cells=tuple(dict.fromkeys(cell for member in members for cell in member.cells)),
        violations=tuple(Violation(m.rule, m.cells, m.expected, m.actual) for m in members),
    )


def _blamed(
    finding: Finding, culprit: str | None, explained: Mapping[str, Number], report: Report
) -> Finding:
    if culprit is None:
        return finding
    value = report.value(culprit)
    return replace(
        finding,
        culprit=(culprit,),
        expected=explained[culprit],
        actual=value.value if isinstance(value.value, Number) else None,
        place=value.place,
    )
