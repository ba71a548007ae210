"""Which rules a run applies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.model.rule import Rule
from linter.nearest_name import nearest
from linter.records import record

EVERY_RULE = "ALL"

# Rules about input say that a file could not be checked: no selection may hide that.
INPUT_FAMILY = "E9"


class UnknownRule(Exception):
    """``name`` selects no rule; ``nearest`` is the id or slug most like it, or None."""

    def __init__(self, name: str, nearest: str | None) -> None:
        super().__init__(name)
        self.name = name
        self.nearest = nearest


@record
class Choice:
    """What one place (the configuration, the command line) selects and ignores.

    Each name is an id, the beginning of ids (``A3``), a slug or ``ALL``. ``select`` is None
    where the place leaves the choice to others.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()


def selected(rules: Iterable[Rule], choices: Sequence[Choice]) -> frozenset[str]:
    """The ids to apply when each of ``choices`` overrides those before it.

    A choice that selects starts anew; what it ignores is taken off. A name that no rule
    has stands for nothing. Rules about input (E9xx) always stay.
    """
    known = tuple(rules)
    ids = {rule.id for rule in known}
    for choice in choices:
        if choice.select is not None:
            ids = _all_named(choice.select, known)
        ids -= _all_named(choice.ignore, known)
    return frozenset(ids.union(rule.id for rule in known if rule.id.startswith(INPUT_FAMILY)))


def require_known(names: Iterable[str], rules: Iterable[Rule]) -> None:
    """Raises :class:`UnknownRule` for the first of ``names`` that stands for no rule."""
    known = tuple(rules)
    for name in names:
        if not _named(name, known):
            raise _unknown(name, known)


def rule_named(name: str, rules: Iterable[Rule]) -> Rule:
    """The one rule with this id or slug, letter case aside. Raises :class:`UnknownRule`."""
    known = tuple(rules)
    for rule in known:
        if name.upper() == rule.id or name.lower() == rule.slug:
            return rule
    raise _unknown(name, known)


def _all_named(names: Iterable[str], rules: Sequence[Rule]) -> set[str]:
    return {rule for name in names for rule in _named(name, rules)}


def _named(name: str, rules: Sequence[Rule]) -> set[str]:
    """The ids that ``name`` stands for, letter case aside."""
    upper, lower = name.upper(), name.lower()
    if upper == EVERY_RULE:
        return {rule.id for rule in rules}
    return {
        rule.id for rule in rules if rule.slug == lower or (upper and rule.id.startswith(upper))
    }


def _unknown(name: str, rules: Sequence[Rule]) -> UnknownRule:
    names = [rule.id for rule in rules] + [rule.slug for rule in rules]
    return UnknownRule(name, nearest(name, names))
