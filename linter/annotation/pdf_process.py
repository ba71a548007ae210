"""The process that writes notes into a PDF file, ended by what it cannot stand."""

from __future__ import annotations

import datetime
import importlib.util
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from linter.repair.tracked_changes import AUTHOR

SECONDS = 20.0
"""How long the writing of one file may take."""

_LIBRARY = "pypdfium2_raw"


def annotated_pdf(data: bytes, marks: Sequence[dict[str, object]], now: datetime.datetime) -> bytes:
    """``data`` with ``marks`` as ``pdf_writer`` takes them.

    Raises ``ValueError`` where it cannot be written.
    """
    found = importlib.util.find_spec(_LIBRARY)
    if found is None or found.origin is None:
        raise ValueError(_LIBRARY)
    date = now.astimezone(datetime.UTC).strftime("D:%Y%m%d%H%M%SZ")
    asked = json.dumps({"author": AUTHOR, "date": date, "marks": list(marks)}).encode()
    script = Path(__file__).with_name("pdf_writer.py")
    try:
        done = subprocess.run(  # noqa: S603 - this program's own interpreter and file
            [sys.executable, "-I", "-S", str(script), str(Path(found.origin).parent.parent)],
            input=len(asked).to_bytes(8, "big") + asked + data,
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise ValueError(str(script)) from error
    return done.stdout
