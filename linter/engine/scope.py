"""What names mean at one place of an assertion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.engine import chinese
from linter.engine.form_names import FormNames
from linter.engine.parameters import Parameter
from linter.engine.vocabulary import RECORDS, SCALARS
from linter.records import field, record, replace

SECTIONS = "sections"


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
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    def with_variable(self, name: str, binding: Binding) -> Scope:
        return replace(self, variables={**self.variables, name: binding})

    def forms(self) -> tuple[FormNames, ...]:
        """The form at hand, and those of the rule's other editions."""
        return (self.names, *self.others)


def beginnings(scope: Scope) -> tuple[str, ...]:
    """Every English name that a path can begin with, and those that the rule gives."""
    tables = scope.names.continuations[""]
    return (*scope.variables, *scope.parameters, *SCALARS, SECTIONS, *tables)


def beginnings_in_chinese(scope: Scope) -> tuple[str, ...]:
    """Every Chinese name that a path can begin with, and those that the rule gives."""
    given = (*scope.variables, *scope.parameters)
    return (*given, *chinese.SCALARS, chinese.SECTIONS, *scope.names.chinese[""])


def is_taken(name: str, scope: Scope) -> bool:
    """Whether a variable cannot be called so, since the name means something already."""
    collections = (*RECORDS, *chinese.COLLECTIONS)
    return name in (*beginnings(scope), *beginnings_in_chinese(scope), *collections)


def beginning(name: str, scope: Scope) -> str:
    """The English name for one with which a path begins; what the rule names stays as it is."""
    if name in beginnings(scope) or name in RECORDS:
        return name
    if name == chinese.SECTIONS:
        return SECTIONS
    meanings = {**chinese.COLLECTIONS, **scope.names.chinese[""], **chinese.SCALARS}
    return meanings.get(name, name)
