"""A terminal as a page: its width, its characters, paragraphs with hanging indents."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from linter.model.rule import Language, Severity
from linter.records import record
from linter.reporting.catalogue import phrase
from linter.reporting.lettering import Lettering, lettering_for
from linter.reporting.typesetting import line_ends, text_width

MEASURE = 100
"""Columns that running text takes at most, however wide the terminal."""

_LEAST = 8
"""Columns that running text takes at least, however narrow."""

SEVERITY_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "cyan"}

Part = str | tuple[str, str]


@record
class Page:
    """Where a reporter writes. ``width`` is the console's, in columns."""

    console: Console
    lettering: Lettering
    language: Language
    width: int

    @property
    def measure(self) -> int:
        """Columns that running text may take."""
        return min(self.width, MEASURE)

    def paragraph(self, *parts: Part, indent: int = 0, hanging: int | None = None) -> None:
        """Parts of text, each plain or ``(text, style)``, as one wrapped paragraph.

        The first line stands ``indent`` columns from the left, the others ``hanging``.
        """
        hanging = indent if hanging is None else hanging
        text = Text()
        for part in parts:
            words, style = (part, "") if isinstance(part, str) else part
            text.append(self.lettering.shown(words), style)
        first, others = (max(_LEAST, self.measure - margin) for margin in (indent, hanging))
        *lines, last = text.divide(line_ends(text.plain, others, first))
        for line in lines:
            line.rstrip()
        for number, line in enumerate((*lines, last)):
            self._write(Text(" " * (hanging if number else indent)) + line)

    def field(
        self, key: str, value: str, *, indent: int, style: str = "", tab: int | None = None
    ) -> None:
        """A dim name and its value, values of all fields one below the other.

        ``tab`` is how far the values stand from the names. A field without a value is not
        printed.
        """
        if not value:
            return
        name = phrase(f"field.{key}", self.language)
        tab = (6 if self.language == "zh" else 8) if tab is None else tab
        gap = tab - text_width(name)
        self.paragraph(
            (name + " " * gap, "dim"),
            (value, style),
            indent=indent,
            hanging=indent + tab,
        )

    def blank(self) -> None:
        """An empty line."""
        self._write(Text())

    def phrase(self, key: str, **values: object) -> str:
        """A text of the catalogue in the page's language."""
        return phrase(key, self.language, **values)

    def _write(self, line: Text) -> None:
        self.console.print(line, no_wrap=True, overflow="ignore", crop=False, highlight=False)


def page_for(console: Console, language: Language) -> Page:
    """The page that ``console`` offers."""
    coloured = console.color_system is not None and not console.no_color
    legacy = console.legacy_windows
    lettering = lettering_for(console.encoding, legacy_windows=legacy, coloured=coloured)
    return Page(console, lettering, language, console.width)
