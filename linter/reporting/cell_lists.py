"""Several cells named in one phrase."""

from __future__ import annotations

from collections.abc import Iterable

from linter.forms import Form
from linter.model.rule import Language
from linter.reporting.catalogue import listed, phrase
from linter.reporting.labels import column_label, path_label

FEW = 4
"""Cells up to which each is named."""

_NAMES = 7
"""Names of rows or columns that a summary gives at most."""


def cells_text(cells: tuple[str, ...], form: Form, language: Language) -> str:
    """Each of a few cells by its label; of many, their columns or rows and their number."""
    if len(cells) <= FEW:
        return listed((path_label(cell, form, language) for cell in cells), language)
    columns = _distinct(column_label(cell, form, language) for cell in cells)
    rows = _distinct(path_label(cell.rpartition(".")[0], form, language) for cell in cells)
    kind, names = ("column", columns) if len(columns) <= len(rows) else ("row", rows)
    key = f"cells.{kind}" if len(names) == 1 else f"cells.{kind}s"
    return phrase(key, language, names=_names(names, language), k=len(names), n=len(cells))


def _names(names: list[str], language: Language) -> str:
    if len(names) <= _NAMES:
        return listed(names, language)
    first = listed(names[:_NAMES], language)
    return phrase("cells.more", language, names=first)


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
