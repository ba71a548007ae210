"""Which rules a run applies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.model.rule import Rule
from linter.nearest_name import nearest
from linter.records import record

EVERY_RULE = "ALL"

# Rules about input say that a file could not be checked: no selection may hide that.
INPUT_FAMILY = "E9"
# Rules about how findings are lived with: what is selected says nothing about them.
HOUSEKEEPING = "E95"


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
    where the place leaves the choice to others. ``preview`` asks for preview rules.
    ``disabled`` are ids or slugs switched off by name and with a reason. A ``bound`` choice
    has no other means to switch off protected rules.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    preview: bool = False
    disabled: tuple[str, ...] = ()
    bound: bool = False


def selected(rules: Iterable[Rule], choices: Sequence[Choice]) -> frozenset[str]:
    """The ids to apply when each of ``choices`` overrides those before it.

    A choice that selects starts anew; what it ignores is taken off. A name that no rule
    has stands for nothing. Preview rules and those that are not enabled run only where they
    are asked for: the former all together, each of them by its whole name. Rules about input
    (E9xx) always stay, those about suppressions (E95x) unless they are ignored.
    """
    known = tuple(rules)
    preview = any(choice.preview for choice in choices)
    awake = frozenset(rule.id for rule in known if _awake(rule, preview=preview))
    housekeeping = {rule.id for rule in known if rule.id.startswith(HOUSEKEEPING)}
    protected = awake.intersection(rule.id for rule in known if rule.protected)
    ids = set(awake)
    for choice in choices:
        kept = protected if choice.bound else frozenset()
        if choice.select is not None:
            ids = {*_asked_for(choice.select, known, awake), *housekeeping, *kept}
        ids -= ids_named(choice.ignore, known) - kept
        ids -= ids_named(choice.disabled, known)
    return frozenset(ids.union(rule.id for rule in known if _is_about_input(rule.id)))


def _awake(rule: Rule, *, preview: bool) -> bool:
    return rule.enabled and (preview or not rule.preview)


def _asked_for(names: Iterable[str], rules: Sequence[Rule], awake: frozenset[str]) -> set[str]:
    """The rules that ``names`` select, those that are not awake by their whole names only."""
    asked: set[str] = set()
    for name in names:
        whole = {rule.id for rule in rules if is_whole_name(name, rule)}
        asked |= whole or awake & ids_named((name,), rules)
    return asked


def is_about_the_run(rule: str) -> bool:
    """Whether the rule with this id is about input or suppressions, and not about a report."""
    return rule.startswith(INPUT_FAMILY)


def _is_about_input(rule: str) -> bool:
    return is_about_the_run(rule) and not rule.startswith(HOUSEKEEPING)


def is_whole_name(name: str, rule: Rule) -> bool:
    """Whether ``name`` is the rule's id or slug, letter case aside."""
    return name.upper() == rule.id or name.lower() == rule.slug


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
        if is_whole_name(name, rule):
            return rule
    raise _unknown(name, known)


def ids_named(names: Iterable[str], rules: Sequence[Rule]) -> frozenset[str]:
    """The ids of all rules that any of ``names`` stands for."""
    return frozenset(rule for name in names for rule in _named(name, rules))


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
