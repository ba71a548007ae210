"""The figures in the tables of the data, each checked for what its cell can hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from linter.forms import Kind, TableForm
from linter.model.rule import Text
from linter.writing.mistakes import wrong_type
from linter.writing.report_data import Figure
from linter.writing.shapes import GROUP, shown, unknown_keys

_EXPECTED: Mapping[Kind, Text] = {
    "count": Text("0 或正整数", "a whole number from 0"),
    "amount": Text("0 或正数", "a number from 0"),
    "signed": Text("整数", "a whole number"),
}
_LARGEST = 10**15
_FINEST = Decimal("1e-8")


class Figures:
    """What the tables hold: figures ``found``, cells that are ``blank``, and ``mistakes``."""

    def __init__(self) -> None:
        self.found: dict[str, Figure] = {}
        self.blank: set[str] = set()
        self.mistakes: list[Text] = []

    def read(self, raw: object, form: TableForm) -> None:
        """Takes the figures of one table."""
        kinds = {
            cell: column.kind
            for row in form.rows
            for cell, column in zip(row.cells(), row.columns, strict=True)
        }
        self._walk(raw, f"tables.{form.key}", _Tree(kinds, form.key))

    def _walk(self, raw: object, path: str, tree: _Tree) -> None:
        if not isinstance(raw, Mapping):
            self.mistakes.append(wrong_type(path, GROUP, shown(raw)))
            return
        known = tree.keys()
        self.mistakes += unknown_keys(raw, known, path)
        for key in known:
            if key not in raw:
                continue
            below = tree.below(key)
            if below.kind is None:
                self._walk(raw[key], f"{path}.{key}", below)
            else:
                self._take(raw[key], below.path, below.kind)

    def _take(self, value: object, cell: str, kind: Kind) -> None:
        if value is None:
            self.blank.add(cell)
            return
        figure = _figure(value, kind)
        if figure is None:
            self.mistakes.append(wrong_type(f"tables.{cell}", _EXPECTED[kind], shown(value)))
        else:
            self.found[cell] = figure


class _Tree:
    """The cells of a table at or below ``path``."""

    def __init__(self, kinds: Mapping[str, Kind], path: str) -> None:
        self._kinds = kinds
        self.path = path
        self.kind = kinds.get(path)

    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._keys()))

    def _keys(self) -> Iterator[str]:
        prefix = f"{self.path}."
        for cell in self._kinds:
            if cell.startswith(prefix):
                yield cell.removeprefix(prefix).split(".")[0]

    def below(self, key: str) -> _Tree:
        return _Tree(self._kinds, f"{self.path}.{key}")


def _figure(value: object, kind: Kind) -> Figure | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    if isinstance(value, Decimal) and not value.is_finite():
        return None
    least = -_LARGEST if kind == "signed" else 0
    if not least <= value < _LARGEST:
        return None
    whole = int(value)
    if whole == value:
        return whole
    return value if kind == "amount" and value % _FINEST == 0 else None
