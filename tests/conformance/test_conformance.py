"""Every rule finds the mistake meant for it, once, and no rule says anything besides.

A part of what ``make accuracy`` tries: one report and some layouts for every mutation.
"""

from __future__ import annotations

import pytest

from tests.conformance.catalogue import EXEMPT, GAPS, MUTATIONS, Gap, has_gap, mutations_of
from tests.conformance.collection import clean_reports, real_trials
from tests.conformance.figures import Figures, figures_of
from tests.conformance.specimen import Mutation
from tests.conformance.specimens import specimens
from tests.conformance.trials import Trial, false_alarms, places, tried
from tests.product import rules
from tests.rendering import LAYOUTS

# Whole checks by the thousand: tracing lines triples their time and covers nothing new.
pytestmark = pytest.mark.no_cover

_LAYOUTS_EACH = 2


def _name(mutation: Mutation) -> str:
    return f"{mutation.rule} {mutation.name}"


def test_every_rule_has_a_mutation_or_a_reason_to_have_none() -> None:
    without = [rule for rule in rules().rules if not mutations_of(rule)]

    assert [rule for rule in without if not rule.startswith(tuple(EXEMPT))] == []
    assert {mutation.rule for mutation in MUTATIONS} <= set(rules().rules)
    assert all(any(rule.startswith(start) for rule in without) for start in EXEMPT)


def test_no_two_mutations_share_a_name() -> None:
    assert len({_name(mutation) for mutation in MUTATIONS}) == len(MUTATIONS)


@pytest.mark.parametrize("number", range(len(LAYOUTS)), ids=lambda n: LAYOUTS[n].name)
def test_a_report_without_a_mistake_raises_no_alarm(number: int) -> None:
    for report in range(number, len(specimens()), len(LAYOUTS)):
        assert false_alarms(report, LAYOUTS[number].name) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=_name)
def test_a_mistake_is_found_once_by_its_rule_alone(mutation: Mutation) -> None:
    (report,) = places(mutation, 1)
    shown = [layout for layout in LAYOUTS if mutation.layouts(layout)]
    able = [layout for layout in shown if not has_gap(mutation, layout.name)]
    start = MUTATIONS.index(mutation)

    for step in range(_LAYOUTS_EACH):
        layout = able[(start + step * len(able) // _LAYOUTS_EACH) % len(able)]
        trial = tried(mutation, report, layout.name)
        assert trial is not None
        assert trial.clean, trial


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: f"{gap.rule} {gap.layouts}")
def test_a_known_gap_is_one(gap: Gap) -> None:
    (mutation,) = mutations_of(gap.rule)
    layout = next(one.name for one in LAYOUTS if one.name.startswith(gap.layouts))
    (report,) = places(mutation, 1)

    trial = tried(mutation, report, layout)

    assert trial is not None
    assert not trial.clean, "the gap is closed: take it out"


def test_figures_count_what_was_found_and_what_was_said_besides() -> None:
    trials = [
        Trial("A301", "a", 0, "x", True, 1, ()),
        Trial("A301", "a", 1, "x", False, 2, ("T204", "T217")),
        Trial("T201", "b", 0, "x", True, 1, ()),
    ]

    first, second = figures_of(trials)

    assert first == Figures("A301", 2, 1, 2, 3)
    assert (first.missed, first.per_mistake) == (1, 1.5)
    assert (second.missed, second.per_mistake) == (0, 1.0)


if clean_reports():

    def test_mistakes_brought_into_real_reports_are_found_by_their_rules() -> None:
        assert [trial for trial in real_trials(1) if not trial.clean] == []
