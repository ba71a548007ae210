"""Patterns of files and folders that are left out, written as in ``.gitignore``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from linter.records import record


@record
class _Pattern:
    """``segments`` of the path to match; ``**`` stands for any number of them."""

    segments: tuple[str, ...]
    folders_only: bool
    taken_back: bool

    def matches(self, parts: tuple[str, ...]) -> bool:
        reached = {0}
        last = len(self.segments) - 1
        for place, segment in enumerate(self.segments):
            if segment == "**":
                # At the end it means what is inside, and not the folder itself.
                reached = set(range(min(reached) + (place == last), len(parts) + 1))
            else:
                reached = {
                    position + 1
                    for position in reached
                    if position < len(parts) and fnmatchcase(parts[position], segment)
                }
            if not reached:
                return False
        return len(parts) in reached


class Exclusion:
    """What a list of patterns leaves out below the folder ``base``, an absolute path.

    ``build/`` leaves out folders of that name at any depth, ``*.tmp.docx`` files and
    folders, ``/drafts`` and ``2023/drafts`` only what stands there below ``base``. A later
    ``!pattern`` takes back what an earlier one left out, but nothing within a folder that
    is left out.
    """

    def __init__(self, patterns: Iterable[str], base: Path) -> None:
        self._patterns = tuple(_parsed(patterns))
        self._base = base

    def covers(self, path: Path, root: Path, *, folder: bool = False) -> bool:
        """Whether ``path`` is left out, itself or with a folder that it lies in.

        Both are absolute; ``root`` takes the place of the base where the path lies outside.
        """
        if not self._patterns:
            return False
        base = self._base if path.is_relative_to(self._base) else root
        parts = path.relative_to(base).parts
        return any(
            self._covers(parts[:length], folder or length < len(parts))
            for length in range(1, len(parts) + 1)
        )

    def _covers(self, parts: tuple[str, ...], folder: bool) -> bool:
        covered = False
        for pattern in self._patterns:
            if (folder or not pattern.folders_only) and pattern.matches(parts):
                covered = not pattern.taken_back
        return covered


def _parsed(patterns: Iterable[str]) -> Iterator[_Pattern]:
    for text in patterns:
        taken_back = text.startswith("!")
        body = text[1:] if taken_back else text
        segments = tuple(part for part in body.split("/") if part not in ("", "."))
        if segments:
            floating = "/" not in body.rstrip("/")
            whole = ("**", *segments) if floating else segments
            yield _Pattern(whole, body.endswith("/"), taken_back)
