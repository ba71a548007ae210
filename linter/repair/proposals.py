"""The fixes that findings give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.forms import load_form
from linter.model.finding import Finding, Number
from linter.model.fix import Edit, Fix
from linter.model.report import Report
from linter.records import replace
from linter.regex import regex
from linter.structure.folding import fold, numbered

_BLANKS = frozenset(("T204", "T218", "T219"))
_LABEL, _HEADING, _SECTION_NUMBER, _DAY_MARK = "T209", "S108", "S107", "D413"
_TITLE = frozenset(("S102", "S103"))
_STATUTORY_NAME = "政府信息公开工作年度报告"
_TITLE_NAME = regex(
    r"(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:情况)?(?:20[0-9]{2}年度?)?(?:年度)?(?:工作|情况)?"
    r"(?:报告|总结|年报)$"
)
_TITLE_YEAR = regex("20[0-9]{2}年")
_DIGIT = "[0-9\uff10-\uff19]"
_NUMERAL = regex(rf"[+\-−－]?{_DIGIT}(?:[\s,，.．]{{0,2}}{_DIGIT})*")
_HEADING_NUMBER = regex("[一二三四五六七八九十]+")
_LABEL_NUMBER = regex("^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+[.．])")


def with_fixes(findings: Iterable[Finding], report: Report) -> tuple[Finding, ...]:
    """``findings``, each with its fix where there is one.

    What was read with doubt is nothing to write into a file.
    """
    return tuple(
        replace(finding, fix=fix)
        if finding.doubt is None and (fix := _fix(finding, report))
        else finding
        for finding in findings
    )


def _fix(finding: Finding, report: Report) -> Fix | None:
    if finding.culprit and finding.certainty in ("proved", "likely"):
        return _numbers(_expected(finding), report)
    match finding.rule:
        case rule if rule in _BLANKS:
            return _zeros(finding, report)
        case rule if rule in (_LABEL, _HEADING):
            return _wording(finding, report)
        case rule if rule in _TITLE:
            return _title(report)
        case rule if rule == _SECTION_NUMBER:
            return _section_number(finding)
        case rule if rule == _DAY_MARK:
            return _day_mark(finding)
    return None


def _expected(finding: Finding) -> Mapping[str, Number]:
    """What the culprits should hold; nothing where one of them is not told."""
    if len(finding.culprit) > 1:
        return finding.candidates[0].expected if finding.candidates else {}
    expected = finding.expected
    return {} if expected is None or isinstance(expected, str) else {finding.culprit[0]: expected}


def _numbers(expected: Mapping[str, Number], report: Report) -> Fix | None:
    edits = tuple(_number_edit(cell, number, report) for cell, number in expected.items())
    return Fix("number", False, edits, expected) if edits else None


def _number_edit(cell: str, number: Number, report: Report) -> Edit:
    """The number in place of the one in the cell; a unit or a remark stays."""
    value = report.value(cell)
    numeral = _NUMERAL.search(value.text) if value.state == "filled" else None
    found = numeral[0] if numeral else value.text
    return Edit(value.place, found, plain_number(number))


def plain_number(number: Number) -> str:
    """The digits of a number as the form takes them."""
    text = f"{number:f}" if not isinstance(number, int) else str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _zeros(finding: Finding, report: Report) -> Fix | None:
    blank = [cell for cell in finding.cells if report.value(cell).state == "blank"]
    edits = tuple(Edit((value := report.value(c)).place, value.text, "0") for c in blank)
    return Fix("blank", False, edits, dict.fromkeys(blank, 0)) if edits else None


def _wording(finding: Finding, report: Report) -> Fix | None:
    """The statutory label or heading, which keeps the number that it has in print."""
    found, expected = finding.actual, finding.expected
    if not isinstance(found, str) or not isinstance(expected, str):
        return None
    safe = numbered(found).body in set(_known_deviations(report))
    if numbered(found).number is None:
        expected = _LABEL_NUMBER.sub("", expected)
    return Fix("wording", safe, (Edit(finding.place, found, expected),))


def _title(report: Report) -> Fix | None:
    """The statutory name of the report behind its office and year, where the title ends with it."""
    title = report.value("title")
    name = _TITLE_NAME.search(title.text)
    if name is None or report.year is None:
        return None
    front = title.text[: name.start()]
    front += "政府" if front.endswith("人民") else ""
    year = "" if _TITLE_YEAR.search(front) else f"{report.year}年"
    whole = front + year + _STATUTORY_NAME
    return Fix("wording", False, (Edit(title.place, title.text, whole),), title=whole)


def _known_deviations(report: Report) -> Iterator[str]:
    """The wordings that are known to stand for a statutory one."""
    form = load_form(report.edition)
    labels = list(form.sections.values())
    for table in form.tables.values():
        labels += [row.label for row in table.rows]
        labels += [column.label for column in table.columns]
    for label in labels:
        for wording in label.deviations:
            yield numbered(wording).body


def _section_number(finding: Finding) -> Fix | None:
    """The number of a section, which may be wrong because something else is missing: not safe."""
    found, expected = finding.actual, finding.expected
    number = _HEADING_NUMBER.match(found) if isinstance(found, str) else None
    if number is None or not isinstance(found, str) or not isinstance(expected, str):
        return None
    replaced = expected + found[number.end() :]
    return Fix("wording", False, (Edit(finding.place, found, replaced),))


def _day_mark(finding: Finding) -> Fix | None:
    text = finding.facts.get("text")
    if not isinstance(text, str):
        return None
    return Fix("wording", True, (Edit(finding.place, fold(text), f"{fold(text)}日"),))
