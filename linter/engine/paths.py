"""What a path in an assertion names: a cell, a scalar, a field of a record, part of a table."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from linter.engine import chinese, wording
from linter.engine.code import Code, encoded
from linter.engine.form_names import ANY
from linter.engine.mistakes import Mistake
from linter.engine.parameters import DAY, Parameter
from linter.engine.scope import (
    SECTIONS,
    Binding,
    OtherEdition,
    Scope,
    beginnings,
    beginnings_in_chinese,
)
from linter.engine.script import is_chinese
from linter.engine.steps import Step, spelled, steps_of, unknown_name
from linter.engine.syntax import Tree, subtrees
from linter.engine.vocabulary import RECORDS, SCALARS, SECTION_PARTS, Type
from linter.model.rule import Text
from linter.records import replace


def reference(path: Tree, scope: Scope) -> tuple[Type, Code]:
    """The one value that ``path`` names, with its type. Raises :class:`Mistake`."""
    head, *rest = steps_of(path, scope)
    binding = scope.variables.get(head.name)
    if binding is not None and binding.kind == "record":
        return _field(head, rest, binding)
    if binding is not None and binding.kind == "column":
        if rest:
            raise Mistake(rest[0].offset, wording.stands_for_columns(head.written))
        return "text", ["text", binding.path.rpartition(".")[2]]
    if binding is None and head.name in scope.parameters:
        return _parameter(head, rest, scope.parameters[head.name])
    if binding is None and head.name == SECTIONS:
        return _section_part(head, rest, scope)
    if binding is None and head.name not in scope.names.continuations[""]:
        return _scalar(head, rest, scope)
    if any(step.name == ANY for step in rest):
        raise Mistake(head.offset, wording.star_outside_sum(head.written))
    found = _resolved([head, *rest], scope)
    if scope.names.parts[found] != "cell":
        raise Mistake(head.offset, _not_a_cell(found, [head, *rest], scope))
    return "number", _cell_code(head, binding, rest)


def _not_a_cell(found: str, steps: list[Step], scope: Scope) -> Text:
    first = scope.names.below(found, "cell")[0]
    written = spelled(steps)
    if is_chinese(written):
        first, found = scope.names.in_chinese(first), scope.names.in_chinese(found)
    return wording.not_a_cell(written, written + first.removeprefix(found))


def part_of_form(path: Tree, scope: Scope) -> str:
    """The table, group of rows or row that ``path`` names."""
    steps = steps_of(path, scope)
    head = steps[0]
    binding = scope.variables.get(head.name)
    wrong = Mistake(head.offset, wording.not_a_table_part(spelled(steps)))
    if head.name in (*SCALARS, *RECORDS, *scope.parameters, SECTIONS):
        raise wrong
    if binding is not None and binding.kind in ("column", "record"):
        raise wrong
    found = _resolved(steps, scope)
    if scope.names.parts[found] == "cell":
        raise wrong
    return found


def matching_cells(path: Tree, scope: Scope) -> list[Code]:
    """References to the cells that a path with ``*`` names."""
    steps = steps_of(path, scope)
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
    raise Mistake(head.offset, wording.nothing_matches(spelled(steps)))


def _with_names(steps: Sequence[Step], names: Sequence[str]) -> list[Step]:
    return [replace(step, name=name) for step, name in zip(steps, names, strict=True)]


def _cell_code(head: Step, binding: Binding | None, rest: Sequence[Step]) -> Code:
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


def chinese_values(path: Tree, scope: Scope) -> Mapping[str, str] | None:
    """What Chinese words stand for the values of ``path``, None where it may hold any text."""
    head, *rest = steps_of(path, scope)
    binding = scope.variables.get(head.name)
    if binding is not None and binding.kind == "column" and not rest:
        return {k: v for form in scope.forms() for k, v in form.columns_in_chinese().items()}
    if binding is not None and binding.kind == "record" and rest:
        return chinese.VALUES.get(rest[0].name)
    return None if rest else chinese.VALUES.get(head.name)


def _resolved(steps: list[Step], scope: Scope) -> str:
    """The path of the form that the steps spell, variables replaced by what they stand for."""
    head = steps[0]
    binding = scope.variables.get(head.name)
    path = binding.path if binding else head.name
    for number, step in enumerate(steps):
        if number:
            path = f"{path}.{step.name}"
        if path not in scope.names.parts:
            whole = ".".join([path, *(later.name for later in steps[number + 1 :])])
            raise _unknown(steps[: number + 1], path, whole, scope)
    return path


def _unknown(steps: list[Step], path: str, whole: str, scope: Scope) -> Exception:
    if any(whole in names.parts for names in scope.others):
        return OtherEdition()
    outer = path.rpartition(".")[0]
    known = scope.names.continuations.get(outer, ())
    within = spelled(steps[:-1])
    if within and not is_chinese(within):
        within = outer
    return unknown_name(steps[-1], within, known, scope.names.chinese.get(outer, ()))


def _scalar(head: Step, rest: list[Step], scope: Scope) -> tuple[Type, Code]:
    if head.name in RECORDS:
        count = "个数" if is_chinese(head.written) else "count"
        example = f"{count}({head.written})"
        raise Mistake(head.offset, wording.not_a_value(head.written, example))
    if head.name not in SCALARS:
        raise unknown_name(head, "", beginnings(scope), beginnings_in_chinese(scope))
    if rest:
        raise unknown_name(rest[0], head.written, (), ())
    return SCALARS[head.name], ["value", head.name]


def _section_part(head: Step, rest: list[Step], scope: Scope) -> tuple[Type, Code]:
    names = scope.names
    known: tuple[tuple[Collection[str], Collection[str]], ...] = (
        (names.sections, names.chinese[SECTIONS]),
        (tuple(SECTION_PARTS), chinese.SECTION_PARTS),
        ((), ()),
    )
    steps = [head, *rest]
    for number, step in enumerate(rest):
        english, in_chinese = known[number]
        if step.name not in english:
            if number == 0 and any(step.name in other.sections for other in scope.others):
                raise OtherEdition
            raise unknown_name(step, spelled(steps[: number + 1]), english, in_chinese)
    if len(rest) < 2:
        example = "sections.other.text"
        if is_chinese(head.written):
            example = f"{chinese.SECTIONS}.其他事项.正文"
        raise Mistake(head.offset, wording.not_a_value(spelled(steps), example))
    return SECTION_PARTS[rest[1].name], ["value", ".".join(step.name for step in steps)]


def _field(head: Step, rest: list[Step], binding: Binding) -> tuple[Type, Code]:
    fields = RECORDS[binding.path]
    if not rest:
        text = "原文" if is_chinese(head.written) else "text"
        raise Mistake(head.offset, wording.not_a_value(head.written, f"{head.written}.{text}"))
    if rest[0].name not in fields:
        in_chinese = chinese.fields_of(binding.path)
        raise unknown_name(rest[0], head.written, fields, in_chinese)
    if len(rest) > 1:
        raise unknown_name(rest[1], spelled([head, rest[0]]), (), ())
    return fields[rest[0].name], ["field", head.name, rest[0].name]


def _parameter(head: Step, rest: list[Step], value: Parameter) -> tuple[Type, Code]:
    """A parameter is the constant that it holds."""
    parts: Collection[str] = DAY if isinstance(value, Mapping) else ()
    for number, step in enumerate(rest):
        if number or step.name not in parts:
            in_chinese = chinese.PARAMETER_PARTS if parts and not number else ()
            raise unknown_name(step, spelled([head, *rest[:number]]), parts, in_chinese)
    if isinstance(value, Mapping):
        if not rest:
            month = "月" if is_chinese(head.written) else "month"
            example = f"{head.written}.{month}"
            raise Mistake(head.offset, wording.not_a_value(head.written, example))
        value = value[rest[0].name]
    if isinstance(value, str):
        return "text", ["text", value]
    return "number", ["number", encoded(value)]
