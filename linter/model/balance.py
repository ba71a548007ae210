"""The identities between cells as one report has them: each with both sides, kept or not."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.finding import Term
from linter.records import record


@record
class Balance:
    """One identity (勾稽关系) that ``rule`` demands, with its figures in this report.

    ``bindings`` are the rows, columns (by their first cell) and cells that the variables of the
    rule stand for. ``holds`` is None where a cell of it is missing or holds no number;
    ``unknown`` are those cells, which are 0 in the sides. ``certain`` is False where the rule's
    findings rest on what was read with doubt.
    """

    rule: str
    bindings: Mapping[str, str]
    left: tuple[Term, ...]
    relation: str
    right: tuple[Term, ...]
    holds: bool | None
    unknown: tuple[str, ...] = ()
    certain: bool = True
