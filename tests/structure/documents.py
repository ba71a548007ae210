"""Documents in memory, written as compactly as a specification wants to read them.

A table is a grid of texts, one row a line and ``|`` between the cells; ``<`` continues the
cell to its left, ``^`` the cell above it, ``⏎`` breaks a line inside a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.forms import Row, TableForm, load_form
from linter.model.document import Block, Cell, Document, Paragraph, Picture, Table
from linter.model.place import NOWHERE, Place
from linter.model.report import Deviation, Report
from linter.records import replace
from linter.structure.reading import AUTO, read_document

Rows = Sequence[tuple[int, Row]]
Part = str | Block | Sequence["Part"] | None

KEYS = ("overview", "disclosure", "applications", "review", "problems", "other")
WORDINGS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
NUMERALS = "一二三四五六"
SIX = tuple(f"{numeral}、{wording}" for numeral, wording in zip(NUMERALS, WORDINGS, strict=True))

TEXTS: Mapping[str, str] = {
    "overview": "{year}年，我镇认真贯彻落实《中华人民共和国政府信息公开条例》，各项工作有序开展。",
    "problems": "公开内容与群众需求仍有差距，已组织专题学习。{next}年，我镇将继续加强队伍建设。",
    "other": "本年度未收取信息处理费。",
}
YEARS = {"2019": 2020, "2021": 2023}


def grid(text: str) -> Table:
    """An exact table: spans as the notation marks them."""
    texts = [line.split("|") for line in text.strip("\n").split("\n")]
    rows = tuple(tuple(_cells(texts, number)) for number in range(len(texts)))
    return Table(rows, NOWHERE)


def loose(text: str) -> Table:
    """An inexact table: cells in order; ``<`` and ``^`` stand as empty cells."""
    rows = tuple(
        tuple(
            Cell("" if cell in ("<", "^") else _text(cell), NOWHERE, row, column)
            for column, cell in enumerate(cells)
        )
        for row, cells in enumerate(line.split("|") for line in text.strip("\n").split("\n"))
    )
    return Table(rows, NOWHERE, exact=False)


def _cells(texts: Sequence[Sequence[str]], row: int) -> Iterator[Cell]:
    for column, text in enumerate(texts[row]):
        if text in ("<", "^"):
            continue
        wide, high = 1, 1
        while column + wide < len(texts[row]) and texts[row][column + wide] == "<":
            wide += 1
        while row + high < len(texts) and _continues(texts[row + high], column):
            high += 1
        yield Cell(_text(text), NOWHERE, row, column, high, wide)


def _continues(texts: Sequence[str], column: int) -> bool:
    return column < len(texts) and texts[column] == "^"


def _text(text: str) -> str:
    return text.replace("⏎", "\n")


def heading(text: str, level: int = 2) -> Paragraph:
    """A paragraph that the format itself marks as a heading."""
    return Paragraph(text, NOWHERE, level)


def chrome(text: str) -> Paragraph:
    """A paragraph of the page around the article."""
    return Paragraph(text, NOWHERE, chrome=True)


def picture(alt: str = "") -> Picture:
    return Picture(NOWHERE, alt)


def document(*parts: Part, page_title: str | None = None) -> Document:
    """A document of these parts; texts become paragraphs, everything gets its place."""
    return Document("text", blocks(*parts), page_title)


def blocks(*parts: Part) -> tuple[Block, ...]:
    """The parts as blocks, each with its place: one line a paragraph or table row."""
    placed: list[Block] = []
    line, table = 0, 0
    for block in _flattened(parts):
        line += 1
        if isinstance(block, Table):
            table += 1
            placed.append(_placed(block, line, table))
            line += len(block.rows) - 1
        else:
            placed.append(replace(block, place=Place(line)))
    return tuple(placed)


def _flattened(parts: Sequence[Part]) -> Iterator[Block]:
    for part in parts:
        if isinstance(part, str):
            yield from (Paragraph(_text(text), NOWHERE) for text in part.split("\n"))
        elif isinstance(part, Paragraph | Table | Picture):
            yield part
        elif part is not None:
            yield from _flattened(tuple(part))


def _placed(table: Table, line: int, number: int) -> Table:
    rows = tuple(
        tuple(
            replace(cell, place=Place(line + y, None, None, number, y + 1, x + 1))
            for x, cell in enumerate(row)
        )
        for y, row in enumerate(table.rows)
    )
    return replace(table, rows=rows, place=Place(line, table=number))


def parts(edition: str = "2021", /, **changes: Part) -> list[Part]:
    """The parts of a flawless report, some of them changed (None: left out).

    Names: ``title``, ``opening``, ``<section>_heading``, ``<section>`` for its prose,
    ``<section>_table``, ``issuer``, ``date``, ``after``.
    """
    year = YEARS[edition]
    found: dict[str, Part] = {"title": f"石泉镇{year}年政府信息公开工作年度报告", "opening": None}
    for key, label in load_form(edition).sections.items():
        found[f"{key}_heading"] = label.text.zh
        text = TEXTS.get(key)
        found[key] = text and text.format(year=year, next=year + 1)
        if key in TABLES:
            found[f"{key}_table"] = grid(table_text(edition, key))
    found |= {"issuer": "石泉镇人民政府", "date": f"{year + 1}年1月17日", "after": None}
    unknown = changes.keys() - found.keys()
    if unknown:
        raise KeyError(*unknown)
    return list((found | changes).values())


def report(edition: str = "2021", /, **changes: Part) -> Report:
    """What is read from the flawless report with some parts changed."""
    return read_document(document(*parts(edition, **changes)))


def read(*parts: Part, name: str = "", edition: str = AUTO) -> Report:
    """What is read from a document of these parts."""
    return read_document(document(*parts), name, edition)


def deviations(report: Report, *kinds: str) -> list[Deviation]:
    """The deviations of these kinds, or all."""
    return [d for d in report.deviations if not kinds or d.kind in kinds]


def kinds(report: Report) -> list[str]:
    """The kinds of all deviations, in order."""
    return [deviation.kind for deviation in report.deviations]


def about(report: Report) -> list[tuple[str, str]]:
    """(kind, path) of all deviations, in order."""
    return [(deviation.kind, deviation.about) for deviation in report.deviations]


def numbers(report: Report, table: str) -> dict[str, object]:
    """Every cell of a table by its path; None where no number was read."""
    form = load_form(report.edition).tables[table]
    return {cell: report.value(cell).value for cell in form.cells()}


# --- the statutory tables, every cell with a number of its own --------------------------------


def table_values(edition: str, table: str) -> dict[str, int]:
    """Every cell of a table by its path, as ``table_text`` prints it."""
    return {
        f"{row.path}.{column.key}": _number(y, x)
        for y, row in enumerate(load_form(edition).tables[table].rows)
        for x, column in enumerate(row.columns)
    }


def _number(row: int, column: int) -> int:
    return (row + 1) * 10 + column + 1


def table_text(edition: str, table: str, *, without: str = "") -> str:
    """A statutory table in grid notation, without the row of that path."""
    form = load_form(edition).tables[table]
    rows = [(number, row) for number, row in enumerate(form.rows) if row.path != without]
    return "\n".join("|".join(cells) for cells in TABLES[table](form, rows))


def _values(row: Row, number: int) -> list[str]:
    return [str(_number(number, column)) for column in range(len(row.columns))]


def _disclosure(form: TableForm, rows: Rows) -> Iterator[list[str]]:
    block = None
    for number, row in rows:
        if row.block != block:
            block = row.block
            yield _padded([str(block)])
            yield _padded(["信息内容", *(column.label.text.zh for column in row.columns)])
        yield _padded([row.label.text.zh, *_values(row, number)])


def _padded(cells: list[str]) -> list[str]:
    return cells + ["<"] * (4 - len(cells))


def _applications(form: TableForm, rows: Rows) -> Iterator[list[str]]:
    yield from _applications_header(form)
    last: list[str] = []
    for number, row in rows:
        groups = [group.zh for group in row.groups]
        shown = ["^" if last[: i + 1] == groups[: i + 1] else g for i, g in enumerate(groups)]
        last = groups
        cells = [*shown, row.label.text.zh]
        yield cells + ["<"] * (3 - len(cells)) + _values(row, number)


def _applications_header(form: TableForm) -> Iterator[list[str]]:
    first, *legal, last = (column.label.text.zh for column in form.columns)
    corner = str(form.corner)
    wide = ["<"] * (len(legal) - 1)
    yield [corner, "<", "<", "申请人情况", "<", *wide, "<"]
    yield ["^", "<", "<", first, "法人或其他组织", *wide, last]
    yield ["^", "<", "<", "^", *legal, "^"]


def _review(form: TableForm, rows: Rows) -> Iterator[list[str]]:
    leaves = [column.label.text.zh for column in form.columns]
    rest = ["<"] * 4
    yield ["行政复议", *rest, "行政诉讼", *rest, "<", *rest]
    yield ["^", *rest, "未经复议直接起诉", *rest, "复议后起诉", *rest]
    yield [*leaves, *leaves, *leaves]
    yield [value for number, row in rows for value in _values(row, number)]


TABLES = {"disclosure": _disclosure, "applications": _applications, "review": _review}
