"""Changes of PDF files: of numbers, names and references, of objects, of the drawing itself."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from random import Random

from fuzzing.mutations.octets import OCTETS, Change, mutated

_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_REFERENCE = re.compile(rb"\d+ 0 R")
_OBJECT = re.compile(rb"(?s)\d+ 0 obj.*?endobj\s")
_STREAM = re.compile(rb"(?s)stream\r?\n(.*?)\r?\nendstream")
_NUMBERS = (
    b"0", b"-1", b"1", b"2", b"3", b"255", b"65536", b"2147483647", b"-2147483648", b"4294967296",
    b"99999999999999999999", b"0.00001", b"-0", b"1e9", b"1000000000000.5",
)  # fmt: skip
_NAMES = (
    b"/Kids", b"/Parent", b"/Length", b"/Filter", b"/FlateDecode", b"/LZWDecode", b"/Count", b"/X",
    b"/ASCII85Decode", b"/DCTDecode", b"/JBIG2Decode", b"/JPXDecode", b"/Pages", b"/Page", b"/Form",
    b"/Type3", b"/Encrypt", b"/ObjStm", b"/XRef", b"/Predictor", b"/Prev", b"/Contents", b"/Rotate",
)  # fmt: skip
_OPERATORS = (
    b"q ", b"Q ", b"BT ", b"ET ", b"re ", b"f ", b"S ", b"cm ", b"0 0 0 0 0 0 cm ", b"Tm ", b"Tj ",
    b"1e30 0 0 1e30 0 0 cm ", b"/Im1 Do ", b"W n ", b"<4e004e8c> Tj ", b"[<4e00> -9e9 <4e8c>] TJ ",
    b"nan 0 m 5 5 l S ", b"/F1 0 Tf ", b"/F1 1e9 Tf ", b"-1e9 0 m 1e9 0 l S ", b"0 0 9e9 9e9 re f ",
)  # fmt: skip


def number_changed(data: bytes, random: Random) -> bytes:
    """A number, of a box, a place or a length, is another one."""
    return _changed(_NUMBER, data, random, random.choice(_NUMBERS))


def name_changed(data: bytes, random: Random) -> bytes:
    """A name is another one."""
    return _changed(_NAME, data, random, random.choice(_NAMES))


def reference_changed(data: bytes, random: Random) -> bytes:
    """A reference leads elsewhere, in a circle perhaps."""
    return _changed(_REFERENCE, data, random, b"%d 0 R" % random.randint(0, 40))


def object_changed(data: bytes, random: Random) -> bytes:
    """An object is missing, doubled, or in another's place."""
    found = [one.span() for one in _OBJECT.finditer(data)]
    if not found:
        return data
    (first, last), (begin, end) = random.choice(found), random.choice(found)
    match random.randrange(3):
        case 0:
            return data[:first] + data[last:]
        case 1:
            return data[:first] + data[begin:end] + data[first:]
        case _:
            return data[:first] + data[begin:end] + data[last:]


def drawing_changed(data: bytes, random: Random) -> bytes:
    """What a page draws is in disorder; the stream itself is sound."""
    found = list(_STREAM.finditer(data))
    if not found:
        return data
    one = random.choice(found)
    try:
        drawing = zlib.decompress(one[1])
    except zlib.error:
        return data
    for _ in range(random.randint(1, 5)):
        drawing = random.choice(_DRAWING)(drawing, random)
    # Lengths are given in digits, and PDF readers look for the end where these are wrong.
    return data[: one.start(1)] + zlib.compress(drawing[: 1 << 20], 1) + data[one.end(1) :]


def operator_inserted(data: bytes, random: Random) -> bytes:
    """A drawing does something more, perhaps very often."""
    at = data.find(b"\n", random.randint(0, len(data))) + 1
    return data[:at] + random.choice(_OPERATORS) * random.choice((1, 1, 3, 2000)) + data[at:]


def _changed(pattern: re.Pattern[bytes], data: bytes, random: Random, by: bytes) -> bytes:
    found = pattern.search(data, random.randint(0, len(data)))
    return data[: found.start()] + by + data[found.end() :] if found else data


_DRAWING: Sequence[Change] = (number_changed, number_changed, operator_inserted, *OCTETS)
_CHANGES: Sequence[Change] = (
    number_changed, number_changed, name_changed, reference_changed, reference_changed,
    object_changed, drawing_changed, drawing_changed, drawing_changed, *OCTETS,
)  # fmt: skip


def pdf_mutated(data: bytes, random: Random) -> bytes:
    """A PDF file with its objects, or what it draws, in disorder."""
    return mutated(data, random, _CHANGES)
