"""Mistakes in title, sections and sign-off (S1xx)."""

from __future__ import annotations

from random import Random

from linter.records import replace
from tests.conformance.specimen import Mutation, Specimen
from tests.rendering import Layout
from tests.rendering.slips import (
    added_section,
    doubled_section,
    emptied,
    headed,
    swapped_sections,
    titled,
    without_section,
)

_NAME = "政府信息公开工作年度报告"


def _untitled(specimen: Specimen, chance: Random) -> Specimen:
    return specimen.changed(titled())


def _title_without_a_word(specimen: Specimen, chance: Random) -> Specimen:
    wrong = chance.choice(("政府信息公开年度报告", "政府信息公开工作报告"))
    return specimen.having(title=specimen.report["title"].replace(_NAME, wrong))


def _year_behind(specimen: Specimen, chance: Random) -> Specimen:
    name, _ = specimen.report["title"].split(str(specimen.year))
    return specimen.having(title=f"{name}政府信息公开工作{specimen.year}年度报告")


def _section_missing(specimen: Specimen, chance: Random) -> Specimen:
    return specimen.changed(without_section(chance.choice([*specimen.report["sections"]])))


def _section_doubled(specimen: Specimen, chance: Random) -> Specimen:
    return specimen.changed(doubled_section)


def _sections_swapped(specimen: Specimen, chance: Random) -> Specimen:
    return specimen.changed(swapped_sections)


def _styled(heading: str, specimen: Specimen) -> str:
    """The heading as this report punctuates all of them."""
    return heading.replace("、", specimen.style.numbering, 1) + specimen.style.heading_end


def _prints_numbers(layout: Layout) -> bool:
    """Where the number of a heading is text, and not counted by Word."""
    return layout.name != "docx-numbered-headings"


def _misnumbered(specimen: Specimen, chance: Random) -> Specimen:
    return specimen.changed(headed("other", _styled("七、其他需要报告的事项", specimen)))


def _renamed(specimen: Specimen, chance: Random) -> Specimen:
    heading = chance.choice(("五、存在的主要问题及整改措施", "五、存在的主要问题及下一步打算"))
    return specimen.changed(headed("problems", _styled(heading, specimen)))


def _section_added(specimen: Specimen, chance: Random) -> Specimen:
    heading = _styled("七、建议提案办理情况", specimen)
    return specimen.changed(added_section, headed("added", heading))


def _section_empty(specimen: Specimen, chance: Random) -> Specimen:
    return specimen.changed(emptied(chance.choice(("overview", "problems", "other"))))


def _unsigned(specimen: Specimen, chance: Random) -> Specimen | None:
    if specimen.report["signed_on"] is None:
        return None
    return specimen.changed(lambda content: replace(content, issuer=None, date=None))


MUTATIONS = (
    Mutation("S101", "no title", _untitled),
    Mutation("S102", "a word of the title missing", _title_without_a_word),
    Mutation("S103", "year behind 政府信息公开工作", _year_behind),
    Mutation("S104", "a section missing", _section_missing),
    Mutation("S105", "last section twice", _section_doubled),
    Mutation("S106", "sections five and six swapped", _sections_swapped),
    Mutation("S107", "section six numbered 七", _misnumbered, _prints_numbers),
    Mutation("S108", "heading five reworded", _renamed),
    Mutation("S109", "a seventh section", _section_added),
    Mutation("S110", "a section without text", _section_empty),
    Mutation("S111", "no sign-off", _unsigned),
)
