"""A pack with Chinese keys is the pack with English ones, and its mistakes are told in Chinese."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

import pytest

from linter.engine.mistakes import PackErrors
from linter.engine.pack_compilation import compile_packs
from linter.engine.pack_terms import KEYS
from linter.engine.toml_keys import quoted
from linter.model.rule import Rule, Text
from linter.records import replace

ENGLISH = """\
[pack]
name = "yunxi"
title = "云溪县补充要求"

[[rule]]
id = "YX-A301"
slug = "balance"
severity = "warning"
section = "applications"
editions = ["2019", "2021"]
source = "云溪县政府办公室通知"
title = "不平衡"
why = { zh = "应当平衡。", en = "They balance." }
message = "“{column}”一列：{equation}，差{difference}。"
remedy = "请核对。"
once = true
assert = '''
each column in columns(applications) where column != "total":
    applications.new[column] >= least
'''
parameters = { least = 0, deadline = { month = 1, day = 20 } }
[rule.accepted]
text = "平衡"
edition = "2019"
set = { "applications.new.total" = 5 }
[rule.rejected]
text.zh = "不平衡"
edit = [["旧", "新"]]

[[rule]]
id = "YX-S101"
slug = "extra-section"
severity = "info"
editions = ["2021"]
source = "云溪县政府办公室通知"
title = "题"
why = "故"
message = "{about}：{found}。"
on = ["section-added", "section-duplicate"]
preview = true
enabled = false
accepted.text = "可"
rejected.text = "否"
"""

CHINESE = """\
[规则包]
名称 = "yunxi"
标题 = "云溪县补充要求"

[[规则]]
编号 = "YX-A301"
名称 = "balance"
级别 = "警告"
部分 = "申请"
适用版本 = ["2019", "2021"]
依据 = "云溪县政府办公室通知"
标题 = "不平衡"
理由 = { 中文 = "应当平衡。", 英文 = "They balance." }
消息 = "“{column}”一列：{算式}，差{差额}。"
改正 = "请核对。"
合并 = 是
要求 = '''
每个 column 属于 列（申请） 其中 column ≠ “总计”：
    申请.新收[column] ≥ 下限
'''
参数 = { 下限 = 0, 期限 = { 月 = 1, 日 = 20 } }
[规则.正例]
说明 = "平衡"
版本 = "2019"
单元格 = { "申请.新收.总计" = 5 }
[规则.反例]
说明.中文 = "不平衡"
修改 = [["旧", "新"]]

[[规则]]
编号 = "YX-S101"
名称 = "extra-section"
级别 = "提示"
适用版本 = ["2021"]
依据 = "云溪县政府办公室通知"
标题 = "题"
理由 = "故"
消息 = "{对象}：{原样}。"
偏差 = ["增加部分", "部分重复"]
试行 = 是
启用 = 否
正例.说明 = "可"
反例.说明 = "否"
"""


def rules_of(*texts: str) -> list[Rule]:
    files = [(f"{number}.toml", text.encode()) for number, text in enumerate(texts)]
    return list(compile_packs(files).whole().rules.values())


def told(text: str) -> list[tuple[int, int, str, str]]:
    with pytest.raises(PackErrors) as caught:
        compile_packs([("pack.toml", text.encode())])
    return [(e.line, e.column, e.message.zh, e.message.en) for e in caught.value.errors]


def test_it_is_the_same_pack() -> None:
    assert rules_of(CHINESE) == rules_of(ENGLISH)


def test_a_text_in_one_language_speaks_for_both() -> None:
    rule, _ = rules_of(ENGLISH)
    assert rule.title == Text("不平衡", "不平衡")
    assert rule.why == Text("应当平衡。", "They balance.")
    assert rule.rejected.text == Text("不平衡", "不平衡")


def test_a_rule_without_a_name_is_called_by_its_id() -> None:
    rule, _ = rules_of(CHINESE.replace('名称 = "balance"\n', ""))
    assert rule.slug == "yx-a301"


def test_names_may_be_chinese() -> None:
    rule, _ = rules_of(CHINESE.replace('"balance"', '"收支-平衡2"'))
    assert rule.slug == "收支-平衡2"


def test_cells_can_be_written_as_a_path_of_keys() -> None:
    as_text = rules_of(CHINESE)[0].accepted
    path = rules_of(CHINESE.replace('"申请.新收.总计" = 5', "申请.新收.总计 = 5"))[0].accepted
    assert path == as_text


def test_english_and_chinese_keys_can_be_mixed() -> None:
    mixed = CHINESE.replace("级别", "severity").replace("[规则.正例]", "[规则.accepted]")
    assert rules_of(mixed) == rules_of(ENGLISH)


def test_quoted_keys_are_the_same_and_plain_toml() -> None:
    plain = quoted(CHINESE).text
    assert tomllib.loads(plain)
    assert [replace(rule, origin="") for rule in rules_of(plain)] == [
        replace(rule, origin="") for rule in rules_of(CHINESE)
    ]


def test_every_key_has_a_chinese_name_in_its_table() -> None:
    for kind, names in KEYS.items():
        assert len(set(names.values())) == len(names), kind


@pytest.mark.parametrize(
    ("old", "new", "at", "zh"),
    [
        ("级别 =", "级另 =", "级另", "没有键“级另”，是否想写“级别”？"),
        ('级别 = "警告"\n', "", "[[规则]]", "缺少键“级别”"),
        ('"警告"', '"警吿"', "级别", "“级别”不能是“警吿”，是否想写“警告”？"),
        ('"警告"', '"重大"', "级别", "“级别”不能是“重大”，应为“错误”、“警告”、“提示”之一"),
        ('部分 = "申请"', '部分 = "申情"', "部分", "“部分”不能是“申情”，是否想写“申请”？"),
        ("合并 = 是", "合并 = 1", "合并", "“合并”应为 true 或 false"),
        ('编号 = "YX-A301"', '编号 = "A1"', "编号", "“编号”不能是“A1”，应为大写字母前缀"),
        ('"2019", "2021"]', '"2020"]', '"2020"', "“适用版本”不能是“2020”"),
        ("申请.新收[", "申请.新受[", "新受[", "“申请”中没有“新受”，是否想写“新收”？"),
        ("{算式}", "{算是}", "{算是}", "消息中的“{算是}”没有来源，是否想写“算式”？"),
        ("申请.新收.总计", "申请.新收.总记", '"申请', "没有单元格“申请.新收.总记”，是否想写"),
        ('"增加部分"', '"增加章节"', '"增加章节"', "“偏差”不能是“增加章节”，是否想写“增加行”？"),
        ("偏差 =", "要求 = '1 = 1'\n偏差 =", "偏差", "“要求”与“偏差”只能写其一"),
        ("试行 = 是", "合并 = 是", "合并", "有“合并”时还应有“要求”"),
        ("日 = 20", "日 = 32", "期限", "参数“期限”应为每年都有的日期"),
        ("月 = 1,", "", "期限", "缺少键“月”"),
        ("月 = 1, 日 = 20", "月 = 1, 日 = 20, 时 = 3", "时", "没有键“时”"),
        ('级别 = "警告"', 'severity = "info"\n级别 = "警告"', "级别", "“级别”在此处已用另一种写法"),
        ('依据 = "云', "依据 = “云", "“", "不符合 TOML 语法"),
        ("部分 =", "部分 ＝", "＝", "不符合 TOML 语法"),
    ],
)
def test_a_mistake_is_told_at_its_place_with_chinese_keys(
    old: str, new: str, at: str, zh: str
) -> None:
    assert old in CHINESE
    text = CHINESE.replace(old, new, 1)
    (line, column, message, english) = told(text)[0]
    assert text.split("\n")[line - 1][column - 1 :].startswith(at)
    assert zh in message
    assert english


@pytest.mark.parametrize(
    "text",
    ['x = "未完', 'x = "\\"\\"' + '\\"' * 50_000, "x = '''未完", 'x = """未完', "键" * 50_000],
)
def test_what_is_not_closed_is_refused_in_time(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("键 = 1", '"键" = 1'),
        ('"键" = "值 = 甲"', '"键" = "值 = 甲"'),
        ("a-键.b = 是 # 键", '"a-键".b = "是" # 键'),
        ("a = '键' \nb = '''\n键 = 1\n''' \n键=2", "a = '键' \nb = '''\n键 = 1\n''' \n\"键\"=2"),
        ('a = """\n键\\""" = 1\n"""', 'a = """\n键\\""" = 1\n"""'),
    ],
)
def test_only_bare_words_that_are_not_ascii_get_quotes(source: str, expected: str) -> None:
    assert quoted(source).text == expected


@pytest.mark.parametrize("names", [KEYS["rule"], KEYS["change"], KEYS["example"]])
def test_columns_are_counted_without_the_quotes_that_were_added(names: Sequence[str]) -> None:
    for name in names:
        (line, column, *_) = told(f"[规则包]\n{name} = 甲 乙\n")[0]
        assert (line, column) == (2, len(name) + 6)
