"""The zip around a Word document: which parts it has, inflated within limits."""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

from linter.model.problem import InputProblem
from linter.readers import limits
from linter.readers.ooxml.xml import parse

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_OTHER_CONTENT = (
    ("xl/workbook.xml", "XLSX"),
    ("ppt/presentation.xml", "PPTX"),
    ("ofd.xml", "OFD"),
    ("content.xml", "ODF"),
)
_ENCRYPTED = 0x1
_STORED, _DEFLATED = 0, 8


class Package:
    """The parts of a package by their names, which are compared without regard to case.

    Raises E904 for a damaged zip, E905 for an encrypted one, E906 for too many parts.
    """

    def __init__(self, data: bytes) -> None:
        limits.require("zip-entries", data.count(b"PK\x01\x02"), limits.MAX_ZIP_ENTRIES)
        self._zip = _opened(data)
        self._related: dict[str, Mapping[str, str]] = {}
        self._infos = {_key(info.filename): info for info in self._zip.infolist()}
        if any(info.flag_bits & _ENCRYPTED for info in self._infos.values()):
            raise InputProblem("E905", container="ZIP")

    @cached_property
    def main_part(self) -> str:
        """The name of the document; E903 where the zip holds something else than Word's."""
        for name in (self.related("", "officeDocument"), "word/document.xml"):
            if _key(name) in self._infos and not name.startswith(("xl/", "ppt/")):
                return name
        for name, found in _OTHER_CONTENT:
            if name in self._infos:
                raise InputProblem("E903", format=found)
        if any(name.startswith("word/") for name in self._infos):
            raise InputProblem("E904", reason="zip-part-missing")
        raise InputProblem("E903", format="ZIP")

    def part(self, name: str) -> bytes | None:
        """The content of a part, None where it is not there."""
        info = self._infos.get(_key(name))
        return None if info is None else self.inflated(info)

    def related(self, source: str, kind: str) -> str:
        """The part that ``source`` ("" is the package) names as its ``kind``.

        Where it names none, the part that Word would have put there.
        """
        folder, base = posixpath.split(source)
        if source not in self._related:
            self._related[source] = _targets(self.part(f"{folder}/_rels/{base}.rels".lstrip("/")))
        target = self._related[source].get(kind)
        return f"{folder}/{kind}.xml" if target is None else _resolved(folder, target)

    def target(self, source: str, relationship: str) -> str | None:
        """The part to which a relationship of ``source`` leads, which its id names."""
        folder, base = posixpath.split(source)
        part = self.part(f"{folder}/_rels/{base}.rels".lstrip("/"))
        target = _targets(part, key="Id").get(relationship)
        return None if target is None else _resolved(folder, target)

    def members(self) -> Iterable[ZipInfo]:
        """All that the zip holds, whatever it is."""
        return self._infos.values()

    def inflated(self, info: ZipInfo) -> bytes:
        """The content of a member."""
        limits.require("part-bytes", info.file_size, limits.MAX_PART_BYTES)
        if info.compress_type not in (_STORED, _DEFLATED):
            raise InputProblem("E904", reason="zip-compression")
        from zipfile import BadZipFile

        try:
            with self._zip.open(info) as stream:
                content = stream.read(limits.MAX_PART_BYTES + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            raise InputProblem("E904", reason="zip-part-damaged") from None
        limits.require("part-bytes", len(content), limits.MAX_PART_BYTES)
        return content


def _opened(data: bytes) -> ZipFile:
    from zipfile import BadZipFile, ZipFile

    try:
        return ZipFile(BytesIO(data))
    except (BadZipFile, struct.error, ValueError, NotImplementedError, OSError, EOFError):
        raise InputProblem("E904", reason="zip-truncated") from None


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    return posixpath.normpath(target if target[:1] == "/" else f"{folder}/{target}").lstrip("/")


def _targets(relationships: bytes | None, key: str = "Type") -> Mapping[str, str]:
    """From the last word of a relationship's type, or else from its id, to its target."""
    targets: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.endswith("Relationship") and attributes.get("TargetMode") != "External":
            kind = attributes.get(key, "").rpartition("/")[2]
            targets.setdefault(kind, attributes.get("Target", ""))

    if relationships:
        parse(relationships, start)
    return targets
