"""Where the data folders ``schemas/`` and ``rules/`` lie, in a wheel and in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_DATA = _PACKAGE / "data" if (_PACKAGE / "data").is_dir() else _PACKAGE.parent

SCHEMAS = _DATA / "schemas"
RULES = _DATA / "rules"
