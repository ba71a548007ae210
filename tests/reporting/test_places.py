"""Where a finding stands, as people and as programs are told."""

from __future__ import annotations

import pytest

from linter.model.place import NOWHERE, Place
from linter.model.rule import Language
from linter.reporting.places import place_text


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (Place(12, 3), "第12行第3列", "line 12, column 3"),
        (Place(page=2, table=1, row=5), "第2页，表1第5行", "page 2, table 1, row 5"),
        (
            Place(table=1, row=5, cell=4, sheet="申请", address="C7"),
            "工作表“申请”C7",
            "sheet “申请” C7",
        ),
        (Place(sheet="甲\n乙"), "工作表“甲 乙”", "sheet “甲 乙”"),
        (NOWHERE, "", ""),
    ],
)
def test_place_is_said_in_words(place: Place, zh: str, en: str) -> None:
    said: dict[Language, str] = {"zh": zh, "en": en}

    assert {language: place_text(place, language) for language in said} == said
