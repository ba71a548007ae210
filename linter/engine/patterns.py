"""Patterns of ``like``: ``*`` is any run of characters, ``?`` any one character."""

from __future__ import annotations


def matches(pattern: str, text: str) -> bool:
    """Whether the whole of ``text`` has the form of ``pattern``.

    No step is ever taken back, so that the time grows at most with the product of the two
    lengths, whatever the pattern.
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
        found = _first_place(piece, text, position, end)
        if found is None:
            return False
        position = found + len(piece)
    return True


def _first_place(piece: str, text: str, start: int, end: int) -> int | None:
    """Where ``piece`` first stands within ``text[start:end]``."""
    if "?" not in piece:
        place = text.find(piece, start, end)
        return None if place < 0 else place
    places = range(start, end - len(piece) + 1)
    return next((place for place in places if _stands_at(piece, text, place)), None)


def _stands_at(piece: str, text: str, place: int) -> bool:
    if "?" not in piece:
        return text.startswith(piece, place)
    part = text[place : place + len(piece)]
    return all(wanted in ("?", found) for wanted, found in zip(piece, part, strict=True))
