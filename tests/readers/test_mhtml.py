"""Pages saved as one file, as browsers, Word and WPS write them."""

from __future__ import annotations

import base64
import quopri

import pytest

from linter.model.problem import InputProblem
from linter.readers import limits, read
from tests.examples import example_report
from tests.product import checked, extracted
from tests.readers.blocks import outline, paragraphs, table
from tests.rendering import BY_NAME, STATUTORY, content_of

_PAGE = "<html><body><p>总体情况</p><table><tr><td>规章<td>4<tr><td>规范性文件<td>5</table>"
_READ = ["总体情况", [["规章", "4"], ["规范性文件", "5"]]]
_WORD_HEAD = (
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; boundary="----=_NextPart_01"\r\n\r\n'
    "本文档是“单个文件网页”。\r\n\r\n"
)
_BROWSER_HEAD = (
    "From: <Saved by Blink>\r\n"
    "Snapshot-Content-Location: https://www.example.gov.cn/nb.html\r\n"
    "Subject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\r\n"
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_NextPart_01"'
    "\r\n\r\n\r\n"
)


def _part(body: bytes, *heads: str) -> bytes:
    return "\r\n".join(("------=_NextPart_01", *heads, "", "")).encode() + body + b"\r\n"


def _archive(*parts: bytes, head: str = _WORD_HEAD) -> bytes:
    return head.encode() + b"".join(parts) + b"------=_NextPart_01--\r\n"


def _page(
    page: str = _PAGE, charset: str = "utf-8", encoding: str = "base64", *heads: str
) -> bytes:
    raw = page.encode(charset)
    written = {
        "base64": base64.encodebytes,
        "quoted-printable": quopri.encodestring,
    }.get(encoding, bytes)(raw)
    return _part(
        written,
        f'Content-Type: text/html; charset="{charset}"',
        f"Content-Transfer-Encoding: {encoding}",
        *heads,
    )


_PICTURE = _part(b"iVBORw0KGgo=", "Content-Type: image/png", "Content-Transfer-Encoding: base64")


def _problem(data: bytes) -> tuple[str, str | int]:
    with pytest.raises(InputProblem) as caught:
        read(data, "年报.mht")
    return caught.value.rule, next(iter(caught.value.facts.values()))


@pytest.mark.parametrize("head", [_WORD_HEAD, _BROWSER_HEAD])
@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_the_page_is_read_in_its_encodings(head: str, charset: str, encoding: str) -> None:
    document = read(_archive(_page(_PAGE, charset, encoding), _PICTURE, head=head))

    assert (document.format, outline(document)) == ("mhtml", _READ)


def test_line_ends_may_be_those_of_unix() -> None:
    assert outline(read(_archive(_page(), _PICTURE).replace(b"\r\n", b"\n"))) == _READ


def test_places_are_those_in_its_tables_for_its_lines_are_encoded() -> None:
    document = read(_archive(_page()))

    assert document.blocks[0].place.line is None
    assert table(document).rows[1][1].place.row == 2
    assert table(document).rows[1][1].place.line is None


@pytest.mark.parametrize("heads", [(), ('Content-Type: text/html; charset="x-unknown"',)])
def test_a_page_without_a_known_encoding_is_read_by_its_own(heads: tuple[str, ...]) -> None:
    page = f"<meta charset=gbk>{_PAGE}".encode("gbk")
    part = _part(page, *(heads or ("Content-Type: text/html",)))

    assert outline(read(_archive(part))) == _READ


def test_what_the_envelope_says_wrongly_does_no_harm() -> None:
    part = _part(_PAGE.encode("gbk"), 'Content-Type: text/html; charset="utf-8"')

    assert outline(read(_archive(part))) == _READ


def test_the_start_is_the_page() -> None:
    other = _page("<p>其他</p><table><tr><td>1<td>2</table>")
    head = _WORD_HEAD.replace("related;", 'related; start="<main@x>";')

    assert outline(read(_archive(other, _page(_PAGE, "utf-8", "base64", "Content-ID: <main@x>"),
                                 head=head))) == _READ  # fmt: skip


def test_a_report_in_a_frame_is_found() -> None:
    frame = _page("<p>栏目</p><iframe src=cid:frame></iframe>")

    assert outline(read(_archive(frame, _page()))) == _READ


def test_a_page_without_tables_is_read() -> None:
    assert paragraphs(read(_archive(_page("<p>一、总体情况</p>"), _PICTURE))) == ["一、总体情况"]


def test_parts_may_stand_in_parts() -> None:
    inner = _archive(_page()).replace(b"_01", b"_02")
    data = _archive(b"------=_NextPart_01\r\n" + inner + b"\r\n", _PICTURE)

    assert outline(read(data)) == _READ


def test_conditional_comments_of_word_are_no_text() -> None:
    page = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><!--[if gte mso 9]><xml>"
        "<o:DocumentProperties><o:Author>甲</o:Author></o:DocumentProperties></xml><![endif]-->"
        "</head><body><p class=MsoNormal><span style='mso-fareast-font-family:宋体'>总体情况"
        "<o:p></o:p></span></p><![if !supportMisalignedColumns]><table><tr><td>规章<td>4"
        "<tr><td>规范性文件<td>5</table><![endif]>"
    )

    assert outline(read(_archive(_page(page)))) == _READ


@pytest.mark.parametrize(
    "data",
    [
        b"To: a@example.cn\r\n" + _archive(_page()),
        b"Received: from x\r\n" + _archive(_page()),
        b"MIME-Version: 1.0\r\nX-Note: multipart/related\r\nContent-Type: text/html\r\n\r\n<p>x",
    ],
)
def test_messages_are_refused(data: bytes) -> None:
    assert _problem(data) == ("E903", "EML")


@pytest.mark.parametrize(
    "data",
    [
        _archive(),
        _archive(_PICTURE),
        _archive(_page("<p>&nbsp;")),
        _archive(_page(), head="MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"),
        _WORD_HEAD.encode().rstrip(),
        _archive(_part(b"PK\x05\x06" + bytes(18), "Content-Type: text/html")),
        _archive(
            _part(b"x", "Content-Type: text/html", "Content-Transfer-Encoding: base64"),
        ),
    ],
)
def test_an_archive_without_a_page_is_said(data: bytes) -> None:
    assert _problem(data) == ("E916", "MHTML")


def test_parts_too_deep_are_not_read() -> None:
    data = _archive(_page())
    for number in range(2, 9):
        head = _WORD_HEAD.replace("_01", f"_0{number}").encode()
        mark = f"------=_NextPart_0{number}\r\n".encode()
        data = head + mark + data + b"\r\n" + mark.rstrip() + b"--\r\n"

    assert _problem(data) == ("E916", "MHTML")


def test_too_many_parts_are_refused() -> None:
    data = _archive(*[_PICTURE] * (limits.MAX_WEB_ARCHIVE_PARTS + 1))

    assert _problem(data) == ("E906", "zip-entries")


def test_a_whole_report_is_checked_as_the_page_itself() -> None:
    page = BY_NAME["html-page"].render(content_of(example_report()), STATUTORY)
    data = _archive(_page(page.decode()), _PICTURE)

    assert extracted(data, "a.mht") == extracted(page, "a.html")
    assert checked(data, "a.mht").findings == ()
