"""Every layout in which a report is printed, by name."""

from __future__ import annotations

from collections.abc import Callable

from linter.records import record
from tests.rendering import html, markdown, text, word
from tests.rendering.content import Content
from tests.rendering.style import STATUTORY, Style
from tests.rendering.wording import Data, content_of


@record
class Layout:
    """How ``content`` becomes the bytes of a file called ``name`` + ``suffix``.

    ``keeps_blanks`` says whether an empty cell can be told from no cell, ``keeps_breaks``
    whether a label can be broken over lines, ``splits`` whether tables can be torn apart.
    """

    name: str
    suffix: str
    render: Callable[[Content, Style], bytes]
    keeps_blanks: bool = True
    keeps_breaks: bool = True
    splits: bool = True

    @property
    def file_name(self) -> str:
        return self.name + self.suffix

    def print(self, data: Data, style: Style = STATUTORY) -> bytes:
        """``data`` as a file in this layout."""
        return self.render(content_of(data, style), style)


def _encoded(
    write: Callable[[Content, Style], str], encoding: str = "utf-8"
) -> Callable[[Content, Style], bytes]:
    return lambda content, style: write(content, style).encode(encoding)


def _flattened(
    name: str,
    write: Callable[[Content, Style], str],
    encoding: str = "utf-8",
    *,
    keeps_blanks: bool = True,
) -> Layout:
    render = _encoded(write, encoding)
    return Layout(name, ".txt", render, keeps_blanks, keeps_breaks=False, splits=False)


def _marked_up(
    name: str, write: Callable[[Content, Style], str], encoding: str = "utf-8"
) -> Layout:
    suffix = "." + name.split("-", 1)[0]
    return Layout(name, suffix, _encoded(write, encoding))


LAYOUTS = (
    _flattened("txt-cell-a-line", text.cell_a_line),
    _flattened("txt-bom", text.cell_a_line, "utf-8-sig"),
    _flattened("txt-utf-16", text.cell_a_line, "utf-16"),
    _flattened("txt-gb18030", text.cell_a_line, "gb18030"),
    _flattened("txt-tabbed-rows", text.tabbed_rows),
    _flattened("txt-tabbed-cells", text.tabbed_cells),
    _flattened("txt-aligned", text.aligned_columns, keeps_blanks=False),
    _flattened("txt-cell-a-paragraph", text.cell_a_paragraph, keeps_blanks=False),
    _flattened("txt-piped-rows", text.piped_rows, keeps_blanks=False),
    _marked_up("md-pipes", markdown.pipe_tables),
    _marked_up("md-pipes-in-full", markdown.pipe_tables_in_full),
    _marked_up("md-pipes-repeated", markdown.pipe_tables_repeated),
    _marked_up("md-html-tables", markdown.html_tables),
    _marked_up("html-article", html.bare_article),
    _marked_up("html-page", html.site_page),
    _marked_up("html-gbk", html.gbk_page, "gb18030"),
    _marked_up("html-unclosed", html.unclosed_tags),
    _marked_up("html-layout-table", html.layout_table),
    Layout("docx-python-docx", ".docx", word.python_docx),
    Layout("docx-bold-headings", ".docx", word.bold_headings),
    Layout("docx-numbered-headings", ".docx", word.numbered_headings),
    Layout("docx-content-controls", ".docx", word.content_controls),
)

BY_NAME = {layout.name: layout for layout in LAYOUTS}
