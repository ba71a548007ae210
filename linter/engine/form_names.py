"""What an edition's form offers to assertions by name: tables, groups of rows, rows, cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from linter.engine.chinese_form import form_names_in_chinese
from linter.forms import Form, load_form
from linter.records import record

Part = Literal["table", "group", "row", "cell"]
ANY = "*"


@record
class FormNames:
    """The names of one edition. ``parts`` tells what each path is, ``continuations`` what
    may follow it; both in the order of the form. ``chinese`` has for each path the Chinese
    names of what may follow it, the shortest of each first.
    """

    edition: str
    sections: tuple[str, ...]
    parts: Mapping[str, Part]
    continuations: Mapping[str, tuple[str, ...]]
    chinese: Mapping[str, Mapping[str, str]]

    def key(self, outer: str, name: str) -> str | None:
        """The key of what is called ``name`` in Chinese and continues the path ``outer``."""
        return self.chinese.get(outer, {}).get(name)

    def sections_in_chinese(self) -> tuple[tuple[str, str], ...]:
        """The Chinese names of the sections, with their keys."""
        return tuple(self.chinese.get("sections", {}).items())

    def in_chinese(self, path: str) -> str:
        """A path of the form spelled in Chinese."""
        outer, _, key = path.rpartition(".")
        names = self.chinese.get(outer, {})
        own = next((name for name, meant in names.items() if meant == key), key)
        return f"{self.in_chinese(outer)}.{own}" if outer else own

    def cell(self, path: str) -> str:
        """The cell that ``path`` names in Chinese, English or both; else ``path`` itself."""
        found = ""
        for name in path.split("."):
            key = name if name in self.continuations.get(found, ()) else self.key(found, name)
            if key is None:
                return path
            found = f"{found}.{key}" if found else key
        return found

    def columns_in_chinese(self) -> dict[str, str]:
        """The Chinese names of all columns."""
        rows = (self.chinese.get(row, {}) for row in self.all("row"))
        return {name: key for names in rows for name, key in names.items()}

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
        form_names_in_chinese(form.edition),
    )
