"""The real recogniser, in its own process, on one page of a scan; and what ends that process."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from linter.model.document import Document
from linter.model.problem import InputProblem
from linter.readers import read
from linter.readers.ocr import engine as ocr_engine
from linter.readers.ocr import process as ocr_process
from linter.readers.ocr.lines import Box, lines_in
from tests.readers.scans import cells

SCAN = Path(__file__).with_name("scan.jpg").read_bytes()


@pytest.fixture(scope="module")
def scan() -> Document:
    """The last page of a report: table four, the sections after it and the sign-off."""
    return read(SCAN)


@pytest.fixture
def anew() -> Iterator[None]:
    """With no process running before or after."""
    _end()
    yield
    _end()


def _end() -> None:
    for worker in ocr_process._workers.values():
        worker.end()
    ocr_process._workers.clear()


def _problem(data: bytes) -> InputProblem:
    with pytest.raises(InputProblem) as caught:
        read(data)
    return caught.value


def test_the_numbers_of_a_scanned_table_are_read(scan: Document) -> None:
    review = cells(scan)[-1]
    assert review[-1] == ["5", "1", "2", "1", "9", "2", "0", "0", "1", "3", "1", "0", "1", "0", "2"]


def test_the_recogniser_and_its_confidence_are_told(scan: Document) -> None:
    assert scan.recognised is not None
    assert "rec" in scan.recognised.engine
    assert all(0 <= sure <= 1 for sure in scan.recognised.confidence.values())


@pytest.mark.usefixtures("anew")
class TestTheProcess:
    def test_one_that_takes_too_long_is_stopped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ocr_process, "SECONDS", 0.05)
        problem = _problem(SCAN)
        assert (problem.rule, problem.facts["limit"]) == ("E906", "ocr-seconds")
        assert not ocr_process._workers

    def test_one_that_dies_costs_its_file_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ocr_engine, "model_path", lambda: Path("missing.onnx"))
        problem = _problem(SCAN)
        assert (problem.rule, problem.facts) == ("E904", {"reason": "ocr-crash"})
        assert not ocr_process._workers

    def test_without_a_model_there_is_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ocr_engine, "model_path", lambda: None)
        with pytest.raises(InputProblem) as caught:
            ocr_process.recognised_pages(SCAN)
        assert caught.value.rule == "E911"
        assert _problem(SCAN).facts == {"format": "JPEG", "extra": "nianbao[ocr]"}


def test_lines_are_read_in_the_order_in_which_they_are_given() -> None:
    page = np.asarray(Image.open(io.BytesIO(SCAN)).convert("L"))
    model = ocr_engine.model_path()
    assert model is not None
    heading, blank = page[325:366, 95:525], np.full((40, 60), 255, np.uint8)
    readings = ocr_engine.OnnxRecogniser(model).read([heading, blank, heading])
    assert ["行政复议" in reading.text for reading in readings] == [True, False, True]
    assert readings[0].confidence > readings[1].confidence == 0.0


def test_lines_that_touch_are_parted_where_there_is_the_least_ink() -> None:
    ink = np.zeros((100, 200), np.uint8)
    ink[10:32, 20:180] = ink[36:58, 20:180] = 255
    ink[10:58, 90:93] = 255
    boxes = list(lines_in(ink, Box(0, 0, 200, 100), 20.0))
    assert len(boxes) == 2
    assert boxes[0].bottom <= boxes[1].top
