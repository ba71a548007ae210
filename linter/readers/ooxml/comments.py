"""The comments of a Word document."""

from __future__ import annotations

from linter.model.document import Annotation
from linter.model.place import NOWHERE
from linter.readers import limits
from linter.readers.ooxml.annotations import COMMENT, author_of, excerpt
from linter.readers.ooxml.xml import names, parse, word_attribute

_NAMES = names("w:comment", "w:t", "w:p")


def comments_of(part: bytes | None) -> dict[str, Annotation]:
    """The comments in a part by their ids; those without a word are none."""
    reader = _CommentReader()
    if part:
        parse(part, reader.start, reader.end, reader.text)
    return reader.found


class _CommentReader:
    def __init__(self) -> None:
        self.found: dict[str, Annotation] = {}
        self._id = ""
        self._author: str | None = None
        self._pieces: list[str] = []
        self._in_text = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match _NAMES.get(name):
            case "w:comment":
                self._id = word_attribute(attributes, "id") or ""
                self._author = author_of(attributes)
                self._pieces.clear()
            case "w:t":
                self._in_text = True

    def end(self, name: str) -> None:
        match _NAMES.get(name):
            case "w:comment":
                self._keep(excerpt("".join(self._pieces)))
            case "w:t":
                self._in_text = False
            case "w:p":
                self._pieces.append(" ")

    def text(self, data: str) -> None:
        if self._in_text:
            self._pieces.append(data)

    def _keep(self, text: str) -> None:
        if text and len(self.found) < limits.MAX_ANNOTATIONS:
            self.found[self._id] = Annotation(COMMENT, text, NOWHERE, self._author)
