"""Reading the XML of Word packages: fast, bounded, and without DTDs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from linter.model.problem import InputProblem
from linter.readers import limits

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PREFIXES = (
    *((namespace, "w:") for namespace in _WORD),
    ("http://schemas.openxmlformats.org/drawingml/2006/main ", "a:"),
    ("http://purl.oclc.org/ooxml/drawingml/main ", "a:"),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing ", "wp:"),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing ", "wp:"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006 ", "mc:"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math ", "m:"),
    ("http://purl.oclc.org/ooxml/officeDocument/math ", "m:"),
    ("urn:schemas-microsoft-com:vml ", "v:"),
    ("http://schemas.openxmlformats.org/package/2006/relationships ", "rel:"),
)

Attributes = Mapping[str, str]
Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


def parse(
    data: bytes, start: Start, end: End | None = None, text: Callable[[str], None] | None = None
) -> None:
    """Feeds ``data`` to the handlers; names are ``<namespace> <local>`` as expat joins them.

    Raises E904 where the XML is malformed or carries a DTD (Word writes none; they serve to
    blow up entities), E906 where it has too many tags.
    """
    parser = _parser(data)
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    _feed(parser, data)


def parse_at(
    data: bytes, start: Callable[[str, int], None], end: Callable[[str, int], None]
) -> None:
    """Tells the handlers the name of each element and the offset in ``data`` of its tags.

    Of an empty element the second is its end. Raises as :func:`parse` does.
    """
    parser = _parser(data)
    parser.StartElementHandler = lambda name, _: start(name, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda name: end(name, parser.CurrentByteIndex)
    _feed(parser, data)


def _parser(data: bytes) -> XMLParserType:
    from xml.parsers import expat

    limits.require("xml-tags", data.count(b"<"), limits.MAX_XML_TAGS)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _feed(parser: XMLParserType, data: bytes) -> None:
    from xml.parsers import expat

    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise InputProblem("E904", reason="xml-malformed") from None
    except (UnicodeError, ValueError, LookupError):
        raise InputProblem("E904", reason="xml-encoding") from None


def _refuse_doctype(*_: object) -> None:
    raise InputProblem("E904", reason="xml-doctype")


def names(*known: str) -> dict[str, str]:
    """From the full names of elements or attributes to their short ones, ``w:p`` and the like.

    Both forms of each namespace, transitional and strict, are there.
    """
    return {
        full + name.partition(":")[2]: name
        for name in known
        for full, prefix in _PREFIXES
        if name.startswith(prefix)
    }


def value(attributes: Attributes) -> str | None:
    """``w:val``."""
    return word_attribute(attributes, "val")


def word_attribute(attributes: Attributes, name: str) -> str | None:
    """The attribute ``w:name``."""
    for namespace in _WORD:
        found = attributes.get(namespace + name)
        if found is not None:
            return found
    return None


def relationship_id(attributes: Attributes) -> str | None:
    """The attribute ``r:id``."""
    found = (attributes.get(f"{namespace} id") for namespace in _RELATIONSHIPS)
    return next((one for one in found if one is not None), None)


def number(attributes: Attributes, default: int = 0) -> int:
    """``w:val`` as an integer."""
    text = value(attributes) or ""
    return int(text) if text.isdecimal() and len(text) < 9 else default


def is_on(attributes: Attributes) -> bool:
    """The meaning of a toggle such as ``<w:vanish/>``."""
    return value(attributes) not in ("0", "false", "off")
