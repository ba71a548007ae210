"""The same consistent report in every layout: data in, the bytes of a file out."""

from tests.rendering.layouts import BY_NAME, LAYOUTS, Layout
from tests.rendering.style import STATUTORY, Style
from tests.rendering.wording import Data, as_extracted, cell_at, content_of, with_cell

__all__ = [
    "BY_NAME",
    "LAYOUTS",
    "STATUTORY",
    "Data",
    "Layout",
    "Style",
    "as_extracted",
    "cell_at",
    "content_of",
    "with_cell",
]
