"""Hostile archives of files, and pages saved with what belongs to them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.model.problem import InputProblem
from linter.readers import enclosed, limits, read
from tests.hostile.folder import Verdict, checked_folder
from tests.readers.word import package, paragraph, relationships, word

_PAGE = "<p>政府信息公开工作年度报告"
_MIME = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x"
_HTML = "\r\n--x\r\nContent-Type: text/html; charset="
_BOMB = word("<w:p/>" * 5_000_000)


def _zip(*members: tuple[str, bytes]) -> bytes:
    return package(dict(members))


def _overlapping() -> bytes:
    """Thousands of names for one and the same member of many megabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", _PAGE * 1_000_000)
        first = archive.infolist()[0]
        archive.filelist.extend([first] * 5000)
    return out.getvalue()


def _lying() -> bytes:
    """The directory says 9 bytes, the member has 40 million."""
    size = 40_000_000
    data = _zip(("a.txt", b"\n" * size))
    return data.replace(struct.pack("<I", size), struct.pack("<I", 9))


def _nested(depth: int) -> bytes:
    data = b"x"
    for _ in range(depth):
        data = _zip(*((f"{number}.zip", data) for number in range(10)))
    return data


def _parts(number: int) -> bytes:
    return f"{_MIME}\r\n\r\n".encode() + b"--x\r\n\r\n" * number


def _mht(body: str, charset: str = "utf-8", more: str = "") -> bytes:
    return f"{_MIME}\r\n\r\n{_HTML}{charset}\r\n{more}\r\n{body}\r\n--x--".encode()


_BASE64 = "Content-Transfer-Encoding: base64\r\n"
_QUOTED = "Content-Transfer-Encoding: quoted-printable\r\n"
_DEEP_MIME = "".join(
    f"Content-Type: multipart/mixed; boundary=b{number}\r\n\r\n--b{number}\r\n"
    for number in range(3000)
)
_CHUNKS = "".join('<w:altChunk xmlns:r="{}" r:id="c"/>' for _ in range(5000)).replace(
    "{}", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)


def _chunked() -> bytes:
    """A document that takes in itself, or so it seems, five thousand times."""
    links = relationships(aFChunk="c.docx").replace('Id="aFChunk"', 'Id="c"')
    return package(
        {
            "word/document.xml": f'<w:document xmlns:w="http://schemas.openxmlformats.org/'
            f'wordprocessingml/2006/main"><w:body>{_CHUNKS}</w:body></w:document>',
            "word/_rels/document.xml.rels": links,
            "word/c.docx": word(paragraph("一" * 100_000)),
        }
    )


# The file, and the rules of which one has to say why it is not checked.
_CASES: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "bombs.zip": (lambda: _zip(*((f"{n}.docx", _BOMB) for n in range(20))), {"E906"}),
    "overlapping.zip": (_overlapping, {"E904", "E906", "E907"}),
    "lying.zip": (_lying, {"E904", "E906", "E916"}),
    "nested.zip": (lambda: _nested(5), {"E916"}),
    "outside.zip": (lambda: _zip(("../../etc/a.txt", _PAGE.encode())), {"E907", "E916"}),
    "chunks.docx": (_chunked, {"E906"}),
    "parts.mht": (lambda: _parts(100_000), {"E906"}),
    "deep.mht": (lambda: f"MIME-Version: 1.0\r\n{_DEEP_MIME}".encode(), {"E916"}),
    "base64.mht": (lambda: _mht("=" * 3_000_000 + "!" * 3_000_000, more=_BASE64), {"E904", "E916"}),
    "quoted.mht": (lambda: _mht("=\r\n=G=3" * 1_000_000, more=_QUOTED), {"E906", "E907"}),
    "charset.mht": (lambda: _mht(_PAGE, charset="idna" * 5000), {"E907"}),
    "head.mht": (lambda: _mht(_PAGE, more="A: " + "\r\n " * 2_000_000), {"E906"}),
    "boundary.mht": (lambda: _MIME.encode() + b"x" * 5_000_000, {"E903", "E916"}),
}


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    files = {name: make() for name, (make, _) in _CASES.items()}
    return checked_folder(tmp_path_factory.mktemp("archives"), files, 90)


@pytest.mark.parametrize("name", _CASES)
def test_archive_is_refused_with_its_reason(name: str, verdict: Verdict) -> None:
    assert verdict.status[name] != "checked"
    assert verdict.rules[name] & _CASES[name][1]


def _limit(data: bytes) -> object:
    with pytest.raises(InputProblem) as caught:
        read(data)
    return caught.value.rule, caught.value.facts.get("limit")


def test_members_that_take_long_together_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enclosed, "SECONDS", 0)
    data = _zip(("a.html", _PAGE.encode()), ("b.html", _PAGE.encode()))
    assert _limit(data) == ("E906", "archive-seconds")


def test_members_that_are_much_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BLOCKS", 3)
    data = _zip(("a.txt", "甲\n乙".encode()), ("b.txt", "丙\n丁".encode()))
    assert _limit(data) == ("E906", "blocks")


def test_nothing_is_written_beside_an_archive(tmp_path: Path) -> None:
    file = tmp_path / "in" / "a.zip"
    file.parent.mkdir()
    checked_folder(file.parent, {"a.zip": _zip(("../../b.txt", _PAGE.encode()))}, 30)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
