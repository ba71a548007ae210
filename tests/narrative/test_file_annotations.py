"""What a file carries beside its text, as records."""

from __future__ import annotations

import pytest

from linter.model.document import Annotation
from linter.model.place import NOWHERE
from linter.narrative.file_annotations import file_annotations
from linter.narrative.prose import prose_of
from linter.records import replace
from tests.narrative.texts import report


def personal(text: str, issuer: str | None = "石泉镇人民政府") -> object:
    mark = Annotation("property", text, NOWHERE, name="creator")
    one = replace(report({}, issuer=issuer), annotations=(mark,))
    return file_annotations(prose_of(one))[0].fields["personal"]


@pytest.mark.parametrize("name", ["李明", "王小明", "欧阳明", "诸葛小明", "张 伟", "李×"])
def test_the_name_of_a_person_is_personal(name: str) -> None:
    assert personal(name) == 1


@pytest.mark.parametrize(
    "name",
    [
        "Administrator", "admin", "User", "lenovo", "HP", "DESKTOP-4K2", "python-docx", "123", "a",
        "微软用户", "微软中国", "Windows 用户", "WPS 文字", "WPS Office", "番茄花园", "雨林木风",
        "石泉镇", "党政办", "文印室", "办公室", "李家村", "方正", "金山", "安徽", "江苏",
        "康佳电脑", "云溪县水务局", "信息公开科", "明",
    ],
)  # fmt: skip
def test_users_machines_and_offices_are_not(name: str) -> None:
    assert personal(name) == 0


def test_the_issuers_own_name_is_not_personal() -> None:
    assert personal("田林", issuer="田林县水务局") == 0
    assert personal("田林", issuer=None) == 1


def test_records_carry_kind_author_and_name() -> None:
    marks = (
        Annotation("property", "李明", NOWHERE, name="creator"),
        Annotation("comment", "请核对", NOWHERE, author="李明"),
        Annotation("hidden", "底稿", NOWHERE),
    )
    found = file_annotations(prose_of(replace(report({}), annotations=marks)))
    assert [(record.text, record.fields) for record in found] == [
        ("李明", {"kind": "property", "name": "creator", "personal": 1}),
        ("请核对", {"kind": "comment", "author": "李明", "personal": 0}),
        ("底稿", {"kind": "hidden", "personal": 0}),
    ]
