"""Text files (plain, Markdown, HTML) whose bytes stay as they are but for what is spliced."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from linter.model.fix import Edit, Replacement
from linter.model.place import Place
from linter.readers.encoding import decoded
from linter.regex import regex
from linter.repair.markup import blank_in_html, glyphs_of_html, glyphs_of_markdown
from linter.repair.splices import Glyph, Splice, splices
from linter.structure.folding import squeeze

_LINE_END = regex(r"\r\n|\r|\n")


class TextSource:
    """The decoded text of a file with its own line ends; offsets count its characters.

    Raises ``ValueError`` where the text would not become the same bytes again.
    """

    def __init__(self, data: bytes, document_format: str) -> None:
        found = decoded(data)
        self._mark, self._codec = data[: found.mark], found.codec
        self.text = data[found.mark :].decode(found.codec)
        if self.encoded(self.text) != data:
            raise ValueError(found.codec)
        self._format = document_format
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def located(self, edit: Edit) -> tuple[Splice, ...] | None:
        """What changes for ``edit``; None where its text is not at its place."""
        offset = self.offset(edit.place)
        if offset is None:
            return None
        if squeeze(edit.found):
            return splices(self.glyphs(offset), edit)
        if self._is_html(offset):
            return (Splice(*blank_in_html(self.text, offset), edit.replacement),)
        return (Splice(offset, offset, edit.replacement),)

    def written(self, changes: Iterable[Splice]) -> bytes:
        """The file with ``changes``; a ``UnicodeEncodeError`` where its encoding lacks one."""
        text = self.text
        for splice in sorted(changes, key=lambda one: one.start, reverse=True):
            new = splice.text
            if self._is_html(splice.start):
                new = html.escape(new, quote=False)
            text = text[: splice.start] + new + text[splice.end :]
        return self.encoded(text, references=self._format == "html")

    def replacement(self, splice: Splice) -> Replacement:
        """A change as lines and columns, and the characters as they stand in the file."""
        begin, end = self._position(splice.start), self._position(splice.end)
        is_html = self._is_html(splice.start)
        text = html.escape(splice.text, quote=False) if is_html else splice.text
        return Replacement(*begin, *end, text)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def encoded(self, text: str, *, references: bool = False) -> bytes:
        """``text`` as the bytes of such a file.

        With ``references`` a character that the encoding lacks is written as HTML allows.
        """
        errors = "xmlcharrefreplace" if references else "strict"
        return self._mark + text.encode(self._codec, errors)

    def offset(self, place: Place) -> int | None:
        """Where in the text a place is, None where it is no place of the text."""
        line, column = place.line, place.column
        if line is None or column is None or line > len(self._starts):
            return None
        offset = self._starts[line - 1] + column - 1
        return offset if offset <= len(self.text) else None

    def glyphs(self, offset: int) -> Sequence[Glyph]:
        """The characters from ``offset`` to the end of the line, paragraph or cell."""
        if self._is_html(offset):
            return glyphs_of_html(self.text, offset)
        end = _LINE_END.search(self.text, offset)
        line_end = end.start() if end else len(self.text)
        if self._format == "markdown":
            return glyphs_of_markdown(self.text, offset, line_end)
        return [Glyph(self.text[at], at, at + 1) for at in range(offset, line_end)]

    def _is_html(self, offset: int) -> bool:
        """Whether the text at ``offset`` is HTML, which may be a table in Markdown, too."""
        if self._format != "markdown":
            return self._format == "html"
        before = self.text[:offset].lower()
        return before.rfind("<table") > before.rfind("</table")
