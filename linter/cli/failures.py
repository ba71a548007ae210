"""Why a command could not do what it was asked to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.model.rule import Language


class UsageError(Exception):
    """A mistake on the command line; ``message`` is one sentence in ``language``."""

    def __init__(self, message: str, language: Language) -> None:
        super().__init__(message)
        self.message = message
        self.language = language


class Stopped(Exception):
    """Something else that keeps a command from its work.

    ``message`` is one sentence in ``language``; ``details`` are lines to stand before it.
    """

    def __init__(self, message: str, language: Language, details: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.language = language
        self.details = tuple(details)
