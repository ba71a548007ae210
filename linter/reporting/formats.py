"""The formats in which a run can be written, as a table; nothing is imported before it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from linter.reporting.run import Run


class Format(NamedTuple):
    """``function`` of ``module`` writes a run; ``binary`` ones are bytes, no text.

    ``needs`` is the distribution without which it cannot be written, ``extra`` the extra that
    installs it.
    """

    module: str
    function: str
    binary: bool = False
    needs: str = ""
    extra: str = ""


_EXCHANGE = "linter.reporting.exchange"

FORMATS: Mapping[str, Format] = {
    "rich": Format("linter.reporting.drawn", "drawn"),
    "plain": Format("linter.reporting.plain", "plain"),
    "json": Format("linter.reporting.findings_json", "findings_json"),
    "jsonl": Format(f"{_EXCHANGE}.jsonl", "jsonl"),
    "sarif": Format(f"{_EXCHANGE}.sarif", "sarif"),
    "junit": Format(f"{_EXCHANGE}.junit", "junit"),
    "github": Format(f"{_EXCHANGE}.github", "github"),
    "gitlab": Format(f"{_EXCHANGE}.gitlab", "gitlab"),
    "rdjson": Format(f"{_EXCHANGE}.rdjson", "rdjson"),
    "checkstyle": Format(f"{_EXCHANGE}.checkstyle", "checkstyle"),
    "markdown": Format(f"{_EXCHANGE}.markdown", "markdown"),
    "html": Format("linter.reporting.html.page", "html"),
    "xlsx": Format(
        f"{_EXCHANGE}.workbook", "workbook", binary=True, needs="XlsxWriter", extra="xlsx"
    ),
}


def is_missing(form: Format) -> bool:
    """Whether a format cannot be written for want of what its extra installs."""
    if not form.needs:
        return False
    from importlib.util import find_spec

    return find_spec(form.needs.lower()) is None


def written(run: Run, name: str) -> str | bytes:
    """The run in the format ``name``."""
    from importlib import import_module

    form = FORMATS[name]
    writer = getattr(import_module(form.module), form.function)
    return cast("Callable[[Run], str | bytes]", writer)(run)
