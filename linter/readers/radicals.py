"""Radicals that stand for characters, as texts copied from PDF files have them.

⼈ (U+2F08) and ⺠ (U+2EA0) look like 人 and 民 and are other characters.
"""

from __future__ import annotations

from functools import cache

_KANGXI = range(0x2F00, 0x2FD6)
# Unicode gives no equivalents for the block of supplementary radicals; these are its
# simplified forms that are characters of their own.
_SUPPLEMENT = "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻮⻰⻳"
_CHARACTERS = "母民虎西见角贝车长门青页风飞食马骨鱼鸟麦黄齐齿龙龟"


def without_radicals(text: str) -> str:
    """``text`` with the ordinary characters in their places."""
    return text.translate(_ordinary())


@cache
def _ordinary() -> dict[int, str]:
    import unicodedata

    kangxi = {code: unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI}
    return kangxi | dict(zip(map(ord, _SUPPLEMENT), _CHARACTERS, strict=True))
