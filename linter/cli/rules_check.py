"""``nianbao rules check``: rule packs validated, their examples tried."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from linter.cli.arguments import Arguments
from linter.cli.exit_status import ExitStatus
from linter.cli.failures import Stopped
from linter.cli.language import DEFAULT
from linter.cli.rule_loading import line_of
from linter.cli.streams import write_out
from linter.cli.wording import say
from linter.corpus.discovery import absolute
from linter.model.rule import Language
from linter.reporting.quoting import path_text


def rules_check(arguments: Arguments, stated: Language | None) -> ExitStatus:
    """Prints what is wrong with the packs and their examples, and how much there was."""
    language = stated or DEFAULT
    folders = [absolute(operand) for operand in arguments.operands]
    _require_packs(arguments.operands, folders, language)
    wrong, verdict = _checked(folders, language)
    lines = wrong if arguments.quiet else [*wrong, verdict]
    write_out("".join(f"{line}\n" for line in lines), language)
    return ExitStatus.FINDINGS if wrong else ExitStatus.CLEAN


def _require_packs(operands: Sequence[str], folders: Sequence[Path], language: Language) -> None:
    for operand, folder in zip(operands, folders, strict=True):
        if not folder.is_dir():
            message = say("error.no_pack_folder", language, path=path_text(operand))
            raise Stopped(message, language)
        if not any(folder.glob("*.toml")):
            raise Stopped(say("error.no_packs", language, path=path_text(operand)), language)


def _checked(folders: Sequence[Path], language: Language) -> tuple[list[str], str]:
    """A line for everything that is wrong, and how it went as a whole."""
    from linter.engine.packs import PackErrors, load_rules
    from linter.pack_trial import tried

    try:
        rules = load_rules(folders)
    except PackErrors as errors:
        lines = [
            line_of(Path(error.file), error.line, error.column, error.message, language)
            for error in errors.errors
        ]
        return lines, say("trial.wrong_packs", language, count=len(lines))
    trial = tried(rules, folders)
    lines = []
    for problem in trial.problems:
        file, line, column = problem.origin.rsplit(":", 2)
        lines.append(line_of(Path(file), int(line), int(column), problem.message, language))
    verdict = say(
        "trial.failed" if lines else "trial.passed",
        language,
        rules=trial.rules,
        changes=trial.changes,
        editions=trial.editions,
        examples=trial.examples,
        count=len(lines),
    )
    return lines, verdict
