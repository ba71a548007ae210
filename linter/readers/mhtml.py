"""Web archives (``.mht``): a page and what belongs to it in one file, as browsers, Word and WPS
save them.

The envelope is that of e-mail (RFC 2557). Messages are refused: nobody publishes a report as
one, and their attachments are none of a checker's business.
"""

from __future__ import annotations

import binascii
import codecs
import quopri
from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers import limits
from linter.readers.enclosed import Candidate, only_report
from linter.records import record

if TYPE_CHECKING:
    from email.message import Message

_LONGEST_HEAD = 64 * 1024
_LONGEST_BOUNDARY = 200
_DEEPEST = 3
_MOST_PAGES = 10
_OF_A_MESSAGE = ("to", "received", "delivered-to", "return-path", "cc")
_PAGES = ("text/html", "application/xhtml+xml")


@record
class _Part:
    """One part: its type, where the page finds it, and its body as it is encoded."""

    kind: str
    charset: str | None
    encoding: str
    ids: tuple[str, ...]
    body: bytes


def mhtml_document(data: bytes) -> Document:
    """The page in an archive; its places tell table, row and cell, for its lines are encoded.

    Raises E903 for an e-mail message, E916 where there is no page in it, else as pages do.
    """
    head, _ = _headed(data)
    if any(name in head for name in _OF_A_MESSAGE) or head.get_content_maintype() != "multipart":
        raise InputProblem("E903", format="EML")
    pages = [part for part in _parts(data, _DEEPEST) if part.kind in _PAGES]
    start = str(head.get_param("start") or "").strip("<>")
    # The page itself comes first; the others are what stands in its frames.
    pages.sort(key=lambda part: not (start and start in part.ids))
    return only_report("MHTML", ((_candidate(page),) for page in pages[:_MOST_PAGES]))


def page_of(data: bytes) -> bytes:
    """The first page in an archive; nothing where there is none."""
    return next((_decoded(part) for part in _parts(data, _DEEPEST) if part.kind in _PAGES), b"")


def _candidate(page: _Part) -> Candidate:
    return Candidate("page.html", lambda: _decoded(page))


def _parts(data: bytes, depth: int) -> Iterator[_Part]:
    head, body = _headed(data)
    if head.get_content_maintype() != "multipart":
        ids = (str(head.get("content-id") or "").strip(" <>"), str(head.get("content-location")))
        encoding = str(head.get("content-transfer-encoding") or "").strip().lower()
        yield _Part(head.get_content_type(), head.get_content_charset(), encoding, ids, body)
    elif depth:
        for piece in _pieces(body, head.get_boundary() or ""):
            yield from _parts(piece, depth - 1)


def _headed(data: bytes) -> tuple[Message, bytes]:
    """The head of a part and its body, which begins behind the first empty line."""
    from email.parser import BytesHeaderParser

    data = data.lstrip(b"\r\n") if data[:1] in b"\r\n" else data
    window = data[:_LONGEST_HEAD]
    ends = [(at, len(end)) for end in (b"\r\n\r\n", b"\n\n") if (at := window.find(end)) >= 0]
    at, length = min(ends, default=(len(window), 0))
    return BytesHeaderParser().parsebytes(window[:at]), data[at + length :]


def _pieces(body: bytes, boundary: str) -> list[bytes]:
    """What stands between the lines that begin with the boundary."""
    if not 0 < len(boundary) <= _LONGEST_BOUNDARY:
        return []
    mark = b"\n--" + boundary.encode("ascii", "replace")
    limits.require("zip-entries", body.count(mark), limits.MAX_WEB_ARCHIVE_PARTS)
    pieces = (b"\n" + body).split(mark)[1:]
    return [piece.partition(b"\n")[2] for piece in pieces if not piece.startswith(b"--")]


def _decoded(part: _Part) -> bytes:
    """The bytes of a part without its transfer encoding, in UTF-8 where it names its own."""
    body = part.body
    if part.encoding == "quoted-printable":
        body = quopri.decodestring(body)
    elif part.encoding == "base64":
        try:
            body = binascii.a2b_base64(body)
        except binascii.Error:
            raise InputProblem("E904", reason="mhtml-encoding") from None
    if part.charset is None:
        return body
    try:
        return codecs.BOM_UTF8 + body.decode(part.charset).encode()
    except (LookupError, ValueError):
        # A page that is not in the encoding of its envelope is read by its own.
        return body
