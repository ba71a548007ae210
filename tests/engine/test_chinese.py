"""Whatever can be said in English can be said in Chinese, and means the same."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given

from linter.engine import chinese, vocabulary
from linter.engine.chinese_form import bare_label
from linter.engine.compilation import compile_assertion
from linter.engine.form_names import names_of
from linter.engine.mistakes import Mistake
from linter.engine.parameters import parameter
from linter.engine.punctuation import half_width
from linter.engine.script import is_chinese
from linter.forms import EDITIONS
from linter.resources import RULES
from tests.engine.test_random_expressions import Expression, conditions
from tests.engine.test_syntax import ACCEPTED
from tests.engine.translation import in_chinese

NATIONAL = [
    pytest.param(rule, id=rule["id"])
    for file in sorted(RULES.glob("*.toml"))
    for rule in tomllib.loads(file.read_text(encoding="utf-8"))["rule"]
    if "assert" in rule
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_an_assertion_is_compiled_to_the_same_in_chinese(text: str) -> None:
    assert compile_assertion(in_chinese(text), ["2021"]) == compile_assertion(text, ["2021"])


@pytest.mark.parametrize("rule", NATIONAL)
def test_every_national_rule_can_be_written_in_chinese(rule: dict[str, object]) -> None:
    text, editions = rule["assert"], rule["editions"]
    assert isinstance(text, str)
    assert isinstance(editions, list)
    given_parameters = rule.get("parameters", {})
    assert isinstance(given_parameters, dict)
    values = {name: parameter(value) for name, value in given_parameters.items()}
    translated = in_chinese(text)
    assert is_chinese(translated)
    assert compile_assertion(translated, editions, values) == compile_assertion(
        text, editions, values
    )


@given(conditions())
def test_random_conditions_mean_the_same_in_chinese(condition: Expression) -> None:
    text = condition.written
    assert compile_assertion(in_chinese(text), ["2021"]) == compile_assertion(text, ["2021"])


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("报告年度 = 2023 and 有(标题)", "year = 2023 and present(title)"),
        ("每个 row in 行(复议诉讼): row.总计 >= 0", "each row in rows(review): row.total >= 0"),
        ("申请.新收.total > 0", "applications.new.total > 0"),
        ("applications.新收.自然人 > 0", "applications.new.natural_person > 0"),
        ("申请.本年新收政府信息公开申请数量.自然人 > 0", "applications.new.natural_person > 0"),
        ("year ＝ ２０２３", "year = 2023"),
        ("机关类型 属于（“乡镇”、“街道”）", 'issuer_kind in ("township", "subdistrict")'),
        ("标题 包含 「年度报告」", "title contains '年度报告'"),
        ('标题 包含 "“三安全一稳定”"', "title contains '“三安全一稳定”'"),
        ("标题 包含 '（，：'", "title contains '（，：'"),
        ("报告年度 = 1 ＃ 说明，＝", "year = 1"),
        ("标题 包含任一 ('甲', '乙')", "title contains '甲' or title contains '乙'"),
        ("title contains any ('甲')", "title contains any ('甲')"),
        ("有(标题) 且有(发布机关)", "present(title) and present(issuer)"),
        ("标题 包含 any ('甲')", None),
    ],
)
def test_both_languages_can_be_mixed(text: str, same: str | None) -> None:
    if same is None:
        with pytest.raises(Mistake):
            compile_assertion(text, ["2021"])
    else:
        assert compile_assertion(text, ["2021"]) == compile_assertion(same, ["2021"])


MISTAKEN = [
    ("报告年 = 1", "报告年", "没有名称“报告年”，是否想写“报告年度”？"),
    ("申情.新收.总计 = 1", "申情", "没有名称“申情”，是否想写“申请”？"),
    ("申请.新受.总计 = 1", "新受", "“申请”中没有“新受”，是否想写“新收”？"),
    ("申请.新收.自燃人 = 1", "自燃人", "“申请.新收”中没有“自燃人”，是否想写“自然人”？"),
    ("申请.新收 = 1", "申请", "“申请.新收”不是单元格，应写到单元格，如“申请.新收.自然人”"),
    ("部分.总体.正文 = ''", "总体", "“部分”中没有“总体”，是否想写“总体情况”？"),
    ("部分.总体情况 = ''", "部分", "应写成如“部分.其他事项.正文”"),
    ("打算 = 1", "打算", "应写成如“个数(打算)”"),
    ("每个 甲 属于 打算：甲 = 1", "甲 = 1", "应写成如“甲.原文”"),
    ("每个 甲 属于 打算：甲.年分 = 1", "年分", "“甲”中没有“年分”，是否想写“年份”？"),
    ("每个 甲 属于 打算盘：1 = 1", "打算盘", "不能逐项列举“打算盘”，是否想写“打算”？"),
    ("每个 标题 属于 打算：1 = 1", "标题", "“标题”已有含义"),
    ("每个 应为 属于 打算：1 = 1", "应为", "“应为”已有含义"),
    ("每个 列 属于 列（复议诉讼）：列.总计 = 1", "总计", "应写成如“申请.新收[列]”"),
    ("合记(申请.*.总计) = 1", "合记", "没有函数“合记”，是否想写“合计”？"),
    ("合计(申请.*.总记) = 1", "申请", "没有与“申请.*.总记”相符的单元格"),
    ("申请.*.总计 = 1", "申请", "“*”只能用在 合计(…) 和 个数(…) 的路径中"),
    ("如果 报告年度 = 1", "", "断言不完整，其后应为“则”"),
    ("机关类型 = “乡政府”", "“乡政府”", "没有“乡政府”这一类，应为“部门”、“政府”、“乡镇”、"),
    ("每个 列 属于 列(申请) 其中 列 = “合计”：1 = 1", "“合计”", "没有“合计”这一类"),
    ("非有(标题)", "非有", "“非”是关键词，与其他词之间应留空格"),
    ("如果报告年度 = 1 则 报告年度 = 2", "如果报告年度", "“如果”是关键词"),
    ("标题 = “年", "“年", "引号没有在本行内结束"),
    ("报告年度 = 1。", "。", "此处不能有字符“。”"),
]


@pytest.mark.parametrize(("text", "place", "message"), MISTAKEN)
def test_a_mistake_is_told_with_the_chinese_names(text: str, place: str, message: str) -> None:
    with pytest.raises(Mistake) as caught:
        compile_assertion(text, ["2021"])
    rest = text[caught.value.offset :]
    assert rest.startswith(place) if place else not rest
    assert message in caught.value.message.zh
    assert caught.value.message.en


class TestNames:
    def test_everything_that_can_be_named_has_a_chinese_name(self) -> None:
        fields = {name for names in vocabulary.RECORDS.values() for name in names}
        for english, names in (
            (vocabulary.SCALARS, chinese.SCALARS),
            (vocabulary.RECORDS, chinese.COLLECTIONS),
            (fields, chinese.FIELDS),
            (vocabulary.FUNCTIONS, chinese.FUNCTION_NAMES),
            (vocabulary.DOMAINS, chinese.DOMAINS),
            (vocabulary.DEVIATIONS, chinese.DEVIATIONS),
            (vocabulary.SECTION_PARTS, chinese.SECTION_PARTS),
            ({*vocabulary.FACTS, "count", "about", "found", "missing"}, chinese.FACTS),
        ):
            assert set(english) == set(names.values())

    def test_no_name_can_be_taken_for_a_keyword(self) -> None:
        words = {*chinese.KEYWORDS.values()}
        tables = (chinese.SCALARS, chinese.COLLECTIONS, chinese.FIELDS, chinese.FUNCTION_NAMES)
        assert not words.intersection(*tables)
        assert not any(words & set(table) for table in tables)

    @pytest.mark.parametrize("edition", EDITIONS)
    def test_a_path_begins_with_one_thing(self, edition: str) -> None:
        tables = set(names_of(edition).chinese[""])
        heads = [tables, set(chinese.SCALARS), set(chinese.COLLECTIONS), {chinese.SECTIONS}]
        assert sum(map(len, heads)) == len(set().union(*heads))

    @pytest.mark.parametrize("edition", EDITIONS)
    def test_every_cell_has_a_chinese_path_of_its_own(self, edition: str) -> None:
        form = names_of(edition)
        cells = form.all("cell")
        spelled = [form.in_chinese(cell) for cell in cells]
        assert len(set(spelled)) == len(cells)
        assert [form.cell(path) for path in spelled] == list(cells)
        for path in spelled:
            assert compile_assertion(f"{path} = 0", [edition])

    @pytest.mark.parametrize(
        ("label", "name"),
        [
            ("一、本年新收政府信息公开申请数量", "本年新收政府信息公开申请数量"),
            ("（一）予以公开", "予以公开"),
            ("3.危及“三安全一稳定”", "危及三安全一稳定"),
            ("本年收费金额（单位：万元）", "本年收费金额"),
            ("四、政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议行政诉讼情况"),
        ],
    )
    def test_a_label_is_a_name_without_number_and_signs(self, label: str, name: str) -> None:
        assert bare_label(label) == name


@given(conditions())
def test_full_width_punctuation_keeps_every_character_in_its_place(condition: Expression) -> None:
    text = in_chinese(condition.written)
    assert len(half_width(text)) == len(text)
    assert half_width(half_width(text)) == half_width(text)
