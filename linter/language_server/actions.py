"""Fixes as the code actions of an editor."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from linter.forms import load_form
from linter.language_server.checked_text import CheckedText
from linter.language_server.diagnostics import diagnostic
from linter.language_server.wording import text
from linter.model.finding import FileResult, Finding
from linter.model.fix import Fix
from linter.model.place import Place
from linter.repair.application import repaired
from linter.repair.replacements import replacements
from linter.repair.rounds import in_rounds
from linter.repair.tidying import tidying
from linter.reporting.fixes import fix_text

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.nianbao"
KINDS: tuple[str, ...] = (CodeActionKind.QuickFix.value, FIX_ALL)
_MOST_FIXES = 20


def code_actions(
    checked: CheckedText,
    span: Range,
    only: Sequence[str] | None,
    check_again: Callable[[bytes], FileResult],
    *,
    versioned: bool,
) -> list[CodeAction]:
    """What can be done about the findings in ``span``; ``only`` are the kinds asked for.

    Every action was tried: it changes what it says and nothing else in the report.
    """
    if checked.result.report is None:
        return []
    wanted = [kind for kind in KINDS if only is None or _is_asked_for(kind, only)]
    actions: list[CodeAction] = []
    if CodeActionKind.QuickFix.value in wanted:
        actions += _quick_fixes(checked, span, versioned=versioned)
    # Trying them all takes time: unasked they are offered beside one of them only.
    if FIX_ALL in wanted and (only is not None or any(one.is_preferred for one in actions)):
        actions += _all_safe(checked, check_again, versioned=versioned)
    return actions


def _quick_fixes(checked: CheckedText, span: Range, *, versioned: bool) -> Iterator[CodeAction]:
    first = checked.positions.offset(span.start)
    last = checked.positions.offset(span.end)
    here = [
        (number, finding, finding.fix)
        for number, (finding, (start, end)) in enumerate(
            zip(checked.result.findings, checked.spans, strict=True)
        )
        if start <= last and first <= end and finding.fix
    ]
    for number, finding, fix in here[:_MOST_FIXES]:
        if edits := _edits(checked, finding, fix):
            yield CodeAction(
                title=_title(checked, fix),
                kind=CodeActionKind.QuickFix,
                diagnostics=[diagnostic(checked, number)],
                is_preferred=fix.safe,
                edit=_workspace_edit(checked, edits, versioned=versioned),
            )


def _title(checked: CheckedText, fix: Fix) -> str:
    report, language = checked.result.report, checked.run.language
    form = load_form(report.edition) if report else None
    key = "safe" if fix.safe else "unsafe"
    return text(key, language, fix=fix_text(fix, form, language))


def _edits(checked: CheckedText, finding: Finding, fix: Fix) -> list[TextEdit]:
    """The edits of one fix; none where it would not do what it is meant to."""
    report = checked.result.report
    if not report or not repaired(checked.data, checked.name, report, [fix], _now()).made:
        return []
    (replaced,) = replacements(checked.data, checked.name, [finding])
    return [
        TextEdit(
            Range(
                _position(checked, one.line, one.column),
                _position(checked, one.end_line, one.end_column),
            ),
            one.text,
        )
        for one in replaced
    ]


def _all_safe(
    checked: CheckedText, check_again: Callable[[bytes], FileResult], *, versioned: bool
) -> Iterator[CodeAction]:
    """All safe fixes together, and numbers and dates put into their usual form."""
    before = checked.data
    done = in_rounds(before, checked.name, checked.result, _safe_fixes, check_again, _now())
    if done.data == before:
        return
    edits = _changed_lines(checked, done.data.decode("utf-8-sig"))
    yield CodeAction(
        title=text("all", checked.run.language),
        kind=FIX_ALL,
        edit=_workspace_edit(checked, edits, versioned=versioned),
    )


def _safe_fixes(result: FileResult) -> list[Fix]:
    fixes = [finding.fix for finding in result.findings if finding.fix and finding.fix.safe]
    return [*fixes, *(tidying(result.report) if result.report else ())]


def _changed_lines(checked: CheckedText, after: str) -> list[TextEdit]:
    """The lines that differ; all from the first to the last where fixes join lines."""
    before = checked.source.text
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if len(old) != len(new):
        start = _alike(before, after)
        same = _alike(before[start:][::-1], after[start:][::-1])
        span = checked.positions.range(start, len(before) - same)
        return [TextEdit(span, after[start : len(after) - same])]
    edits, at = [], 0
    for was, becomes in zip(old, new, strict=True):
        if was != becomes:
            edits.append(TextEdit(checked.positions.range(at, at + len(was)), becomes))
        at += len(was)
    return edits


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _workspace_edit(
    checked: CheckedText, edits: Sequence[TextEdit], *, versioned: bool
) -> WorkspaceEdit:
    """The edits, bound to the version of the text where the editor understands that."""
    if not versioned:
        return WorkspaceEdit(changes={checked.uri: list(edits)})
    document = OptionalVersionedTextDocumentIdentifier(checked.uri, checked.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, list(edits))])


def _position(checked: CheckedText, line: int, column: int) -> Position:
    offset = checked.source.offset(Place(line=line, column=column))
    return checked.positions.position(offset or 0)


def _is_asked_for(kind: str, only: Sequence[str]) -> bool:
    """Whether a kind is one of those asked for, or below it: ``source`` asks for all of its."""
    return any(kind == one or kind.startswith(f"{one}.") for one in only)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
