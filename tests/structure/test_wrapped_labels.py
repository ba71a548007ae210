"""Labels of rows that a page of text has wrapped over several lines."""

from __future__ import annotations

import pytest

from linter.model.document import Cell
from linter.model.place import NOWHERE
from linter.structure.wrapped_labels import unwrapped

LABEL = "5.要求行政机关确认或重新出具已获取信息"
LABELS = {LABEL, "2.重复申请"}
NUMBERS = "1|2|3|4|5|6|7"


def _unwrapped(*lines: str) -> list[str]:
    cells = [
        [Cell(text, NOWHERE, 0, 0) for text in line.split("|")] if line else [] for line in lines
    ]
    joined = unwrapped(cells, LABELS.__contains__, lambda cell: cell.text.isdecimal())
    return ["|".join(cell.text for cell in row) for row in joined]


@pytest.mark.parametrize(
    "lines",
    [
        (f"5.要求行政机关确认|{NUMBERS}", "或重新出具已获取信息"),
        ("5.要求行政机关确认", f"或重新出具已获取信息|{NUMBERS}"),
        ("5.要求行政机关", f"确认或重新出具|{NUMBERS}", "已获取信息"),
    ],
)
def test_a_wrapped_label_is_one_cell_with_the_numbers_behind(lines: tuple[str, ...]) -> None:
    assert _unwrapped(*lines, f"2.重复申请|{NUMBERS}") == [
        f"{LABEL}|{NUMBERS}",
        f"2.重复申请|{NUMBERS}",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (f"{LABEL}|{NUMBERS}", f"2.重复申请|{NUMBERS}"),
        ("（五）不予处理", f"2.重复申请|{NUMBERS}"),
        ("5.要求行政机关确认", "1", "或重新出具已获取信息"),
        (f"5.要求行政机关确认|{NUMBERS}", f"或重新出具已获取信息|{NUMBERS}"),
        ("5.要求行政机关确认|见注", "或重新出具已获取信息"),
        ("5.要求行政机关确认", "", "或重新出具已获取信息"),
        ("5.要求行政机关确认", "|1", "或重新出具已获取信息"),
        ("甲" * 81, "或重新出具已获取信息"),
        tuple(LABEL),
    ],
)
def test_what_makes_no_label_together_stays_apart(lines: tuple[str, ...]) -> None:
    assert _unwrapped(*lines) == list(lines)
