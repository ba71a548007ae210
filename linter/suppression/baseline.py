"""A baseline: findings that are known, so that an archive of old reports can adopt the check.

It is keyed by content (:mod:`linter.fingerprints`), never by line. A file is known by its path
from the baseline's folder; one that was moved, by the issuer, year and title of its report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from linter.fingerprints import finding_fingerprint, identity
from linter.model.finding import FileResult, Finding, Suppressed
from linter.records import record, replace
from linter.selection import is_about_the_run

Key = tuple[str, str]
"""A finding: its rule and its fingerprint."""


@record
class KnownFile:
    """The known findings of one file, equal ones counted; ``report`` as ``identity`` gives it."""

    path: str
    report: tuple[str, ...] | None
    findings: Mapping[Key, int]


class Baseline:
    """A baseline applied to the files of one run, one after the other.

    ``fixed`` counts its findings that were looked for and not found any more.
    """

    def __init__(self, files: Iterable[KnownFile], checked: Collection[str]) -> None:
        """``checked`` are the paths of all files of the run: these have not moved."""
        self.fixed = 0
        self._by_path = {file.path: file for file in files}
        self._moved: dict[tuple[str, ...], list[KnownFile]] = {}
        for file in self._by_path.values():
            if file.report is not None and file.path not in checked:
                self._moved.setdefault(file.report, []).append(file)

    def applied(self, result: FileResult, path: str, rules: Collection[str]) -> FileResult:
        """``result`` with what the baseline knows suppressed; ``rules`` are those applied."""
        if result.status != "checked":
            return result
        known = self._known(result, path)
        if known is None:
            return result
        left = Counter({key: n for key, n in known.findings.items() if key[0] in rules})
        kept: list[Finding] = []
        found: list[Finding] = []
        for finding in result.findings:
            (found if _taken(finding, left) else kept).append(finding)
        for suppressed in result.suppressed:
            _taken(suppressed.finding, left)
        self.fixed += left.total()
        return with_known(result, kept, found)

    def _known(self, result: FileResult, path: str) -> KnownFile | None:
        if path in self._by_path:
            return self._by_path[path]
        report = identity(result.report)
        moved = self._moved.get(tuple(report)) if report else None
        return moved.pop(0) if moved else None


def with_known(result: FileResult, kept: Iterable[Finding], known: Iterable[Finding]) -> FileResult:
    """``result`` with the findings ``kept``, and those ``known`` suppressed."""
    suppressed = (Suppressed(finding, "baseline") for finding in known)
    return replace(result, findings=tuple(kept), suppressed=(*result.suppressed, *suppressed))


def _taken(finding: Finding, left: Counter[Key]) -> bool:
    """Whether the baseline knows one more such finding, which is then used up."""
    key = _key(finding)
    if left[key] < 1:
        return False
    left[key] -= 1
    return True


def _key(finding: Finding) -> Key:
    return finding.rule, finding_fingerprint(finding)


def can_be_known(finding: Finding) -> bool:
    """Whether a baseline may hold a finding: not one about input or suppressions."""
    return not is_about_the_run(finding.rule)


def renewed(
    previous: Iterable[KnownFile],
    results: Iterable[tuple[str, FileResult, Collection[str]]],
    exists: Callable[[str], bool],
) -> tuple[KnownFile, ...]:
    """The baseline after a run: what was found in each file by its path.

    Each result comes with its path and the rules that were applied. What ``previous`` knows of
    other rules is kept, and so are files that were not checked, as long as they are there.
    """
    before = {file.path: file for file in previous}
    files: dict[str, KnownFile] = {}
    seen = set()
    for path, result, rules in results:
        if result.status != "checked":
            continue
        seen.add(path)
        old = before[path].findings if path in before else {}
        findings = Counter({key: n for key, n in old.items() if key[0] not in rules})
        known = (one.finding for one in result.suppressed if one.by == "baseline")
        findings.update(_key(f) for f in (*result.findings, *known) if can_be_known(f))
        if findings:
            report = identity(result.report)
            files[path] = KnownFile(path, tuple(report) if report else None, findings)
    files |= {path: file for path, file in before.items() if path not in seen and exists(path)}
    return tuple(files[path] for path in sorted(files))
