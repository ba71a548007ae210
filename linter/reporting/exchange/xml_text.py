"""Text that any XML parser takes back as it was."""

from __future__ import annotations

from collections.abc import Mapping

from linter.regex import regex

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

# XML 1.0 has no way to write these, not even as references.
_IMPOSSIBLE = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": "&#10;",
    "\r": "&#13;",
    "\t": "&#9;",
}
_SPECIAL = regex('[&<>"\n\r\t]')


def xml_text(text: str) -> str:
    """``text`` for an attribute or an element; what XML cannot hold is U+FFFD."""
    possible = _IMPOSSIBLE.sub("\ufffd", text)
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], possible)


def tag(name: str, attributes: Mapping[str, object], content: str = "", *, indent: int = 0) -> str:
    """An element on lines of its own; ``content`` is XML, attributes of None are left out."""
    pairs = (f' {key}="{xml_text(str(v))}"' for key, v in attributes.items() if v is not None)
    opening = " " * indent + f"<{name}{''.join(pairs)}"
    if not content:
        return f"{opening}/>\n"
    if "\n" in content:
        return f"{opening}>\n{content}{' ' * indent}</{name}>\n"
    return f"{opening}>{content}</{name}>\n"
