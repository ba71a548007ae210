"""Data in the shape of ``nianbao extract``, in which much may be left out, made complete."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from linter.forms import Form, load_form
from linter.model.edition import OwnEdition
from linter.model.rule import Text
from linter.regex import regex
from linter.structure.frame import issuer_in_title, title_year
from linter.writing.drafting import statutory_title
from linter.writing.editions import edition_in_force, known_edition
from linter.writing.figures import Figures
from linter.writing.mistakes import (
    DataMistakes,
    missing,
    other_year_in_title,
    wrong_type,
)
from linter.writing.report_data import Closing, Prose, ReportData
from linter.writing.shapes import GROUP, TEXT, shown, unknown_keys

KEYS = ("edition", "year", "title", "issuer", "signed_on", "opening", "sections", "tables")
_YEAR = Text("年份（整数）", "a year (a whole number)")
_DATE = Text("日期（如 2025-01-15）", "a date such as 2025-01-15")
_SECTION = Text("文字或含 heading、text 的一组", "a text, or a group of heading and text")
_UNTITLED = Text("标题中也没有", "nor does a title tell it")
_ISO = regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def checked(raw: object, own: Sequence[OwnEdition] = (), edition: str | None = None) -> ReportData:
    """The data of a report. ``edition`` holds whatever the data says; ``own`` are those of packs.

    What is left out is derived: the edition from the year, the title from office and year, the
    office and the year from the title; a section or table is then there and blank, a date has
    room. What is None is not there. Raises :class:`DataMistakes` for all that is wrong.
    """
    if not isinstance(raw, Mapping):
        raise DataMistakes([wrong_type("", GROUP, shown(raw))])
    return _Check(raw).data(own, edition)


class _Check:
    """One walk through the data; ``mistakes`` collects what is wrong on the way."""

    def __init__(self, raw: Mapping[str, object]) -> None:
        self.mistakes: list[Text] = list(unknown_keys(raw, KEYS, ""))
        self._raw = raw

    def data(self, own: Sequence[OwnEdition], edition: str | None) -> ReportData:
        stated = self._text("title")
        year = self._year(stated)
        issuer = self._issuer(stated)
        title = stated if "title" in self._raw else self._derived_title(issuer, year)
        form = self._form(year, own, edition)
        signed_on, closing = self._signed_on()
        sections = self._sections(form)
        raw_tables = self._group("tables", form.tables)
        tables = {key: raw_tables.get(key, {}) for key in form.tables}
        there = frozenset(key for key, table in tables.items() if table is not None)
        figures = self._figures({key: tables[key] for key in sorted(there)}, form)
        opening = self._text("opening")
        if self.mistakes:
            raise DataMistakes(self.mistakes)
        return ReportData(
            edition=form.edition,
            year=year,
            title=title,
            issuer=issuer,
            signed_on=signed_on,
            closing=closing,
            sections=sections,
            tables=there,
            figures=figures.found,
            kept_blank=frozenset(figures.blank),
            opening=opening,
        )

    def _text(self, key: str) -> str | None:
        value = self._raw.get(key)
        if value is None or isinstance(value, str):
            return value
        self._wrong(key, TEXT, value)
        return None

    def _year(self, title: str | None) -> int | None:
        named = title_year(title) if title else None
        if "year" not in self._raw:
            return named
        year = self._raw["year"]
        if year is None:
            return None
        if isinstance(year, bool) or not isinstance(year, int) or not 1000 <= year <= 9999:
            self._wrong("year", _YEAR, year)
            return None
        if named is not None and named != year:
            self.mistakes.append(other_year_in_title(named, year))
        return year

    def _issuer(self, title: str | None) -> str | None:
        if "issuer" in self._raw:
            return self._text("issuer") or None
        return issuer_in_title(title) if title else None

    def _derived_title(self, issuer: str | None, year: int | None) -> str | None:
        if issuer is not None and year is not None:
            return statutory_title(issuer, year)
        absent = [key for key in ("issuer", "year") if key not in self._raw]
        self.mistakes += [missing(key, _UNTITLED) for key in absent]
        return None

    def _form(self, year: int | None, own: Sequence[OwnEdition], edition: str | None) -> Form:
        stated = edition or self._text("edition")
        try:
            if stated is not None:
                return load_form(known_edition(stated, own))
            if year is not None:
                return load_form(edition_in_force(year, own))
        except DataMistakes as error:
            raise DataMistakes([*self.mistakes, *error.messages]) from error
        why = Text("没有年份，无法确定格式的版本", "without a year it cannot be told")
        raise DataMistakes(self.mistakes or [missing("edition", why)])

    def _signed_on(self) -> tuple[datetime.date | None, Closing]:
        if "signed_on" not in self._raw:
            return None, "undated"
        date = self._raw["signed_on"]
        if date is None:
            return None, "none"
        day = _day(date)
        if day is None:
            self._wrong("signed_on", _DATE, date)
        return day, "signed"

    def _sections(self, form: Form) -> dict[str, Prose | None]:
        raw = self._group("sections", form.sections)
        return {key: self._section(key, raw.get(key, "")) for key in form.sections}

    def _section(self, key: str, value: object) -> Prose | None:
        if value is None or isinstance(value, str):
            return None if value is None else Prose(None, value)
        path = f"sections.{key}"
        if not isinstance(value, Mapping):
            self._wrong(path, _SECTION, value)
            return None
        self.mistakes += unknown_keys(value, ("heading", "text"), path)
        texts = {name: value.get(name) for name in ("heading", "text")}
        for name, text in texts.items():
            if not isinstance(text, str | None):
                self._wrong(f"{path}.{name}", TEXT, text)
        return Prose(texts["heading"], texts["text"] or "")

    def _group(self, key: str, known: Iterable[str]) -> Mapping[str, object]:
        raw = self._raw.get(key, {})
        if not isinstance(raw, Mapping):
            self._wrong(key, GROUP, raw)
            return {}
        self.mistakes += unknown_keys(raw, known, key)
        return raw

    def _figures(self, tables: Mapping[str, object], form: Form) -> Figures:
        figures = Figures()
        for key, raw in tables.items():
            figures.read(raw, form.tables[key])
        self.mistakes += figures.mistakes
        return figures

    def _wrong(self, path: str, expected: Text, value: object) -> None:
        self.mistakes.append(wrong_type(path, expected, shown(value)))


def _day(date: object) -> datetime.date | None:
    """The day that ``date`` is: an ISO date, or one of TOML's."""
    if isinstance(date, datetime.date) and not isinstance(date, datetime.datetime):
        return date
    if not isinstance(date, str) or not _ISO.fullmatch(date):
        return None
    try:
        return datetime.date.fromisoformat(date)
    except ValueError:
        return None
