"""A sentence in pieces, each with what it states."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence

from linter.narrative.claims.amounts import Amount, with_amounts
from linter.narrative.claims.grammar import PIECE, Node, parsed
from linter.narrative.claims.tokens import BREAK, CLOSE, OPEN, YEAR, Token, tokens
from linter.records import record

_LONGEST = 80
"""Words of a piece up to which it is read: no sentence of a report has as many."""


@record
class Piece:
    """What stands between two commas, or between a figure and the next 、.

    ``within`` says whether it stands in brackets, ``clause`` how many semicolons stand before;
    ``node`` is what it states, None where the grammar does not have it; ``amount`` its first
    figure, ``percent`` its share of a whole.
    """

    words: tuple[Token, ...]
    node: Node | None
    amount: Amount | None
    percent: Amount | None
    within: bool
    clause: int

    @property
    def statement(self) -> Node | None:
        """Its figure, denial, completion or share."""
        outer = self.node.node("statement") if self.node else None
        inner = outer.parts[0] if outer else None
        return inner if isinstance(inner, Node) else None

    @property
    def before(self) -> tuple[Token, ...]:
        """The words before its first figure."""
        if self.amount is None:
            return self.words
        return tuple(word for word in self.words if word.start < self.amount.start)

    @property
    def named(self) -> tuple[Token, ...]:
        """The words before its first figure and those that say of what it is one."""
        return self.words[: self._last_named()]

    def _last_named(self) -> int:
        end = len(self.before) + 1
        while end < len(self.words) and self.words[end].kind in ("STRONG", "DONE", "WEAK"):
            end += 1
        return end

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(word.kind for word in self.words)


def pieces(folded: str, year: int | None) -> list[Piece]:
    """The pieces of a folded sentence of the report of ``year``, those in brackets apart."""
    words, amounts = with_amounts(_settled(tokens(folded), year))
    semicolons = [word.start for word in words if word.kind == BREAK and word.key in ";；"]
    return [
        _piece(run, amounts, bisect(semicolons, run[0].start), within=within)
        for within, level in _levels(words)
        for run in _runs(level)
        if run
    ]


def _piece(run: list[Token], amounts: Mapping[int, Amount], clause: int, *, within: bool) -> Piece:
    node = parsed(run, PIECE) if len(run) <= _LONGEST else None
    amount = next((amounts[word.start] for word in run if word.kind == "AMOUNT"), None)
    share = _share(run)
    percent = None if share is None else amounts[share]
    return Piece(tuple(run), node, amount, percent, within, clause)


def _share(run: Sequence[Token]) -> int | None:
    """Where the percentage stands that 占 gives, unless it says of what else it is one."""
    for number, word in enumerate(run):
        if word.kind == "SHARE":
            for following in run[number + 1 :]:
                if following.kind == "PERCENT":
                    return following.start
                if following.kind not in ("WEAK", "STRONG", "DONE"):
                    return None
    return None


def _levels(words: Sequence[Token]) -> Iterator[tuple[bool, list[Token]]]:
    """The words in brackets apart, each behind the piece in which the brackets stand."""
    outer: list[Token] = []
    inner: list[Token] = []
    waiting: list[list[Token]] = []
    depth = 0
    for word in words:
        if word.kind == OPEN:
            depth += 1
        elif word.kind == CLOSE:
            depth = max(depth - 1, 0)
            if depth == 0 and inner:
                waiting.append(inner)
                inner = []
        elif depth:
            inner.append(word)
        else:
            outer.append(word)
            if word.kind == BREAK and waiting:
                yield from _flushed(outer, waiting)
                outer, waiting = [], []
    yield from _flushed(outer, [*waiting, inner] if inner else waiting)


def _flushed(outer: list[Token], waiting: list[list[Token]]) -> Iterator[tuple[bool, list[Token]]]:
    yield False, outer
    for inner in waiting:
        yield True, inner


def _runs(words: Sequence[Token]) -> Iterator[list[Token]]:
    """What stands between commas; 「公开1件、不予公开2件」 is two runs, 「复议、诉讼2件」 one."""
    run: list[Token] = []
    for position, word in enumerate(words):
        if _ends_piece(run, words, position):
            yield run
            run = []
        elif word.kind != BREAK:
            run.append(word)
    yield run


def _ends_piece(run: Sequence[Token], words: Sequence[Token], position: int) -> bool:
    if words[position].kind == BREAK:
        return not _introduces(words, position)
    link = words[position].kind == "LINK"
    return link and _has_figure(run) and _figure_follows(words, position)


def _introduces(words: Sequence[Token], position: int) -> bool:
    """Whether a colon stands between words and their figure: 予以公开：11件."""
    following = words[position + 1 : position + 2]
    return words[position].text in "::" and bool(following) and following[0].kind == "AMOUNT"


def _has_figure(run: Sequence[Token]) -> bool:
    return any(word.kind == "AMOUNT" for word in run)


def _figure_follows(words: Sequence[Token], position: int) -> bool:
    for word in words[position + 1 :]:
        if word.kind == "AMOUNT":
            return True
        if word.kind == BREAK:
            return False
    return False


def _settled(words: Sequence[Token], year: int | None) -> list[Token]:
    """The words with years as what they are to the report: its own, another one, or part of
    2022年结转 and 结转2024年.
    """
    found: list[Token] = []
    for word in words:
        if word.kind != YEAR:
            if word.key == "carry" and _is_last_year(found, year):
                last = found.pop()
                text = last.text + word.text
                word = Token("STRONG", "carried_in", text, last.start)
            found.append(word)
        elif found and found[-1].key == "carry" and year is not None and word.number == year + 1:
            carry = found.pop()
            found.append(Token("STRONG", "carried_out", carry.text + word.text, carry.start))
        else:
            own = word.key == "whole" and word.number in (year, None)
            key = "own_period" if own else "other_period"
            found.append(word._replace(kind="LEAD", key=key))
    return found


def _is_last_year(found: Sequence[Token], year: int | None) -> bool:
    last = found[-1] if found else None
    return (
        last is not None
        and year is not None
        and last.key in ("own_period", "other_period")
        and last.number == year - 1
    )
