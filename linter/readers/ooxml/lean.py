"""The XML of a Word part without what only sets type, which is most of it.

Every element costs two calls from the parser; fonts, sizes, widths and borders say nothing
about the text, and a document from Word has several of them for each word.
"""

from __future__ import annotations

from linter.regex import regex

# The patterns see each byte as a character of its own, and only ASCII tells them anything.
_BYTES = "latin-1"
_ROOT = regex(
    r"""(?:\xef\xbb\xbf)?\s*(?:<\?xml(?:\s+(?:version|standalone)=["'][\w.]+["']"""
    r"""|\s+encoding=["'][Uu][Tt][Ff]-8["'])*\s*\?>)?\s*<w:[A-Za-z]+\s[^<>]*?xmlns:w=["']http://"""
    r"""(?:schemas\.openxmlformats\.org/wordprocessingml/2006|purl\.oclc\.org/ooxml/"""
    r"""wordprocessingml)/main["'][^<>]*>"""
)
_TYPE_SETTING = regex(
    r"<w:(?:sz(?:Cs)?|tcW|rFonts|lang|b(?:Cs|ottom|ar|dr)?|i(?:Cs|nd|nsideH|nsideV)?|color|kern"
    r"|spacing|jc|left|right|top|vAlign|u|shd|snapToGrid|gridCol|highlight|w|position"
    r"|keep(?:Next|Lines)|widowControl|adjustRightInd|autoSpaceD[EN]|noWrap|hideMark|cnfStyle"
    r"|bookmark(?:Start|End)|proofErr|lastRenderedPageBreak|trHeight|cantSplit|wordWrap|kinsoku"
    r"|overflowPunct|topLinePunct|textAlignment|bidi|tbl(?:W|Look|Layout|Ind|Style|Header))"
    r"(?:\s[^<>]*)?/>"
)
_EMPTIED = ("<w:rPr></w:rPr>", "<w:tcPr></w:tcPr>", "<w:pPr></w:pPr>")
_LONGEST_ROOT = 1 << 14


def plain_root(part: bytes) -> bytes | None:
    """All up to the end of the root's tag, where ``part`` is as nearly every program writes it.

    That is UTF-8 with ``w`` for Word's namespace, and neither comments nor CDATA, in which
    something may only look like a tag. None where it is not.
    """
    root = _ROOT.match(part[:_LONGEST_ROOT].decode(_BYTES))
    # One character is looked for far faster than two.
    odd = b"!" in part and b"<!" in part
    return part[: root.end()] if root and not odd else None


def lean(part: bytes) -> bytes:
    """``part`` without empty elements that set type; as it is where that cannot be told."""
    if plain_root(part) is None:
        return part
    text = _TYPE_SETTING.sub("", part.decode(_BYTES))
    for emptied in _EMPTIED:
        text = text.replace(emptied, "")
    return text.encode(_BYTES)
