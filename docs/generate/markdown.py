"""Markdown: tables, and texts in which nothing is a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def literal(text: str) -> str:
    """The text as a paragraph that shows every character of it."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with ``header``; texts may hold bars."""
    lines = [_row(header), _row(["---"] * len(header)), *map(_row, rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", r"\|").replace("\n", "<br>") for cell in cells)
    return f"| {' | '.join(escaped)} |"
