"""How a finding can be repaired in the file, as data."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from linter.model.place import Place
from linter.records import field, record

FixKind = Literal["number", "blank", "wording", "form"]
"""What a fix does: put in the number that was worked out, put 0 into blank cells, put the
statutory wording, write the same thing in its usual form.
"""


@record
class Edit:
    """What is ``found`` at ``place``, or further on in its cell or paragraph, is replaced.

    Where nothing is found the place is that of an empty cell, which receives ``replacement``.
    """

    place: Place
    found: str
    replacement: str


@record
class Fix:
    """All edits that repair one mistake.

    A ``safe`` fix changes how something is written, never what the report says. ``cells`` are
    the numbers that cells hold once it is made, ``title`` is the title then, None if it stays.
    """

    kind: FixKind
    safe: bool
    edits: tuple[Edit, ...]
    cells: Mapping[str, int | Decimal] = field(default_factory=dict)
    title: str | None = None


@record
class Replacement:
    """The very characters of a text file that a fix replaces by ``text``.

    Lines and columns count as those of a ``Place``; the end is the first place that stays.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
