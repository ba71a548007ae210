"""Tables as clerks and site builders change them: read as they are meant, and no mistake told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from linter.forms import load_form
from linter.model.document import Table
from linter.model.report import Report
from linter.structure.cell_numbers import cell_number
from tests.structure.documents import (
    SIX,
    Part,
    deviations,
    grid,
    kinds,
    loose,
    numbers,
    parts,
    picture,
    read,
    report,
    table_text,
    table_values,
)

EDITIONS = ("2019", "2021")


def _changed(old: str, new: str, table: str = "applications") -> Table:
    text = table_text("2021", table)
    assert old in text
    return grid(text.replace(old, new))


def _is_read(found: Report, *tables: str) -> bool:
    return all(numbers(found, key) == table_values(found.edition, key) for key in tables)


# --- table three ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "departures"),
    [
        ("1.属于国家秘密", "3.1属于国家秘密", []),
        ("1.属于国家秘密", "1.属于国家秘密（件）", []),
        ("1.属于国家秘密", "1.属于国家秘密（单位：件）", []),
        ("1.属于国家秘密", "1.属于国家秘密（按条例第十四条办理）", ["label-deviates"]),
        ("1.属于国家秘密", "1.属于国家机密", ["label-deviates"]),
        (
            "2.申请人逾期未按收费通知要求缴纳费用",
            "2.申请人逾期没有按照收费通知要求缴纳费用",
            ["label-deviates"],
        ),
    ],
)
def test_an_altered_label_beside_its_group_is_its_own_row(
    old: str, new: str, departures: list[str]
) -> None:
    found = report(applications_table=_changed(old, new))

    assert _is_read(found, "applications")
    assert kinds(found) == departures


def test_headings_printed_in_each_column_are_no_other_columns() -> None:
    text = table_text("2021", "applications").split("\n")[3:]
    columns = load_form("2021").tables["applications"].columns
    legal = columns[1:-1]
    header = "|".join(
        f"申请人情况 {'法人或其他组织 ' if column in legal else ''}{column.label.text.zh}"
        for column in columns
    )

    found = report(applications_table=grid("\n".join([f"项目|<|<|{header}", *text])))

    assert _is_read(found, "applications")
    assert kinds(found) == []


@pytest.mark.parametrize("label", ["栏次|<|<", "|<|<", "甲|乙|丙"])
def test_a_row_that_numbers_the_columns_is_no_row_of_the_form(label: str) -> None:
    lines = table_text("2021", "applications").split("\n")
    lines.insert(3, f"{label}|1|2|3|4|5|6|7")

    found = report(applications_table=grid("\n".join(lines)))

    assert _is_read(found, "applications")
    assert kinds(found) == []


def _columns_in_text(*order: int, header: str) -> Table:
    """Table three without a grid: a header in one line, the values in another order."""
    rows = [line.split("|") for line in table_text("2021", "applications").split("\n")[3:]]
    lines = ["|".join([*row[:3], *(row[3 + at] for at in order)]) for row in rows]
    return loose("\n".join([header, *lines]))


@pytest.mark.parametrize(
    ("order", "header"),
    [
        (
            (6, 0, 1, 2, 3, 4, 5),
            "申请人情况|总计|自然人|法人或其他组织|"
            "商业企业|科研机构|社会公益组织|法律服务机构|其他",
        ),
        (
            (1, 2, 3, 4, 5, 0, 6),
            "申请人情况|法人或其他组织|自然人|总计|"
            "商业企业|科研机构|社会公益组织|法律服务机构|其他",
        ),
        (
            (0, 2, 1, 3, 4, 5, 6),
            "申请人情况|自然人|法人或其他组织|总计|"
            "科研机构|商业企业|社会公益组织|法律服务机构|其他",
        ),
        (
            (0, 1, 2, 3, 4, 5, 6),
            "申请人情况|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计",
        ),
        (
            (0, 1, 2, 3, 4, 5, 6),
            "申请人情况|法人或其他组织|"
            "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计",
        ),
    ],
)
def test_header_rows_run_into_one_still_tell_the_order_of_columns(
    order: tuple[int, ...], header: str
) -> None:
    found = report(applications_table=_columns_in_text(*order, header=header))

    assert _is_read(found, "applications")


def test_a_column_of_remarks_stays_behind_the_others_when_header_rows_run_into_one() -> None:
    header = (
        "申请人情况|备注|自然人|法人或其他组织|总计|"
        "商业企业|科研机构|社会公益组织|法律服务机构|其他"
    )
    rows = table_text("2021", "applications").split("\n")[3:]
    table = loose("\n".join([header, *(f"{row}|无" for row in rows)]))

    found = report(applications_table=table)

    assert _is_read(found, "applications")
    assert kinds(found) == ["column-added"]


def test_a_table_that_opens_with_the_heading_of_its_section_is_titled_by_it() -> None:
    title = SIX[2] + "|<" * 9
    lines = [title, *table_text("2021", "applications").split("\n")]

    found = report(applications_table=grid("\n".join(lines)))

    assert _is_read(found, "applications")
    assert kinds(found) == []


# --- table two --------------------------------------------------------------------------------


def _pairs(edition: str, table: str) -> Iterator[tuple[str, str, int]]:
    values = table_values(edition, table)
    for row in load_form(edition).tables[table].rows:
        for column in row.columns:
            number = values[f"{row.path}.{column.key}"]
            yield row.label.text.zh, column.label.text.zh, number


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", ["{row} {column}", "{row}（{column}）", "{column}—{row}"])
@pytest.mark.parametrize("table", ["disclosure", "review"])
def test_a_list_of_numbers_behind_the_names_of_row_and_column_is_the_table(
    table: str, name: str, edition: str
) -> None:
    pairs = _pairs(edition, table)
    lines = [f"{name.format(row=row, column=column)}|{number}" for row, column, number in pairs]

    found = report(edition, **{f"{table}_table": grid("\n".join(["项目|数量", *lines]))})

    assert _is_read(found, table)
    assert kinds(found) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_list_names_each_row_once_beside_its_columns(edition: str) -> None:
    lines, last = ["信息内容|指标|数量"], ""
    for row, column, number in _pairs(edition, "disclosure"):
        lines.append(f"{'^' if row == last else row}|{column}|{number}")
        last = row

    found = report(edition, disclosure_table=grid("\n".join(lines)))

    assert _is_read(found, "disclosure")
    assert kinds(found) == []


def test_what_a_list_leaves_out_is_told() -> None:
    lines = [f"{row}{column}|{number}" for row, column, number in _pairs("2021", "disclosure")]

    found = report(disclosure_table=grid("\n".join(["项目|数量", *lines[:-1]])))

    assert kinds(found) == ["cell-count"]
    assert deviations(found)[0].about == "disclosure.fees"


def test_a_block_without_a_header_has_no_other_columns_than_the_form() -> None:
    lines = table_text("2021", "disclosure").split("\n")
    kept = [line for line in lines if "处理决定数量" not in line]

    found = report(disclosure_table=grid("\n".join(kept)))

    assert _is_read(found, "disclosure")
    assert kinds(found) == []


def test_signs_for_nothing_outside_of_a_rows_own_columns_fill_them_up() -> None:
    form = load_form("2021").tables["disclosure"]
    values = table_values("2021", "disclosure")
    lines = ["信息内容|" + "|".join(column.label.text.zh for column in form.columns)]
    for row in form.rows:
        shown = (str(values.get(f"{row.path}.{c.key}", "/")) for c in form.columns)
        lines.append("|".join([row.label.text.zh, *shown]))

    found = report(disclosure_table=grid("\n".join(lines)))

    assert _is_read(found, "disclosure")


# --- table four -------------------------------------------------------------------------------

_LEAVES = "结果维持|结果纠正|其他结果|尚未审结|总计"
_WIDE = "|<|<|<|<"
_FIVE = ("11|12|13|14|15", "21|22|23|24|25", "31|32|33|34|35")
_NONE = "||||"


def test_the_second_half_of_litigation_stands_below_the_first() -> None:
    table = grid(
        f"行政复议{_WIDE}|行政诉讼{_WIDE}\n"
        f"^{_WIDE}|未经复议直接起诉{_WIDE}\n"
        f"{_LEAVES}|{_LEAVES}\n"
        f"{_FIVE[0]}|{_FIVE[1]}\n"
        f"{_NONE}|复议后起诉{_WIDE}\n"
        f"{_NONE}|{_LEAVES}\n"
        f"{_NONE}|{_FIVE[2]}"
    )

    found = report(review_table=table)

    assert _is_read(found, "review")
    assert kinds(found) == []


def test_litigation_stands_below_reconsideration() -> None:
    table = grid(
        f"行政复议{_WIDE}|<|<|<|<|<\n"
        f"{_LEAVES}|{_NONE}\n"
        f"{_FIVE[0]}|{_NONE}\n"
        f"行政诉讼{_WIDE}|<|<|<|<|<\n"
        f"未经复议直接起诉{_WIDE}|复议后起诉{_WIDE}\n"
        f"{_LEAVES}|{_LEAVES}\n"
        f"{_FIVE[1]}|{_FIVE[2]}"
    )

    found = report(review_table=table)

    assert _is_read(found, "review")
    assert kinds(found) == []


def test_a_sum_over_litigation_is_a_column_of_its_own() -> None:
    table = grid(
        f"行政复议{_WIDE}|行政诉讼{_WIDE}{_WIDE}|<|<\n"
        f"^{_WIDE}|未经复议直接起诉{_WIDE}|复议后起诉{_WIDE}|合计\n"
        f"{_LEAVES}|{_LEAVES}|{_LEAVES}|^\n"
        f"{_FIVE[0]}|{_FIVE[1]}|{_FIVE[2]}|60"
    )

    found = report(review_table=table)

    assert _is_read(found, "review")
    assert kinds(found) == ["column-added"]


def test_a_number_under_no_header_leaves_table_four_unread() -> None:
    table = grid(
        f"行政复议{_WIDE}|行政诉讼{_WIDE}{_WIDE}|<\n"
        f"^{_WIDE}|未经复议直接起诉{_WIDE}|复议后起诉{_WIDE}|\n"
        f"{_LEAVES}|{_LEAVES}|{_LEAVES}|\n"
        f"{_FIVE[0]}|{_FIVE[1]}|{_FIVE[2]}|60"
    )

    assert kinds(report(review_table=table)) == ["cell-count"]


# --- headings and contents --------------------------------------------------------------------


def _with_headings(change: Sequence[Part]) -> Report:
    keys = [f"{key}_heading" for key in load_form("2021").sections]
    return report(**dict(zip(keys, change, strict=True)))


def test_headings_that_are_pictures_are_what_stands_for_them() -> None:
    assert kinds(_with_headings([picture(text) for text in SIX])) == []


def test_headings_behind_bullets_are_headings() -> None:
    found = _with_headings([f"■ {text}" for text in SIX])

    assert kinds(found) == []
    assert found.value("sections.overview.heading").value == SIX[0]


def test_a_headings_number_stands_in_a_cell_of_its_own() -> None:
    found = _with_headings([grid(text.replace("、", "、|", 1)) for text in SIX])

    assert kinds(found) == []


def test_a_table_of_contents_has_entries_of_two_levels() -> None:
    contents = [entry for text in SIX for entry in (text, "（一）基本情况", "（二）主要做法")]
    whole = parts()

    found = read(whole[0], "目　录", *contents, *whole[1:])

    assert kinds(found) == []
    assert _is_read(found, "disclosure", "applications", "review")


# --- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["'12", "“12”", '"12"', "‘12’"])
def test_quotation_marks_around_a_number_are_not_of_it(text: str) -> None:
    assert cell_number(text).number == 12
