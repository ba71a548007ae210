"""The findings that violated identities give, joined by the mistake that explains them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set

from linter.diagnosis.blanks import together_blank, unfilled
from linter.diagnosis.explanations import (
    MOST_CANDIDATES,
    MOVED,
    Evidence,
    Explanation,
    certainty,
    explanations,
)
from linter.diagnosis.grid import grids
from linter.diagnosis.localisation import Equality, Localisation, Number, Solution, localise
from linter.diagnosis.statements import stated_numbers
from linter.forms import load_form
from linter.model.finding import Candidate, Certainty, Finding, Violation
from linter.model.report import Report
from linter.records import record, replace

NOTHING: Mapping[str, Number] = {}
_Key = frozenset[tuple[str, Number]]


@record
class Identity:
    """An equality that ``rule`` asserts; ``special`` where it does so only for blank cells.

    A special rule tells a forgotten number better than the general one whose sum is off.
    """

    rule: str
    equality: Equality
    special: bool = False


def diagnose(
    findings: Sequence[Finding],
    identities: Sequence[Identity],
    report: Report,
    last_year: Mapping[str, Number] = NOTHING,
) -> tuple[Finding, ...]:
    """``findings`` with those joined that one mistake explains.

    ``last_year`` are the numbers of last year's report, by cell, where it is at hand.

    A joined finding names its ``culprit`` with the value expected there, says how sure that is,
    and lists the broken identities in ``violations``. Where arithmetic alone cannot say which
    cell is wrong, the findings carry the candidates.
    """
    usable = [i for i in identities if _all_known(i.equality, report)]
    broken = _broken(findings, usable)
    if not broken:
        return tuple(findings)
    equalities = list({_key(i.equality): i.equality for i in usable}.values())
    values = {cell: _number(report, cell) for e in equalities for cell in e.coefficients}
    blank = {cell for cell in values if report.value(cell).state == "blank"}
    form = load_form(report.edition)
    determined = unfilled(equalities, values, blank).expected
    cells = (cell for table in form.tables.values() for cell in table.cells())
    filled = {cell: determined[cell] for cell in cells if cell in determined}
    stated = stated_numbers(report)
    evidence = Evidence(grids(form), blank - filled.keys(), stated, last_year)
    blamed = [_Blame(cells, "proved", "not-filled") for cells in together_blank(filled)]
    together: list[_Together] = []
    values |= filled
    for part in localise(equalities, values):
        found, rest = _blames(part, equalities, values, evidence)
        blamed += found
        if rest is not None:
            together.append(rest)
    special = {identity.rule for identity in usable if identity.special}
    mistakes = _mistakes(broken, blamed, together)
    joined = _joined(findings, mistakes, special, report)
    told = {cell for blame in blamed for cell in blame.expected}
    return tuple(_without_told_blanks(joined, blank & told))


@record
class _Blame:
    """One mistake: what its cells should hold, and how sure that is."""

    expected: Mapping[str, Number]
    certainty: Certainty
    slip: str | None = None


@record
class _Together:
    """What several mistakes could explain: the broken equalities, and the candidates.

    ``one`` tells that whichever it is, it is one mistake.
    """

    keys: frozenset[_Key]
    candidates: tuple[Candidate, ...]
    one: bool


def _blames(
    part: Localisation,
    equalities: Sequence[Equality],
    values: Mapping[str, Number],
    evidence: Evidence,
) -> tuple[list[_Blame], _Together | None]:
    """The mistakes of one part that are known, and what remains open of it."""
    ranked = explanations(part, equalities, values, evidence)
    if not ranked:
        return [], None
    sure = certainty(ranked, part.solutions)
    first = ranked[0]
    if sure == "proved" and first.slip not in MOVED:
        return [_Blame({cell: n}, sure, first.slip) for cell, n in first.expected.items()], None
    common = _certain(part.solutions)
    if sure != "one_of" and (not common or common.items() <= first.expected.items()):
        return [_Blame(first.expected, sure, first.slip)], None
    proved = [_Blame({cell: number}, "proved") for cell, number in common.items()]
    return proved, _open(part, ranked, equalities, common)


def _open(
    part: Localisation,
    ranked: Sequence[Explanation],
    equalities: Sequence[Equality],
    common: Mapping[str, Number],
) -> _Together:
    keys = frozenset(_key(equalities[index]) for index in part.violated)
    candidates = tuple(
        Candidate({c: n for c, n in one.expected.items() if common.get(c) != n}, one.slip)
        for one in ranked[:MOST_CANDIDATES]
    )
    one = bool(part.solutions) and all(_in_one_row(solution) for solution in part.solutions)
    return _Together(keys, candidates, one or ranked[0].slip in MOVED)


def _key(equality: Equality) -> _Key:
    """The same for an equality written the other way round."""
    cells = equality.coefficients
    sign = 1 if cells[min(cells)] > 0 else -1
    return frozenset((cell, weight * sign) for cell, weight in cells.items())


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
    """The findings (by index) that one mistake breaks; ``blame`` is None where it is open."""

    findings: tuple[int, ...]
    blame: _Blame | None
    candidates: tuple[Candidate, ...] = ()


def _in_one_row(solution: Solution) -> bool:
    """Whether a repair changes one row alone: a number and the total that was computed of it."""
    return len({cell.rpartition(".")[0] for cell in solution.expected}) == 1


def _mistakes(
    broken: Mapping[int, Equality], blamed: Sequence[_Blame], together: Sequence[_Together]
) -> tuple[_Mistake, ...]:
    """One for each mistake that is known; what none explains is one for each equality."""
    found = [_Mistake(_breaking(blame, broken), blame) for blame in blamed]
    told = {index for mistake in found for index in mistake.findings}
    alike: dict[Hashable, list[int]] = {}
    candidates: dict[Hashable, tuple[Candidate, ...]] = {}
    for index, equality in broken.items():
        if index not in told:
            key: Hashable = _key(equality)
            rest = next((rest for rest in together if key in rest.keys), None)
            if rest is not None:
                name = rest.keys if rest.one else key
                candidates[name] = _touching(rest, equality)
                key = name
            alike.setdefault(key, []).append(index)
    return (
        *(mistake for mistake in found if mistake.findings),
        *(_Mistake(tuple(found), None, candidates.get(key, ())) for key, found in alike.items()),
    )


def _breaking(blame: _Blame, broken: Mapping[int, Equality]) -> tuple[int, ...]:
    cells = blame.expected.keys()
    return tuple(i for i, equality in broken.items() if cells & equality.coefficients.keys())


def _touching(rest: _Together, equality: Equality) -> tuple[Candidate, ...]:
    """The candidates for one equality, or for all where they are one mistake."""
    if rest.one:
        return rest.candidates
    cells = equality.coefficients.keys()
    return tuple(one for one in rest.candidates if one.expected.keys() & cells)


def _joined(
    findings: Sequence[Finding],
    mistakes: Sequence[_Mistake],
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
                joined.append(_blamed(_told([findings[i] for i in members]), mistake, report))
    return tuple(joined)


def _told(members: Sequence[Finding]) -> Finding:
    """The finding that tells a mistake best, with all identities that the mistake breaks."""
    return replace(
        members[0],
        cells=tuple(dict.fromkeys(cell for member in members for cell in member.cells)),
        violations=tuple(Violation(m.rule, m.cells, m.expected, m.actual) for m in members),
    )


def _blamed(finding: Finding, mistake: _Mistake, report: Report) -> Finding:
    blame = mistake.blame
    if blame is None:
        if not mistake.candidates:
            return finding
        return replace(finding, certainty="one_of", candidates=mistake.candidates)
    culprit = tuple(blame.expected)
    finding = replace(
        finding,
        culprit=culprit,
        certainty=blame.certainty,
        slip=blame.slip,
        place=report.value(culprit[0]).place,
    )
    if len(culprit) > 1:
        candidate = Candidate(blame.expected, blame.slip or "several")
        return replace(finding, expected=None, actual=None, candidates=(candidate,))
    value = report.value(culprit[0])
    return replace(
        finding,
        expected=blame.expected[culprit[0]],
        actual=value.value if isinstance(value.value, Number) else None,
    )
