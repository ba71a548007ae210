"""Where the order of a report's parts departs from the statutory one: one mistake, one finding."""

from __future__ import annotations

import time

import pytest

from linter.forms import load_form
from tests.structure.documents import (
    KEYS,
    NUMERALS,
    SIX,
    TABLES,
    WORDINGS,
    Part,
    about,
    deviations,
    grid,
    kinds,
    numbers,
    picture,
    read,
    report,
    table_text,
    table_values,
)


def _table(key: str) -> Part:
    return grid(table_text("2021", key))


def _without(key: str) -> dict[str, Part]:
    section: dict[str, Part] = {f"{key}_heading": None, key: None}
    return section | ({f"{key}_table": None} if key in TABLES else {})


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_statutory_report_has_no_deviation(edition: str) -> None:
    assert about(report(edition)) == []


def test_prose_anywhere_in_a_section_with_a_table_is_no_deviation() -> None:
    text: Part = ["有关数据如下。", _table("disclosure"), "注：数据截至年底。", "特此说明。"]
    assert about(report(disclosure_table=text)) == []


# --- sections ---------------------------------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_section_is_one_deviation(key: str) -> None:
    found = report(**_without(key))
    assert about(found) == [("section-missing", f"sections.{key}")]
    assert found.deviations[0].facts == {"expected": load_form("2021").sections[key].text.zh}
    assert found.deviations[0].section == key


@pytest.mark.parametrize("key", KEYS)
def test_a_lost_heading_is_the_same_as_a_missing_section(key: str) -> None:
    changed: dict[str, Part] = {f"{key}_heading": None}
    assert about(report(**changed)) == [("section-missing", f"sections.{key}")]


def test_a_missing_section_is_placed_behind_the_part_before_it() -> None:
    found = report(**_without("review"))
    table = found.value("applications.carried_out.total").place
    line = found.deviations[0].place.line
    assert line is not None
    assert table.line is not None
    assert line <= table.line
    assert found.deviations[0].place.table == 2


@pytest.mark.parametrize("key", ["overview", "problems", "other"])
def test_a_section_without_text_is_empty(key: str) -> None:
    changed: dict[str, Part] = {key: None}
    found = report(**changed)
    assert about(found) == [("section-empty", f"sections.{key}")]
    assert found.deviations[0].facts == {"found": SIX[KEYS.index(key)]}


def test_text_behind_the_heading_on_its_line_is_enough() -> None:
    assert about(report(other_heading="六、其他需要报告的事项：无。", other=None)) == []


def test_a_doubled_section_is_one_deviation() -> None:
    found = report(applications_table=[_table("applications"), SIX[1], "再述一次。"])
    assert about(found) == [("section-duplicate", "sections.disclosure")]
    assert found.deviations[0].facts == {"found": SIX[1]}


def test_two_sections_in_each_others_place_are_one_deviation() -> None:
    found = report(problems_heading=SIX[5], other_heading=SIX[4])
    assert len(about(found)) == 1
    assert kinds(found) == ["section-misplaced"]


def test_two_sections_with_their_tables_in_each_others_place_are_one_deviation() -> None:
    found = report(
        disclosure_heading=SIX[2],
        disclosure_table=_table("applications"),
        applications_heading=SIX[1],
        applications_table=_table("disclosure"),
    )
    assert kinds(found) == ["section-misplaced"]
    assert numbers(found, "applications") == table_values("2021", "applications")


@pytest.mark.parametrize("heading", ["五、存在的主要问题及整改措施", "五、问题和措施"])
def test_a_renamed_section_is_one_deviation(heading: str) -> None:
    found = report(problems_heading=heading)
    assert about(found) == [("section-renamed", "sections.problems")]
    assert found.deviations[0].facts == {"found": heading, "expected": SIX[4]}


@pytest.mark.parametrize("heading", ["一、基本情况", "一、概述", "一、总体工作情况"])
def test_the_first_section_too_is_renamed_and_not_missing(heading: str) -> None:
    assert about(report(overview_heading=heading)) == [("section-renamed", "sections.overview")]


def test_an_added_section_is_one_deviation_though_the_numbers_behind_it_shift() -> None:
    found = report(
        problems="已整改。\n六、工作机制保障\n健全机制。", other_heading=f"七、{WORDINGS[5]}"
    )
    assert about(found) == [("section-added", "sections")]
    assert found.deviations[0].facts == {"found": "六、工作机制保障"}


def test_a_section_added_at_the_end_is_one_deviation() -> None:
    found = report(other="本年度未收取信息处理费。\n七、附则\n本报告由办公室解释。")
    assert about(found) == [("section-added", "sections")]


@pytest.mark.parametrize("at", range(1, 6))
def test_a_wrong_number_is_one_deviation(at: int) -> None:
    heading = f"{NUMERALS[at - 1]}、{WORDINGS[at]}"
    changed: dict[str, Part] = {f"{KEYS[at]}_heading": heading}
    found = report(**changed)
    assert about(found) == [("section-misnumbered", f"sections.{KEYS[at]}")]
    assert found.deviations[0].facts == {"found": heading, "expected": NUMERALS[at]}


def test_numbers_wrong_from_one_heading_on_are_one_deviation() -> None:
    found = report(
        review_heading=f"三、{WORDINGS[3]}",
        problems_heading=f"四、{WORDINGS[4]}",
        other_heading=f"五、{WORDINGS[5]}",
    )
    assert about(found) == [("section-misnumbered", "sections.review")]


def test_numbers_that_count_on_past_a_missing_section_are_right() -> None:
    found = report(
        **_without("review"),
        problems_heading=f"四、{WORDINGS[4]}",
        other_heading=f"五、{WORDINGS[5]}",
    )
    assert about(found) == [("section-missing", "sections.review")]


def test_headings_without_numbers_are_not_misnumbered() -> None:
    changed: dict[str, Part] = {
        f"{k}_heading": wording for k, wording in zip(KEYS, WORDINGS, strict=True)
    }
    assert about(report(**changed)) == []


# --- tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", TABLES)
def test_a_missing_table_is_one_deviation(key: str) -> None:
    changed: dict[str, Part] = {f"{key}_table": None, key: "本年度无相关数据。"}
    found = report(**changed)
    assert about(found) == [("table-missing", key)]
    assert not found.tables[key]


@pytest.mark.parametrize("key", TABLES)
def test_a_picture_in_place_of_a_table_is_one_deviation(key: str) -> None:
    changed: dict[str, Part] = {f"{key}_table": picture(), key: "详见下图。"}
    assert about(report(**changed)) == [("table-picture", key)]


def test_a_picture_beside_the_table_is_no_deviation() -> None:
    assert about(report(review_table=[picture("政策解读"), _table("review")])) == []


@pytest.mark.parametrize("key", TABLES)
def test_a_doubled_table_is_one_deviation_and_the_first_counts(key: str) -> None:
    changed: dict[str, Part] = {f"{key}_table": [_table(key), "再列一次。", _table(key)]}
    found = report(**changed)
    assert about(found) == [("table-duplicate", key)]
    assert numbers(found, key) == table_values("2021", key)


@pytest.mark.parametrize(
    "place",
    [
        {"applications_table": [_table("disclosure"), _table("applications")]},
        {"overview": ["工作有序开展。", _table("disclosure")]},
        {"after": ["附表", _table("disclosure")]},
    ],
    ids=["in the next section", "in section one", "behind the sign-off"],
)
def test_a_table_in_another_place_is_read_and_neither_missing_nor_its_section_misplaced(
    place: dict[str, Part],
) -> None:
    changed: dict[str, Part] = {"disclosure_table": None, "disclosure": "详见表格。", **place}
    found = report(**changed)
    assert set(about(found)) <= {("table-misplaced", "disclosure")}
    assert numbers(found, "disclosure") == table_values("2021", "disclosure")


# --- frame ------------------------------------------------------------------------------------


def test_a_missing_title_is_one_deviation() -> None:
    assert about(report(title=None)) == [("title-missing", "title")]


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"issuer": None, "date": None}, "both"),
        ({"issuer": None}, "issuer"),
        ({"date": None}, "date"),
    ],
)
def test_a_missing_part_of_the_sign_off_is_one_deviation(
    changed: dict[str, Part], missing: str
) -> None:
    found = report(**changed)
    assert about(found) == [("signoff-missing", "signed_on")]
    assert found.deviations[0].facts == {"missing": missing}


# --- several mistakes, broken and hostile files -----------------------------------------------


def test_several_mistakes_are_each_said_once() -> None:
    found = report(
        title=None,
        problems=None,
        review_heading=None,
        review_table=None,
        other="无。\n七、附则\n略。",
        disclosure_table=picture(),
    )
    assert sorted(kinds(found)) == [
        "section-added",
        "section-empty",
        "section-missing",
        "table-picture",
        "title-missing",
    ]


def test_tables_alone_are_a_report_without_sections() -> None:
    found = read(*(_table(key) for key in TABLES))
    assert len(deviations(found, "section-missing")) == 6
    assert deviations(found, "table-missing", "row-missing") == []


def test_headings_repeated_without_end_are_bounded() -> None:
    start = time.monotonic()
    found = read("石泉镇2023年政府信息公开工作年度报告", *(SIX * 500))
    assert time.monotonic() - start < 10
    assert len(found.deviations) < 40
