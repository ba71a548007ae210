"""What a reader accepts at most, so that a hostile file ends soon and small.

A report of the largest city is about 1 MB, 400 cells and 500 paragraphs; every limit stands
far above that and far below what hurts. Exceeding one is the finding E906.
"""

from __future__ import annotations

from linter.model.problem import InputProblem

MAX_BYTES = 64 * 1024 * 1024
"""Size of a file in bytes; callers that read from disk need not read more than this plus one."""

MAX_LINES = 400_000
"""Lines of a text, Markdown or HTML source."""

MAX_BLOCKS = 100_000
"""Paragraphs, tables and pictures of a document."""

MAX_CELLS = 100_000
"""Cells of all tables of a document together."""

MAX_COLUMNS = 256
"""Grid columns of one table; a span that reaches farther is cut there."""

MAX_ROWSPAN = 65_534
"""What HTML allows; a span never reaches beyond its row group anyway."""

MAX_TABLE_DEPTH = 50
"""Tables inside tables."""

MAX_ANNOTATIONS = 5_000
"""Tracked changes, comments and hidden texts that are kept; more of them tell nothing new."""

MAX_DIRECTIVES = 1_000
"""Comments of a text file that are addressed to this tool."""

MAX_NESTING = 1_000
"""Elements inside elements, in HTML and in Word's XML (browsers stop at 512)."""

MAX_TAGS = 500_000
"""Tags of an HTML page, those of mere type-setting (``span``, ``font`` …) not counted."""

MAX_TREE_WORK = 2_000_000_000
"""Tags times elements that may stay open: the steps of the HTML parser at worst (about 4 s)."""

MAX_ZIP_ENTRIES = 10_000
"""Parts of a Word package; pictures and fonts make a few dozen."""

MAX_PART_BYTES = 32 * 1024 * 1024
"""Inflated size of one part of a Word package, declared or actual."""

MAX_ARCHIVE_MEMBERS = 20
"""Files of an archive that may be the report."""

MAX_WEB_ARCHIVE_PARTS = 2_000
"""Parts of a web archive: the page, its pictures and styles."""

MAX_SLOW_MEMBERS = 4
"""Those among them whose formats take seconds to read."""

MAX_XML_TAGS = 1_000_000
"""Tags of one part of a Word package; the styles of a long one have 12,000."""

MAX_RULINGS = 10_000
"""Straight lines across or down one page of a PDF file; ``pdf/worker.py`` has the other limits."""

MAX_PAGE_TABLES = 200
"""Ruled tables on one page of a PDF file."""


def require(limit: str, found: int, allowed: int) -> None:
    """Raise E906 where ``found`` is more than ``allowed``.

    The facts are ``limit`` (a key such as ``bytes`` or ``cells``), ``found`` and ``allowed``.
    """
    if found > allowed:
        raise InputProblem("E906", limit=limit, found=found, allowed=allowed)
