"""In which script something is written."""

from __future__ import annotations


def is_chinese(text: str) -> bool:
    """Whether a word or a text is written in Chinese characters, even if only in part."""
    return any("\u4e00" <= character <= "\u9fff" for character in text)
