"""Which findings an entry of a configuration is meant for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from linter.model.finding import Finding, Ref


def is_about(finding: Finding, cells: Sequence[str]) -> bool:
    """Whether a finding is about any of ``cells``; about anything where there are none.

    A path stands for what it holds as well: that of a row for its cells, that of a table for
    all of it. A finding whose culprit is known is about that one.
    """
    if not cells:
        return True
    paths = tuple(_paths(finding))
    return any(covers(pattern, path) for pattern in cells for path in paths)


def covers(pattern: str, path: str) -> bool:
    """Whether ``pattern`` stands for ``path``."""
    return fnmatchcase(path, pattern) or fnmatchcase(path, f"{pattern}.*")


def _paths(finding: Finding) -> Iterator[str]:
    yield from finding.culprit or finding.cells
    about = finding.facts.get("about")
    if isinstance(about, Ref):
        yield about.path
