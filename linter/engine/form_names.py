"""What an edition's form offers to assertions by name: tables, groups of rows, rows, cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from linter.forms import Form, load_form
from linter.records import record

Part = Literal["table", "group", "row", "cell"]
ANY = "*"


@record
class FormNames:
    """The names of one edition. ``parts`` tells what each path is, ``continuations`` what
    may follow it; both in the order of the form.
    """

    edition: str
    sections: tuple[str, ...]
    parts: Mapping[str, Part]
    continuations: Mapping[str, tuple[str, ...]]

    def below(self, path: str, part: Part) -> tuple[str, ...]:
        """The paths of the rows or cells at or below ``path``."""
        return tuple(
            other
            for other, kind in self.parts.items()
            if kind == part and (other == path or other.startswith(f"{path}."))
        )

    def all(self, part: Part) -> tuple[str, ...]:
        """The paths of all rows or cells."""
        return tuple(path for path, kind in self.parts.items() if kind == part)

    def columns(self, path: str) -> tuple[str, ...]:
        """For each column at or below ``path`` its first cell there."""
        first: dict[str, str] = {}
        for cell in self.below(path, "cell"):
            first.setdefault(cell.rpartition(".")[2], cell)
        return tuple(first.values())

    def matching(self, segments: Sequence[str]) -> tuple[str, ...]:
        """The cells whose path is ``segments``, where ``*`` stands for any one of them."""
        return tuple(
            cell for cell in self.below(segments[0], "cell") if _matches(segments, cell.split("."))
        )


def _matches(segments: Sequence[str], path: Sequence[str]) -> bool:
    return len(segments) == len(path) and all(
        wanted in (ANY, found) for wanted, found in zip(segments, path, strict=True)
    )


@cache
def names_of(edition: str) -> FormNames:
    """The names of a national edition."""
    return _names(load_form(edition))


def _names(form: Form) -> FormNames:
    parts: dict[str, Part] = {}
    for table in form.tables.values():
        parts[table.key] = "table"
        for row in table.rows:
            segments = row.path.split(".")
            for length in range(2, len(segments)):
                parts[".".join(segments[:length])] = "group"
            parts[row.path] = "row"
            parts.update(dict.fromkeys(row.cells(), "cell"))
    continuations: dict[str, list[str]] = {}
    for path in parts:
        outer, _, name = path.rpartition(".")
        continuations.setdefault(outer, []).append(name)
    return FormNames(
        form.edition,
        tuple(form.sections),
        parts,
        {path: tuple(names) for path, names in continuations.items()},
    )
