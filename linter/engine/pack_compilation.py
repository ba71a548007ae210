"""Packs made into rules: everything that is done once, when a pack has changed."""

from __future__ import annotations

from collections.abc import Sequence

from linter.engine import pack_wording
from linter.engine.mistakes import PackError, PackErrors
from linter.engine.pack_rules import pack_rules
from linter.engine.pack_shape import shape_errors
from linter.engine.pack_source import PackSource, read_pack
from linter.model.rule import Rule


def compile_packs(files: Sequence[tuple[str, bytes]]) -> list[Rule]:
    """The rules of all packs, given as names and contents of their files.

    Raises :class:`PackErrors` with every mistake of every pack.
    """
    errors: list[PackError] = []
    rules: list[Rule] = []
    sources: list[PackSource] = []
    for file, content in files:
        try:
            source = read_pack(file, content)
        except PackErrors as unreadable:
            errors += unreadable.errors
            continue
        wrong = shape_errors(source)
        errors += wrong
        if not wrong:
            sources.append(source)
            rules += pack_rules(source, errors)
    errors += _duplicates(sources)
    if errors:
        raise PackErrors(errors)
    return rules


def _duplicates(sources: Sequence[PackSource]) -> list[PackError]:
    """Ids and slugs are unique over all packs: the later rule is the one in error."""
    errors = []
    first: dict[tuple[str, str], str] = {}
    for source in sources:
        for number, data in enumerate(source.data["rule"]):
            path = ("rule", number)
            place = f"{source.file}:{source.line(path)}"
            for key in ("id", "slug"):
                earlier = first.setdefault((key, data[key]), place)
                if earlier != place:
                    message = pack_wording.duplicate(key, data[key], earlier)
                    errors.append(source.error((*path, key), message))
    return errors
