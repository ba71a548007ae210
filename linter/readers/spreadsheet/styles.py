"""What the styles of a workbook say about a cell: its number format, and lines around it."""

from __future__ import annotations

from linter.readers.ooxml.xml import parse
from linter.readers.spreadsheet.numbers import BUILTIN_FORMATS, GENERAL, shown_number

_SIDES = frozenset(("left", "right", "top", "bottom", "start", "end"))


class CellStyles:
    """The styles of cells by their numbers (``cellXfs``)."""

    def __init__(self, part: bytes | None, since_1904: bool = False) -> None:
        self._since_1904 = since_1904
        self._formats = dict(BUILTIN_FORMATS)
        self._boxed: list[bool] = []
        self._styles: list[tuple[int, int]] = []
        self._in_styles = False
        if part:
            parse(part, self._start, self._end)

    def shown(self, number: float, style: int) -> str:
        """``number`` as a cell of this style shows it."""
        form, _ = self._style(style)
        return shown_number(number, self._formats.get(form, GENERAL), self._since_1904)

    def is_boxed(self, style: int) -> bool:
        """Whether a cell of this style has a line at one of its sides."""
        _, border = self._style(style)
        return border < len(self._boxed) and self._boxed[border]

    def _style(self, number: int) -> tuple[int, int]:
        return self._styles[number] if number < len(self._styles) else (0, 0)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "numFmt":
            self._formats[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif local == "border":
            self._boxed.append(False)
        elif local in _SIDES and self._boxed:
            drawn = attributes.get("style", "none") != "none"
            self._boxed[-1] = self._boxed[-1] or drawn
        elif local == "cellXfs":
            self._in_styles = True
        elif local == "xf" and self._in_styles:
            style = _number(attributes, "numFmtId"), _number(attributes, "borderId")
            self._styles.append(style)

    def _end(self, name: str) -> None:
        if name.endswith(" cellXfs"):
            self._in_styles = False


def _number(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 9 else 0
