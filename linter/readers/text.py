"""Plain text in all the forms in which reports are copied about."""

from __future__ import annotations

from linter.model.document import Document
from linter.readers import limits
from linter.readers.flow import document_blocks
from linter.readers.plain_lines import BARS, PlainReader, Recogniser
from linter.readers.quotation import unquoted


def text_document(text: str) -> Document:
    """Every line a paragraph, except those that form tables; places are line and column."""
    limits.require("lines", text.count("\n") + 1, limits.MAX_LINES)
    lines = unquoted(text.split("\n"))
    return Document("text", document_blocks(PlainReader(table_forms(text)).items(lines)))


def table_forms(text: str) -> list[Recogniser]:
    """What recognises the tables that ``text`` can hold at all."""
    forms: list[Recogniser] = []
    if any(bar in text for bar in BARS):
        from linter.readers.pipes import pipe_table

        forms.append(pipe_table)
    if "\t" in text:
        from linter.readers.tabbed import tab_table

        forms.append(tab_table)
    if "  " in text or "\u3000" in text or "\xa0" in text:
        from linter.readers.aligned import aligned_table

        forms.append(aligned_table)
    return forms
