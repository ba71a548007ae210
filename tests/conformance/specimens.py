"""Random consistent reports, always the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from linter.records import replace
from tests.conformance.specimen import Specimen
from tests.rendering import BY_NAME
from tests.strategies import ORGANS, Organ, consistent_reports, styles

_EACH = 4
# What this layout can express, every layout can.
_MODEST = BY_NAME["txt-aligned"]


@cache
def specimens() -> tuple[Specimen, ...]:
    """Reports without a mistake of every kind of organ, enough for every mistake to have places.

    In half of them the prose states figures of the tables.
    """
    return tuple(
        specimen
        for number, organ in enumerate(ORGANS)
        for figures in (False, True)
        for specimen in _drawn(organ, number * 2 + figures, figures=figures)
    )


def _drawn(organ: Organ, chance: int, *, figures: bool) -> Iterator[Specimen]:
    found: list[Specimen] = []

    @seed(chance)
    @settings(
        max_examples=_EACH + 1,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=[*HealthCheck],
    )
    @given(data=st.data())
    def collect(data: st.DataObject) -> None:
        signed = data.draw(st.sampled_from((True, True, True, False)))
        report = data.draw(consistent_reports(organ=organ, figures=figures, signed=signed))
        style = replace(data.draw(styles(_MODEST)), blank_zero=False)
        found.append(Specimen(report, style))

    collect()
    # The first one is always the plainest, with 0 in every cell.
    return iter(found[1:])
