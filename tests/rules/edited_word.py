"""Word files as they leave an office in a hurry: with changes, comments and names in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from tests.readers.word import run

INSERTED = f'<w:ins w:id="1" w:author="李明">{run("新增内容")}</w:ins>'
DELETED = '<w:del w:id="2" w:author="李明"><w:r><w:delText>原有内容</w:delText></w:r></w:del>'
HIDDEN = run("内部掌握，不公开", "<w:vanish/>")
COMMENT_REFERENCE = '<w:r><w:commentReference w:id="0"/></w:r>'
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:comment w:id="0" w:author="李明"><w:p>{run("这个数字请再核对")}</w:p></w:comment>'
    "</w:comments>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:creator>{creator}</dc:creator><cp:lastModifiedBy>{editor}</cp:lastModifiedBy>"
    "</cp:coreProperties>"
)


def with_runs(data: bytes, runs: str) -> bytes:
    """``data`` with runs at the end of its first paragraph of some length."""
    text = re.compile(r"((?:<w:t[ >][^<]{20,}</w:t></w:r>))(</w:p>)")

    def changed(xml: str) -> str:
        return text.sub(lambda match: match[1] + runs + match[2], xml, count=1)

    document = _parts(data)["word/document.xml"].decode()
    return with_parts(data, {"word/document.xml": changed(document)})


def with_parts(data: bytes, parts: Mapping[str, str]) -> bytes:
    """``data`` with some of its parts replaced or added."""
    out = io.BytesIO()
    content = _parts(data) | {name: text.encode() for name, text in parts.items()}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return out.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
