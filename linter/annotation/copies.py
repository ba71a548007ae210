"""The annotated copy of a file, whatever its format."""

from __future__ import annotations

import datetime

from linter.annotation.notes import notes
from linter.model.finding import FileResult
from linter.model.problem import InputProblem
from linter.reporting.run import Run

_ZIP = b"PK\x03\x04"


def annotated(
    data: bytes, result: FileResult, run: Run, heading: str, now: datetime.datetime
) -> bytes | None:
    """A copy of the file that ``result`` is about, with its findings; None where it takes none.

    Word files, web pages and PDF files with text can be annotated. ``heading`` stands above the
    list on a web page.
    """
    if result.status != "checked":
        return None
    try:
        if data.startswith(_ZIP):
            from linter.annotation.word import with_comments

            return with_comments(data, notes(result, run), now)
        from linter.readers import read

        document = read(data, result.path)
        if document.format == "pdf":
            from linter.annotation.pdf import with_highlights

            return with_highlights(data, document, result, run, now)
        if document.format == "html":
            from linter.annotation.page import with_marks

            return with_marks(data, notes(result, run), heading)
    except (ValueError, InputProblem):  # a zip may as well be a workbook or an archive
        return None
    return None
