"""What an assertion sees of a report while it is evaluated, and what it missed there."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from linter.engine.code import Code, cell_path
from linter.model.finding import Number
from linter.model.place import Place
from linter.model.report import ABSENT, Record, Report, Value
from linter.records import field, mutable_record


@mutable_record
class Situation:
    """A report with what stands for the variables at the moment: ``bound`` a row's or cell's
    path or a column's key, ``records`` a record.

    Where ``lenient``, a cell that is absent or invalid counts as 0. ``missed`` collects, in
    order, the reason and the path for everything whose lack made an outcome unknown.
    """

    report: Report
    bound: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    lenient: bool = False
    missed: dict[tuple[str, str], None] = field(default_factory=dict)

    def value(self, reference: Code) -> Value:
        """The value of a cell, a scalar or a field of a record."""
        if reference[0] == "cell":
            return self.report.values.get(cell_path(reference, self.bound), ABSENT)
        if reference[0] == "value":
            return self.report.values.get(reference[1]) or self._section_part(reference[1])
        _, variable, name = reference
        record = self.records[variable]
        content = record.text if name == "text" else record.fields.get(name)
        return ABSENT if content is None else Value("filled", content, place=record.place)

    def _section_part(self, path: str) -> Value:
        """A section's heading or text, which need not be among the report's values."""
        if not path.startswith("sections."):
            return ABSENT
        _, key, part = path.split(".")
        section = self.report.sections.get(key)
        if section is None:
            return ABSENT
        content = (section.heading if part == "heading" else section.text) or ""
        return Value("filled" if content else "blank", content or None, content, section.place)

    def number(self, reference: Code) -> Number | None:
        """The number there: a blank cell is 0. None where there is none."""
        value = self.value(reference)
        if value.state == "filled" and isinstance(value.value, Number):
            return value.value
        if reference[0] == "cell":
            if value.state == "blank" or self.lenient:
                return 0
            reason = "cell-missing" if value.state == "absent" else "cell-invalid"
            self.missed[reason, cell_path(reference, self.bound)] = None
            return None
        self._miss_value(value, reference)
        return None

    def date(self, reference: Code) -> datetime.date | None:
        value = self.value(reference)
        if value.state == "filled" and isinstance(value.value, datetime.date):
            return value.value
        self._miss_value(value, reference)
        return None

    def text(self, reference: Code) -> str | None:
        """The text there: of what is blank, the empty one."""
        value = self.value(reference)
        if value.state == "filled" and isinstance(value.value, str):
            return value.value
        if value.state == "blank":
            return ""
        self._miss_value(value, reference)
        return None

    def _miss_value(self, value: Value, reference: Code) -> None:
        known = value.state in ("absent", "blank")
        self.missed["value-missing" if known else "value-invalid", reference[1]] = None

    def place(self, reference: Code) -> Place:
        return self.value(reference).place
