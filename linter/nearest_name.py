"""Which known name was probably meant by one that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST_NAME = 100
_LIKENESS = 0.6
# A Chinese name often has two characters, one of which is mistaken.
_LIKENESS_IN_CHINESE = 0.5


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, letter case aside, or None where none is like it."""
    # Needed only once something is wrong already.
    from difflib import get_close_matches

    folded = {candidate.casefold(): candidate for candidate in known}
    cutoff = _LIKENESS if name.isascii() else _LIKENESS_IN_CHINESE
    likely = get_close_matches(name[:_LONGEST_NAME].casefold(), folded, n=1, cutoff=cutoff)
    return folded[likely[0]] if likely else None
