"""Word documents from raw XML, for what no library writes."""

from __future__ import annotations

import io
import zipfile

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def document_xml(body: str, namespace: str = TRANSITIONAL) -> str:
    return f'<w:document xmlns:w="{namespace}" {_OTHERS}><w:body>{body}</w:body></w:document>'


def styles_xml(styles: str) -> str:
    return f'<w:styles xmlns:w="{TRANSITIONAL}">{styles}</w:styles>'


def numbering_xml(numbering: str) -> str:
    return f'<w:numbering xmlns:w="{TRANSITIONAL}">{numbering}</w:numbering>'


def relationships(**targets: str) -> str:
    links = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{links}</Relationships>'


def package(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, styles: str = "", numbering: str = "", namespace: str = TRANSITIONAL) -> bytes:
    """A document with ``body`` and, where given, styles and numbering."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relationships(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relationships(
            styles="styles.xml", numbering="numbering.xml"
        ),
        "word/document.xml": document_xml(body, namespace),
    }
    if styles:
        parts["word/styles.xml"] = styles_xml(styles)
    if numbering:
        parts["word/numbering.xml"] = numbering_xml(numbering)
    return package(parts)


def run(text: str, properties: str = "") -> str:
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str = "", properties: str = "", runs: str = "") -> str:
    shown = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{shown}{run(text) if text else ''}{runs}</w:p>"


def cell(text: str = "", properties: str = "", content: str = "") -> str:
    shown = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{shown}{content or paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    shown = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{shown}{''.join(cells)}</w:tr>"


def table(*table_rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(table_rows)}</w:tbl>"
