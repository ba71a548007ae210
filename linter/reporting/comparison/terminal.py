"""A comparison for a person at a terminal."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.console import Console

from linter.comparison.model import SentenceChange
from linter.reporting.comparison.entries import (
    Changed,
    Compared,
    Found,
    Group,
    Line,
    Remark,
    groups,
    relation_lines,
    summary_line,
)
from linter.reporting.comparison.plain import sentence_sign, shortened
from linter.reporting.comparison.wording import told
from linter.reporting.page import SEVERITY_COLOURS, Page, Part, page_for
from linter.reporting.quoting import path_text
from linter.reporting.typesetting import text_width, wrapped

_WIDTH = 100
_INDENT, _HANGING = 2, 4
_GAP = 3
_ARROW = 4
"""Columns that 「 → 」 takes where the terminal is generous."""

_LEAST_LABEL = 24
"""Columns that labels need for figures to stand beside them, and not below."""

_WIDEST_FIGURE = 18
_STYLES = {"removed": "red", "added": "green"}
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_KINDS = {"appeared": "bold red", "gone": "bold green", "stayed": "bold yellow"}
_SIGNS = {"appeared": "+", "gone": "-", "stayed": "="}
_NUMBERS = ("old", "new", "difference")


def drawn_comparison(compared: Compared, console: Console | None = None) -> str:
    """The comparison as ``console`` shows it; without one, a page wide and without colours."""
    if console is None:
        console = Console(file=io.StringIO(), width=_WIDTH, color_system=None)
    with console.capture() as capture:
        print_comparison(compared, console)
    return capture.get()


def print_comparison(compared: Compared, console: Console) -> None:
    """The files and their relation, every group of differences, and the counts."""
    page = page_for(console, compared.language)
    comparison = compared.comparison
    page.paragraph(("--- ", "red"), (path_text(comparison.old.path), "bold"), hanging=_HANGING)
    page.paragraph(("+++ ", "green"), (path_text(comparison.new.path), "bold"), hanging=_HANGING)
    for line in relation_lines(compared):
        page.paragraph((line, "dim"))
    page.blank()
    for group in groups(compared):
        _print_group(page, group)
    page.paragraph((summary_line(compared), "bold"))


def _print_group(page: Page, group: Group) -> None:
    page.paragraph((group.heading, "bold underline"))
    page.blank()
    changes = [entry for entry in group.entries if isinstance(entry, Changed)]
    widths = _widths(page, changes)
    for entry in group.entries:
        if isinstance(entry, Changed):
            _print_change(page, entry, widths)
        else:
            page.paragraph(*_parts(page, entry), indent=_INDENT, hanging=_HANGING)
    page.blank()


def _widths(page: Page, changes: Sequence[Changed]) -> dict[str, int] | None:
    """The widths of the columns of figures; None where they do not stand beside the labels."""
    widths = {
        name: max((text_width(getattr(one, name)) for one in changes), default=0)
        for name in _NUMBERS
    }
    if max(widths["old"], widths["new"]) > _WIDEST_FIGURE:
        return None
    labels = [text_width(one.label) for one in changes]
    unsure = max((text_width(one.label, ambiguous=2) for one in changes), default=0)
    slack = max(0, unsure - max(labels, default=0))
    left = page.measure - _INDENT - sum(widths.values()) - 2 * _GAP - _ARROW - slack
    if left < min(max(labels, default=0), _LEAST_LABEL):
        return None
    return {"label": min(max(labels, default=0), left), "slack": slack, **widths}


def _print_change(page: Page, entry: Changed, widths: dict[str, int] | None) -> None:
    """The label, and behind it or below it what was there and what is there now."""
    if widths is None:
        page.paragraph(entry.label, indent=_INDENT, hanging=_HANGING)
        after = f"  {entry.difference}" if entry.difference else ""
        page.paragraph(
            (entry.old, "red"), " → ", (entry.new, "green"), (after, "dim"), indent=_HANGING
        )
        return
    *above, label = wrapped(entry.label, widths["label"] + widths["slack"])
    for line in above:
        page.paragraph(line, indent=_INDENT)
    page.paragraph(
        label + " " * (widths["label"] - text_width(label) + _GAP),
        (_right(entry.old, widths["old"]), "red"),
        " → ",
        (_right(entry.new, widths["new"]), "green"),
        ("   " + _right(entry.difference, widths["difference"]), "dim"),
        indent=_INDENT,
        hanging=_HANGING,
    )


def _right(text: str, width: int) -> str:
    return " " * (width - text_width(text)) + text


def _parts(page: Page, entry: Line) -> list[Part]:
    match entry:
        case SentenceChange():
            return _sentence(page, entry)
        case Remark():
            colour = {None: "dim", True: "green", False: "bold yellow"}[entry.holds]
            return [(f"{_sign(page, entry)} ", colour), entry.text]
        case Found():
            kind = told(f"finding.{entry.kind}", page.language)
            severity = page.phrase(f"severity.{entry.severity}")
            return [
                (f"{_SIGNS[entry.kind]} {kind} ", _KINDS[entry.kind]),
                (f"{severity} {entry.rule} ", SEVERITY_COLOURS[entry.severity]),
                entry.sentence,
            ]


def _sign(page: Page, remark: Remark) -> str:
    if remark.holds is None:
        return page.lettering.severity("info")
    return page.lettering.good if remark.holds else page.lettering.severity("error")


def _sentence(page: Page, change: SentenceChange) -> list[Part]:
    sign = sentence_sign(change)
    style = {"-": "red", "+": "green"}.get(sign, "")
    parts: list[Part] = [(f"{sign} ", f"bold {style}".strip())]
    marked = change.kind == "changed" and not page.lettering.coloured
    for piece in shortened(change):
        left, right = _MARKS.get(piece.kept, ("", "")) if marked else ("", "")
        colour = _STYLES.get(piece.kept, "")
        if piece.kept == "removed" and change.kind == "changed":
            colour += " strike"
        parts.append((f"{left}{piece.text}{right}", colour))
    return parts
