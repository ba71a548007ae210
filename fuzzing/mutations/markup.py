"""Changes of tags: for pages, and for the XML inside of office files, which stays well-formed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from fuzzing.mutations.octets import Change, mutated, octets_mutated

_TAG = re.compile(rb"<[^<>]*>")
_ATTRIBUTE = re.compile(rb'([\w:.-]{1,40})="([^"<>]*)"')
_TEXT = re.compile(rb">[^<>]+<")
_DIGITS = re.compile(rb"\d{1,20}")

_VALUES = (
    b"", b"0", b"-1", b"1", b"2", b"17", b"255", b"65535", b"1048576", b"99999999999999999999",
    b"1e400", b"nan", b"true", b"none", b"auto", b"XFD1048576", b"A1:XFD1048576", b"../../x",
    b"http://example.invalid/x", "１２".encode(), "²".encode(), b"rId1", b"\xff", b"&#1;",
    b"a" * 5000,
)  # fmt: skip
_HTML = (
    b"<table>", b"</table>", b"<tr>", b"<td rowspan=0>", b"<td colspan=999999>", b"<p>", b"</p>",
    b"<div hidden>", b"</div>", b"<span style='display:none'>", b"<script>", b"</script>", b"<svg>",
    b"<math>", b"<select>", b"<template>", b"<frameset>", b"<iframe srcdoc='&lt;table&gt;'>",
    b"<plaintext>", b"<caption>", b"<col span=9999>", b"<br>", b"<img src=x>", b"<h1>", b"<li>",
    b"<!--[if mso]>", b"<![endif]-->", b"<![CDATA[", b"<meta charset=utf-16>", b"<!DOCTYPE x>",
    b"<?xml version='1.0'?>", b"<noscript>", b"<base href=x>", b"<object>", b"<center>", b"<pre>",
)  # fmt: skip


def attribute_changed(data: bytes, random: Random) -> bytes:
    """The value of an attribute is another one."""
    found = _somewhere(_ATTRIBUTE, data, random)
    return _replaced(data, found, 2, random.choice(_VALUES)) if found else data


def attribute_dropped(data: bytes, random: Random) -> bytes:
    """An attribute is missing."""
    found = _somewhere(_ATTRIBUTE, data, random)
    return _replaced(data, found, 0, b"") if found else data


def attribute_swapped(data: bytes, random: Random) -> bytes:
    """An attribute has the value of another one."""
    found, other = (_somewhere(_ATTRIBUTE, data, random) for _ in range(2))
    return _replaced(data, found, 2, other[2]) if found and other else data


def digits_changed(data: bytes, random: Random) -> bytes:
    """A number is another one."""
    found = _somewhere(_DIGITS, data, random)
    return _replaced(data, found, 0, random.choice(_VALUES)) if found else data


def text_changed(data: bytes, random: Random) -> bytes:
    """What stands between two tags is something else."""
    found = _somewhere(_TEXT, data, random)
    return _replaced(data, found, 0, b">" + random.choice(_VALUES) + b"<") if found else data


def tag_dropped(data: bytes, random: Random) -> bytes:
    """A tag is missing."""
    found = _somewhere(_TAG, data, random)
    return _replaced(data, found, 0, b"") if found else data


def tag_doubled(data: bytes, random: Random) -> bytes:
    """A tag stands there several times."""
    found = _somewhere(_TAG, data, random)
    return _replaced(data, found, 0, found[0] * random.choice((2, 3, 40))) if found else data


def tag_inserted(data: bytes, random: Random) -> bytes:
    """A tag of a page stands where none was."""
    found = _somewhere(_TAG, data, random)
    at = found.end() if found else 0
    return data[:at] + random.choice(_HTML) + data[at:]


def element_copied(data: bytes, random: Random) -> bytes:
    """An element stands at another place as well, inside of itself perhaps."""
    first = _element(data, random)
    found = _somewhere(_TAG, data, random)
    if not first or not found:
        return data
    return data[: found.end()] + first * random.choice((1, 1, 2, 20)) + data[found.end() :]


def element_dropped(data: bytes, random: Random) -> bytes:
    """An element is missing with all that is in it."""
    element = _element(data, random)
    return data.replace(element, b"", 1) if element else data


def element_wrapped(data: bytes, random: Random) -> bytes:
    """An element stands in copies of its own tag."""
    element = _element(data, random)
    opened = _TAG.match(element)
    if not opened or opened[0].endswith(b"/>"):
        return data
    depth = random.choice((1, 2, 60, 400))
    closing = b"</" + _name(opened[0]) + b">"
    return data.replace(element, opened[0] * depth + element + closing * depth, 1)


def _element(data: bytes, random: Random) -> bytes:
    """The first element of some name behind a random place, up to the next end of its name."""
    opened = _somewhere(_TAG, data, random)
    if not opened or opened[0].startswith((b"</", b"<!", b"<?")):
        return b""
    if opened[0].endswith(b"/>"):
        return opened[0]
    closing = b"</" + _name(opened[0]) + b">"
    end = data.find(closing, opened.end())
    return data[opened.start() : end + len(closing)] if 0 <= end - opened.start() < 20_000 else b""


def _name(tag: bytes) -> bytes:
    return re.split(rb"[\s/>]", tag[1:], maxsplit=1)[0]


def _somewhere(pattern: re.Pattern[bytes], data: bytes, random: Random) -> re.Match[bytes] | None:
    return pattern.search(data, random.randint(0, len(data))) or pattern.search(data)


def _replaced(data: bytes, found: re.Match[bytes], group: int, by: bytes) -> bytes:
    return data[: found.start(group)] + by + data[found.end(group) :]


WELL_FORMED: Sequence[Change] = (
    attribute_changed, attribute_changed, attribute_dropped, attribute_swapped, digits_changed,
    text_changed, element_copied, element_copied, element_dropped, element_wrapped,
)  # fmt: skip
"""Changes after which XML mostly still is some."""

TAGS: Sequence[Change] = (*WELL_FORMED, tag_dropped, tag_doubled, tag_inserted, octets_mutated)


def xml_mutated(data: bytes, random: Random) -> bytes:
    """A part of an office file, mostly well-formed."""
    return mutated(data, random, WELL_FORMED if random.random() < 0.8 else TAGS)


def page_mutated(data: bytes, random: Random) -> bytes:
    """A page with its tags in disorder."""
    return mutated(data, random, TAGS, most=10)
