"""Word files: a change is a tracked change, every other part stays as it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from linter.model.fix import Edit
from linter.readers.ooxml.package import Package
from linter.repair.splices import Splice, splices
from linter.repair.tracked_changes import Revision, inserted_at, rewritten
from linter.repair.word_package import with_parts
from linter.repair.word_xml import WordParagraph, glyphs, paragraph_spans, word_paragraph
from linter.structure.folding import squeeze


class WordSource:
    """The XML of a document; offsets count its bytes.

    Raises ``ValueError`` where it is in another encoding than UTF-8.
    """

    def __init__(self, data: bytes, now: datetime.datetime) -> None:
        self._data = data
        package = Package(data)
        self._part = package.main_part
        self._xml = package.part(self._part) or b""
        self._xml.decode("utf-8")
        self._now = now
        self._known: dict[int, WordParagraph | None] = {}

    def located(self, edit: Edit) -> tuple[Splice, ...] | None:
        """What changes for ``edit``; None where its text is not in its paragraph."""
        number = edit.place.paragraph
        paragraph = None if number is None else self._paragraph(number)
        if paragraph is None:
            return None
        if not squeeze(edit.found):
            return (Splice(paragraph.start, paragraph.start, edit.replacement),)
        return splices(list(glyphs(self._xml, paragraph)), edit)

    def written(self, changes: Iterable[Splice]) -> bytes:
        """The file with ``changes`` tracked."""
        revision = Revision(self._xml, self._now)
        ordered = sorted(changes, key=lambda one: one.start)
        known = filter(None, self._known.values())
        pieces = [piece for one in known for piece in self._pieces(one, ordered, revision)]
        xml = self._xml
        for start, end, new in sorted(pieces, reverse=True):
            xml = xml[:start] + new + xml[end:]
        return with_parts(self._data, {self._part: xml})

    def _pieces(
        self, paragraph: WordParagraph, changes: Sequence[Splice], revision: Revision
    ) -> Iterator[tuple[int, int, bytes]]:
        """What takes the place of which bytes in one paragraph."""
        for change in changes:
            if change.start == change.end == paragraph.start:
                yield inserted_at(self._xml, paragraph, change.text, revision)
        for run in paragraph.runs:
            inside = [one for one in changes if run.start < one.start and one.end < run.end]
            if inside:
                yield rewritten(self._xml, paragraph.prefix, run, inside, revision)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return paragraph_spans(self._xml)

    def _paragraph(self, number: int) -> WordParagraph | None:
        if number not in self._known:
            known = number <= len(self._spans)
            self._known[number] = (
                word_paragraph(self._xml, self._spans[number - 1]) if known else None
            )
        return self._known[number]
