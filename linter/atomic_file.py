"""Writing a file so that nobody ever sees half of it."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Makes ``data`` the content of ``path``: all of it, or nothing and an ``OSError``.

    A regular file is replaced in one step and keeps its permissions; a symbolic link stays
    and what it points to is replaced. Anything else (a device, a pipe) is written to as it
    stands, for it must not be replaced.
    """
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        path.write_bytes(data)
        return
    target = path.resolve()
    temporary = target.with_name(f".nianbao-{os.getpid()}-{os.urandom(6).hex()}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
