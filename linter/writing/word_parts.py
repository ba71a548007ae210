"""The parts of a Word document that are the same for every report: styles, fonts, footers.

Sizes, margins and typefaces are those of GB/T 9704—2012: the title in 小标宋 of size 二号 (22 pt),
text in 仿宋 of 三号 (16 pt), headings in 黑体 and 楷体, lines 28 pt apart, page numbers in 宋体 of
四号 at the outer edge.
"""

from __future__ import annotations

from html import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TITLE, _TEXT, _HEADING, _SUBHEADING, _NUMBER = (
    "方正小标宋简体",
    "仿宋_GB2312",
    "黑体",
    "楷体_GB2312",
    "宋体",
)
_FONTS = {
    _TITLE: "方正小标宋_GBK,华文中宋,STZhongsong,宋体",
    _TEXT: "仿宋,FangSong,华文仿宋,STFangsong",
    _HEADING: "SimHei,Heiti SC",
    _SUBHEADING: "楷体,KaiTi,华文楷体,STKaiti",
    _NUMBER: "SimSun,Songti SC",
}
"""Typefaces with those that replace them where they are not installed."""


def opened(element: str, content: str) -> str:
    """A part of the package: ``content`` in its root element, namespaces declared."""
    return f'{_DECLARATION}<{element} xmlns:w="{_W}" xmlns:r="{_R}">{content}</{element}>'


def core_properties(title: str) -> str:
    """The part that names the document."""
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title, quote=False)}</dc:title><dc:language>zh-CN</dc:language>"
        "</cp:coreProperties>"
    )


def _font(name: str, half_points: int) -> str:
    faces = "".join(f' w:{kind}="{name}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f'<w:rFonts{faces}/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _style(key: str, name: str, paragraph: str, run: str = "", based: str = "Normal") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if key != "Normal" else ""
    default = ' w:default="1"' if key == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{on}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_CLOSE = '<w:spacing w:line="240" w:lineRule="auto"/>'

_STYLES = opened(
    "w:styles",
    f"<w:docDefaults><w:rPrDefault><w:rPr>{_font(_TEXT, 32)}"
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style(
        "Normal",
        "Normal",
        '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/><w:jc w:val="both"/>',
    )
    + _style("BodyText", "Body Text", _INDENT)
    + _style(
        "Title",
        "Title",
        '<w:keepNext/><w:spacing w:after="560" w:line="700" w:lineRule="exact"/>'
        '<w:jc w:val="center"/>',
        _font(_TITLE, 44),
    )
    + _style(
        "Heading1",
        "heading 1",
        f'<w:keepNext/><w:spacing w:before="120" w:after="120"/>{_INDENT}<w:outlineLvl w:val="0"/>',
        _font(_HEADING, 32),
    )
    + _style(
        "Signature",
        "Signature",
        '<w:keepNext/><w:spacing w:before="560"/><w:ind w:rightChars="400" w:right="1280"/>'
        '<w:jc w:val="right"/>',
    )
    + _style("Date", "Date", '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>')
    + _style("TableText", "Table Text", f'{_CLOSE}<w:jc w:val="center"/>', _font(_TEXT, 21))
    + _style("TableTextSmall", "Table Text Small", "", _font(_TEXT, 18), based="TableText")
    + _style("Footer", "footer", f"{_CLOSE}{_FLUSH}", _font(_NUMBER, 28))
    + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="character" w:styleId="Subheading"><w:name w:val="Subheading"/>'
    f"<w:rPr>{_font(_SUBHEADING, 32)}</w:rPr></w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar>'
    '<w:left w:w="45" w:type="dxa"/><w:right w:w="45" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>",
)

_SETTINGS = opened(
    "w:settings",
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
)

_FONT_TABLE = opened(
    "w:fonts",
    "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in _FONTS.items()
    ),
)


def _footer(side: str) -> str:
    """A page number between dashes, one character from the outer edge."""
    return opened(
        "w:ftr",
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}Chars="100" w:{side}="280"/>'
        f'<w:jc w:val="{side}"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>',
    )


_KINDS = {
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "footer1": "footer",
    "footer2": "footer",
}
_CONTENT_TYPES = (
    f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for part, kind in _KINDS.items()
    )
    + "</Types>"
)
_RELATIONS = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{part}.xml"/>'
        for number, (part, kind) in enumerate(_KINDS.items(), start=1)
    )
    + "</Relationships>"
)

PARTS = {
    "[Content_Types].xml": _CONTENT_TYPES,
    "_rels/.rels": _RELATIONS,
    "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
    "word/styles.xml": _STYLES,
    "word/settings.xml": _SETTINGS,
    "word/fontTable.xml": _FONT_TABLE,
    "word/footer1.xml": _footer("right"),
    "word/footer2.xml": _footer("left"),
}
"""The parts by name, but for the document itself and its properties."""
