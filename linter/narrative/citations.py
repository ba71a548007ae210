"""The documents that a report cites."""

from __future__ import annotations

import re

from linter.model.report import Record
from linter.narrative.prose import Prose

_DOCUMENT = re.compile(r"国办公开办[函涵]?(?:字)?[〔\[(【]?(20[0-9]{2})[〕\])】]?([0-9]{1,3})号")


def cited_documents(prose: Prose) -> tuple[Record, ...]:
    """The format documents that the text names, ``number`` as 〔2021〕30号."""
    return tuple(
        Record(match.group(), passage.place, passage.section, {"number": _number(match)})
        for passage in prose.passages
        for match in _DOCUMENT.finditer(passage.folded)
    )


def _number(match: re.Match[str]) -> str:
    return f"〔{match.group(1)}〕{match.group(2)}号"
