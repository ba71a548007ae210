"""A report as it is printed: every text worded, nothing laid out yet.

Between the data and its layouts, so that a test can change what is printed (drop a row,
rename a heading) in one place for all layouts.
"""

from __future__ import annotations

from linter.records import record


@record
class Column:
    """One column: the key of the data model and the printed label."""

    key: str
    label: str


@record
class Line:
    """One data row: ``values`` are the printed cells, ``groups`` the merged cells before it."""

    path: str
    label: str
    values: tuple[str, ...]
    groups: tuple[str, ...] = ()


@record
class Block:
    """Rows under one header. ``title`` is the row above (「第二十条第（一）项」) or None."""

    title: str | None
    corner: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    header_groups: tuple[str, ...] = ()


@record
class Section:
    """A section: its table, if it has one, stands between two runs of paragraphs."""

    key: str
    heading: str
    before: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    after: tuple[str, ...] = ()


@record
class Content:
    """A whole report. ``title`` and ``preamble`` are lines and paragraphs."""

    title: tuple[str, ...]
    preamble: tuple[str, ...]
    sections: tuple[Section, ...]
    issuer: str | None
    date: str | None
