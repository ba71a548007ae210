"""A site's page with its attachments in one archive (``.zip``): the one report in it.

Nothing is ever written to disk, and the members' paths mean nothing: only the ends of their
names tell which may be a report. Archives inside the archive are not opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from linter.model.document import Document
from linter.readers import limits
from linter.readers.enclosed import Candidate, only_report
from linter.readers.ooxml.package import Package

if TYPE_CHECKING:
    from zipfile import ZipInfo

# Kinds from the surest to read to the least; of one report in several, the first is taken.
_KINDS = (
    (".docx", ".docm"),
    (".html", ".htm", ".shtml"),
    (".xlsx",),
    (".md", ".markdown", ".txt"),
    (".mht", ".mhtml"),
    (".pdf",),
    (".doc", ".wps", ".rtf", ".odt", ".xls", ".et"),
)
_FIRST_SLOW = len(_KINDS) - 2
_KIND_OF = {suffix: kind for kind, suffixes in enumerate(_KINDS) for suffix in suffixes}
_OF_THE_SYSTEM = ("__macosx/", ".", "~$")
_SAVED_BESIDE = ("_files/", ".files/")


def zip_document(data: bytes) -> Document:
    """The report in an archive; its places tell table, row and cell, for no one edits it there.

    Raises E916 where no member, or more than one, can be meant as the report, else as the
    members do.
    """
    package = Package(data)
    return only_report("ZIP", _candidates(package))


def _candidates(package: Package) -> Iterator[tuple[Candidate, ...]]:
    """Members that may be the report, those of one kind together, the surest kind first."""
    members = [(_kind(info), info) for info in package.members()]
    named = [(kind, info) for kind, info in members if kind is not None]
    limits.require("zip-entries", len(named), limits.MAX_ARCHIVE_MEMBERS)
    limits.require("bytes", sum(info.file_size for _, info in named), limits.MAX_BYTES)
    for kind in range(len(_KINDS)):
        found = [info for own, info in named if own == kind]
        if kind >= _FIRST_SLOW:
            limits.require("zip-entries", len(found), limits.MAX_SLOW_MEMBERS)
        yield tuple(Candidate(info.filename, _content(package, info)) for info in found)


def _content(package: Package, info: ZipInfo) -> Callable[[], bytes]:
    return lambda: package.inflated(info)


def _kind(info: ZipInfo) -> int | None:
    """The kind that the member's name tells; None for what surely is no report."""
    path = info.filename.replace("\\", "/").lower()
    name = path.rpartition("/")[2]
    if path.startswith(_OF_THE_SYSTEM) or name.startswith(_OF_THE_SYSTEM):
        return None
    if any(folder in path for folder in _SAVED_BESIDE):
        return None
    return _KIND_OF.get("." + name.rpartition(".")[2])
