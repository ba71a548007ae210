"""An edition of the form that a pack derives from a national one."""

from __future__ import annotations

from collections.abc import Mapping

from linter.model.rule import Text
from linter.records import field, record


@record
class AddedSection:
    """A section behind those of the base edition.

    Where it is not ``required`` it is tolerated. ``example`` is its prose in the example report.
    """

    key: str
    title: Text
    example: str
    required: bool = True


@record
class OwnEdition:
    """An edition that differs from its ``base`` in what is given here, by its legal ``source``.

    ``since`` is the first report year to which it applies, None where it has to be asked for.
    ``headings`` are further wordings of the sections' headings by their keys, ``labels`` of
    rows, columns and cells' columns by their paths; all are accepted in silence. ``without``
    are ids of rules of the base edition that do not hold. ``origin`` is where it is declared.
    """

    id: str
    base: str
    source: str
    since: int | None = None
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sections: tuple[AddedSection, ...] = ()
    without: tuple[str, ...] = ()
    origin: str = ""
