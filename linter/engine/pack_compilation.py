"""Packs made into rules: everything that is done once, when a pack has changed."""

from __future__ import annotations

from collections.abc import Sequence

from linter.engine import pack_wording
from linter.engine.mistakes import PackError, PackErrors
from linter.engine.pack_changes import changed
from linter.engine.pack_editions import own_editions, require_rules
from linter.engine.pack_rules import RuleSource, compiled_rule, rule_sources
from linter.engine.pack_shape import shape_errors
from linter.engine.pack_source import PackSource, read_pack
from linter.engine.rule_set import RuleSet, rule_set_of
from linter.forms import EDITIONS


def compile_packs(files: Sequence[tuple[str, bytes]]) -> RuleSet:
    """The rules and editions of all packs, given as names and contents of their files.

    Raises :class:`PackErrors` with every mistake of every pack.
    """
    errors: list[PackError] = []
    packs = _packs(files, errors)
    own = own_editions(packs, errors)
    editions = (*EDITIONS, *(one.id for one in own))
    stated = [rule for pack in packs for rule in rule_sources(pack)]
    errors += _duplicates(stated)
    require_rules(packs, [name for rule in stated for name in (rule.id, rule.slug)], errors)
    sources = changed(stated, packs, editions, errors)
    rules = [compiled_rule(source, own, errors, editions) for source in sources]
    if errors:
        raise PackErrors(errors)
    return rule_set_of([rule for rule in rules if rule is not None], own)


def _packs(files: Sequence[tuple[str, bytes]], errors: list[PackError]) -> list[PackSource]:
    """The packs that are in order so far."""
    packs = []
    for file, content in files:
        try:
            source = read_pack(file, content)
        except PackErrors as unreadable:
            errors += unreadable.errors
            continue
        wrong = shape_errors(source)
        errors += wrong
        if not wrong:
            packs.append(source)
    return packs


def _duplicates(rules: Sequence[RuleSource]) -> list[PackError]:
    """Ids and slugs are unique over all packs: the later rule is the one in error."""
    errors = []
    first: dict[tuple[str, str], str] = {}
    for rule in rules:
        place = f"{rule.pack.file}:{rule.pack.line(rule.path)}"
        for key, name in (("id", rule.id), ("slug", rule.slug)):
            earlier = first.setdefault((key, name), place)
            if earlier != place:
                written = rule.pack.name((*rule.path, key))
                message = pack_wording.duplicate(written, name, earlier)
                errors.append(rule.pack.error((*rule.path, key), message))
    return errors
