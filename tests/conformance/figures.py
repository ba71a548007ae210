"""What all trials come to, rule by rule."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain

from linter.records import record
from tests.conformance.catalogue import MUTATIONS
from tests.conformance.specimens import specimens
from tests.conformance.trials import Trial, false_alarms, places, tried
from tests.rendering import LAYOUTS


@record
class Figures:
    """``others`` counts errors and warnings of other rules, ``findings`` all of the mistakes'."""

    rule: str
    mistakes: int
    found: int
    others: int
    findings: int

    @property
    def missed(self) -> int:
        return self.mistakes - self.found

    @property
    def per_mistake(self) -> float:
        return self.findings / self.mistakes


@record
class Unharmed:
    """Reports without a mistake: how many files were checked, and what was wrongly reported."""

    files: int
    false_alarms: tuple[str, ...]


def figures_of(trials: Iterable[Trial]) -> list[Figures]:
    """The figures of every rule tried, by id."""
    by_rule: dict[str, list[Trial]] = {}
    for trial in trials:
        by_rule.setdefault(trial.rule, []).append(trial)
    return [
        Figures(
            rule,
            len(own),
            sum(trial.found for trial in own),
            sum(len(trial.others) for trial in own),
            sum(trial.findings for trial in own),
        )
        for rule, own in sorted(by_rule.items())
    ]


def all_trials(times: int) -> tuple[list[Trial], Unharmed]:
    """Every mutation in so many reports and in every layout, and every report as it was."""
    names = [layout.name for layout in LAYOUTS]
    with ProcessPoolExecutor(os.cpu_count()) as processes:
        results = list(processes.map(_in_layout, names, [times] * len(names)))
    alarms = tuple(chain.from_iterable(alarms for _, alarms in results))
    trials = list(chain.from_iterable(trials for trials, _ in results))
    return trials, Unharmed(len(names) * len(specimens()), alarms)


def _in_layout(layout: str, times: int) -> tuple[Sequence[Trial], list[str]]:
    found = (tried(one, report, layout) for one in MUTATIONS for report in places(one, times))
    trials = [trial for trial in found if trial is not None]
    alarms = [rule for number in range(len(specimens())) for rule in false_alarms(number, layout)]
    return trials, alarms
