"""Regular expressions about text, compiled once and kept between runs.

A pattern about Chinese text is slow to compile, and the hundred and fifty of a run take a third
of its time. What the compiler makes of a pattern is a list of numbers that the same Python
reads back in no time. Patterns themselves are no part of a report, so that nothing that is
checked decides what is kept here.
"""

from __future__ import annotations

import atexit
import re
import sys
from array import array
from base64 import b64decode, b64encode
from contextlib import suppress
from importlib import import_module
from typing import Any

from linter.cache import keep, kept

# The interpreter's own modules behind re. They are no public interface: whatever another
# version has in their place, a pattern that cannot be kept is compiled as ever.
_sre: Any = import_module("_sre")

_KIND = "patterns"
_KEY = f"{sys.version} {sys.byteorder} {getattr(_sre, 'MAGIC', None)}".encode()
_MOST = 500
"""Patterns that are kept at most, so that those of earlier versions do not pile up."""

Code = list[Any]
_UNSIGNED = "I"
"""Four bytes a number, as the interpreter keeps them."""
_NO_CODE = (
    AttributeError,
    ImportError,
    LookupError,
    OverflowError,
    RuntimeError,
    TypeError,
    ValueError,
)


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """As :func:`re.compile`, from what an earlier run compiled where there is such."""
    return _PATTERNS.compiled(text, flags)


class _Patterns:
    """The codes of an earlier run, and those that this one had to compile."""

    def __init__(self) -> None:
        self._known: dict[str, Code] | None = None
        self._added: dict[str, Code] = {}

    def compiled(self, text: str, flags: int) -> re.Pattern[str]:
        name = f"{int(flags)} {text}"
        code = self._codes().get(name)
        if code is not None:
            try:
                return _restored(text, code)
            except _NO_CODE:
                pass  # Whatever it is, it is no code of this pattern, which is compiled anew.
        found = re.compile(text, flags)
        if not self._added:
            atexit.register(self._keep)
        with suppress(*_NO_CODE):
            self._added[name] = _code(text, flags)
        return found

    def _codes(self) -> dict[str, Code]:
        if self._known is None:
            try:
                data = kept(_KIND, _KEY)
            except (LookupError, ValueError):
                data = {}
            self._known = data if isinstance(data, dict) else {}
        return self._known

    def _keep(self) -> None:
        codes = {**self._codes(), **self._added}
        keep(_KIND, _KEY, self._added if len(codes) > _MOST else codes)


def _code(text: str, flags: int) -> Code:
    """What :func:`_restored` makes the pattern of."""
    # The steps of re.compile, which keeps no code in a form that can be written down.
    tree = import_module("re._parser").parse(text, flags)
    numbers = import_module("re._compiler")._code(tree, flags)
    state = tree.state
    packed = b64encode(array(_UNSIGNED, numbers).tobytes()).decode()
    return [int(flags | state.flags), packed, state.groups - 1, state.groupdict]


def _restored(text: str, code: Code) -> re.Pattern[str]:
    """The pattern of a code; the interpreter refuses one that it could not run."""
    flags, packed, groups, names = code
    numbers = array(_UNSIGNED, b64decode(packed)).tolist()
    indexes: list[str | None] = [None] * (groups + 1)
    for name, index in names.items():
        indexes[index] = name
    restored: re.Pattern[str] = _sre.compile(text, flags, numbers, groups, names, tuple(indexes))
    return restored


_PATTERNS = _Patterns()
