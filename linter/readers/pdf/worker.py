"""The program that has PDFium read PDF files, in a process of its own.

PDFium is native code and PDF files come from anywhere: what makes it crash, hang or take all
memory shall cost the reading of that one file and nothing else. Run as a script it answers
requests on its standard input until that ends. A request is the length of a file (8 bytes)
and the file; an answer is its length, one line of JSON and the arrays that the line announces.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from array import array
from collections import deque
from itertools import count as count_from
from itertools import pairwise, repeat
from typing import Any, BinaryIO

MAX_PAGES = 400
MAX_CHARS = 600_000
MAX_OBJECTS = 400_000
MAX_SEGMENTS = 200_000
MAX_MEMORY = 1 << 30

_MAX_FORM_DEPTH = 12
_PASSWORD_ERRORS = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_PATH, _IMAGE, _FORM, _TEXT = 2, 3, 5, 1
_INVISIBLE = 3  # the text rendering mode of what an OCR engine lays over a scan
_SAMPLE = 64
_THIN = 3.0
_SLANT = 0.09  # of a right angle's: five degrees
_BOX = 16

Answer = tuple[dict[str, Any], list[bytes]]


class Refused(Exception):
    """A file that is not read; the facts are those of the finding."""

    def __init__(self, rule: str, **facts: str | int) -> None:
        super().__init__(rule, facts)
        self.rule = rule
        self.facts = facts


class Pdfium:
    """The functions of PDFium that reading takes, and how much has been read."""

    def __init__(self) -> None:
        import pypdfium2_raw as raw

        self.raw: Any = raw
        raw.FPDF_InitLibrary()

    def answer(self, data: bytes) -> Answer:
        """The pages of ``data``, or the rule by which it is refused."""
        try:
            return self._pages(data)
        except Refused as refused:
            return {"rule": refused.rule, "facts": refused.facts}, []

    def _pages(self, data: bytes) -> Answer:
        raw = self.raw
        document = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            locked = raw.FPDF_GetLastError() in _PASSWORD_ERRORS
            raise Refused("E905", container="PDF") if locked else Refused("E904", reason="pdf")
        try:
            count = raw.FPDF_GetPageCount(document)
            _require("pages", count, MAX_PAGES)
            reading = _Reading(raw)
            for number in range(count):
                reading.add_page(document, number)
            return {"pages": reading.pages}, reading.arrays
        finally:
            raw.FPDF_CloseDocument(document)


class _Calls:
    """What is asked of every character and object, with arguments that cost little to pass."""

    def __init__(self, raw: Any) -> None:
        pointer, number, index = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong
        self.unicode_of = _bound(raw.FPDFText_GetUnicode, ctypes.c_uint, pointer, number)
        self.box_of = _bound(raw.FPDFText_GetLooseCharBox, number, pointer, number, pointer)
        self.text_object = _bound(raw.FPDFText_GetTextObject, pointer, pointer, number)
        self.on_page = _bound(raw.FPDFPage_GetObject, pointer, pointer, number)
        self.in_form = _bound(raw.FPDFFormObj_GetObject, pointer, pointer, index)
        self.type_of = _bound(raw.FPDFPageObj_GetType, number, pointer)
        self.mode_of = _bound(raw.FPDFTextObj_GetTextRenderMode, number, pointer)
        self.matrix_of = _bound(raw.FPDFPageObj_GetMatrix, number, pointer, pointer)
        self.bounds_of = _bound(raw.FPDFPageObj_GetBounds, number, *[pointer] * 5)


def _bound(function: Any, *types: Any) -> Any:
    return ctypes.CFUNCTYPE(*types)(_address(function))


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


class _Reading:
    """The pages of one document read so far."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw
        self.calls = _Calls(raw)
        self.pages: list[dict[str, Any]] = []
        self.arrays: list[bytes] = []
        self.chars = self.objects = self.segments = 0

    def add_page(self, document: Any, number: int) -> None:
        page = self.raw.FPDF_LoadPage(document, number)
        if not page:
            raise Refused("E904", reason="pdf-page")
        try:
            drawn = _Drawn(self, page)
            codes, boxes, turn = self._characters(page, drawn)
            box = self.raw.FS_RECTF()
            self.raw.FPDF_GetPageBoundingBox(page, box)
            self.pages.append(
                {
                    "box": [box.left, box.bottom, box.right, box.top],
                    "turn": turn,
                    "chars": len(codes),
                    "segments": len(drawn.segments) // 4,
                    "images": drawn.images,
                    "texts": drawn.texts,
                    "invisible": drawn.invisible,
                }
            )
            self.arrays += [codes.tobytes(), boxes, drawn.segments.tobytes()]
        finally:
            self.raw.FPDF_ClosePage(page)

    def _characters(self, page: Any, drawn: _Drawn) -> tuple[array[int], bytes, int]:
        """Code points, their boxes, and by how many quarters most of the text is turned."""
        raw = self.raw
        text = raw.FPDFText_LoadPage(page)
        if not text:
            raise Refused("E904", reason="pdf-page")
        try:
            count = max(0, raw.FPDFText_CountChars(text))
            self.chars += count
            _require("chars", self.chars, MAX_CHARS)
            address = _address(text)
            codes = array("I", map(self.calls.unicode_of, repeat(address), range(count)))
            boxes = (ctypes.c_float * max(4 * count, 1))()
            places = count_from(ctypes.addressof(boxes), _BOX)
            deque(map(self.calls.box_of, repeat(address), range(count), places), maxlen=0)
            self._leave_out(address, codes, drawn.left_out())
            if drawn.in_forms:
                self._into_place(address, boxes, count, drawn.in_forms)
            return codes, bytes(boxes)[: _BOX * count], self._turn(page, text, codes)
        finally:
            raw.FPDFText_ClosePage(text)

    def _leave_out(self, text: int, codes: array[int], objects: set[int]) -> None:
        """Makes blanks of the characters that ``objects`` draw."""
        object_of = self.calls.text_object
        for index in range(len(codes) if objects else 0):
            if object_of(text, index) in objects:
                codes[index] = ord(" ")

    def _into_place(self, text: int, boxes: Any, count: int, forms: dict[int, Matrix]) -> None:
        """Moves characters onto the page that PDFium leaves where the form they stand in has them.

        So it does with text that the file says to stand for other text (ActualText).
        """
        areas: dict[int, tuple[list[float], list[float]]] = {}
        for index in range(count):
            item = self.calls.text_object(text, index)
            if item not in forms:
                continue
            if item not in areas:
                areas[item] = self._areas(item, forms[item])
            left, top, right, bottom = boxes[4 * index : 4 * index + 4]
            middle = (left + right) / 2, (bottom + top) / 2
            in_form, on_page = areas[item]
            if _holds(in_form, middle) and not _holds(on_page, middle):
                corners = [_at(forms[item], left, bottom), _at(forms[item], right, top)]
                left, bottom, right, top = _bounds(corners)
                boxes[4 * index : 4 * index + 4] = (left, top, right, bottom)

    def _areas(self, item: int, form: Matrix) -> tuple[list[float], list[float]]:
        """Where a text object stands within its form, and where on the page."""
        sides = (ctypes.c_float * 4)()
        first = ctypes.addressof(sides)
        self.calls.bounds_of(item, first, first + 4, first + 8, first + 12)
        left, bottom, right, top = sides
        corners = [_at(form, x, y) for x in (left, right) for y in (bottom, top)]
        return [left, bottom, right, top], _bounds(corners)

    def _turn(self, page: Any, text: Any, codes: array[int]) -> int:
        """Quarters, clockwise, by which the page must be turned for most characters to stand."""
        visible = [index for index, code in enumerate(codes) if code > 32]
        if not visible:
            return int(self.raw.FPDFPage_GetRotation(page)) % 4
        votes = [0, 0, 0, 0]
        for index in visible[:: max(1, len(visible) // _SAMPLE)]:
            angle = self.raw.FPDFText_GetCharAngle(text, index)
            votes[round(angle / (math.pi / 2)) % 4] += 1
        return (4 - votes.index(max(votes))) % 4


class _Drawn:
    """What is drawn on a page besides text: straight lines along an axis, and images."""

    def __init__(self, reading: _Reading, page: Any) -> None:
        self.reading = reading
        self.raw = reading.raw
        self.segments = array("f")
        self.images: list[list[float]] = []
        self.texts = 0
        self.in_forms: dict[int, Matrix] = {}  # text objects, and where their form is laid
        self._unseen: set[int] = set()
        self._slanting: set[int] = set()
        self._found = (ctypes.c_float * 6)()
        self._place = ctypes.addressof(self._found)
        raw = self.raw
        count = raw.FPDFPage_CountObjects(page)
        self._walk(_address(page), count, reading.calls.on_page, None, 0)
        reading.segments += len(self.segments) // 4

    def _walk(self, holder: int, count: int, get: Any, outer: Matrix | None, depth: int) -> None:
        self.reading.objects += max(count, 0)
        _require("objects", self.reading.objects, MAX_OBJECTS)
        raw, calls = self.raw, self.reading.calls
        for index in range(count):
            item = get(holder, index)
            kind = calls.type_of(item)
            if kind == _TEXT:
                self._text(item, self._matrix(item, outer))
                if outer and outer != _UNMOVED:
                    self.in_forms[item] = outer
            elif kind == _PATH:
                self._path(ctypes.cast(item, raw.FPDF_PAGEOBJECT), self._matrix(item, outer))
            elif kind == _IMAGE:
                corners = self._matrix(item, outer)
                self.images.append(_bounds([_at(corners, x, y) for x in (0, 1) for y in (0, 1)]))
            elif kind == _FORM and depth < _MAX_FORM_DEPTH:
                inner = self._matrix(item, outer)
                inside = raw.FPDFFormObj_CountObjects(ctypes.cast(item, raw.FPDF_PAGEOBJECT))
                self._walk(item, inside, calls.in_form, inner, depth + 1)

    def _text(self, item: int, matrix: Matrix) -> None:
        self.texts += 1
        if self.reading.calls.mode_of(item) == _INVISIBLE:
            self._unseen.add(item)
        along, aside = abs(matrix[0]), abs(matrix[1])
        if min(along, aside) > _SLANT * max(along, aside):
            self._slanting.add(item)

    @property
    def invisible(self) -> int:
        """How many text objects are drawn without leaving a mark."""
        return len(self._unseen)

    def left_out(self) -> set[int]:
        """The text objects that are no part of the text: watermarks, and what nobody sees.

        Where all of the text is slanting or invisible, it is what the page has.
        """
        left_out: set[int] = set()
        for some in (self._unseen, self._slanting):
            if 2 * len(some) < self.texts:
                left_out |= some
        return left_out

    def _matrix(self, item: int, outer: Matrix | None) -> Matrix:
        """From the coordinates of an object to those of the page."""
        self.reading.calls.matrix_of(item, self._place)
        a, b, c, d, e, f = self._found
        return _product((a, b, c, d, e, f), outer) if outer else (a, b, c, d, e, f)

    def _path(self, path: Any, matrix: Matrix) -> None:
        raw = self.raw
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        if not (fill.value or stroke.value):
            return
        count = raw.FPDFPath_CountSegments(path)
        _require("segments", self.reading.segments + len(self.segments) // 4 + count, MAX_SEGMENTS)
        for points in self._outlines(path, count, matrix):
            self._outline(points, stroke.value != 0)

    def _outlines(self, path: Any, count: int, matrix: Matrix) -> list[list[Point]]:
        raw = self.raw
        outlines: list[list[Point]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(path, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not outlines:
                outlines.append([])
            outlines[-1].append(_at(matrix, x.value, y.value))
            if raw.FPDFPathSegment_GetClose(segment):
                outlines[-1].append(outlines[-1][0])
        return outlines

    def _outline(self, points: list[Point], stroked: bool) -> None:
        """Adds the lines that an outline draws: its edges, or itself where it is thin."""
        left, bottom, right, top = _bounds(points)
        if right - left <= _THIN and top - bottom <= _THIN:  # a dot of a dotted line
            across, up = (left + right) / 2, (bottom + top) / 2
            self.segments.extend((left, up, right, up, across, bottom, across, top))
        elif right - left <= _THIN or top - bottom <= _THIN:
            if right - left >= top - bottom:
                self.segments.extend((left, (bottom + top) / 2, right, (bottom + top) / 2))
            else:
                self.segments.extend(((left + right) / 2, bottom, (left + right) / 2, top))
        elif stroked:
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(x1 - x0) <= _THIN or abs(y1 - y0) <= _THIN:
                    self.segments.extend((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _holds(area: list[float], point: Point) -> bool:
    left, bottom, right, top = area
    return left - 1 <= point[0] <= right + 1 and bottom - 1 <= point[1] <= top + 1


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, _, _ = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, *_at(then, e, f))


def _at(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(points: list[Point]) -> list[float]:
    horizontal, vertical = [x for x, _ in points], [y for _, y in points]
    return [min(horizontal), min(vertical), max(horizontal), max(vertical)]


def _require(limit: str, found: int, allowed: int) -> None:
    if found > allowed:
        raise Refused("E906", limit=limit, found=found, allowed=allowed)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers requests until there are none."""
    pdfium = Pdfium()
    while len(head := requests.read(8)) == 8:
        header, arrays = pdfium.answer(requests.read(int.from_bytes(head, "big")))
        body = b"".join([json.dumps(header).encode(), b"\n", *arrays])
        answers.write(len(body).to_bytes(8, "big"))
        answers.write(body)
        answers.flush()


def limit_memory() -> None:
    """Has the system refuse this process more memory than a report can need."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit holds there, too
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    sys.path.extend(sys.argv[1:])
    limit_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)
