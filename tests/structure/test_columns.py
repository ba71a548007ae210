"""Which value of a printed row belongs to which statutory column."""

from __future__ import annotations

from linter.forms import Row, load_form
from linter.model.document import Table
from linter.structure.columns import Header, assign, read_header
from linter.structure.label_matching import table_labels
from linter.structure.lines import read_lines
from tests.structure.documents import grid, loose

ROW = "disclosure.regulations"
COLUMNS = "本年制发件数|本年废止件数|现行有效件数"


def _row(path: str, edition: str = "2021") -> Row:
    row = load_form(edition).row(path)
    assert row is not None
    return row


def _read(table: Table, path: str = ROW) -> tuple[Header, dict[str, str | None] | None]:
    """The header, and the text of each column in the last line of the table."""
    key = path.split(".", maxsplit=1)[0]
    labels, columns = table_labels("2021", key), _row(path).columns
    *_, line = lines = read_lines([table], labels)
    above = [line for line in lines if line.kind == "header"]
    first = min((cell.column for cell in line.values), default=0)
    header = read_header(above, columns, labels, first)
    cells = assign(line, columns, header)
    if cells is None:
        return header, None
    return header, {key: cell.text if cell else None for key, cell in cells.items()}


def test_the_statutory_order_is_read() -> None:
    header, cells = _read(grid(f"信息内容|{COLUMNS}\n规章|1|2|3"))
    assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}
    assert (header.missing, header.altered, header.extra) == ((), (), ())


def test_another_order_of_columns_is_followed() -> None:
    _, cells = _read(grid("信息内容|现行有效件数|本年制发件数|本年废止件数\n规章|3|1|2"))
    assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}


def test_without_a_header_the_statutory_order_counts() -> None:
    _, cells = _read(grid("规章|1|2|3"))
    assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}


def test_a_missing_column_is_known() -> None:
    header, cells = _read(grid("信息内容|本年制发件数|现行有效件数\n规章|1|3"))
    assert header.missing == ("repealed",)
    assert cells == {"issued": "1", "repealed": None, "in_force": "3"}


def test_an_altered_column_is_read_and_known() -> None:
    header, cells = _read(grid("信息内容|本年制发件数|本年废止件数|现行有效件\n规章|1|2|3"))
    assert [(a.key, a.cell.text) for a in header.altered] == [("in_force", "现行有效件")]
    assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}


def test_a_column_of_quite_another_wording_in_the_place_of_the_missing_one_is_it() -> None:
    header, cells = _read(grid("信息内容|本年制发件数|失效数|现行有效件数\n规章|1|2|3"))
    assert [a.key for a in header.altered] == ["repealed"]
    assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}


def test_an_added_column_is_known_and_its_values_are_left_out() -> None:
    for remark in ("见注", "7", ""):
        header, cells = _read(grid(f"信息内容|{COLUMNS}|备注\n规章|1|2|3|{remark}"))
        assert [cell.text for cell in header.extra] == ["备注"]
        assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}, remark


def test_an_added_column_in_the_middle_is_left_out() -> None:
    _, cells = _read(grid("信息内容|本年制发件数|备注|本年废止件数|现行有效件数\n规章|1|x|2|3"))
    assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}


def test_phantom_columns_of_a_conversion_do_not_matter() -> None:
    _, cells = _read(grid("信息内容|本年制发件数|<|本年废止件数|现行有效件数\n规章|1||2|3"))
    assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}
    _, cells = _read(grid("信息内容|本年制发件数|<|本年废止件数|现行有效件数\n规章|1|<|2|3"))
    assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}


def test_values_narrower_than_their_header_are_found_under_it() -> None:
    text = "信息内容|<|本年制发件数|<|本年废止件数|现行有效件数|<\n规章|<||1|2|3|<"
    _, cells = _read(grid(text))
    assert cells is not None
    assert (cells["repealed"], cells["in_force"]) == ("2", "3")


def test_a_merged_empty_cell_is_blank_in_every_column_that_it_covers() -> None:
    _, cells = _read(grid(f"信息内容|{COLUMNS}\n规章||<|<"))
    assert cells == {"issued": "", "repealed": "", "in_force": ""}


def test_one_number_merged_over_several_columns_fits_none() -> None:
    _, cells = _read(grid(f"信息内容|{COLUMNS}\n规章|6|<|<"))
    assert cells is None


def test_too_few_and_too_many_numbers_fit_none() -> None:
    for values in ("1|2", "1|2|3|4", ""):
        _, cells = _read(loose(f"信息内容|{COLUMNS}\n规章|{values}"))
        assert cells is None, values


def test_empty_cells_around_the_values_are_passed_over() -> None:
    _, cells = _read(loose("规章||1|2|3||"))
    assert cells == {"issued": "1", "repealed": "2", "in_force": "3"}


def test_in_running_text_a_label_alone_is_a_row_left_blank() -> None:
    _, cells = _read(loose(f"信息内容|{COLUMNS}\n规章"))
    assert cells == {"issued": "", "repealed": "", "in_force": ""}


def test_in_a_grid_a_label_alone_fits_none() -> None:
    assert _read(grid("规章"))[1] is None


def test_a_single_column_needs_no_second_to_be_trusted() -> None:
    path = "disclosure.licensing"
    header, cells = _read(grid("信息内容|本年处理决定数量|<|<\n行政许可|9|<|<"), path)
    assert list(header.spans) == ["decisions"]
    assert cells == {"decisions": "9"}


def test_a_header_that_names_too_little_is_not_trusted() -> None:
    labels, columns = table_labels("2021", "applications"), _row("applications.new").columns
    (line,) = read_lines([grid("自然人|总计")], labels)
    assert read_header([line], columns, labels, 0) == Header()


def test_overlapping_columns_give_no_grid() -> None:
    labels, columns = table_labels("2021", "disclosure"), _row(ROW).columns
    table = grid("本年制发件数|<|现行有效件数\n信息内容|本年废止件数|现行有效件数")
    header = read_header(read_lines([table], labels), columns, labels, 0)
    assert header.spans == {}
