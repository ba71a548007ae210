"""What day it is, asked in one place."""

from __future__ import annotations

import datetime


def today() -> datetime.date:
    """The day where the user is."""
    return datetime.datetime.now(datetime.UTC).astimezone().date()
