"""From an edit to the pieces of the source that change, whatever the source is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.model.fix import Edit
from linter.records import record
from linter.structure.folding import fold, squeeze


@record
class Glyph:
    """A character that a reader of the file sees, and the part of the source that makes it."""

    text: str
    start: int
    end: int


@record
class Splice:
    """The source from ``start`` to ``end`` is replaced by ``text``, which is not yet escaped."""

    start: int
    end: int
    text: str


def splices(glyphs: Sequence[Glyph], edit: Edit) -> tuple[Splice, ...] | None:
    """What changes where ``glyphs`` are read from the place of ``edit`` on.

    White space and full-width forms make no difference in finding; of a text only what differs
    changes, of a number all of it. None where the text is not found.
    """
    shown = [glyph for glyph in glyphs if squeeze(glyph.text)]
    found, replacement = squeeze(edit.found), edit.replacement
    at = _position(shown, found)
    if at is None:
        dropped = _numbering(shown, found, replacement)
        if not dropped:
            return None
        found, replacement, at = found[dropped:], replacement[dropped:], 0
    matched = shown[at : at + len(found)]
    before, after = _common_ends([glyph.text for glyph in matched], replacement)
    new = replacement[before : len(replacement) - after]
    changed = matched[before : len(matched) - after]
    if not changed:
        return _without_gaps(glyphs, matched) if not new else _inserted(matched, before, new)
    pieces = _covered(glyphs, changed[0], changed[-1])
    first, *others = pieces
    return (Splice(first[0], first[1], new), *(Splice(start, end, "") for start, end in others))


def span(glyphs: Sequence[Glyph], text: str) -> tuple[int, int] | None:
    """The part of the source in which ``text`` is read, white space apart; None where it is not."""
    shown = [glyph for glyph in glyphs if squeeze(glyph.text)]
    wanted = squeeze(text)
    at = _position(shown, wanted)
    if at is None or not wanted:
        return None
    return shown[at].start, shown[at + len(wanted) - 1].end


def overlap(splices: Iterable[Splice], others: Iterable[Splice]) -> bool:
    """Whether two changes touch the same part of the source."""
    taken = list(others)
    return any(
        (one.start < other.end and other.start < one.end)
        or (one.start, one.end) == (other.start, other.end)
        for one in splices
        for other in taken
    )


def _position(shown: Sequence[Glyph], found: str) -> int | None:
    """Where the text begins; characters are compared one by one, so that counts stay equal."""
    folded = [fold(glyph.text) for glyph in shown]
    wanted = [fold(character) for character in found]
    for at in range(len(folded) - len(wanted) + 1):
        if folded[at : at + len(wanted)] == wanted:
            return at
    return None


def _numbering(shown: Sequence[Glyph], found: str, replacement: str) -> int:
    """How many characters in front stay and are Word's own numbering, which is not in the text."""
    for count, (one, other) in enumerate(zip(found, replacement, strict=False), 1):
        if one != other:
            break
        if found[count:] and _position(shown[: len(found) - count], found[count:]) == 0:
            return count
    return 0


def _common_ends(found: Sequence[str], replacement: str) -> tuple[int, int]:
    """How many characters at both ends stay; a number is never cut."""
    most = min(len(found), len(replacement))
    before = 0
    while before < most and found[before] == replacement[before]:
        before += 1
    after = 0
    while after < most - before and found[-1 - after] == replacement[-1 - after]:
        after += 1
    if before == len(found) == len(replacement):
        return (0, 0) if replacement.isdecimal() else (before, 0)
    while before and _in_number(replacement[before - 1], found[before:], replacement[before:]):
        before -= 1
    kept = len(replacement) - after
    while after and _in_number(
        replacement[kept], found[before : len(found) - after][::-1], replacement[before:kept][::-1]
    ):
        after, kept = after - 1, kept + 1
    return before, after


def _in_number(kept: str, found: Sequence[str], replacement: str) -> bool:
    """Whether a digit that would stay belongs to a number that changes next to it."""
    beside = (*found[:1], replacement[:1])
    return kept.isdecimal() and any(character.isdecimal() for character in beside)


def _without_gaps(glyphs: Sequence[Glyph], matched: Sequence[Glyph]) -> tuple[Splice, ...]:
    """The matched text is right but for the white space in it."""
    inner = [g for g in glyphs if matched[0].end <= g.start and g.end <= matched[-1].start]
    gaps = [glyph for glyph in inner if not squeeze(glyph.text)]
    return tuple(Splice(start, end, "") for start, end in _joined(gaps))


def _inserted(matched: Sequence[Glyph], before: int, new: str) -> tuple[Splice, ...]:
    """Characters that are only missing stand behind the one before, else in front of the first."""
    at = matched[before - 1].end if before else matched[0].start
    return (Splice(at, at, new),)


def _covered(glyphs: Sequence[Glyph], first: Glyph, last: Glyph) -> list[tuple[int, int]]:
    return _joined([g for g in glyphs if first.start <= g.start and g.end <= last.end])


def _joined(glyphs: Sequence[Glyph]) -> list[tuple[int, int]]:
    """The parts of the source that glyphs make, neighbours as one."""
    parts: list[tuple[int, int]] = []
    for glyph in glyphs:
        if parts and parts[-1][1] == glyph.start:
            parts[-1] = (parts[-1][0], glyph.end)
        else:
            parts.append((glyph.start, glyph.end))
    return parts
