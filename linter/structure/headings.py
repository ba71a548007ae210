"""Which paragraphs are the headings of the statutory sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.forms import load_form
from linter.model.document import Block, Paragraph
from linter.model.place import Place
from linter.records import record, replace
from linter.regex import regex
from linter.structure.folding import BULLETS, Numbered, bare, fold, numbered, squeeze
from linter.structure.label_matching import section_labels

_TOP = "一、"
_LONGEST = 48
_INLINE_WITHIN = 60
_LONGEST_LEADER = 60
_BRACKETS = tuple("【】[]")
_SENTENCE = regex("[。；;！!？?]")
_LEADER = regex(r"(?:[.…·。_]{2,}|\t| {3,})\s*[0-9]{1,3}\s*$")


@record
class Heading:
    """A heading at block ``index``; ``key`` is its section, None for one the form does not have.

    ``rest`` is text that follows on the same line, ``printed`` the heading as printed.
    """

    index: int
    place: Place
    key: str | None
    exact: bool
    number: int | None
    printed: str
    rest: str = ""
    style: str = ""
    level: int | None = None


def find_headings(blocks: Sequence[Block], edition: str) -> list[Heading]:
    """The headings in document order, table of contents left out."""
    candidates = [
        heading
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph) and not block.chrome
        for heading in _candidates(index, block, edition)
    ]
    chosen = _best_of_each(candidates)
    return _without_contents(_with_strangers(chosen, candidates), blocks)


def _candidates(index: int, block: Paragraph, edition: str) -> Iterator[Heading]:
    text = _without_leader(block.text).strip().lstrip(BULLETS).lstrip()
    if text[:1] in _BRACKETS and text[-1:] in _BRACKETS:
        text = text[1:-1]
    if len(text) > _LONGEST * 2 and not _may_start(text):
        return
    label = numbered(text)
    key, exact, rest = _section(text, label, edition)
    stranger = label.style == _TOP and len(fold(text)) <= _LONGEST and not _SENTENCE.search(text)
    if key is None and not stranger:
        return
    printed = squeeze(text[: len(text) - len(rest)]) if rest else squeeze(text)
    rest = rest.lstrip(" \t\u3000:：。.—-\n")
    yield Heading(
        index,
        block.place,
        key,
        exact,
        label.number,
        printed.rstrip("：:。."),
        rest,
        label.style,
        block.level,
    )


def _without_leader(text: str) -> str:
    """The text without the dots and page number of a table of contents."""
    tail = text[-_LONGEST_LEADER:]
    leader = _LEADER.search(tail)
    return text if leader is None else text[: len(text) - len(tail) + leader.start()]


def _may_start(text: str) -> bool:
    return numbered(text[:12]).style == _TOP


def _section(text: str, label: Numbered, edition: str) -> tuple[str | None, bool, str]:
    labels = section_labels(edition)
    match = labels.exact(label.body)
    if match:
        return match.key, match.exact, ""
    if label.style == _TOP:
        inline = _inline(text, edition)
        if inline:
            return inline[0], inline[1], text[inline[2] :]
        if len(label.body) <= _LONGEST and not _SENTENCE.search(text):
            match = labels.similar(label.body)
            if match:
                return match.key, False, ""
    return None, False, ""


def _inline(text: str, edition: str) -> tuple[str, bool, int] | None:
    """The section whose heading opens a paragraph that goes on behind it."""
    labels = section_labels(edition)
    best = None
    for end in range(4, min(len(text), _INLINE_WITHIN)):
        if bare(fold(text[end])) and not text[end].isspace() and text[end - 1] not in "：:。":
            continue
        match = labels.exact(numbered(text[:end]).body)
        if match:
            best = (match.key, match.exact, end)
    return best


def _rank(heading: Heading) -> int:
    if heading.style == _TOP:
        return 0 if heading.exact else 2
    return (1 if heading.level else 3) if heading.style == "" else 4


def _best_of_each(candidates: Sequence[Heading]) -> list[Heading]:
    """For each section the candidates of the best kind: 一、 before unnumbered before （一）."""
    ranks: dict[str, int] = {}
    for heading in candidates:
        if heading.key:
            ranks[heading.key] = min(_rank(heading), ranks.get(heading.key, 9))
    usual = sum(1 for rank in ranks.values() if rank <= 2)
    return [
        heading
        for heading in candidates
        if heading.key
        and _rank(heading) == ranks[heading.key]
        and (_rank(heading) <= 2 or usual < 3)
    ]


def _with_strangers(chosen: list[Heading], candidates: Sequence[Heading]) -> list[Heading]:
    """The chosen headings and the top-level ones that the form does not have."""
    kept = {heading.index for heading in chosen}
    numbered_later = {heading.number: heading.index for heading in chosen if heading.exact}
    first = _first(chosen, candidates)
    levels = {heading.level for heading in chosen}
    level = levels.pop() if len(levels) == 1 else None
    headings: list[Heading] = []
    last = 0
    for heading in candidates:
        if heading.index in kept:
            headings.append(heading)
            last = heading.number or last
        elif heading.style != _TOP or heading.index < numbered_later.get(heading.number, -1):
            continue  # a list inside a section whose own number comes later
        elif heading.index == first or (last and _is_top(heading, level, last)):
            headings.append(replace(heading, key=None, exact=False))
            last = heading.number or last
    return headings


def _first(chosen: Sequence[Heading], candidates: Sequence[Heading]) -> int | None:
    """The index of a heading 一、 of another wording that stands where section one begins."""
    if not chosen or any(heading.number == 1 for heading in chosen):
        return None
    before = [h.index for h in candidates if h.number == 1 and h.index < chosen[0].index]
    return before[-1] if before else None


def _is_top(heading: Heading, level: int | None, last: int) -> bool:
    if level is not None:
        return heading.level == level
    return heading.number == last + 1


def _without_contents(headings: list[Heading], blocks: Sequence[Block]) -> list[Heading]:
    """The headings without a table of contents: a run with entries between that comes again."""
    contents = headings[:1]
    for before, heading in pairwise(headings):
        listed = {entry.key for entry in contents}
        between = blocks[before.index + 1 : heading.index]
        if heading.key in listed or not all(map(_is_entry, between)):
            break
        contents.append(heading)
    run = len(contents)
    later = {heading.key for heading in headings[run:]}
    if run >= 3 and all(heading.key in later for heading in contents if heading.key):
        return headings[run:]
    return headings


def _is_entry(block: Block) -> bool:
    """Whether a block can be an entry of a table of contents: a line and no sentence."""
    return (
        isinstance(block, Paragraph)
        and len(block.text) <= _LONGEST
        and not _SENTENCE.search(block.text)
    )


def statutory_number(edition: str, key: str) -> int:
    """The place of a section among the six, from 1."""
    return list(load_form(edition).sections).index(key) + 1
