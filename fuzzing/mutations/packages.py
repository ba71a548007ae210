"""Changes of zip files: of what a member holds, of the members, and of the zip around them."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from fuzzing.mutations.markup import xml_mutated
from fuzzing.mutations.octets import Change, octets_mutated

_NAMES = ("word/document.xml", "content.xml", "a.docx", "../../a.txt", "_rels/.rels", "x" * 300, "")
Members = list[tuple[str, bytes]]


def package_mutated(data: bytes, random: Random) -> bytes:
    """An office file, in a zip that can be opened most of the time."""
    return _mutated(data, random, _office_part)


def archive_of(member_mutated: Callable[[str], Change]) -> Change:
    """A change of archives, of whose members each has its own way to be changed."""
    return lambda data, random: _mutated(data, random, member_mutated)


def packed(members: Members, method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip file of these members, of which several may have one name."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as archive:
        warnings.simplefilter("ignore")  # two members of one name are what is wanted
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def unpacked(data: bytes) -> Members:
    """The members of a zip file by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def _mutated(data: bytes, random: Random, member_mutated: Callable[[str], Change]) -> bytes:
    chance = random.random()
    # A member that was changed before may be no zip any more.
    if chance < 0.1 or not (members := _sound_members(data)):
        return octets_mutated(data, random)
    for _ in range(random.randint(1, 2)):
        _change_a_member(members, random, member_mutated)
    if chance < 0.3:
        _change_the_members(members, random)
    return packed(members, random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))


def _sound_members(data: bytes) -> Members:
    try:
        return unpacked(data)
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError):
        return []


def _change_a_member(
    members: Members, random: Random, member_mutated: Callable[[str], Change]
) -> None:
    # The larger a member, the more there is in it to go wrong.
    weights = [len(content) + 200 for _, content in members]
    at = random.choices(range(len(members)), weights)[0]
    name, content = members[at]
    members[at] = name, member_mutated(name)(content, random)


def _change_the_members(members: Members, random: Random) -> None:
    at = random.randrange(len(members))
    name, content = members[at]
    match random.randrange(4):
        case 0 if len(members) > 1:
            del members[at]
        case 1:
            members.append((name, content[: random.randint(0, len(content))]))
        case 2:
            members[at] = random.choice(_NAMES), content
        case _:
            other = random.randrange(len(members))
            members[at] = name, members[other][1]


def _office_part(name: str) -> Change:
    return xml_mutated if name.endswith((".xml", ".rels")) else octets_mutated
