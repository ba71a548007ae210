"""What is decided already about the findings of a run: configurations and baselines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.failures import Stopped
from linter.cli.planning import Assignment, Planned
from linter.cli.rule_loading import as_seen, line_of
from linter.cli.wording import say
from linter.corpus.checking import rules_of
from linter.corpus.discovery import absolute
from linter.model.finding import FileResult
from linter.model.rule import Language
from linter.records import record
from linter.reporting.run import Disabled
from linter.selection import rule_named

if TYPE_CHECKING:
    from linter.configuration.model import Configuration
    from linter.corpus.settlement import ConfiguredSuppressions
    from linter.suppression.baseline import Baseline, KnownFile


@record
class Settled:
    """The results of the files, and those of configurations, each with what fails it.

    ``fixed`` counts findings of baselines that are not found any more, ``written`` those that
    a baseline was written with; it is None where none was.
    """

    results: tuple[FileResult, ...]
    configurations: tuple[tuple[FileResult, str], ...] = ()
    fixed: int = 0
    written: int | None = None


def settled(plan: Planned, results: Iterable[FileResult], write_baseline: str | None) -> Settled:
    """``results`` after what is suppressed; writes the baseline ``write_baseline``."""
    pairs = zip(plan.assignments, results, strict=True)
    if not _anything(plan) and write_baseline is None:
        return Settled(tuple(result for _, result in pairs))
    settling = _Settling(plan, write_baseline)
    after = [settling.result(assignment, result) for assignment, result in pairs]
    written = None
    if write_baseline is not None:
        after, written = settling.written(after, Path(write_baseline))
    own = tuple(settling.of_configurations())
    return Settled(tuple(after), own, settling.fixed(), written)


def _anything(plan: Planned) -> bool:
    return any(one.configuration.suppress or one.baseline for one in plan.assignments)


def disabled(plan: Planned) -> tuple[Disabled, ...]:
    """The rules that the configurations of a run switch off by name, each reason once."""
    entries = dict.fromkeys(
        (entry, one.plan.packs) for one in plan.assignments for entry in one.configuration.disable
    )
    named = (
        Disabled(rule_named(entry.rule, rules_of(packs).whole().rules.values()).id, entry.reason)
        for entry, packs in entries
    )
    return tuple(dict.fromkeys(named))


class _Settling:
    """The state of one run: which entries were used, what a baseline still knows."""

    def __init__(self, plan: Planned, write_baseline: str | None) -> None:
        self._plan = plan
        target = None if write_baseline is None else absolute(write_baseline)
        self._previous = _known_files(target, plan.language, must_exist=False)
        self._target = target
        self._suppressions = dict(self._configured())
        self._baselines = dict(self._of_files())

    def _configured(self) -> Iterator[tuple[Configuration, ConfiguredSuppressions]]:
        from linter.cli.rule_choice import choice_of
        from linter.corpus.settlement import ConfiguredSuppressions, Governed
        from linter.selection import selected

        plans = {one.configuration: one.plan for one in self._plan.assignments}
        for configuration, plan in plans.items():
            if configuration.suppress:
                known = rules_of(plan.packs).whole().rules
                chosen = selected(known.values(), (choice_of(configuration),))
                governed = Governed(configuration, known, chosen, plan.rules)
                yield (
                    configuration,
                    ConfiguredSuppressions(governed, self._plan.territory, self._plan.today),
                )

    def _of_files(self) -> Iterator[tuple[Path, Baseline]]:
        from linter.suppression.baseline import Baseline

        for file in dict.fromkeys(one.baseline for one in self._plan.assignments):
            if file is not None:
                new = file == self._target
                known = _known_files(file, self._plan.language, must_exist=not new)
                paths = {_from(file, one) for one in self._plan.assignments}
                yield file, Baseline(known, paths)

    def result(self, assignment: Assignment, result: FileResult) -> FileResult:
        """One result after what its configuration and its baseline suppress."""
        if suppressions := self._suppressions.get(assignment.configuration):
            result = suppressions.applied(result, assignment.source.path)
        if assignment.baseline is not None:
            path = _from(assignment.baseline, assignment)
            rules = assignment.plan.rules
            result = self._baselines[assignment.baseline].applied(result, path, rules)
        return result

    def fixed(self) -> int:
        return sum(baseline.fixed for baseline in self._baselines.values())

    def of_configurations(self) -> Iterator[tuple[FileResult, str]]:
        """A result for each configuration whose suppressions do not serve any more."""
        fail_on = {one.configuration: one.fail_on for one in self._plan.assignments}
        for configuration, suppressions in self._suppressions.items():
            findings = suppressions.findings()
            if findings and configuration.file is not None:
                result = FileResult(as_seen(configuration.file), "checked", findings)
                yield result, fail_on[configuration]

    def written(self, results: Sequence[FileResult], file: Path) -> tuple[list[FileResult], int]:
        """Writes all findings into ``file``; the results without them, and how many they are."""
        from linter.atomic_file import write_atomically
        from linter.file_errors import file_error
        from linter.suppression.baseline import can_be_known, renewed, with_known
        from linter.suppression.baseline_file import baseline_text

        pairs = list(zip(self._plan.assignments, results, strict=True))
        named = [(_from(absolute(file), a), r, a.plan.rules) for a, r in pairs]
        files = renewed(self._previous, named, lambda path: (file.parent / path).exists())
        try:
            write_atomically(file, baseline_text(files).encode())
        except OSError as error:
            language = self._plan.language
            reason = file_error(error).in_language(language)
            message = say("error.output", language, path=file, reason=reason)
            raise Stopped(message, language) from error
        after = [
            with_known(
                result,
                [f for f in result.findings if not can_be_known(f)],
                [f for f in result.findings if can_be_known(f)],
            )
            if result.status == "checked"
            else result
            for result in results
        ]
        return after, sum(number for one in files for number in one.findings.values())


def _known_files(
    file: Path | None, language: Language, *, must_exist: bool
) -> tuple[KnownFile, ...]:
    from linter.suppression.baseline_file import BaselineError, read_baseline

    if file is None or not (must_exist or file.exists()):
        return ()
    try:
        return read_baseline(file)
    except BaselineError as error:
        problem = error.problem
        details = [line_of(file, problem.line, 1, problem.message, language)]
        raise Stopped(say("error.baseline", language), language, details) from error


def _from(baseline: Path, assignment: Assignment) -> str:
    """The path of a file from the folder of a baseline, with slashes."""
    path = os.path.relpath(assignment.source.path, baseline.parent)
    return path.replace(os.sep, "/")
