"""The numbers that Word itself puts before paragraphs: "一、" that stands in no text."""

from __future__ import annotations

import re

from linter.readers.numerals import numeral
from linter.readers.ooxml.xml import Attributes, is_on, names, number, parse, value, word_attribute
from linter.records import field, mutable_record
from linter.regex import regex

_NAMES = names(
    "w:abstractNum", "w:num", "w:abstractNumId", "w:lvl", "w:lvlOverride", "w:startOverride",
    "w:start", "w:numFmt", "w:lvlText", "w:lvlRestart", "w:isLgl", "w:pStyle", "w:styleLink",
    "w:numStyleLink",
)  # fmt: skip
_LEVELS = 9
_PLACEHOLDER = regex(r"%([1-9])")


@mutable_record
class _Level:
    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart_after: int | None = None
    legal: bool = False
    style: str | None = None

    def set(self, name: str, attributes: Attributes) -> None:
        match name:
            case "w:start":
                self.start = number(attributes, 1)
            case "w:numFmt":
                self.number_format = value(attributes) or "decimal"
            case "w:lvlText":
                self.text = value(attributes) or ""
            case "w:lvlRestart":
                self.restart_after = number(attributes)
            case "w:isLgl":
                self.legal = is_on(attributes)
            case "w:pStyle":
                self.style = value(attributes)


@mutable_record
class _List:
    """An abstract numbering: its levels and how far each has counted."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    style_link: str | None = None
    linked_style: str | None = None


@mutable_record
class _Instance:
    """A numbering that paragraphs refer to; instances of one list count together."""

    list_id: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts paragraphs as they come and says what Word prints before each."""

    def __init__(self, part: bytes | None) -> None:
        self._lists: dict[str, _List] = {}
        self._instances: dict[str, _Instance] = {}
        self._list = _List()
        self._instance: _Instance | None = None
        self._level = _Level()
        self._depth = 0
        if part:
            parse(part, self._start)

    def label(self, num_id: str, level: int | None, style: str | None = None) -> str:
        """The number of the next paragraph of ``num_id``; empty for bullets and unknown lists.

        Without a ``level`` it is the one that the list ties to the paragraph's ``style``.
        """
        instance = self._instances.get(num_id)
        listed = self._listed(instance.list_id) if instance else None
        if instance is None or listed is None:
            return ""
        levels = listed.levels | instance.levels
        if level is None:
            level = next((key for key, own in levels.items() if style and own.style == style), 0)
        own = levels.get(level)
        if own is None or own.number_format == "bullet":
            return ""
        _count(listed, levels, level, instance.starts.pop(level, None))
        return _PLACEHOLDER.sub(lambda found: _number(found, listed, levels, own), own.text)

    def _listed(self, list_id: str) -> _List | None:
        listed = self._lists.get(list_id)
        if listed is not None and listed.linked_style:
            for other in self._lists.values():
                if other.style_link == listed.linked_style:
                    return other
        return listed

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        short = _NAMES.get(name)
        if short in ("w:abstractNum", "w:num", "w:lvl", "w:lvlOverride"):
            self._begin(short, attributes)
        elif short == "w:styleLink":
            self._list.style_link = value(attributes)
        elif short == "w:numStyleLink":
            self._list.linked_style = value(attributes)
        elif self._instance and short == "w:abstractNumId":
            self._instance.list_id = value(attributes) or ""
        elif self._instance and short == "w:startOverride":
            self._instance.starts[self._depth] = number(attributes, 1)
        elif short:
            self._level.set(short, attributes)

    def _begin(self, short: str, attributes: dict[str, str]) -> None:
        if short == "w:abstractNum":
            self._list = _List()
            self._lists[word_attribute(attributes, "abstractNumId") or ""] = self._list
            self._instance = None
        elif short == "w:num":
            self._instance = _Instance()
            self._instances[word_attribute(attributes, "numId") or ""] = self._instance
        else:
            depth = word_attribute(attributes, "ilvl") or ""
            self._depth = int(depth) if depth.isdecimal() and len(depth) == 1 else 0
            if short == "w:lvl":
                self._level = _Level()
                owner = self._instance or self._list
                owner.levels[self._depth] = self._level


def _count(listed: _List, levels: dict[int, _Level], level: int, start: int | None) -> None:
    counts = listed.counts
    if start is not None:
        counts[level] = start
    elif level in counts:
        counts[level] += 1
    else:
        counts[level] = levels[level].start
    for deeper in range(level + 1, _LEVELS):
        restart = levels[deeper].restart_after if deeper in levels else None
        # 0: never starts anew; k: starts anew after levels up to k only, counted from 1.
        if restart is None or level < restart:
            counts.pop(deeper, None)


def _number(
    found: re.Match[str], listed: _List, levels: dict[int, _Level], shown_in: _Level
) -> str:
    level = int(found[1]) - 1
    if level not in levels:
        return ""
    # A level that was skipped counts from its start.
    count = listed.counts.setdefault(level, levels[level].start)
    return numeral(count, "decimal" if shown_in.legal else levels[level].number_format)
