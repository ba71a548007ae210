"""The original of a file that is about to be written, kept beside it."""

from __future__ import annotations

from pathlib import Path


def keep(path: Path, data: bytes) -> Path:
    """Writes ``data`` to ``FILE.bak``, or where there is one to ``FILE.bak2`` and so on.

    An earlier backup is never written over; one that holds the same is enough.
    """
    number = 1
    while True:
        backup = path.with_name(f"{path.name}.bak{'' if number == 1 else number}")
        try:
            with backup.open("xb") as stream:
                stream.write(data)
        except FileExistsError:
            if backup.is_file() and backup.read_bytes() == data:
                return backup
            number += 1
        else:
            return backup
