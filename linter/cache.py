"""What is costly to build and depends on files alone, kept between runs.

Entries are JSON and never code: whoever can write to the folder can at worst change what is
checked, not what is executed. A cache can only make a run faster; without it (switched off,
read-only, no home folder, disk full) everything works the same.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from linter import __version__

Json = Any
T = TypeVar("T")

_VARIABLE = "NIANBAO_CACHE_DIR"
_OFF = ("", "off")
_LARGEST_ENTRY = 16 * 1024 * 1024
_ENTRIES_OF_A_KIND = 16


def cached(kind: str, key: bytes, build: Callable[[], Json]) -> Json:
    """What ``build()`` returned for this ``key`` when it was last needed, else built now.

    ``kind`` (letters, digits and hyphens) names the entries for people and keeps the kinds
    apart; ``key`` is everything that the outcome depends on, beside the tool's version. The
    outcome must be JSON data with texts as keys. An entry that is unreadable, corrupt,
    truncated or not ours is built anew and replaced.
    """
    return cached_as(kind, key, build, lambda data: data)


def cached_as(kind: str, key: bytes, build: Callable[[], Json], read: Callable[[Json], T]) -> T:
    """As :func:`cached`, and ``read`` makes of the data what the caller works with.

    An entry that ``read`` cannot make sense of is foreign, and is built anew.
    """
    try:
        return read(kept(kind, key))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass  # An entry that is not there or not ours says nothing: what it should say is built.
    data = build()
    keep(kind, key, data)
    return read(data)


def kept(kind: str, key: bytes) -> Json:
    """The data of the entry; raises ``LookupError`` or ``ValueError`` where there is none."""
    folder = cache_folder()
    if folder is None:
        raise LookupError(kind)
    file, digest = _file(folder, kind, key)
    try:
        return _entry(file, digest)
    except OSError as error:
        raise LookupError(kind) from error


def keep(kind: str, key: bytes, data: Json) -> None:
    """Writes the entry, in place of an earlier one."""
    folder = cache_folder()
    if folder is not None:
        file, digest = _file(folder, kind, key)
        _store(folder, file, digest, data, kind)


def _file(folder: str, kind: str, key: bytes) -> tuple[str, str]:
    digest = hashlib.sha256(b"\0".join((__version__.encode(), kind.encode(), key))).hexdigest()
    return os.path.join(folder, f"{kind}-{digest}.json"), digest


def cache_folder() -> str | None:
    """The folder of the entries, None where there is none or caching is switched off.

    ``NIANBAO_CACHE_DIR`` names it; empty or ``off`` switches caching off. Else it is
    ``nianbao`` in the platform's folder for user caches.
    """
    chosen = os.environ.get(_VARIABLE)
    if chosen is not None:
        return None if chosen.strip().lower() in _OFF else chosen
    variable = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    base = os.environ.get(variable, "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "nianbao") if os.path.isabs(base) else None


def _entry(file: str, digest: str) -> Json:
    """The data of an entry: its first line is a checksum of its key and the rest."""
    status = os.stat(file)
    if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST_ENTRY:
        raise ValueError(file)
    with open(file, "rb") as stream:
        checksum, payload = stream.readline(), stream.read()
    if checksum.rstrip() != _checksum(digest, payload):
        raise ValueError(file)
    return json.loads(payload)


def _checksum(digest: str, payload: bytes) -> bytes:
    return hashlib.sha256(digest.encode() + payload).hexdigest().encode()


def _store(folder: str, file: str, digest: str, data: Json, kind: str) -> None:
    payload = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    temporary = f"{file}.{os.getpid()}.{time.monotonic_ns()}.tmp"
    # A folder that cannot be written to is no mistake: the next run builds again.
    with suppress(OSError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        try:
            with open(temporary, "xb") as stream:
                stream.write(_checksum(digest, payload) + b"\n" + payload)
            os.replace(temporary, file)
        except OSError:
            os.unlink(temporary)
        _forget_oldest(folder, kind)


def _forget_oldest(folder: str, kind: str) -> None:
    """Keeps the newest entries of a kind, so that the folder cannot grow without end."""
    with os.scandir(folder) as entries:
        files = [
            (entry.stat().st_mtime_ns, entry.path)
            for entry in entries
            if entry.name.startswith(f"{kind}-")
        ]
    for _, path in sorted(files, reverse=True)[_ENTRIES_OF_A_KIND:]:
        os.unlink(path)
