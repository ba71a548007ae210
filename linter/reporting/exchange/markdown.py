"""The run as Markdown: for a job summary, a merge request or a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.model.finding import FileResult
from linter.regex import regex
from linter.reporting.catalogue import phrase
from linter.reporting.exchange.entries import Entry, entries_of, page_address, shown_path
from linter.reporting.rule_counts import rule_counts
from linter.reporting.run import Run
from linter.reporting.verdict import counts_text, verdict_key

_SPECIAL = regex(r"([\\`*_{}\[\]<>#|~!&$])")
_COLUMNS = ("severity", "rule", "place", "finding", "source")
_COUNTS = ("findings", "files", "rule", "title")
_MOST_BYTES = 900_000
"""GitHub refuses a summary of more than 1 MiB."""


def markdown(run: Run) -> str:
    """The verdict, and a heading and a table of findings for every file with findings."""
    return "".join([_head(run), *(_file(one, run) for one in _with_findings(run)), _tail(run)])


def job_summary(run: Run) -> str:
    """The same, cut to what GitHub takes for the summary of a step; a note says so."""
    head, tail = _head(run), _tail(run)
    left = _MOST_BYTES - len((head + tail).encode())
    parts, left_out = [], 0
    for result in _with_findings(run):
        part = _file(result, run)
        size = len(part.encode())
        if size > left:
            left_out += 1
            continue
        left -= size
        parts.append(part)
    if left_out:
        parts.append(phrase("markdown.left_out", run.language, count=left_out) + "\n\n")
    return "".join([head, *parts, tail])


def markdown_text(text: str) -> str:
    """``text`` so that Markdown shows it as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text))


def _with_findings(run: Run) -> Iterator[FileResult]:
    return (result for result in run.results if result.findings)


def _head(run: Run) -> str:
    if run.quiet:
        return ""
    verdict = phrase(f"verdict.{verdict_key(run)}", run.language)
    return f"**{markdown_text(verdict)}** {markdown_text(counts_text(run))}\n\n"


def _tail(run: Run) -> str:
    if not run.statistics:
        return ""
    heading = phrase("heading.statistics", run.language)
    rows = (
        (str(count.findings), str(count.files), count.rule, _title(count.rule, run))
        for count in rule_counts(run)
    )
    return f"### {markdown_text(heading)}\n\n{_table(_COUNTS, rows, run)}\n"


def _file(result: FileResult, run: Run) -> str:
    rows = (_row(entry, run) for entry in entries_of(result, run))
    return f"### {markdown_text(shown_path(result))}\n\n{_table(_COLUMNS, rows, run)}\n"


def _row(entry: Entry, run: Run) -> tuple[str, ...]:
    address = page_address(entry.rule, run)
    rule = markdown_text(entry.rule.id)
    return (
        phrase(f"severity.{entry.finding.severity}", run.language),
        rule if address is None else f"[{rule}]({address})",
        markdown_text(entry.where),
        markdown_text(entry.message),
        markdown_text(entry.rule.source),
    )


def _title(rule: str, run: Run) -> str:
    return markdown_text(run.rules[rule].title.in_language(run.language))


def _table(columns: Iterable[str], rows: Iterable[tuple[str, ...]], run: Run) -> str:
    head = tuple(phrase(f"field.{name}", run.language) for name in columns)
    lines = (head, ("---",) * len(head), *rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
