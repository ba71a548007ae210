"""The statutory form of each edition, as read from its schema."""

from __future__ import annotations

import json

import pytest

from linter.forms import EDITIONS, TABLES, load_form, load_schema
from linter.resources import SCHEMAS


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_schema_is_the_source(edition: str) -> None:
    file = SCHEMAS / edition / "report.schema.json"
    assert load_schema(edition) == json.loads(file.read_text(encoding="utf-8"))
    assert load_form(edition).document == load_schema(edition)["x-document"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_six_sections_stand_in_order(edition: str) -> None:
    assert list(load_form(edition).sections) == [
        "overview",
        "disclosure",
        "applications",
        "review",
        "problems",
        "other",
    ]


@pytest.mark.parametrize(
    ("edition", "table", "rows", "cells"),
    [
        ("2019", "disclosure", 8, 22),
        ("2019", "applications", 23, 161),
        ("2019", "review", 3, 15),
        ("2021", "disclosure", 6, 10),
        ("2021", "applications", 25, 175),
        ("2021", "review", 3, 15),
    ],
)
def test_every_table_has_its_rows_and_cells(
    edition: str, table: str, rows: int, cells: int
) -> None:
    form = load_form(edition).tables[table]
    assert (len(form.rows), len(form.cells()), len(set(form.cells()))) == (rows, cells, cells)


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_cells_are_the_cells_of_the_tables(edition: str) -> None:
    form = load_form(edition)
    assert form.cells() == tuple(c for key in TABLES for c in form.tables[key].cells())


def test_a_row_knows_its_groups_block_and_columns() -> None:
    form = load_form("2021")
    secret = form.row("applications.refused.state_secret")
    assert secret is not None
    assert [group.zh for group in secret.groups] == ["三、本年度办理结果", "（三）不予公开"]
    assert (secret.label.text.zh, secret.block) == ("1.属于国家秘密", None)
    assert len(secret.cells()) == 7
    fees = form.row("disclosure.fees.amount")
    assert fees is not None
    assert (fees.block, fees.columns[0].unit) == ("第二十条第（八）项", "万元")
    assert fees.columns[0].kind == "amount"


def test_the_single_row_of_the_older_edition_has_no_group_of_its_own() -> None:
    row = load_form("2019").row("applications.closed.other")
    assert row is not None
    assert (row.label.text.zh, [group.zh for group in row.groups]) == (
        "（六）其他处理",
        ["三、本年度办理结果"],
    )


def test_the_change_of_a_year_is_signed() -> None:
    row = load_form("2019").row("disclosure.licensing")
    assert row is not None
    assert [column.kind for column in row.columns] == ["count", "signed", "count"]


@pytest.mark.parametrize("path", ["applications", "applications.refused", "disclosure.nothing"])
def test_what_is_no_row_and_no_cell_has_no_row(path: str) -> None:
    assert load_form("2021").row(path) is None


def test_the_columns_of_a_table_are_named_once_in_order() -> None:
    form = load_form("2019").tables["disclosure"]
    assert [column.key for column in form.columns] == [
        "made",
        "disclosed",
        "disclosed_total",
        "previous_items",
        "change",
        "decisions",
        "items",
        "amount",
    ]


def test_only_table_three_has_groups_of_columns() -> None:
    tables = load_form("2021").tables
    assert tables["applications"].header_groups == ("申请人情况", "法人或其他组织")
    assert tables["disclosure"].header_groups == ()
    assert (tables["disclosure"].corner, tables["review"].corner) == ("信息内容", None)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_path_has_a_label_in_both_languages(edition: str) -> None:
    form = load_form(edition)
    paths = {*form.cells(), *TABLES, *(f"sections.{key}" for key in form.sections)}
    paths |= {row.path for table in form.tables.values() for row in table.rows}
    assert paths <= form.labels.keys()
    assert all(text.zh and text.en for text in form.labels.values())


def test_the_labels_of_groups_are_there_too() -> None:
    assert load_form("2021").labels["applications.refused"].zh == "（三）不予公开"
