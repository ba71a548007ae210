"""Comments stand in a copy of the Word file where the findings belong; all else stays."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from linter.annotation.copies import annotated
from linter.annotation.notes import Note
from linter.annotation.word import with_comments
from linter.model.finding import FileResult
from linter.model.place import Place
from linter.reporting.run import Run
from tests.examples import example_report
from tests.product import checked, rules
from tests.readers.word import STRICT, package, paragraph, relationships, word
from tests.rendering import LAYOUTS, Layout, with_cell
from tests.word_structure import W, accepted, document, flaws, parts, text

_NOW = datetime.datetime(2024, 2, 5, 8, 30, tzinfo=datetime.UTC)
_EXAMPLE = Path(__file__).parents[2] / "examples" / "faulty" / "2024-culture-bureau.docx"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def _annotated(data: bytes, name: str) -> tuple[bytes, FileResult]:
    result = checked(data, name)
    made = annotated(data, result, Run((result,), rules().rules, "zh"), "检查", _NOW)
    assert made is not None
    return made, result


def _commented(data: bytes) -> dict[str, str]:
    """What each comment says, by the text that it is about."""
    found = parts(data)
    name = next(name for name in found if name.endswith("comments.xml"))
    texts = {
        comment.get(f"{W}id"): "\n".join(text(p) for p in comment.iter(f"{W}p"))
        for comment in etree.fromstring(found[name]).iter(f"{W}comment")
    }
    places: dict[str, str] = {}
    for para in document(data).iter(f"{W}p"):
        for mark in para.iterchildren(f"{W}commentRangeStart"):
            places[text(para, "t")] = texts[mark.get(f"{W}id")]
    return places


def _with_types(data: bytes) -> bytes:
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
    return out.getvalue()


@pytest.mark.parametrize(
    "layout", [layout for layout in LAYOUTS if layout.suffix == ".docx"], ids=lambda one: one.name
)
def test_comment_stands_at_the_wrong_cell_with_sum_law_and_proposal(layout: Layout) -> None:
    report = with_cell(example_report(), "applications.granted.natural_person", 7654)

    made, _ = _annotated(layout.print(report), layout.file_name)

    assert flaws(made) == []
    comment = _commented(made)["7654"]
    assert comment.startswith("错误 A303：")
    assert "7654 + 5 + 10 + 2 + 7 + 12 ≠ 36" in comment
    assert "依据：国办公开办函〔2021〕30号" in comment
    assert "处理：把「（一）予以公开 · 自然人」改为 0" in comment
    assert accepted(made) == accepted(layout.print(report))


def test_every_finding_of_the_example_has_its_comment() -> None:
    made, result = _annotated(_EXAMPLE.read_bytes(), _EXAMPLE.name)

    assert flaws(made) == []
    comments = etree.fromstring(parts(made)["word/comments.xml"])
    assert len(list(comments.iter(f"{W}comment"))) == len(result.findings)


def test_all_other_parts_stay_as_they_are() -> None:
    before, (made, _) = parts(_EXAMPLE.read_bytes()), _annotated(_EXAMPLE.read_bytes(), "a.docx")

    after = parts(made)

    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
    }


def test_comments_that_are_there_stay() -> None:
    body = (
        paragraph("甲")
        .replace("</w:p>", '<w:r><w:commentReference w:id="3"/></w:r></w:p>')
        .replace("<w:r>", '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/><w:r>', 1)
    )
    own = '<w:comment w:id="3" w:author="乙"><w:p><w:r><w:t>核对</w:t></w:r></w:p></w:comment>'
    comments = f'<w:comments xmlns:w="{W[1:-1]}">{own}</w:comments>'
    data = _with_types(
        package(
            {
                "_rels/.rels": relationships(officeDocument="word/document.xml"),
                "word/_rels/document.xml.rels": relationships(comments="comments.xml"),
                "word/document.xml": parts(word(body))["word/document.xml"],
                "word/comments.xml": comments,
            }
        )
    )

    made = with_comments(data, [Note("错误", ("说明",), (Place(paragraph=1),))], _NOW)

    after = parts(made)
    assert own.encode() in after["word/comments.xml"]
    assert after["word/comments.xml"].count(b"<w:comment ") == 2
    assert after["[Content_Types].xml"] == _TYPES.encode()
    assert b'w:id="4"' in after["word/document.xml"]


@pytest.mark.parametrize("body", ["<w:p/>", "<w:p></w:p>", paragraph("甲"), paragraph()])
def test_comment_fits_into_any_paragraph(body: str) -> None:
    notes = [Note(f"错误<{n}>", ("甲\u0001",), (Place(paragraph=1),)) for n in range(2)]

    made = with_comments(_with_types(word(body)), notes, _NOW)

    assert flaws(made) == []


def test_strict_document_gets_strict_comments() -> None:
    data = _with_types(word(paragraph("甲"), namespace=STRICT))

    made = parts(with_comments(data, [Note("错误", (), (Place(paragraph=1),))], _NOW))

    assert STRICT.encode() in made["word/comments.xml"]
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in (made["word/_rels/document.xml.rels"])
    )


def test_nothing_to_say_leaves_the_file_as_it_is() -> None:
    data = word(paragraph("甲"))

    assert with_comments(data, [], _NOW) == data


_OFFICE = shutil.which("soffice")


def test_office_program_opens_the_copy(tmp_path: Path) -> None:
    made, result = _annotated(_EXAMPLE.read_bytes(), _EXAMPLE.name)
    file = tmp_path / "annotated.docx"
    file.write_bytes(made)

    if _OFFICE is None:  # The structure is proved above; a converter is not always there.
        assert flaws(made) == []
        return
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    target = ["--headless", "--convert-to", "odt", "--outdir", str(tmp_path)]
    command = [_OFFICE, profile, *target, str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    content = parts((tmp_path / "annotated.odt").read_bytes())["content.xml"].decode()
    assert content.count("<office:annotation ") == len(result.findings)
    assert "依据：国办公开办函" in content
