"""A file as blocks in reading order, with nothing known about reports."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.place import Place
from linter.records import record


@record
class Paragraph:
    """One paragraph of running text; ``text`` is stripped and never empty.

    A forced line break inside the paragraph is ``"\\n"``. ``level`` is the outline level
    (1 to 6) where the format itself marks a heading, else None. ``chrome`` is True for
    what the page wraps around its article: navigation, breadcrumbs, related links, footers.
    """

    text: str
    place: Place
    level: int | None = None
    chrome: bool = False


@record
class Cell:
    """One physical cell of a table: ``row`` and ``column`` count from 0 in the grid."""

    text: str
    place: Place
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@record
class Table:
    """A table as its physical cells, row by row, spans kept.

    ``exact`` is True where the format gave every cell its grid column (HTML, Word, Markdown
    pipes) and False where columns were inferred from running text: there a merged cell may
    stand as one cell, as an empty cell or not at all, so that only the order within a row
    can be trusted.
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: Place
    exact: bool = True
    chrome: bool = False


@record
class Picture:
    """An image standing in the text; ``alt`` is its alternative text or empty."""

    place: Place
    alt: str = ""
    chrome: bool = False


Block = Paragraph | Table | Picture


@record
class Annotation:
    """What a file carries beside the text that a reader of it sees.

    ``kind`` is ``insertion`` or ``deletion`` (tracked changes), ``comment``, ``hidden`` (text
    that Word does not show), ``hidden-on-page`` (text in the article of a web page that its
    style hides) or ``property`` (metadata; ``name`` says which, such as ``creator``).
    ``author`` is who made it, where the file says so.
    """

    kind: str
    text: str
    place: Place
    author: str | None = None
    name: str | None = None


@record
class Directive:
    """A comment in a text format that is addressed to this tool and no part of the report.

    ``text`` is what it says behind the name of the tool. ``begin`` and ``end`` (line and
    column) bound the block that follows it, the end not included; None where there is none.
    ``table`` is the number of that block where it is a table.
    """

    text: str
    place: Place
    begin: tuple[int, int] | None = None
    end: tuple[int, int] | None = None
    table: int | None = None


@record
class Recognition:
    """How a file that is pictures was read.

    ``engine`` is what recognised the characters. ``confidence`` (0 to 1) tells how sure it was
    of each cell of a table, by the cell's place, and of the prose of each page, by the page's.
    """

    engine: str
    confidence: Mapping[Place, float]


@record
class Document:
    """What a reader makes of a file.

    ``format`` is one of ``text``, ``markdown``, ``html``, ``docx``, ``pdf``, ``picture``,
    ``mhtml`` and ``zip`` (a report read out of an archive) or that of another reader.
    ``page_title`` is the title that the file carries beside its text (HTML ``<title>``), or None.
    ``undecodable`` counts the characters that could not be decoded and stand as U+FFFD.
    ``annotations`` are in reading order, properties first. ``recognised`` is there where the
    text was recognised in pictures and is a guess.
    """

    format: str
    blocks: tuple[Block, ...]
    page_title: str | None = None
    undecodable: int = 0
    annotations: tuple[Annotation, ...] = ()
    directives: tuple[Directive, ...] = ()
    recognised: Recognition | None = None
