"""One paragraph of a Word document while its runs are read."""

from __future__ import annotations

from linter.readers.flow import Image, Item, Line
from linter.readers.ooxml_numbering import Numbering
from linter.readers.ooxml_styles import Styles
from linter.readers.whitespace import cleaned
from linter.records import field, mutable_record


@mutable_record
class WordParagraph:
    """Its text so far, what its properties say, and what floats beside it.

    ``aside`` holds pictures and the content of text boxes; they are read after the paragraph
    in which they are anchored.
    """

    pieces: list[str] = field(default_factory=list)
    aside: list[Item] = field(default_factory=list)
    style: str | None = None
    level: int | None = None
    has_level: bool = False
    num_id: str | None = None
    num_level: int | None = None
    mark_deleted: bool = False

    def end(self, styles: Styles, numbering: Numbering) -> list[Item]:
        """The paragraph's lines and what floats beside it."""
        style = styles.style(self.style)
        level = self.level if self.has_level else style.level
        label = self._label(styles, numbering)
        lines: list[Item] = []
        for text in "".join(self.pieces).split("\n"):
            text = cleaned(text)
            if text:
                lines.append(Line(_labelled(label, text), None, level))
                label = ""
        return [*lines, *self.aside]

    def following(self) -> WordParagraph:
        """The paragraph that continues this one, whose mark a tracked change deleted."""
        return WordParagraph(self.pieces, self.aside)

    def add_picture(self, alt: str) -> None:
        self.aside.append(Image(cleaned(alt)))

    def _label(self, styles: Styles, numbering: Numbering) -> str:
        style = styles.style(self.style)
        num_id = self.num_id or style.num_id
        if num_id is None:
            return ""
        level = self.num_level if self.num_level is not None else style.num_level
        return numbering.label(num_id, level, self.style or styles.default_paragraph)


def _labelled(label: str, text: str) -> str:
    """The label before the text, apart only where digits or letters would run together."""
    apart = (
        label[-1:].isascii() and label[-1:].isalnum() and text[0].isascii() and text[0].isalnum()
    )
    return f"{label} {text}" if apart else label + text
