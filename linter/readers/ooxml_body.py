"""The body of a Word document, from the events of its XML to items in reading order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from linter.readers import limits
from linter.readers.flow import Item
from linter.readers.ooxml_numbering import Numbering
from linter.readers.ooxml_paragraph import WordParagraph
from linter.readers.ooxml_styles import Styles, outline_level
from linter.readers.ooxml_tables import WordCell, WordRow, WordTable
from linter.readers.ooxml_xml import Attributes, is_on, names, number, value, word_attribute
from linter.records import field, mutable_record

_CHARACTERS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-",
}  # fmt: skip
# The old properties of a tracked change, and the glosses of ruby text.
_SKIPPED = (
    "w:pPrChange", "w:rPrChange", "w:tcPrChange", "w:trPrChange", "w:tblPrChange",
    "w:tblPrExChange", "w:tblGridChange", "w:sectPrChange", "w:numberingChange", "w:rt",
)  # fmt: skip
_NO_LEVEL = 9


@mutable_record
class _Story:
    """A flow of paragraphs of its own: the body, or the content of a text box.

    ``targets`` are the lists that receive items: the story's own, then those of the cells
    that stand open. ``fields`` tells of each open field whether its code is being read.
    """

    targets: list[list[Item]] = field(default_factory=lambda: [[]])
    tables: list[WordTable] = field(default_factory=list)
    paragraph: WordParagraph | None = None
    continued: WordParagraph | None = None
    run_hidden: bool = False
    in_text: bool = False
    fields: list[bool] = field(default_factory=list)


class BodyReader:
    """Handlers for ``parse``; ``items`` is complete after the last event."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.has_body = False
        self._styles = styles
        self._numbering = numbering
        self._story = _Story()
        self._outer_stories: list[_Story] = []
        self._choices: list[bool] = []
        self._skipping = self._depth = self._cells = self._items = 0
        self._in_paragraph_properties = self._in_row_properties = False
        self._picture_text = ""
        starts: dict[str, Callable[[Attributes], None]] = {
            "w:body": self._begin_body,
            "w:p": self._begin_paragraph,
            "w:pPr": self._begin_paragraph_properties,
            "w:pStyle": self._set_style,
            "w:outlineLvl": self._set_level,
            "w:numId": self._set_numbering,
            "w:ilvl": self._set_numbering_level,
            "w:r": self._begin_run,
            "w:rStyle": self._set_run_style,
            "w:vanish": self._set_hidden,
            "w:t": self._begin_text,
            "m:t": self._begin_text,
            "w:fldChar": self._field,
            "w:del": self._delete,
            "w:moveFrom": self._delete,
            "w:tbl": self._begin_table,
            "w:tr": self._begin_row,
            "w:trPr": self._begin_row_properties,
            "w:gridBefore": self._set_columns_before,
            "w:tc": self._begin_cell,
            "w:gridSpan": self._set_width,
            "w:vMerge": self._set_merge,
            "w:cellDel": self._delete_cell,
            "w:txbxContent": self._begin_text_box,
            "mc:AlternateContent": self._begin_alternatives,
            "mc:Choice": self._alternative,
            "mc:Fallback": self._alternative,
            "wp:docPr": self._describe_picture,
            "a:blip": self._picture,
            "v:imagedata": self._picture,
            **dict.fromkeys(_SKIPPED, self._skip),
            **{name: partial(self._character, text) for name, text in _CHARACTERS.items()},
        }
        ends: dict[str, Callable[[], None]] = {
            "w:p": self._end_paragraph,
            "w:pPr": self._end_paragraph_properties,
            "w:r": self._end_run,
            "w:t": self._end_text,
            "m:t": self._end_text,
            "w:tbl": self._end_table,
            "w:tr": self._end_row,
            "w:trPr": self._end_row_properties,
            "w:tc": self._end_cell,
            "w:txbxContent": self._end_text_box,
            "mc:AlternateContent": self._end_alternatives,
        }
        self._starts = {full: starts[short] for full, short in names(*starts).items()}
        self._ends = {full: ends[short] for full, short in names(*ends).items()}

    @property
    def items(self) -> list[Item]:
        """What the body holds so far, paragraphs that still go on not counted."""
        return self._story.targets[0]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > limits.MAX_NESTING:
            limits.require("nesting", self._depth, limits.MAX_NESTING)
        if self._skipping:
            self._skipping += 1
            return
        handler = self._starts.get(name)
        if handler is not None:
            handler(attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
            return
        handler = self._ends.get(name)
        if handler is not None:
            handler()

    def text(self, data: str) -> None:
        if self._story.in_text:
            self._add(data)

    def _add(self, text: str) -> None:
        story = self._story
        if story.paragraph is not None and not story.run_hidden and not any(story.fields):
            story.paragraph.pieces.append(text)

    def _skip(self, _: Attributes) -> None:
        self._skipping = 1

    def _begin_body(self, _: Attributes) -> None:
        self.has_body = True

    # Paragraphs and runs

    def _begin_paragraph(self, _: Attributes) -> None:
        self._story.paragraph = self._story.continued or WordParagraph()
        self._story.continued = None

    def _end_paragraph(self) -> None:
        story = self._story
        paragraph, story.paragraph = story.paragraph, None
        # Word keeps the code of a field in one paragraph; a broken field must not eat the rest.
        story.fields = [False] * len(story.fields)
        if paragraph is None:
            return
        if paragraph.mark_deleted:
            story.continued = paragraph.following()
        else:
            self._put(paragraph)

    def _put(self, paragraph: WordParagraph) -> None:
        items = paragraph.end(self._styles, self._numbering)
        self._items += len(items)
        limits.require("blocks", self._items, limits.MAX_BLOCKS + limits.MAX_CELLS)
        self._story.targets[-1].extend(items)

    def _put_continued(self) -> None:
        """A paragraph whose deleted mark was the last of its cell ends there nevertheless."""
        paragraph, self._story.continued = self._story.continued, None
        if paragraph is not None:
            self._put(paragraph)

    def _begin_paragraph_properties(self, _: Attributes) -> None:
        self._in_paragraph_properties = True

    def _end_paragraph_properties(self) -> None:
        self._in_paragraph_properties = False

    def _set_style(self, attributes: Attributes) -> None:
        if self._story.paragraph is not None:
            self._story.paragraph.style = value(attributes)

    def _set_level(self, attributes: Attributes) -> None:
        if self._story.paragraph is not None:
            self._story.paragraph.has_level = True
            self._story.paragraph.level = outline_level(number(attributes, _NO_LEVEL))

    def _set_numbering(self, attributes: Attributes) -> None:
        if self._story.paragraph is not None:
            self._story.paragraph.num_id = value(attributes)

    def _set_numbering_level(self, attributes: Attributes) -> None:
        if self._story.paragraph is not None:
            self._story.paragraph.num_level = number(attributes)

    def _begin_run(self, _: Attributes) -> None:
        self._story.run_hidden = False

    def _end_run(self) -> None:
        self._story.run_hidden = False

    def _set_run_style(self, attributes: Attributes) -> None:
        if not self._in_paragraph_properties:
            self._story.run_hidden = bool(self._styles.style(value(attributes)).hidden)

    def _set_hidden(self, attributes: Attributes) -> None:
        if not self._in_paragraph_properties:
            self._story.run_hidden = is_on(attributes)

    def _begin_text(self, _: Attributes) -> None:
        self._story.in_text = True

    def _end_text(self) -> None:
        self._story.in_text = False

    def _character(self, text: str, _: Attributes) -> None:
        # In paragraph properties w:tab is a tab stop.
        if not self._in_paragraph_properties:
            self._add(text)

    def _field(self, attributes: Attributes) -> None:
        """Of a field only the result counts, which stands behind ``separate``."""
        fields = self._story.fields
        kind = word_attribute(attributes, "fldCharType")
        if kind == "begin":
            fields.append(True)
        elif fields and kind == "separate":
            fields[-1] = False
        elif fields and kind == "end":
            fields.pop()

    def _delete(self, attributes: Attributes) -> None:
        """Deleted text, or a paragraph mark or row whose properties say it is deleted."""
        story = self._story
        if self._in_paragraph_properties and story.paragraph is not None:
            story.paragraph.mark_deleted = True
        elif self._in_row_properties and story.tables:
            story.tables[-1].row.deleted = True
        self._skip(attributes)

    # Tables

    def _begin_table(self, _: Attributes) -> None:
        self._put_continued()
        self._story.tables.append(WordTable())
        limits.require("nesting", len(self._story.tables), limits.MAX_TABLE_DEPTH)

    def _end_table(self) -> None:
        self._story.targets[-1].append(self._story.tables.pop().grid())

    def _begin_row(self, _: Attributes) -> None:
        if self._story.tables:
            self._story.tables[-1].row = WordRow()

    def _end_row(self) -> None:
        if self._story.tables:
            self._story.tables[-1].end_row()

    def _begin_row_properties(self, _: Attributes) -> None:
        self._in_row_properties = True

    def _end_row_properties(self) -> None:
        self._in_row_properties = False

    def _set_columns_before(self, attributes: Attributes) -> None:
        if self._story.tables:
            self._story.tables[-1].row.before = number(attributes)

    def _begin_cell(self, _: Attributes) -> None:
        self._cells += 1
        limits.require("cells", self._cells, limits.MAX_CELLS)
        if self._story.tables:
            cell = WordCell()
            self._story.tables[-1].open_cells.append(cell)
            self._story.targets.append(cell.items)

    def _end_cell(self) -> None:
        if self._story.tables:
            self._put_continued()
            table = self._story.tables[-1]
            table.row.cells.append(table.open_cells.pop())
            self._story.targets.pop()

    def _cell(self) -> WordCell:
        """The cell that stands open; where none does, one that goes nowhere."""
        tables = self._story.tables
        return tables[-1].open_cells[-1] if tables and tables[-1].open_cells else WordCell()

    def _set_width(self, attributes: Attributes) -> None:
        self._cell().width = number(attributes, 1)

    def _set_merge(self, attributes: Attributes) -> None:
        self._cell().merge = value(attributes) or "continue"

    def _delete_cell(self, _: Attributes) -> None:
        self._cell().deleted = True

    # What floats beside the text

    def _begin_text_box(self, _: Attributes) -> None:
        self._outer_stories.append(self._story)
        self._story = _Story()

    def _end_text_box(self) -> None:
        self._put_continued()
        found = self.items
        self._story = self._outer_stories.pop()
        if self._story.paragraph is not None:
            self._story.paragraph.aside.extend(found)

    def _begin_alternatives(self, _: Attributes) -> None:
        self._choices.append(False)

    def _alternative(self, attributes: Attributes) -> None:
        """Of the forms of one thing the first is read."""
        if self._choices and self._choices[-1]:
            self._skip(attributes)
        elif self._choices:
            self._choices[-1] = True

    def _end_alternatives(self) -> None:
        self._choices.pop()

    def _describe_picture(self, attributes: Attributes) -> None:
        self._picture_text = attributes.get("descr") or attributes.get("title") or ""

    def _picture(self, _: Attributes) -> None:
        if self._story.paragraph is not None and not self._story.run_hidden:
            self._story.paragraph.add_picture(self._picture_text)
        self._picture_text = ""
