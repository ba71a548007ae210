"""What a check really says of the rejected example of a rule."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from linter.corpus.checking import Plan, Task, check_task
from linter.engine.packs import RuleSet
from linter.examples import NAME, example_result
from linter.model.rule import Language, Rule
from linter.reporting.plain import plain
from linter.reporting.run import Run
from tests.rules.input_files import DEFECT, built, circumstances


def rejected_output(rule: Rule, rules: RuleSet, language: Language) -> str | None:
    """What ``nianbao check --format plain`` prints; None for a defect of the program itself."""
    file = rule.rejected.file
    if file == DEFECT:
        return None
    if file is None:
        result = example_result(rule, rule.rejected, rules)
    else:
        with TemporaryDirectory() as folder, circumstances(file):
            path = built(file, Path(folder))
            result = check_task(Task(path, file, Plan((), frozenset(rules.rules))))
    return plain(Run((result,), rules.rules, language))


def rejected_name(rule: Rule) -> str:
    """The name of the file that is checked."""
    return rule.rejected.file or NAME
