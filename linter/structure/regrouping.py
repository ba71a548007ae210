"""Blocks regrouped as a reader takes them: a broken heading, a heading or sign-off in a table.

The readers give paragraphs and tables as the file has them; what the page's layout has torn
apart or put into a table only knows who knows the form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.forms import TABLES
from linter.model.document import Block, Cell, Paragraph, Picture, Table
from linter.records import replace
from linter.structure.folding import fold, numbered
from linter.structure.frame import is_office, is_sign_off_line
from linter.structure.label_matching import section_labels

_TOP = "一、"
_LONGEST_LINE = 48
_MOST_LINES = 3
_MOST_SIGN_OFF_LINES = 3


def regrouped(blocks: Sequence[Block], edition: str) -> tuple[Block, ...]:
    """``blocks`` with headings in one line, and headings and sign-off out of tables.

    A heading that is a picture is what stands for it.
    """
    apart: list[Block] = []
    heading: str | None = None
    for block in blocks:
        if isinstance(block, Picture) and _key(block.alt, edition):
            block = Paragraph(block.alt, block.place, chrome=block.chrome)
        if isinstance(block, Paragraph):
            heading = _key(block.text, edition) or heading
        if isinstance(block, Table) and not block.chrome:
            apart += _out_of_table(block, edition, heading)
        else:
            apart.append(block)
    return tuple(_joined_headings(apart, edition))


def _joined_headings(blocks: Sequence[Block], edition: str) -> Iterator[Block]:
    index = 0
    while index < len(blocks):
        heading, lines = blocks[index], 1
        if isinstance(heading, Paragraph) and _is_begun(heading.text, edition):
            joined, lines = _joined(blocks, index, edition)
            heading = replace(heading, text=joined) if lines > 1 else heading
        yield heading
        index += lines


def _is_begun(text: str, edition: str) -> bool:
    """Whether a line can be the first of a statutory heading that is broken over lines."""
    if len(text) > _LONGEST_LINE:
        return False
    label = numbered(text)
    return label.style == _TOP and not section_labels(edition).exact(label.body)


def _joined(blocks: Sequence[Block], start: int, edition: str) -> tuple[str, int]:
    """The heading that the lines from ``start`` make together, and how many they are."""
    text = ""
    for count, block in enumerate(blocks[start : start + _MOST_LINES], 1):
        if not isinstance(block, Paragraph) or block.chrome or len(block.text) > _LONGEST_LINE:
            break
        if count > 1 and numbered(block.text).style == _TOP:
            break
        text += block.text
        if section_labels(edition).exact(numbered(text).body):
            return text, count
    return text, 1


def _out_of_table(table: Table, edition: str, above: str | None) -> Iterator[Block]:
    """The table and what it holds of the report's frame; ``above`` is the section it stands in.

    The heading of that section is the table's title when the table opens with it once more.
    """
    if _is_sign_off(table):
        for row in table.rows:
            yield from _paragraphs(row)
        return
    keys = [_heading_key(row, edition) for row in table.rows]
    if above and keys[0] == above and above in TABLES:
        keys[0] = None
    if not any(keys):
        yield table
        return
    rows: list[tuple[Cell, ...]] = []
    section: str | None = None
    for row, key in zip(table.rows, keys, strict=True):
        if not key and section in TABLES and not _is_prose(row):
            rows.append(row)
            continue
        if rows:
            yield replace(table, rows=tuple(rows), place=rows[0][0].place)
            rows = []
        section = key or section
        yield from _paragraphs(row)
    if rows:
        yield replace(table, rows=tuple(rows), place=rows[0][0].place)


def _heading_key(row: Sequence[Cell], edition: str) -> str | None:
    """The section whose heading is all that stands in a row."""
    filled = [cell.text for cell in row if cell.text.strip()]
    if len(filled) == 2 and not numbered(filled[0]).body:
        filled = ["".join(filled)]
    return _key(filled[0], edition) if len(filled) == 1 else None


def _key(text: str, edition: str) -> str | None:
    """The section of which a text is the heading, number and all."""
    if len(text) > 2 * _LONGEST_LINE:
        return None
    label = numbered(text)
    match = section_labels(edition).exact(label.body) if label.style == _TOP else None
    return match.key if match else None


def _is_prose(row: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if cell.text.strip()]
    return len(filled) == 1 and "。" in filled[0].text


def _is_sign_off(table: Table) -> bool:
    """Whether a table holds a sign-off and nothing else: an office and a date, or both in one."""
    if len(table.rows) > _MOST_SIGN_OFF_LINES:
        return False
    lines = [line for row in table.rows for block in _paragraphs(row) for line in [block.text]]
    dated = [is_sign_off_line(line) for line in lines[: _MOST_SIGN_OFF_LINES + 1]]
    return (
        0 < len(lines) <= _MOST_SIGN_OFF_LINES
        and any(dated)
        and all(of_date or is_office(line) for line, of_date in zip(lines, dated, strict=True))
    )


def _paragraphs(row: Sequence[Cell]) -> Iterator[Paragraph]:
    for cell in row:
        for line in cell.text.split("\n"):
            if fold(line):
                yield Paragraph(line.strip(), cell.place)
