"""Hostile workbooks: of Excel, and in OpenDocument format."""

from __future__ import annotations

import pytest

from tests.hostile.folder import Verdict, checked_folder
from tests.readers.word import package
from tests.readers.workbook import workbook

_CELL = "<c><v>1</v></c>"
_FAR = '<c r="B50000"><v>1</v></c>'
_ONE = '<row r="1"><c r="A1" t="inlineStr"><is><t>年度报告</t></is></c></row>'
_MANY_ROWS = f"<row>{_CELL * 200}</row>" * 600
_RANGES = "".join(f'<mergeCell ref="A1:A{20_000 + number}"/>' for number in range(20_000))
_LINK = (
    '<Relationship Id="r9" Type="externalLink" Target="http://192.0.2.1/x" TargetMode="External"/>'
)
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
_LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">' + "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 10}">'
    for inner, name in zip("abcdefghi", "bcdefghij", strict=True)
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/hostname">'


def _sheet(inside: str) -> bytes:
    return workbook(f"<sheetData>{inside}</sheetData>")


def _sheet_xml(xml: str) -> bytes:
    return workbook("", parts={"xl/s.xml": xml})


def _content(inside: str, doctype: str = "", root: str = "document-content") -> str:
    return (
        f'{doctype}<office:{root} {_NAMES} office:mimetype="{_ODS}"><office:body>'
        f"<office:spreadsheet><table:table>{inside}</table:table></office:spreadsheet>"
        f"</office:body></office:{root}>"
    )


def _ods(inside: str, doctype: str = "") -> bytes:
    return package({"mimetype": _ODS, "content.xml": _content(inside, doctype)})


def _row(text: str, attributes: str = "") -> str:
    cell = f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"
    return f"<table:table-row>{cell}</table:table-row>"


_LONG = 'table:number-columns-repeated="16384"'
_SPAN = 'table:number-columns-spanned="16384" table:number-rows-spanned="1048576"'
_DEEP = "<table:table-cell><table:table>" * 60_000

# The file, and the rules of which one has to say why it is not checked.
_CASES: dict[str, tuple[bytes, set[str]]] = {
    "cells.xlsx": (_sheet(_MANY_ROWS), {"E906"}),
    "dimension.xlsx": (
        workbook(f'<dimension ref="A1:XFD1048576"/><sheetData>{_ONE}</sheetData>'),
        {"E907"},
    ),
    "far.xlsx": (_sheet(_ONE + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), {"E907"}),
    "ranges.xlsx": (
        workbook(f"<sheetData>{_ONE}{_FAR}</sheetData><mergeCells>{_RANGES}</mergeCells>"),
        {"E906"},
    ),
    "numbers.xlsx": (
        _sheet(f"<row><c><v>{'9' * 1_000_000}</v></c><c><v>1e309</v></c></row>"),
        {"E907"},
    ),
    "deep.xlsx": (_sheet_xml("<worksheet>" + "<row>" * 200_000), {"E904"}),
    "laughs.xlsx": (_sheet_xml(f"{_LAUGHS}]><worksheet>&j;</worksheet>"), {"E904"}),
    "outside.xlsx": (_sheet_xml(f"{_OUTSIDE}]><worksheet>&j;</worksheet>"), {"E904"}),
    "laughing strings.xlsx": (
        workbook("", parts={"xl/t.xml": f"{_LAUGHS}]><sst>&j;</sst>"}),
        {"E904"},
    ),
    "bomb.xlsx": (workbook("<sheetData>" + " " * (33 << 20) + "</sheetData>"), {"E906"}),
    "itself.xlsx": (
        workbook(_ONE, book='<sheets><sheet name="a" r:id="r1"/></sheets>', folder="../xl/../xl/"),
        {"E902", "E907"},
    ),
    "laughs.ods": (_ods(_row("&j;"), f"{_LAUGHS}]>"), {"E904"}),
    "outside.ods": (_ods(_row("&j;"), f"{_OUTSIDE}]>"), {"E904"}),
    "laughs.fods": (
        _content(_row("&j;"), f"{_LAUGHS}]>", "document").encode(),
        {"E903", "E904", "E907"},
    ),
    "long.ods": (_ods(_row("1", _LONG) * 100), {"E906"}),
    "wide.ods": (_ods(_row("年度报告", _SPAN) * 1000), {"E906", "E907"}),
    "deep.ods": (_ods(_DEEP), {"E904", "E906"}),
}  # fmt: skip


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    files = {name: data for name, (data, _) in _CASES.items()}
    return checked_folder(tmp_path_factory.mktemp("workbooks"), files, 90)


@pytest.mark.parametrize("name", _CASES)
def test_workbook_is_refused_with_its_reason(name: str, verdict: Verdict) -> None:
    assert verdict.status[name] != "checked"
    assert verdict.rules[name] & _CASES[name][1]
