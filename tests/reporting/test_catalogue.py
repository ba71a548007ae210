"""Every text stands in both languages, and no key reaches a reader."""

from __future__ import annotations

import re
import string

import pytest

from linter.model.rule import SEVERITIES, Language
from linter.reporting.catalogue import COUNTED, PHRASES, counted, listed, phrase
from linter.reporting.codes import CODES, code_text
from linter.reporting.plain import plain
from tests.reporting.consoles import shown
from tests.reporting.samples import sample_run

_CHINESE = re.compile("[\u3400-\u9fff]")


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", PHRASES)
def test_phrase_says_the_same_in_both_languages(key: str) -> None:
    text = PHRASES[key]

    assert _placeholders(text.zh) == _placeholders(text.en)
    assert not _CHINESE.search(text.en)
    assert bool(text.zh) or key == "place.joint"
    assert text.en


@pytest.mark.parametrize("unit", COUNTED)
def test_counted_unit_stands_in_both_languages(unit: str) -> None:
    chinese, singular, plural = COUNTED[unit]

    assert _CHINESE.search(chinese)
    assert not _CHINESE.search(singular + plural)
    assert counted(unit, 1, "en") != counted(unit, 2, "en")
    assert "2" in counted(unit, 2, "zh")


@pytest.mark.parametrize("kind", CODES)
def test_codes_have_words_in_both_languages(kind: str) -> None:
    for key, text in CODES[kind].items():
        assert text.zh
        assert text.en
        assert not _CHINESE.search(text.en)
        assert code_text(kind, key, "zh") == text.zh


def test_key_without_words_is_not_shown() -> None:
    assert code_text("reason", "some-new-reason", "zh") == "原因不详"
    assert code_text("reason", "some_new_reason", "en") == "for a reason that is not stated"


def test_reason_that_is_a_text_is_shown_as_it_is() -> None:
    assert code_text("reason", "系统错误 5", "zh") == "系统错误 5"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_severities_have_names(language: Language) -> None:
    assert len({phrase(f"severity.{s}", language) for s in SEVERITIES}) == 3


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_key_leaks_into_any_output(language: Language) -> None:
    run = sample_run(language, statistics=True, verbose=True)

    for output in (plain(run), shown(run, 160)):
        words = set(re.findall(r"[a-z_]+(?:\.[a-z_]+)+", output))
        assert words <= {"qingshi.txt", "liuhe.docx", "songling.html", "scan.pdf", "notice.md"}
        assert "labels-guessed" not in output
        assert "cell-invalid" not in output
        assert not re.search(r"[{}]", output)


def test_items_are_listed_as_the_language_does() -> None:
    assert listed(["甲", "乙"], "zh") == "甲、乙"
    assert listed(["a", "b"], "en") == "a, b"
