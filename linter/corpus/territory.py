"""Which part of the file system a run has seen all of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

_WILD = frozenset("*?[")


class Territory:
    """The files of a run and the folders in which all files were looked for."""

    def __init__(
        self, files: Iterable[Path], folders: Sequence[Path], *, complete: bool = True
    ) -> None:
        """``complete`` is False where the command line excludes files of ``folders``."""
        self._files = frozenset(files)
        self._folders = tuple(folders)
        self._complete = complete

    def root_of(self, path: Path) -> Path:
        """The folder in which ``path`` was found, else the one that it lies in."""
        within = (folder for folder in self._folders if path.is_relative_to(folder))
        return next(within, path.parent)

    def holds(self, patterns: Sequence[str], base: Path) -> bool:
        """Whether the run has seen all files that ``patterns`` below ``base`` can mean.

        Where no file of the run lies below it, the patterns mean files of its folders.
        """
        if not any(file.is_relative_to(base) for file in self._files):
            return self._complete and bool(self._folders)
        return all(self._saw(_fixed_part(pattern, base)) for pattern in patterns or ("*",))

    def _saw(self, path: Path) -> bool:
        return path in self._files or (
            self._complete and any(path.is_relative_to(folder) for folder in self._folders)
        )


def _fixed_part(pattern: str, base: Path) -> Path:
    """The folder (or file) below which everything lies that ``pattern`` means."""
    body = pattern.removeprefix("!")
    segments = [part for part in body.split("/") if part not in ("", ".")]
    if "/" not in body.rstrip("/"):
        return base
    fixed: list[str] = []
    for segment in segments:
        if set(segment) & _WILD:
            break
        fixed.append(segment)
    return base.joinpath(*fixed)
