"""Markdown's marks inside a line: emphasis, links, code, escapes, HTML."""

from __future__ import annotations

import html
import re

from linter.readers.whitespace import cleaned

_MARKED = re.compile(r"[\\`*_~\[<&]")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`++)([^`]++)\1(?!`)")
_LINK = re.compile(r"(!?)\[([^\[\]]*)\](?:\([^()\s]*(?:\s+[\"'(][^()]*)?\)|\[[^\[\]]*\])")
# Pandoc's: text with attributes, and the anchor in front of a heading.
_ATTRIBUTED = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+|[\w.+-]+@[\w.-]+)>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--[^<>]*-->")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)((?:(?!\1).)++)(?<=\S)\1")
# Stars between digits multiply, and underscores inside words belong to them.
_STAR = re.compile(r"(?<![\d*])\*(?=[^\s*])([^*]+)(?<=[^\s*])\*(?![\d*])")
_UNDERSCORE = re.compile(r"(?<!\w)_(?=[^\s_])([^_]+)(?<=[^\s_])_(?!\w)")
_HARD_BREAK = re.compile(r"(?<!\\)\\$")
# Where a character is no mark, a private one stands for it until the marks are gone.
_FIRST_KEPT = 0x10F000
_KEPT = re.compile(f"[{chr(_FIRST_KEPT)}-{chr(_FIRST_KEPT + 0x7F)}]")


def unmarked(source: str) -> str:
    """The text that one sees where the line is rendered; ``<br>`` is a line break."""
    text = _without_marks(source.strip()) if _MARKED.search(source) else source
    return "\n".join(filter(None, map(cleaned, text.split("\n"))))


def _without_marks(text: str) -> str:
    text = _ESCAPE.sub(_kept, _HARD_BREAK.sub("", _KEPT.sub("\ufffd", text)))
    text = _CODE.sub(lambda code: _PUNCTUATION.sub(_kept, code[2].strip()), text)
    text = _ATTRIBUTED.sub(r"\1", text)
    text = _LINK.sub(lambda link: "" if link[1] else link[2], text)
    text = _HTML.sub("", _BREAK.sub("\n", _ADDRESS.sub(r"\1", text)))
    # Twice, for strong text inside text that is struck out and the like.
    text = _STRONG.sub(r"\2", _STRONG.sub(r"\2", text))
    text = _UNDERSCORE.sub(r"\1", _STAR.sub(r"\1", text))
    return _KEPT.sub(lambda kept: chr(ord(kept[0]) - _FIRST_KEPT), html.unescape(text))


def _kept(found: re.Match[str]) -> str:
    return chr(_FIRST_KEPT + ord(found[0][-1]))
