"""The cells that are wrong are named; more of them are measured by ``make accuracy``."""

from __future__ import annotations

import pytest

from linter.model.rule import Text
from tests.conformance.localisation import SLIPS, SlipFigures, slip_figures

# Whole checks by the thousand: tracing lines triples their time and covers nothing new.
pytestmark = pytest.mark.no_cover

_SHARES = {
    "one number wrong": (1.0, 1.0),
    "two independent numbers wrong": (0.95, 0.99),
}
_OF_MOVES = (0.8, 0.95)


@pytest.fixture(scope="module")
def measured() -> list[SlipFigures]:
    return slip_figures(40)


@pytest.mark.parametrize("name", SLIPS.values(), ids=lambda name: name.en)
def test_the_truth_is_ranked_high(name: Text, measured: list[SlipFigures]) -> None:
    (figures,) = [one for one in measured if one.name == name]
    first, among_three = _SHARES.get(name.en, _OF_MOVES)
    assert figures.first >= first * figures.slips
    assert figures.among_three >= among_three * figures.slips
    assert figures.wrongly_proved == 0
