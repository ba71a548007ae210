"""Letters that a cell of numbers cannot hold, read as the digits that look like them."""

from __future__ import annotations

from linter.readers.ocr.engine import Reading
from linter.records import replace
from linter.regex import regex

_ZEROS, _ONES = "OoQD〇○Ｏ口", "lI！!i"
_WALLS = "|丨｜"
_DIGITS = str.maketrans(
    {**dict.fromkeys(_ZEROS, "0"), **dict.fromkeys(_ONES, "1"), "Z": "2", "z": "2", "B": "8"}
)
_ALONE = str.maketrans({**dict.fromkeys(_ZEROS + "Cc°", "0"), **dict.fromkeys(_ONES, "1")})
_MIXED = regex(r"[0-9OoQD〇○Ｏ口lI！!iZzB.,，．]+")
_LESS_SURE = 0.8


def digits_for_look_alikes(reading: Reading) -> Reading:
    """The number that a cell holds where its letters can only be digits; it is less certain."""
    # What is left of a line of the table beside a number is none of its digits.
    text = reading.text.strip().strip(_WALLS).strip()
    table = _ALONE if len(text) == 1 else _DIGITS
    if len(text) > 1 and not (_MIXED.fullmatch(text) and any(map(str.isdecimal, text))):
        return replace(reading, text=text)
    number = text.translate(table)
    if number == reading.text.strip():
        return replace(reading, text=text)
    return Reading(number, round(_LESS_SURE * reading.confidence, 3))
