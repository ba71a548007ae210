"""Who made a Word document, as its properties say."""

from __future__ import annotations

from linter.model.document import Annotation
from linter.model.place import NOWHERE
from linter.model.problem import InputProblem
from linter.readers.ooxml.annotations import excerpt
from linter.readers.ooxml.package import Package
from linter.readers.ooxml.xml import parse

PROPERTY = "property"
_PARTS = (
    ("core-properties", "docProps/core.xml"),
    ("extended-properties", "docProps/app.xml"),
)
_NAMES = {
    "creator": "creator",
    "lastModifiedBy": "lastModifiedBy",
    "Manager": "manager",
    "Company": "company",
}


def properties_of(package: Package) -> tuple[Annotation, ...]:
    """``creator``, ``lastModifiedBy``, ``manager`` and ``company`` where they are filled."""
    return tuple(
        annotation for kind, usual in _PARTS for annotation in _properties(package, kind, usual)
    )


def _properties(package: Package, kind: str, usual: str) -> tuple[Annotation, ...]:
    reader = _PropertyReader()
    try:
        part = package.part(package.related("", kind)) or package.part(usual)
        if part:
            parse(part, reader.start, reader.end, reader.text)
    except InputProblem:
        # Properties say nothing about the report: it is read even where they are damaged.
        return ()
    return tuple(
        Annotation(PROPERTY, text, NOWHERE, name=name)
        for name, content in reader.found.items()
        if (text := excerpt(content))
    )


class _PropertyReader:
    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._name: str | None = None

    def start(self, name: str, _: dict[str, str]) -> None:
        self._name = _NAMES.get(name.rpartition(" ")[2])

    def end(self, _: str) -> None:
        self._name = None

    def text(self, data: str) -> None:
        if self._name:
            self.found[self._name] = self.found.get(self._name, "") + data
