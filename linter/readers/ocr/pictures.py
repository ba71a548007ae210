"""The pictures in a file: one for each page, neither too large to be read nor too small."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.model.problem import InputProblem
from linter.readers.limits import require

if TYPE_CHECKING:
    from cv2.typing import MatLike
    from PIL import Image

MAX_PAGES = 60
MAX_PIXELS = 64_000_000
"""Pixels of one page: A4 scanned at 600 dots an inch has 35 million."""

MAX_SIDE = 60_000
"""Pixels along a side: the screenshot of a long web page has some 30 000."""

FORMATS = ("PNG", "JPEG", "BMP", "TIFF", "WEBP", "GIF")

_LONGEST = 2600
"""The longer side of what is read: A4 at 220 dots an inch."""

_LONGEST_STRIP = 12_000  # of the screenshot of a whole web page
_DPI = 200
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, IndexError, KeyError)
"""What the decoders of pictures raise over damaged files."""


def page_pictures(data: bytes) -> Iterator[MatLike]:
    """The pages of a PDF file or picture, in colours (blue, green, red), one after another.

    Raises E904 where the file is damaged and E906 where it has too many pages or pixels.
    """
    return _rendered(data) if b"%PDF-" in data[:1024] else _decoded(data)


def _rendered(data: bytes) -> Iterator[MatLike]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputProblem("E904", reason="pdf") from error
    require("pages", len(document), MAX_PAGES)
    for page in document:
        width, height = page.get_size()
        scale = min(_DPI / 72, _LONGEST / max(width, height, 1.0))
        bitmap = page.render(scale=scale, may_draw_forms=False)
        yield bitmap.to_numpy()[:, :, :3].copy()
        page.close()


def _decoded(data: bytes) -> Iterator[MatLike]:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            number = 0
            while _seek(image, number):
                require("pages", number + 1, MAX_PAGES)
                require("pixels", image.width * image.height, MAX_PIXELS)
                require("pixels", max(image.size), MAX_SIDE)
                yield _flat(image)
                number += 1
                if image.format != "TIFF":  # what moves or has small copies of itself is one page
                    return
    except Image.DecompressionBombError as error:
        raise InputProblem(
            "E906", limit="pixels", found=MAX_PIXELS + 1, allowed=MAX_PIXELS
        ) from error
    except _BROKEN as error:
        raise InputProblem("E904", reason="picture") from error


def _seek(image: Image.Image, number: int) -> bool:
    if number == 0:
        return True
    try:
        image.seek(number)
    except EOFError:
        return False
    return True


def _flat(image: Image.Image) -> MatLike:
    """The picture upright as its camera says, on white, no larger than needed."""
    import numpy as np
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image).convert("RGBA")
    page = Image.new("RGBA", upright.size, "white")
    page.alpha_composite(upright)
    narrow, long = sorted(page.size)
    most = min(_LONGEST_STRIP, _LONGEST * max(1, long // (2 * max(narrow, 1))))
    if long > most:
        factor = most / long
        size = (max(1, round(page.width * factor)), max(1, round(page.height * factor)))
        page = page.resize(size, Image.Resampling.BOX)
    return np.asarray(page.convert("RGB"))[:, :, ::-1].copy()
