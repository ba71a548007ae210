"""What a figure of the prose comes to beside the tables."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.forms import load_form
from linter.model.report import Record
from linter.narrative.claims.breakdowns import breakdowns
from linter.narrative.claims.claims import claims
from linter.narrative.claims.completions import completions
from linter.narrative.claims.contradictions import contradictions
from linter.narrative.claims.lexicon import quantities
from linter.narrative.claims.shares import shares
from linter.narrative.claims.statements import MOST_CHARACTERS
from linter.reporting.quantity_names import QUANTITY_NAMES
from tests.narrative.figures import figures, prose

RECEIVED = "全年共收到政府信息公开申请{}。"
TOTAL = "applications.new.total"


def claim(text: str, **facts: object) -> Record:
    (found,) = claims(prose(text, **facts))  # type: ignore[arg-type]
    return found


def agrees(found: Record) -> bool:
    table = found.fields["table"]
    least, most = found.fields["least"], found.fields["most"]
    return least <= table <= most  # type: ignore[operator]


class TestNumbers:
    @pytest.mark.parametrize(
        ("printed", "number"),
        [
            ("22件", 22),
            ("２２件", 22),
            ("二十二件", 22),
            ("两件", 2),
            ("1,191件", 1191),
            ("1，191件", 1191),
            ("3 607件", 3607),
            ("1.2万件", 12000),
            ("三千六百零七件", 3607),
            ("一万二千件", 12000),
            ("14万件", 140000),
        ],
    )
    def test_every_writing_of_a_number_is_read(self, printed: str, number: int) -> None:
        assert figures(RECEIVED.format(printed)) == [f"received={number}"]

    @pytest.mark.parametrize(
        ("printed", "least", "most"),
        [
            ("300余件", 300, 399),
            ("300多件", 300, 399),
            ("2100余件", 2100, 2199),
            ("14万余件", 140000, 149999),
            ("10余万件", 100000, 199999),
            ("1.2万余件", 12000, 12999),
            ("十余件", 10, 19),
            ("近300件", 240, 300),
            ("约320件", 288, 352),
            ("约300件", 250, 350),
            ("300件左右", 250, 350),
            ("超过300件", 300, 3000),
            ("300件以上", 300, 3000),
            ("不足10件", 0, 10),
        ],
    )
    def test_a_rough_number_has_a_range(self, printed: str, least: int, most: int) -> None:
        assert figures(RECEIVED.format(printed)) == [f"received={least}..{most}"]

    @pytest.mark.parametrize("printed", ["3至5件", "3-5件", "若干件", "数件", "一件", "22"])
    def test_what_is_no_certain_number_is_not_read(self, printed: str) -> None:
        assert figures(RECEIVED.format(printed)) == []

    def test_a_single_one_counts_behind_gong(self) -> None:
        assert figures("政府信息公开申请收到共一件。") == ["received=1"]

    def test_round_numbers_spelled_in_characters_are_read(self) -> None:
        for number in (10_000, 50_000, 500_000):
            text = RECEIVED.format(f"{written(number, 'chinese')}件")
            assert figures(text) == [f"received={number}"]

    @given(
        st.integers(2, 99_999_999), st.sampled_from(["plain", "grouped", "wide", "chinese", "wan"])
    )
    def test_any_number_in_any_writing_is_read_back(self, number: int, style: str) -> None:
        text = RECEIVED.format(f"{written(number, style)}件")
        assert figures(text) == [f"received={number}"]


def written(number: int, style: str) -> str:
    match style:
        case "grouped":
            return f"{number:,}"
        case "wide":
            return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
        case "chinese":
            return in_chinese(number)
        case "wan":
            whole = Decimal(number) / 10_000
            return f"{whole:f}万" if number >= 10_000 else str(number)
    return str(number)


def in_chinese(number: int) -> str:
    """As it is spelled: 三千六百零七, 一万零二."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return f"{in_chinese(high)}万{gap}{in_chinese(low) if low else ''}"
    digits, units = "零一二三四五六七八九", ("", "十", "百", "千")
    text = "".join(
        digits[int(digit)] + (units[place] if digit != "0" else "")
        for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True)
    )
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.rstrip("零")


class TestTables:
    def test_a_figure_that_fits_agrees(self) -> None:
        found = claim(RECEIVED.format("22件"))
        assert (found.fields["value"], found.fields["table"]) == (22, 22)
        assert found.cells == (TOTAL,)
        assert (found.section, found.place.line) == ("overview", 1)

    def test_a_figure_that_fits_nothing_is_set_beside_the_usual_row(self) -> None:
        found = claim(RECEIVED.format("28件"))
        assert (found.fields["value"], found.fields["table"]) == (28, 22)
        assert found.cells == (TOTAL,)

    def test_received_may_include_those_carried_in(self) -> None:
        found = claim(RECEIVED.format("25件"))
        assert agrees(found)
        assert found.cells == (TOTAL, "applications.carried_in.total")

    def test_new_may_not(self) -> None:
        assert not agrees(claim("新收政府信息公开申请25件。"))

    def test_a_group_is_the_sum_of_its_rows(self) -> None:
        found = claims(prose("收到依申请公开22件，无法提供4件。"))[1]
        assert found.fields["table"] == 4
        assert len(found.cells) == 3

    def test_fees_are_compared_in_yuan(self) -> None:
        found = claim("全年行政事业性收费318.52万元。")
        assert (found.fields["value"], found.fields["table"]) == (3185200, 3185200)

    def test_a_wrong_total_does_not_contradict_the_text_as_well(self) -> None:
        assert agrees(claim(RECEIVED.format("22件"), cells={TOTAL: 29}))
        assert agrees(claim(RECEIVED.format("22件"), cells={TOTAL: None}))
        assert agrees(claim(RECEIVED.format("22件"), cells={"applications.new.research": 9}))

    def test_where_one_meaning_cannot_be_told_nothing_is_compared(self) -> None:
        rows = [row.cells() for row in load_form("2021").tables["applications"].rows[1:]]
        unread = {cell: "?" for cells in rows for cell in cells}
        assert "table" not in claim(RECEIVED.format("28件"), cells=unread).fields
        assert claim(RECEIVED.format("22件"), cells=unread).fields["table"] == 22

    def test_without_the_cell_nothing_is_compared(self) -> None:
        found = claim("全年制发行政规范性文件2件。", edition="2021")
        assert found.fields["table"] == 2
        assert claims(prose("全年废止行政规范性文件2件。", edition="2019")) == ()

    def test_the_edition_of_2019_has_made_for_issued(self) -> None:
        found = claim("2020年新制作规范性文件3件。", edition="2019")
        assert found.cells == ("disclosure.normative_documents.made",)

    def test_every_quantity_has_a_name_and_a_cell(self) -> None:
        assert {*quantities(), "results"} == {*QUANTITY_NAMES}
        cells = {cell for edition in ("2019", "2021") for cell in load_form(edition).cells()}
        for quantity in quantities().values():
            for reading in quantity.readings:
                for word in reading.split():
                    path = word.replace("organisations", "other").replace("refused.*", "refused.x")
                    head = path.partition("*")[0]
                    known = any(cell.startswith(head.removesuffix("x.total")) for cell in cells)
                    assert word in "+-" or word.isdecimal() or known, word


class TestBreakdowns:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("公开信息90条，其中通知40条、动态50条。", (90, 90, 0)),
            ("公开信息90条，其中通知40条、动态60条。", (90, 100, 0)),
            ("公开信息90条。其中，通知40条、动态30条、其他信息10条。", None),
            ("公开信息90条，其中，通知40条、动态30条、其他信息10条。", (90, 80, 1)),
            ("公开信息90条：其中通知40条；动态50条。", (90, 90, 0)),
            ("网站公开50条，公众号公开40条，其中通知60条、动态30条。", (90, 90, 0)),
            ("网站公开50条，公众号公开40条，其中通知20条、动态30条。", (50, 50, 0)),
        ],
    )
    def test_parts_are_added_up(self, text: str, expected: tuple[int, int, int] | None) -> None:
        found = [
            (one.fields["whole"], one.fields["parts"], one.fields["complete"])
            for one in breakdowns(prose(text))
        ]
        assert found == ([expected] if expected else [])

    @pytest.mark.parametrize(
        "text",
        [
            "收到建议30件，其中采纳10件，答复30件。",
            "公开信息90条，其中通知40条。",
            "公开信息90余条，其中通知40条、动态60条。",
            "公开信息90条，其中通知40余条、动态60条。",
            "公开信息90条，其中通知40件、动态60篇。",
            "公开信息90条，其中通知40条，含转发20条，动态60条。",
            "公开信息90条，其中均为通知40条、动态60条。",
            "新增栏目2个；公开信息，其中通知40个、动态60个。",
            "办结政府信息公开申请23件，其中予以公开21件、部分公开13件。",
        ],
    )
    def test_what_need_not_be_parts_is_not_added_up(self, text: str) -> None:
        assert breakdowns(prose(text)) == ()

    def test_what_stands_in_brackets_is_no_part_of_the_list(self) -> None:
        (found,) = breakdowns(prose("公开信息90条，其中通知40条（转发20条）、动态50条。"))
        assert found.fields["parts"] == 90


class TestShares:
    @pytest.mark.parametrize(
        ("text", "computed"),
        [
            ("收到依申请公开22件，予以公开11件，占47.83%。", Decimal("47.826")),
            ("收到依申请公开22件，予以公开11件，占50%。", Decimal("50.0")),
            ("收到依申请公开22件，其中网络申请20件，占90.9%。", Decimal("90.91")),
            ("公开信息80条，其中通知20条，占比25%。", Decimal("25.0")),
        ],
    )
    def test_a_percentage_is_computed_from_the_whole_that_fits(
        self, text: str, computed: Decimal
    ) -> None:
        (found,) = shares(prose(text))
        assert found.fields["computed"] == computed
        assert abs(found.fields["percent"] - computed) <= found.fields["tolerance"]  # type: ignore[operator]

    def test_one_that_fits_nothing_is_told_with_the_closest(self) -> None:
        (found,) = shares(prose("公开信息80条，其中通知20条，占30%。"))
        assert (found.fields["computed"], found.fields["whole"]) == (Decimal("25.0"), 80)

    @pytest.mark.parametrize(
        "text",
        [
            "公开率占100%。",
            "公开信息80条，占全省的3%。",
            "公开信息80条，通知20条，占30%。",
            "公开信息80余条，其中通知20余条，占30%。",
            "满意率为98%。",
            "公开信息80条，其中占用空间20条。",
        ],
    )
    def test_a_share_of_something_unknown_is_left_alone(self, text: str) -> None:
        assert shares(prose(text)) == ()

    def test_the_wholes_of_another_paragraph_do_not_count(self) -> None:
        texts = ("公开信息80条。", "公开信息60条，其中通知20条，占25%。")
        (found,) = shares(prose(*texts))
        assert found.fields["whole"] == 60


class TestCompletions:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("收到政府信息公开申请22件，均已办结。", "finish"),
            ("收到政府信息公开申请22件，已全部按期限答复办结。", "finish"),
            ("所有政府信息公开申请均已按要求办理完成。", "finish"),
            ("收到政府信息公开申请22件，全部按时办结。", "finish"),
            ("收到政府信息公开申请22件，均已答复。", "answer"),
            ("收到政府信息公开申请22件，都在法定期限内予以答复。", "answer"),
            ("收到政府信息公开申请22件，均已按照规定完成答复。", "answer"),
        ],
    )
    def test_all_done_is_read(self, text: str, kind: str) -> None:
        (found,) = completions(prose(text))
        assert (found.fields["kind"], found.fields["carried_out"]) == (kind, 2)
        assert "applications.carried_out.total" in found.cells

    @pytest.mark.parametrize(
        "text",
        [
            "收到政府信息公开申请22件，除2件结转外，其余均已办结。",
            "收到政府信息公开申请22件，其余全部办结。",
            "上年结转政府信息公开申请3件，均已办结。",
            "收到网民留言30条，均已答复。",
            "办理12345热线47件，已全部办结。",
            "收到政府信息公开申请22件。收到群众来信9件，均已答复。",
            "收到政府信息公开申请22件，涉及3个科室的均已办结。",
            "2022年收到政府信息公开申请22件，均已办结。",
            "均已办结。",
            "收到政府信息公开申请22件。公文流转及时，重要事项按时落实。均已办结。",
        ],
    )
    def test_what_does_not_speak_of_all_applications_is_not(self, text: str) -> None:
        assert completions(prose(text)) == ()

    def test_what_is_carried_over_is_the_least_that_the_table_can_mean(self) -> None:
        text = "收到政府信息公开申请22件，均已办结。"
        row = "applications.carried_out"
        (found,) = completions(prose(text, cells={f"{row}.total": None}))
        assert found.fields["carried_out"] == 2
        (found,) = completions(prose(text, cells={f"{row}.total": 0}))
        assert found.fields["carried_out"] == 0


class TestContradictions:
    def test_two_figures_that_both_fit_are_told(self) -> None:
        (found,) = contradictions(prose("收到依申请公开22件。", "我局收到依申请公开25件。"))
        assert (found.fields["first"], found.fields["second"]) == (22, 25)
        assert (found.place.line, found.fields["quantity"]) == (2, "received")

    @pytest.mark.parametrize(
        "texts",
        [
            ("收到依申请公开22件。", "收到依申请公开22件。"),
            ("收到依申请公开22件。", "收到依申请公开29件。"),
            ("收到依申请公开22件。", "收到依申请公开20余件。"),
            ("受理依申请公开22件。", "受理依申请公开25件。"),
            ("收到依申请公开22件，自然人14件。", "自然人16件。"),
        ],
    )
    def test_what_the_tables_contradict_or_words_leave_open_is_not(
        self, texts: tuple[str, ...]
    ) -> None:
        assert contradictions(prose(*texts)) == ()


class TestHostileText:
    @pytest.mark.parametrize(
        "text",
        [
            "收到申请3件、" * 12_000,
            "（" * 50_000 + "收到政府信息公开申请3件",
            "“" * 50_000 + "收到政府信息公开申请3件。",
            "九" * 100_000 + "件申请",
            "9" * 100_000 + "件申请",
            "1,111" * 20_000 + "件申请",
            "其中" * 50_000 + "申请",
            "政府信息公开申请" * 12_000,
            "公开信息90条，其中" + "通知1条、" * 20_000,
        ],
        ids=range(9),
    )
    def test_it_is_read_in_bounded_time(self, text: str) -> None:
        start = time.perf_counter()
        given_prose = prose(text)
        for find in (claims, breakdowns, shares, completions, contradictions):
            find(given_prose)
        assert time.perf_counter() - start < 5

    def test_no_more_is_read_than_a_report_can_have(self) -> None:
        text = RECEIVED.format("22件")
        sentences = MOST_CHARACTERS // (len(text) - 1)
        assert len(claims(prose(text * (sentences + 5)))) == sentences

    def test_a_sentence_without_end_is_not_read(self) -> None:
        assert figures("收到政府信息公开申请22件，" + "内容广泛" * 1000) == []
