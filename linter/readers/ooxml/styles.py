"""What Word's styles say about structure: outline levels, numbering, hidden text."""

from __future__ import annotations

import re

from linter.readers.ooxml.style_source import style_source
from linter.readers.ooxml.xml import is_on, names, number, parse, value, word_attribute
from linter.records import mutable_record
from linter.regex import regex

_HEADING = regex(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = regex(r"toc (?:[1-9]|heading)|目录 ?[1-9]", re.IGNORECASE)
_TITLES = ("title", "标题")
_BODY_TEXT = 9
_MANY = 100
_DEEPEST = 6
_NAMES = names("w:style", "w:name", "w:basedOn", "w:outlineLvl", "w:numId", "w:ilvl", "w:vanish")


@mutable_record
class Style:
    """One style; None is what it leaves to the style that it is ``based_on``.

    ``contents`` says that it is one of those of a table of contents.
    """

    based_on: str | None = None
    level: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    hidden: bool | None = None
    contents: bool = False


def outline_level(word_level: int) -> int | None:
    """Word's outline level 0 to 8 as a heading level 1 to 6; 9 is body text."""
    return None if word_level >= _BODY_TEXT else min(word_level + 1, _DEEPEST)


class Styles:
    """The styles of a document by id, inheritance resolved."""

    def __init__(self, part: bytes | None) -> None:
        self._own: dict[str, Style] = {}
        self._resolved: dict[str, Style] = {}
        self.default_paragraph: str | None = None
        self._open = Style()
        self._looked_up = 0
        self._source = style_source(part) if part else None
        if self._source is not None:
            for default in self._source.defaults():
                parse(default, self._start)
            return
        if part:
            self._parse_all(part)

    def _parse_all(self, part: bytes) -> None:
        for element in (b"latentStyles", b"tblStylePr"):
            part = _without(part, element)
        parse(part, self._start)

    def style(self, style_id: str | None) -> Style:
        """The style with all that it inherits; an unknown one says nothing."""
        key = style_id or self.default_paragraph or ""
        if key not in self._resolved:
            self._resolved[key] = self._inherited(key)
        return self._resolved[key]

    def _inherited(self, key: str) -> Style:
        first = self._find(key)
        found = Style(contents=first is not None and first.contents)
        seen: set[str] = set()
        while key not in seen and (own := self._find(key)) is not None:
            seen.add(key)
            found.level = own.level if found.level is None else found.level
            found.hidden = own.hidden if found.hidden is None else found.hidden
            if found.num_id is None:
                found.num_id, found.num_level = own.num_id, own.num_level
            key = own.based_on or ""
        return found

    def _find(self, style_id: str) -> Style | None:
        """The style as it is written; it is read when it is first asked for."""
        if self._source is not None and style_id not in self._own:
            self._looked_up += 1
            if self._looked_up > _MANY:
                whole, self._source = self._source.text, None
                self._parse_all(whole.encode("latin-1"))
            elif part := self._source.part(style_id):
                parse(part, self._start)
        return self._own.get(style_id)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match _NAMES.get(name):
            case "w:style":
                self._begin_style(attributes)
            case "w:name":
                name = value(attributes) or ""
                self._open.level = _level_of_name(name)
                self._open.contents = bool(_CONTENTS.fullmatch(name))
            case "w:basedOn":
                self._open.based_on = value(attributes)
            case "w:outlineLvl":
                self._open.level = outline_level(number(attributes, _BODY_TEXT))
            case "w:numId":
                self._open.num_id = value(attributes)
            case "w:ilvl":
                self._open.num_level = number(attributes)
            case "w:vanish":
                self._open.hidden = is_on(attributes)

    def _begin_style(self, attributes: dict[str, str]) -> None:
        style_id = word_attribute(attributes, "styleId") or ""
        self._open = self._own[style_id] = Style()
        is_default = word_attribute(attributes, "default") in ("1", "true", "on")
        if is_default and word_attribute(attributes, "type") == "paragraph":
            self.default_paragraph = style_id


def _without(part: bytes, element: bytes) -> bytes:
    """``part`` without what makes up most of it and says nothing about paragraphs."""
    opening, closing = b"<w:%s" % element, b"</w:%s>" % element
    pieces: list[bytes] = []
    last = 0
    while (start := part.find(opening, last)) >= 0:
        end = part.find(closing, start)
        if end < 0:
            break
        pieces.append(part[last:start])
        last = end + len(closing)
    return b"".join((*pieces, part[last:]))


def _level_of_name(name: str) -> int | None:
    match = _HEADING.fullmatch(name.strip())
    if match:
        return min(int(match[1]), _DEEPEST)
    return 1 if name.strip().lower() in _TITLES else None
