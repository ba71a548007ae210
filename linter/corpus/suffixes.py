"""The names under which reports are looked for in a folder; a file named is always read."""

from __future__ import annotations

REPORT_SUFFIXES = (
    *(".txt", ".md", ".markdown", ".html", ".htm", ".shtml", ".mht", ".mhtml"),
    *(".docx", ".docm", ".pdf"),
    *(".doc", ".wps", ".rtf", ".odt", ".xlsx", ".xlsm", ".xls", ".et", ".ods"),
)
