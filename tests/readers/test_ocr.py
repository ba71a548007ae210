"""Pictures of pages become tables and paragraphs; the recogniser itself is played here."""

from __future__ import annotations

import importlib.util
import io
import json
import zlib
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw

from linter.model.document import Document, Paragraph, Table
from linter.model.problem import InputProblem
from linter.readers import read
from linter.readers.ocr import document as ocr
from linter.readers.ocr import pictures as ocr_pictures
from linter.readers.ocr import process as ocr_process
from linter.readers.ocr.digits import digits_for_look_alikes
from linter.readers.ocr.engine import Reading
from linter.readers.ocr.worker import answers_to, serve
from tests.readers.pdf_writer import PdfPage, pdf
from tests.readers.scans import Tally, cells, page, saved

TABLE = [[1, 2, 3], [4, 0, 5], [2, 1, 1]]
READ = [["1", "2", "3"], ["4", "", "5"], ["2", "1", "1"]]


@pytest.fixture(autouse=True, name="recogniser")
def played(monkeypatch: pytest.MonkeyPatch) -> Tally:
    """Files are read in this process, by the recogniser of the tests."""
    recogniser = Tally()

    def pages(data: bytes) -> tuple[str, list[dict[str, Any]]]:
        answers = [json.loads(json.dumps(one)) for one in answers_to(data, recogniser)]
        if "rule" in answers[-1]:
            raise InputProblem(answers[-1]["rule"], **answers[-1]["facts"])
        return answers[-1]["end"], answers[:-1]

    monkeypatch.setattr(ocr, "recognised_pages", pages)
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    return recogniser


def _problem(data: bytes, name: str = "") -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        read(data, name)
    return caught.value


def _scan(*pictures: Image.Image) -> bytes:
    return saved(pictures[0], "PDF", save_all=True, append_images=pictures[1:], resolution=200)


class TestTables:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "TIFF", "GIF", "WEBP"])
    def test_a_picture_of_any_format_gives_its_cells(self, kind: str) -> None:
        document = read(saved(page(TABLE), kind))
        assert cells(document) == [READ]
        assert document.format == "picture"

    def test_a_scan_in_a_pdf_file_gives_its_cells(self) -> None:
        document = read(_scan(page(TABLE), page([[5, 5], [3, 3]])))
        assert cells(document) == [READ, [["5", "5"], ["3", "3"]]]
        assert document.format == "pdf"

    @pytest.mark.parametrize("quarters", [1, 2, 3])
    def test_a_page_that_lies_on_a_side_is_turned(self, quarters: int) -> None:
        turned = page(TABLE).rotate(90 * quarters, expand=True, fillcolor=245)
        assert cells(read(saved(turned))) == [READ]

    @pytest.mark.parametrize("angle", [-0.4, 0.7])
    def test_a_page_that_is_askew_is_put_right(self, angle: float) -> None:
        askew = page(TABLE).rotate(angle, Image.Resampling.BICUBIC, fillcolor=245)
        assert cells(read(saved(askew))) == [READ]

    def test_merged_cells_keep_their_span(self) -> None:
        table = next(
            block
            for block in read(saved(page([[4], [1, 2, 3]], merged=1))).blocks
            if isinstance(block, Table)
        )
        assert (table.rows[0][0].text, table.rows[0][0].colspan) == ("4", 2)

    def test_a_dash_is_a_dash(self) -> None:
        picture = page([[1, 0], [2, 3]])
        for x in range(385, 412):
            for y in range(436, 440):
                picture.putpixel((x, y), 0)
        assert cells(read(saved(picture))) == [[["1", "—"], ["2", "3"]]]

    def test_a_seal_over_a_table_hides_nothing(self) -> None:
        picture = page(TABLE).convert("RGB")
        seal = Image.new("RGB", picture.size, "white")
        ImageDraw.Draw(seal).ellipse((300, 380, 620, 700), outline=(225, 40, 40), width=14)
        assert cells(read(saved(ImageChops.darker(picture, seal)))) == [READ]


class TestConfidence:
    def test_every_filled_cell_and_the_prose_have_theirs(self) -> None:
        document = read(saved(page(TABLE)))
        assert document.recognised is not None
        sure = document.recognised.confidence
        table = next(block for block in document.blocks if isinstance(block, Table))
        filled = [cell.place for row in table.rows for cell in row if cell.text]
        assert [sure[place] for place in filled] == [0.9] * 8
        prose = [block for block in document.blocks if isinstance(block, Paragraph)]
        assert prose
        assert all(0 < sure[block.place] <= 0.9 for block in prose)
        assert document.recognised.engine == "tally"

    def test_other_files_are_not_recognised(self) -> None:
        assert read("一、总体情况".encode()).recognised is None
        assert read(pdf(PdfPage().text(50, 50, "一、总体情况"))).recognised is None


class TestDigits:
    @pytest.mark.parametrize(
        ("read_as", "number"),
        [
            ("O", "0"),
            ("l", "1"),
            ("I2", "12"),
            ("1O5", "105"),
            ("B7", "87"),
            ("C", "0"),
            ("|5", "5"),
            ("丨0", "0"),
        ],
    )
    def test_letters_among_digits_are_digits(self, read_as: str, number: str) -> None:
        assert digits_for_look_alikes(Reading(read_as, 1.0)) == Reading(number, 0.8)

    @pytest.mark.parametrize("text", ["规章", "其他", "3.其他", "12.5", "Oil", "", "A"])
    def test_what_is_no_number_stays(self, text: str) -> None:
        assert digits_for_look_alikes(Reading(text, 0.7)) == Reading(text, 0.7)


class TestWhatCannotBeRead:
    def test_an_empty_picture_is_an_empty_file(self) -> None:
        assert _problem(saved(Image.new("L", (800, 1100), 255))).rule == "E902"

    def test_a_scan_on_which_nothing_is_read_is_a_scan(self) -> None:
        blank = Image.new("L", (800, 1100), 255)
        problem = _problem(_scan(blank, blank))
        assert (problem.rule, problem.facts) == ("E910", {"pages": 2})

    @pytest.mark.filterwarnings("ignore:Corrupt EXIF")
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "TIFF", "GIF", "WEBP"])
    def test_a_damaged_picture_is_said_to_be_so(self, kind: str) -> None:
        data = saved(page(TABLE), kind)
        assert _problem(data[:60]).rule == "E904"

    def test_without_the_extra_a_picture_names_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ocr, "is_installed", lambda: False)
        problem = _problem(saved(page(TABLE)), "report.docx")
        assert problem.rule == "E911"
        assert problem.facts == {"format": "PNG", "extra": "nianbao[ocr]"}

    def test_without_the_extra_a_scan_is_a_scan(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ocr, "is_installed", lambda: False)
        assert _problem(_scan(page(TABLE))).rule == "E910"

    def test_the_extra_is_there_when_all_its_parts_are(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert ocr_process.is_installed()
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
        monkeypatch.setattr("linter.readers.ocr.engine.find_spec", lambda name: None)
        assert not ocr_process.is_installed()


class TestLimits:
    def test_a_picture_of_more_pixels_than_any_scan_is_refused_unread(self) -> None:
        data = bytearray(saved(Image.new("1", (8, 8)), "PNG"))
        data[16:24] = (50_000).to_bytes(4, "big") * 2
        data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
        problem = _problem(bytes(data))
        assert (problem.rule, problem.facts["limit"]) == ("E906", "pixels")

    def test_a_file_of_more_pages_than_any_report_is_refused(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(ocr_pictures, "MAX_PAGES", 3)
        tiny = [Image.new("L", (9, 9), 255)] * 5
        data = saved(tiny[0], "TIFF", save_all=True, append_images=tiny[1:])
        problem = _problem(data)
        assert (problem.rule, problem.facts["limit"]) == ("E906", "pages")

    def test_a_header_that_promises_more_than_there_is_is_damaged(self) -> None:
        data = bytearray(saved(Image.new("L", (100, 100), 255), "BMP"))
        data[18:26] = (7000).to_bytes(4, "little") + (7000).to_bytes(4, "little")
        assert _problem(bytes(data)).rule == "E904"

    def test_a_long_screenshot_is_read_in_full(self) -> None:
        long = page([[1, 2]] * 24, width=600, height=2400)
        assert cells(read(saved(long))) == [[["1", "2"]] * 24]

    def test_a_huge_scan_is_made_smaller_before_it_is_read(self) -> None:
        large = page(TABLE).resize((2400, 3400))
        assert cells(read(saved(large))) == [READ]


def test_the_worker_answers_page_by_page_and_says_how_it_ended() -> None:
    data = _scan(page(TABLE), page(TABLE))
    requests = io.BytesIO(b"".join(len(one).to_bytes(8, "big") + one for one in (data, b"GIF8")))
    answers = io.BytesIO()
    serve(requests, answers, Tally())
    answers.seek(0)
    kinds = []
    while len(head := answers.read(8)) == 8:
        answer = json.loads(answers.read(int.from_bytes(head, "big")))
        kinds.append(next(key for key in ("end", "rule", "lines") if key in answer))
    assert kinds == ["lines", "lines", "end", "rule"]


def test_pictures_beside_text_are_left_alone(recogniser: Tally) -> None:
    document: Document = read(
        pdf(PdfPage().text(50, 50, "一、总体情况").picture(50, 100, 300, 300))
    )
    assert document.recognised is None
    assert recogniser.seen == 0
