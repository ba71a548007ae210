"""Slips in a printed report: one change to its content, the same for every layout."""

from __future__ import annotations

from collections.abc import Callable

from linter.records import replace
from tests.rendering.content import Block, Column, Content, Line, Section

Change = Callable[[Content], Content]


def section_changed(key: str, change: Callable[[Section], Section | None]) -> Change:
    def changed(content: Content) -> Content:
        sections = (change(s) if s.key == key else s for s in content.sections)
        return replace(content, sections=tuple(filter(None, sections)))

    return changed


def without_section(key: str) -> Change:
    return section_changed(key, lambda _: None)


def headed(key: str, heading: str) -> Change:
    return section_changed(key, lambda section: replace(section, heading=heading))


def swapped_sections(content: Content) -> Content:
    *first, problems, other = content.sections
    return replace(content, sections=(*first, other, problems))


def doubled_section(content: Content) -> Content:
    return replace(content, sections=(*content.sections, content.sections[-1]))


def added_section(content: Content) -> Content:
    added = Section("added", "七、建议提案办理情况", ("本年度办理建议提案工作按时完成。",))
    return replace(content, sections=(*content.sections, added))


def emptied(key: str) -> Change:
    return section_changed(key, lambda section: replace(section, before=(), after=()))


def titled(*title: str) -> Change:
    return lambda content: replace(content, title=title)


def opened(old: str, new: str) -> Change:
    def changed(content: Content) -> Content:
        assert any(old in text for text in content.preamble)
        return replace(content, preamble=tuple(t.replace(old, new) for t in content.preamble))

    return changed


def reworded(key: str, old: str, new: str) -> Change:
    def changed(section: Section) -> Section:
        assert any(old in text for text in section.before)
        return replace(section, before=tuple(text.replace(old, new) for text in section.before))

    return section_changed(key, changed)


def block_changed(key: str, change: Callable[[Block], Block], number: int = 0) -> Change:
    def changed(section: Section) -> Section:
        blocks = list(section.blocks)
        blocks[number] = change(blocks[number])
        return replace(section, blocks=tuple(blocks))

    return section_changed(key, changed)


def lines_changed(key: str, change: Callable[[list[Line]], list[Line]], number: int = 0) -> Change:
    return block_changed(
        key, lambda block: replace(block, lines=tuple(change(list(block.lines)))), number
    )


def line_changed(path: str, change: Callable[[Line], Line]) -> Change:
    def changed(section: Section) -> Section:
        blocks = tuple(
            replace(block, lines=tuple(change(ln) if ln.path == path else ln for ln in block.lines))
            for block in section.blocks
        )
        assert blocks != section.blocks
        return replace(section, blocks=blocks)

    return section_changed(path.split(".")[0], changed)


def with_text(path: str, text: str, column: int = 0) -> Change:
    def changed(line: Line) -> Line:
        values = list(line.values)
        values[column] = text
        return replace(line, values=tuple(values))

    return line_changed(path, changed)


def without_table(key: str) -> Change:
    return section_changed(key, lambda section: replace(section, before=("无。",), blocks=()))


def without_column(at: int) -> Callable[[Block], Block]:
    def changed(block: Block) -> Block:
        lines = tuple(
            replace(line, values=line.values[:at] + line.values[at + 1 :]) for line in block.lines
        )
        return replace(block, columns=block.columns[:at] + block.columns[at + 1 :], lines=lines)

    return changed


def with_column(label: str, at: int) -> Callable[[Block], Block]:
    def changed(block: Block) -> Block:
        lines = tuple(
            replace(line, values=(*line.values[:at], "0", *line.values[at:]))
            for line in block.lines
        )
        columns = (*block.columns[:at], Column("added", label), *block.columns[at:])
        return replace(block, columns=columns, lines=lines)

    return changed


def closed_in_one_row(lines: list[Line]) -> list[Line]:
    """（六）其他处理 as edition 2019 has it: one row, here with the sums of its three."""
    at = next(i for i, line in enumerate(lines) if line.path.endswith("closed.uncorrected"))
    columns = zip(*(line.values for line in lines[at : at + 3]), strict=True)
    sums = tuple(str(sum(map(int, column))) for column in columns)
    outer = lines[at].groups[:1]
    merged = Line("applications.closed", lines[at].groups[1], sums, outer)
    return [*lines[:at], merged, *lines[at + 3 :]]
