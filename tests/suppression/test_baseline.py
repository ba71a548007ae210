"""A baseline knows findings by their content, counts them, and is brought up to date."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from linter.fingerprints import finding_fingerprint
from linter.model.finding import FileResult, Finding, Suppressed
from linter.model.report import Report
from linter.suppression.baseline import Baseline, KnownFile, renewed

RULES = frozenset({"T209", "A301", "E908", "E951"})


def _finding(rule: str = "T209", text: str = "甲") -> Finding:
    return Finding(rule, "info", facts={"text": text})


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding_fingerprint(finding)


def _report(issuer: str | None = "石泉镇人民政府") -> Report:
    return Report("2021", 2023, "标题", issuer, None, {}, {}, {})


def _result(*findings: Finding, report: Report | None = None) -> FileResult:
    return FileResult("a.txt", "checked", findings, report or _report())


def _known(path: str, *findings: Finding, report: tuple[str, ...] | None = None) -> KnownFile:
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        counts[_key(finding)] = counts.get(_key(finding), 0) + 1
    return KnownFile(path, report, counts)


def _applied(
    baseline: Baseline, result: FileResult, path: str = "a.txt", rules: Collection[str] = RULES
) -> tuple[list[str], list[str]]:
    """The words of the findings that count, and of those that are known."""
    after = baseline.applied(result, path, rules)
    known = [one.finding for one in after.suppressed if one.by == "baseline"]
    return [str(f.facts["text"]) for f in after.findings], [str(f.facts["text"]) for f in known]


def test_known_findings_are_suppressed_and_others_stay() -> None:
    baseline = Baseline([_known("a.txt", _finding(text="甲"))], {"a.txt"})
    result = _result(_finding(text="甲"), _finding(text="乙"))
    assert _applied(baseline, result) == (["乙"], ["甲"])
    assert baseline.fixed == 0


def test_equal_findings_are_counted() -> None:
    baseline = Baseline([_known("a.txt", _finding(), _finding())], {"a.txt"})
    assert _applied(baseline, _result(*[_finding()] * 3)) == (["甲"], ["甲", "甲"])


def test_what_is_not_found_any_more_is_counted() -> None:
    known = _known("a.txt", _finding(), _finding(), _finding(text="乙"))
    baseline = Baseline([known], {"a.txt"})
    assert _applied(baseline, _result(_finding())) == ([], ["甲"])
    assert baseline.fixed == 2


def test_what_is_suppressed_otherwise_is_not_mended() -> None:
    baseline = Baseline([_known("a.txt", _finding())], {"a.txt"})
    suppressed = Suppressed(_finding(), "inline", "存档")
    result = FileResult("a.txt", "checked", (), _report(), suppressed=(suppressed,))
    assert baseline.applied(result, "a.txt", RULES) == result
    assert baseline.fixed == 0


def test_a_rule_that_was_not_applied_is_not_mended() -> None:
    baseline = Baseline([_known("a.txt", _finding())], {"a.txt"})
    assert _applied(baseline, _result(), rules={"A301"}) == ([], [])
    assert baseline.fixed == 0


def test_a_file_that_could_not_be_checked_is_left_alone() -> None:
    baseline = Baseline([_known("a.txt", _finding("E901"))], {"a.txt"})
    result = FileResult("a.txt", "unreadable", (_finding("E901"),))
    assert baseline.applied(result, "a.txt", RULES) is result
    assert baseline.fixed == 0


def test_a_file_is_known_by_its_path_and_in_another_place_by_its_report() -> None:
    identity = ("石泉镇人民政府", "2023", "标题")
    known = _known("old/a.txt", _finding(), report=identity)
    assert _applied(Baseline([known], {"new/b.txt"}), _result(_finding()), "new/b.txt") == (
        [],
        ["甲"],
    )
    other = _result(_finding(), report=_report("云泉镇人民政府"))
    assert _applied(Baseline([known], {"b.txt"}), other, "b.txt") == (["甲"], [])
    nameless = _result(_finding(), report=_report(None))
    assert _applied(Baseline([known], {"b.txt"}), nameless, "b.txt") == (["甲"], [])


def test_a_file_that_is_checked_where_it_was_has_not_moved() -> None:
    known = _known("a.txt", _finding(), report=("石泉镇人民政府", "2023", "标题"))
    baseline = Baseline([known], {"a.txt", "copy.txt"})
    assert _applied(baseline, _result(_finding()), "copy.txt") == (["甲"], [])


def test_one_known_file_stands_for_one_file_only() -> None:
    known = _known("old.txt", _finding(), report=("石泉镇人民政府", "2023", "标题"))
    baseline = Baseline([known], {"a.txt", "b.txt"})
    assert _applied(baseline, _result(_finding()), "a.txt") == ([], ["甲"])
    assert _applied(baseline, _result(_finding()), "b.txt") == (["甲"], [])


def _renewed(
    previous: Sequence[KnownFile],
    *results: tuple[str, FileResult],
    there: Collection[str] = (),
    rules: Collection[str] = RULES,
) -> dict[str, KnownFile]:
    found = [(path, result, rules) for path, result in results]
    return {file.path: file for file in renewed(previous, found, lambda path: path in there)}


def test_a_baseline_holds_what_is_found_and_what_it_knew_of_that() -> None:
    known = Suppressed(_finding(text="乙"), "baseline")
    other = Suppressed(_finding(text="丙"), "inline", "存档")
    result = FileResult("b.txt", "checked", (_finding(),), _report(), suppressed=(known, other))
    files = _renewed([], ("b.txt", result), ("a.txt", _result(_finding(), _finding())))
    assert list(files) == ["a.txt", "b.txt"]
    assert files["a.txt"].findings == {_key(_finding()): 2}
    assert files["b.txt"].findings == {_key(_finding()): 1, _key(_finding(text="乙")): 1}
    assert files["b.txt"].report == ("石泉镇人民政府", "2023", "标题")


def test_findings_about_input_and_suppressions_are_never_known() -> None:
    result = _result(_finding("E908"), _finding("E951"))
    unreadable = FileResult("b.txt", "unreadable", (_finding("E901"),))
    assert _renewed([], ("a.txt", result), ("b.txt", unreadable)) == {}


def test_files_that_were_not_checked_stay_as_long_as_they_are_there() -> None:
    previous = [_known("gone.txt", _finding()), _known("there.txt", _finding())]
    assert list(_renewed(previous, there={"there.txt"})) == ["there.txt"]


def test_so_does_a_file_that_could_not_be_checked_this_time() -> None:
    previous = [_known("a.txt", _finding())]
    unreadable = FileResult("a.txt", "unreadable", (_finding("E901"),))
    assert _renewed(previous, ("a.txt", unreadable), there={"a.txt"}) == {"a.txt": previous[0]}


def test_a_checked_file_has_what_was_found_and_what_was_not_looked_for() -> None:
    previous = [_known("a.txt", _finding(text="乙"), _finding("A301"))]
    files = _renewed(previous, ("a.txt", _result(_finding())), rules={"T209"}, there={"a.txt"})
    assert files["a.txt"].findings == {_key(_finding()): 1, _key(_finding("A301")): 1}


def test_a_file_without_findings_any_more_goes() -> None:
    previous = [_known("a.txt", _finding())]
    assert _renewed(previous, ("a.txt", _result()), there={"a.txt"}) == {}
