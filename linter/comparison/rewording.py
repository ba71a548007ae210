"""One text against another: sentence by sentence, and within a sentence word by word.

In Chinese a word is not marked off, so that a character counts as one; a number or a Latin word
stays whole. What two sentences have in common by chance (a 「的」 here, a comma there) is no part
that was kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from linter.comparison.model import Kept, Piece, SentenceChange
from linter.regex import regex

_TOKEN = regex(r"[0-9]+(?:[.,][0-9]+)*%?|[A-Za-z]+|.", 16)

_MOST_COMPARISONS = 16_000_000
"""Pairs of sentences, or of words, beyond which texts are not aligned: 2 MB of bits."""

_MOST_LETTERS = 8_000_000
"""Letters that are read in trying sentences on each other where a passage was rewritten."""

_ALIKE = 0.5
"""How much of two sentences must be the same for one to be a new wording of the other."""

_LEAST_KEPT = 3
"""Characters that must stand in a row between two changes to count as kept."""


def sentence_changes(old: Sequence[str], new: Sequence[str]) -> tuple[SentenceChange, ...]:
    """The sentences of ``new`` and ``old`` that are not the same, in order."""
    changes: list[SentenceChange] = []
    for removed, added in _unlike(old, new):
        changes.extend(_rewritten(old[slice(*removed)], new[slice(*added)]))
    return tuple(changes)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """A sentence and its new wording as stretches that are the same, removed or added."""
    first, second = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[tuple[str, str, str]] = []
    start = 0
    for removed, added in _unlike(first, second):
        found.append(("".join(first[start : removed[0]]), "", ""))
        found.append(("", "".join(first[slice(*removed)]), "".join(second[slice(*added)])))
        start = removed[1]
    found.append(("".join(first[start:]), "", ""))
    return tuple(_told(_without_chance(found)))


Range = tuple[int, int]


def _unlike(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Range, Range]]:
    """Where ``old`` and ``new`` differ: ranges of the one for ranges of the other."""
    head = _common(old, new)
    first, second = old[head:], new[head:]
    tail = _common(first[::-1], second[::-1])
    first, second = first[: len(first) - tail], second[: len(second) - tail]
    if len(first) * len(second) > _MOST_COMPARISONS:
        yield (head, head + len(first)), (head, head + len(second))
        return
    a = b = 0
    for a1, a2, b1, b2 in _equal(first, second):
        if a < a1 or b < b1:
            yield (head + a, head + a1), (head + b, head + b1)
        a, b = a2, b2
    if a < len(first) or b < len(second):
        yield (head + a, head + len(first)), (head + b, head + len(second))


def _equal(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    for step in LCSseq.opcodes(old, new):
        if step.tag == "equal":
            yield step.src_start, step.src_end, step.dest_start, step.dest_end


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many items both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(old), len(new)))


def _rewritten(old: Sequence[str], new: Sequence[str]) -> Iterator[SentenceChange]:
    """The sentences of a passage that was rewritten, those alike set against each other."""
    a = b = 0
    for first, second in (*_alike(old, new), (len(old), len(new))):
        yield from (SentenceChange((Piece("removed", text),)) for text in old[a:first])
        yield from (SentenceChange((Piece("added", text),)) for text in new[b:second])
        if first < len(old) and second < len(new):
            yield SentenceChange(pieces(old[first], new[second]))
        a, b = first + 1, second + 1


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Which sentence is a new wording of which: the pairs, in order, that are most alike."""
    if len(new) * sum(map(len, old)) + len(old) * sum(map(len, new)) > _MOST_LETTERS:
        return []
    first, second = [_pairs_of(text) for text in old], [_pairs_of(text) for text in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[_likeness(one, other) for other in second] for one in first]
    for a in reversed(range(len(old))):
        for b in reversed(range(len(new))):
            taken = likeness[a][b] + best[a + 1][b + 1] if likeness[a][b] >= _ALIKE else 0.0
            best[a][b] = max(best[a + 1][b], best[a][b + 1], taken)
    found: list[tuple[int, int]] = []
    a = b = 0
    while a < len(old) and b < len(new):
        if best[a][b] == best[a + 1][b]:
            a += 1
        elif best[a][b] == best[a][b + 1]:
            b += 1
        else:
            found.append((a, b))
            a, b = a + 1, b + 1
    return found


def _pairs_of(text: str) -> Counter[str]:
    """The pairs of neighbouring characters, figures left out: a new year is no new sentence."""
    letters = [char for char in text if not char.isdigit()]
    return Counter(map("".join, pairwise(letters)))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient: 1 for the same pairs, 0 for none in common."""
    whole = one.total() + other.total()
    return 2 * (one & other).total() / whole if whole else 0.0


def _without_chance(found: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Joins changes with too little between them for it to have been kept on purpose."""
    joined: list[tuple[str, str, str]] = []
    for index, (same, removed, added) in enumerate(found):
        inner = 0 < index < len(found) - 1 and bool(same)
        if inner and len(same) < _LEAST_KEPT:
            removed, added, same = same, same, ""
        if joined and not same and not joined[-1][0]:
            _, earlier_removed, earlier_added = joined.pop()
            removed, added = earlier_removed + removed, earlier_added + added
        if same or removed or added:
            joined.append((same, removed, added))
    return joined


def _told(found: list[tuple[str, str, str]]) -> Iterator[Piece]:
    kinds: tuple[Kept, Kept, Kept] = ("same", "removed", "added")
    for stretch in found:
        yield from (Piece(kind, text) for kind, text in zip(kinds, stretch, strict=True) if text)
