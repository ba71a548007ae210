"""A comparison for logs and pipes: one difference a line, each line complete by itself."""

from __future__ import annotations

from collections.abc import Iterator

from linter.comparison.model import Piece, SentenceChange
from linter.model.rule import Language
from linter.reporting.catalogue import phrase
from linter.reporting.comparison.entries import (
    Changed,
    Compared,
    Entry,
    Found,
    Remark,
    groups,
    relation_lines,
    summary_line,
)
from linter.reporting.comparison.wording import told
from linter.reporting.quoting import path_text, printable

_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_CONTEXT = 16
"""Characters beside a change that are shown of a longer stretch without any."""

_SIGNS = {None: "i", True: "=", False: "!"}


def plain(compared: Compared) -> str:
    """The files, then every difference behind the heading that it belongs to, then the counts.

    Within a sentence ``[-…-]`` was removed and ``{+…+}`` added.
    """
    comparison, language = compared.comparison, compared.language
    lines = [f"--- {path_text(comparison.old.path)}", f"+++ {path_text(comparison.new.path)}"]
    lines += relation_lines(compared)
    for group in groups(compared):
        for entry in group.entries:
            sign, text = _line(entry, language)
            label = told("remark", language, label=group.heading, text=text)
            lines.append(f"{sign} {label}")
    lines.append(summary_line(compared))
    return "".join(f"{line}\n" for line in lines)


def _line(entry: Entry, language: Language) -> tuple[str, str]:
    match entry:
        case Changed():
            difference = entry.difference
            after = told("difference", language, difference=difference) if difference else ""
            facts = {"label": entry.label, "old": entry.old, "new": entry.new}
            return "~", told("change", language, **facts) + after
        case SentenceChange():
            return sentence_sign(entry), "".join(_marked(entry))
        case Remark():
            return _SIGNS[entry.holds], entry.text
        case Found():
            severity = phrase(f"severity.{entry.severity}", language)
            kind = told(f"finding.{entry.kind}", language)
            sign = {"appeared": "+", "gone": "-", "stayed": "="}[entry.kind]
            return sign, f"{kind} {entry.rule} {severity} {entry.sentence}"


def sentence_sign(change: SentenceChange) -> str:
    """The sign before a sentence, as in a diff."""
    return {"changed": "~", "removed": "-", "added": "+"}[change.kind]


def _marked(change: SentenceChange) -> Iterator[str]:
    for piece in shortened(change):
        left, right = ("", "") if change.kind != "changed" else _MARKS.get(piece.kept, ("", ""))
        yield f"{left}{piece.text}{right}"


def shortened(change: SentenceChange) -> Iterator[Piece]:
    """The pieces as far as a person needs them: of what stayed the same, the ends."""
    last = len(change.pieces) - 1
    for index, piece in enumerate(change.pieces):
        text = printable(piece.text)
        if piece.kept == "same" and len(text) > 3 * _CONTEXT:
            before = text[:_CONTEXT] if index else ""
            after = text[-_CONTEXT:] if index < last else ""
            text = f"{before}…{after}"
        yield Piece(piece.kept, text)
