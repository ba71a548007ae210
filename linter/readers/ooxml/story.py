"""A flow of paragraphs and tables in a Word document: the body, or what a text box holds."""

from __future__ import annotations

import re

from linter.readers import limits
from linter.readers.flow import Item
from linter.readers.ooxml.annotations import DELETION, HIDDEN, Annotations, author_of
from linter.readers.ooxml.numbering import Numbering
from linter.readers.ooxml.paragraph import WordParagraph
from linter.readers.ooxml.styles import Styles, outline_level
from linter.readers.ooxml.tables import WordCell, WordRow, WordTable
from linter.readers.ooxml.xml import Attributes, is_on, number, value, word_attribute
from linter.records import field, mutable_record
from linter.regex import regex

_NO_LEVEL = 9
_CONTENTS = regex(r"\s*TOC\b", re.IGNORECASE)
_FIRST_WORD = 20


@mutable_record
class Setting:
    """What all stories of a document share; ``items`` and ``cells`` count for the limits.

    ``paragraphs`` is the number of the paragraph that began last in the file.
    """

    styles: Styles
    numbering: Numbering
    annotations: Annotations
    items: int = 0
    cells: int = 0
    paragraphs: int = 0


@mutable_record
class Story:
    """One flow while its XML is read: what its elements mean, each a method.

    ``targets`` are the lists that receive items: the story's own, then those of the cells
    that stand open. ``fields`` tells of each open field whether its code is being read, ``code``
    is that of the last; ``contents`` says which of them is a table of contents, 0 that none is.
    ``run_hidden`` is what the run at hand says itself, None where it leaves that to the style
    of its paragraph.
    """

    setting: Setting
    targets: list[list[Item]] = field(default_factory=lambda: [[]])
    tables: list[WordTable] = field(default_factory=list)
    paragraph: WordParagraph | None = None
    continued: WordParagraph | None = None
    run_hidden: bool | None = None
    in_text: bool = False
    in_paragraph_properties: bool = False
    in_row_properties: bool = False
    fields: list[bool] = field(default_factory=list)
    in_code: bool = False
    code: str = ""
    contents: int = 0

    @property
    def items(self) -> list[Item]:
        """What the story holds so far, paragraphs that still go on not counted."""
        return self.targets[0]

    def add(self, text: str) -> None:
        """Text of the run at hand, which is no text where the run is hidden."""
        if self.paragraph is None or any(self.fields):
            return
        if self.is_hidden():
            self.setting.annotations.add(HIDDEN, None, text)
        else:
            self.paragraph.pieces.append(text)
            self.setting.annotations.shown(text)

    def is_hidden(self) -> bool:
        """Whether Word does not show the run at hand."""
        if self.run_hidden is not None or self.paragraph is None:
            return bool(self.run_hidden)
        return bool(self.setting.styles.style(self.paragraph.style).hidden)

    # Paragraphs and runs

    def begin_paragraph(self, _: Attributes) -> None:
        self.paragraph = self.continued or WordParagraph(self.setting.paragraphs)
        self.continued = None

    def end_paragraph(self) -> None:
        paragraph, self.paragraph = self.paragraph, None
        # Word keeps the code of a field in one paragraph; a broken field must not eat the rest.
        self.fields = [False] * len(self.fields)
        if paragraph is None:
            return
        self.setting.annotations.end_paragraph(paragraph.mark_change)
        if paragraph.mark_deleted:
            self.continued = paragraph.following()
        else:
            self._put(paragraph)

    def _put(self, paragraph: WordParagraph) -> None:
        in_contents = self.contents > 0 and not self.tables
        self._keep(paragraph.end(self.setting.styles, self.setting.numbering, in_contents))

    def put(self, items: list[Item]) -> None:
        """What stands between paragraphs and is none."""
        self.put_continued()
        self._keep(items)

    def _keep(self, items: list[Item]) -> None:
        self.setting.items += len(items)
        limits.require("blocks", self.setting.items, limits.MAX_BLOCKS + limits.MAX_CELLS)
        self.targets[-1].extend(items)

    def put_continued(self) -> None:
        """A paragraph whose deleted mark was the last of its cell ends there nevertheless."""
        paragraph, self.continued = self.continued, None
        if paragraph is not None:
            self._put(paragraph)

    def begin_paragraph_properties(self, _: Attributes) -> None:
        self.in_paragraph_properties = True

    def end_paragraph_properties(self) -> None:
        self.in_paragraph_properties = False

    def set_style(self, attributes: Attributes) -> None:
        if self.paragraph is not None:
            self.paragraph.style = value(attributes)

    def set_level(self, attributes: Attributes) -> None:
        if self.paragraph is not None:
            self.paragraph.has_level = True
            self.paragraph.level = outline_level(number(attributes, _NO_LEVEL))

    def set_numbering(self, attributes: Attributes) -> None:
        if self.paragraph is not None:
            self.paragraph.num_id = value(attributes)

    def set_numbering_level(self, attributes: Attributes) -> None:
        if self.paragraph is not None:
            self.paragraph.num_level = number(attributes)

    def change_of_properties(self, kind: str, attributes: Attributes) -> bool:
        """Notes an inserted or deleted paragraph mark or row; False where it is text."""
        if self.in_paragraph_properties and self.paragraph is not None:
            self.paragraph.change_mark(kind, author_of(attributes))
        elif self.in_row_properties and self.tables and kind == DELETION:
            self.tables[-1].row.deleted = True
        return self.in_paragraph_properties or self.in_row_properties

    def begin_run(self, _: Attributes) -> None:
        self.run_hidden = None

    def end_run(self) -> None:
        self.run_hidden = None

    def set_run_style(self, attributes: Attributes) -> None:
        if not self.in_paragraph_properties:
            self.run_hidden = self.setting.styles.style(value(attributes)).hidden

    def set_hidden(self, attributes: Attributes) -> None:
        if not self.in_paragraph_properties:
            self.run_hidden = is_on(attributes)

    def begin_text(self, _: Attributes) -> None:
        self.in_text = True

    def end_text(self) -> None:
        self.in_text = False

    def set_field(self, attributes: Attributes) -> None:
        """Of a field only the result counts, which stands behind ``separate``."""
        kind = word_attribute(attributes, "fldCharType")
        if kind == "begin":
            self.fields.append(True)
            self.code = ""
        elif self.fields and kind == "separate":
            self.fields[-1] = False
            if _CONTENTS.match(self.code):
                self.contents = len(self.fields)
        elif self.fields and kind == "end":
            self.fields.pop()
            self.contents = min(self.contents, len(self.fields))

    def begin_code(self, _: Attributes) -> None:
        self.in_code = True

    def end_code(self) -> None:
        self.in_code = False

    def add_code(self, text: str) -> None:
        """A piece of the code of a field, of which the first word is of interest."""
        if len(self.code) < _FIRST_WORD:
            self.code += text[:_FIRST_WORD]

    # Tables

    def begin_table(self, _: Attributes) -> None:
        self.put_continued()
        self.tables.append(WordTable())
        limits.require("nesting", len(self.tables), limits.MAX_TABLE_DEPTH)

    def end_table(self) -> None:
        self.targets[-1].append(self.tables.pop().grid())

    def begin_row(self, _: Attributes) -> None:
        if self.tables:
            self.tables[-1].row = WordRow()

    def end_row(self) -> None:
        if self.tables:
            self.setting.annotations.lost(self.tables[-1].row.deleted_text())
            self.tables[-1].end_row()

    def begin_row_properties(self, _: Attributes) -> None:
        self.in_row_properties = True

    def end_row_properties(self) -> None:
        self.in_row_properties = False

    def set_columns_before(self, attributes: Attributes) -> None:
        if self.tables:
            self.tables[-1].row.before = number(attributes)

    def begin_cell(self, _: Attributes) -> None:
        self.setting.cells += 1
        limits.require("cells", self.setting.cells, limits.MAX_CELLS)
        if self.tables:
            cell = WordCell(self.setting.paragraphs + 1)
            self.tables[-1].open_cells.append(cell)
            self.targets.append(cell.items)

    def end_cell(self) -> None:
        if self.tables:
            self.put_continued()
            table = self.tables[-1]
            table.row.cells.append(table.open_cells.pop())
            self.targets.pop()

    def _cell(self) -> WordCell:
        """The cell that stands open; where none does, one that goes nowhere."""
        tables = self.tables
        return tables[-1].open_cells[-1] if tables and tables[-1].open_cells else WordCell()

    def set_width(self, attributes: Attributes) -> None:
        self._cell().width = number(attributes, 1)

    def set_merge(self, attributes: Attributes) -> None:
        self._cell().merge = value(attributes) or "continue"

    def set_horizontal_merge(self, attributes: Attributes) -> None:
        self._cell().continues = value(attributes) != "restart"

    def delete_cell(self, _: Attributes) -> None:
        self._cell().deleted = True
