"""Prose whose lines a page may have broken anywhere, read as one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from linter.model.place import Place
from linter.narrative.prose import Passage
from linter.narrative.sentences import paragraphs
from linter.records import record


@record
class Joined:
    """The passages of one section as one folded text; ``starts`` is where each begins."""

    section: str | None
    folded: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]

    def place(self, position: int) -> Place:
        """The place of the passage that holds ``position``."""
        return self.places[bisect_right(self.starts, position) - 1]


def joined(passages: Sequence[Passage]) -> Iterator[Joined]:
    """Each section's passages as one text, the opening and the sign-off apart."""
    for (section, _), group in groupby(passages, key=lambda one: (one.section, one.closing)):
        members = tuple(group)
        starts, length = [], 0
        for passage in members:
            starts.append(length)
            length += len(passage.folded)
        text = "".join(passage.folded for passage in members)
        yield Joined(section, text, tuple(starts), tuple(one.place for one in members))


def rejoined(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages of one section with those joined that a page broke within a sentence."""
    if not passages:
        return ()
    section = passages[0].section
    return tuple(Passage(section, one.text, one.folded, one.place) for one in paragraphs(passages))
