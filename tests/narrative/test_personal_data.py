"""What belongs to a private person is told, masked; what an office publishes of itself is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Cell, Table
from linter.model.place import Place
from linter.narrative.personal_data import masked, personal_data
from linter.narrative.prose import prose_of
from linter.narrative.reading import read_narrative
from linter.records import replace
from tests.narrative.texts import prose, report

ID = "110101190001010006"
BROKEN_ID = "110101190001010010"
CARD = "6217000000000000004"
MOBILE = "13800000000"


def told(text: str, section: str | None = "overview") -> list[tuple[str, str]]:
    return [
        (str(found.fields["kind"]), found.text) for found in personal_data(prose({section: [text]}))
    ]


def told_of_table(*rows: tuple[str, ...]) -> list[tuple[str, str]]:
    place = Place(table=4, row=2)
    cells = tuple(
        tuple(Cell(text, place, number, column) for column, text in enumerate(row))
        for number, row in enumerate(rows)
    )
    one = replace(report({}), other_tables=(Table(cells, place),))
    found = personal_data(prose_of(one))
    assert all(record.place == place for record in found)
    return [(str(record.fields["kind"]), record.text) for record in found]


@pytest.mark.parametrize(
    "printed",
    [
        ID,
        "110101 19000101 0006",
        "110101-19000101-0006",
        "1101 0119 0001 0100 06",
        "１１０１０１１９０００１０１０００６",
        "110101\u200b190001010006",
        "1 110101190001010006 2",
        "①110101190001010006",
        "（110101190001010006）",
        "11010119000101\n0006",
    ],
)
def test_an_id_is_told_however_it_is_printed(printed: str) -> None:
    assert told(f"王某{printed}的申请已办结。") == [("resident-id", "1101**********0006")]


@pytest.mark.parametrize(
    "text",
    [
        f"统一社会信用代码：{ID}",
        f"采购项目编号{ID}",
        f"食品经营许可证JY{ID}",
        f"流水号9{ID}",
        f"https://www.yunxi.gov.cn/art/{ID}.html",
        BROKEN_ID,
        "1101**********0006",
        "2023年1月1日至2023年12月31日，制发文件110101件",
    ],
)
def test_other_long_numbers_are_no_ids(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("number", [BROKEN_ID, "110101000101001"])
def test_what_is_called_an_id_and_is_none_is_told_apart(number: str) -> None:
    assert [kind for kind, _ in told(f"身份证号码：{number}")] == ["unproven-id"]
    assert told(f"受理编号：{number}") == []


def test_a_called_id_with_a_right_check_digit_is_an_id() -> None:
    assert told(f"身份证编号{ID}") == [("resident-id", "1101**********0006")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"退款转入申请人银行卡{CARD}。", True),
        ("户名：李明，卡号6222 0000 0000 0009，开户行：云溪支行。", True),
        ("中国银行账号622200000000000008", False),
        (f"户名：云溪县财政局，开户行：云溪支行，账号：{CARD}。", False),
        (f"请缴入财政专户，银行账号{CARD}。", False),
        (f"收费票据流水号{CARD}，开户银行见附件。", False),
        (f"办件{CARD}", False),
        (f"银行卡A{CARD}", False),
    ],
)
def test_a_card_needs_an_account_that_is_no_offices(text: str, expected: bool) -> None:
    assert [kind for kind, _ in told(text)] == (["bank-card"] if expected else [])


def test_a_card_of_eighteen_digits_is_no_id() -> None:
    assert told("银行卡622200000000000009") == [("bank-card", "6222**********0009")]


@pytest.mark.parametrize(
    "text",
    [
        f"申请人李明（手机{MOBILE}）主动撤回申请。",
        f"申请人：李明，联系电话：{MOBILE}，申请公开征地批文。",
        f"王女士（{MOBILE}）反映的问题已办结。",
        f"当事人联系电话{MOBILE}。",
        "王女士（1380000 0000）反映的问题已办结。",
        f"联系人李明{MOBILE}。",
        "市民赵某某（138-0000-0000）来电反映。",
        "村民陈大山+86 138 0000 0000对答复不服。",
        f"答复寄送身份证地址，{MOBILE}。",
        f"联系人：李明，手机{MOBILE}。",
    ],
)
def test_a_mobile_beside_a_private_person_is_told(text: str) -> None:
    assert told(text) == [("mobile", "138****0000")]


@pytest.mark.parametrize(
    "text",
    [
        f"对本报告有疑问的，请与云溪县水务局办公室联系（联系人：李明，电话：{MOBILE}）。",
        f"监督电话：{MOBILE}",
        f"联系电话：{MOBILE}，邮编：223600。",
        f"联系人：李明，办公室地址：滨河路18号，手机：{MOBILE}。",
        f"工作人员李明，联系电话{MOBILE}。",
        f"联系人：李明，电话：{MOBILE}，邮箱：yunxi@163.com。",
        f"申请人可拨打{MOBILE}查询办理进度。",
        f"全年拨付资金{MOBILE}元。",
        "累计访问量13800000000次。",
        "电话：0527-13800000000",
        "编号2023-13800000000",
        f"办件号A{MOBILE}",
        f"{MOBILE}.5",
        "电话12345，市民李某满意。",
        MOBILE,
    ],
)
def test_a_number_of_an_office_or_of_nobody_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("section", [None])
def test_contacts_before_section_one_are_the_offices(section: str | None) -> None:
    assert told(f"联系人：李明，手机{MOBILE}。", section) == []
    assert told(f"申请人：李明，手机{MOBILE}。", section) != []


def test_all_data_of_one_person_are_told() -> None:
    text = f"申请人李某，身份证号{ID}，手机{MOBILE}，邮箱lihua@qq.com。"
    assert [kind for kind, _ in told(text)] == ["resident-id", "mobile", "email"]


def test_what_stands_in_another_sentence_does_not_count() -> None:
    assert told(f"申请人李明撤回申请。本局{MOBILE}。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("申请人李明，邮箱lihua.88@qq.com。", True),
        ("申请人李明，邮箱LiHua＠QQ.com。", True),
        ("申请人电子邮箱：lihua@163.com。", True),
        ("有疑问请发送至yunxi_slj@163.com。", False),
        ("电子邮箱：yunxi_slj@126.com。", False),
        ("申请人李明已通过邮箱xxgk@yunxi.gov.cn提交申请。", False),
        ("关注@云溪发布。", False),
    ],
)
def test_a_mailbox_is_told_beside_a_private_person(text: str, expected: bool) -> None:
    assert [kind for kind, _ in told(text)] == (["email"] if expected else [])


def test_a_mobile_within_a_mailbox_is_told_once() -> None:
    assert told(f"申请人李明，邮箱{MOBILE}@qq.com。") == [("email", "1***@qq.com")]


def test_the_same_number_is_told_once() -> None:
    twice = prose({"overview": [f"身份证{ID}。"], "other": [f"身份证{ID}，身份证{ID}。"]})
    assert [found.section for found in personal_data(twice)] == ["overview"]


def test_rows_of_other_tables_are_read_under_their_header() -> None:
    header = ("序号", "申请人姓名", "身份证号", "手机")
    assert told_of_table(header, ("1", "李明", ID, MOBILE), ("2", "王芳", BROKEN_ID, "")) == [
        ("resident-id", "1101**********0006"),
        ("mobile", "138****0000"),
        ("unproven-id", "1101**********0010"),
    ]


def test_a_table_of_offices_and_their_telephones_is_the_offices() -> None:
    assert told_of_table(("单位", "联系人姓名", "手机"), ("水务局", "李明", MOBILE)) == []
    assert told_of_table(("受理机构", "电话"), ("联系人李明", MOBILE)) == []
    assert told_of_table((), ()) == []


def test_a_quoted_text_shows_no_number_whole() -> None:
    text = f"李明身份证号{ID}，卡号{CARD}，手机138-0000-0000，邮箱lihua@qq.com，编号{BROKEN_ID}。"
    assert masked(text) == (
        "李明身份证号1101**********0006，卡号6217***********0004，手机138****0000，"
        f"邮箱lihua@qq.com，编号{BROKEN_ID}。"
    )
    assert masked(f"身份证：{BROKEN_ID}") == "身份证：1101**********0010"


@given(st.text("0123456789X- \n。李明身份证@qq.com", max_size=80))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    once = masked(text)
    assert masked(once) == once


def test_no_record_of_a_report_holds_a_number_whole() -> None:
    text = f"XX镇李明（身份证号{ID}，手机{MOBILE}）申请公开信息  条。"
    records = read_narrative(report({"overview": [text], "other": [text]})).records
    assert records["personal_data"]
    for found in (found for collection in records.values() for found in collection):
        for value in (found.text, *map(str, found.fields.values())):
            assert ID not in value
            assert MOBILE not in value


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "13800000000 ", f"{ID} ", "a@", "62", "www.", "身份证"]
)
def test_hostile_text_is_read_in_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.perf_counter()
    told(text)
    masked(text)
    assert time.perf_counter() - started < 5
