"""A report as data: sections, cells and dates, every value with its place."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from linter.model.document import Annotation, Paragraph, Recognition, Table
from linter.model.place import NOWHERE, Place
from linter.records import field, record

Scalar = int | Decimal | str | datetime.date
State = Literal["filled", "blank", "absent", "invalid"]


@record
class Value:
    """One value of the report and how it was found.

    ``state`` is ``filled`` (``value`` holds it), ``blank`` (the cell is there and empty, or
    holds "—", "/", "无": counts as 0), ``absent`` (its row, column, table or line is not
    there) or ``invalid`` (it holds something that is no such value; ``text`` is what stands
    there). Only a filled value has a ``value``.
    """

    state: State
    value: Scalar | None = None
    text: str = ""
    place: Place = NOWHERE


ABSENT = Value("absent")


@record
class Section:
    """A statutory section: its heading as printed, its prose without table text."""

    key: str
    heading: str | None
    place: Place
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@record
class Record:
    """One of several facts of a kind found in the prose, e.g. a date or a plan.

    ``fields`` are what rule expressions can ask for (``plan.year``), ``cells`` the cells of the
    tables that hold the same fact.
    """

    text: str
    place: Place
    section: str | None
    fields: Mapping[str, Scalar] = field(default_factory=dict)
    cells: tuple[str, ...] = ()


@record
class Deviation:
    """Something in which the document departs from the statutory form.

    ``kind`` is what rules subscribe to (``on = "section-missing"``), ``about`` the path of
    the section, row, column or cell concerned, ``facts`` fill message templates.
    """

    kind: str
    about: str
    place: Place = NOWHERE
    section: str | None = None
    cells: tuple[str, ...] = ()
    facts: Mapping[str, Scalar] = field(default_factory=dict)


@record
class Doubt:
    """A part that was read with doubt; ``reason`` is a key of the message catalogue.

    ``confidence`` (0 to 1) is that of its least certain value, where it was recognised.
    """

    about: str
    reason: str
    place: Place = NOWHERE
    confidence: float | None = None


RECOGNISED = "read-by-ocr"
"""The reason of doubt about what was recognised in pictures."""


@record
class Report:
    """One report.

    ``values`` holds every single value by its path: the cells
    (``applications.new.natural_person``) and the scalars ``title``, ``year``, ``issuer``,
    ``signed_on`` … that rules may name. ``records`` holds the collections (``plans``,
    ``dates`` …). ``tables`` says which statutory tables are there at all. ``opening`` is the
    prose before section one, ``closing`` the sign-off, ``annotations`` what the file carries
    beside its text, ``other_tables`` those that are no statutory ones. ``recognised`` is there
    where all of it was recognised in pictures.
    """

    edition: str
    year: int | None
    title: str | None
    issuer: str | None
    signed_on: datetime.date | None
    sections: Mapping[str, Section | None]
    tables: Mapping[str, bool]
    values: Mapping[str, Value]
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    deviations: tuple[Deviation, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    opening: tuple[Paragraph, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    other_tables: tuple[Table, ...] = ()
    recognised: Recognition | None = None

    def value(self, path: str) -> Value:
        """The value at ``path``, ``ABSENT`` where the report has none."""
        return self.values.get(path, ABSENT)
