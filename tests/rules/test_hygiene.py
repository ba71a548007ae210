"""Personal data and traces of editing, as the whole product tells them: once, and masked."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.cli.main import main
from linter.examples import NAME, example_report
from linter.model.finding import FileResult
from tests import examples
from tests.product import checked, extracted, grave, ids
from tests.rendering import BY_NAME
from tests.rules import edited_word
from tests.rules.edited_word import COMMENT_REFERENCE, COMMENTS, DELETED, HIDDEN, INSERTED

ID = "110101190001010006"
CARD = "6217000000000000004"
MOBILE = "13800000000"
PRIVATE = f"申请人李某（身份证号{ID}，手机{MOBILE}，银行卡{CARD}，邮箱lihua@qq.com）主动撤回"

WORD = BY_NAME["docx-python-docx"].print(examples.example_report("2021"))


def hygiene(result: FileResult) -> dict[str, tuple[object, object]]:
    """What is told of each rule: how often, and the first."""
    told = [found for found in result.findings if found.rule.startswith("P8")]
    assert len({found.rule for found in told}) == len(told)
    return {found.rule: (found.facts.get("count"), found.facts["text"]) for found in told}


def with_private_data() -> bytes:
    return example_report("2021").replace("申请人主动撤回", PRIVATE).encode()


def test_every_kind_of_personal_data_is_told_by_its_own_rule() -> None:
    assert hygiene(checked(with_private_data(), NAME)) == {
        "P801": (None, "1101**********0006"),
        "P802": (None, "6217***********0004"),
        "P803": (None, "138****0000"),
        "P804": (None, "l***@qq.com"),
    }


@pytest.mark.parametrize("shape", ["rich", "plain", "json"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_output_of_a_check_repeats_a_datum(
    shape: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(with_private_data())

    assert main(["check", str(file), "--format", shape, "--lang", language, "--verbose"]) == 1

    out = capsys.readouterr().out
    assert "P801" in out
    for datum in (ID, MOBILE, CARD, "lihua"):
        assert datum not in out


def test_personal_data_in_a_table_of_its_own_are_told() -> None:
    table = f"|序号|申请人姓名|身份证号|手机|\n|---|---|---|---|\n|1|李某|{ID}|{MOBILE}|"
    signed = "\n\n云溪县水务局\n"
    report = example_report("2021").replace(signed, f"\n\n{table}{signed}")
    assert hygiene(checked(report.encode(), NAME)) == {
        "P801": (None, "1101**********0006"),
        "P803": (None, "138****0000"),
    }


def test_a_word_file_with_all_of_it_is_told_once_for_each_kind() -> None:
    runs = (INSERTED + DELETED) * 2 + COMMENT_REFERENCE + HIDDEN
    core = edited_word.CORE.format(creator="王芳", editor="李明")
    data = edited_word.with_parts(
        edited_word.with_runs(WORD, runs),
        {"word/comments.xml": COMMENTS, "docProps/core.xml": core},
    )

    assert hygiene(checked(data, "report.docx")) == {
        "P805": (4, "新增内容"),
        "P806": (1, "这个数字请再核对"),
        "P807": (1, "内部掌握，不公开"),
        "P808": (2, "王芳"),
    }


def test_what_is_quoted_of_a_word_file_is_masked() -> None:
    comments = COMMENTS.replace("这个数字请再核对", f"李某的身份证号是{ID}")
    data = edited_word.with_parts(WORD, {"word/comments.xml": comments})

    assert hygiene(checked(data, "report.docx")) == {
        "P806": (1, "李某的身份证号是1101**********0006")
    }


def test_traces_of_editing_change_nothing_of_what_is_read() -> None:
    marked = edited_word.with_runs(WORD, DELETED + HIDDEN + COMMENT_REFERENCE)

    assert extracted(marked, "report.docx") == extracted(WORD, "report.docx")


@pytest.mark.parametrize(
    "creator", ["Administrator", "python-docx", "微软用户", "石泉镇人民政府", ""]
)
def test_a_word_file_in_order_is_told_nothing_of(creator: str) -> None:
    core = edited_word.CORE.format(creator=creator, editor="admin")
    result = checked(edited_word.with_parts(WORD, {"docProps/core.xml": core}), "report.docx")

    assert hygiene(result) == {}
    assert ids(grave(result)) == []
