"""Where in the user's own file something stands."""

from __future__ import annotations

from linter.records import record


@record
class Place:
    """A place as a person counts, from 1; what does not apply is None.

    ``line`` and ``column`` (in characters) exist in text formats, ``page`` in paged ones,
    ``table``, ``row`` and ``cell`` in every format with tables: the table's number in the
    file, the row in the table, the physical cell in the row. ``paragraph`` exists in Word files
    only: which ``w:p`` of the document's XML it is, or for a cell its first. ``sheet`` and
    ``address`` exist in spreadsheets only: the name of the sheet and of the cell, such as ``C7``.
    """

    line: int | None = None
    column: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    address: str | None = None


NOWHERE = Place()
