"""On which edition of the form a report is to be written."""

from __future__ import annotations

from collections.abc import Sequence

from linter.forms import EDITIONS
from linter.model.edition import OwnEdition
from linter.structure.editions import edition_of_year, first_year
from linter.writing.mistakes import DataMistakes, no_edition, no_form_for


def edition_in_force(year: int, own: Sequence[OwnEdition] = ()) -> str:
    """The edition for reports of ``year``: the national one, or the newest of ``own`` on it.

    Raises :class:`DataMistakes` for a year before the first unified form.
    """
    if year < first_year():
        raise DataMistakes([no_form_for(year, first_year())])
    base = edition_of_year(year)
    since = {one.since: one.id for one in own if one.base == base and one.since}
    reached = [first for first in since if first <= year]
    return since[max(reached)] if reached else base


def known_edition(name: str, own: Sequence[OwnEdition] = ()) -> str:
    """``name``, which must be that of an edition; raises :class:`DataMistakes`."""
    known = (*EDITIONS, *(one.id for one in own))
    if name not in known:
        raise DataMistakes([no_edition(name, known)])
    return name
