"""The last word of a run: what it comes to, and the counts."""

from __future__ import annotations

from linter.reporting.catalogue import counted, listed, phrase
from linter.reporting.run import Run, summary


def verdict_key(run: Run) -> str:
    """``errors``, ``unreadable``, ``warnings``, ``infos``, ``clean`` or ``nothing``.

    ``errors`` speaks of files that were checked; that a file could not be checked is no
    statement about its report.
    """
    totals = summary(run)
    checked = (result for result in run.results if result.status == "checked")
    if any(finding.severity == "error" for result in checked for finding in result.findings):
        return "errors"
    if totals.unreadable:
        return "unreadable"
    if totals.warnings:
        return "warnings"
    if totals.infos:
        return "infos"
    return "clean" if totals.files else "nothing"


def counts_text(run: Run) -> str:
    """「检查 3 个文件：2 处错误、1 处警告、4 处提示；1 个文件无法检查；1 个文件读取存疑」."""
    totals, language = summary(run), run.language
    findings = listed(
        (
            counted("errors", totals.errors, language),
            counted("warnings", totals.warnings, language),
            counted("infos", totals.infos, language),
        ),
        language,
    )
    files = counted("files", totals.files, language)
    line = phrase("summary.line", language, files=files, findings=findings)
    rest = (("unreadable", totals.unreadable), ("doubted", totals.doubted))
    joint = phrase("list.sentence", language)
    return line + "".join(joint + counted(unit, n, language) for unit, n in rest if n)
