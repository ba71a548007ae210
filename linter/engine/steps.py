"""The names of a path, one after the other, in English whatever language they are written in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from linter.engine import chinese, wording
from linter.engine.form_names import ANY
from linter.engine.mistakes import Mistake
from linter.engine.scope import SECTIONS, Scope, beginning
from linter.engine.script import is_chinese
from linter.engine.syntax import Tree, place, subtrees, tokens
from linter.nearest_name import nearest
from linter.records import record, replace


@record
class Step:
    """One name of a path, ``written`` as in the assertion; ``variable`` is what stands in
    brackets for a column.
    """

    name: str
    offset: int
    written: str
    variable: str | None = None


def steps_of(path: Tree, scope: Scope) -> list[Step]:
    """The names of a path, with a column's key for each ``[column]``."""
    (token,) = tokens(path)
    head = Step(beginning(str(token), scope), place(token), str(token))
    rest = [_step(part, scope) for part in subtrees(path)]
    return [head, *_in_english(head.name, rest, scope)]


def _step(part: Tree, scope: Scope) -> Step:
    if part.data == "any_segment":
        return Step(ANY, part.meta.start_pos, ANY)
    (token,) = tokens(part)
    name = str(token)
    if part.data == "segment":
        return Step(name, place(token), name)
    binding = scope.variables.get(name)
    if binding is None or binding.kind != "column":
        raise Mistake(place(token), wording.not_a_column(name))
    return Step(binding.path.rpartition(".")[2], place(token), name, name)


def _in_english(head: str, rest: list[Step], scope: Scope) -> Iterable[Step]:
    """What follows ``head``. A name without meaning stays as it is, to be told as unknown."""
    binding = scope.variables.get(head)
    if binding is not None and binding.kind == "record":
        return _translated(rest, chinese.fields_of(binding.path))
    if binding is None and head in scope.parameters:
        return _translated(rest, chinese.PARAMETER_PARTS)
    if binding is None and head == SECTIONS:
        sections = {name: key for form in scope.forms() for name, key in form.sections_in_chinese()}
        return _translated(rest, sections, chinese.SECTION_PARTS)
    return _parts_of_form({binding.path if binding else head}, rest, scope)


def _translated(steps: list[Step], *meanings: Mapping[str, str]) -> list[Step]:
    translated = zip(steps, meanings, strict=False)
    first = [replace(step, name=known.get(step.name, step.name)) for step, known in translated]
    return first + steps[len(meanings) :]


def _parts_of_form(outer: set[str], steps: list[Step], scope: Scope) -> Iterable[Step]:
    """``outer`` are the paths that may stand before: behind a ``*`` there are several."""
    for step in steps:
        name = step.name
        if name == ANY:
            inner = {
                n for form in scope.forms() for o in outer for n in form.continuations.get(o, ())
            }
        else:
            name = _key(name, outer, scope)
            inner = {name}
        outer = {f"{path}.{key}" for path in outer for key in inner}
        yield replace(step, name=name)


def _key(name: str, outer: Collection[str], scope: Scope) -> str:
    """The one key that ``name`` is the Chinese name of behind the paths ``outer``."""
    if not is_chinese(name):
        return name
    keys = {form.key(path, name) for form in scope.forms() for path in outer} - {None}
    return keys.pop() or name if len(keys) == 1 else name


def spelled(steps: Iterable[Step]) -> str:
    """The path as its author wrote it."""
    return ".".join(step.written for step in steps)


def unknown_name(
    step: Step, within: str, english: Collection[str], in_chinese: Collection[str]
) -> Mistake:
    """The mistake of a name that is none of those known there; ``within`` is the path before it."""
    word = step.written
    known = chinese.in_script_of(word, in_chinese, english)
    if chinese.is_glued_to_name(word, known) and (keyword := chinese.glued_keyword(word)):
        return Mistake(step.offset, wording.needs_blank(word, keyword))
    message = wording.unknown_name(word, within, nearest(word, known), known)
    return Mistake(step.offset, message)
