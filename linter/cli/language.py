"""In which language to speak, before anything else is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.model.rule import Language

DEFAULT: Language = "zh"
_VARIABLE = "NIANBAO_LANG"
_FLAG = "--lang"


def stated_language(argv: Sequence[str], environment: Mapping[str, str]) -> Language | None:
    """The language that the command line asks for, wherever it does, else the environment.

    What is no language is passed over here: parsing the arguments will say so.
    """
    stated = [_language(value) for value in _values(argv)]
    stated.append(_language(environment.get(_VARIABLE, "")[:2].lower()))
    return next((language for language in stated if language), None)


def _values(argv: Sequence[str]) -> list[str]:
    """What stands after each ``--lang``, the last one first."""
    options = list(argv[: argv.index("--")] if "--" in argv else argv)
    values = []
    for position, word in enumerate(options):
        if word == _FLAG:
            values += options[position + 1 : position + 2]
        elif word.startswith(f"{_FLAG}="):
            values.append(word.removeprefix(f"{_FLAG}="))
    return values[::-1]


def _language(value: str) -> Language | None:
    if value == "zh":
        return "zh"
    return "en" if value == "en" else None
