"""Parts of a Word file replaced or added; all others keep their content, order and settings."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with the content of ``parts`` by their names; new ones come last."""
    from zipfile import ZIP_DEFLATED, ZipFile

    out = BytesIO()
    wanted = {name.lower(): content for name, content in parts.items()}
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = wanted.pop(info.filename.lower(), None)
            target.writestr(info, source.read(info) if content is None else content)
        for name, content in parts.items():
            if name.lower() in wanted:
                target.writestr(name, content)
        target.comment = source.comment
    return out.getvalue()
