"""What a report that is to be written says."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from linter.records import field, record

Figure = int | Decimal
Closing = Literal["signed", "undated", "none"]


@record
class Prose:
    """A section: its heading, None for the statutory one, and its paragraphs, one a line."""

    heading: str | None = None
    text: str = ""


@record
class ReportData:
    """A report on the form of ``edition``.

    ``closing`` says whether it is signed on ``signed_on``, has room for a date, or ends without
    a sign-off. ``opening`` is the prose before section one, None for the customary sentence. A
    section that is None, and a table that is not in ``tables``, is not there. ``figures`` has
    the cells that are filled in; those in ``kept_blank`` are to stay blank, all others may be
    worked out.
    """

    edition: str
    year: int | None
    title: str | None
    issuer: str | None
    signed_on: datetime.date | None
    closing: Closing
    sections: Mapping[str, Prose | None]
    tables: frozenset[str]
    figures: Mapping[str, Figure]
    kept_blank: frozenset[str] = field(default_factory=frozenset)
    opening: str | None = None
