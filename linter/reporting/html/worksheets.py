"""The 校核单 of one file: every identity with both sides, for a person to sign."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from linter.forms import Form
from linter.model.balance import Balance
from linter.model.finding import FileResult, Ref, Term
from linter.model.rule import Rule
from linter.records import record
from linter.reporting.catalogue import counted, phrase
from linter.reporting.cell_lists import cells_text
from linter.reporting.equations import side_text
from linter.reporting.html.words import words
from linter.reporting.messages import fact_text
from linter.reporting.outcomes import outcome_totals
from linter.reporting.quantities import number_text
from linter.reporting.run import Run

_FINGERPRINT = 16
"""Hexadecimal digits of the hash of the rules that are printed."""

SIGNS: Mapping[str, str] = {"holds": "✓", "violated": "✗", "untold": "—", "doubtful": "？"}
_RELATIONS = {"!=": "≠", "<=": "≤", ">=": "≥"}


@record
class Line:
    """One identity: what it is about, both sides in numbers, and what it comes to."""

    number: int
    about: str
    left: str
    relation: str
    right: str
    state: str
    note: str = ""

    @property
    def sign(self) -> str:
        return SIGNS[self.state]


@record
class RuleLines:
    """The identities of one rule; ``source`` says where they are demanded."""

    rule: str
    source: str
    lines: tuple[Line, ...]


@record
class WorksheetView:
    """``hash`` is empty where it is not known; ``partial`` where only what fails is listed."""

    hash: str
    rules: str
    outcomes: str
    totals: str
    groups: tuple[RuleLines, ...]
    partial: bool


def worksheet_view(
    result: FileResult, form: Form, run: Run, rules: str, *, partial: bool
) -> WorksheetView | None:
    """The worksheet of a file; None where the run has none or the file holds no report.

    ``rules`` says by which rules the file was checked.
    """
    worksheet = run.worksheets.get(result.path)
    if worksheet is None or result.report is None:
        return None
    balances = worksheet.balances
    states = Counter(map(_state, balances))
    return WorksheetView(
        worksheet.sha256 or "",
        rules,
        outcome_totals(result, run.language),
        words(
            "worksheet.totals",
            run.language,
            n=len(balances),
            holds=states["holds"],
            violated=states["violated"],
            untold=states["untold"] + states["doubtful"],
        ),
        tuple(_groups(balances, form, run, partial=partial)),
        partial,
    )


def _groups(
    balances: Iterable[Balance], form: Form, run: Run, *, partial: bool
) -> Iterator[RuleLines]:
    numbered = enumerate(balances, start=1)
    shown = ((n, one) for n, one in numbered if not (partial and one.holds))
    for key, group in groupby(shown, key=lambda pair: pair[1].rule):
        lines = tuple(_line(n, balance, form, run) for n, balance in group)
        yield RuleLines(key, run.rules[key].source, lines)


def _line(number: int, balance: Balance, form: Form, run: Run) -> Line:
    state = _state(balance)
    note = ""
    if balance.unknown:
        cells = cells_text(balance.unknown, form, run.language)
        note = words("worksheet.unknown", run.language, cells=cells)
    return Line(
        number,
        _about(balance, form, run),
        "" if balance.unknown else _side(balance.left, run),
        _RELATIONS.get(balance.relation, balance.relation),
        "" if balance.unknown else _side(balance.right, run),
        state,
        note,
    )


def _state(balance: Balance) -> str:
    if balance.holds is None:
        return "untold"
    if balance.holds:
        return "holds"
    return "violated" if balance.certain else "doubtful"


def _side(side: tuple[Term, ...], run: Run) -> str:
    """「14 + 2 = 16」, of a single term or none the number alone."""
    text = side_text(side, run.language)
    if len(side) < 2:
        return text
    return f"{text} = {number_text(sum(term.value for term in side))}"


def _about(balance: Balance, form: Form, run: Run) -> str:
    """The rows and columns that it is about; without any, its cells."""
    names = [
        fact_text(name, Ref(path), form, run.language) for name, path in balance.bindings.items()
    ]
    if not names:
        cells = tuple(term.cell for term in (*balance.left, *balance.right) if term.cell)
        return cells_text(cells, form, run.language)
    return phrase("label.joint", run.language).join(names)


def rules_text(ids: Iterable[str], run: Run) -> str:
    """How many rules these are, and the fingerprint of all of them together."""
    rules = [run.rules[key] for key in sorted(ids)]
    number = counted("rules", len(rules), run.language)
    return words(
        "worksheet.rules.text",
        run.language,
        n=number,
        fingerprint=rules_fingerprint(rules),
    )


def rules_fingerprint(rules: Iterable[Rule]) -> str:
    """A hash of all that decides what ``rules`` find, the same wherever they are read from."""
    digest = hashlib.sha256()
    for rule in rules:
        parts = (rule.id, rule.severity, rule.section, rule.editions, rule.source, rule.once)
        content = (*parts, rule.on, rule.assertion, rule.message.zh)
        digest.update(json.dumps(content, ensure_ascii=False, default=str).encode())
    return digest.hexdigest()[:_FINGERPRINT]
