"""What a pack changes in the rules of others: severities, switches, deadlines and limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.mistakes import PackErrors
from linter.engine.pack_compilation import compile_packs
from linter.engine.packs import load_rules
from linter.engine.rule_set import RuleSet
from linter.examples import example_report
from linter.model.rule import Rule, Text
from linter.pipeline import check_bytes
from tests.engine.builders import pack_toml, rule_toml
from tests.engine.test_chinese_packs import told

EXAMPLES = """
[change.accepted]
text = "可"
[change.rejected]
text = "否"
edit = [["a", "b"]]
"""
DEADLINE = rule_toml(
    "signed_on <= date(year + 1, deadline.month, deadline.day)",
    id="D999",
    slug="deadline",
    message="应在{deadline}前公布。",
    title="超过{deadline}",
    why="期限为{deadline}，最多{limit}次。",
    source="条例",
).replace("assert =", "parameters = { deadline = { month = 1, day = 31 }, limit = 3 }\nassert =")


def pack(change: str, title: str = "某市") -> str:
    return f'[pack]\nname = "city"\ntitle = "{title}"\n\n[[change]]\n{change}'


def rules_of(*texts: str) -> RuleSet:
    return compile_packs([(f"{n}.toml", text.encode()) for n, text in enumerate(texts)])


def changed(change: str) -> Rule:
    return rules_of(pack_toml(DEADLINE), pack(change)).whole().rules["D999"]


def errors_of(*texts: str) -> list[tuple[str, int, int, str]]:
    with pytest.raises(PackErrors) as caught:
        rules_of(*texts)
    return [(e.file, e.line, e.column, e.message.zh) for e in caught.value.errors]


class TestSeverity:
    def test_it_changes_with_its_source_beside_the_law(self) -> None:
        rule = changed('rule = "D999"\nseverity = "info"\nsource = "某市通知"')
        assert rule.severity == "info"
        assert rule.source == "条例；某市通知"
        (change,) = rule.changes
        assert change.pack == Text("某市", "某市")
        assert change.source == "某市通知"
        assert change.what == (("severity", Text("错误", "error"), Text("提示", "info")),)
        assert change.origin == "1.toml:5:1"

    def test_a_rule_can_be_named_by_its_slug(self) -> None:
        assert changed('rule = "deadline"\nseverity = "info"\nsource = "s"').severity == "info"

    def test_a_source_is_mandatory(self) -> None:
        text = pack('rule = "D999"\nseverity = "info"\n')
        assert errors_of(pack_toml(DEADLINE), text)[0][3] == "缺少键“source”"

    def test_a_change_changes_something(self) -> None:
        text = pack('rule = "D999"\nsource = "某市通知"')
        (error,) = errors_of(pack_toml(DEADLINE), text)
        assert error[3] == "缺少键“severity”、“enabled”、“parameters”之一"

    def test_what_is_found_has_the_new_severity(self) -> None:
        source = pack('rule = "D999"\nseverity = "info"\nsource = "s"')
        rules = rules_of(pack_toml(rule_toml("year = 1", id="D999", slug="deadline")), source)
        assert rules.rules["D999"].severity == "info"


class TestSwitches:
    def test_a_rule_can_be_switched_off(self) -> None:
        rules = rules_of(
            pack_toml(DEADLINE, rule_toml("year = 1")),
            pack('rule = "D999"\nenabled = false\nsource = "s"'),
        )
        assert list(rules.rules) == ["A999"]
        assert list(rules.whole().rules) == ["A999", "D999"]
        assert rules.only(["D999"]).rules["D999"].enabled is False

    def test_a_rule_that_is_off_can_be_switched_on(self) -> None:
        off = pack_toml(rule_toml("year = 1", enabled=False).replace("False", "false"))
        assert not rules_of(off).rules
        on = rules_of(off, pack('rule = "A999"\nenabled = true\nsource = "s"'))
        assert list(on.rules) == ["A999"]
        assert on.loaded is None
        (change,) = on.rules["A999"].changes
        assert change.what == (("enabled", Text("停用", "off"), Text("启用", "on")),)

    def test_a_protected_rule_is_switched_off_by_name_and_source(self) -> None:
        protected = pack_toml(
            rule_toml("year = 1", protected=True), rule_toml("year = 2", id="A998", slug="b")
        )
        rules = rules_of(protected, pack('rule = "A999"\nenabled = false\nsource = "s"'))
        assert list(rules.rules) == ["A998"]


class TestParameters:
    def test_they_are_constants_of_the_assertion(self) -> None:
        rule = rules_of(pack_toml(DEADLINE)).rules["D999"]
        (statement,) = rule.assertion["2021"]
        assert statement["claim"][3][2:] == [[[1, ["number", 1]]], [[1, ["number", 31]]]]

    def test_texts_have_them_in_words(self) -> None:
        rule = rules_of(pack_toml(DEADLINE)).rules["D999"]
        assert rule.title == Text("超过1月31日", "超过31 January")
        assert rule.why.zh == "期限为1月31日，最多3次。"
        assert rule.message.zh == "应在1月31日前公布。"

    def test_a_change_gives_other_values_and_examples(self) -> None:
        change = 'rule = "D999"\nsource = "s"\nparameters.deadline = { month = 1, day = 20 }'
        rule = changed(change + EXAMPLES)
        assert rule.title.zh == "超过1月20日"
        assert rule.rejected.edit == (("a", "b"),)
        assert rule.rejected.origin == "1.toml:11:1"
        assert rule.accepted.text.zh == "可"
        (statement,) = rule.assertion["2021"]
        assert statement["claim"][3][3] == [[1, ["number", 20]]]
        old, new = Text("1月31日", "31 January"), Text("1月20日", "20 January")
        assert rule.changes[0].what == (("deadline", old, new),)

    def test_the_national_names_have_chinese_ones(self) -> None:
        text = f"""\
[规则包]
名称 = "city"
标题 = "某市"
[[调整]]
规则 = "D999"
依据 = "某市通知"
参数 = {{ 期限 = {{ 月 = 2, 日 = 10 }}, 上限 = 5 }}
{EXAMPLES.replace("change", "调整").replace("accepted", "正例").replace("rejected", "反例")}
"""
        rule = rules_of(pack_toml(DEADLINE), text).rules["D999"]
        assert rule.why.zh == "期限为2月10日，最多5次。"

    @pytest.mark.parametrize(
        ("parameters", "at", "zh"),
        [
            ("dedline = 3", "dedline", "没有参数“dedline”，是否想写“deadline”？"),
            ("zzz = 3", "zzz", "没有参数“zzz”，应为“deadline”、“limit”之一"),
            ("deadline = 3", "deadline", "参数“deadline”应与原值“1月31日”同类"),
            ('limit = "3"', "limit", "参数“limit”应与原值“3”同类"),
            ("deadline = { month = 2, day = 29 }", "deadline", "应为每年都有的日期"),
            ("deadline = { month = 13, day = 1 }", "deadline", "应为每年都有的日期"),
        ],
    )
    def test_what_is_no_value_of_a_parameter(self, parameters: str, at: str, zh: str) -> None:
        text = pack(f'rule = "D999"\nsource = "s"\nparameters = {{ {parameters} }}{EXAMPLES}')
        ((file, line, column, message),) = errors_of(pack_toml(DEADLINE), text)
        assert file == "1.toml"
        assert text.split("\n")[line - 1][column - 1 :].startswith(at)
        assert zh in message

    def test_other_values_need_other_examples(self) -> None:
        text = pack('rule = "D999"\nsource = "s"\nparameters.limit = 5')
        messages = [error[3] for error in errors_of(pack_toml(DEADLINE), text)]
        assert messages == ["有“parameters”时还应有“accepted”", "有“parameters”时还应有“rejected”"]

    def test_an_example_names_cells_that_there_are(self) -> None:
        examples = EXAMPLES.replace('text = "否"', 'text = "否"\nset = { "applications.nwe" = 1 }')
        text = pack('rule = "D999"\nsource = "s"\nparameters.limit = 5' + examples)
        ((_, line, _, message),) = errors_of(pack_toml(DEADLINE), text)
        assert text.split("\n")[line - 1].startswith("set")
        assert "没有单元格" in message

    @pytest.mark.parametrize(
        ("assertion", "zh"),
        [
            ("year = deadline", "“deadline”不是一项数据，应写成如“deadline.month”"),
            ("year = deadline.yaer", "“deadline”中没有“yaer”"),
            ("year = limit.month", "“limit”中没有“month”"),
            ("year = deadline.month.x", "“deadline.month”中没有“x”"),
            ("filled(limit)", "函数“filled”的参数应为一项数据的名称"),
            ("each limit in plans: 1 = 1", "“limit”已有含义"),
            ("each x in rows(limit): 1 = 1", "“limit”不是表格、行组或行"),
        ],
    )
    def test_what_a_parameter_cannot_be(self, assertion: str, zh: str) -> None:
        text = rule_toml(assertion).replace(
            "assert =", "parameters = { deadline = { month = 1, day = 31 }, limit = 3 }\nassert ="
        )
        (error, *_) = told(pack_toml(text))
        assert zh in error[2]

    def test_a_text_can_be_one(self) -> None:
        rule = rule_toml("title contains any ('a') or issuer = office")
        rule = rule.replace("assert =", 'parameters = { office = "水务局" }\nassert =')
        (compiled,) = rules_of(pack_toml(rule)).rules["A999"].assertion["2021"]
        assert compiled["claim"][2][3] == ["text", "水务局"]


class TestSeveralPacks:
    def test_the_last_word_has_the_last_pack_and_all_changes_are_kept(self) -> None:
        province = pack('rule = "D999"\nseverity = "warning"\nsource = "省"', "某省")
        city = pack('rule = "D999"\nseverity = "info"\nsource = "市"').replace('"city"', '"c"')
        rule = rules_of(pack_toml(DEADLINE), province, city).rules["D999"]
        assert rule.severity == "info"
        assert rule.source == "条例；省；市"
        assert [change.what[0][1].zh for change in rule.changes] == ["错误", "警告"]

    def test_one_pack_changes_a_rule_once(self) -> None:
        text = pack('rule = "D999"\nseverity = "info"\nsource = "s"\n')
        text += '[[change]]\nrule = "deadline"\nseverity = "info"\nsource = "s"\n'
        assert errors_of(pack_toml(DEADLINE), text) == [
            ("1.toml", 10, 1, "规则“D999”已在 1.toml:5:1 调整")
        ]

    def test_a_rule_that_there_is_not(self) -> None:
        text = pack('rule = "D998"\nseverity = "info"\nsource = "s"\n')
        ((_, line, column, message),) = errors_of(pack_toml(DEADLINE), text)
        assert (line, column) == (6, 1)
        assert message == "没有编号或名称为“D998”的规则，是否想写“D999”？"


class TestNationalRules:
    def found(self, tmp_path: Path, change: str, text: str) -> dict[str, str]:
        (tmp_path / "city.toml").write_text(pack(change), encoding="utf-8")
        result = check_bytes(text.encode(), "a.md", load_rules([tmp_path]))
        return {finding.rule: finding.severity for finding in result.findings}

    @pytest.mark.parametrize(("day", "found"), [(19, {}), (20, {}), (21, {"D406": "warning"})])
    def test_a_deadline_is_raised(
        self, tmp_path: Path, township: str, day: int, found: dict[str, str]
    ) -> None:
        change = 'rule = "D406"\nsource = "s"\nparameters.deadline = { month = 1, day = 20 }'
        text = township.replace("2024年1月18日", f"2024年1月{day}日")
        assert self.found(tmp_path, change + EXAMPLES, text) == found

    def test_a_deadline_is_relaxed(self, tmp_path: Path, township: str) -> None:
        change = 'rule = "D406"\nsource = "s"\nparameters.deadline = { month = 2, day = 28 }'
        text = township.replace("2024年1月18日", "2024年2月28日")
        assert self.found(tmp_path, change + EXAMPLES, text) == {}

    def test_the_limit_of_the_overview_is_off_until_a_pack_switches_it_on(
        self, tmp_path: Path, township: str
    ) -> None:
        text = township.replace("（一）主动公开。", "（一）主动公开。" + "公开工作有序推进，" * 80)
        assert "C590" not in load_rules().rules
        assert not check_bytes(text.encode(), "a.md", load_rules()).findings
        change = 'rule = "C590"\nenabled = true\nsource = "s"'
        assert self.found(tmp_path, change, text) == {"C590": "warning"}


@pytest.fixture
def township() -> str:
    text = example_report("2021").replace("# 云溪县水务局2023年", "# 云溪县青石镇人民政府2023年")
    return text.replace("云溪县水务局\n\n2024", "云溪县青石镇人民政府\n\n2024")
