"""Mistakes in years and dates (D4xx)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from random import Random

from linter.records import replace
from tests.conformance.specimen import Mutation, Specimen
from tests.rendering.slips import opened, reworded

_DEPARTMENTS = ("局", "委员会")
_TOWNSHIPS = ("镇人民政府", "乡人民政府", "街道办事处")


def _yearless(specimen: Specimen, chance: Random) -> Specimen:
    """No year anywhere: in the title, the texts, the period or the sign-off."""
    without = {
        key: {**section, "text": re.sub(r"20[0-9]{2}年(?:度?，)?", "", section["text"])}
        for key, section in specimen.report["sections"].items()
    }
    title = re.sub(r"20[0-9]{2}年度?", "", specimen.report["title"])
    return replace(
        specimen.having(title=title, signed_on=None, sections=without),
        style=replace(specimen.style, preamble=False, title_lines=1),
    )


def _period(specimen: Specimen, chance: Random) -> Specimen | None:
    if not specimen.style.preamble:
        return None
    year, last = specimen.year, specimen.year - 1
    old, new = chance.choice(
        (
            (f"自{year}年1月", f"自{last}年1月"),
            (f"至{year}年12月", f"至{last}年12月"),
            ("12月31日", "12月30日"),
            ("1月1日", "2月1日"),
        )
    )
    return specimen.changed(opened(old, new))


def _signed_early(specimen: Specimen, chance: Random) -> Specimen | None:
    if specimen.report["signed_on"] is None:
        return None
    day = datetime.date(specimen.year, chance.randint(1, 12), chance.randint(1, 28))
    return specimen.having(signed_on=day.isoformat())


def _signed_late(
    ends: tuple[str, ...], month: int, issuer: str | None = None
) -> Callable[[Specimen, Random], Specimen | None]:
    """Signed after the deadline by an organ whose name ends so, or by another ``issuer``."""

    def late(specimen: Specimen, chance: Random) -> Specimen | None:
        report = specimen.report
        if report["signed_on"] is None or not report["issuer"].endswith(ends):
            return None
        signed = f"{specimen.year + 1}-{month:02}-{chance.randint(1, 28):02}"
        if issuer is None:
            return specimen.having(signed_on=signed)
        title = f"{issuer}{specimen.year}年政府信息公开工作年度报告"
        return specimen.having(signed_on=signed, issuer=issuer, title=title)

    return late


def _impossible(specimen: Specimen, chance: Random) -> Specimen | None:
    if specimen.report["signed_on"] is None:
        return None
    date = f"{specimen.year + 1}年{chance.choice(('2月30日', '4月31日', '1月32日', '13月5日'))}"
    return specimen.changed(lambda content: replace(content, date=date))


def _plan(specimen: Specimen, chance: Random) -> Specimen | None:
    following = f"{specimen.year + 1}年"
    if following not in specimen.text("problems"):
        return None
    return specimen.changed(reworded("problems", following, f"{specimen.year}年"))


def _title_of_last_year(specimen: Specimen, chance: Random) -> Specimen | None:
    if not specimen.style.preamble or specimen.report["signed_on"] is None or specimen.year == 2021:
        return None
    title = specimen.report["title"].replace(str(specimen.year), str(specimen.year - 1))
    return replace(specimen.having(title=title), style=replace(specimen.style, title_lines=1))


def _superseded(specimen: Specimen, chance: Random) -> Specimen | None:
    if not specimen.style.preamble or specimen.edition == "2019":
        return None
    return specimen.changed(opened("〔2021〕30号", "〔2019〕60号"))


def _file_of_another_year(specimen: Specimen, chance: Random) -> Specimen:
    year = specimen.year - chance.randint(1, 3)
    return replace(specimen, stem=f"{year}年政府信息公开工作年度报告")


def _day_mark(specimen: Specimen, chance: Random) -> Specimen | None:
    if not specimen.style.preamble:
        return None
    return specimen.changed(opened("12月31日止", "12月31止"))


def _text_of_last_year(specimen: Specimen, chance: Random) -> Specimen:
    old, new = f"{specimen.year}年", f"{specimen.year - 1}年"
    return specimen.saying("overview", specimen.text("overview").replace(old, new, 1))


def _cut_off(specimen: Specimen, chance: Random) -> Specimen | None:
    if not specimen.style.preamble:
        return None
    year, day = specimen.year, chance.choice(("12月25日", "11月30日", "12月20日"))
    period = f"的统计期限自{year}年1月1日起至{year}年12月31日止"
    return specimen.changed(opened(period, f"截至{year}年{day}"))


MUTATIONS = (
    Mutation("D401", "no year anywhere", _yearless),
    Mutation("D402", "one end of the period wrong", _period),
    Mutation("D403", "signed in the year reported on", _signed_early),
    Mutation("D404", "a department signs late", _signed_late(_DEPARTMENTS, 2)),
    Mutation("D405", "a government signs late", _signed_late(("市人民政府", "区人民政府"), 4)),
    Mutation("D406", "a township signs late", _signed_late(_TOWNSHIPS, 2)),
    Mutation("D407", "an unknown organ signs late", _signed_late(("",), 4, "云岭供水集团")),
    Mutation("D408", "an impossible date", _impossible),
    Mutation("D409", "a plan for the year reported on", _plan),
    Mutation("D410", "the title of last year", _title_of_last_year),
    Mutation("D411", "the superseded form as the basis", _superseded),
    Mutation("D412", "a file named after an earlier year", _file_of_another_year),
    Mutation("D413", "日 lost at the end of the period", _day_mark),
    Mutation("D414", "section one about last year", _text_of_last_year),
    Mutation("D415", "figures up to December only", _cut_off),
)
