"""Which statutory label a printed text stands for."""

from __future__ import annotations

import pytest

from linter.forms import EDITIONS, TABLES, Label, load_form
from linter.model.rule import Text
from linter.structure.folding import numbered
from linter.structure.label_matching import LabelSet, Match, section_labels, table_labels


def _row(text: str, table: str = "applications", edition: str = "2021") -> Match | None:
    body = numbered(text).body
    rows = table_labels(edition, table).rows
    return rows.exact(body) or rows.similar(body)


def _set(*wordings: str) -> LabelSet:
    return LabelSet((wording, Label(Text(wording, ""))) for wording in wordings)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table", TABLES)
def test_every_statutory_label_and_variant_is_matched_exactly(edition: str, table: str) -> None:
    labels = table_labels(edition, table)
    for row in load_form(edition).tables[table].rows:
        for wording in (row.label.text.zh, *row.label.variants):
            assert labels.rows.exact(numbered(wording).body) == Match(row.path, exact=True)
        for column in row.columns:
            for wording in (column.label.text.zh, *column.label.variants):
                match = labels.columns.exact(numbered(wording).body)
                assert match == Match(column.key, exact=True)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_known_deviation_is_matched_and_not_exact(edition: str) -> None:
    for key, label in load_form(edition).sections.items():
        for wording in label.deviations:
            body = numbered(wording).body
            assert section_labels(edition).exact(body) == Match(key, exact=False)


@pytest.mark.parametrize(
    ("printed", "path"),
    [
        ("2.其他法律行政…公开", "refused.prohibited_by_law"),
        ("2.法律行政法规禁止公开", "refused.prohibited_by_law"),
        ("1.信访举报投诉类", "not_processed.petition"),
        ("4.无正当理由反复申请", "not_processed.excessive"),
        ("3.补正后内容仍不明确", "unavailable.still_unclear"),
        ("3.危及三安全一稳定的", "refused.security_stability"),
        ("四、结转下年继续办理", "carried_out"),
        ("一、本年新收政府信息公开申请", "new"),
    ],
)
def test_a_truncated_or_altered_label_is_the_one_clearly_nearest(printed: str, path: str) -> None:
    assert _row(printed) == Match(f"applications.{path}", exact=False)


@pytest.mark.parametrize(
    "printed",
    ["其他情形", "公开", "申请", "属于", "重复", "备注", "行政机关不再处理其政府信息公开申请"],
)
def test_a_text_that_could_be_several_labels_or_none_is_none(printed: str) -> None:
    assert _row(printed) is None


def test_equally_near_labels_are_ambiguous() -> None:
    assert _set("本年处理决定甲", "本年处理决定乙").similar("本年处理决定丙") is None


def test_texts_too_short_or_too_long_are_not_compared() -> None:
    labels = _set("规章")
    assert labels.similar("规") is None
    assert labels.similar("规章" * 100) is None


def test_a_single_label_needs_no_rival_to_win() -> None:
    assert _set("行政事业性收费").similar("行政事业收费") == Match("行政事业性收费", exact=False)


def test_a_label_is_found_behind_the_group_printed_in_the_same_cell() -> None:
    rows = table_labels("2021", "applications").rows
    found = rows.ending(numbered("（三）不予公开1.属于国家秘密").body)
    assert found == Match("applications.refused.state_secret", exact=True)


def test_a_short_label_never_matches_as_an_ending() -> None:
    assert table_labels("2021", "applications").rows.ending("不予公开其他") is None


def test_an_ending_shared_by_two_labels_is_none() -> None:
    assert _set("继续办理申请", "办理申请四").ending("结转下年度继续办理") is None
    assert _set("年度继续办理", "下年度继续办理").ending("结转下年度继续办理") is None


def test_groups_name_the_merged_cells_and_the_path_that_they_can_stand_for() -> None:
    groups = table_labels("2021", "applications").groups
    assert groups["其他处理"] == "applications.closed"
    assert groups["不予公开"] == "applications.refused"
    assert groups["本年度办理结果"] == ""
    assert groups["申请人情况"] == ""
    assert table_labels("2021", "disclosure").groups["第二十条第八项"] == ""
    assert table_labels("2021", "review").groups["行政诉讼"] == ""


def test_the_single_row_of_the_older_edition_is_no_group() -> None:
    labels = table_labels("2019", "applications")
    assert "其他处理" not in labels.groups
    assert labels.rows.exact("其他处理") == Match("applications.closed.other", exact=True)
