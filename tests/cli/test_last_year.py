"""``check --previous``: last year's report tells which numbers were left standing."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.examples import example_report
from linter.model.previous import Previous
from tests.cli.conftest import Nianbao

_REVIEW = "|1|0|0|1|2|1|0|0|0|1|0|0|1|0|1|"
_THIS = example_report("2021")


def _with(review: str, source: str = _THIS) -> str:
    assert _REVIEW in source
    return source.replace(_REVIEW, review)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A report whose total of reconsideration, 24, is last year's; and last year's."""
    this, last = tmp_path / "this.md", tmp_path / "last.md"
    this.write_text(_with("|11|0|0|9|24|1|0|0|0|1|0|0|1|0|1|"), encoding="utf-8")
    before = _THIS.replace("2023年", "2022年").replace("2024年", "2023年")
    last.write_text(_with("|17|0|0|7|24|1|0|0|0|1|0|0|1|0|1|", before), encoding="utf-8")
    return this, last


def test_a_number_of_last_year_is_named_as_such(nianbao: Nianbao, files: tuple[Path, Path]) -> None:
    this, last = files
    told = nianbao("check", this, "--previous", last)
    assert told.status == 1
    assert "很可能错在“行政复议 · 总计”（照抄了上年数字）：现为 24，应为 20" in told.out
    assert "上年数字" not in nianbao("check", this).out


def test_a_report_of_another_year_tells_nothing(nianbao: Nianbao, files: tuple[Path, Path]) -> None:
    this, _ = files
    assert "上年数字" not in nianbao("check", this, "--previous", this).out


def test_last_years_report_is_for_one_file(nianbao: Nianbao, files: tuple[Path, Path]) -> None:
    this, last = files
    told = nianbao("check", this, last, "--previous", last)
    assert (told.status, told.out) == (2, "")
    assert "只用于检查一个文件" in told.err


def test_one_that_cannot_be_read_stops_the_check(
    nianbao: Nianbao, files: tuple[Path, Path]
) -> None:
    this, last = files
    told = nianbao("check", this, "--previous", last.with_name("gone.md"), "--lang", "en")
    assert (told.status, told.out) == (2, "")
    assert "last year's report: " in told.err
    assert "E901" in told.err


def test_years_that_are_not_known_are_no_reason_against_it() -> None:
    numbers = {"review.reconsideration.total": 4}
    assert Previous(None, numbers).before(2023) == numbers
    assert Previous(2022, numbers).before(None) == numbers
    assert Previous(2022, numbers).before(2023) == numbers
    assert Previous(2021, numbers).before(2023) == {}
