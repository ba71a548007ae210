"""Totals and what else follows from the figures of a report (勾稽关系)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from linter.forms import Form
from linter.model.rule import Text
from linter.records import replace
from linter.reporting.labels import path_label
from linter.structure.proof import Cells, Sum, sums_of
from linter.writing.drafting import figure_text
from linter.writing.mistakes import (
    DataMistakes,
    impossible_figure,
    wrong_balance,
    wrong_sum,
)
from linter.writing.report_data import Figure, ReportData


def with_totals(data: ReportData, form: Form, *, zeros: bool = False) -> ReportData:
    """``data`` with every figure that its others determine.

    Where all cells of a sum but one are known, that one follows. With ``zeros`` what is then
    still blank is 0. Raises :class:`DataMistakes` for given figures that contradict each other.
    """
    sums = [one for key in sorted(data.tables) for one in sums_of(form.tables[key])]
    work = _Work(dict(data.figures), frozenset() if zeros else data.kept_blank, form)
    work.complete(sums)
    if zeros:
        totals = {one.equals[0] for one in sums if len(one.equals) == 1}
        cells = [cell for key in data.tables for cell in form.tables[key].cells()]
        for cell in cells:
            if cell not in totals:
                work.figures.setdefault(cell, 0)
        work.complete(sums)
    work.verify(sums)
    if work.mistakes:
        raise DataMistakes(work.mistakes)
    return replace(data, figures=work.figures)


class _Work:
    """The figures as far as they are known, and what is wrong with them."""

    def __init__(self, figures: dict[str, Figure], kept_blank: frozenset[str], form: Form) -> None:
        self.figures = figures
        self.mistakes: list[Text] = []
        self._kept_blank = kept_blank
        self._form = form

    def complete(self, sums: Iterable[Sum]) -> None:
        """Fills in what follows, and then what follows from that."""
        open_sums = [one for one in sums if self._unknown(one)]
        before = -1
        while before != len(self.figures):
            before = len(self.figures)
            for one in open_sums:
                unknown = self._unknown(one)
                if len(unknown) == 1 and unknown[0] not in self._kept_blank:
                    self._fill(unknown[0], one)

    def _unknown(self, one: Sum) -> list[str]:
        return [cell for cell in one.cells if cell not in self.figures]

    def _fill(self, cell: str, one: Sum) -> None:
        side, other = (one.parts, one.equals) if cell in one.parts else (one.equals, one.parts)
        number = self._sum(other) - self._sum([known for known in side if known != cell])
        if number < 0:
            self.mistakes.append(impossible_figure(self._label(cell), cell, str(number)))
        self.figures[cell] = max(int(number), 0)

    def verify(self, sums: Iterable[Sum]) -> None:
        """Notes every sum that is not what its parts make; it goes on with what they make."""
        for one in sums if not self.mistakes else ():
            if self._unknown(one):
                continue
            parts, equals = self._sum(one.parts), self._sum(one.equals)
            if parts == equals:
                continue
            if len(one.equals) == 1:
                (cell,) = one.equals
                given = figure_text(self.figures[cell])
                self.mistakes.append(wrong_sum(self._label(cell), cell, given, str(parts)))
                self.figures[cell] = int(parts)
            else:
                sides = (self._labels(one.parts), str(parts), self._labels(one.equals), str(equals))
                self.mistakes.append(wrong_balance(*sides))

    def _sum(self, cells: Iterable[str]) -> Fraction:
        return sum((Fraction(self.figures[cell]) for cell in cells), Fraction(0))

    def _label(self, path: str) -> Text:
        return Text(path_label(path, self._form, "zh"), path_label(path, self._form, "en"))

    def _labels(self, cells: Cells) -> Text:
        labels = [self._label(cell) for cell in cells]
        zh = "、".join(f"“{label.zh}”" for label in labels)
        return Text(zh, " and ".join(label.en for label in labels))
