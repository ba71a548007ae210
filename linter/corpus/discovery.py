"""Which files a run is about: those named, and those found in the folders named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from linter.corpus.suffixes import REPORT_SUFFIXES
from linter.records import record

STANDARD_INPUT = "-"

_NEVER_SEARCHED = frozenset(("node_modules", "__pycache__"))
_LOCK_FILE = "~$"

Excluded = Callable[[Path, Path, bool], bool]
"""Whether a path is left out: the path, the folder searched, whether it is a folder."""


@record
class Source:
    """One file to check: ``path`` is absolute, ``shown_as`` is how the user knows it.

    ``searched`` says that nobody named it: it was found in a folder. ``standard_input``
    says that its content comes from there, and ``path`` only lends it a name.
    """

    path: Path
    shown_as: str
    searched: bool = False
    standard_input: bool = False


@record
class Discovery:
    """``sources`` in order, none twice; ``without_files`` are folders that held none."""

    sources: tuple[Source, ...]
    without_files: tuple[str, ...]


def discover(
    operands: Iterable[str], excluded: Excluded, stdin_name: str | None = None
) -> Discovery:
    """The files that ``operands`` name or contain, in the order given, folders sorted.

    ``-`` is standard input, shown as ``stdin_name``. What does not exist and folders that
    may not be read are sources as well: reading them will say what is wrong.
    """
    sources: dict[Path, Source] = {}
    without_files: list[str] = []
    for operand in operands:
        if operand == STANDARD_INPUT:
            name = stdin_name or STANDARD_INPUT
            source = Source(absolute(name), name, standard_input=True)
            sources.setdefault(Path(STANDARD_INPUT), source)
            continue
        path = absolute(operand)
        found = tuple(_sources(path, operand, excluded))
        if not found and _is_folder(path):
            without_files.append(operand)
        for real, source in found:
            sources.setdefault(real, source)
    return Discovery(tuple(sources.values()), tuple(without_files))


def absolute(path: str | Path) -> Path:
    """The path from the root, without ``..`` and with symbolic links as they stand."""
    return Path(os.path.normpath(Path(path).absolute()))


def _sources(path: Path, operand: str, excluded: Excluded) -> Iterator[tuple[Path, Source]]:
    """Each file with its real path, which tells whether two are the same."""
    real = Path(os.path.realpath(path))
    if _is_folder(path):
        yield from _in_folder(path, real, operand, excluded)
    elif not excluded(path, path.parent, False):
        yield real, Source(path, operand)


def _in_folder(
    root: Path, real_root: Path, operand: str, excluded: Excluded
) -> Iterator[tuple[Path, Source]]:
    """Depth first without recursion, so that no nesting is too deep."""
    visited: set[Path] = set()
    waiting = [(root, real_root, Path(operand), True)]
    while waiting:
        path, real, shown_as, folder = waiting.pop()
        if not folder:
            yield real, Source(path, str(shown_as), searched=True)
        elif real not in visited:
            visited.add(real)
            entries = _entries(path)
            if entries is None:
                yield real, Source(path, str(shown_as), searched=True)
                continue
            waiting += [
                (
                    Path(entry.path),
                    _real_path(entry, real),
                    shown_as / entry.name,
                    _is_folder(entry),
                )
                for entry in entries
                if _wanted(entry, root, excluded)
            ]


def _entries(folder: Path) -> list[os.DirEntry[str]] | None:
    """What is in a folder, last name first; None where it may not be listed."""
    try:
        with os.scandir(folder) as listing:
            return sorted(listing, key=lambda entry: entry.name, reverse=True)
    except OSError:
        return None


def _real_path(entry: os.DirEntry[str], real_folder: Path) -> Path:
    if entry.is_symlink():
        return Path(os.path.realpath(entry.path))
    return real_folder / entry.name


def _wanted(entry: os.DirEntry[str], root: Path, excluded: Excluded) -> bool:
    if entry.name.startswith((".", _LOCK_FILE)):
        return False
    path = Path(entry.path)
    if _is_folder(entry):
        return entry.name not in _NEVER_SEARCHED and not excluded(path, root, True)
    return (
        path.suffix.lower() in REPORT_SUFFIXES
        and _is_file(entry)
        and not excluded(path, root, False)
    )


def _is_folder(entry: Path | os.DirEntry[str]) -> bool:
    """Whether it can be searched; what may not even be looked at is taken for a file."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it can be read, or should be: a link into nothing is missed, a device is not."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:
        return True
