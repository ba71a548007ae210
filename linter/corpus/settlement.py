"""What the configurations of a run suppress, and whether their entries still serve."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from linter.configuration.model import Configuration
from linter.corpus.exclusion import Exclusion
from linter.corpus.territory import Territory
from linter.model.finding import FileResult, Finding, Suppressed
from linter.model.place import Place
from linter.model.rule import Rule
from linter.records import mutable_record, record, replace
from linter.selection import ids_named, is_about_the_run
from linter.suppression import findings as told
from linter.suppression.entry import Suppression
from linter.suppression.matching import is_about


@record
class Governed:
    """How one configuration governs files.

    ``known`` are all rules, ``chosen`` the ids that it selects, ``applied`` those that the
    command line leaves of them.
    """

    configuration: Configuration
    known: Mapping[str, Rule]
    chosen: frozenset[str]
    applied: frozenset[str]


@mutable_record
class _Entry:
    """One entry, with what the run has shown: whether it was ``used``, and ``judged`` at all."""

    stated: Suppression
    rules: frozenset[str]
    files: Exclusion
    expired: bool
    used: bool = False
    judged: bool = True

    def covers(self, path: Path, root: Path) -> bool:
        return not self.stated.files or self.files.covers(path, root)

    def suppresses(self, finding: Finding) -> bool:
        return (
            not self.expired
            and finding.rule in self.rules
            and not is_about_the_run(finding.rule)
            and is_about(finding, self.stated.cells)
        )


class ConfiguredSuppressions:
    """The entries of one configuration, applied to the results that it governs."""

    def __init__(self, governed: Governed, territory: Territory, today: datetime.date) -> None:
        self._governed = governed
        self._territory = territory
        self._files = 0
        self._entries = list(self._stated(governed, today))

    def _stated(self, governed: Governed, today: datetime.date) -> Iterator[_Entry]:
        file = governed.configuration.file
        base = file.parent if file else Path()
        names = tuple(governed.known.values())
        for entry in governed.configuration.suppress:
            expired = entry.until is not None and entry.until < today
            rules = ids_named(entry.rules, names)
            yield _Entry(entry, rules, Exclusion(entry.files, base), expired)

    def applied(self, result: FileResult, path: Path) -> FileResult:
        """``result`` of the file at ``path`` after the suppressions."""
        self._files += 1
        root = self._territory.root_of(path)
        entries = [entry for entry in self._entries if entry.covers(path, root)]
        for entry in entries:
            wanted = entry.rules & self._governed.chosen
            if result.status != "checked" or not wanted <= self._governed.applied:
                entry.judged = False
        if not entries or result.status != "checked":
            return result
        for suppressed in result.suppressed:
            _suppressing(suppressed.finding, entries)
        kept: list[Finding] = []
        found: list[Suppressed] = []
        for finding in result.findings:
            suppressing = _suppressing(finding, entries)
            if suppressing is None:
                kept.append(finding)
            else:
                stated = suppressing.stated
                by_hand = Suppressed(finding, "configuration", stated.reason, stated.until)
                found.append(by_hand)
        return replace(result, findings=tuple(kept), suppressed=(*result.suppressed, *found))

    def findings(self) -> tuple[Finding, ...]:
        """What is found about the entries themselves, in their order."""
        if not self._files:
            return ()
        known = {key: self._governed.known[key] for key in self._governed.applied}
        return tuple(finding for entry in self._entries for finding in self._of(entry, known))

    def _of(self, entry: _Entry, known: Mapping[str, Rule]) -> Iterable[Finding]:
        stated = entry.stated
        place = Place(line=stated.line, column=1)
        if entry.expired and stated.until and entry.rules & known.keys():
            return told.expired(stated.rules, stated.until, place, known)
        if entry.expired or entry.used or not entry.judged:
            return ()
        file = self._governed.configuration.file
        if file is None or not self._territory.holds(stated.files, file.parent):
            return ()
        return told.unused(stated.rules, place, known)


def _suppressing(finding: Finding, entries: Sequence[_Entry]) -> _Entry | None:
    """The first entry that suppresses ``finding``; all that do are used."""
    suppressing = [entry for entry in entries if entry.suppresses(finding)]
    for entry in suppressing:
        entry.used = True
    return suppressing[0] if suppressing else None
