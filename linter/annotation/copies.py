"""The annotated copy of a file, whatever its format."""

from __future__ import annotations

import datetime

from linter.annotation.notes import notes
from linter.model.finding import FileResult
from linter.reporting.run import Run

_ZIP = b"PK\x03\x04"


def annotated(
    data: bytes, result: FileResult, run: Run, heading: str, now: datetime.datetime
) -> bytes | None:
    """A copy of the file that ``result`` is about, with its findings; None where it takes none.

    Word files and web pages can be annotated. ``heading`` stands above the list on a page.
    """
    if result.status != "checked":
        return None
    try:
        if data.startswith(_ZIP):
            from linter.annotation.word import with_comments

            return with_comments(data, notes(result, run), now)
        from linter.readers import read

        if read(data, result.path).format == "html":
            from linter.annotation.page import with_marks

            return with_marks(data, notes(result, run), heading)
    except ValueError:
        return None
    return None
