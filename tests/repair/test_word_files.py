"""In Word files a fix is a tracked change, and everything else stays as it is."""

from __future__ import annotations

import pytest

from linter.model.fix import Edit
from linter.model.place import Place
from linter.repair.word_source import WordSource
from tests.readers.word import STRICT, TRANSITIONAL, cell, paragraph, row, run, table, word
from tests.repair.mending import NOW
from tests.word_structure import accepted, flaws, parts, refused


def _edited(data: bytes, *edits: Edit) -> bytes | None:
    source = WordSource(data, NOW)
    found = [source.located(edit) for edit in edits]
    if None in found:
        return None
    return source.written(splice for changes in found for splice in changes or ())


def _mended(body: str, *edits: Edit) -> bytes:
    after = _edited(word(body), *edits)
    assert after is not None
    assert flaws(after) == []
    assert refused(after) == refused(word(body))
    return after


def test_number_is_deleted_and_inserted_in_the_type_that_it_had() -> None:
    body = paragraph(runs=run("共12件", "<w:b/>"))

    after = _mended(body, Edit(Place(paragraph=1), "12", "21"))

    xml = parts(after)["word/document.xml"].decode()
    bold = "<w:rPr><w:b/></w:rPr>"
    change = 'w:author="nianbao" w:date="2024-02-05T08:30:00Z"'
    text = '<w:t xml:space="preserve">'
    assert (
        f"<w:r>{bold}{text}共</w:t></w:r>"
        f'<w:del w:id="1" {change}><w:r>{bold}<w:delText xml:space="preserve">12</w:delText>'
        "</w:r></w:del>"
        f'<w:ins w:id="2" {change}><w:r>{bold}{text}21</w:t></w:r></w:ins>'
        f"<w:r>{bold}{text}件</w:t></w:r>"
    ) in xml


def test_text_that_runs_part_is_one_text() -> None:
    body = paragraph(runs=run("共1") + run("2") + run("件"))

    after = _mended(body, Edit(Place(paragraph=1), "12", "21"))

    assert accepted(after) == ["共21件"]


def test_numbering_of_word_is_not_in_the_text() -> None:
    body = paragraph("存在的问题及整改措施")
    edit = Edit(Place(paragraph=1), "五、存在的问题及整改措施", "五、存在的问题及改进情况")

    assert accepted(_mended(body, edit)) == ["存在的问题及改进情况"]


@pytest.mark.parametrize(
    "empty",
    ["<w:p/>", "<w:p></w:p>", paragraph(properties="<w:jc/><w:rPr><w:ins/><w:sz/></w:rPr>")],
)
def test_empty_cell_gets_an_insertion(empty: str) -> None:
    body = table(row(cell("甲"), cell(content=empty)))
    place = Place(table=1, row=1, cell=2, paragraph=2)

    after = _edited(word(body), Edit(place, "", "0"))

    assert after is not None
    assert accepted(after) == ["甲", "0"]
    xml = parts(after)["word/document.xml"].decode()
    assert ("<w:r><w:rPr><w:sz/></w:rPr><w:t" in xml) == ("<w:sz/>" in empty)


def test_what_another_inserted_keeps_its_author() -> None:
    inserted = (
        f'<w:ins w:id="7" w:author="甲" w:date="2024-01-01T00:00:00Z">{run("共12件")}</w:ins>'
    )

    after = _mended(paragraph(runs=inserted), Edit(Place(paragraph=1), "12", "21"))

    assert accepted(after) == ["共21件"]


def test_deleted_text_is_not_found() -> None:
    deleted = '<w:del w:id="7" w:author="甲"><w:r><w:delText>12</w:delText></w:r></w:del>'

    assert _edited(word(paragraph(runs=deleted)), Edit(Place(paragraph=1), "12", "21")) is None


def test_paragraph_that_is_not_there_is_no_reason_to_write() -> None:
    assert _edited(word(paragraph("12")), Edit(Place(paragraph=2), "12", "21")) is None
    assert _edited(word(paragraph("12")), Edit(Place(1, 1), "12", "21")) is None


@pytest.mark.parametrize("namespace", [TRANSITIONAL, STRICT])
def test_all_other_parts_stay_as_they_are(namespace: str) -> None:
    data = word(paragraph("12"), "<w:style/>", "<w:num/>", namespace)

    after = _edited(data, Edit(Place(paragraph=1), "12", "21"))

    assert after is not None
    before, now = parts(data), parts(after)
    assert list(before) == list(now)
    assert {name for name in before if before[name] != now[name]} == {"word/document.xml"}


def test_line_break_inside_a_changed_text_goes_with_it() -> None:
    broken = "<w:r><w:t>规范性</w:t><w:br/><w:t>文书</w:t></w:r>"

    after = _mended(paragraph(runs=broken), Edit(Place(paragraph=1), "规范性文书", "行政文件"))

    assert accepted(after) == ["行政文件"]
