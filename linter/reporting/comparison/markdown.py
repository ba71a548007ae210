"""A comparison as Markdown: for a merge request or a letter."""

from __future__ import annotations

from collections.abc import Iterator

from linter.comparison.model import SentenceChange
from linter.model.rule import Language
from linter.reporting.catalogue import phrase
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
from linter.reporting.comparison.plain import shortened
from linter.reporting.comparison.wording import told
from linter.reporting.exchange.markdown import markdown_text
from linter.reporting.quoting import path_text

_COLUMNS = ("item", "old", "new", "difference")
_SIGNS = {None: "", True: "✓ ", False: "✗ "}


def markdown(compared: Compared) -> str:
    """A heading, the counts, and under the heading of each part a table and a list.

    In a sentence what was removed and added is marked as such.
    """
    comparison = compared.comparison
    old, new = (markdown_text(path_text(one.path)) for one in (comparison.old, comparison.new))
    parts = [f"## {old} → {new}\n"]
    parts += (f"{markdown_text(line)}\n" for line in relation_lines(compared))
    parts.append(f"**{markdown_text(summary_line(compared))}**\n")
    parts += (_group(group, compared.language) for group in groups(compared))
    return "\n".join(parts)


def _group(group: Group, language: Language) -> str:
    rows = [_row(entry) for entry in group.entries if isinstance(entry, Changed)]
    items = [_item(entry, language) for entry in group.entries if not isinstance(entry, Changed)]
    text = f"### {markdown_text(group.heading)}\n"
    if rows:
        head = tuple(told(f"column.{name}", language) for name in _COLUMNS)
        text += "\n" + "".join(_table(head, rows))
    if items:
        text += "\n" + "".join(f"- {item}\n" for item in items)
    return text


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    for cells in (head, ("---", "---:", "---:", "---:"), *rows):
        yield f"| {' | '.join(cells)} |\n"


def _row(entry: Changed) -> tuple[str, ...]:
    return tuple(map(markdown_text, (entry.label, entry.old, entry.new, entry.difference)))


def _item(entry: Line, language: Language) -> str:
    match entry:
        case SentenceChange():
            return "".join(_marked(entry))
        case Found():
            kind = told(f"finding.{entry.kind}", language)
            severity = phrase(f"severity.{entry.severity}", language)
            return markdown_text(f"{kind} {entry.rule} {severity} {entry.sentence}")
        case Remark():
            return _SIGNS[entry.holds] + markdown_text(entry.text)


def _marked(change: SentenceChange) -> Iterator[str]:
    marks = {"removed": "del", "added": "ins"}
    for piece in shortened(change):
        text = markdown_text(piece.text)
        tag = marks.get(piece.kept)
        yield f"<{tag}>{text}</{tag}>" if tag else text
