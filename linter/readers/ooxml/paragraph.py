"""One paragraph of a Word document while its runs are read."""

from __future__ import annotations

from linter.readers.flow import Image, Item, Line
from linter.readers.ooxml.annotations import DELETION, Change
from linter.readers.ooxml.numbering import Numbering
from linter.readers.ooxml.styles import Style, Styles
from linter.readers.whitespace import cleaned


class WordParagraph:
    """Its text so far, what its properties say, and what floats beside it.

    ``aside`` holds pictures and the content of text boxes; they are read after the paragraph
    in which they are anchored. ``mark_change`` is the tracked change of its paragraph mark,
    ``number`` says which paragraph of the file it is.
    """

    __slots__ = (
        "aside", "has_level", "level", "mark_change", "num_id", "num_level", "number", "pieces",
        "style",
    )  # fmt: skip

    def __init__(self, number: int) -> None:
        self.number = number
        self.pieces: list[str] = []
        self.aside: list[Item] = []
        self.style: str | None = None
        self.level: int | None = None
        self.has_level = False
        self.num_id: str | None = None
        self.num_level: int | None = None
        self.mark_change: Change | None = None

    @property
    def mark_deleted(self) -> bool:
        """Whether the paragraph goes on in the next one."""
        return self.mark_change is not None and self.mark_change[0] == DELETION

    def change_mark(self, kind: str, author: str | None) -> None:
        """A mark that one inserted and another deleted is deleted."""
        if not self.mark_deleted:
            self.mark_change = (kind, author)

    def end(self, styles: Styles, numbering: Numbering, in_contents: bool = False) -> list[Item]:
        """The paragraph's lines and what floats beside it.

        ``in_contents``: they belong to a table of contents if they end with the page.
        """
        style = styles.style(self.style)
        level = self.level if self.has_level else style.level
        label = self._label(style, numbering, self.style or styles.default_paragraph)
        lines: list[Item] = []
        for piece in "".join(self.pieces).split("\n"):
            text = cleaned(piece)
            if text:
                shown = _labelled(label, text) if label else text
                contents = style.contents or (in_contents and text[-1].isdecimal())
                lines.append(Line(shown, None, level, contents, self.number))
                label = ""
        return lines + self.aside

    def following(self) -> WordParagraph:
        """The paragraph that continues this one, whose mark a tracked change deleted."""
        paragraph = WordParagraph(self.number)
        paragraph.pieces, paragraph.aside = self.pieces, self.aside
        return paragraph

    def add_picture(self, alt: str) -> None:
        self.aside.append(Image(cleaned(alt)))

    def _label(self, style: Style, numbering: Numbering, style_id: str | None) -> str:
        num_id = self.num_id or style.num_id
        if num_id is None:
            return ""
        level = self.num_level if self.num_level is not None else style.num_level
        return numbering.label(num_id, level, style_id)


def _labelled(label: str, text: str) -> str:
    """The label before the text, apart only where digits or letters would run together."""
    apart = (
        label[-1:].isascii() and label[-1:].isalnum() and text[0].isascii() and text[0].isalnum()
    )
    return f"{label} {text}" if apart else label + text
