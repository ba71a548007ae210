"""Packs: loaded, cached, and every mistake told at its place in both languages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from linter import cache
from linter.engine import packs
from linter.engine.evaluation import evaluate
from linter.engine.packs import PackError, PackErrors, load_rules
from linter.forms import load_form
from linter.model.rule import Example, Rule, Text
from tests.engine.builders import TEXT, pack_toml, report, rule_toml


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    return folder


def write(folder: Path, text: str | bytes, name: str = "pack.toml") -> Path:
    folder.mkdir(exist_ok=True)
    content = text.encode() if isinstance(text, str) else text
    (folder / name).write_bytes(content)
    return folder


def errors_of(folder: Path, text: str | bytes) -> tuple[PackError, ...]:
    with pytest.raises(PackErrors) as caught:
        load_rules(national=write(folder, text))
    return caught.value.errors


WHOLE = """\
[pack]
name = "province"
title = { zh = "某省", en = "A province" }

[[rule]]
id = "GD-A301"
slug = "applications-balance"
severity = "warning"
section = "applications"
editions = ["2019", "2021"]
source = "某省规定"
title = { zh = "题", en = "title" }
why = { zh = "故", en = "why" }
message = { zh = "{column}：{equation}，差 {difference}", en = "{column}: {left}, {right}, {{x}}" }
once = true
assert = '''
each column in columns(applications):
    applications.new[column] >= 0
'''
[rule.accepted]
text = { zh = "可", en = "good" }
edition = "2019"
[rule.accepted.set]
"applications.new.total" = 5
"applications.new.other" = ""
"disclosure.procurement.amount" = 1.5
[rule.rejected]
text = { zh = "否", en = "bad" }
edit = [["旧", "新"], ["old", "new"]]
file = "empty.txt"
"""


def test_a_rule_is_as_its_pack_states_it(folder: Path) -> None:
    for _ in ("compiled", "from the cache"):
        (rule,) = load_rules(national=write(folder, WHOLE)).rules.values()
        assert rule == Rule(
            id="GD-A301",
            slug="applications-balance",
            severity="warning",
            section="applications",
            editions=("2019", "2021"),
            source="某省规定",
            title=Text("题", "title"),
            why=Text("故", "why"),
            message=Text(
                "{column}：{equation}，差 {difference}", "{column}: {left}, {right}, {{x}}"
            ),
            accepted=Example(
                Text("可", "good"),
                "2019",
                {
                    "applications.new.total": 5,
                    "applications.new.other": None,
                    "disclosure.procurement.amount": 1.5,
                },
                origin=f"{folder / 'pack.toml'}:20:1",
            ),
            rejected=Example(
                Text("否", "bad"),
                "2021",
                edit=(("旧", "新"), ("old", "new")),
                file="empty.txt",
                origin=f"{folder / 'pack.toml'}:27:1",
            ),
            assertion=rule.assertion,
            once=True,
            pack="province",
            origin=f"{folder / 'pack.toml'}:5",
        )
        assert set(rule.assertion) == {"2019", "2021"}


def test_rules_come_in_the_order_of_their_ids(folder: Path) -> None:
    write(folder, pack_toml(rule_toml(on=["row-added"], id="T300", slug="c")))
    further = write(
        folder.parent / "more",
        pack_toml(
            rule_toml(on=["row-added"], id="T200", slug="b"),
            rule_toml(id="E100", slug="a"),
            name="more",
        ),
    )
    rules = load_rules([further], national=folder)
    assert list(rules.rules) == ["E100", "T200", "T300"]
    assert [rule.pack for rule in rules.rules.values()] == ["more", "more", "test"]
    assert list(rules.only(["T300", "E100", "X999"]).rules) == ["E100", "T300"]


def test_files_may_have_a_byte_order_mark_and_windows_line_ends(folder: Path) -> None:
    text = WHOLE.replace("\n", "\r\n")
    assert load_rules(national=write(folder, b"\xef\xbb\xbf" + text.encode())).rules


def test_the_national_rules_are_loaded_by_default() -> None:
    assert load_rules().rules


class TestCaching:
    def test_a_warm_run_compiles_nothing(self, folder: Path) -> None:
        write(folder, WHOLE)
        code = (
            "import sys\n"
            "before = set(sys.modules)\n"
            "from pathlib import Path\n"
            "from linter.engine.packs import load_rules\n"
            f"print(len(load_rules(national=Path({str(folder)!r})).rules))\n"
            "loaded = set(sys.modules) - before\n"
            "print(*{'lark', 'jsonschema', 'tomllib', 'difflib'} & loaded)"
        )
        first, second = (
            subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True
            ).stdout.splitlines()
            for _ in range(2)
        )
        assert "lark" in first[1]
        assert second == ["1", ""]

    def test_a_changed_pack_is_compiled_anew(self, folder: Path) -> None:
        assert load_rules(national=write(folder, WHOLE)).rules["GD-A301"].severity == "warning"
        changed = WHOLE.replace('"warning"', '"error"')
        assert load_rules(national=write(folder, changed)).rules["GD-A301"].severity == "error"
        assert load_rules(national=write(folder, WHOLE)).rules["GD-A301"].severity == "warning"

    def test_a_changed_schema_or_compiler_counts_too(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache_folder: Path
    ) -> None:
        load_rules(national=write(folder, WHOLE))
        monkeypatch.setattr(packs, "_COMPILER", packs._COMPILER[1:])
        load_rules(national=folder)
        assert len(list(cache_folder.glob("rules-*"))) == 2

    def test_every_module_that_shapes_the_outcome_is_part_of_the_key(self) -> None:
        code = "import sys, linter.engine.pack_compilation; print(*sys.modules)"
        loaded = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.split()
        prefix = "linter.engine."
        modules = {f"{name.removeprefix(prefix)}.py" for name in loaded if name.startswith(prefix)}
        assert modules - {"mistakes.py", "pack_wording.py", "wording.py"} <= set(packs._COMPILER)
        here = Path(packs.__file__).parent
        assert all((here / name).is_file() for name in packs._COMPILER)

    @pytest.mark.parametrize(
        "payload",
        [
            b"[]x",
            b"{}",
            b"7",
            b'[{"id": "A301"}]',
            b'[{"id": "A301", "__class__": "os.system"}]',
            b'{"rules": []}',
        ],
    )
    def test_a_poisoned_entry_is_built_anew(
        self, folder: Path, cache_folder: Path, payload: bytes
    ) -> None:
        expected = load_rules(national=write(folder, WHOLE))
        (entry,) = cache_folder.glob("rules-*")
        digest = entry.stem.rsplit("-", 1)[1]
        entry.write_bytes(cache._checksum(digest, payload) + b"\n" + payload)
        assert load_rules(national=folder) == expected

    def test_without_a_cache_it_is_all_the_same(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cached = load_rules(national=write(folder, WHOLE))
        monkeypatch.setenv("NIANBAO_CACHE_DIR", "off")
        assert load_rules(national=folder) == cached

    def test_wrong_packs_are_told_on_every_run(self, folder: Path) -> None:
        wrong = WHOLE.replace("warning", "waring")
        assert errors_of(folder, wrong) == errors_of(folder, wrong)


GOOD = pack_toml(rule_toml("year = 2023"))
NUMBERED = dict(enumerate(GOOD.split("\n"), start=1))


def test_the_pack_that_the_following_tests_spoil_is_right(folder: Path) -> None:
    assert load_rules(national=write(folder, GOOD)).rules


@pytest.mark.parametrize(
    ("old", "new", "at", "zh", "en"),
    [
        # the shape of a pack
        (
            'severity = "error"',
            'sevrity = "error"',
            "sevrity",
            "没有键“sevrity”，是否想写“severity”？",
            'there is no key "sevrity"; did you mean "severity"?',
        ),
        ('severity = "error"\n', "", "[[rule]]", "缺少键“severity”", '"severity" is missing'),
        (
            'severity = "error"',
            'severity = "eror"',
            "severity",
            "“severity”不能是“eror”，是否想写“error”？",
            '"severity" cannot be "eror"; did you mean "error"?',
        ),
        (
            'severity = "error"',
            'severity = "bad!"',
            "severity",
            "“severity”不能是“bad!”，应为“error”、“warning”、“info”之一",
            '"severity" cannot be "bad!"; expected one of "error", "warning", "info"',
        ),
        (
            'id = "A999"',
            'id = "a999"',
            "id =",
            "“id”不能是“a999”，应为大写字母前缀、连字符、类别字母和三位数字，如 GD-C501",
            '"id" cannot be "a999"; expected capital letters, a hyphen, a family letter',
        ),
        ('id = "A999"', "id = 999", "id =", "“id”应为文字", '"id" should be a text'),
        (
            'source = "国办公开办函〔2021〕30号"',
            'source = ""',
            "source",
            "“source”不能为空",
            '"source" must not be empty',
        ),
        (
            'editions = ["2021"]',
            "editions = []",
            "editions",
            "“editions”至少应有 1 项",
            '"editions" must have at least 1 items',
        ),
        (
            'editions = ["2021"]',
            'editions = ["2021", "2021"]',
            "editions",
            "“editions”中有重复的项",
            '"editions" must not hold the same item twice',
        ),
        (
            'editions = ["2021"]',
            'once = 1\neditions = ["2021"]',
            "once",
            "“once”应为 true 或 false",
            '"once" should be true or false',
        ),
        (
            'editions = ["2021"]',
            'on = ["row-added"]\neditions = ["2021"]',
            "on =",
            "“assert”与“on”只能写其一",
            '"assert" and "on" exclude each other',
        ),
        (
            "[rule.accepted]\n",
            '[rule.accepted]\nset = { "applications.new.total" = [1] }\n',
            '"applications',
            "“applications.new.total”应为数字或文字",
            "should be a number or a text",
        ),
        (
            "[rule.accepted]\n",
            '[rule.accepted]\nedit = [["a"]]\n',
            '["a"]',
            "“edit”至少应有 2 项",
            '"edit" must have at least 2 items',
        ),
        (
            'name = "test"',
            'name = "Test"',
            "name =",
            "“name”不能是“Test”",
            '"name" cannot be "Test"',
        ),
        # names
        (
            'editions = ["2021"]',
            'editions = ["2022"]',
            '"2022"',
            "“editions”不能是“2022”，是否想写“2021”？",
            '"editions" cannot be "2022"; did you mean',
        ),
        (
            'editions = ["2021"]',
            'section = "overveiw"\neditions = ["2021"]',
            "section",
            "是否想写“overview”？",
            'did you mean "overview"?',
        ),
        (
            "[rule.accepted]\n",
            '[rule.accepted]\nedition = "2019"\n',
            "edition = ",
            "“edition”不能是“2019”",
            '"edition" cannot be "2019"',
        ),
        (
            "[rule.accepted]\n",
            '[rule.accepted]\nset."applications.new.totl" = 1\n',
            "set.",
            "2021年版格式中没有单元格“applications.new.totl”，是否想写“applications.new.total”？",
            "edition 2021 of the form has no cell",
        ),
        (
            "[rule.accepted]\n",
            "[rule.accepted]\nset.zzz = 1\n",
            "set.",
            "2021年版格式中没有单元格“zzz”",
            'edition 2021 of the form has no cell "zzz"',
        ),
        # the assertion and the message
        ("year = 2023", "year == 2023", "= 2023", "此处不能是“=”", '"=" cannot stand here'),
        (
            "year = 2023",
            "yaer = 2023",
            "yaer",
            "没有名称“yaer”，是否想写“year”？",
            'did you mean "year"?',
        ),
        (
            "year = 2023",
            "title = 2023",
            "title",
            "文字与数字不能比较",
            "a text cannot be compared with a number",
        ),
        (
            f"message = {TEXT}",
            'message = { zh = "{eqation}", en = "x" }',
            '{eqation}"',
            "消息中的“{eqation}”没有来源，是否想写“equation”？",
            'nothing fills "{eqation}" in the message; did you mean "equation"?',
        ),
        (
            f"message = {TEXT}",
            'message = { zh = "x", en = "{zzzzz}" }',
            '{zzzzz}"',
            "没有来源，应为“actual”、“cells”",
            'expected one of "actual", "cells"',
        ),
        (
            f"message = {TEXT}",
            'message = { zh = "{count}", en = "x" }',
            '{count}"',
            "消息中的“{count}”没有来源",
            'nothing fills "{count}"',
        ),
    ],
)
def test_a_mistake_is_told_at_its_place(
    folder: Path, old: str, new: str, at: str, zh: str, en: str
) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    (error,) = errors_of(folder, text)
    assert error.file == str(folder / "pack.toml")
    assert text.split("\n")[error.line - 1][error.column - 1 :].startswith(at)
    assert zh in error.message.zh
    assert en in error.message.en


ON = pack_toml(rule_toml(on=["row-added"]))


@pytest.mark.parametrize(
    ("old", "new", "at", "zh"),
    [
        (
            '["row-added"]',
            '["row-addd"]',
            '"row-addd"',
            "“on”不能是“row-addd”，是否想写“row-added”？",
        ),
        ('["row-added"]', '["row-added"]\nonce = true', "once", "有“once”时还应有“assert”"),
        (
            f"message = {TEXT}",
            'message = { zh = "{fond}", en = "x" }',
            "{fond}",
            "是否想写“found”？",
        ),
        (
            '["row-added"]',
            '["row-added", "row-missing"]\nmessage.en = "{found}"\nmessage.zh = "x" #',
            "{found}",
            "没有来源",
        ),
    ],
)
def test_a_mistake_in_a_rule_about_deviations(
    folder: Path, old: str, new: str, at: str, zh: str
) -> None:
    text = ON.replace(old, new, 1)
    if "message.en" in new:
        text = text.replace(f"message = {TEXT}\n", "")
    (error,) = errors_of(folder, text)
    assert text.split("\n")[error.line - 1][error.column - 1 :].startswith(at)
    assert zh in error.message.zh


def test_messages_can_name_what_findings_carry(folder: Path) -> None:
    records = "each plan in plans where plan.year > year: signed_on > date(2023, 1, 1)"
    for rule in (
        rule_toml(records, message=None).replace(
            "message = null",
            'message = { zh = "{text} {plan_text} {year} {plan_year} {signed_on}", en = "{left}" }',
        ),
        rule_toml("each r in rows(review): r.other = 1", once=True, message=None).replace(
            "message = null", 'message = { zh = "{r} {count} {cells}", en = "{expected} {actual}" }'
        ),
        rule_toml(on=["wrong-edition"], message=None).replace(
            "message = null", 'message = { zh = "{about}{found}{expected}", en = "{year}" }'
        ),
        rule_toml(message=None).replace(
            "message = null", 'message = { zh = "{reason}", en = "x" }'
        ),
    ):
        assert load_rules(national=write(folder, pack_toml(rule))).rules


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('[pack]\nname = "a', 2, 10),
        ("[pack]\nname = a\n", 2, 8),
        ("[pack\n", 1, 6),
        ("[pack]\nname = [1,\n", 2, 11),
        ("a = 1\na = 2\n", 2, 6),
    ],
)
def test_what_is_no_toml(folder: Path, text: str, line: int, column: int) -> None:
    (error,) = errors_of(folder, text)
    assert (error.line, error.column) == (line, column)
    assert error.message.zh.startswith("不符合 TOML 语法")
    assert error.message.en.startswith("this is not TOML: ")


def test_what_is_no_utf8(folder: Path) -> None:
    (error,) = errors_of(folder, "[pack]\nname = '年报".encode() + "中文".encode("gb18030"))
    assert (error.line, error.column) == (2, 11)
    assert error.message.zh == "规则包应采用 UTF-8 编码"


def test_toml_nested_without_end(folder: Path) -> None:
    (error,) = errors_of(folder, "a = " + "[" * 100_000)
    assert error.message.zh == "嵌套过深"


def test_an_empty_file_lacks_everything(folder: Path) -> None:
    errors = errors_of(folder, "")
    assert [(error.line, error.column, error.message.zh) for error in errors] == [
        (1, 1, "缺少键“pack”"),
        (1, 1, "缺少键“rule”、“change”、“edition”之一"),
    ]


def test_all_mistakes_of_all_packs_are_told_in_their_order(folder: Path) -> None:
    write(folder, GOOD.replace("year = 2023", "yaer = 2023"), "b.toml")
    write(folder, "x", "c.toml")
    write(folder, GOOD.replace("severity", "sevrity").replace("A999", "A9"), "a.toml")
    with pytest.raises(PackErrors) as caught:
        load_rules(national=folder)
    found = [(Path(error.file).name, error.line) for error in caught.value.errors]
    assert found == [("a.toml", 6), ("a.toml", 8), ("b.toml", 12), ("c.toml", 1)]
    assert (
        str(caught.value)
        .splitlines()[1]
        .endswith('a.toml:8:1: there is no key "sevrity"; did you mean "severity"?')
    )


def test_ids_and_slugs_are_unique_over_all_packs(folder: Path) -> None:
    write(folder, GOOD, "a.toml")
    write(folder, GOOD, "b.toml")
    with pytest.raises(PackErrors) as caught:
        load_rules(national=folder)
    first, second = caught.value.errors
    place = f"{folder / 'a.toml'}:5"
    assert first.message.zh == f"“id”的值“A999”已在 {place} 使用"
    assert second.message.en == f'"test-rule" is the "slug" of the rule at {place} already'
    assert (Path(first.file).name, first.line, second.line) == ("b.toml", 6, 7)


class TestBounds:
    def test_a_missing_folder_and_one_without_packs(self, folder: Path) -> None:
        with pytest.raises(PackErrors) as caught:
            load_rules([folder / "missing"], national=folder)
        assert [error.message.zh for error in caught.value.errors] == [
            "文件夹中没有规则包（*.toml）",
            "没有这个规则包文件夹",
        ]

    def test_a_large_pack(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(packs, "LARGEST_PACK", 100)
        (error,) = errors_of(folder, GOOD)
        assert error.message.zh == "规则包超过 100 字节"

    def test_very_many_packs(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(packs, "MOST_PACKS", 2)
        for name in "abc":
            write(folder, GOOD, f"{name}.toml")
        (error,) = errors_of(folder, GOOD)
        assert error.message.zh == "规则包超过 2 个"
        assert Path(error.file).name == "c.toml"

    def test_a_pack_that_is_no_file(self, folder: Path) -> None:
        (folder / "folder.toml").mkdir()
        (error,) = errors_of(folder, GOOD)
        assert error.message.zh == "无法读取"
        assert "irectory" in error.message.en

    def test_very_many_rules(self, folder: Path) -> None:
        rules = [rule_toml(id="A999", slug="a")] * 1001
        (error,) = errors_of(folder, pack_toml(*rules))
        assert error.message.zh == "“rule”至多可有 1000 项"

    def test_very_long_words(self, folder: Path) -> None:
        (error,) = errors_of(folder, GOOD.replace("国办公开办函", "国" * 2001))
        assert error.message.zh == "“source”不能超过 2000 个字符"


def test_loaded_rules_can_be_evaluated(folder: Path) -> None:
    rules = load_rules(national=write(folder, GOOD))
    (finding,) = evaluate(report({"year": 2024}), load_form("2021"), rules).findings
    assert (finding.rule, finding.expected, finding.actual) == ("A999", 2023, 2024)
