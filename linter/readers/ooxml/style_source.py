"""The styles of a Word part, found without reading those that no paragraph uses.

A file carries a few hundred styles, most of its XML, and uses a handful.
"""

from __future__ import annotations

from linter.readers.ooxml.lean import plain_root
from linter.records import record

_BYTES = "latin-1"
_BEGIN, _END, _DEFAULT = "<w:style ", "</w:style>", " w:default="
_LONGEST = 1 << 17
_MOST_BYTES = 1 << 22
_MOST_DEFAULTS = 20


@record
class StyleSource:
    """The text of the part, and its root, in which a style stands alone as well."""

    root: bytes
    text: str

    def part(self, style_id: str) -> bytes | None:
        """A part that holds this style alone; None where there is no such style."""
        written = style_id.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        named = f' w:styleId="{written}"'.encode().decode(_BYTES)
        return self._around(self.text.rfind(named))

    def defaults(self) -> list[bytes]:
        """Parts that hold the styles that are the default of their kind."""
        found: list[bytes | None] = []
        at = self.text.find(_DEFAULT)
        while at >= 0:
            found.append(self._around(at))
            at = self.text.find(_DEFAULT, at + 1)
        return [part for part in found if part is not None]

    def _around(self, at: int) -> bytes | None:
        """The style in whose tag ``at`` stands."""
        start = self.text.rfind(_BEGIN, 0, at + 1) if at >= 0 else -1
        tag_end = self.text.find(">", at)
        if start < 0 or self.text.find(">", start) != tag_end:
            return None
        alone = self.text[tag_end - 1] == "/"
        end = tag_end + 1 if alone else self.text.find(_END, tag_end, start + _LONGEST) + len(_END)
        return self.root + self.text[start:end].encode(_BYTES) + b"</w:styles>"


def style_source(part: bytes) -> StyleSource | None:
    """The styles in ``part``; None where only a parser can tell them."""
    root = plain_root(part) if len(part) <= _MOST_BYTES else None
    if root is None or b"<w:styles" not in root or part.find(b"'", len(root)) >= 0:
        return None
    text = part.decode(_BYTES)
    return StyleSource(root, text) if text.count(_DEFAULT) <= _MOST_DEFAULTS else None
