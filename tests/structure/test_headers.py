"""The header rows above each data row."""

from __future__ import annotations

from linter.forms import Row, load_form
from linter.model.document import Table
from linter.structure.columns import Header, assign
from linter.structure.headers import Headers
from linter.structure.label_matching import table_labels
from linter.structure.lines import read_lines
from tests.structure.documents import grid, loose

APPLICANTS = "自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计"
NEW = "一、本年新收政府信息公开申请数量"


def _row(path: str) -> Row:
    row = load_form("2021").row(path)
    assert row is not None
    return row


def _read(
    table: Table, path: str = "applications.new"
) -> tuple[Header, dict[str, str | None] | None]:
    """The header above the last line, and what it makes of that line."""
    row = _row(path)
    labels = table_labels("2021", path.split(".", maxsplit=1)[0])
    lines = read_lines([table], labels)
    header = Headers(lines, labels).above(len(lines) - 1, row)
    cells = assign(lines[-1], row.columns, header)
    if cells is None:
        return header, None
    return header, {key: cell.text if cell else None for key, cell in cells.items()}


def test_without_a_header_nothing_is_said() -> None:
    header, cells = _read(loose(f"{NEW}|1|2|3|4|5|6|7"))
    assert header == Header()
    assert cells is not None
    assert list(cells.values()) == list("1234567")


def test_the_nearest_header_counts() -> None:
    other = "总计|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他"
    _, cells = _read(grid(f"|{APPLICANTS}\n{NEW}|1|2|3|4|5|6|7\n|{other}\n{NEW}|7|1|2|3|4|5|6"))
    assert cells is not None
    assert cells["total"] == "7"


def test_in_running_text_another_order_on_one_line_is_followed() -> None:
    _, cells = _read(
        loose(f"总计|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他\n{NEW}|7|1|2|3|4|5|6")
    )
    assert cells is not None
    assert (cells["total"], cells["natural_person"], cells["other"]) == ("7", "1", "6")


def test_in_running_text_a_header_on_several_lines_has_the_statutory_order() -> None:
    lines = "自然人|法人或其他组织|总计\n商业企业|科研机构|社会公益组织|法律服务机构|其他"
    header, cells = _read(loose(f"{lines}\n{NEW}|1|2|3|4|5|6|7"))
    assert (header.missing, header.extra) == ((), ())
    assert cells is not None
    assert list(cells.values()) == list("1234567")


def test_in_running_text_a_missing_column_is_believed_where_the_values_agree() -> None:
    lines = "自然人|法人或其他组织|总计\n商业企业|科研机构|社会公益组织|法律服务机构"
    header, cells = _read(loose(f"{lines}\n{NEW}|1|2|3|4|5|7"))
    assert header.missing == ("other",)
    assert cells is not None
    assert (cells["other"], cells["total"]) == (None, "7")


def test_in_running_text_a_missing_column_is_not_believed_against_the_values() -> None:
    lines = "自然人|法人或其他组织|总计\n商业企业|科研机构|社会公益组织|法律服务机构"
    header, cells = _read(loose(f"{lines}\n{NEW}|1|2|3|4|5|6|7"))
    assert header.missing == ()
    assert cells is not None
    assert list(cells.values()) == list("1234567")


def test_in_running_text_an_added_column_is_believed_where_the_values_agree() -> None:
    for heads in (
        f"{APPLICANTS}|备注",
        "自然人|法人或其他组织|总计|备注\n商业企业|科研机构|社会公益组织|法律服务机构|其他",
    ):
        header, cells = _read(loose(f"{heads}\n{NEW}|1|2|3|4|5|6|7|9"))
        assert [cell.text for cell in header.extra] == ["备注"]
        assert cells is not None
        assert list(cells.values()) == list("1234567")


def test_in_running_text_an_added_column_is_not_believed_against_the_values() -> None:
    header, cells = _read(loose(f"{APPLICANTS}|备注\n{NEW}|1|2|3|4|5|6|7"))
    assert header.extra == ()
    assert cells is not None
    assert list(cells.values()) == list("1234567")


def test_in_running_text_an_added_first_column_shifts_the_others() -> None:
    heads = "小计|自然人|法人或其他组织|总计\n商业企业|科研机构|社会公益组织|法律服务机构|其他"
    header, cells = _read(loose(f"{heads}\n{NEW}|9|1|2|3|4|5|6|7"))
    assert [cell.text for cell in header.extra] == ["小计"]
    assert cells is not None
    assert list(cells.values()) == list("1234567")


def test_in_running_text_an_altered_column_is_said() -> None:
    header, cells = _read(loose(f"{APPLICANTS.replace('社会公益', '公益')}\n{NEW}|1|2|3|4|5|6|7"))
    assert [altered.key for altered in header.altered] == ["nonprofit"]
    assert cells is not None
    assert cells["nonprofit"] == "4"


def test_the_added_columns_of_all_headers_are_collected() -> None:
    labels = table_labels("2021", "disclosure")
    first = "信息内容|本年制发件数|本年废止件数|现行有效件数|备注\n规章|1|2|3|"
    text = f"{first}\n信息内容|本年处理决定数量|说明\n行政许可|4|"
    lines = read_lines([grid(text)], labels)
    headers = Headers(lines, labels)
    for index, path in ((1, "disclosure.regulations"), (3, "disclosure.licensing")):
        headers.above(index, _row(path))
    assert [cell.text for cell in headers.extra()] == ["备注", "说明"]
