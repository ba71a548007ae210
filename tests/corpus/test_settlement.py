"""What the entries of a configuration suppress, and what is said of those that do not serve."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from pathlib import Path

import pytest

from linter.configuration.model import Configuration
from linter.corpus.settlement import ConfiguredSuppressions, Governed
from linter.corpus.territory import Territory
from linter.model.finding import FileResult, Finding, Ref, Suppressed
from linter.model.place import Place
from linter.suppression.entry import Suppression
from linter.suppression.matching import is_about
from tests.product import rules

BASE = Path("/reports")
KNOWN = rules().rules
TODAY = datetime.date(2025, 6, 1)
GRANTED = "applications.granted.natural_person"


def _finding(rule: str = "T209", **facts: object) -> Finding:
    return Finding(rule, "info", **facts)  # type: ignore[arg-type]


def _suppressions(
    *entries: Suppression,
    searched: bool = True,
    applied: Collection[str] = KNOWN,
    chosen: Collection[str] = KNOWN,
    files: Collection[str] = ("2023/a.txt",),
) -> ConfiguredSuppressions:
    configuration = Configuration(BASE / "nianbao.toml", suppress=entries)
    governed = Governed(configuration, KNOWN, frozenset(chosen), frozenset(applied))
    territory = Territory([BASE / file for file in files], [BASE] if searched else [])
    return ConfiguredSuppressions(governed, territory, TODAY)


def _outcome(
    suppressions: ConfiguredSuppressions, *findings: Finding, path: str = "2023/a.txt"
) -> tuple[list[str], list[str]]:
    """The rules of the findings that count, and of those that are suppressed."""
    result = FileResult(path, "checked", findings)
    after = suppressions.applied(result, BASE / path)
    return [f.rule for f in after.findings], [one.finding.rule for one in after.suppressed]


def _own(suppressions: ConfiguredSuppressions) -> list[tuple[str, int | None]]:
    return [(finding.rule, finding.place.line) for finding in suppressions.findings()]


def test_an_entry_suppresses_findings_of_its_rules() -> None:
    until = datetime.date(2025, 12, 31)
    suppressions = _suppressions(Suppression(("T2", "S105"), "存档", until=until))
    result = FileResult("a.txt", "checked", (_finding("T209"), _finding("S104")))
    after = suppressions.applied(result, BASE / "2023/a.txt")
    assert after.findings == (_finding("S104"),)
    assert after.suppressed == (Suppressed(_finding("T209"), "configuration", "存档", until),)
    assert _own(suppressions) == []


@pytest.mark.parametrize(
    ("files", "there"),
    [(("2023/",), True), (("*.txt",), True), (("2022/",), False), (("*.txt", "!a.*"), False)],
)
def test_an_entry_may_be_for_some_files(files: tuple[str, ...], there: bool) -> None:
    suppressions = _suppressions(Suppression(("T209",), "存档", files))
    assert _outcome(suppressions, _finding()) == (([], ["T209"]) if there else (["T209"], []))


@pytest.mark.parametrize(
    ("cells", "about"),
    [
        ((), True),
        ((GRANTED,), True),
        (("applications.granted",), True),
        (("applications",), True),
        (("*.natural_person",), True),
        (("applications.*.natural_person",), True),
        (("review", "applications.gran*"), True),
        (("applications.granted.total",), False),
        (("applications.grant",), False),
        (("review",), False),
    ],
)
def test_an_entry_may_be_for_some_cells(cells: tuple[str, ...], about: bool) -> None:
    assert is_about(_finding(cells=("disclosure.fees.amount", GRANTED)), cells) is about
    assert is_about(_finding(facts={"about": Ref(GRANTED)}), cells) is about
    assert is_about(_finding(culprit=(GRANTED,)), cells) is about


def test_a_known_culprit_is_what_a_finding_is_about() -> None:
    finding = _finding(cells=("review.litigation_direct.total", GRANTED), culprit=(GRANTED,))
    assert not is_about(finding, ("review.litigation_direct",))
    assert not is_about(_finding(), ("review",))


def test_an_entry_holds_on_its_last_day_and_not_the_day_after() -> None:
    last = _suppressions(Suppression(("T209",), "存档", until=TODAY))
    assert _outcome(last, _finding()) == ([], ["T209"])
    before = TODAY - datetime.timedelta(days=1)
    over = _suppressions(Suppression(("T209",), "存档", until=before, line=7))
    assert _outcome(over, _finding()) == (["T209"], [])
    [expired] = over.findings()
    assert (expired.rule, expired.place) == ("E952", Place(line=7, column=1))
    assert expired.facts == {"rules": "T209", "until": before}


def test_findings_about_input_and_suppressions_are_never_suppressed() -> None:
    suppressions = _suppressions(Suppression(("ALL",), "存档"))
    findings = [_finding(rule) for rule in ("E908", "E951", "E953", "T209")]
    assert _outcome(suppressions, *findings) == (["E908", "E951", "E953"], ["T209"])


def test_an_entry_that_nothing_needed_is_unused() -> None:
    suppressions = _suppressions(Suppression(("T209", "label"), "存档", line=4))
    _outcome(suppressions, _finding("S104"))
    [unused] = suppressions.findings()
    assert (unused.rule, unused.place) == ("E951", Place(line=4, column=1))
    assert unused.facts == {"rules": "T209, label"}


def test_an_entry_for_files_that_there_are_not_is_unused() -> None:
    suppressions = _suppressions(Suppression(("T209",), "存档", ("2019/",), line=4))
    _outcome(suppressions)
    assert _own(suppressions) == [("E951", 4)]


def test_of_two_entries_for_one_finding_both_are_used() -> None:
    suppressions = _suppressions(Suppression(("T209",), "存档"), Suppression(("T2",), "旧系统"))
    assert _outcome(suppressions, _finding()) == ([], ["T209"])
    assert _own(suppressions) == []


def test_an_entry_is_used_by_what_a_comment_suppresses_already() -> None:
    suppressions = _suppressions(Suppression(("T209",), "存档"))
    by_comment = Suppressed(_finding(), "inline", "存档")
    result = FileResult("a.txt", "checked", (), suppressed=(by_comment,))
    assert suppressions.applied(result, BASE / "2023/a.txt") == result
    assert _own(suppressions) == []


def test_a_run_that_has_not_seen_all_files_says_nothing_of_unused_entries() -> None:
    suppressions = _suppressions(Suppression(("T209",), "存档"), searched=False)
    _outcome(suppressions)
    assert _own(suppressions) == []


def test_a_run_without_its_rules_says_nothing_of_an_entry() -> None:
    entry = Suppression(("T209", "S105"), "存档", until=datetime.date(2020, 1, 1))
    fresh = Suppression(("T209", "S105"), "存档")
    some = _suppressions(fresh, applied=KNOWN.keys() - {"S105"})
    none = _suppressions(entry, applied=KNOWN.keys() - {"T209", "S105"})
    for suppressions in (some, none):
        _outcome(suppressions)
        assert _own(suppressions) == []


def test_a_rule_that_the_configuration_ignores_itself_does_not_keep_an_entry_alive() -> None:
    chosen = KNOWN.keys() - {"T209"}
    suppressions = _suppressions(Suppression(("T209",), "存档"), chosen=chosen, applied=chosen)
    _outcome(suppressions)
    assert _own(suppressions) == [("E951", 1)]


def test_a_file_that_could_not_be_checked_may_need_an_entry() -> None:
    suppressions = _suppressions(Suppression(("T209",), "存档"))
    result = FileResult("2023/a.txt", "unreadable", (_finding("E901"),))
    assert suppressions.applied(result, BASE / "2023/a.txt") is result
    assert _own(suppressions) == []


def test_a_configuration_that_governs_no_file_is_not_judged() -> None:
    expired = Suppression(("T209",), "存档", until=datetime.date(2020, 1, 1))
    assert _own(_suppressions(expired, Suppression(("T209",), "存档"))) == []


@pytest.mark.parametrize("rule", ["E951", "E952"])
def test_what_is_said_of_entries_can_be_ignored(rule: str) -> None:
    expired = Suppression(("S105",), "存档", until=datetime.date(2020, 1, 1))
    suppressions = _suppressions(
        expired, Suppression(("T209",), "存档"), applied=KNOWN.keys() - {rule}
    )
    _outcome(suppressions)
    assert [found for found, _ in _own(suppressions)] == sorted({"E951", "E952"} - {rule})
