"""The text of web pages: what a person sees, line by line, with its place in the source."""

from __future__ import annotations

import pytest

from linter.model.document import Paragraph
from linter.readers import read
from tests.readers.blocks import outline, page, paragraphs, pictures, places, read_text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲</p><p>乙</p>", ["甲", "乙"]),
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("<div>甲<div>乙</div>丙</div>丁", ["甲", "乙", "丙", "丁"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("甲<hr>乙", ["甲", "乙"]),
        ("<p>某某镇<br>2024年1月17日<br/><br></p>", ["某某镇", "2024年1月17日"]),
        ("<p>20<span>23</span><font>年</font><b>度</b></p>", ["2023年度"]),
        ("<p><span>20</span> <span>23</span></p>", ["20 23"]),
        ("<p>  a \n\t b&nbsp;&nbsp;c&nbsp; </p>", ["a b  c"]),
        ("<p>政府\n    信息，\n公开</p>", ["政府信息，公开"]),
        ("<p>共\n15 件</p>", ["共 15 件"]),
        ("<p>甲</div></span></td>乙", ["甲乙"]),
        ("<p>5 < 6 &amp; 7 &gt; 6</p>", ["5 < 6 & 7 > 6"]),
        ("<p>甲<sup>2</sup>乙<wbr>丙</p>", ["甲2乙丙"]),
        ("<p><a name='_Toc'>甲</a>乙</p>", ["甲乙"]),
        ("<ucapcontent><p>甲</p></ucapcontent>", ["甲"]),
        ("甲<p>乙", ["甲", "乙"]),
        ("<pre>  甲\n\n  乙  丙\n</pre>", ["甲", "乙  丙"]),
        ("<p></p><p>&nbsp;</p><p>\u200b</p>甲", ["甲"]),
    ],
)
def test_blocks_and_breaks_part_lines_and_runs_join(body: str, expected: list[str]) -> None:
    assert paragraphs(page(body)) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>否</p>';</script>",
        "<script>document.write('<style>x</style>否')</script>",
        "<style>p{color:red}</style>",
        "<!-- 否 -->",
        "<!-->",
        "<![if !supportLists]>",
        "<!--[if gte mso 9]><p>否</p><![endif]-->",
        "<div style='display:none'>否</div>",
        "<span style='mso-hide:all; display: none'>否</span>",
        "<font style='VISIBILITY:hidden'>否<b>否</b></font>",
        "<p hidden>否</p>",
        "<input type=hidden value=否>",
        "<noscript>否</noscript>",
        "<template><p>否</p></template>",
        "<iframe>否</iframe>",
        "<textarea>否</textarea>",
        "<select><option>否</select>",
        "<button>否</button>",
        "<svg><text>否</text></svg>",
        "<ruby>甲<rt>否</rt></ruby>",
        "<title>否</title>",
    ],
)
def test_what_nobody_sees_is_no_text(hidden: str) -> None:
    assert paragraphs(page(f"<p>甲{hidden}<span>乙</span></p><p>丙</p>"))[0].startswith("甲")
    assert "否" not in "".join(paragraphs(page(f"<p>甲{hidden}乙</p>")))


def test_styles_that_hide_nothing_leave_text_alone() -> None:
    source = "<p><span style='display:none'>否</span><span style='display:inline'>甲</span>乙"

    assert paragraphs(page(source)) == ["甲乙"]


def test_unclosed_script_hides_the_rest_as_in_a_browser() -> None:
    assert paragraphs(page("<p>甲</p><script>var a = 1; <p>否</p>")) == ["甲"]


def test_headings_carry_their_level() -> None:
    document = page("<h1>年报</h1><h2><span>一、</span>总体<br>情况</h2><h7>甲</h7>")

    levels = [(b.text, b.level) for b in document.blocks if isinstance(b, Paragraph)]
    assert levels == [("年报", 1), ("一、总体", 2), ("情况", 2), ("甲", None)]


def test_page_title_is_the_first_title() -> None:
    head = "<title> 年报\n - 某某县 </title>"

    assert page("<p>甲</p><title>否</title>", head).page_title == "年报 - 某某县"
    assert page("<div><title>年报</title></div>甲").page_title == "年报"
    assert page("甲", "<title></title>").page_title is None


def test_pictures_keep_their_place_among_the_text() -> None:
    document = page(
        "<p>甲</p><p><img src=a.png alt=' 统计\n表 '></p><img width=16 height=16>"
        "<img width='49px'><img height=400 width=600>"
    )

    assert [picture.alt for picture in pictures(document)] == ["统计 表", ""]
    assert isinstance(document.blocks[1], type(pictures(document)[0]))


class TestPlaces:
    def test_place_is_that_of_the_first_character(self) -> None:
        document = read_text(
            "<h1>年报</h1>\n<p>\n  &nbsp;<span class=x><b> 甲</b>\n乙</span></p>\n丙"
        )

        assert places(document) == [("年报", 1, 5), ("甲乙", 3, 27), ("丙", 5, 1)]

    def test_each_line_of_a_paragraph_has_its_own(self) -> None:
        assert places(read_text("<p>甲<br>\n 乙<br><i>丙</i></p>")) == [
            ("甲", 1, 4),
            ("乙", 2, 2),
            ("丙", 2, 10),
        ]

    def test_lines_of_preformatted_text_have_their_own(self) -> None:
        assert places(page("<pre>甲\n\n  乙</pre><pre>\n丙</pre><pre> </pre>")) == [
            ("甲", 1, 46),
            ("乙", 3, 3),
            ("丙", 4, 1),
        ]

    def test_text_before_any_tag_has_a_place(self) -> None:
        assert places(read_text("\n 前言<p>甲", "a.html")) == [("前言", 2, 2), ("甲", 2, 7)]

    def test_attributes_with_angles_do_not_shift_places(self) -> None:
        assert places(read_text("<p title=\"a>b\" class='>'>甲</p><p>乙")) == [
            ("甲", 1, 26),
            ("乙", 1, 34),
        ]

    def test_hidden_type_setting_does_not_shift_places(self) -> None:
        document = read_text("<p><span style='display:none'>否</span><span>甲</span></p>")

        assert places(document) == [("甲", 1, 45)]

    def test_private_characters_in_the_source_do_no_harm(self) -> None:
        document = read_text("<p>\U000f0005甲</p><p>乙\U0010fffd😀</p>")

        assert places(document) == [("\ufffd甲", 1, 4), ("乙\ufffd😀", 1, 13)]

    def test_places_go_on_where_marks_run_out(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("linter.readers.html.source._LAST_MARK", 0xF0000 + 1)

        assert places(read_text("<p>甲</p>\n<p>乙</p>\n<p>丙</p>"))[1:] == [
            ("乙", 2, 4),
            ("丙", 2, 4),
        ]

    def test_word_page_in_gbk_has_places_in_the_decoded_source(self) -> None:
        source = (
            "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head>"
            "<meta charset=gb2312><style>p.MsoNormal{mso-style-name:x}</style></head>\n<body>"
            "<p class=MsoNormal><b>一、总体<o:p></o:p></b></p></body></html>"
        )

        document = read(source.encode("gbk"), "a.doc")

        assert places(document) == [("一、总体", 2, 29)]


def test_text_in_a_table_that_is_not_in_a_cell_stands_before_it() -> None:
    assert outline(page("<table>甲<tr><td>1<td>2</table>乙")) == ["甲", [["1", "2"]], "乙"]


class TestFrame:
    _FRAME = (
        '<p>前<iframe srcdoc="&lt;p&gt;甲'
        '&lt;table&gt;&lt;tr&gt;&lt;td&gt;1&lt;td&gt;2&lt;/table&gt;{more}"></iframe><p>后'
    )

    def test_page_that_a_frame_carries_itself_is_read_in_place(self) -> None:
        found = page(self._FRAME.format(more=""))

        assert outline(found) == ["前", "甲", [["1", "2"]], "后"]
        assert [block.place.line for block in found.blocks] == [1, 1, 1, 1]

    def test_frames_in_it_are_not_opened(self) -> None:
        inner = "&lt;iframe srcdoc='乙'&gt;&lt;/iframe&gt;"

        assert paragraphs(page(self._FRAME.format(more=inner))) == ["前", "甲", "后"]

    def test_of_many_frames_the_first_are_read(self) -> None:
        assert paragraphs(page("<iframe srcdoc=甲></iframe>" * 10_000)) == ["甲"] * 5

    def test_page_of_another_address_is_not_fetched(self) -> None:
        assert paragraphs(page("<p>前<iframe src=https://example.cn/a.html></iframe>")) == ["前"]
