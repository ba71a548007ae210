"""A mistake in an assertion, and mistakes in packs as their authors are told of them."""

from __future__ import annotations

from collections.abc import Iterable

from linter.model.rule import Text
from linter.records import record


class Mistake(Exception):
    """Something wrong at ``offset`` characters from the beginning of an assertion."""

    def __init__(self, offset: int, message: Text) -> None:
        super().__init__(offset, message)
        self.offset = offset
        self.message = message


@record
class PackError:
    """One mistake of a pack: ``line`` and ``column`` count from 1 in ``file``."""

    file: str
    line: int
    column: int
    message: Text


class PackErrors(Exception):
    """All mistakes of all packs, in the order of files and lines. No rule is loaded."""

    def __init__(self, errors: Iterable[PackError]) -> None:
        self.errors = tuple(
            sorted(errors, key=lambda error: (error.file, error.line, error.column))
        )
        super().__init__(
            "\n".join(
                f"{error.file}:{error.line}:{error.column}: {error.message.en}"
                for error in self.errors
            )
        )
