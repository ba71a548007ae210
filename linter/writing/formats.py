"""The formats in which a report can be written, by the suffix of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from linter.writing.draft import Draft


class Format(NamedTuple):
    """``function`` of ``module`` writes a draft; it ``needs`` what the extra ``extra`` installs."""

    module: str
    function: str
    needs: str = ""
    extra: str = ""


_ROOM = "linter.writing"
_WEB_PAGE = Format(f"{_ROOM}.web_page", "web_page")

FORMATS: Mapping[str, Format] = {
    "docx": Format(f"{_ROOM}.word", "word"),
    "md": Format(f"{_ROOM}.markdown", "markdown"),
    "html": _WEB_PAGE,
    "htm": _WEB_PAGE,
    "xlsx": Format(f"{_ROOM}.workbook", "workbook", needs="XlsxWriter", extra="xlsx"),
}


def suffix_of(name: str) -> str:
    """The suffix of a file's name in small letters, without its dot; empty where it has none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def is_missing(suffix: str) -> bool:
    """Whether files of ``suffix`` cannot be written for want of what an extra installs."""
    needs = FORMATS[suffix].needs
    if not needs:
        return False
    from importlib.util import find_spec

    return find_spec(needs.lower()) is None


def written(draft: Draft, suffix: str) -> bytes:
    """The bytes of a file with ``suffix`` that prints ``draft``."""
    from importlib import import_module

    form = FORMATS[suffix]
    writer = getattr(import_module(form.module), form.function)
    return cast("Callable[[Draft], bytes]", writer)(draft)
