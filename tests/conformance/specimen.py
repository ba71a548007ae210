"""A report about to be printed, with one mistake in it or none."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random

from linter.records import record, replace
from tests.rendering import Data, Layout, Style, cell_at, content_of, with_cell
from tests.rendering.slips import Change

Finish = Callable[[bytes, Layout], bytes]


@record
class Specimen:
    """``report`` is printed in ``style``; then ``changes`` happen to what is printed.

    ``stem`` is the name of its file where the name matters, ``finish`` changes the file's bytes.
    """

    report: Data
    style: Style
    changes: tuple[Change, ...] = ()
    stem: str | None = None
    finish: Finish | None = None

    def file(self, layout: Layout) -> tuple[bytes, str]:
        """Content and name of the file in this layout."""
        content = content_of(self.report, self.style)
        for change in self.changes:
            content = change(content)
        data = layout.render(content, self.style)
        if self.finish is not None:
            data = self.finish(data, layout)
        return data, (self.stem or layout.name) + layout.suffix

    @property
    def year(self) -> int:
        year: int = self.report["year"]
        return year

    @property
    def edition(self) -> str:
        edition: str = self.report["edition"]
        return edition

    def text(self, section: str) -> str:
        text: str = self.report["sections"][section]["text"]
        return text

    def number(self, cell: str) -> int:
        number: int = cell_at(self.report, cell)
        return number

    def changed(self, *changes: Change) -> Specimen:
        """The same report with something changed as it is printed."""
        return replace(self, changes=(*self.changes, *changes))

    def having(self, **values: object) -> Specimen:
        """The same report with other values, such as its title."""
        return replace(self, report={**self.report, **values})

    def saying(self, section: str, text: str) -> Specimen:
        """The same report with another text in a section."""
        report = copy.deepcopy(self.report)
        report["sections"][section]["text"] = text
        return replace(self, report=report)

    def holding(self, cells: dict[str, int | float | None]) -> Specimen:
        """The same report with other numbers in some cells."""
        report = self.report
        for cell, number in cells.items():
            report = with_cell(report, cell, number)
        return replace(self, report=report)


Slip = Callable[[Specimen, Random], Specimen | None]
"""Brings one mistake into a specimen; None where the specimen offers no place for it."""


def every_layout(layout: Layout) -> bool:
    return True


@record
class Mutation:
    """A mistake that ``rule`` and no other rule is to report.

    ``layouts`` says in which layouts the mistake can be told from something else at all. Where
    it puts several ``cells`` wrong it may be told once for each.
    """

    rule: str
    name: str
    slip: Slip
    layouts: Callable[[Layout], bool] = every_layout
    cells: int = 1
