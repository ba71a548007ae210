"""The example report of an edition, and what a rule's examples make of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from linter.forms import EDITIONS, example_text
from linter.model.place import Place
from linter.model.rule import Example, Rule, Text

if TYPE_CHECKING:
    from linter.engine.packs import RuleSet
    from linter.model.finding import FileResult

NAME = "example.md"
"""The name under which the example report is read; its content is Markdown."""


class ExampleMistake(Exception):
    """An example that does not fit the example report; ``message`` tells the rule's author."""

    def __init__(self, rule: Rule, zh: str, en: str) -> None:
        self.message = Text(f"{rule.id}的示例：{zh}", f"example of {rule.id}: {en}")
        super().__init__(self.message.en)


def example_report(edition: str) -> str:
    """The consistent report of an invented office on the form of ``edition``, in Markdown."""
    return example_text(edition)


def example_source(rule: Rule, example: Example) -> bytes:
    """The example report of the example's edition with the example's changes, in UTF-8.

    Cells are set first, then pieces of text replaced. Raises :class:`ExampleMistake` where a
    cell is not in the report, a piece is not there exactly once, or the example stands for a
    whole file of its own.
    """
    if example.file is not None:
        raise ExampleMistake(
            rule, f"文件“{example.file}”不是示例报告", f"“{example.file}” is no example report"
        )
    source = _with_cells(rule, example)
    for old, new in example.edit:
        count = source.count(old)
        if count != 1:
            raise ExampleMistake(
                rule,
                f"“{old}”在示例报告中应出现一次，实际{count}次",
                f"“{old}” must stand in the example report once, not {count} times",
            )
        source = source.replace(old, new)
    return source.encode()


def example_result(rule: Rule, example: Example, rules: RuleSet) -> FileResult:
    """What a check of the example finds, by a rule that is off, too.

    Raises as :func:`example_source` does.
    """
    from linter.pipeline import check_bytes
    from linter.structure.reading import AUTO

    with_rule = rules.only({*rules.rules, rule.id})
    # A national edition shows by itself; one of a pack may hold only where it is asked for.
    edition = AUTO if example.edition in EDITIONS else example.edition
    return check_bytes(example_source(rule, example), NAME, with_rule, edition)


def _with_cells(rule: Rule, example: Example) -> str:
    lines = example_report(example.edition).split("\n")
    places = _places(example.edition) if example.set else {}
    for path, value in example.set.items():
        place = places.get(path)
        if place is None or place.line is None or place.cell is None:
            raise ExampleMistake(
                rule, f"示例报告中没有单元格{path}", f"the example report has no cell {path}"
            )
        # A row of the example begins with a bar, so that its cells count from 1.
        cells = lines[place.line - 1].split("|")
        cells[place.cell] = "" if value is None else str(value)
        lines[place.line - 1] = "|".join(cells)
    return "\n".join(lines)


@cache
def _places(edition: str) -> dict[str, Place]:
    """Where each cell of the example report stands in its Markdown."""
    from linter.pipeline import read_report

    report = read_report(example_report(edition).encode(), NAME, edition)
    return {path: value.place for path, value in report.values.items()}
