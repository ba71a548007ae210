"""Which edition of the form a report is on."""

from __future__ import annotations

import pytest

from linter.forms import EDITIONS
from linter.structure.editions import edition_of_tables, edition_of_year, first_year
from tests.structure.documents import TABLES, blocks, grid, table_text


@pytest.mark.parametrize("edition", EDITIONS)
def test_table_two_tells_the_edition(edition: str) -> None:
    assert edition_of_tables(blocks(grid(table_text(edition, "disclosure")))) == edition


@pytest.mark.parametrize("edition", EDITIONS)
def test_tables_three_and_four_tell_nothing(edition: str) -> None:
    tables = [grid(table_text(edition, key)) for key in TABLES if key != "disclosure"]
    assert edition_of_tables(blocks(tables)) is None


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("对外公开总数量", "2019"),
        ("上一年项目数量", "2019"),
        ("第二十条第（九）项", "2019"),
        ("本年制发件数", "2021"),
        ("现行有效⏎件数", "2021"),
        ("本年收费金额（单位：万元）", "2021"),
        ("信息内容", None),
        ("规章", None),
    ],
)
def test_one_label_of_its_own_is_enough(text: str, edition: str | None) -> None:
    assert edition_of_tables(blocks(text)) == edition


def test_labels_of_both_editions_tell_nothing() -> None:
    assert edition_of_tables(blocks("对外公开总数量", "本年制发件数")) is None


def test_a_label_inside_a_sentence_tells_nothing() -> None:
    sentence = "上一年项目数量和本年增减情况详见附表，请向石泉镇人民政府办公室查询领取。"
    assert edition_of_tables(blocks(sentence)) is None


@pytest.mark.parametrize(
    ("year", "edition"),
    [(2008, "2019"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2030, "2021")],
)
def test_the_year_demands_an_edition(year: int, edition: str) -> None:
    assert edition_of_year(year) == edition


def test_the_unified_form_begins_with_the_reports_on_2019() -> None:
    assert first_year() == 2019
