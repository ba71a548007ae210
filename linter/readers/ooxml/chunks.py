"""Files that a Word document takes in whole (``w:altChunk``), read where they stand.

Programs that put documents together leave it to Word to merge them when the file is next
saved; until then the text is in no ``w:p`` of the document.
"""

from __future__ import annotations

from linter.model.problem import InputProblem
from linter.readers import limits
from linter.readers.flow import Grid, Item, Line
from linter.readers.ooxml.package import Package

_ZIP = b"PK\x03\x04"


class Chunks:
    """The chunks of the part ``source``; what they hold has no place in the document."""

    def __init__(self, package: Package, source: str) -> None:
        self._package = package
        self._source = source
        self._read = 0

    def items(self, relationship: str | None) -> list[Item]:
        """What a chunk holds; nothing where it is in a format that is not read in place.

        Chunks within chunks are left out. Raises as the readers of their formats do.
        """
        self._read += 1
        limits.require("zip-entries", self._read, limits.MAX_ARCHIVE_MEMBERS)
        name = self._package.target(self._source, relationship or "")
        data = self._package.part(name) if name else None
        if not data:
            return []
        try:
            items = _word_items(data) if data.startswith(_ZIP) else _text_items(data)
        except InputProblem as problem:
            if problem.rule != "E903":
                raise
            # Word alone can merge it; what stands around it is read.
            return []
        for item in items:
            _unplace(item)
        return items


def _word_items(data: bytes) -> list[Item]:
    from linter.readers.ooxml.document import package_items

    return package_items(Package(data))


def _text_items(data: bytes) -> list[Item]:
    from linter.readers.detection import refuse_other_formats, text_format
    from linter.readers.encoding import decoded
    from linter.readers.html.document import html_items
    from linter.readers.lines import LineIndex

    data = _page(data)
    refuse_other_formats(data)
    text = decoded(data).text
    limits.require("lines", text.count("\n") + 1, limits.MAX_LINES)
    if text_format(text, "") == "html":
        return html_items(text, LineIndex(text), 0)
    return [Line(line.strip()) for line in text.split("\n") if line.strip()]


def _page(data: bytes) -> bytes:
    """The page in a web archive; anything else as it is."""
    from linter.readers.detection import is_web_archive

    if not is_web_archive(data):
        return data
    from linter.readers.mhtml import page_of

    return page_of(data)


def _unplace(item: Item) -> None:
    """Takes the item's places away, which are those in the chunk."""
    item.position = None
    if isinstance(item, Line):
        item.paragraph = None
    elif isinstance(item, Grid):
        for cell in (cell for row in item.rows for cell in row):
            cell.position = cell.paragraph = None
            for inner in cell.items:
                _unplace(inner)
