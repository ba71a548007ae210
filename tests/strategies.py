"""Random reports without a mistake, and random ways to print them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from linter.forms import Column, Form, Row, load_form
from tests.prose import figures_of, section_texts
from tests.rendering import Data, Layout, Style

_APPLICANTS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")
_BALANCE = ("new", "carried_in", "results_total", "carried_out")
_OUTCOMES = ("upheld", "corrected", "other", "pending")

# One organ of each kind that has a deadline of its own: its name, how its title may shorten
# the name, how it speaks of itself, and the last day for its report in the following year.
Organ = tuple[str, tuple[str, ...], str, tuple[int, int]]
ORGANS: tuple[Organ, ...] = (
    ("青川县发展和改革局", ("青川县发展和改革局",), "我局", (1, 31)),
    ("白沙县教育局", ("白沙县教育局",), "我局", (1, 31)),
    ("临溪市卫生健康委员会", ("临溪市卫生健康委员会", "临溪市卫健委"), "我委", (1, 31)),
    ("河阳县人民政府办公室", ("河阳县人民政府办公室",), "我办", (1, 31)),
    ("云岭市人民政府", ("云岭市人民政府", "云岭市"), "我市", (3, 31)),
    ("南浦区人民政府", ("南浦区人民政府", "南浦区"), "我区", (3, 31)),
    ("石泉镇人民政府", ("石泉镇人民政府", "石泉镇"), "我镇", (1, 31)),
    ("松坪乡人民政府", ("松坪乡人民政府", "松坪乡"), "我乡", (1, 31)),
    ("东门街道办事处", ("东门街道办事处", "东门街道"), "我街道", (1, 31)),
)
# Of these organs only the city's government can make regulations (规章).
_MAKERS = ("云岭市人民政府",)


def counts() -> st.SearchStrategy[int]:
    """Numbers of cases: mostly none or few, as in real reports, at times very many."""
    return st.one_of(st.just(0), st.integers(0, 12), st.integers(0, 3000))


def amounts() -> st.SearchStrategy[float]:
    """Amounts of money: whole, or with up to four decimals."""
    cents = st.decimals(Decimal("0.01"), Decimal(90000), places=4)
    return st.one_of(st.integers(0, 100000), cents.map(_number))


@st.composite
def consistent_reports(
    draw: st.DrawFn,
    edition: str | None = None,
    *,
    figures: bool = False,
    organ: Organ | None = None,
    signed: bool | None = None,
) -> Data:
    """A report of either edition in which every identity holds and every date is right.

    Shape: the contract of ``extract``. Parts are drawn, totals computed. The prose reports on
    everything that the law asks for and names no year that contradicts; with ``figures`` it
    states those of the tables. ``organ`` is whose report it is, ``signed`` whether it has a
    sign-off; chance decides unless they are given.
    """
    year = draw(st.integers(*_years(edition)))
    form = load_form("2019" if year <= 2020 else "2021")
    name_in_full, short_names, we, deadline = organ or draw(st.sampled_from(ORGANS))
    last = datetime.date(year + 1, *deadline)
    dates = st.dates(datetime.date(year + 1, 1, 1), last)
    signed = draw(st.booleans()) if signed is None else signed
    signed_on = draw(dates) if signed else None
    name = draw(st.sampled_from(short_names))
    words = {"year": year, "next": year + 1, "we": we}
    report: Data = {
        "edition": form.edition,
        "year": year,
        "title": name + draw(st.sampled_from(_TITLES)).format(**words),
        "issuer": name_in_full if signed_on else name,
        "signed_on": signed_on and signed_on.isoformat(),
        "sections": _sections(form, draw(section_texts(words))),
        "tables": {
            "disclosure": draw(_disclosure(form, regulations=name_in_full in _MAKERS)),
            "applications": draw(_applications(form)),
            "review": draw(_review(form)),
        },
    }
    if figures:
        report["sections"]["overview"]["text"] += "\n" + figures_of(report, form)
    return report


_TITLES = ("{year}年政府信息公开工作年度报告", "{year}年度政府信息公开工作年度报告")


@st.composite
def styles(draw: st.DrawFn, layout: Layout) -> Style:
    """A random style that ``layout`` can express and that leaves no cell empty."""
    return Style(
        parentheses=draw(st.sampled_from(("full", "half"))),
        digits=draw(st.sampled_from(("ascii", "ascii", "full"))),
        thousands=draw(st.booleans()),
        numbering=draw(st.sampled_from(("、", ".", "．"))),
        heading_end=draw(st.sampled_from(("", "：", " ", "　"))),
        spaced_labels=draw(st.booleans()),
        broken_labels=draw(st.sampled_from(("none", "headers", *_row_breaks(layout)))),
        title_lines=draw(st.sampled_from((1, 2))),
        date=draw(st.sampled_from(("arabic", "padded", "numerals"))),
        right_aligned=draw(st.booleans()),
        preamble=draw(st.booleans()),
        prose_after=draw(st.booleans()),
        one_table=draw(st.booleans()),
        tall_review=draw(st.booleans()),
        split_header=layout.splits and draw(st.booleans()),
    )


def _row_breaks(layout: Layout) -> tuple[str, ...]:
    return ("all",) if layout.keeps_breaks else ()


def _years(edition: str | None) -> tuple[int, int]:
    return {"2019": (2019, 2020), "2021": (2021, 2030)}.get(edition or "", (2019, 2030))


def _number(decimal: Decimal) -> float:
    """As JSON has it: a decimal that is whole is an integer."""
    return int(decimal) if decimal == int(decimal) else float(decimal)


def _sections(form: Form, texts: Mapping[str, str]) -> Data:
    return {
        key: {"heading": label.text.zh, "text": texts[key]} for key, label in form.sections.items()
    }


@st.composite
def _applications(draw: st.DrawFn, form: Form) -> Data:
    rows = [row.path.split(".", 1)[1] for row in form.tables["applications"].rows]
    results = [row for row in rows if row not in _BALANCE]
    cells: dict[str, dict[str, int]] = {row: {} for row in rows}
    for applicant in _APPLICANTS:
        column = draw(st.lists(counts(), min_size=len(results), max_size=len(results)))
        carried_out = draw(counts())
        carried_in = draw(st.integers(0, sum(column) + carried_out))
        balance = (sum(column) + carried_out - carried_in, carried_in, sum(column), carried_out)
        for row, number in zip((*results, *_BALANCE), (*column, *balance), strict=True):
            cells[row][applicant] = number
    table: Data = {}
    for row in rows:
        _put(table, row, {**cells[row], "total": sum(cells[row].values())})
    return table


@st.composite
def _review(draw: st.DrawFn, form: Form) -> Data:
    table: Data = {}
    for row in form.tables["review"].rows:
        parts = draw(st.fixed_dictionaries({outcome: counts() for outcome in _OUTCOMES}))
        table[row.path.split(".")[1]] = {**parts, "total": sum(parts.values())}
    return table


@st.composite
def _disclosure(draw: st.DrawFn, form: Form, *, regulations: bool) -> Data:
    rows = form.tables["disclosure"].rows
    table = {row.path.split(".")[1]: draw(_row(row)) for row in rows}
    return (
        table if regulations else {**table, "regulations": dict.fromkeys(table["regulations"], 0)}
    )


@st.composite
def _row(draw: st.DrawFn, row: Row) -> Data:
    cells: Data = {column.key: draw(_cell(column)) for column in row.columns}
    if "in_force" in cells:
        cells["in_force"] += cells["issued"]
    if "disclosed_total" in cells:
        cells["disclosed_total"] += cells["disclosed"]
    return cells


def _cell(column: Column) -> st.SearchStrategy[Any]:
    if column.kind == "amount":
        return amounts()
    return st.integers(-40, 40) if column.kind == "signed" else counts()


def _put(table: Data, path: str, row: Mapping[str, int]) -> None:
    *groups, last = path.split(".")
    for group in groups:
        table = table.setdefault(group, {})
    table[last] = dict(row)
