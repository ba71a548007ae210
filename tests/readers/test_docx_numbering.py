"""The numbers that Word itself puts before paragraphs are read as text."""

from __future__ import annotations

import pytest

from linter.readers import read
from linter.readers.numerals import numeral
from tests.readers import word
from tests.readers.blocks import outline, paragraphs
from tests.readers.word import cell, paragraph, row, table


def _level(depth: int, number_format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _list(*levels: str, list_id: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{list_id}">{more}{"".join(levels)}</w:abstractNum>'


def _instance(num_id: int = 1, list_id: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{list_id}"/>{more}</w:num>'


def _numbered(text: str, depth: int | None = 0, num_id: int = 1) -> str:
    level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return paragraph(text, f'<w:numPr>{level}<w:numId w:val="{num_id}"/></w:numPr>')


_CHINESE = _list(
    _level(0, "chineseCounting", "%1、"),
    _level(1, "chineseCountingThousand", "（%2）"),
    _level(2, "decimal", "%3."),
)


def _texts(body: str, numbering: str, styles: str = "") -> list[str]:
    return paragraphs(read(word.word(body, styles, numbering)))


def test_levels_count_and_restart() -> None:
    body = "".join(
        _numbered(text, depth)
        for text, depth in [("总体", 0), ("公开", 0), ("甲", 1), ("子", 2), ("丑", 2), ("乙", 1),
                            ("寅", 2), ("申请", 0), ("丙", 1)]
    )  # fmt: skip

    assert _texts(body, _CHINESE + _instance()) == [
        "一、总体",
        "二、公开",
        "（一）甲",
        "1.子",
        "2.丑",
        "（二）乙",
        "1.寅",
        "三、申请",
        "（一）丙",
    ]


def test_paragraph_without_text_counts_but_shows_nothing() -> None:
    body = _numbered("甲") + _numbered("") + _numbered("乙")

    assert _texts(body, _CHINESE + _instance()) == ["一、甲", "三、乙"]


def test_only_the_first_line_of_a_paragraph_is_numbered() -> None:
    two = paragraph(
        "",
        '<w:numPr><w:numId w:val="1"/></w:numPr>',
        "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>",
    )

    assert _texts(two, _CHINESE + _instance()) == ["一、甲", "乙"]


def test_cells_are_numbered_too() -> None:
    body = table(row(cell(content=_numbered("甲")), cell("0")), row(cell(content=_numbered("乙"))))

    document = read(word.word(body, numbering=_CHINESE + _instance()))

    assert outline(document) == [[["一、甲", "0"], ["二、乙"]]]


def test_label_stands_apart_only_from_digits_and_letters() -> None:
    numbering = _list(_level(0, "decimal", "%1")) + _instance()

    assert _texts(_numbered("2023年") + _numbered("年"), numbering) == ["1 2023年", "2年"]


def test_skipped_levels_count_from_their_start() -> None:
    numbering = _list(_level(0, "decimal", "%1."), _level(1, "decimal", "%1.%2、")) + _instance()

    assert _texts(_numbered("甲", 1) + _numbered("乙", 0), numbering) == ["1.1、甲", "2.乙"]


def test_restart_may_be_switched_off_or_limited() -> None:
    never = _list(
        _level(0, "decimal", "%1."),
        _level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'),
        _level(2, "decimal", "%3]", '<w:lvlRestart w:val="1"/>'),
    )
    body = "".join(_numbered("甲", depth) for depth in (0, 1, 2, 1, 2, 0, 1, 2))

    assert _texts(body, never + _instance()) == [
        "1.甲", "1)甲", "1]甲", "2)甲", "2]甲", "2.甲", "3)甲", "1]甲",
    ]  # fmt: skip


def test_legal_numbering_is_decimal_throughout() -> None:
    numbering = _list(
        _level(0, "chineseCounting", "%1、"), _level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )

    assert _texts(_numbered("甲") + _numbered("乙", 1), numbering + _instance()) == [
        "一、甲",
        "1.1乙",
    ]


def test_instances_of_a_list_count_together_unless_they_start_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    own = f'<w:lvlOverride w:ilvl="0">{_level(0, "upperRoman", "%1.")}</w:lvlOverride>'
    numbering = (
        _CHINESE + _instance(1) + _instance(2) + _instance(3, 0, anew) + _instance(4, 0, own)
    )
    body = "".join(_numbered("甲", 0, num_id) for num_id in (1, 2, 3, 3, 4))

    assert _texts(body, numbering) == ["一、甲", "二、甲", "五、甲", "六、甲", "VII.甲"]


def test_numbering_may_come_from_the_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="i"><w:basedOn w:val="h"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = (
        paragraph("总体", '<w:pStyle w:val="h"/>')
        + paragraph("甲", '<w:pStyle w:val="i"/>')
        + paragraph("无", '<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("公开", '<w:pStyle w:val="h"/>')
    )

    assert _texts(body, _CHINESE + _instance(), styles) == [
        "一、总体",
        "（一）甲",
        "无",
        "二、公开",
    ]


def test_level_may_be_tied_to_the_style() -> None:
    numbering = _list(
        _level(0, "decimal", "%1."), _level(1, "chineseCounting", "%2、", '<w:pStyle w:val="h"/>')
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="h">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )

    body = paragraph("总体", '<w:pStyle w:val="h"/>')
    assert _texts(body, numbering + _instance(), styles) == ["一、总体"]


def test_list_may_be_defined_by_a_numbering_style() -> None:
    numbering = (
        _list(list_id=7, more='<w:numStyleLink w:val="s"/>')
        + _list(list_id=8, more='<w:numStyleLink w:val="missing"/>')
        + _list(_level(0, "chineseCounting", "%1、"), more='<w:styleLink w:val="s"/>')
        + _instance(1, 7)
        + _instance(2, 8)
    )

    assert _texts(_numbered("甲") + _numbered("乙", 0, 2), numbering) == ["一、甲", "乙"]


@pytest.mark.parametrize(
    ("depth", "num_id"), [(0, 9), (5, 1), (0, 2)], ids=["no instance", "no level", "no list"]
)
def test_reference_to_what_is_not_there_numbers_nothing(depth: int, num_id: int) -> None:
    assert _texts(_numbered("甲", depth, num_id), _CHINESE + _instance() + _instance(2, 44)) == [
        "甲"
    ]


def test_references_outside_an_instance_mean_nothing() -> None:
    numbering = '<w:abstractNumId w:val="0"/><w:startOverride w:val="3"/>' + _CHINESE + _instance()

    assert _texts(_numbered("甲"), numbering) == ["一、甲"]


def test_bullets_and_unknown_levels_show_nothing() -> None:
    numbering = _list(_level(0, "bullet", "\uf0b7"), _level(1, "none", "%2%5")) + _instance()

    assert _texts(_numbered("甲", 1), numbering) == ["甲"]
    assert _texts(_numbered("甲", 0), numbering) == ["甲"]


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "decimalEnclosedParen", "⑵"),
        (2, "decimalEnclosedFullstop", "⒉"),
        (2, "ideographEnclosedCircle", "㊁"),
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "japaneseCounting", "二十"),
        (101, "chineseCounting", "一百〇一"),
        (110, "chineseCounting", "一百一十"),
        (1001, "chineseCounting", "一千〇一"),
        (2030, "chineseCounting", "二千〇三十"),
        (15, "chineseLegalSimplified", "壹拾伍"),
        (10, "ideographDigital", "一〇"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "甲"),
        (12, "ideographZodiac", "亥"),
        (28, "upperLetter", "BB"),
        (3, "lowerLetter", "c"),
        (2024, "upperRoman", "MMXXIV"),
        (9, "lowerRoman", "ix"),
        (0, "chineseCounting", "0"),
        (10_000, "chineseCounting", "10000"),
        (5, "ordinalText", "5"),
        (5, "none", ""),
    ],
)
def test_numerals_are_written_as_word_does(number: int, number_format: str, expected: str) -> None:
    assert numeral(number, number_format) == expected
