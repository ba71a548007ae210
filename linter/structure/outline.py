"""The document's blocks sorted into the parts of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from linter.forms import load_form
from linter.model.document import Block, Paragraph
from linter.records import record, replace
from linter.structure.frame import (
    SignOff,
    Title,
    find_sign_off,
    find_title,
    sign_off_apart,
    title_of_page,
)
from linter.structure.furniture import article_end, without_copy
from linter.structure.headings import Heading, find_headings, statutory_number
from linter.structure.regrouping import regrouped


@record
class Outline:
    """Where the parts of a report stand among ``blocks``.

    ``ends_at`` is the index of the first block behind the report: what follows the sign-off
    belongs to the page, not to the report.
    """

    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]
    title: Title | None
    sign_off: SignOff
    ends_at: int

    def regions(self) -> Iterator[tuple[Heading, range]]:
        """Every heading with the blocks under it."""
        ends = [*(heading.index for heading in self.headings[1:]), self.ends_at]
        for heading, end in zip(self.headings, ends, strict=False):
            yield heading, range(heading.index + 1, max(end, heading.index + 1))

    def sections(self) -> Mapping[str, tuple[Heading, range]]:
        """The statutory sections by key; of a doubled one the print with the more blocks."""
        found: dict[str, tuple[Heading, range]] = {}
        for heading, region in self.regions():
            if heading.key and (heading.key not in found or (not found[heading.key][1] and region)):
                found[heading.key] = (heading, region)
        return found

    def front(self) -> range:
        """The blocks before the first heading, the title among them."""
        return range(self.headings[0].index if self.headings else self.ends_at)


def find_outline(blocks: Sequence[Block], edition: str, page_title: str | None = None) -> Outline:
    """Sorts ``blocks``; where the article's own headings count as page furniture, all count.

    ``page_title`` stands in for a title that the text itself does not have.
    """
    blocks = sign_off_apart(regrouped(blocks, edition))
    headings = find_headings(blocks, edition)
    if not any(heading.key for heading in headings):
        opened = tuple(replace(block, chrome=False) for block in blocks)
        opened_headings = find_headings(opened, edition)
        if opened_headings:
            blocks, headings = opened, opened_headings
    blocks, headings = without_copy(blocks, headings)
    headings = _named_by_number(headings, edition)
    first = headings[0].index if headings else len(blocks)
    last = headings[-1].index if headings else -1
    title = find_title(blocks, first) or title_of_page(page_title)
    end = article_end(blocks, last)
    sign_off = find_sign_off(blocks[:end], last)
    ends = [at for at in (sign_off.date_at, sign_off.issuer_at) if at is not None]
    ends_at = max(ends) + 1 if ends else end
    return Outline(tuple(blocks), tuple(headings), title, sign_off, ends_at)


def _named_by_number(headings: Sequence[Heading], edition: str) -> list[Heading]:
    """Headings of another wording taken for the missing section in whose place they stand."""
    keys = list(load_form(edition).sections)
    present = {heading.key for heading in headings}
    named: list[Heading] = []
    for position, heading in enumerate(headings):
        number = heading.number or 0
        key = keys[number - 1] if 0 < number <= len(keys) else None
        if heading.key is None and key and key not in present:
            before = [statutory_number(edition, h.key) for h in headings[:position] if h.key]
            after = [statutory_number(edition, h.key) for h in headings[position:] if h.key]
            if max(before, default=0) < number < min(after, default=len(keys) + 1):
                present.add(key)
                heading = replace(heading, key=key)
        named.append(heading)
    return named


def paragraphs(outline: Outline, region: range, used: frozenset[int]) -> tuple[Paragraph, ...]:
    """The prose of a region, without page furniture and what belongs to a table or the frame."""
    found = (outline.blocks[index] for index in region if index not in used)
    return tuple(block for block in found if is_prose(block))


def is_prose(block: Block) -> TypeGuard[Paragraph]:
    """Whether a block is a paragraph of the article itself."""
    return isinstance(block, Paragraph) and not block.chrome


def frame_indexes(outline: Outline) -> frozenset[int]:
    """The blocks that the title and the sign-off fill."""
    title = outline.title.indexes if outline.title else ()
    signed = (outline.sign_off.issuer_at, outline.sign_off.date_at)
    return frozenset((*title, *(index for index in signed if index is not None)))
