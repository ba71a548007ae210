"""The text of an assertion as a syntax tree, or what is wrong with it and where."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import lark

from linter.engine import wording
from linter.engine.chinese import KEYWORDS, glued_beginning, glued_keyword
from linter.engine.mistakes import Mistake
from linter.engine.punctuation import OPENING_QUOTES, half_width, outside_of_quotes
from linter.engine.script import is_chinese
from linter.grammars import load_lalr

Tree = lark.Tree[lark.Token]

LONGEST_ASSERTION = 10_000
DEEPEST_NESTING = 40

_GRAMMAR = Path(__file__).with_name("language.lark")


def parse(text: str) -> Tree:
    """The syntax tree of an assertion, every node with its place in ``meta``.

    Raises :class:`Mistake` where the text is no assertion, is too long or nested too deeply.
    """
    if len(text) > LONGEST_ASSERTION:
        raise Mistake(LONGEST_ASSERTION, wording.assertion_too_long(LONGEST_ASSERTION))
    text = half_width(text)
    try:
        tree = _parser().parse(text)
    except lark.UnexpectedCharacters as error:
        # lark declares the attribute as None.
        raise _unreadable(vars(error)["pos_in_stream"], text) from None
    except lark.UnexpectedToken as error:
        raise _unexpected(error, text) from None
    _check_depth(tree)
    return tree


def subtrees(node: Tree) -> list[Tree]:
    """The parts of a node that are nodes themselves."""
    return [child for child in node.children if isinstance(child, lark.Tree)]


def tokens(node: Tree) -> list[lark.Token]:
    """The words and signs that a node consists of itself."""
    return [child for child in node.children if isinstance(child, lark.Token)]


def place(token: lark.Token) -> int:
    """The offset of a token."""
    return token.start_pos or 0


@cache
def _parser() -> lark.Lark:
    grammar = _GRAMMAR.read_text(encoding="utf-8")
    return load_lalr(grammar, "assertion", "rule-language", propagate_positions=True)


def _unreadable(offset: int, text: str) -> Mistake:
    if text[offset] in OPENING_QUOTES:
        return Mistake(offset, wording.unclosed_text())
    return Mistake(offset, wording.unexpected_character(text[offset]))


def _unexpected(error: lark.UnexpectedToken, text: str) -> Mistake:
    expected = _in_language_of(text, {_spelled(name) for name in error.accepts})
    if error.token.type == "$END":
        return Mistake(len(text.rstrip()), wording.unexpected_end(expected))
    if glued := glued_beginning(outside_of_quotes(text)[: place(error.token)]):
        offset, word, keyword = glued
        return Mistake(offset, wording.needs_blank(word, keyword))
    if found := glued_keyword(error.token):
        return Mistake(place(error.token), wording.needs_blank(error.token, found))
    return Mistake(place(error.token), wording.unexpected_word(error.token, expected))


def _in_language_of(text: str, expected: set[str]) -> set[str]:
    """Without the keywords of the language in which the assertion is not written."""
    other = KEYWORDS.keys() if is_chinese(outside_of_quotes(text)) else KEYWORDS.values()
    return expected.difference(other)


def _spelled(terminal: str) -> str:
    """What an author writes for a terminal: the word itself, or the name of its kind."""
    if terminal in wording.KINDS_OF_WORD:
        return terminal
    pattern = _parser().get_terminal(terminal).pattern
    return pattern.value


def _check_depth(tree: Tree) -> None:
    """Stops what is nested too deeply before anything recursive walks over it."""
    waiting = [(tree, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > DEEPEST_NESTING:
            raise Mistake(node.meta.start_pos, wording.nested_too_deeply(DEEPEST_NESTING))
        waiting += [(child, depth + 1) for child in subtrees(node)]
