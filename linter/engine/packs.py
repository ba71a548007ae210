"""The rule packs of a run: read from their folders, compiled once and kept in the cache."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.cache import Json, cached_as
from linter.engine import pack_wording
from linter.engine.mistakes import PackError, PackErrors
from linter.engine.rule_set import RuleSet, rules_as_data, rules_from_data
from linter.forms import EDITIONS, EditionClash, declare
from linter.model.rule import Text
from linter.resources import RULES, SCHEMAS

__all__ = ["PackError", "PackErrors", "RuleSet", "load_rules"]

MOST_PACKS = 200
LARGEST_PACK = 1024 * 1024

# The outcome depends on what compiles the packs as well, of which the version number tells
# nothing in a checkout.
_COMPILER = (
    "arithmetic.py",
    "chinese.py",
    "chinese_form.py",
    "code.py",
    "compilation.py",
    "conditions.py",
    "expressions.py",
    "form_names.py",
    "language.lark",
    "pack_changes.py",
    "pack_compilation.py",
    "pack_editions.py",
    "pack_names.py",
    "pack_rules.py",
    "pack_shape.py",
    "pack_source.py",
    "pack_terms.py",
    "pack_texts.py",
    "parameters.py",
    "paths.py",
    "patterns.py",
    "punctuation.py",
    "rule_set.py",
    "scope.py",
    "script.py",
    "situation.py",
    "steps.py",
    "syntax.py",
    "toml_keys.py",
    "toml_places.py",
    "vocabulary.py",
)


def load_rules(directories: Sequence[Path] = (), *, national: Path = RULES) -> RuleSet:
    """The national rules and those of further folders, from all ``*.toml`` files in them.

    Raises :class:`PackErrors` with all mistakes of all packs, and then loads nothing.
    """
    files = _files((national, *directories))

    def build() -> Json:
        # Needed only when a pack has changed; this imports lark and jsonschema.
        from linter.engine.pack_compilation import compile_packs

        return rules_as_data(compile_packs(files))

    rules = cached_as("rules", b"\0".join(_parts_of_key(files)), build, rules_from_data)
    _declare_editions(rules)
    return rules


def _declare_editions(rules: RuleSet) -> None:
    """Makes the editions of the packs known where they come from the cache."""
    try:
        declare(rules.editions)
    except EditionClash as clash:
        file, line, column = clash.declared.origin.rsplit(":", 2)
        message = pack_wording.declared_already(clash.declared.id, clash.earlier.origin)
        raise PackErrors([PackError(file, int(line), int(column), message)]) from None


def _parts_of_key(files: Sequence[tuple[str, bytes]]) -> Iterator[bytes]:
    here = Path(__file__).parent
    compiler = [here / name for name in _COMPILER]
    schemas = [SCHEMAS / edition / "report.schema.json" for edition in EDITIONS]
    compiler.append(here.parent / "own_editions.py")
    for path in (*compiler, SCHEMAS / "rulepack.schema.json", *schemas):
        yield path.read_bytes()
    for name, content in files:
        yield from (name.encode(), b"%d" % len(content), content)


def _files(directories: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Name and content of every pack, the folders in their order, files by name."""
    errors: list[PackError] = []
    paths: list[Path] = []
    for directory in directories:
        found = sorted(directory.glob("*.toml"))
        if not found:
            empty = directory.is_dir()
            message = pack_wording.no_packs() if empty else pack_wording.no_such_folder()
            errors.append(_error(directory, message))
        paths += found
    if len(paths) > MOST_PACKS:
        errors.append(_error(paths[MOST_PACKS], pack_wording.too_many_packs(MOST_PACKS)))
    files = [(str(path), _content(path, errors)) for path in paths[:MOST_PACKS]]
    if errors:
        raise PackErrors(errors)
    return files


def _content(path: Path, errors: list[PackError]) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_PACK + 1)
    except OSError as error:
        errors.append(_error(path, pack_wording.unreadable(error.strerror or str(error))))
        return b""
    if len(content) > LARGEST_PACK:
        errors.append(_error(path, pack_wording.too_large(LARGEST_PACK)))
    return content


def _error(path: Path, message: Text) -> PackError:
    return PackError(str(path), 1, 1, message)
