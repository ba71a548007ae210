"""The compiled form of assertions: JSON data, and how to read and walk it.

A rule's compiled assertion is, for each of its editions, a list of statements; only the
claim is always there::

    {"claim": condition,
     "if": condition,
     "variables": [["row", "row"], ["c", "column"]], # parts of the form to run over, by kind,
     "over": [["review.reconsideration", "review.reconsideration.total"], …],   # and which
     "each": [["plan", "plans"]]}                    # record collections to run over

In ``over`` a column is its first cell.

A condition is one of ``["and", c…]``, ``["or", c…]``, ``["not", c]``,
``["numbers" | "dates" | "texts", relation, left, right]``, ``["like", text, pattern]``,
``["contains", text, part]``, ``["filled", reference]``, ``["blank", reference]``.

A reference is ``["cell", path]``, ``["value", name]`` or ``["field", variable, name]``. The path
of a cell alternates text and variables: ``["cell", "", "row", ".", "c", ""]``. A text
is a reference or ``["text", "…"]``; a date is a reference or ``["date", year, month, day]``.

A number is a sum: a list of ``[coefficient, atom]`` in reading order. An atom is a reference,
``["number", n]``, ``["*", a, b]``, ``["abs", a]``, ``["min", a…]``, ``["max", a…]``,
``["count", collection]``, ``["filled among", cell…]``, ``["length", text]``,
``["year" | "month" | "day", date]``. Decimals, which JSON cannot hold exactly, are texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from linter.model.finding import Number

Code = list[Any]
REFERENCES = ("cell", "value", "field")


def encoded(number: Number) -> int | str:
    """A number as JSON data."""
    return number if isinstance(number, int) else str(number)


def decoded(number: int | str) -> Number:
    """The number that :func:`encoded` made."""
    return number if isinstance(number, int) else Decimal(number)


def references(code: Code) -> Iterator[Code]:
    """Every reference in a piece of code, in reading order."""
    if code and isinstance(code[0], str) and code[0] in REFERENCES:
        yield code
    else:
        for part in code:
            if isinstance(part, list):
                yield from references(part)


def cell_path(reference: Code, bound: Mapping[str, str]) -> str:
    """The path of a cell, with what is bound in the place of variables."""
    path: str = reference[1]
    for number in range(2, len(reference), 2):
        path += bound[reference[number]] + reference[number + 1]
    return path


def bound_names(statement: Mapping[str, Any], parts: Sequence[str]) -> dict[str, str]:
    """What stands for the variables of a statement in paths, for one of the parts it is over."""
    variables = statement.get("variables", ())
    return {
        name: part.rpartition(".")[2] if kind == "column" else part
        for (name, kind), part in zip(variables, parts, strict=True)
    }


def constant(total: Code) -> Number | None:
    """The value of a sum that names nothing, None where it does name something."""
    if any(atom[0] != "number" for _, atom in total):
        return None
    return sum((decoded(factor) * decoded(atom[1]) for factor, atom in total), 0)
