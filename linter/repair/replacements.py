"""Fixes as the very characters of a text file that change, for editors and reviewers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.model.finding import Finding
from linter.model.fix import Fix, Replacement
from linter.model.problem import InputProblem
from linter.readers.detection import text_format
from linter.readers.encoding import decoded
from linter.repair.text_source import TextSource

_ZIP = b"PK"


def replacements(
    data: bytes, name: str, findings: Iterable[Finding]
) -> tuple[tuple[Replacement, ...], ...]:
    """What the fix of each finding replaces in ``data``, the file called ``name``.

    Nothing for a finding without a fix, for one whose text is not at its place, and for all
    findings of a file that is no text.
    """
    source = _source(data, name)
    return tuple(
        tuple(_replaced(source, finding.fix)) if source and finding.fix else ()
        for finding in findings
    )


def _source(data: bytes, name: str) -> TextSource | None:
    if data.startswith(_ZIP):
        return None
    try:
        return TextSource(data, text_format(decoded(data).text, name))
    except (InputProblem, ValueError):
        # No text (a PDF), or an encoding that cannot be kept: nothing can be written into it.
        return None


def _replaced(source: TextSource, fix: Fix) -> Iterator[Replacement]:
    pieces = [source.located(edit) for edit in fix.edits]
    if None not in pieces:
        yield from (source.replacement(one) for piece in pieces for one in piece or ())
