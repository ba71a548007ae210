"""The zip around a Word document: found parts, damage, bombs."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from linter.model.problem import InputProblem
from linter.readers import limits, read
from tests.readers.blocks import paragraphs
from tests.readers.word import document_xml, package, paragraph, relationships, styles_xml, word

_BODY = document_xml(paragraph("甲", '<w:pStyle w:val="h"/>'))
_STYLES = styles_xml(
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 2"/></w:style>'
)


def _problem(data: bytes) -> tuple[str, object]:
    with pytest.raises(InputProblem) as caught:
        read(data, "report.docx")
    facts = caught.value.facts
    return caught.value.rule, facts.get("reason") or facts.get("limit")


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": _BODY, "word/styles.xml": _STYLES},
        {
            "_rels/.rels": relationships(officeDocument="/word/document2.xml"),
            "word/document2.xml": _BODY,
            "word/styles.xml": _STYLES,
        },
        {
            "_rels/.rels": relationships(officeDocument="main.xml"),
            "main.xml": _BODY,
            "_rels/main.xml.rels": relationships(styles="looks/../s.xml"),
            "s.xml": _STYLES,
        },
        {"Word\\Document.xml": _BODY, "word\\styles.xml": _STYLES},
        {
            "_rels/.rels": relationships(officeDocument="missing.xml"),
            "word/document.xml": _BODY,
            "word/_rels/document.xml.rels": relationships(styles="http://x/").replace(
                "/>", ' TargetMode="External"/>'
            ),
            "word/styles.xml": _STYLES,
        },
    ],
    ids=["no relationships", "absolute target", "at the top", "backslashes", "external style"],
)
def test_parts_are_found_where_the_package_says_or_where_word_puts_them(
    parts: dict[str, str | bytes],
) -> None:
    document = read(package(parts))

    assert paragraphs(document) == ["甲"]
    assert getattr(document.blocks[0], "level", None) == 2


def test_stored_parts_are_read() -> None:
    assert paragraphs(read(package({"word/document.xml": _BODY}, zipfile.ZIP_STORED))) == ["甲"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word(paragraph("甲"))[:-40], "zip-truncated"),
        (word(paragraph("甲"))[:300], "zip-truncated"),
        (package({"word/styles.xml": _STYLES}), "zip-part-missing"),
        (package({"word/document.xml": _BODY}, zipfile.ZIP_BZIP2), "zip-compression"),
        (package({"word/document.xml": _BODY[:-9]}), "xml-malformed"),
        (package({"word/document.xml": ""}), "xml-malformed"),
        (package({"word/document.xml": "<x/>"}), "body-missing"),
        (
            package({"word/document.xml": b"<?xml version='1.0' encoding='gbk'?><x/>"}),
            "xml-encoding",
        ),
        (package({"word/document.xml": "<!DOCTYPE x []><x/>"}), "xml-doctype"),
        (package({"word/document.xml": _BODY, "word/styles.xml": "<"}), "xml-malformed"),
    ],
)
def test_damage_is_said(data: bytes, reason: str) -> None:
    assert _problem(data) == ("E904", reason)


def test_part_that_does_not_match_its_checksum_is_damaged() -> None:
    data = bytearray(package({"word/document.xml": _BODY}, zipfile.ZIP_STORED))
    at = data.index("甲".encode())
    data[at : at + 3] = "乙".encode()

    assert _problem(bytes(data)) == ("E904", "zip-part-damaged")


def test_entities_are_never_expanded() -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        + _BODY.replace("甲", "&b;")
    )

    assert _problem(package({"word/document.xml": bomb})) == ("E904", "xml-doctype")


def test_declared_bomb_is_refused() -> None:
    data = package({"word/document.xml": b" " * (limits.MAX_PART_BYTES + 1)})

    assert _problem(data) == ("E906", "part-bytes")


def test_part_is_not_inflated_beyond_what_it_declares() -> None:
    data = bytearray(package({"word/document.xml": b" " * (2 * limits.MAX_PART_BYTES)}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(signature) + offset, 1000)

    assert _problem(bytes(data)) == ("E904", "zip-part-damaged")


def test_too_many_parts_are_refused_before_they_are_listed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(limits.MAX_ZIP_ENTRIES + 1):
            archive.writestr(str(number), b"")

    assert _problem(out.getvalue()) == ("E906", "zip-entries")


def test_too_many_tags_are_refused_before_they_are_read() -> None:
    body = "<w:x/>" * (limits.MAX_XML_TAGS + 1)

    assert _problem(word(body)) == ("E906", "xml-tags")
