"""The body of a Word document, from the events of its XML to items in reading order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from linter.readers import limits
from linter.readers.flow import Item
from linter.readers.ooxml.annotations import DELETION, INSERTION, Annotations
from linter.readers.ooxml.chunks import Chunks
from linter.readers.ooxml.numbering import Numbering
from linter.readers.ooxml.story import Setting, Story
from linter.readers.ooxml.styles import Styles
from linter.readers.ooxml.xml import Attributes, names, relationship_id, word_attribute

_CHARACTERS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-",
}  # fmt: skip
# The old properties of a tracked change, and the glosses of ruby text.
_SKIPPED = (
    "w:pPrChange", "w:rPrChange", "w:tcPrChange", "w:trPrChange", "w:tblPrChange",
    "w:tblPrExChange", "w:tblGridChange", "w:sectPrChange", "w:numberingChange", "w:rt",
)  # fmt: skip
_STORY_STARTS: dict[str, Callable[[Story, Attributes], None]] = {
    "w:p": Story.begin_paragraph,
    "w:pPr": Story.begin_paragraph_properties,
    "w:pStyle": Story.set_style,
    "w:outlineLvl": Story.set_level,
    "w:numId": Story.set_numbering,
    "w:ilvl": Story.set_numbering_level,
    "w:r": Story.begin_run,
    "w:rStyle": Story.set_run_style,
    "w:vanish": Story.set_hidden,
    "w:t": Story.begin_text,
    "m:t": Story.begin_text,
    "w:fldChar": Story.set_field,
    "w:instrText": Story.begin_code,
    "w:tbl": Story.begin_table,
    "w:tr": Story.begin_row,
    "w:trPr": Story.begin_row_properties,
    "w:gridBefore": Story.set_columns_before,
    "w:tc": Story.begin_cell,
    "w:gridSpan": Story.set_width,
    "w:vMerge": Story.set_merge,
    "w:hMerge": Story.set_horizontal_merge,
    "w:cellDel": Story.delete_cell,
}
_STORY_ENDS: dict[str, Callable[[Story], None]] = {
    "w:p": Story.end_paragraph,
    "w:pPr": Story.end_paragraph_properties,
    "w:r": Story.end_run,
    "w:t": Story.end_text,
    "w:instrText": Story.end_code,
    "m:t": Story.end_text,
    "w:tbl": Story.end_table,
    "w:tr": Story.end_row,
    "w:trPr": Story.end_row_properties,
    "w:tc": Story.end_cell,
}
_OF_STORY_START = {full: _STORY_STARTS[short] for full, short in names(*_STORY_STARTS).items()}
_OF_STORY_END = {full: _STORY_ENDS[short] for full, short in names(*_STORY_ENDS).items()}
_DELETED_TEXT = frozenset(names("w:delText", "w:t"))
PARAGRAPHS = frozenset(names("w:p"))
"""The names of paragraphs, all of which count, those that are not read, too."""


class BodyReader:
    """Handlers for ``parse``; ``items`` is complete after the last event."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        annotations: Annotations,
        chunks: Chunks | None = None,
    ) -> None:
        self.has_body = False
        self._chunks = chunks
        self._annotations = annotations
        self._setting = Setting(styles, numbering, annotations)
        self._story = Story(self._setting)
        self._outer_stories: list[Story] = []
        self._choices: list[bool] = []
        self._skipping = self._depth = 0
        self._in_deleted_text = False
        self._picture_text = ""
        starts: dict[str, Callable[[Attributes], None]] = {
            "w:body": self._begin_body,
            "w:ins": self._insert,
            "w:moveTo": self._insert,
            "w:del": self._delete,
            "w:moveFrom": self._delete,
            "w:commentReference": self._refer,
            "w:altChunk": self._take_in,
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
            "w:ins": annotations.end_insertion,
            "w:moveTo": annotations.end_insertion,
            "w:txbxContent": self._end_text_box,
            "mc:AlternateContent": self._end_alternatives,
        }
        self._starts = {full: starts[short] for full, short in names(*starts).items()}
        self._ends = {full: ends[short] for full, short in names(*ends).items()}

    @property
    def items(self) -> list[Item]:
        """What the body holds so far, paragraphs that still go on not counted."""
        return self._story.items

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > limits.MAX_NESTING:
            limits.require("nesting", self._depth, limits.MAX_NESTING)
        if name in PARAGRAPHS:
            self._setting.paragraphs += 1
        if self._skipping:
            self._skipping += 1
            self._in_deleted_text = name in _DELETED_TEXT
            return
        of_story = _OF_STORY_START.get(name)
        if of_story is not None:
            of_story(self._story, attributes)
        elif name in self._starts:
            self._starts[name](attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
            self._in_deleted_text = False
            if not self._skipping:
                self._annotations.end_deletion()
            return
        of_story = _OF_STORY_END.get(name)
        if of_story is not None:
            of_story(self._story)
        elif name in self._ends:
            self._ends[name]()

    def text(self, data: str) -> None:
        if self._in_deleted_text:
            self._annotations.deleted(data)
        elif self._story.in_text:
            self._story.add(data)
        elif self._story.in_code:
            self._story.add_code(data)

    def _skip(self, _: Attributes) -> None:
        self._skipping = 1

    def _begin_body(self, _: Attributes) -> None:
        self.has_body = True

    def _character(self, text: str, _: Attributes) -> None:
        # In paragraph properties w:tab is a tab stop.
        if not self._story.in_paragraph_properties:
            self._story.add(text)

    # Tracked changes and comments

    def _insert(self, attributes: Attributes) -> None:
        """Inserted text, or a paragraph mark or row whose properties say it is inserted."""
        if self._story.change_of_properties(INSERTION, attributes):
            self._skip(attributes)
        else:
            self._annotations.begin_insertion(attributes)

    def _delete(self, attributes: Attributes) -> None:
        """Deleted text, or a paragraph mark or row whose properties say it is deleted."""
        if not self._story.change_of_properties(DELETION, attributes):
            self._annotations.begin_deletion(attributes)
        self._skip(attributes)

    def _refer(self, attributes: Attributes) -> None:
        self._annotations.refer(word_attribute(attributes, "id"))

    def _take_in(self, attributes: Attributes) -> None:
        if self._chunks is not None:
            self._story.put(self._chunks.items(relationship_id(attributes)))

    # What floats beside the text

    def _begin_text_box(self, _: Attributes) -> None:
        self._outer_stories.append(self._story)
        self._story = Story(self._setting)

    def _end_text_box(self) -> None:
        self._story.put_continued()
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
        if self._story.paragraph is not None and not self._story.is_hidden():
            self._story.paragraph.add_picture(self._picture_text)
        self._picture_text = ""
