"""Table four, however it is laid out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from linter.forms import load_form
from linter.model.document import Table
from linter.structure.cell_values import TableReading
from linter.structure.table_reading import read_table
from tests.structure.documents import blocks, grid, loose, table_text, table_values

LEAVES = "结果维持|结果纠正|其他结果|尚未审结|总计"
NUMBERS = "11|12|13|14|15|21|22|23|24|25|31|32|33|34|35"
GROUPS = ("行政复议", "未经复议直接起诉", "复议后起诉")
ROWS = (
    "review.reconsideration",
    "review.litigation_direct",
    "review.litigation_after_reconsideration",
)
STATUTORY = table_text("2021", "review")


def _read(table: Table) -> TableReading:
    (placed,) = blocks(table)
    assert isinstance(placed, Table)
    return read_table("2021", load_form("2021").tables["review"], [placed])


def _found(reading: TableReading) -> list[tuple[str, str]]:
    return [(deviation.kind, deviation.about) for deviation in reading.deviations]


def _right(reading: TableReading) -> bool:
    read = {path: value.value for path, value in reading.values.items()}
    return read == table_values("2021", "review")


def _listed(line: Callable[[int, str, str, int], str]) -> str:
    """One outcome a line: (number of the line, group, outcome, value)."""
    cells = zip(
        (group for group in GROUPS for _ in range(5)),
        LEAVES.split("|") * 3,
        map(int, NUMBERS.split("|")),
        strict=True,
    )
    return "\n".join(line(at, *cell) for at, cell in enumerate(cells))


_WIDE = "|<|<|<|<"
_OUTER = f"行政复议{_WIDE}|行政诉讼|<{_WIDE}{_WIDE}"
_INNER = f"未经复议直接起诉{_WIDE}|复议后起诉{_WIDE}"
_EMPTY = "||||"

ONE_ROW = {
    "statutory": STATUTORY,
    "outcomes of reconsideration two rows high": "\n".join(
        (_OUTER, f"{LEAVES}|{_INNER}", f"^|^|^|^|^|{LEAVES}|{LEAVES}", NUMBERS)
    ),
    "groups not merged": "\n".join(
        (
            f"行政复议{_EMPTY}|行政诉讼{_EMPTY}|{_EMPTY}",
            f"{_EMPTY}|未经复议直接起诉{_EMPTY}|复议后起诉{_EMPTY}",
            f"{LEAVES}|{LEAVES}|{LEAVES}",
            NUMBERS,
        )
    ),
    "groups repeated in every cell": "\n".join(
        (
            "|".join(["行政复议"] * 5 + ["行政诉讼"] * 10),
            "|".join([group for group in GROUPS for _ in range(5)]),
            f"{LEAVES}|{LEAVES}|{LEAVES}",
            NUMBERS,
        )
    ),
    "with an empty last column": f"{STATUTORY}|",
    "with a first column of its own": "|" + STATUTORY.replace("\n", "\n|"),
    "phantom columns of a conversion": "\n".join(
        line.replace("|", "|<|", 1) if at < 3 else line.replace("|", "||", 1)
        for at, line in enumerate(STATUTORY.split("\n"))
    ),
    "header printed twice": "\n".join((*STATUTORY.split("\n")[:3], STATUTORY)),
    "a note below": f"{STATUTORY}\n注：含上年度结转的案件{_WIDE}|<{_WIDE}{_WIDE}",
    "outcomes on two lines, spaced total": STATUTORY.replace("结果维持", "结果⏎维持").replace(
        "总计", "总 计"
    ),
    "full-width digits and units": STATUTORY.replace("|12|", "|１２|").replace("|13|", "|13件|"),
}


@pytest.mark.parametrize("text", ONE_ROW.values(), ids=ONE_ROW)
def test_one_row_of_fifteen_numbers_is_read(text: str) -> None:
    reading = _read(grid(text))
    assert (_found(reading), _right(reading)) == ([], True)


@pytest.mark.parametrize(
    "text",
    [
        f"行政复议|行政诉讼\n{LEAVES}|未经复议直接起诉|复议后起诉\n{LEAVES}|{LEAVES}\n{NUMBERS}",
        f"行政复议{_EMPTY}|行政诉讼{_EMPTY}|{_EMPTY}\n{LEAVES}|{LEAVES}|{LEAVES}\n{NUMBERS}",
        f"{LEAVES}|{LEAVES}|{LEAVES}\n" + NUMBERS.replace("|21", "\n21").replace("|31", "\n31"),
        NUMBERS.replace("|21", "\n21").replace("|31", "\n31"),
        f"数量|{NUMBERS}",
    ],
)
def test_fifteen_numbers_in_running_text_are_read_in_order(text: str) -> None:
    reading = _read(loose(text))
    assert (_found(reading), _right(reading)) == ([], True)


THREE_ROWS = {
    "labels and outcomes": f"|{LEAVES}\n行政复议|{{}}\n未经复议直接起诉|{{}}\n复议后起诉|{{}}",
    "with the outer group": f"类型|<|{LEAVES}\n行政复议|<|{{}}\n"
    "行政诉讼|未经复议直接起诉|{}\n^|复议后起诉|{}",
    "outer group repeated": f"类型||{LEAVES}\n行政复议||{{}}\n"
    "行政诉讼|未经复议直接起诉|{}\n行政诉讼|复议后起诉|{}",
    "no header": "行政复议|<|{}\n行政诉讼|未经复议直接起诉|{}\n^|复议后起诉|{}",
}


@pytest.mark.parametrize("text", THREE_ROWS.values(), ids=THREE_ROWS)
def test_three_rows_of_five_numbers_are_read(text: str) -> None:
    rows = (NUMBERS[:14], NUMBERS[15:29], NUMBERS[30:])
    reading = _read(grid(text.format(*rows)))
    assert (_found(reading), _right(reading)) == ([], True)


def test_three_rows_under_columns_in_another_order_are_read() -> None:
    order = "总计|结果维持|结果纠正|其他结果|尚未审结"
    rows = "行政复议|15|11|12|13|14\n未经复议直接起诉|25|21|22|23|24\n复议后起诉|35|31|32|33|34"
    reading = _read(grid(f"|{order}\n{rows}"))
    assert (_found(reading), _right(reading)) == ([], True)


LISTS = {
    "group merged": lambda at, group, leaf, n: f"{group if at % 5 == 0 else '^'}|{leaf}|{n}",
    "group repeated": lambda at, group, leaf, n: f"{group}|{leaf}|{n}",
    "group once, not merged": lambda at, group, leaf, n: (
        f"{group if at % 5 == 0 else ''}|{leaf}|{n}"
    ),
    "with the outer group": lambda at, group, leaf, n: "|".join(
        (
            {0: "行政复议", 5: "行政诉讼"}.get(at, "^"),
            ("<" if at < 5 else group) if at % 5 == 0 else ("<" if at < 5 else "^"),
            leaf,
            str(n),
        )
    ),
}


@pytest.mark.parametrize("line", LISTS.values(), ids=LISTS)
def test_a_list_of_fifteen_rows_is_read(line: Callable[[int, str, str, int], str]) -> None:
    reading = _read(grid(_listed(line)))
    assert (_found(reading), _right(reading)) == ([], True)


def test_a_list_in_running_text_is_read() -> None:
    text = _listed(
        lambda at, group, leaf, n: f"{group}|{leaf}|{n}" if at % 5 == 0 else f"{leaf}|{n}"
    )
    reading = _read(loose(text))
    assert (_found(reading), _right(reading)) == ([], True)


def test_a_list_that_lacks_an_outcome_says_so() -> None:
    text = _listed(lambda at, group, leaf, n: f"{group}|{leaf}|{n}")
    reading = _read(grid(text.replace("未经复议直接起诉|尚未审结|24\n", "")))
    assert _found(reading) == [("cell-count", ROWS[1])]
    assert reading.deviations[0].facts == {"found": 4, "expected": 5}


def test_outcomes_in_another_order_are_followed() -> None:
    reading = _read(grid(STATUTORY.replace("结果维持|结果纠正", "结果纠正|结果维持")))
    assert _found(reading) == []
    assert reading.values[f"{ROWS[0]}.upheld"].value == 12
    assert reading.values[f"{ROWS[2]}.corrected"].value == 31


@pytest.mark.parametrize("group", range(3))
def test_an_altered_outcome_is_read_and_said(group: int) -> None:
    heads = [LEAVES] * 3
    heads[group] = LEAVES.replace("尚未审结", "尚未结案")
    lines = STATUTORY.split("\n")
    reading = _read(grid("\n".join((*lines[:2], "|".join(heads), lines[3]))))
    assert _found(reading) == [("label-deviates", f"{ROWS[group]}.pending")]
    assert reading.deviations[0].facts == {"found": "尚未结案", "expected": "尚未审结"}
    assert _right(reading)


@pytest.mark.parametrize("altered", ["未经复议起诉", "未经复议直接诉讼"])
def test_an_altered_group_is_read(altered: str) -> None:
    assert _right(_read(grid(STATUTORY.replace("未经复议直接起诉", altered))))


@pytest.mark.parametrize("blank", ["", "—", "/", "无"])
@pytest.mark.parametrize("rows", [1, 3])
def test_a_table_left_blank_has_fifteen_blank_cells(blank: str, rows: int) -> None:
    lines = STATUTORY.split("\n")
    text = "\n".join((*lines[:3], "|".join([blank] * 15)))
    if rows == 3:
        five = "|".join([blank] * 5)
        text = THREE_ROWS["labels and outcomes"].format(five, five, five)
    reading = _read(grid(text))
    assert _found(reading) == []
    assert [value.state for value in reading.values.values()] == ["blank"] * 15


@pytest.mark.parametrize("at", [0, 1, 7, 14])
def test_a_text_in_place_of_a_number_spoils_one_cell_only(at: int) -> None:
    values = NUMBERS.split("|")
    values[at] = "见附注"
    reading = _read(grid(STATUTORY.replace(NUMBERS, "|".join(values))))
    assert _found(reading) == []
    assert [value.state for value in reading.values.values()].count("invalid") == 1


@pytest.mark.parametrize(
    ("values", "found"), [(NUMBERS[:-3], 14), (f"{NUMBERS}|36", 16), (f"{NUMBERS}\n{NUMBERS}", 30)]
)
@pytest.mark.parametrize("print_", [grid, loose])
def test_numbers_too_few_or_too_many_are_said_and_not_guessed(
    values: str, found: int, print_: Callable[[str], Table]
) -> None:
    text = STATUTORY.replace(NUMBERS, values)
    reading = _read(print_(text))
    assert _found(reading) == [("cell-count", "review")]
    assert reading.deviations[0].facts == {"found": found, "expected": 15}
    assert reading.values == {}


def test_a_header_without_numbers_has_no_cell() -> None:
    reading = _read(grid("\n".join(STATUTORY.split("\n")[:3])))
    assert _found(reading) == [("cell-count", "review")]
    assert reading.deviations[0].facts == {"found": 0, "expected": 15}


def test_a_missing_a_doubled_and_a_short_row_are_said() -> None:
    rows = "行政复议|11|12|13|14|15\n行政复议|1|1|1|1|4\n未经复议直接起诉|21|22|23|24"
    reading = _read(loose(f"|{LEAVES}\n{rows}"))
    assert sorted(_found(reading)) == [
        ("cell-count", ROWS[1]),
        ("row-duplicate", ROWS[0]),
        ("row-missing", ROWS[2]),
    ]
    assert reading.values[f"{ROWS[0]}.total"].value == 15


def test_a_wrong_unit_is_said() -> None:
    reading = _read(grid(STATUTORY.replace("|12|", "|12%|")))
    assert _found(reading) == [("cell-unit", f"{ROWS[0]}.corrected")]
    assert _right(reading)
