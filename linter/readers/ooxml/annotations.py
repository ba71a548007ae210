"""Tracked changes, comments and hidden text, gathered while a Word document is read."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.document import Annotation
from linter.model.place import NOWHERE
from linter.readers import limits
from linter.readers.ooxml.xml import Attributes, word_attribute

INSERTION, DELETION, COMMENT, HIDDEN = "insertion", "deletion", "comment", "hidden"

Change = tuple[str, str | None]
"""A kind of annotation and its author."""

_LONGEST = 200
_PARAGRAPH_MARK = "¶"
_SPACE_MARK = "␣"
# What Word puts, hidden, around forms of a web page that was pasted into it.
_FORM_MARKS = frozenset(("窗体顶端", "窗体底端", "Top of Form", "Bottom of Form"))


def author_of(attributes: Attributes) -> str | None:
    """``w:author``, None where nobody is named."""
    return (word_attribute(attributes, "author") or "").strip() or None


def excerpt(text: str) -> str:
    """``text`` in one line and not longer than what is kept of an annotation."""
    line = " ".join(text[: 2 * _LONGEST].split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"


class Annotations:
    """What is found, in reading order; pieces of one kind and author that touch are one.

    ``comments`` are those of the document by id; one is placed where the text refers to it.
    """

    def __init__(self, comments: Mapping[str, Annotation]) -> None:
        self._comments = dict(comments)
        self._found: list[Annotation] = []
        self._open: Change | None = None
        self._pieces: list[str] = []
        self._length = 0
        self._insertions: list[str | None] = []
        self._deleting: Change | None = None

    def all(self) -> tuple[Annotation, ...]:
        """Everything, comments to which nothing in the text refers last."""
        self._close()
        return (*self._found, *self._comments.values())[: limits.MAX_ANNOTATIONS]

    def add(self, kind: str, author: str | None, text: str) -> None:
        """A piece of what is annotated."""
        if self._open != (kind, author):
            self._close()
            self._open = (kind, author)
        if self._length <= 2 * _LONGEST:
            self._pieces.append(text)
            self._length += len(text)

    def shown(self, text: str) -> None:
        """Text of the body, which is an insertion where one stands open."""
        if self._insertions:
            self.add(INSERTION, self._insertions[-1], text)
        elif self._open is not None and text.strip():
            self._close()

    def begin_insertion(self, attributes: Attributes) -> None:
        self._insertions.append(author_of(attributes))

    def end_insertion(self) -> None:
        self._insertions.pop()

    def begin_deletion(self, attributes: Attributes) -> None:
        self._deleting = (DELETION, author_of(attributes))

    def deleted(self, text: str) -> None:
        """Text within the deletion at hand."""
        if self._deleting is not None:
            self.add(*self._deleting, text)

    def end_deletion(self) -> None:
        self._deleting = None

    def lost(self, text: str) -> None:
        """What a deleted row or cell held without being marked as deleted itself."""
        if text:
            self.add(DELETION, None, text)
            self._close()

    def end_paragraph(self, mark_change: Change | None) -> None:
        if mark_change is not None:
            self.add(*mark_change, _PARAGRAPH_MARK)
        else:
            self._close()

    def refer(self, comment: str | None) -> None:
        """The text refers to a comment."""
        found = self._comments.pop(comment or "", None)
        if found is not None:
            self._close()
            self._keep(found)

    def _close(self) -> None:
        if self._open is None:
            return
        (kind, author), text = self._open, excerpt("".join(self._pieces))
        self._open, self._length = None, 0
        self._pieces.clear()
        if kind != HIDDEN:
            self._keep(Annotation(kind, text or _SPACE_MARK, NOWHERE, author))
        elif text and text not in _FORM_MARKS:
            self._keep(Annotation(kind, text, NOWHERE))

    def _keep(self, annotation: Annotation) -> None:
        if len(self._found) < limits.MAX_ANNOTATIONS:
            self._found.append(annotation)
