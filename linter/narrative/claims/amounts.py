"""How much a figure can stand for: 300余件 is any number from 300 to 399."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from linter.narrative.claims.grammar import AMOUNT, PERCENT, Node, parsed
from linter.narrative.claims.tokens import Number, Token
from linter.records import record

_ABOUT = Decimal("0.1")
"""By how much of itself a number with 约 may be off, either way."""
_NEAR = Decimal("0.2")
"""By how much of itself a number with 近 may be too large."""
_FAR = 10
"""How many times a number with 超过 may be the true one."""


@record
class Amount:
    """A figure: the true one lies from ``least`` to ``most``. ``value`` is the printed number,
    ``exact`` where nothing limits it; ``unit`` is as printed, ``measure`` its kind.
    """

    value: Number
    least: Number
    most: Number
    unit: str
    measure: str
    text: str
    start: int
    end: int
    places: int = 0

    @property
    def exact(self) -> bool:
        return self.least == self.most


def with_amounts(words: Sequence[Token]) -> tuple[list[Token], dict[int, Amount]]:
    """The words with each figure as one AMOUNT or PERCENT, and the figures by their place."""
    found: list[Token] = []
    amounts: dict[int, Amount] = {}
    position = 0
    while position < len(words):
        end = _figure_end(words, position)
        node = None
        if end is not None:
            node = parsed(words[position:end], AMOUNT) or parsed(words[position:end], PERCENT)
        if node is None or end is None:
            word = words[position]
            found.append(word if word.kind != "NUMBER" else word._replace(kind="OTHER"))
            position += 1
            continue
        amount = _amount(node)
        amounts[amount.start] = amount
        kind = "AMOUNT" if node.rule == AMOUNT else "PERCENT"
        found.append(Token(kind, amount.measure, amount.text, amount.start))
        position = end
    return found, amounts


def _figure_end(words: Sequence[Token], position: int) -> int | None:
    """Where the figure ends that begins at ``position``."""
    if words[position].kind not in ("NUMBER", "BOUND"):
        return None
    for end in range(position, min(position + 6, len(words))):
        if words[end].kind in ("UNIT", "PERCENT_SIGN"):
            around = end + 1 < len(words) and words[end + 1].kind == "AROUND"
            return end + 2 if around else end + 1
    return None


def _amount(node: Node) -> Amount:
    words = node.tokens()
    kinds = {word.kind: word for word in words}
    number = kinds["NUMBER"].number or 0
    scale = int(kinds["SCALE"].key) if "SCALE" in kinds else 1
    unit = kinds.get("UNIT") or kinds["PERCENT_SIGN"]
    value = _whole(number * scale)
    bounds = [word.key for word in words if word.kind in ("MORE", "BOUND", "AROUND")]
    step = _step(number) * scale if "SCALE" in kinds else max(_step(number), 10)
    least, most = _limits(value, step, bounds)
    text = "".join(word.text for word in words)
    return Amount(
        value,
        least,
        most,
        unit.text,
        unit.key,
        text,
        words[0].start,
        words[-1].end,
        _places(number),
    )


def _limits(value: Number, step: Number, bounds: Sequence[str]) -> tuple[Number, Number]:
    """The least and the greatest number that the words allow."""
    for bound in bounds:
        match bound:
            case "more":
                return value, _whole(value + step - 1)
            case "above":
                return value, value * _FAR
            case "below":
                return 0, value
            case "near":
                return _whole(value - max(step / Decimal(2), value * _NEAR)), value
            case _:
                apart = max(step / Decimal(2), value * _ABOUT)
                return _whole(value - apart), _whole(value + apart)
    return value, value


def _step(number: Number) -> Number:
    """The step of the last digit that is not 0: of 2100 it is 100, of 1.2 it is 0.1."""
    if isinstance(number, Decimal):
        return Decimal(1).scaleb(-_places(number))
    step = 1
    while number and number % (step * 10) == 0:
        step *= 10
    return step


def _places(number: Number) -> int:
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return -exponent if isinstance(exponent, int) else 0


def _whole(number: Number) -> Number:
    return int(number) if number == int(number) else number
