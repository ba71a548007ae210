"""PDFium reads in a process of its own, which hostile files may end and nothing else."""

from __future__ import annotations

import io
import time
import zlib
from array import array
from collections.abc import Iterator

import pytest

from linter.model.problem import InputProblem
from linter.readers import read
from linter.readers.pdf import process as pdf_process
from linter.readers.pdf.worker import Pdfium, serve
from tests.readers.blocks import paragraphs
from tests.readers.pdf_writer import PdfPage, enlarged, file_of, pdf, stream

GOOD = pdf(PdfPage().text(50, 50, "一、总体情况"))
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>>>"
_TREE = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>"]


@pytest.fixture(autouse=True)
def _good_is_read_afterwards() -> Iterator[None]:
    yield
    assert paragraphs(read(GOOD)) == ["一、总体情况"]


def _forms(levels: int, width: int, loop: bool = False) -> bytes:
    """Drawings inside drawings, ``width`` to the power of ``levels`` of them."""
    objects = [*_TREE, _PAGE % b"/XObject<</F 5 0 R>>", stream(b"<<", b"/F Do " * width)]
    for level in range(levels):
        inner = 5 if loop else 6 + level
        head = b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F %d 0 R>>>>"
        objects.append(stream(head % inner, b"/F Do 0 0 m 9 9 l S " * width))
    return file_of(objects)


def _rule(data: bytes) -> tuple[str, object]:
    with pytest.raises(InputProblem) as caught:
        read(data, "a.pdf")
    facts = caught.value.facts
    return caught.value.rule, facts.get("limit") or facts.get("reason") or facts.get("container")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", GOOD[: len(GOOD) // 2], b"\n%PDF-1.4\n%%EOF"])
def test_a_file_in_pieces_is_damaged(data: bytes) -> None:
    assert _rule(data) == ("E904", "pdf")


def test_an_encrypted_file_is_said_to_be_so() -> None:
    locked = GOOD.replace(b"trailer<<", b"trailer<</Encrypt<</Filter/Other/V 9>>/ID[(a)(a)]")
    assert _rule(locked) == ("E905", "PDF")


def test_more_pages_than_a_report_can_have_are_refused() -> None:
    tree = b"<</Type/Pages/Count 1000/Kids[" + b"3 0 R " * 1000 + b"]>>"
    data = file_of([_TREE[0], tree, _PAGE % b"", stream(b"<<", b"")])
    assert _rule(data) == ("E906", "pages")


def test_pages_that_contain_each_other_are_refused() -> None:
    data = file_of([_TREE[0], b"<</Type/Pages/Count 99999/Kids[2 0 R 2 0 R]>>"])
    assert _rule(data) == ("E906", "pages")


def test_more_lines_than_a_table_can_have_are_refused() -> None:
    page = PdfPage().text(50, 50, "一、总体情况")
    for index in range(11_000):
        x, y = 10 * (index % 55), 4 * (index // 55)
        page.line(x, y, x + 5, y)
    assert _rule(pdf(page)) == ("E906", "rulings")


@pytest.mark.parametrize("loop", [False, True])
def test_a_file_that_takes_too_long_is_given_up(
    loop: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS", 1.0)
    start = time.perf_counter()
    rule, what = _rule(_forms(9, 10, loop))
    assert time.perf_counter() - start < 8
    assert (rule, what) in {("E906", "pdf-seconds"), ("E906", "objects"), ("E904", "pdf-crash")}


@pytest.mark.parametrize("box", [b"0 0 1e38 1e38", b"-9e9 -9e9 9e9 9e9", b"0 0 0 0"])
def test_a_page_of_any_size_is_read(box: bytes) -> None:
    data = pdf(PdfPage().text(50, 50, "一、总体情况").rows([50, 150, 250], 100, [["甲", "1"]]))
    sized = data.replace(b"/MediaBox[0 0 595 842]", b"/MediaBox[%s]" % box)
    assert "一、总体情况" in paragraphs(read(sized))


@pytest.mark.parametrize("number", ["nan", "1e39", "-1e308", "99999999999999999999", "--5"])
def test_lines_to_nowhere_are_no_table(number: str) -> None:
    page = PdfPage().text(50, 50, "一、总体情况")
    page.drawing(f"0 0 m {number} 9 l S {number} 0 m 0 {number} l S 0 0 {number} 0.1 re f")
    assert paragraphs(read(pdf(page))) == ["一、总体情况"]


def test_more_characters_than_a_report_can_have_are_refused() -> None:
    font = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    content = b"BT /F1 1 Tf 9 9 Td " + (b"(" + b"a" * 1000 + b") Tj 0 1 Td ") * 700 + b"ET"
    assert _rule(file_of([*_TREE, _PAGE % font, stream(b"<<", content)])) == ("E906", "chars")


def test_a_page_that_unpacks_to_more_than_any_page_holds_is_refused() -> None:
    inner = zlib.compress(zlib.compress(b"0 0 m 9 9 l S " * 1_000_000))
    head = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n" % len(inner)
    data = file_of([*_TREE, _PAGE % b"", head + inner + b"\nendstream "])
    assert len(data) < 10_000
    assert _rule(data) == ("E906", "objects")


def test_a_process_that_breaks_down_costs_one_file() -> None:
    read(GOOD)
    (worker,) = pdf_process._workers.values()
    worker.process.kill()
    worker.process.wait()
    assert _rule(GOOD) == ("E904", "pdf-crash")


def test_one_process_reads_many_files() -> None:
    read(GOOD)
    (worker,) = pdf_process._workers.values()
    read(pdf(PdfPage().text(50, 50, "乙")))
    assert list(pdf_process._workers.values()) == [worker]


class TestWorker:
    """The same program without a process around it."""

    def test_answers_until_nothing_is_asked(self) -> None:
        asked = b"".join(len(data).to_bytes(8, "big") + data for data in (GOOD, b"%PDF-1.7"))
        answers = io.BytesIO()
        serve(io.BytesIO(asked), answers)
        body = answers.getvalue()
        first = int.from_bytes(body[:8], "big")
        assert b'"chars": 8' in body[8 : 8 + first] or b'"chars": 6' in body[8 : 8 + first]
        assert b'"rule": "E904"' in body[8 + first :]

    def test_tells_lines_images_and_turned_pages(self) -> None:
        page = PdfPage(90).rows([50, 100, 150], 50, [["甲", "1"]]).picture(0, 0, 20, 20)
        page.bar(10, 10, 200, 200)
        header, arrays = Pdfium().answer(pdf(page, PdfPage(270)))
        first, second = header["pages"]
        assert (first["turn"], first["segments"], len(first["images"])) == (1, 5, 1)
        assert (second["turn"], second["chars"]) == (3, 0)
        assert len(arrays[0]) == 4 * first["chars"]

    def test_looks_into_drawings_and_at_boxes(self) -> None:
        data = _forms(2, 1).replace(b"0 0 m 9 9 l", b"0 0 m 9 9 l")
        box = pdf(PdfPage().text(50, 50, "甲").grid([10, 20], [10, 20]))
        assert Pdfium().answer(data)[0]["pages"][0]["segments"] == 0
        assert Pdfium().answer(box)[0]["pages"][0]["segments"] == 4

    def test_says_what_exceeds_its_limits(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("linter.readers.pdf.worker.MAX_CHARS", 3)
        assert Pdfium().answer(GOOD)[0]["facts"]["limit"] == "chars"

    def test_leaves_out_what_nobody_sees_and_what_runs_slanting(self) -> None:
        page = PdfPage().text(50, 50, "甲乙").text(50, 80, "隐", mode=3).slanting(50, 300, "印")
        header, arrays = Pdfium().answer(pdf(page.text(50, 110, "丙").text(50, 140, "丁")))
        assert (header["pages"][0]["texts"], header["pages"][0]["invisible"]) == (5, 1)
        assert set(_chars(arrays)) & set("甲乙丙丁隐印") == set("甲乙丙丁")

    def test_puts_text_that_stands_for_other_text_where_the_page_has_it(self) -> None:
        page = PdfPage().drawing(
            "BT /F2 12 Tf 1 0 0 1 160 700 Tm /Span<</ActualText<FEFF0042>>>BDC (A) Tj EMC ET"
        )
        _, arrays = Pdfium().answer(enlarged(page, 0.5))
        left, _, _, bottom = array("f", arrays[1])[:4]
        assert _chars(arrays)[0] == "B"
        assert (round(left), round(bottom)) == (80, 350)


def _chars(arrays: list[bytes]) -> str:
    return "".join(map(chr, array("I", arrays[0])))
