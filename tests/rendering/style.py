"""The ways in which one and the same report is worded and shaped by those who print it."""

from __future__ import annotations

from typing import Literal

from linter.records import record


@record
class Style:
    """How a report is printed; the defaults print it exactly as the statutory form has it.

    ``parentheses`` and ``digits`` choose full-width or ASCII forms, ``thousands`` groups
    digits by commas, ``numbering`` follows the number of a heading or a row (``一、``),
    ``heading_end`` follows a heading. ``spaced_labels`` prints ``总 计``; ``broken_labels``
    breaks the labels of columns over two lines, and with ``"all"`` those of rows too.
    ``blank_zero`` leaves a cell that holds 0 empty. ``one_table`` keeps table two in one
    piece, ``tall_review`` lets 行政复议 span two header rows in table four,
    ``split_header`` tears table three apart after its header. ``prose_after`` puts the prose
    of sections two to four below their tables.
    """

    parentheses: Literal["full", "half"] = "full"
    digits: Literal["ascii", "full"] = "ascii"
    thousands: bool = False
    numbering: Literal["、", ".", "．"] = "、"
    heading_end: Literal["", "：", " ", "　"] = ""
    spaced_labels: bool = False
    broken_labels: Literal["none", "headers", "all"] = "none"
    blank_zero: bool = False
    title_lines: Literal[1, 2] = 1
    date: Literal["arabic", "padded", "numerals"] = "arabic"
    right_aligned: bool = False
    preamble: bool = False
    prose_after: bool = False
    one_table: bool = True
    tall_review: bool = False
    split_header: bool = False


STATUTORY = Style()
