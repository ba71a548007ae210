"""Changes of web archives: of the heads of their parts, of the parts, and of the pages in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from fuzzing.mutations.markup import TAGS
from fuzzing.mutations.octets import OCTETS, Change, mutated

_HEAD = re.compile(rb"(?m)^([\w-]+):[ \t]*([^\r\n]*)")
_BOUNDARY = re.compile(rb'boundary="?([^"\r\n;]+)')
_VALUES = (
    b"", b"base64", b"quoted-printable", b"7bit", b"x-uuencode", b"text/html", b"text/plain",
    b"text/html; charset=gb18030", b"text/html; charset=utf-7", b"text/html; charset=idna",
    b"text/html; charset=rot13", b"text/html; charset=undefined", b'text/html; charset="\xff"',
    b"text/html; charset*=utf-8''%ff", b"multipart/related", b"multipart/mixed; boundary=",
    b'multipart/related; boundary="x"; start="<y>"', b"message/rfc822", b"=?utf-8?B?/////w==?=",
    b"=?gb2312?Q?=FF=FE?=", b"a" * 3000,
)  # fmt: skip


def head_changed(data: bytes, random: Random) -> bytes:
    """A line of a head says something else."""
    found = _somewhere(_HEAD, data, random)
    return _put(data, found, random.choice(_VALUES)) if found else data


def head_copied(data: bytes, random: Random) -> bytes:
    """A line of a head stands in another head, too."""
    found, other = (_somewhere(_HEAD, data, random) for _ in range(2))
    if not found or not other:
        return data
    return data[: other.start()] + found[0] + b"\r\n" + data[other.start() :]


def part_changed(data: bytes, random: Random) -> bytes:
    """A part is missing, doubled, or stands within another."""
    boundary = _BOUNDARY.search(data)
    if not boundary:
        return data
    mark = b"--" + boundary[1]
    parts = data.split(mark)
    at = random.randrange(len(parts))
    match random.randrange(3):
        case 0:
            del parts[at]
        case 1:
            parts.insert(random.randrange(len(parts)), parts[at])
        case _:
            parts[at] += parts[random.randrange(len(parts))]
    return mark.join(parts)


def _somewhere(pattern: re.Pattern[bytes], data: bytes, random: Random) -> re.Match[bytes] | None:
    # Heads are short and bodies long: a random place is near no head.
    found = list(pattern.finditer(data))
    return random.choice(found) if found else None


def _put(data: bytes, found: re.Match[bytes], value: bytes) -> bytes:
    return data[: found.start(2)] + value + data[found.end(2) :]


_CHANGES: Sequence[Change] = (
    head_changed, head_changed, head_copied, part_changed, part_changed, *OCTETS, *TAGS[:4],
)  # fmt: skip


def web_archive_mutated(data: bytes, random: Random) -> bytes:
    """A page saved as one file, its envelope in disorder."""
    return mutated(data, random, _CHANGES)
