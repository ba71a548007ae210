"""Which rules a run applies."""

from __future__ import annotations

import pytest

from linter.model.rule import Example, Rule, Text
from linter.records import replace
from linter.selection import Choice, UnknownRule, require_known, rule_named, selected


def _rule(identifier: str, slug: str) -> Rule:
    text = Text("", "")
    example = Example(text, "2021")
    return Rule(identifier, slug, "error", None, ("2021",), "", text, text, text, example, example)


_RULES = [
    _rule("A301", "applications-balance"),
    _rule("A302", "results-total"),
    _rule("S101", "title-missing"),
    _rule("E901", "unreadable"),
]


def _ids(*choices: Choice) -> set[str]:
    return set(selected(_RULES, choices)) - {"E901"}


def test_without_a_choice_all_rules_hold() -> None:
    assert _ids() == _ids(Choice()) == {"A301", "A302", "S101"}


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("A301", {"A301"}),
        ("a301", {"A301"}),
        ("A", {"A301", "A302"}),
        ("A30", {"A301", "A302"}),
        ("title-missing", {"S101"}),
        ("Title-Missing", {"S101"}),
        ("ALL", {"A301", "A302", "S101"}),
        ("all", {"A301", "A302", "S101"}),
        ("title", set()),
        ("", set()),
    ],
)
def test_a_name_is_an_id_its_beginning_or_a_slug(name: str, ids: set[str]) -> None:
    assert _ids(Choice(select=(name,))) == ids


def test_nothing_selected_is_nothing_but_rules_about_input() -> None:
    assert selected(_RULES, [Choice(select=())]) == {"E901"}
    assert selected(_RULES, [Choice(ignore=("ALL",))]) == {"E901"}


def test_a_later_choice_starts_anew_only_if_it_selects() -> None:
    configuration = Choice(select=("A",), ignore=("A302",))
    assert _ids(configuration) == {"A301"}
    assert _ids(configuration, Choice(ignore=("A301",))) == set()
    assert _ids(configuration, Choice(select=("A302",))) == {"A302"}
    assert _ids(configuration, Choice(select=("ALL",), ignore=("A",))) == {"S101"}


def test_unknown_names_are_told_with_the_nearest() -> None:
    require_known(("A3", "title-missing", "ALL"), _RULES)
    with pytest.raises(UnknownRule) as caught:
        require_known(("A3", "titel-missing"), _RULES)
    assert (caught.value.name, caught.value.nearest) == ("titel-missing", "title-missing")
    with pytest.raises(UnknownRule) as caught:
        require_known(("zzzz",), _RULES)
    assert caught.value.nearest is None


def test_one_rule_is_named_in_full() -> None:
    assert rule_named("a301", _RULES).id == "A301"
    assert rule_named("TITLE-MISSING", _RULES).id == "S101"
    with pytest.raises(UnknownRule):
        rule_named("A30", _RULES)


_PREVIEW = replace(_rule("C501", "overview-length"), preview=True)
_OFF = replace(_rule("C502", "overview-limit"), enabled=False)
_PROTECTED = replace(_rule("A303", "row-total"), protected=True)
_UNUSED = _rule("E951", "suppression-unused")


def _chosen(*choices: Choice) -> set[str]:
    more = (_PREVIEW, _OFF, _PROTECTED, _UNUSED)
    return set(selected([*_RULES, *more], choices)) - {"E901", "A301", "A302", "S101"}


def test_preview_rules_run_where_they_are_asked_for() -> None:
    assert "C501" not in _chosen()
    assert "C501" in _chosen(Choice(preview=True))
    assert "C501" in _chosen(Choice(), Choice(preview=True))
    assert "C501" not in _chosen(Choice(select=("C5", "ALL")))
    assert "C501" in _chosen(Choice(select=("c501",)))
    assert "C501" in _chosen(Choice(select=("overview-length",)))
    assert "C501" not in _chosen(Choice(ignore=("C5",), preview=True))


def test_rules_that_are_not_enabled_run_where_they_are_named() -> None:
    assert "C502" not in _chosen(Choice(preview=True))
    assert "C502" not in _chosen(Choice(select=("C",)))
    assert "C502" in _chosen(Choice(select=("C502",)))


def test_protected_rules_are_off_by_name_only_where_the_choice_is_bound() -> None:
    for choice in (Choice(select=("S1",)), Choice(ignore=("A3",)), Choice(ignore=("A303",))):
        assert "A303" not in _chosen(choice)
        assert "A303" in _chosen(replace(choice, bound=True))
        assert "A303" not in _chosen(replace(choice, bound=True, disabled=("row-total",)))
    assert "A303" not in _chosen(Choice(bound=True), Choice(ignore=("A303",)))
    assert "A303" not in _chosen(Choice(bound=True), Choice(select=("S1",)))


def test_rules_about_suppressions_stay_until_they_are_ignored() -> None:
    assert _chosen(Choice(select=("S1",))) == {"E951"}
    assert _chosen(Choice(select=("S1",), ignore=("E951",))) == set()
    assert "E951" not in _chosen(Choice(ignore=("E951",)))
