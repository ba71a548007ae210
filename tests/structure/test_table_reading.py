"""From the printed tables two and three to the cells of the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from linter.forms import EDITIONS, load_form
from linter.model.document import Table
from linter.structure.cell_values import TableReading
from linter.structure.table_reading import read_table
from tests.structure.documents import Part, blocks, grid, loose, table_text, table_values

ROW = "applications.not_processed.repeated"
VALUES = "171|172|173|174|175|176|177"


def _read(*parts: Part, key: str = "applications", edition: str = "2021") -> TableReading:
    tables = [block for block in blocks(*parts) if isinstance(block, Table)]
    return read_table(edition, load_form(edition).tables[key], tables)


def _found(reading: TableReading) -> list[tuple[str, str]]:
    return [(deviation.kind, deviation.about) for deviation in reading.deviations]


def _wrong(reading: TableReading, key: str = "applications", edition: str = "2021") -> set[str]:
    """The rows of which a cell does not have the number that ``table_text`` prints."""
    values = {path: value.value for path, value in reading.values.items()}
    expected = table_values(edition, key).items()
    return {path.rsplit(".", 1)[0] for path, number in expected if values.get(path) != number}


def _text(change: Callable[[list[str]], Sequence[str]]) -> str:
    return "\n".join(change(table_text("2021", "applications").split("\n")))


def _at(lines: Sequence[str], label: str) -> int:
    return next(index for index, line in enumerate(lines) if label in line)


def _without(label: str) -> str:
    return _text(lambda lines: [line for line in lines if label not in line])


def _with(label: str, *added: str) -> str:
    def change(lines: list[str]) -> list[str]:
        at = _at(lines, label)
        return [*lines[:at], *added, *lines[at:]]

    return _text(change)


def _replaced(old: str, new: str) -> str:
    text = table_text("2021", "applications")
    assert old in text
    return text.replace(old, new)


# --- the statutory print and harmless differences ---------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("key", ["disclosure", "applications", "review"])
@pytest.mark.parametrize("print_", [grid, loose])
def test_every_cell_of_the_statutory_table_is_read(
    edition: str, key: str, print_: Callable[[str], Table]
) -> None:
    text = table_text(edition, key)
    reading = _read(print_(text), key=key, edition=edition)
    assert (_found(reading), _wrong(reading, key, edition)) == ([], set())


def test_every_value_remembers_its_place() -> None:
    place = _read(grid(table_text("2021", "applications"))).values[f"{ROW}.enterprise"].place
    assert (place.table, place.row, place.cell) == (1, 20, 3)


HARMLESS = {
    "groups repeated on every row": ("^|^|", "三、本年度办理结果|（三）不予公开|"),
    "group and label in one cell": ("（四）无法提供|1.本机关", "（四）无法提供1.本机关"),
    "group and label on two lines": ("（四）无法提供|1.本机关", "（四）无法提供⏎1.本机关"),
    "all groups and the label in one cell": (
        "^|（五）不予处理|1.信访举报投诉类申请",
        "三、本年度办理结果（五）不予处理1.信访举报投诉类申请|<|<",
    ),
    "numbers of another style": ("2.重复申请", "（2）重复申请"),
    "label without its number": ("2.重复申请", "重复申请"),
    "label broken over two lines": ("2.其他法律行政法规禁止公开", "2.其他法律行政⏎法规禁止公开"),
    "column broken over two lines": ("商业企业|科研机构", "商业⏎企业|科研⏎机构"),
    "white space inside a column": ("总计", "总 计"),
    "other quotation marks": ("“三安全一稳定”", '"三安全一稳定"'),
    "another word for the total": ("（七）总计", "（七）合计"),
    "a comma in the long label": ("逾期不补正、", "逾期不补正，"),
    "full-width digits": (VALUES, "１７１|１７２|１７３|１７４|１７５|１７６|１７７"),
    "units of counting": (VALUES, "171件|172件|173件|174件|175件|176件|177件"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), HARMLESS.values(), ids=HARMLESS)
def test_harmless_differences_are_no_deviation(old: str, new: str) -> None:
    reading = _read(grid(_replaced(old, new)))
    assert (_found(reading), _wrong(reading)) == ([], set())


def test_a_header_on_one_line_is_enough() -> None:
    corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|<|<"
    columns = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计"
    reading = _read(grid(_text(lambda lines: [f"{corner}|{columns}", *lines[3:]])))
    assert (_found(reading), _wrong(reading)) == ([], set())


def test_a_header_in_a_table_of_its_own_is_followed() -> None:
    lines = _replaced("商业企业|科研机构", "科研机构|商业企业").split("\n")
    reading = _read(grid("\n".join(lines[:3])), grid("\n".join(lines[3:])))
    assert reading.values[f"{ROW}.enterprise"].value == 173


def test_a_missing_header_is_no_obstacle() -> None:
    reading = _read(grid(_text(lambda lines: lines[3:])))
    assert (_found(reading), _wrong(reading)) == ([], set())


def test_the_group_columns_may_be_left_out() -> None:
    def bare(lines: list[str]) -> list[str]:
        kept = [[c for c in line.split("|") if c not in ("<", "^")] for line in lines[3:]]
        return ["|".join([cells[-8], *cells[-7:]]) for cells in kept]

    reading = _read(grid(_text(bare)))
    assert (_found(reading), _wrong(reading)) == ([], set())


@pytest.mark.parametrize("phantom", ["<", ""])
def test_phantom_columns_of_a_conversion_do_not_matter(phantom: str) -> None:
    text = _text(
        lambda lines: [
            "|".join([*line.split("|")[:4], "<" if at < 3 else phantom, *line.split("|")[4:]])
            for at, line in enumerate(lines)
        ]
    )
    reading = _read(grid(text))
    assert (_found(reading), _wrong(reading)) == ([], set())


# --- rows -------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("key", ["disclosure", "applications"])
def test_each_missing_row_is_said_and_costs_no_other(edition: str, key: str) -> None:
    for row in load_form(edition).tables[key].rows:
        text = table_text(edition, key, without=row.path)
        reading = _read(grid(text), key=key, edition=edition)
        assert _found(reading) == [("row-missing", row.path)]
        assert _wrong(reading, key, edition) == {row.path}
        (deviation,) = reading.deviations
        assert deviation.facts == {"expected": row.label.text.zh}
        assert deviation.cells == row.cells()


def test_a_doubled_row_is_said_and_the_first_print_counts() -> None:
    reading = _read(grid(_with("3.要求提供", "^|^|2.重复申请|9|9|9|9|9|9|9")))
    assert _found(reading) == [("row-duplicate", ROW)]
    assert _wrong(reading) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2.重复", "3.要求提供"),
        ("一、本年新收", "二、上年结转"),
        ("4.保护第三方", "7.属于行政执法"),
        ("2.没有现成", "2.重复"),
    ],
)
def test_rows_in_another_order_are_said_and_read(one: str, other: str) -> None:
    def swapped(lines: list[str]) -> list[str]:
        first, second = _at(lines, one), _at(lines, other)
        lines[first], lines[second] = lines[second], lines[first]
        return lines

    reading = _read(grid(_text(swapped)))
    assert {deviation.kind for deviation in reading.deviations} == {"row-misplaced"}
    assert _wrong(reading) == set()


def test_an_added_row_is_said_and_costs_no_other() -> None:
    reading = _read(grid(_with("（四）无法提供", "^|^|9.其他情形|1|1|1|1|1|1|1")))
    assert _found(reading) == [("row-added", "applications")]
    assert reading.deviations[0].facts == {"found": "9.其他情形"}
    assert _wrong(reading) == set()


@pytest.mark.parametrize("wording", ["2.反复提出的申请", "2.多次", "2.重复性申请"])
def test_a_renamed_row_is_read_and_said(wording: str) -> None:
    reading = _read(grid(_replaced("2.重复申请", wording)))
    assert _found(reading) == [("label-deviates", ROW)]
    assert reading.deviations[0].facts == {"found": wording, "expected": "2.重复申请"}
    assert _wrong(reading) == set()


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("一、本年新收政府信息公开申请数量", "一、本年度收件", "new"),
        ("四、结转下年度继续办理", "四、年末未办结", "carried_out"),
        ("8.属于行政查询事项", "8.查档", "refused.administrative_inquiry"),
        ("（一）予以公开", "（一）同意", "granted"),
    ],
)
def test_a_row_of_quite_another_wording_in_the_place_of_the_missing_one_is_it(
    old: str, new: str, path: str
) -> None:
    reading = _read(grid(_replaced(old, new)))
    assert _found(reading) == [("label-deviates", f"applications.{path}")]
    assert _wrong(reading) == set()


def test_two_strange_rows_in_the_place_of_two_missing_ones_are_not_guessed() -> None:
    text = _replaced("2.重复申请", "2.多次").replace("3.要求提供公开出版物", "3.书刊")
    kinds = sorted(kind for kind, _ in _found(_read(grid(text))))
    assert kinds == ["row-added", "row-added", "row-missing", "row-missing"]


def test_a_truncated_label_is_read_and_said() -> None:
    reading = _read(grid(_replaced("2.其他法律行政法规禁止公开", "2.其他法律行政…公开")))
    assert _found(reading) == [("label-deviates", "applications.refused.prohibited_by_law")]
    assert _wrong(reading) == set()


def test_a_known_deviation_of_a_label_is_read_and_said() -> None:
    text = table_text("2021", "disclosure").replace("行政规范性文件", "规范性文件")
    reading = _read(grid(text), key="disclosure")
    assert _found(reading) == [("label-deviates", "disclosure.normative_documents")]
    assert _wrong(reading, "disclosure") == set()


def _merged(group: str, first: str, last: str) -> str:
    def change(lines: list[str]) -> list[str]:
        start, end = _at(lines, first), _at(lines, last)
        return [*lines[:start], f"^|{group}|<|1|2|3|4|5|6|7", *lines[end + 1 :]]

    return _text(change)


def test_the_sub_rows_of_other_handling_in_one_row_are_said_and_kept_in_the_last() -> None:
    reading = _read(grid(_merged("（六）其他处理", "1.申请人无正当理由", "3.其他|")))
    assert _found(reading) == [("rows-merged", "applications.closed")]
    assert reading.values["applications.closed.other.total"].value == 7
    assert "applications.closed.unpaid.total" not in reading.values
    assert len(reading.deviations[0].cells) == 21


def test_the_sub_rows_of_any_group_in_one_row_are_said_once() -> None:
    reading = _read(grid(_merged("（三）不予公开", "1.属于国家秘密", "8.属于行政查询")))
    assert _found(reading) == [("rows-merged", "applications.refused")]


def test_in_the_older_edition_other_handling_is_one_row() -> None:
    reading = _read(grid(table_text("2019", "applications")), edition="2019")
    assert reading.values["applications.closed.other.total"].value == 217


# --- values -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("values", "found"), [("1|2|3|4|5|6", 6), ("1|2|3|4|5|6|7|8", 8)])
@pytest.mark.parametrize("print_", [grid, loose])
def test_a_number_too_few_or_too_many_is_said_and_not_guessed(
    values: str, found: int, print_: Callable[[str], Table]
) -> None:
    text = _replaced(VALUES, values)
    reading = _read(print_(text))
    assert _found(reading) == [("cell-count", ROW)]
    assert reading.deviations[0].facts == {"found": found, "expected": 7}
    assert _wrong(reading) == {ROW}
    assert not any(path.startswith(ROW) for path in reading.values)


@pytest.mark.parametrize("blank", ["", "—", "/", "无"])
def test_blanks_are_blank_and_no_deviation(blank: str) -> None:
    reading = _read(grid(_replaced(VALUES, "|".join([blank] * 6 + ["0"]))))
    assert _found(reading) == []
    assert reading.values[f"{ROW}.research"].state == "blank"
    assert reading.values[f"{ROW}.total"].value == 0


def test_a_row_left_wholly_blank_is_there() -> None:
    reading = _read(grid(_replaced(VALUES, "||||||")))
    assert _found(reading) == []
    assert {reading.values[c].state for c in reading.values if c.startswith(ROW)} == {"blank"}


@pytest.mark.parametrize("at", range(7))
def test_a_text_in_place_of_a_number_spoils_one_cell_only(at: int) -> None:
    values = VALUES.split("|")
    values[at] = "见附表"
    reading = _read(grid(_replaced(VALUES, "|".join(values))))
    states = [value.state for path, value in reading.values.items() if path.startswith(ROW)]
    assert _found(reading) == []
    assert states.count("invalid") == 1
    assert states[at] == "invalid"


def test_a_remark_and_a_unit_leave_the_number() -> None:
    text = table_text("2021", "disclosure").replace("|21|", "|21（其中修订 16 件）|")
    reading = _read(grid(text), key="disclosure")
    assert (_found(reading), _wrong(reading, "disclosure")) == ([], set())


def test_a_wrong_unit_is_said_and_the_number_read() -> None:
    text = table_text("2021", "disclosure").replace("|61|", "|61元|")
    reading = _read(grid(text), key="disclosure")
    assert _found(reading) == [("cell-unit", "disclosure.fees.amount")]
    assert _wrong(reading, "disclosure") == set()


# --- columns ----------------------------------------------------------------------------------


def test_columns_in_another_order_are_followed() -> None:
    reading = _read(grid(_replaced("商业企业|科研机构", "科研机构|商业企业")))
    assert _found(reading) == []
    assert reading.values[f"{ROW}.enterprise"].value == 173
    assert reading.values[f"{ROW}.research"].value == 172


def test_a_missing_column_is_said_once() -> None:
    reading = _read(
        grid(
            _text(
                lambda lines: [
                    "|".join([*line.split("|")[:8], *line.split("|")[9:]]) for line in lines
                ]
            )
        )
    )
    assert _found(reading) == [("column-missing", "applications.other")]
    assert len(reading.deviations[0].cells) == 25
    assert reading.values[f"{ROW}.other"].state == "absent"
    assert reading.values[f"{ROW}.total"].value == 177


@pytest.mark.parametrize("remark", ["", "7", "见注"])
def test_an_added_column_is_said_once_and_left_out(remark: str) -> None:
    heads = ("备注", "^", "^")
    text = _text(
        lambda lines: [f"{line}|{heads[at] if at < 3 else remark}" for at, line in enumerate(lines)]
    )
    reading = _read(grid(text))
    assert _found(reading) == [("column-added", "applications")]
    assert _wrong(reading) == set()


def test_an_altered_column_is_said_once_and_read() -> None:
    reading = _read(grid(_replaced("社会公益组织", "公益组织")))
    assert _found(reading) == [("label-deviates", "applications.nonprofit")]
    assert reading.deviations[0].facts == {"found": "公益组织", "expected": "社会公益组织"}
    assert _wrong(reading) == set()


def test_altered_columns_of_table_two_name_the_rows_below_them() -> None:
    text = table_text("2021", "disclosure").replace("现行有效件数", "现行有效件")
    reading = _read(grid(text), key="disclosure")
    (deviation,) = reading.deviations
    assert (deviation.kind, deviation.about) == ("label-deviates", "disclosure.in_force")
    assert deviation.cells == (
        "disclosure.regulations.in_force",
        "disclosure.normative_documents.in_force",
    )


def test_a_header_torn_in_running_text_is_not_trusted_for_what_it_lacks() -> None:
    lines = ["信息内容|本年制发件数|本年废止", "规章|1|2|3"]
    reading = _read(loose("\n".join(lines)), key="disclosure")
    assert reading.values["disclosure.regulations.in_force"].value == 3


def test_a_table_of_endless_rows_is_read_in_bounded_time() -> None:
    rows = "\n".join(["^|^|2.重复申请|1|1|1|1|1|1|1"] * 3000)
    reading = _read(grid(_text(lambda lines: [*lines, rows])))
    assert _wrong(reading) == set()
