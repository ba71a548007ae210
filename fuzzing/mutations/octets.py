"""Changes that hold for any file: bytes flipped, pieces moved, repeated, cut off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Literal

Change = Callable[[bytes, Random], bytes]

LARGEST = 1 << 21
"""A mutated file never grows beyond this: size alone is a question for the hostile files."""

_NUMBERS = (0, 1, 127, 128, 255, 256, 32767, 65535, 65536, 2**31 - 1, 2**32 - 1)
_ODD = (
    b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\n\n", b"\t", b"<", b">", b"&", b"&#0;",
    b"<!--", b"-->", b"]]>", b"'", b'"', b"|", b"#", b"---", b"%", b"\xed\xa0\x80",
    "\u3000".encode(), "，".encode(), "一、".encode(), "第二十条".encode(), "\U0010fffd".encode(),
    "\u202e".encode(), "\u0301".encode(), "１２".encode(), "²".encode(), "十亿".encode(),
)  # fmt: skip


def mutated(data: bytes, random: Random, changes: Sequence[Change], most: int = 6) -> bytes:
    """``data`` after one to ``most`` of ``changes``."""
    for _ in range(random.randint(1, most)):
        data = random.choice(changes)(data, random)[:LARGEST]
    return data


def flipped(data: bytes, random: Random) -> bytes:
    """Some bits are others."""
    out = bytearray(data)
    for _ in range(random.randint(1, 8) if out else 0):
        out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def overwritten(data: bytes, random: Random) -> bytes:
    """A number of one, two or four bytes is at the edge of what it can be."""
    size = random.choice((1, 2, 4))
    number = random.choice(_NUMBERS) % (1 << 8 * size)
    at = random.randint(0, len(data))
    order: Literal["little", "big"] = "little" if random.random() < 0.5 else "big"
    return data[:at] + number.to_bytes(size, order) + data[at + size :]


def cut(data: bytes, random: Random) -> bytes:
    """A piece is missing."""
    first, last = piece(data, random)
    return data[:first] + data[last:]


def truncated(data: bytes, random: Random) -> bytes:
    """The end, or more rarely the beginning, is missing."""
    at = random.randint(0, len(data))
    return data[at:] if random.random() < 0.2 else data[:at]


def repeated(data: bytes, random: Random) -> bytes:
    """A piece stands there several times."""
    first, last = piece(data, random)
    return data[:first] + data[first:last] * random.choice((2, 2, 3, 10, 300)) + data[last:]


def moved(data: bytes, random: Random) -> bytes:
    """A piece stands somewhere else as well."""
    first, last = piece(data, random)
    at = random.randint(0, len(data))
    return data[:at] + data[first:last] + data[at:]


def extended(data: bytes, random: Random) -> bytes:
    """Something that means much to some format stands in the midst."""
    at = random.randint(0, len(data))
    return data[:at] + random.choice(_ODD) * random.choice((1, 1, 1, 2, 50)) + data[at:]


def piece(data: bytes, random: Random) -> tuple[int, int]:
    """Where a piece begins and ends; short ones are commoner."""
    first = random.randint(0, len(data))
    return first, min(len(data), first + random.randint(0, random.choice((4, 60, 600, 6000))))


OCTETS: Sequence[Change] = (flipped, overwritten, cut, truncated, repeated, moved, extended)


def octets_mutated(data: bytes, random: Random) -> bytes:
    """A file of any format, changed without knowing it."""
    return mutated(data, random, OCTETS)
