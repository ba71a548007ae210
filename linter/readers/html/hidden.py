"""Text that a page holds and its style hides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.readers import limits
from linter.readers.flow import Position
from linter.regex import regex

_CHINESE = regex("[\u4e00-\u9fff]")
_LEAST = 4
_LONGEST = 200


def is_words(tag: str) -> bool:
    """Whether an element is words or a paragraph, and no block that a script will show."""
    return tag == "p" or tag.startswith("x-")


class HiddenTexts:
    """Hidden words and paragraphs; what stands among an article's lines is its author's.

    Pages hide a lot by themselves: menus, forms, what scripts will show. They do that with
    whole blocks, and not between the lines of an article.
    """

    def __init__(self) -> None:
        self._noted: list[tuple[int, str, Position]] = []

    def note(self, text: str, before: int, position: Position) -> None:
        """What is hidden where ``before`` items of the page have been read."""
        if len(_CHINESE.findall(text)) >= _LEAST:
            line = " ".join(text.split())
            shown = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"
            self._noted.append((before, shown, position))

    def within(self, chrome: Sequence[bool]) -> Iterator[tuple[str, Position]]:
        """Those between two items of the page that are not chrome."""
        for before, text, position in self._noted[: limits.MAX_ANNOTATIONS]:
            if not any(chrome[max(0, before - 1) : before + 1]):
                yield text, position
