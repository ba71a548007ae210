"""What rests on a part that was read with doubt is no certain finding."""

from __future__ import annotations

import pytest

from linter.engine.doubt import with_doubts
from linter.model.finding import Fact, Finding, Ref
from linter.model.report import Doubt
from linter.model.rule import Severity

ROW = "applications.granted"
DOUBTS = (Doubt(ROW, "numbers-lost"), Doubt("review", "rows-by-order"))


def _doubted(severity: Severity = "error", *cells: str, **facts: Fact) -> Finding:
    (finding,) = with_doubts([Finding("A301", severity, cells=cells, facts=facts)], DOUBTS)
    return finding


@pytest.mark.parametrize(
    ("severity", "lower"), [("error", "warning"), ("warning", "info"), ("info", "info")]
)
def test_it_is_one_degree_less_severe(severity: Severity, lower: Severity) -> None:
    assert _doubted(severity, f"{ROW}.total").severity == lower


def test_it_says_why() -> None:
    assert _doubted("error", f"{ROW}.total").doubt == "numbers-lost"
    assert _doubted("error", "review.reconsideration.total").doubt == "rows-by-order"


@pytest.mark.parametrize(
    "fact",
    [
        Ref(ROW),
        Ref(f"{ROW}.total"),
        (Ref("applications.new"), Ref(f"{ROW}.other")),
        f"{ROW}.total",
    ],
)
def test_it_rests_on_what_its_facts_name_too(fact: Fact) -> None:
    assert _doubted(about=fact).doubt == "numbers-lost"


@pytest.mark.parametrize(
    "cells", [(), ("applications.new.total",), ("applications.granted_otherwise.total",)]
)
def test_what_rests_on_nothing_doubted_stays_certain(cells: tuple[str, ...]) -> None:
    found = _doubted("error", *cells, number=3, section="review", text="。")
    assert (found.severity, found.doubt) == ("error", None)


def test_a_finding_is_lowered_once() -> None:
    once = _doubted("error", f"{ROW}.total")
    assert with_doubts([once], DOUBTS) == (once,)


def test_a_report_read_surely_keeps_its_findings() -> None:
    finding = Finding("A301", "error", cells=(f"{ROW}.total",))
    assert with_doubts([finding], ()) == (finding,)


def test_of_a_report_recognised_in_pictures_mere_advice_is_left_out() -> None:
    advice = Finding("T209", "info", cells=(f"{ROW}.total",))
    mistake = Finding("T202", "error", cells=(f"{ROW}.total",))
    (kept,) = with_doubts([advice, mistake], DOUBTS, recognised=True)
    assert (kept.rule, kept.severity) == ("T202", "warning")
