"""What a configuration says about rules and cells that it may not, or that there are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.configuration import wording
from linter.configuration.model import Configuration, ConfigurationProblem
from linter.configuration.source import read_source
from linter.forms import EDITIONS, load_form
from linter.model.rule import Rule, Text
from linter.nearest_name import nearest
from linter.selection import (
    UnknownRule,
    ids_named,
    is_about_the_run,
    is_whole_name,
    require_known,
    rule_named,
)
from linter.suppression.matching import covers

_Place = tuple[str | int, ...]


def misnamed(configuration: Configuration, rules: Iterable[Rule]) -> Iterator[ConfigurationProblem]:
    """The mistakes in what ``configuration`` ignores, disables and suppresses.

    Names in ``select`` and ``ignore`` that nobody knows are for others to tell.
    """
    if not (configuration.file and _says_anything(configuration)):
        return
    known = tuple(rules)
    source = read_source(configuration.file)
    off = {entry.rule for entry in configuration.disable}
    protected = [
        rule for rule in known if rule.protected and not any(is_whole_name(n, rule) for n in off)
    ]
    for place, message in (
        *_ignored(configuration, protected),
        *_disabled(configuration, known),
        *_suppressed(configuration, known, protected),
    ):
        yield source.problem(place, message)


def _says_anything(configuration: Configuration) -> bool:
    return bool(configuration.ignore or configuration.disable or configuration.suppress)


def _ignored(
    configuration: Configuration, protected: Sequence[Rule]
) -> Iterator[tuple[_Place, Text]]:
    for number, name in enumerate(configuration.ignore):
        covered = sorted(ids_named((name,), protected))
        if covered:
            yield ("ignore", number), wording.ignores_protected(name, covered)


def _disabled(configuration: Configuration, known: Sequence[Rule]) -> Iterator[tuple[_Place, Text]]:
    for number, entry in enumerate(configuration.disable):
        place = ("disable", number, "rule")
        try:
            rule = rule_named(entry.rule, known)
        except UnknownRule as error:
            yield place, wording.no_whole_name(entry.rule, error.nearest)
            continue
        if is_about_the_run(rule.id):
            yield place, wording.not_to_be_hidden(entry.rule)


def _suppressed(
    configuration: Configuration, known: Sequence[Rule], protected: Sequence[Rule]
) -> Iterator[tuple[_Place, Text]]:
    for number, entry in enumerate(configuration.suppress):
        narrow = bool(entry.cells) and all(_names_a_row(cell) for cell in entry.cells)
        for position, name in enumerate(entry.rules):
            place = ("suppress", number, "rules", position)
            try:
                require_known((name,), known)
            except UnknownRule as error:
                yield place, wording.unknown_rule("rules", name, error.nearest)
                continue
            if all(map(is_about_the_run, ids_named((name,), known))):
                yield place, wording.not_to_be_hidden(name)
            covered = [rule for rule in protected if rule.id in ids_named((name,), protected)]
            if covered and not (narrow and any(is_whole_name(name, rule) for rule in covered)):
                yield place, wording.suppresses_protected(name, [rule.id for rule in covered])
        for position, cell in enumerate(entry.cells):
            yield from _unknown_cell(("suppress", number, "cells", position), cell)


def _names_a_row(cell: str) -> bool:
    """Whether the table and the row (or group of rows) are said and not left open."""
    table, _, rest = cell.partition(".")
    return bool(rest) and not set(table + rest.split(".")[0]) & set("*?[")


def _unknown_cell(place: _Place, cell: str) -> Iterator[tuple[_Place, Text]]:
    known = dict.fromkeys(path for edition in EDITIONS for path in load_form(edition).labels)
    # Sections may be added by packs.
    if not cell.startswith("sections.") and not any(covers(cell, path) for path in known):
        yield place, wording.no_such_cell(cell, nearest(cell, known))
