"""From the data of a report to the report as it is printed."""

from __future__ import annotations

from decimal import Decimal

from linter.forms import Form
from linter.readers.whitespace import cleaned
from linter.regex import regex
from linter.structure.frame import is_office, issuer_in_title
from linter.writing.draft import Draft, Grid, Part
from linter.writing.grids import statutory_grid
from linter.writing.report_data import Figure, Prose, ReportData

# No character at all in XML.
_NOTHING = str.maketrans({"\ufffe": None, "\uffff": None, "\t": " "})
_BREAK = regex("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def drafted(data: ReportData, form: Form) -> Draft:
    """``data`` in the words and tables of ``form``."""
    parts = []
    for key, label in form.sections.items():
        prose, grid = data.sections.get(key), _grid(key, data, form)
        if prose is not None:
            heading = one_line(prose.heading or label.text.zh)
            parts.append(Part(heading, paragraphs(prose.text), grid))
        elif grid is not None:
            parts.append(Part(None, (), grid))
    return Draft(
        edition=form.edition,
        title=one_line(data.title) if data.title else None,
        opening=_opening(data, form),
        parts=tuple(parts),
        closing=tuple(map(one_line, _closing(data))),
    )


def statutory_title(issuer: str, year: int) -> str:
    """The customary title; 工作 is part of the report's statutory name."""
    return f"{issuer}{year}年政府信息公开工作年度报告"


def blank_sections(form: Form) -> dict[str, Prose | None]:
    """Every section of the form, with nothing in it."""
    return dict.fromkeys(form.sections, Prose())


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of ``text``, one a line, without what no file can hold."""
    whole = text.encode("utf-8", "replace").decode().translate(_NOTHING)
    return tuple(filter(None, map(cleaned, _BREAK.split(whole))))


def one_line(text: str) -> str:
    """``text`` as a single line."""
    return "".join(paragraphs(text))


def figure_text(figure: Figure) -> str:
    """A figure as its cell shows it: no exponent, no empty decimals."""
    if isinstance(figure, Decimal):
        text = format(figure, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(figure)


def _opening(data: ReportData, form: Form) -> tuple[str, ...]:
    """The customary paragraph that names the basis and the period of the figures."""
    if data.opening is not None:
        return paragraphs(data.opening)
    basis = f"根据《中华人民共和国政府信息公开条例》第五十条和{form.document}文件要求，编制本报告。"
    if data.year is None:
        return (basis,)
    year = data.year
    return (f"{basis}本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",)


def _closing(data: ReportData) -> tuple[str, ...]:
    if data.signed_on is not None:
        day = data.signed_on
        return _signed(data, f"{day.year}年{day.month}月{day.day}日")
    if data.closing == "undated":
        return _signed(data, f"{data.year + 1 if data.year else ''}年　月　日")
    # An office that its title calls otherwise signs even where no date stands below.
    named = issuer_in_title(data.title or "")
    signs = data.issuer and data.issuer != named and is_office(data.issuer)
    return (data.issuer,) if data.issuer and signs else ()


def _signed(data: ReportData, date: str) -> tuple[str, ...]:
    return (data.issuer, date) if data.issuer else (date,)


def _grid(key: str, data: ReportData, form: Form) -> Grid | None:
    if key not in data.tables:
        return None
    texts = {path: figure_text(figure) for path, figure in data.figures.items()}
    return statutory_grid(form.tables[key], texts)
