"""Expressions and conditions of an assertion as typed code."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal

import lark

from linter.engine import chinese, wording
from linter.engine.code import Code, constant, decoded, encoded
from linter.engine.mistakes import Mistake
from linter.engine.paths import chinese_values, has_star, matching_cells, reference
from linter.engine.scope import Scope
from linter.engine.script import is_chinese
from linter.engine.syntax import Tree, place, subtrees, tokens
from linter.engine.vocabulary import FUNCTIONS, RECORDS, Type
from linter.model.finding import Number
from linter.model.rule import Text
from linter.nearest_name import nearest
from linter.records import record

LONGEST_TEXT = 500
MOST_DIGITS = 30

_RELATIONS = {"≠": "!=", "≤": "<=", "≥": ">="}
_COMPARISONS: Mapping[Type, str] = {"number": "numbers", "date": "dates", "text": "texts"}


@record
class Typed:
    """Code and the type of what it yields."""

    type: Type
    code: Code


def condition(node: Tree, scope: Scope) -> Code:
    """The code of a condition. Raises :class:`Mistake` where it is none."""
    return _of_type("truth", node, scope)


def _of_type(wanted: Type, node: Tree, scope: Scope) -> Code:
    found = _expression(node, scope)
    if found.type != wanted:
        raise Mistake(node.meta.start_pos, wording.wrong_type(found.type, wanted))
    return found.code


def _expression(node: Tree, scope: Scope) -> Typed:
    return _COMPILED[str(node.data)](node, scope)


def _junction(word: str) -> Callable[[Tree, Scope], Typed]:
    def compiled(node: Tree, scope: Scope) -> Typed:
        return Typed("truth", [word, *(condition(part, scope) for part in subtrees(node))])

    return compiled


def _comparison(node: Tree, scope: Scope) -> Typed:
    (relation,) = tokens(node)
    left, right = subtrees(node)
    return Typed("truth", _compared(relation, left, right, scope))


def _compared(relation: lark.Token, left: Tree, right: Tree, scope: Scope) -> Code:
    one, other = _side(left, right, scope), _side(right, left, scope)
    if one.type != other.type or one.type == "truth":
        raise Mistake(left.meta.start_pos, wording.not_comparable(one.type, other.type))
    sign = _RELATIONS.get(relation, str(relation))
    if one.type == "text" and sign not in ("=", "!="):
        raise Mistake(place(relation), wording.not_ordered(relation, one.type))
    return [_COMPARISONS[one.type], sign, one.code, other.code]


def _side(node: Tree, other: Tree, scope: Scope) -> Typed:
    """One side of a comparison: a Chinese word may stand for one of the other side's values."""
    if node.data != "text" or other.data != "path":
        return _expression(node, scope)
    (token,) = tokens(node)
    values = chinese_values(other, scope)
    word = _unquoted(token)
    if values is None or not is_chinese(word):
        return Typed("text", ["text", word])
    if word not in values:
        raise Mistake(place(token), wording.unknown_value(word, values))
    return Typed("text", ["text", values[word]])


def _one_of(node: Tree, scope: Scope) -> Typed:
    tested, *constants = subtrees(node)
    equal = lark.Token("RELATION", "=", node.meta.start_pos)
    return Typed("truth", ["or", *(_compared(equal, tested, one, scope) for one in constants)])


def _text_test(word: str) -> Callable[[Tree, Scope], Typed]:
    def compiled(node: Tree, scope: Scope) -> Typed:
        (tested,), (literal,) = subtrees(node), tokens(node)
        return Typed("truth", [word, _of_type("text", tested, scope), _unquoted(literal)])

    return compiled


def _contains_any(node: Tree, scope: Scope) -> Typed:
    (tested,) = subtrees(node)
    code = _of_type("text", tested, scope)
    return Typed("truth", ["or", *(["contains", code, _unquoted(one)] for one in tokens(node))])


def _addition(node: Tree, scope: Scope) -> Typed:
    code: Code = []
    sign = 1
    for child in node.children:
        if isinstance(child, lark.Token):
            sign = -1 if child.type == "MINUS" else 1
        else:
            code += _scaled(_of_type("number", child, scope), sign)
    return Typed("number", code)


def _opposite(node: Tree, scope: Scope) -> Typed:
    (operand,) = subtrees(node)
    return Typed("number", _scaled(_of_type("number", operand, scope), -1))


def _multiplication(node: Tree, scope: Scope) -> Typed:
    first, *rest = (_of_type("number", part, scope) for part in subtrees(node))
    for factor in rest:
        first = _product(first, factor, node)
    return Typed("number", first)


def _product(left: Code, right: Code, node: Tree) -> Code:
    for fixed, other in ((constant(left), right), (constant(right), left)):
        if fixed is not None:
            if abs(fixed) >= 10**MOST_DIGITS:
                raise Mistake(node.meta.start_pos, wording.number_too_long(MOST_DIGITS))
            return _scaled(other, fixed)
    return [[1, ["*", left, right]]]


def _scaled(total: Code, factor: Number) -> Code:
    return [[encoded(decoded(coefficient) * factor), atom] for coefficient, atom in total]


def _number(node: Tree, _scope: Scope) -> Typed:
    (token,) = tokens(node)
    if len(token) > MOST_DIGITS:
        raise Mistake(node.meta.start_pos, wording.number_too_long(MOST_DIGITS))
    number = Decimal(token) if "." in token else int(token)
    return Typed("number", [[1, ["number", encoded(number)]]])


def _text(node: Tree, _scope: Scope) -> Typed:
    (token,) = tokens(node)
    return Typed("text", ["text", _unquoted(token)])


def _unquoted(token: lark.Token) -> str:
    if len(token) - 2 > LONGEST_TEXT:
        raise Mistake(place(token), wording.text_too_long(LONGEST_TEXT))
    return str(token)[1:-1]


def _path(node: Tree, scope: Scope) -> Typed:
    kind, code = reference(node, scope)
    return Typed(kind, [[1, code]] if kind == "number" else code)


def _call(node: Tree, scope: Scope) -> Typed:
    (token,) = tokens(node)
    arguments = subtrees(node)
    name = chinese.function_name(token)
    function = FUNCTIONS.get(name)
    if function is None:
        raise Mistake(node.meta.start_pos, _unknown_function(token))
    wanted = function.parameters
    if len(arguments) < len(wanted) or (len(arguments) > len(wanted) and not function.many):
        message = wording.wrong_argument_count(
            token, len(wanted), len(arguments), many=function.many
        )
        raise Mistake(node.meta.start_pos, message)
    parameters = [wanted[min(number, len(wanted) - 1)] for number in range(len(arguments))]
    codes = [
        _argument(token, parameter, argument, scope)
        for parameter, argument in zip(parameters, arguments, strict=True)
    ]
    return Typed(function.result, _called(name, codes, node))


def _unknown_function(name: str) -> Text:
    known = chinese.in_script_of(name, chinese.FUNCTION_NAMES, FUNCTIONS)
    if chinese.is_glued_to_name(name, known) and (keyword := chinese.glued_keyword(name)):
        return wording.needs_blank(name, keyword)
    return wording.unknown_function(name, nearest(name, known), known)


def _argument(function: str, parameter: str, node: Tree, scope: Scope) -> Code:
    for kind in _COMPARISONS:
        if parameter == kind:
            return _of_type(kind, node, scope)
    wrong = Mistake(node.meta.start_pos, wording.wrong_argument(function, parameter))
    if node.data != "path":
        raise wrong
    if parameter == "reference":
        _, code = reference(node, scope)
        if code[0] in ("text", "number"):
            raise wrong
        return code
    (name, *rest) = node.children
    collection = chinese.collection_name(str(name))
    if parameter == "cells or records" and not rest and collection in RECORDS:
        return ["count", collection]
    if not has_star(node):
        raise wrong
    return matching_cells(node, scope)


def _called(name: str, codes: list[Code], node: Tree) -> Code:
    if name == "sum":
        return [[1, cell] for cell in codes[0]]
    if name == "count":
        (counted,) = codes
        return [[1, counted if counted[0] == "count" else ["filled among", *counted]]]
    if name in ("filled", "present", "blank"):
        return ["blank" if name == "blank" else "filled", codes[0]]
    if name == "date":
        _check_date(codes, node)
        return ["date", *codes]
    return [[1, [name, *codes]]]


def _check_date(parts: list[Code], node: Tree) -> None:
    """A date written out in full must exist."""
    fixed = [constant(part) for part in parts]
    if None in fixed:
        return
    try:
        datetime.date(*(int(number or 0) for number in fixed))
    except (ValueError, OverflowError):
        raise Mistake(node.meta.start_pos, wording.impossible_date()) from None


_COMPILED: Mapping[str, Callable[[Tree, Scope], Typed]] = {
    "any_of": _junction("or"),
    "all_of": _junction("and"),
    "negation": _junction("not"),
    "comparison": _comparison,
    "one_of": _one_of,
    "like": _text_test("like"),
    "contains": _text_test("contains"),
    "contains_any": _contains_any,
    "addition": _addition,
    "opposite": _opposite,
    "multiplication": _multiplication,
    "number": _number,
    "text": _text,
    "path": _path,
    "call": _call,
}
