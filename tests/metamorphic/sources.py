"""What is converted: reports, and the forms in which they are first written."""

from __future__ import annotations

import io
import re
from functools import cache
from zipfile import ZipFile

from hypothesis import HealthCheck, Phase, given, seed, settings

from linter.records import record, replace
from tests.examples import example_report
from tests.metamorphic.workbooks import WORKBOOKS
from tests.rendering import BY_NAME, LAYOUTS, STATUTORY, Data, Layout, Style
from tests.rendering.content import Content
from tests.strategies import consistent_reports, styles

_OTHER_STYLE = Style(
    parentheses="half", thousands=True, spaced_labels=True, prose_after=True, one_table=False
)
_DRAWN = 4
# What this layout can express, every layout can.
_MODEST = BY_NAME["txt-aligned"]


@record
class Report:
    """A report without a mistake and how it is worded."""

    data: Data
    style: Style


@cache
def reports() -> tuple[Report, ...]:
    """The example of each edition in two styles, and random ones of several organs."""
    examples = tuple(
        Report(example_report(edition), style)
        for edition in ("2019", "2021")
        for style in (STATUTORY, _OTHER_STYLE)
    )
    return (*examples, *_drawn())


def _drawn() -> list[Report]:
    """Random reports, the same in every run; the first is the plainest, with 0 in every cell."""
    found: list[Report] = []

    @seed(2023)
    @settings(
        max_examples=_DRAWN,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=[*HealthCheck],
    )
    @given(consistent_reports(figures=True), styles(_MODEST))
    def collect(data: Data, style: Style) -> None:
        found.append(Report(data, style))

    collect()
    return found


def _printed(name: str, style: str) -> Layout:
    """The bare article as a page that is printed with ``style``."""
    head = f'<!doctype html><meta charset="utf-8"><style>{style}</style>'

    def render(content: Content, wording: Style) -> bytes:
        return head.encode() + BY_NAME["html-article"].render(content, wording)

    return Layout(f"html-{name}", ".html", render)


_TABLE = "table{border-collapse:collapse}td{border:1px solid}"
PRINTS = (
    _printed("a4", _TABLE + "@page{size:A4}"),
    _printed("a4-landscape", _TABLE + "@page{size:A4 landscape}"),
    _printed("a3", _TABLE + "@page{size:A3}"),
    _printed("letter", _TABLE + "@page{size:letter;margin:1cm}"),
    _printed("small-type", _TABLE + "body{font-size:9px}"),
    _printed("large-type", _TABLE + "body{font-size:20px}td{font-size:13px}"),
    _printed("sans-serif", _TABLE + "body{font-family:sans-serif}"),
    _printed("centred", _TABLE + "table{width:100%;text-align:center}"),
    _printed("two-colours", _TABLE + "tr:nth-child(odd){background:#def}"),
    _printed("a5", _TABLE + "@page{size:A5}td{font-size:10px}"),
)


def _ruled(name: str) -> Layout:
    """A layout of Word files as offices print them: lines around the cells, no table too wide."""
    layout = BY_NAME[name]

    def render(content: Content, style: Style) -> bytes:
        out = io.BytesIO()
        with ZipFile(io.BytesIO(layout.render(content, style))) as source, ZipFile(out, "w") as to:
            for info in source.infolist():
                part = source.read(info)
                if info.filename == "word/document.xml":
                    part = re.sub(rb"<w:tblBorders>.*?</w:tblBorders>", b"", part)
                    part = part.replace(b"<w:tblPr/>", b"<w:tblPr>" + _BORDERS + b"</w:tblPr>")
                    part = re.sub(rb"<w:tblGrid>.*?</w:tblGrid>", _fitting, part)
                    part = re.sub(rb"<w:tblW [^>]*/>", rb"\g<0>" + _BORDERS, part)
                to.writestr(info, part)
        return out.getvalue()

    return replace(layout, render=render)


def _fitting(grid: re.Match[bytes]) -> bytes:
    columns = grid[0].count(b"<w:gridCol ")
    width = b'<w:gridCol w:w="%d"/>' % (_PAGE_WIDTH // columns)
    return b"<w:tblGrid>" + width * columns + b"</w:tblGrid>"


_PAGE_WIDTH = 8640  # in twentieths of a point
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in _SIDES).encode()
_BORDERS = b"<w:tblBorders>" + _BORDERS + b"</w:tblBorders>"

# LibreOffice 7.4 doubles the text of content controls, and in RTF and Word 2003 XML puts a
# question mark for the 、 behind numbers that Word adds: what it does not keep nobody can read.
WORD_TYPED = tuple(map(_ruled, ("docx-python-docx", "docx-bold-headings")))
WORD = (*WORD_TYPED, _ruled("docx-numbered-headings"))
PAGES = PRINTS[:1]
DIRECT = (*LAYOUTS, *WORKBOOKS)

Written = tuple[Report, Layout, bytes]


def in_full(layout: Layout) -> list[Written]:
    """Every report in one layout."""
    return [_written(report, layout) for report in reports()]


def in_turn(layouts: tuple[Layout, ...]) -> list[Written]:
    """Every report and every layout at least once."""
    many = max(len(layouts), len(reports()))
    return [
        _written(reports()[number % len(reports())], layouts[number % len(layouts)])
        for number in range(many)
    ]


def _written(report: Report, layout: Layout) -> Written:
    kept = layout.keeps_breaks
    style = report.style if kept else replace(report.style, broken_labels="none")
    return report, layout, layout.print(report.data, style)
