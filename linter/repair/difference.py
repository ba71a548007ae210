"""What a repair changes, as a unified diff of what a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from linter.model.document import Document, Paragraph, Table
from linter.readers import read
from linter.readers.encoding import decoded


def difference(before: bytes, after: bytes, name: str) -> str:
    """The diff between two states of the file ``name``; of a Word file that of its text."""
    old, new = list(_lines(before, name)), list(_lines(after, name))
    found = unified_diff(old, new, fromfile=name, tofile=name, lineterm="")
    return "".join(f"{line}\n" for line in found)


def _lines(data: bytes, name: str) -> Iterator[str]:
    document = read(data, name)
    if document.format == "docx":
        return _readable(document)
    return iter(decoded(data).text.split("\n"))


def _readable(document: Document) -> Iterator[str]:
    """The paragraphs, and a line for each row of a table."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from block.text.split("\n")
        elif isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(cell.text.replace("\n", "") for cell in row)
