"""The texts that the cells of a workbook share."""

from __future__ import annotations

from linter.readers.ooxml.xml import parse


def shared_strings(part: bytes | None) -> list[str]:
    """The texts in the order of their numbers, without their phonetic guides."""
    reader = _StringReader()
    if part:
        parse(part, reader.start, reader.end, reader.text)
    return reader.found


class _StringReader:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._in_text = False
        self._phonetic = False

    def start(self, name: str, _: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "si":
                self._pieces.clear()
            case "t":
                self._in_text = not self._phonetic
            case "rPh":
                self._phonetic = True

    def end(self, name: str) -> None:
        match name.rpartition(" ")[2]:
            case "si":
                self.found.append("".join(self._pieces))
            case "t":
                self._in_text = False
            case "rPh":
                self._phonetic = False

    def text(self, data: str) -> None:
        if self._in_text:
            self._pieces.append(data)
