"""Mistakes in the make of tables two to four (T2xx)."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from linter.forms import Row, load_form
from linter.records import replace
from tests.conformance.specimen import Mutation, Specimen
from tests.rendering import Layout
from tests.rendering.content import Column, Content, Line, Section
from tests.rendering.slips import (
    block_changed,
    closed_in_one_row,
    line_changed,
    lines_changed,
    with_column,
    with_text,
    without_column,
    without_table,
)

_TABLES = ("disclosure", "applications", "review")
_PEOPLE = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def keeps_blanks(layout: Layout) -> bool:
    return layout.keeps_blanks


def _keeps_short_rows(layout: Layout) -> bool:
    """Where a short row is not filled up: there it would be one with a blank cell."""
    filled = ("docx-python", "md-pipes", "txt-tabbed-rows", "txt-aligned", "txt-piped")
    return not layout.name.startswith(filled)


def _shows_pictures(layout: Layout) -> bool:
    return layout.name in ("html-article", "html-layout-table", "md-html-tables")


def _rows(specimen: Specimen, table: str) -> tuple[Row, ...]:
    return load_form(specimen.edition).tables[table].rows


def _table_missing(specimen: Specimen, chance: Random) -> Specimen:
    return specimen.changed(without_table(chance.choice(_TABLES)))


def _row_missing(specimen: Specimen, chance: Random) -> Specimen:
    at = chance.randrange(2, len(_rows(specimen, "applications")))

    def shortened(lines: list[Line]) -> list[Line]:
        return lines[:at] + lines[at + 1 :]

    return specimen.changed(lines_changed("applications", shortened))


def _rows_missing(specimen: Specimen, chance: Random) -> Specimen:
    """As many as four rows that stand one below the other, the first two never among them."""
    at = chance.randrange(2, len(_rows(specimen, "applications")) - 4)

    def shortened(lines: list[Line]) -> list[Line]:
        return lines[:at] + lines[at + 4 :]

    return specimen.changed(lines_changed("applications", shortened))


def _column_missing(specimen: Specimen, chance: Random) -> Specimen:
    at = chance.randrange(len(_PEOPLE))
    return specimen.changed(block_changed("applications", without_column(at)))


def _blank_in(table: str) -> Callable[[Specimen, Random], Specimen | None]:
    """A cell that should hold 0 left empty."""

    def blank(specimen: Specimen, chance: Random) -> Specimen | None:
        cells = [cell for row in _rows(specimen, table) for cell in row.cells()]
        zeros = [cell for cell in cells if specimen.number(cell) == 0]
        return specimen.holding({chance.choice(zeros): None}) if zeros else None

    return blank


def _number_as(text: str) -> Callable[[Specimen, Random], Specimen]:
    """A count of table two printed as something else."""

    def wrong(specimen: Specimen, chance: Random) -> Specimen:
        last = -1 if specimen.edition == "2019" else 0
        row = chance.choice(("licensing", "penalties", "coercion"))
        return specimen.changed(with_text(f"disclosure.{row}", text, last))

    return wrong


def _row_added(specimen: Specimen, chance: Random) -> Specimen:
    def longer(lines: list[Line]) -> list[Line]:
        return [*lines, Line("", "行政裁决", ("0",) * len(lines[0].values))]

    return specimen.changed(lines_changed("disclosure", longer, 1))


def _label_cut(specimen: Specimen, chance: Random) -> Specimen | None:
    if specimen.edition == "2019":
        return None
    label = chance.choice(("规范性文件", "行政规范文件"))
    path = "disclosure.normative_documents"
    return specimen.changed(line_changed(path, lambda line: replace(line, label=label)))


def _table_doubled(specimen: Specimen, chance: Random) -> Specimen:
    def doubled(content: Content) -> Content:
        at = next(i for i, one in enumerate(content.sections) if one.key == "review")
        copy = Section("review", "上述情况见下表。", blocks=content.sections[at].blocks)
        sections = (*content.sections[: at + 1], copy, *content.sections[at + 1 :])
        return replace(content, sections=sections)

    return specimen.changed(doubled)


def _has_plain_headings(layout: Layout) -> bool:
    """Where a heading is a paragraph like any other, so that a sentence can stand there."""
    return not layout.name.startswith(("md-", "docx-"))


def _merged(specimen: Specimen, chance: Random) -> Specimen | None:
    if specimen.edition == "2019" or specimen.style.thousands or specimen.style.digits == "full":
        return None
    return specimen.changed(lines_changed("applications", closed_in_one_row))


def _other_edition(specimen: Specimen, chance: Random) -> Specimen | None:
    """The report of a year in which another form holds; dates and texts move with it."""
    if specimen.edition != "2019":
        return None
    shift = 2023 - specimen.year

    def later(text: str | None) -> str | None:
        return text and re.sub(r"20[12]\d", lambda year: str(int(year[0]) + shift), text)

    report = specimen.report
    sections = {
        key: {**section, "text": later(section["text"])}
        for key, section in report["sections"].items()
    }
    return specimen.having(
        year=2023,
        title=later(report["title"]),
        signed_on=later(report["signed_on"]),
        sections=sections,
    )


def _row_doubled(specimen: Specimen, chance: Random) -> Specimen:
    at = chance.randrange(3, 10)
    return specimen.changed(
        lines_changed("applications", lambda lines: [*lines[: at + 1], *lines[at:]])
    )


def _rows_swapped(specimen: Specimen, chance: Random) -> Specimen:
    at = chance.randrange(4, 11)

    def swapped(lines: list[Line]) -> list[Line]:
        return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]

    return specimen.changed(lines_changed("applications", swapped))


def _pictured(data: bytes, layout: Layout) -> bytes:
    """The page with its last table as a picture."""
    page = data.decode()
    start = page.rindex("<table", 0, page.index("行政复议</td>"))
    end = page.index("</table>", start) + len("</table>")
    return (page[:start] + '<p><img src="table4.png" alt=""></p>' + page[end:]).encode()


def _picture(specimen: Specimen, chance: Random) -> Specimen:
    return replace(specimen, finish=_pictured)


def _row_cut(specimen: Specimen, chance: Random) -> Specimen:
    path = chance.choice(("new", "carried_in", "carried_out"))
    change = line_changed(
        f"applications.{path}", lambda line: replace(line, values=line.values[:-1])
    )
    return specimen.changed(change)


def _column_added(specimen: Specimen, chance: Random) -> Specimen:
    return specimen.changed(block_changed("applications", with_column("个体工商户", 2)))


def _table_moved(specimen: Specimen, chance: Random) -> Specimen:
    """Table four under heading five, its own section left with a sentence."""

    def moved(content: Content) -> Content:
        by_key = {section.key: section for section in content.sections}
        review, problems = by_key["review"], by_key["problems"]
        left = replace(review, blocks=(), before=("有关数据见本报告所附表格。",), after=())
        headed = Section("review", problems.heading, blocks=review.blocks, after=problems.before)
        changed = {"review": left, "problems": headed}
        sections = (changed.get(key, section) for key, section in by_key.items())
        return replace(content, sections=tuple(sections))

    return specimen.changed(moved)


def _column_cut(specimen: Specimen, chance: Random) -> Specimen | None:
    if specimen.edition == "2019":
        return None
    return specimen.changed(
        block_changed(
            "disclosure",
            lambda block: replace(
                block, columns=(*block.columns[:2], Column("in_force", "现行有效件"))
            ),
        )
    )


MUTATIONS = (
    Mutation("T201", "a table missing", _table_missing),
    Mutation("T202", "a row of table three missing", _row_missing),
    Mutation("T203", "a column of table three missing", _column_missing, keeps_blanks),
    Mutation("T204", "0 left out in table three", _blank_in("applications"), keeps_blanks),
    Mutation("T205", "若干 for a count", _number_as("若干"), keeps_blanks),
    Mutation("T206", "a negative count", _number_as("-3")),
    Mutation("T207", "a count with decimals", _number_as("2.5")),
    Mutation("T208", "a row added to table two", _row_added),
    Mutation("T209", "a row's label cut", _label_cut),
    Mutation("T209", "a column's label cut", _column_cut),
    Mutation("T210", "table four twice", _table_doubled, _has_plain_headings),
    Mutation("T211", "元 in a count", _number_as("86元")),
    Mutation("T212", "（六）其他处理 in one row", _merged),
    Mutation("T213", "the tables of 2019 for 2023", _other_edition),
    Mutation("T214", "a row of table three twice", _row_doubled),
    Mutation("T215", "two rows of table three swapped", _rows_swapped),
    Mutation("T216", "table four as a picture", _picture, _shows_pictures),
    Mutation("T217", "a row of table three cut short", _row_cut, _keeps_short_rows),
    Mutation("T218", "0 left out in table two", _blank_in("disclosure"), keeps_blanks),
    Mutation("T219", "0 left out in table four", _blank_in("review"), keeps_blanks),
    Mutation("T220", "a column added to table three", _column_added),
    Mutation("T221", "table four under heading five", _table_moved),
    Mutation("T222", "four rows of table three missing", _rows_missing),
)
