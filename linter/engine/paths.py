"""What a path in an assertion names: a cell, a scalar, a field of a record, part of a table."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from linter.engine import wording
from linter.engine.code import Code
from linter.engine.form_names import ANY, FormNames
from linter.engine.mistakes import Mistake
from linter.engine.syntax import Tree, place, subtrees, tokens
from linter.engine.vocabulary import RECORDS, SCALARS, SECTION_PARTS, Type
from linter.model.rule import Text
from linter.nearest_name import nearest
from linter.records import record, replace


class OtherEdition(Exception):
    """The path exists only in another of the rule's editions of the form."""


@record
class Binding:
    """What a variable of ``each`` stands for: ``path`` is a row, a cell, the first cell of a
    column, or the name of a record collection.
    """

    kind: Literal["column", "row", "cell", "record"]
    path: str


@record
class Scope:
    """What a path can begin with at its place in an assertion."""

    names: FormNames
    others: tuple[FormNames, ...]
    variables: Mapping[str, Binding]

    def with_variable(self, name: str, binding: Binding) -> Scope:
        return Scope(self.names, self.others, {**self.variables, name: binding})


@record
class _Step:
    """One name of a path; ``variable`` is what it was written as in brackets."""

    name: str
    offset: int
    variable: str | None = None


def reference(path: Tree, scope: Scope) -> tuple[Type, Code]:
    """The one value that ``path`` names, with its type. Raises :class:`Mistake`."""
    head, *rest = _steps(path, scope)
    binding = scope.variables.get(head.name)
    if binding is not None and binding.kind == "record":
        return _field(head, rest, binding)
    if binding is not None and binding.kind == "column":
        if rest:
            raise Mistake(rest[0].offset, wording.stands_for_columns(head.name))
        return "text", ["text", binding.path.rpartition(".")[2]]
    if binding is None and head.name == "sections":
        return _section_part(head, rest, scope)
    if binding is None and head.name not in scope.names.continuations[""]:
        return _scalar(head, rest, scope)
    if any(step.name == ANY for step in rest):
        raise Mistake(head.offset, wording.star_outside_sum())
    found = _resolved([head, *rest], scope)
    if scope.names.parts[found] != "cell":
        raise Mistake(head.offset, _not_a_cell(found, [head, *rest], scope))
    return "number", _cell_code(head, binding, rest)


def _not_a_cell(found: str, steps: list[_Step], scope: Scope) -> Text:
    first = scope.names.below(found, "cell")[0]
    written = _spelled(steps)
    return wording.not_a_cell(written, written + first.removeprefix(found))


def part_of_form(path: Tree, scope: Scope) -> str:
    """The table, group of rows or row that ``path`` names."""
    steps = _steps(path, scope)
    head = steps[0]
    binding = scope.variables.get(head.name)
    wrong = Mistake(head.offset, wording.not_a_table_part(_spelled(steps)))
    if head.name in (*SCALARS, *RECORDS, "sections"):
        raise wrong
    if binding is not None and binding.kind in ("column", "record"):
        raise wrong
    found = _resolved(steps, scope)
    if scope.names.parts[found] == "cell":
        raise wrong
    return found


def matching_cells(path: Tree, scope: Scope) -> list[Code]:
    """References to the cells that a path with ``*`` names."""
    steps = _steps(path, scope)
    head, *rest = steps
    binding = scope.variables.get(head.name)
    before = [step.name for step in steps].index(ANY)
    start = _resolved(steps[:before], scope)
    segments = [*start.split("."), *(step.name for step in steps[before:])]
    cells = scope.names.matching(segments)
    if cells:
        tails = (cell.split(".")[-len(rest) :] for cell in cells)
        return [_cell_code(head, binding, _with_names(rest, tail)) for tail in tails]
    if any(names.matching(segments) for names in scope.others):
        raise OtherEdition
    raise Mistake(steps[0].offset, wording.nothing_matches(".".join(segments)))


def _with_names(steps: Sequence[_Step], names: Sequence[str]) -> list[_Step]:
    return [replace(step, name=name) for step, name in zip(steps, names, strict=True)]


def _cell_code(head: _Step, binding: Binding | None, rest: Sequence[_Step]) -> Code:
    """A reference to a cell that keeps its variables, to be one for all they stand for."""
    code = ["cell", "", head.name, ""] if binding else ["cell", head.name]
    for step in rest:
        code[-1] += "."
        if step.variable:
            code += [step.variable, ""]
        else:
            code[-1] += step.name
    return code


def has_star(path: Tree) -> bool:
    return any(part.data == "any_segment" for part in subtrees(path))


def _steps(path: Tree, scope: Scope) -> list[_Step]:
    """The names of a path, with a column's key for each ``[column]``."""
    (head,) = tokens(path)
    return [_Step(str(head), place(head)), *(_step(part, scope) for part in subtrees(path))]


def _step(part: Tree, scope: Scope) -> _Step:
    if part.data == "any_segment":
        return _Step(ANY, part.meta.start_pos)
    (name,) = tokens(part)
    if part.data == "segment":
        return _Step(str(name), place(name))
    binding = scope.variables.get(name)
    if binding is None or binding.kind != "column":
        raise Mistake(place(name), wording.not_a_column(name))
    return _Step(binding.path.rpartition(".")[2], place(name), str(name))


def _resolved(steps: list[_Step], scope: Scope) -> str:
    """The path of the form that the steps spell, variables replaced by what they stand for."""
    head = steps[0]
    binding = scope.variables.get(head.name)
    path = binding.path if binding else head.name
    for number, step in enumerate(steps):
        if number:
            path = f"{path}.{step.name}"
        if path not in scope.names.parts:
            whole = ".".join([path, *(later.name for later in steps[number + 1 :])])
            raise _unknown(step, path, whole, scope)
    return path


def _unknown(step: _Step, path: str, whole: str, scope: Scope) -> Exception:
    if any(whole in names.parts for names in scope.others):
        return OtherEdition()
    outer = path.rpartition(".")[0]
    known = scope.names.continuations.get(outer, ()) if outer else scope.names.continuations[""]
    return _unknown_name(step, outer, known)


def beginnings(scope: Scope) -> tuple[str, ...]:
    """Every name that a path can begin with."""
    return (*scope.variables, *SCALARS, "sections", *scope.names.continuations[""])


def _scalar(head: _Step, rest: list[_Step], scope: Scope) -> tuple[Type, Code]:
    if head.name in RECORDS:
        raise Mistake(head.offset, wording.not_a_value(head.name, f"count({head.name})"))
    if head.name not in SCALARS:
        raise _unknown_name(head, "", beginnings(scope))
    if rest:
        raise _unknown_name(rest[0], head.name, ())
    return SCALARS[head.name], ["value", head.name]


def _section_part(head: _Step, rest: list[_Step], scope: Scope) -> tuple[Type, Code]:
    known: tuple[Collection[str], ...] = (scope.names.sections, tuple(SECTION_PARTS), ())
    steps = [head, *rest]
    for number, step in enumerate(rest):
        if step.name not in known[number]:
            raise _unknown_name(step, _spelled(steps[: number + 1]), known[number])
    if len(rest) < 2:
        raise Mistake(head.offset, wording.not_a_value(_spelled(steps), "sections.other.text"))
    return SECTION_PARTS[rest[1].name], ["value", _spelled(steps)]


def _field(head: _Step, rest: list[_Step], binding: Binding) -> tuple[Type, Code]:
    fields = RECORDS[binding.path]
    if not rest:
        raise Mistake(head.offset, wording.not_a_value(head.name, f"{head.name}.text"))
    if rest[0].name not in fields:
        raise _unknown_name(rest[0], head.name, fields)
    if len(rest) > 1:
        raise _unknown_name(rest[1], _spelled([head, rest[0]]), ())
    return fields[rest[0].name], ["field", head.name, rest[0].name]


def _unknown_name(step: _Step, within: str, known: Collection[str]) -> Mistake:
    message = wording.unknown_name(step.name, within, nearest(step.name, known), known)
    return Mistake(step.offset, message)


def _spelled(steps: list[_Step]) -> str:
    return ".".join(step.name for step in steps)
