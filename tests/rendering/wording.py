"""From data to printed texts: labels from the statutory form, varied as a style wants."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Mapping
from typing import Any

from linter.forms import Form, Row, TableForm, load_form
from tests.rendering.content import Block, Column, Content, Line, Section
from tests.rendering.style import STATUTORY, Style

Data = dict[str, Any]

_HALF = str.maketrans("（）：", "():")
_FULL_DIGITS = str.maketrans("0123456789.", "０１２３４５６７８９．")
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")


def content_of(data: Data, style: Style = STATUTORY) -> Content:
    """The report ``data`` (shape: the contract of ``extract``) as printed in ``style``."""
    form = load_form(data["edition"])
    sections = tuple(
        _section(key, section, data, form, style)
        for key, section in data["sections"].items()
        if section is not None
    )
    return Content(
        title=_title(data, style),
        preamble=preamble(data) if style.preamble else (),
        sections=sections,
        issuer=data["issuer"] if data["signed_on"] else None,
        date=printed_date(data["signed_on"], style) if data["signed_on"] else None,
    )


def as_extracted(data: Data, style: Style) -> Data:
    """What ``extract`` has to give for ``data`` printed in ``style``: blank cells are None."""
    if not style.blank_zero:
        return data
    data = copy.deepcopy(data)
    data["tables"] = _without_zeros(data["tables"])
    return data


def _without_zeros(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _without_zeros(child) for key, child in node.items()}
    return None if node == 0 else node


def preamble(data: Data) -> tuple[str, ...]:
    """The customary opening that names the basis and the period of the figures."""
    year, document = data["year"], load_form(data["edition"]).document
    return (
        f"根据《中华人民共和国政府信息公开条例》第五十条和{document}文件要求，编制本报告。"
        f"本报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    )


def cell_at(data: Data, path: str) -> Any:
    """The number in the cell at ``path``."""
    node: Any = data["tables"]
    for key in path.split("."):
        node = node[key]
    return node


def with_cell(data: Data, path: str, value: float | None) -> Data:
    """The same report with another number in one cell."""
    data = copy.deepcopy(data)
    *groups, last = path.split(".")
    node = data["tables"]
    for key in groups:
        node = node[key]
    node[last] = value
    return data


def printed_number(number: float | None, style: Style = STATUTORY) -> str:
    """A number as its cell shows it; None is an empty cell."""
    if number is None or (number == 0 and style.blank_zero):
        return ""
    text = f"{number:,}" if style.thousands else str(number)
    return text.translate(_FULL_DIGITS) if style.digits == "full" else text


def printed_date(iso: str, style: Style = STATUTORY) -> str:
    """A date of the sign-off, e.g. 2024年1月17日 or 二〇二四年一月十七日."""
    date = datetime.date.fromisoformat(iso)
    if style.date == "numerals":
        year = str(date.year).translate(_NUMERALS)
        return f"{year}年{_numeral(date.month)}月{_numeral(date.day)}日"
    if style.date == "padded":
        return f"{date.year}年{date.month:02}月{date.day:02}日"
    return f"{date.year}年{date.month}月{date.day}日"


def printed_label(label: str, style: Style = STATUTORY) -> str:
    """A row's label or a group's."""
    text = _varied(label, style)
    if style.broken_labels == "all" and len(text) > 9:
        text = f"{text[:7]}\n{text[7:]}"
    return text


def _title(data: Data, style: Style) -> tuple[str, ...]:
    title = data["title"]
    if title is None:
        return ()
    cut = title.find(str(data["year"]))
    if style.title_lines == 2 and cut > 0:
        return title[:cut], title[cut:]
    return (title,)


def _section(key: str, section: Mapping[str, str], data: Data, form: Form, style: Style) -> Section:
    paragraphs = tuple(section["text"].split("\n")) if section["text"] else ()
    blocks: tuple[Block, ...] = ()
    if key in form.tables and data["tables"][key] is not None:
        blocks = _blocks(form.tables[key], data, style)
    before, after = ((), paragraphs) if blocks and style.prose_after else (paragraphs, ())
    return Section(key, _heading(section["heading"], style), before, blocks, after)


def _heading(heading: str, style: Style) -> str:
    return heading.replace("、", style.numbering, 1) + style.heading_end


def _blocks(table: TableForm, data: Data, style: Style) -> tuple[Block, ...]:
    runs: dict[str | None, list[Row]] = {}
    for row in table.rows:
        runs.setdefault(row.block, []).append(row)
    return tuple(
        Block(
            title=block and _varied(block, style),
            corner=_varied(table.corner or "", style),
            columns=tuple(Column(c.key, _column(c.label.text.zh, style)) for c in rows[0].columns),
            lines=tuple(_line(row, data, style) for row in rows),
            header_groups=tuple(_varied(group, style) for group in table.header_groups),
        )
        for block, rows in runs.items()
    )


def _line(row: Row, data: Data, style: Style) -> Line:
    values = tuple(printed_number(cell_at(data, cell), style) for cell in row.cells())
    groups = tuple(printed_label(group.zh, style) for group in row.groups)
    return Line(row.path, printed_label(row.label.text.zh, style), values, groups)


def _column(label: str, style: Style) -> str:
    text = _varied(label, style)
    if style.broken_labels == "none" or "（" in text or "(" in text:
        return text
    half = len(text) // 2
    return f"{text[:half].strip()}\n{text[half:].strip()}"


def _varied(label: str, style: Style) -> str:
    if label[1:2] == "、" and label[0] in "一二三四":
        label = label.replace("、", style.numbering, 1)
    if style.parentheses == "half":
        label = label.translate(_HALF)
    return " ".join(label) if style.spaced_labels and len(label) <= 3 else label


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    digit = str(ones).translate(_NUMERALS) if ones else ""
    if tens == 0:
        return digit
    return ("" if tens == 1 else str(tens).translate(_NUMERALS)) + "十" + digit
