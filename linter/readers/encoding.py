"""From bytes to text: which encoding a Chinese text file is in.

In the order of what can be known for certain: byte order mark, the NUL bytes of UTF-16,
strict UTF-8, what the page declares, strict GB18030. Detectors that guess by statistics are
slower and wrong on short texts.
"""

from __future__ import annotations

import codecs
import re

from linter.model.problem import InputProblem
from linter.records import record, replace

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1a\x1b"})
_DECLARED = rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)"""
_CHINESE = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb18030": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf-16": "utf-16-le",
}
_UNUSUAL = "[^\t\n\r -~\xa0-\xff\u2010-\u203f\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]"
_SAMPLE = 1 << 16


@record
class Decoded:
    """A text with ``\\n`` line ends; ``undecodable`` counts what became U+FFFD.

    It is in ``codec`` behind a byte order mark of ``mark`` bytes.
    """

    text: str
    undecodable: int = 0
    codec: str = "utf-8"
    mark: int = 0


def decoded(data: bytes) -> Decoded:
    """The text in ``data``; raises E903 where the bytes are no text."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return replace(_replacing(data[len(bom) :], codec), mark=len(bom))
    wide = _utf16_without_bom(data)
    if wide is not None:
        return wide
    if _is_binary(data):
        raise InputProblem("E903", format="BINARY")
    return _eight_bit(data)


def _eight_bit(data: bytes) -> Decoded:
    found = _strict(data, "utf-8")
    if found is None and _is_mostly_utf8(data):
        return _replacing(data, "utf-8")
    for codec in (_declared_codec(data), "gb18030"):
        if found is None and codec is not None:
            found = _strict(data, codec)
    if found is not None:
        return found
    if _is_binary(data, per_thousand=5):
        raise InputProblem("E903", format="BINARY")
    return min((_replacing(data, codec) for codec in ("utf-8", "gb18030")), key=_loss)


def _loss(candidate: Decoded) -> int:
    return candidate.undecodable


def _strict(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(_with_newlines(data.decode(codec)), codec=codec)
    except UnicodeDecodeError:
        return None


def _replacing(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace")
    undecodable = text.count("\ufffd") - data.count("\ufffd".encode(codec))
    return Decoded(_with_newlines(text), undecodable, codec)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether few damaged bytes alone keep ``data`` from being UTF-8.

    Chinese text in GB18030 that is read as UTF-8 is damaged nearly everywhere, while damaged
    UTF-8 may by chance be valid GB18030.
    """
    sample = data[:_SAMPLE].decode("utf-8", "replace")
    wide = len(sample) - len(sample.encode("ascii", "ignore"))
    damaged = sample.count("\ufffd")
    return wide - damaged > 20 * damaged


def _declared_codec(data: bytes) -> str | None:
    match = re.search(_DECLARED, data[:4096])
    return _CHINESE.get(match[1].decode("ascii").lower()) if match else None


def _utf16_without_bom(data: bytes) -> Decoded | None:
    """The text where it is UTF-16, whose NUL bytes stand beside ASCII characters.

    They tell no side: the "一" of one byte order is the "N" of the other. So the order is the
    one in which nearly all characters are what a Chinese text is made of.
    """
    sample = data[:_SAMPLE]
    if len(data) % 2 or 200 * sample.count(0) < len(sample):
        return None
    for codec in ("utf-16-le", "utf-16-be"):
        text = sample.decode(codec, "ignore")
        if 20 * len(re.findall(_UNUSUAL, text)) < len(text):
            return _strict(data, codec)
    return None


def _is_binary(data: bytes, per_thousand: int = 20) -> bool:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > max(3, len(data) * per_thousand // 1000)


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
