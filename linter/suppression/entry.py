"""What a configuration says about findings and rules that a person has decided on."""

from __future__ import annotations

import datetime

from linter.records import record


@record
class Suppression:
    """An entry of ``[[suppress]]``: findings of ``rules`` that do not count, and why.

    ``rules`` are named as in ``select``. ``files`` are patterns as in ``exclude``, ``cells``
    paths in which ``*`` stands for anything; without them all files and all findings are
    meant. It holds until the end of the day ``until``. ``line`` is where it stands.
    """

    rules: tuple[str, ...]
    reason: str
    files: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    until: datetime.date | None = None
    line: int = 1


@record
class Disabling:
    """An entry of ``[[disable]]``: one rule, by its id or slug, that is off, and why."""

    rule: str
    reason: str
