"""A report as the JSON data of the published contract."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from linter.extraction import report_as_data
from linter.forms import EDITIONS, load_form, load_schema
from tests.structure.documents import grid, report, table_text


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_flawless_report_is_valid_against_its_schema(edition: str) -> None:
    data = report_as_data(report(edition), load_form(edition))
    assert list(Draft202012Validator(load_schema(edition)).iter_errors(data)) == []
    assert json.loads(json.dumps(data)) == data


def test_what_a_report_says_stands_under_the_names_of_the_contract() -> None:
    data = report_as_data(report(), load_form("2021"))
    assert {key: data[key] for key in ("edition", "year", "title", "issuer", "signed_on")} == {
        "edition": "2021",
        "year": 2023,
        "title": "石泉镇2023年政府信息公开工作年度报告",
        "issuer": "石泉镇人民政府",
        "signed_on": "2024-01-17",
    }
    assert data["sections"]["other"] == {
        "heading": "六、其他需要报告的事项",
        "text": "本年度未收取信息处理费。",
    }
    assert data["sections"]["review"]["text"] == ""
    assert data["tables"]["applications"]["refused"]["state_secret"]["total"] == 57
    assert data["tables"]["review"]["reconsideration"]["upheld"] == 11


def test_what_is_absent_is_null() -> None:
    found = report(
        title=None, issuer=None, date=None, other_heading=None, other=None, review_table=None
    )
    data = report_as_data(found, load_form("2021"))
    assert [data[key] for key in ("title", "issuer", "signed_on")] == [None, None, None]
    assert data["sections"]["other"] is None
    assert data["tables"]["review"] is None


def test_blank_invalid_and_missing_cells_are_null() -> None:
    text = table_text("2021", "disclosure").replace("|11|", "|—|").replace("|12|", "|见注|")
    text = text.replace("行政强制|51|<|<\n", "")
    data = report_as_data(report(disclosure_table=grid(text)), load_form("2021"))
    disclosure = data["tables"]["disclosure"]
    assert disclosure["regulations"] == {"issued": None, "repealed": None, "in_force": 13}
    assert disclosure["coercion"] == {"decisions": None}


def test_with_text_an_invalid_cell_is_what_stands_there() -> None:
    text = table_text("2021", "disclosure").replace("|12|", "|见注|").replace("|11|", "||")
    found = report(disclosure_table=grid(text))
    data = report_as_data(found, load_form("2021"), with_text=True)
    assert data["tables"]["disclosure"]["regulations"]["repealed"] == "见注"
    assert data["tables"]["disclosure"]["regulations"]["issued"] is None


def test_decimals_are_numbers() -> None:
    text = table_text("2021", "disclosure").replace("|61|", "|59237.2449|")
    data = report_as_data(report(disclosure_table=grid(text)), load_form("2021"))
    assert data["tables"]["disclosure"]["fees"]["amount"] == 59237.2449
