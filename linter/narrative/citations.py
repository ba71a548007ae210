"""The documents that a report cites."""

from __future__ import annotations

import re

from linter.model.report import Record, Scalar
from linter.narrative.prose import Prose
from linter.regex import regex

_DOCUMENT = regex(r"国办公开办?[函涵]?(?:字)?[〔\[(【]?(20[0-9]{2})[〕\])】]?([0-9]{1,3})号")
_INTACT = regex(r"国办公开办函(?:〔.{4}〕|\[.{4}\]|\(.{4}\)|【.{4}】)[0-9]{1,3}号")


def cited_documents(prose: Prose) -> tuple[Record, ...]:
    """The format documents that the text names, ``number`` as 〔2021〕30号.

    ``intact`` is 0 where the number as printed has a wrong character or lacks a bracket.
    """
    return tuple(
        Record(match.group(), passage.place, passage.section, _fields(match))
        for passage in prose.passages
        for match in _DOCUMENT.finditer(passage.folded)
    )


def _fields(match: re.Match[str]) -> dict[str, Scalar]:
    number = f"〔{match.group(1)}〕{match.group(2)}号"
    return {"number": number, "intact": int(_INTACT.fullmatch(match.group()) is not None)}
