"""An assertion, unfolded for each edition of the form into statements about single cells."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import lark

from linter.engine import chinese, wording
from linter.engine.code import Code, references
from linter.engine.conditions import settled
from linter.engine.expressions import condition
from linter.engine.form_names import FormNames, names_of
from linter.engine.mistakes import Mistake
from linter.engine.parameters import Parameter
from linter.engine.paths import part_of_form
from linter.engine.scope import Binding, OtherEdition, Scope, is_taken
from linter.engine.syntax import Tree, parse, place, subtrees, tokens
from linter.engine.vocabulary import DOMAINS, RECORDS, RESERVED
from linter.nearest_name import nearest
from linter.records import field, mutable_record, record, replace

MOST_LOOPS = 3
MOST_BINDINGS = 5_000
MOST_REFERENCES = 100_000

Statement = dict[str, Any]


NO_PARAMETERS: Mapping[str, Parameter] = {}


def compile_assertion(
    text: str, editions: Sequence[str], parameters: Mapping[str, Parameter] = NO_PARAMETERS
) -> dict[str, list[Statement]]:
    """The statements of an assertion by edition, in the form that ``engine.code`` describes.

    A statement that names what only another of the ``editions`` has does not exist in this
    one. ``parameters`` are constants by their names. Raises :class:`Mistake`.
    """
    tree = parse(text)
    forms = [names_of(edition) for edition in editions]
    compiled = {}
    for names in forms:
        others = tuple(other for other in forms if other is not names)
        unfolding = _Unfolding()
        unfolding.walk(tree, _Surroundings(Scope(names, others, {}, parameters)))
        if not unfolding.found:
            raise Mistake(0, wording.never_applies(names.edition))
        compiled[names.edition] = list(unfolding.found.values())
    return compiled


@record
class _Surroundings:
    """What the enclosing ``each`` have settled."""

    scope: Scope
    loops: tuple[tuple[str, str], ...] = ()
    conditions: tuple[Code, ...] = ()
    depth: int = 0


@mutable_record
class _Unfolding:
    """Walks through an assertion once for everything that its variables can stand for.

    What differs in nothing else becomes one statement over several parts of the form.
    """

    found: dict[str, Statement] = field(default_factory=dict)
    bindings: int = 0
    references: int = 0

    def walk(self, assertion: Tree, around: _Surroundings) -> None:
        (node,) = subtrees(assertion)
        if node.data == "each":
            self._each(node, around)
        else:
            self._claim(node, around)

    def _each(self, node: Tree, around: _Surroundings) -> None:
        (name,) = tokens(node)
        domain, *where, body = subtrees(node)
        if around.depth == MOST_LOOPS:
            raise Mistake(node.meta.start_pos, wording.too_many_loops(MOST_LOOPS))
        if is_taken(name, around.scope) or name in (*RESERVED, *chinese.FACTS):
            raise Mistake(place(name), wording.name_taken(name))
        for binding in _bindings(domain, around.scope):
            self._count(node, bindings=1)
            inner = _restricted(where, _bound(name, binding, around))
            if inner is not None:
                self.walk(body, inner)

    def _claim(self, node: Tree, around: _Surroundings) -> None:
        *antecedents, claim = subtrees(node)
        try:
            conditions = [*around.conditions]
            conditions += [condition(part, around.scope) for part in antecedents]
            claimed = condition(claim, around.scope)
        except OtherEdition:
            return
        outcomes = [settled(one) for one in conditions]
        if False in outcomes:
            return
        open_conditions = [
            one for one, known in zip(conditions, outcomes, strict=True) if not known
        ]
        self._count(node, references=sum(1 for _ in references([*open_conditions, claimed])))
        self._add(_statement(around, open_conditions, claimed), around.scope.variables.values())

    def _add(self, statement: Statement, bindings: Iterable[Binding]) -> None:
        same = self.found.setdefault(json.dumps(statement), statement)
        if "variables" in statement:
            parts = [binding.path for binding in bindings if binding.kind != "record"]
            same.setdefault("over", []).append(parts)

    def _count(self, node: Tree, bindings: int = 0, references: int = 0) -> None:
        self.bindings += bindings
        self.references += references
        if self.bindings > MOST_BINDINGS:
            raise Mistake(node.meta.start_pos, wording.too_many_bindings(MOST_BINDINGS))
        if self.references > MOST_REFERENCES:
            raise Mistake(node.meta.start_pos, wording.too_many_terms(MOST_REFERENCES))


def _bindings(domain: Tree, scope: Scope) -> Iterator[Binding]:
    (token,), paths = tokens(domain), subtrees(domain)
    name = _domain_name(token, over_form=bool(paths))
    if not paths:
        yield Binding("record", name)
        return
    for path in paths:
        with suppress(OtherEdition):
            yield from _parts_bound(name, part_of_form(path, scope), scope.names)


def _domain_name(token: lark.Token, *, over_form: bool) -> str:
    """The English name of what can be ranged over: parts of the form, or records."""
    english: Collection[str] = DOMAINS if over_form else RECORDS
    in_chinese = chinese.DOMAINS if over_form else chinese.COLLECTIONS
    if token in english:
        return str(token)
    if token in in_chinese:
        return in_chinese[token]
    known = chinese.in_script_of(token, in_chinese, english)
    raise Mistake(place(token), wording.unknown_domain(token, nearest(token, known), known))


def _parts_bound(domain: str, part: str, names: FormNames) -> Iterator[Binding]:
    if domain == "columns":
        yield from (Binding("column", cell) for cell in names.columns(part))
    elif domain == "rows":
        yield from (Binding("row", row) for row in names.below(part, "row"))
    else:
        yield from (Binding("cell", cell) for cell in names.below(part, "cell"))


def _bound(name: str, binding: Binding, around: _Surroundings) -> _Surroundings:
    loops = around.loops
    if binding.kind == "record":
        loops = (*loops, (str(name), binding.path))
    scope = around.scope.with_variable(str(name), binding)
    return _Surroundings(scope, loops, around.conditions, around.depth + 1)


def _restricted(where: Sequence[Tree], around: _Surroundings) -> _Surroundings | None:
    """The surroundings with a ``where``; None where it excludes the binding for good."""
    try:
        restrictions = [condition(part, around.scope) for part in where]
    except OtherEdition:
        return None
    if any(settled(restriction) is False for restriction in restrictions):
        return None
    return replace(around, conditions=(*around.conditions, *restrictions))


def _statement(around: _Surroundings, conditions: list[Code], claim: Code) -> Statement:
    statement: Statement = {"claim": claim}
    if conditions:
        statement["if"] = conditions[0] if len(conditions) == 1 else ["and", *conditions]
    variables = [[name, binding.kind] for name, binding in around.scope.variables.items()]
    if parts := [variable for variable in variables if variable[1] != "record"]:
        statement["variables"] = parts
    if around.loops:
        statement["each"] = [list(loop) for loop in around.loops]
    return statement
