"""Patterns of ``like``: ``*`` is any run of characters, ``?`` any one character."""

from __future__ import annotations

from functools import lru_cache

# A rule that ranges over many records asks the same of the same text many times.
_KEPT = 64


@lru_cache(maxsize=_KEPT)
def matches(pattern: str, text: str) -> bool:
    """Whether the whole of ``text`` has the form of ``pattern``.

    No step is ever taken back: the time grows with the length of the text, whatever the
    pattern.
    """
    first, *rest = pattern.split("*")
    if not rest:
        return len(first) == len(text) and _stands_at(first, text, 0)
    *inner, last = rest
    end = len(text) - len(last)
    if len(first) > end or not _stands_at(first, text, 0) or not _stands_at(last, text, end):
        return False
    position = len(first)
    for piece in inner:
        found = _end_of_first(piece, text, position, end)
        if found is None:
            return False
        position = found
    return True


def _end_of_first(piece: str, text: str, start: int, end: int) -> int | None:
    """Where the first ``piece`` within ``text[start:end]`` ends."""
    if "?" not in piece:
        place = text.find(piece, start, end)
        return None if place < 0 else place + len(piece)
    return _end_with_gaps(piece, text, start, end)


def _end_with_gaps(piece: str, text: str, start: int, end: int) -> int | None:
    """As above: bit n of ``begun`` says that the characters before fit the first n + 1 of the
    piece, so that all its places are tried at once.
    """
    anything = sum(1 << place for place, wanted in enumerate(piece) if wanted == "?")
    fitting = dict.fromkeys(piece, anything)
    for place, wanted in enumerate(piece):
        fitting[wanted] |= 1 << place
    whole, begun = 1 << (len(piece) - 1), 0
    for position in range(start, end):
        begun = (begun << 1 | 1) & fitting.get(text[position], anything)
        if begun & whole:
            return position + 1
    return None


def _stands_at(piece: str, text: str, place: int) -> bool:
    if "?" not in piece:
        return text.startswith(piece, place)
    part = text[place : place + len(piece)]
    return all(wanted in ("?", found) for wanted, found in zip(piece, part, strict=True))
