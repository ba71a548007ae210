"""PDF files as the tests need them: text and lines at given places, and nothing else."""

from __future__ import annotations

import zlib

A4 = (595, 842)

_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/W[814 939 500 1 95 500]"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/ItalicAngle 0/Ascent 880"
    b"/Descent -120/CapHeight 880/StemV 80/FontBBox[0 -120 1000 880]>>>>]>>"
)


class PdfPage:
    """A page under construction; places are points from the top left, as it is read.

    ``rotate`` says how the page is turned for show, ``sideways`` draws everything turned.
    """

    def __init__(self, rotate: int = 0, sideways: bool = False, size: tuple[int, int] = A4) -> None:
        self.rotate = rotate
        self.width, self.height = size
        shown = size[::-1] if rotate in (90, 270) or sideways else size
        self._shown_height = shown[1]
        self._ops: list[str] = []
        turn = 90 if sideways else rotate
        width, height = size
        matrices = {
            90: f"0 1 -1 0 {width} 0 cm",
            180: f"-1 0 0 -1 {width} {height} cm",
            270: f"0 -1 1 0 0 {height} cm",
        }
        if turn:
            self._ops.append(matrices[turn])

    def text(self, x: float, y: float, text: str, size: float = 12, mode: int = 0) -> PdfPage:
        code = text.encode("utf-16-be").hex()
        place = f"1 0 0 1 {x} {self._shown_height - y - 0.88 * size} Tm"
        self._ops.append(f"BT /F1 {size} Tf {mode} Tr {place} <{code}> Tj ET")
        return self

    def slanting(self, x: float, y: float, text: str, size: float = 40) -> PdfPage:
        """Text along a line that rises, as watermarks do."""
        code = text.encode("utf-16-be").hex()
        place = f"0.8 0.6 -0.6 0.8 {x} {self._shown_height - y} Tm"
        self._ops.append(f"BT /F1 {size} Tf 0 Tr {place} <{code}> Tj ET")
        return self

    def dots(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        """A line of little squares."""
        count = int(max(x1 - x0, y1 - y0) / 1.5)
        for index in range(count + 1):
            x, y = x0 + (x1 - x0) * index / count, y0 + (y1 - y0) * index / count
            self.bar(x, y, x + 0.75, y + 0.75)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        high = self._shown_height
        self._ops.append(f"{x0} {high - y0} m {x1} {high - y1} l S")
        return self

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        """A filled rectangle, which may be a line."""
        high = self._shown_height
        self._ops.append(f"{x0} {high - y1} {x1 - x0} {y1 - y0} re f")
        return self

    def drawing(self, operators: str) -> PdfPage:
        """Whatever the operators of the format draw."""
        self._ops.append(operators)
        return self

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> PdfPage:
        place = f"{x1 - x0} 0 0 {y1 - y0} {x0} {self._shown_height - y1} cm"
        self._ops.append(f"q {place} /Im1 Do Q")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> PdfPage:
        """All lines of a table."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def rows(
        self, xs: list[float], top: float, rows: list[list[str]], height: float = 20
    ) -> PdfPage:
        """A ruled table with a text in every cell."""
        self.grid(xs, [top + height * index for index in range(len(rows) + 1)])
        for index, row in enumerate(rows):
            for x, text in zip(xs, row, strict=False):
                if text:
                    self.text(x + 3, top + height * index + 4, text)
        return self

    @property
    def content(self) -> bytes:
        return "\n".join(self._ops).encode()


def pdf(*pages: PdfPage) -> bytes:
    """A file of these pages."""
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        _FONT,
        stream(b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
                b"/BitsPerComponent 8", b"\x80"),
    ]  # fmt: skip
    for index, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]"
            f"/Rotate {page.rotate}/Contents {6 + 2 * index} 0 R"
            "/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 4 0 R>>>>>>".encode()
        )
        objects.append(stream(b"<<", page.content))
    return file_of(objects)


def enlarged(page: PdfPage, scale: float) -> bytes:
    """A file of one page that has its content in a form, laid on the page ``scale`` times as large.

    It has the font ``F2``, of Latin letters, too.
    """
    latin = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    fonts = b"/Resources<</Font<</F1 3 0 R/F2 %s>>>>" % latin
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        _FONT,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 6 0 R"
        b"/Resources<</XObject<</Fm 5 0 R>>>>>>" % (page.width, page.height),
        stream(b"<</Type/XObject/Subtype/Form/BBox[0 0 9999 9999]" + fonts, page.content),
        stream(b"<<", b"%g 0 0 %g 0 0 cm /Fm Do" % (scale, scale)),
    ]
    return file_of(objects)


def file_of(objects: list[bytes]) -> bytes:
    """A file of numbered objects, the first of which is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(head: bytes, data: bytes) -> bytes:
    """A stream; ``head`` is its dictionary, not closed."""
    packed = zlib.compress(data)
    return (
        head + b"/Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream "
    )
