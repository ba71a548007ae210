"""The engine that reads a picture of one line of text, and its model."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from linter.records import record

if TYPE_CHECKING:
    from cv2.typing import MatLike

CARRIERS = ("rapidocr", "rapidocr_onnxruntime")
"""The packages that have a model for printed Chinese in their wheel, the newer one first."""

_HEIGHT = 48  # the height of the lines that the model was trained on
_STEP = 32
_LEAST_WIDTH, _MOST_WIDTH = 64, 3200
_BATCH_WIDTH = 1920  # of all lines read in one go
_THREADS = 2


@record
class Reading:
    """What stands in a picture; ``confidence`` (0 to 1) is that of the least certain character."""

    text: str
    confidence: float


class Recogniser(Protocol):
    """What reads pictures of single lines in grey, dark on light."""

    name: str

    def read(self, lines: Sequence[MatLike]) -> list[Reading]:
        """What stands in each picture."""
        ...


def model_path() -> Path | None:
    """The model that an installed package carries, None where one of the parts is missing."""
    if find_spec("onnxruntime") is None or find_spec("cv2") is None:
        return None
    for carrier in CARRIERS:
        spec = find_spec(carrier)
        for folder in (spec and spec.submodule_search_locations) or ():
            models = sorted(Path(folder, "models").glob("*_rec_*.onnx"))
            if models:
                return models[0]
    return None


class OnnxRecogniser:
    """A PP-OCR model run by ONNX Runtime, on this machine alone."""

    def __init__(self, model: Path) -> None:
        import onnxruntime

        options: Any = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        self._session: Any = onnxruntime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
        known = self._session.get_modelmeta().custom_metadata_map["character"]
        self._characters = ["", *known.splitlines(), " "]
        self._input = self._session.get_inputs()[0].name
        self.name = model.stem

    def read(self, lines: Sequence[MatLike]) -> list[Reading]:
        widths = [_width(line) for line in lines]
        readings = [Reading("", 0.0)] * len(lines)
        batch: list[int] = []
        for index in [*sorted(range(len(lines)), key=lambda index: widths[index]), -1]:
            full = batch and (index < 0 or widths[index] * (len(batch) + 1) > _BATCH_WIDTH)
            if full:
                found = self._read_batch([lines[one] for one in batch], widths[batch[-1]])
                for one, reading in zip(batch, found, strict=True):
                    readings[one] = reading
                batch = []
            batch.append(index)
        return readings

    def _read_batch(self, lines: Sequence[MatLike], width: int) -> list[Reading]:
        import cv2
        import numpy as np

        batch = np.zeros((len(lines), 3, _HEIGHT, width), dtype=np.float32)
        for place, line in zip(batch, lines, strict=True):
            own = min(width, max(1, round(line.shape[1] * _HEIGHT / line.shape[0])))
            scaled = cv2.resize(line, (own, _HEIGHT), interpolation=cv2.INTER_LINEAR)
            place[:, :, :own] = scaled.astype(np.float32) / 127.5 - 1
        answer = self._session.run(None, {self._input: batch})[0]
        chosen, sure = answer.argmax(axis=2), answer.max(axis=2)
        return [self._decoded(*pair) for pair in zip(chosen.tolist(), sure.tolist(), strict=True)]

    def _decoded(self, chosen: Sequence[int], sure: Sequence[float]) -> Reading:
        """A character stands where the model's choice changes to one that is not the blank."""
        text: list[str] = []
        least = 1.0
        last = 0
        for index, probability in zip(chosen, sure, strict=True):
            if index and index != last:
                text.append(self._characters[index] if index < len(self._characters) else "")
                least = min(least, probability)
            last = index
        return Reading("".join(text), round(least, 3) if text else 0.0)


def _width(line: MatLike) -> int:
    """The width in which the model sees a line, in steps so that several share one."""
    own = line.shape[1] * _HEIGHT / line.shape[0]
    return min(max(_LEAST_WIDTH, -(-int(own + 0.5) // _STEP) * _STEP), _MOST_WIDTH)
