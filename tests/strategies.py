"""Random reports without a mistake, and random ways to print them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from linter.forms import Column, Form, Row, load_form
from tests.rendering import Data, Layout, Style

_APPLICANTS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other")
_BALANCE = ("new", "carried_in", "results_total", "carried_out")
_OUTCOMES = ("upheld", "corrected", "other", "pending")

# One organ of each kind that has a deadline of its own: its name, how its title may shorten
# the name, how it speaks of itself, and the last day for its report in the following year.
_ORGANS = (
    ("青川县发展和改革局", ("青川县发展和改革局",), "我局", (1, 31)),
    ("临溪市卫生健康委员会", ("临溪市卫生健康委员会", "临溪市卫健委"), "我委", (1, 31)),
    ("河阳县人民政府办公室", ("河阳县人民政府办公室",), "我办", (1, 31)),
    ("云岭市人民政府", ("云岭市人民政府", "云岭市"), "我市", (3, 31)),
    ("南浦区人民政府", ("南浦区人民政府", "南浦区"), "我区", (3, 31)),
    ("石泉镇人民政府", ("石泉镇人民政府", "石泉镇"), "我镇", (1, 31)),
    ("松坪乡人民政府", ("松坪乡人民政府", "松坪乡"), "我乡", (1, 31)),
    ("东门街道办事处", ("东门街道办事处", "东门街道"), "我街道", (1, 31)),
)
_OVERVIEW = (
    "{year}年，{we}认真贯彻落实《中华人民共和国政府信息公开条例》，各项工作有序开展。",
    "（一）主动公开。围绕群众关切及时发布政策文件和解读材料，公开内容更加规范。",
    "（二）依申请公开。完善登记、审核、办理、答复等环节的工作规程，做到依法答复。",
    "（三）政府信息管理。落实发布前的审查制度，对公开目录实行动态调整。",
    "（四）政府信息公开平台建设。加强门户网站和政务新媒体的日常维护，方便公众查询。",
    "（五）监督保障。开展业务培训和工作考核，组织社会评议，未发生责任追究情形。",
    "一是健全机制，明确专人负责；二是强化培训，提升业务能力；三是拓宽渠道，回应关切。",
)
_TABLE_NOTES = ("本年度有关数据见下表。", "{we}各项数据均已核对。")
_PROBLEMS = (
    "（一）存在的主要问题。公开内容与群众需求仍有差距，工作人员业务能力有待提高。",
    "（二）改进情况。{we}组织了专题学习，补充完善了公开目录，解读形式更加多样。",
    "{next}年，{we}将继续加强队伍建设，不断提高政府信息公开工作水平。",
    "针对上年度存在的不足，{we}逐项制定措施并完成整改。",
)
_OTHER = (
    "本年度未收取信息处理费。",
    "按照《政府信息公开信息处理费管理办法》，{we}本年度没有收取信息处理费。",
    "无其他需要报告的事项。",
)


def counts() -> st.SearchStrategy[int]:
    """Numbers of cases: mostly none or few, as in real reports, at times very many."""
    return st.one_of(st.just(0), st.integers(0, 12), st.integers(0, 3000))


def amounts() -> st.SearchStrategy[float]:
    """Amounts of money: whole, or with up to four decimals."""
    cents = st.decimals(Decimal("0.01"), Decimal(90000), places=4)
    return st.one_of(st.integers(0, 100000), cents.map(_number))


@st.composite
def consistent_reports(draw: st.DrawFn, edition: str | None = None) -> Data:
    """A report of either edition in which every identity holds and every date is right.

    Shape: the contract of ``extract``. Parts are drawn, totals computed. The prose mentions
    no figure, no year that contradicts, and reports on everything that the law asks for.
    """
    year = draw(st.integers(*_years(edition)))
    form = load_form("2019" if year <= 2020 else "2021")
    organ, short_names, we, deadline = draw(st.sampled_from(_ORGANS))
    last = datetime.date(year + 1, *deadline)
    signed_on = draw(st.one_of(st.none(), st.dates(datetime.date(year + 1, 1, 1), last)))
    name = draw(st.sampled_from(short_names))
    words = {"year": year, "next": year + 1, "we": we}
    return {
        "edition": form.edition,
        "year": year,
        "title": name + draw(st.sampled_from(_TITLES)).format(**words),
        "issuer": organ if signed_on else name,
        "signed_on": signed_on and signed_on.isoformat(),
        "sections": draw(_sections(form, words)),
        "tables": {
            "disclosure": draw(_disclosure(form)),
            "applications": draw(_applications(form)),
            "review": draw(_review(form)),
        },
    }


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


@st.composite
def _sections(draw: st.DrawFn, form: Form, words: Mapping[str, object]) -> Data:
    texts = {
        "overview": draw(_prose(_OVERVIEW, least=1)),
        "disclosure": draw(_prose(_TABLE_NOTES)),
        "applications": draw(_prose(_TABLE_NOTES)),
        "review": draw(_prose(_TABLE_NOTES)),
        "problems": draw(_prose(_PROBLEMS, least=1)),
        "other": draw(_prose(_OTHER, least=1)),
    }
    return {
        key: {"heading": label.text.zh, "text": texts[key].format(**words)}
        for key, label in form.sections.items()
    }


@st.composite
def _prose(draw: st.DrawFn, pieces: tuple[str, ...], least: int = 0) -> str:
    """Some of the paragraphs, in their order; nearly always all or none but ``least``."""
    chosen = draw(st.sets(st.integers(0, len(pieces) - 1), min_size=least))
    return "\n".join(pieces[number] for number in sorted(chosen))


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
def _disclosure(draw: st.DrawFn, form: Form) -> Data:
    rows = form.tables["disclosure"].rows
    return {row.path.split(".")[1]: draw(_row(row)) for row in rows}


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
