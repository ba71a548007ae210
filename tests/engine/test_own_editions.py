"""An edition of the form that a pack declares on top of a national one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from linter import forms
from linter.engine.mistakes import PackErrors
from linter.engine.pack_compilation import compile_packs
from linter.engine.packs import load_rules
from linter.engine.rule_set import RuleSet
from linter.examples import example_report
from linter.extraction import report_as_data
from linter.forms import EditionClash, declare, load_form, load_schema
from linter.model.edition import OwnEdition
from linter.model.finding import FileResult
from linter.model.rule import Text
from linter.pipeline import check_bytes, read_report
from linter.records import replace
from tests.engine.builders import rule_toml

YUNXI = Path(__file__).parents[2] / "examples" / "rules" / "edition"
OWN = "2021-yunxi"

PACK = """\
[pack]
name = "test"
title = "某省"

[[edition]]
id = "2021-test"
base = "2021"
source = "某省通知"
from = 2023
headings = { problems = ["五、存在的不足"], 其他事项 = ["六、其他"] }
labels = { "disclosure.licensing" = ["许可"], 申请.新收.自然人 = ["个人"] }
without = ["S109", "label-deviates"]

[[edition.section]]
key = "training"
title = { zh = "七、培训情况", en = "VII. Training" }
required = false
example = "举办培训2期。"
"""

WITH_ALL_RULES = "".join(
    (
        PACK,
        rule_toml(on=["section-added"], id="S109", slug="section-added"),
        rule_toml(on=["label-deviates"], id="T209", slug="label-deviates"),
        rule_toml(on=["section-missing"], id="S104", slug="section-missing"),
    )
)


@pytest.fixture(autouse=True)
def _nothing_declared(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(forms, "_DECLARED", {})
    yield
    load_schema.cache_clear()
    load_form.cache_clear()


@pytest.fixture
def yunxi() -> RuleSet:
    return load_rules([YUNXI])


def errors_of(*texts: str) -> list[tuple[str, int, str]]:
    files = [(f"{n}.toml", text.encode()) for n, text in enumerate(texts)]
    with pytest.raises(PackErrors) as caught:
        compile_packs(files)
    return [(error.file, error.line, error.message.zh) for error in caught.value.errors]


def checked(text: str, rules: RuleSet, edition: str = "auto") -> FileResult:
    return check_bytes(text.encode(), "report.md", rules, edition)


def found(text: str, rules: RuleSet, edition: str = "auto") -> set[str]:
    return {finding.rule for finding in checked(text, rules, edition).findings}


class TestForm:
    def test_it_is_the_base_with_what_the_pack_says(self, yunxi: RuleSet) -> None:
        own, base = load_form(OWN), load_form("2021")
        assert (own.edition, own.document) == (OWN, "云政办发〔2023〕1号")
        assert list(own.sections) == [*base.sections, "training"]
        assert own.cells() == base.cells()
        assert own.sections["training"].text.zh == "七、政务公开培训情况"
        assert own.sections["overview"].variants == ("一、政府信息公开工作总体情况",)
        row = own.row("disclosure.normative_documents")
        assert row is not None
        assert row.label.variants == ("规范性文件",)
        assert base.sections["overview"].variants == ()

    def test_labels_of_columns_can_have_other_wordings(self) -> None:
        compile_packs([("a.toml", WITH_ALL_RULES.encode())])
        columns = load_form("2021-test").tables["applications"].columns
        assert columns[0].label.variants == ("个人",)

    def test_its_schema_is_a_schema_and_fits_its_example(self, yunxi: RuleSet) -> None:
        schema = load_schema(OWN)
        Draft202012Validator.check_schema(schema)
        report = read_report(example_report(OWN).encode(), "a.md", OWN)
        data = report_as_data(report, load_form(OWN))
        assert Draft202012Validator(schema).is_valid(data)
        assert data["edition"] == OWN
        assert data["sections"]["training"]["heading"] == "七、政务公开培训情况"


class TestChecking:
    def test_its_example_report_is_right(self, yunxi: RuleSet) -> None:
        result = checked(example_report(OWN), yunxi)
        assert result.report is not None
        assert (result.report.edition, result.findings) == (OWN, ())

    def test_a_required_section_that_is_missing(self, yunxi: RuleSet) -> None:
        (finding,) = checked(example_report("2021"), yunxi).findings
        assert (finding.rule, finding.section) == ("S104", "training")

    def test_a_section_that_is_empty_misplaced_or_misnumbered(self, yunxi: RuleSet) -> None:
        text = example_report(OWN)
        prose = "\n\n全年举办政务公开培训班2期，参加人员64人次。"
        assert "S110" in found(text.replace(prose, ""), yunxi)
        assert "S107" in found(text.replace("七、政务", "八、政务"), yunxi)
        heading = "## 七、政务公开培训情况"
        moved = text.replace(heading + prose, "").replace("## 六", f"{heading}{prose}\n\n## 六")
        assert "S106" in found(moved, yunxi)

    def test_other_wordings_are_accepted(self, yunxi: RuleSet) -> None:
        text = example_report(OWN).replace("一、总体情况", "一、政府信息公开工作总体情况")
        text = text.replace("|行政规范性文件|", "|规范性文件|")
        assert found(text, yunxi) == set()
        assert {"S108", "T209"} <= found(text, yunxi, "2021")

    def test_the_rules_of_its_base_apply(self, yunxi: RuleSet) -> None:
        assert yunxi.rules["A301"].editions == ("2019", "2021", OWN)
        wrong = example_report(OWN).replace("|14|5|1|0|2|0|22|", "|14|5|1|0|2|0|23|")
        assert "A303" in found(wrong, yunxi) or "A301" in found(wrong, yunxi)

    def test_its_own_rules_apply_to_it_alone(self, yunxi: RuleSet) -> None:
        text = example_report(OWN).replace("培训班2期，参加人员64人次", "培训")
        assert found(text, yunxi) == {"YX-C501"}
        assert yunxi.rules["YX-C501"].editions == (OWN,)

    def test_it_holds_from_its_first_year_on(self, yunxi: RuleSet) -> None:
        earlier = example_report("2021").replace("2024年", "2023年").replace("2023年", "2022年")
        earlier = earlier.replace("\n\n2022年1月18日", "\n\n2023年1月18日")
        report = checked(earlier, yunxi).report
        assert report is not None
        assert (report.year, report.edition) == (2022, "2021")

    def test_it_can_be_asked_for_and_so_can_its_base(self, yunxi: RuleSet) -> None:
        assert found(example_report("2021"), yunxi, "2021") == set()
        assert found(example_report("2021"), yunxi, OWN) == {"S104"}

    def test_the_tables_of_another_edition_are_another_edition(self, yunxi: RuleSet) -> None:
        old = example_report("2019").replace("2020年", "2023年").replace("2021年", "2024年")
        result = checked(old, yunxi)
        assert result.report is not None
        assert result.report.edition == "2019"
        assert "T213" in {finding.rule for finding in result.findings}

    def test_a_tolerated_section_may_be_there_or_not(self) -> None:
        rules = compile_packs([("a.toml", WITH_ALL_RULES.encode())])
        assert found(example_report("2021-test"), rules) == set()
        assert found(example_report("2021"), rules, "2021-test") == set()


class TestRules:
    def test_those_that_it_does_without_do_not_hold(self) -> None:
        rules = compile_packs([("a.toml", WITH_ALL_RULES.encode())])
        editions = {key: rule.editions for key, rule in rules.rules.items()}
        assert editions == {
            "S104": ("2021", "2021-test"),
            "S109": ("2021",),
            "T209": ("2021",),
        }

    def test_a_rule_can_name_its_sections_and_be_for_both(self) -> None:
        text = PACK.replace(', "label-deviates"]', "]").replace('"S109"', '"A999"')
        rule = rule_toml(
            "each year_named in years: sections.training.text != '' or year_named.year > 0",
            editions=["2021", "2021-test"],
            section="training",
        )
        with pytest.raises(PackErrors) as caught:
            compile_packs([("a.toml", (text + rule).encode())])
        assert [e.message.zh for e in caught.value.errors] == [
            "断言对2021年版格式没有可检查的内容，规则不应列出该版"
        ]


class TestMistakes:
    @pytest.mark.parametrize(
        ("old", "new", "at", "zh"),
        [
            ('"2021"', '"2020"', "base", "“base”不能是“2020”，是否想写"),
            ('base = "2021"', 'base = "2021-test"', "base", "“base”不能是“2021-test”"),
            ('id = "2021-test"', 'id = "test"', "id", "“id”不能是“test”，应为年份、连字符"),
            ("problems =", "problem =", "headings", "格式中没有部分“problem”，是否想写“problems”"),
            ("其他事项", "其它事项", "headings", "格式中没有部分“其它事项”"),
            ("disclosure.licensing", "disclosure.licence", "labels", "没有“disclosure.licence”"),
            ('"training"', '"overview"', "key", "格式中已有部分“overview”"),
            ('"training"', '"Training"', "key", "“key”不能是“Training”，应为小写英文字母"),
            ('"S109"', '"S999"', "without", "没有编号或名称为“S999”的规则"),
            ('source = "某省通知"\n', "", "[[edition]]", "缺少键“source”"),
        ],
    )
    def test_a_mistake_is_told_at_its_place(self, old: str, new: str, at: str, zh: str) -> None:
        rules = rule_toml("year = 1", id="S109", slug="label-deviates") + rule_toml(
            "year = 1", id="A999", slug="x"
        )
        text = PACK.replace(old, new, 1) + rules
        (_, line, message), *_ = errors_of(text)
        assert text.split("\n")[line - 1].startswith(at)
        assert zh in message

    def test_two_packs_cannot_declare_one_edition(self) -> None:
        without = PACK.replace('without = ["S109", "label-deviates"]\n', "")
        first, second = without, without.replace('"test"', '"other"')
        errors = errors_of(first, second)
        assert ("1.toml", 6, "版本“2021-test”已在 0.toml:5:1 另行规定") in errors

    def test_a_name_stands_for_one_form_in_a_process(self, tmp_path: Path) -> None:
        without = PACK.replace('without = ["S109", "label-deviates"]\n', "")
        (tmp_path / "a.toml").write_text(without + rule_toml("year = 1", id="ZZ-A999"), "utf-8")
        load_rules([tmp_path])
        load_rules([tmp_path])
        (tmp_path / "a.toml").write_text(
            without.replace("2023", "2024") + rule_toml("year = 1", id="ZZ-A999"), "utf-8"
        )
        with pytest.raises(PackErrors) as caught:
            load_rules([tmp_path])
        assert "另行规定" in caught.value.errors[0].message.zh

    def test_so_it_does_where_it_comes_from_the_cache(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path / "cache"))
        loaded = load_rules([YUNXI])
        (own,) = loaded.editions
        forms._DECLARED.clear()
        declare([replace(own, since=2030, origin="else:1:1")])
        with pytest.raises(PackErrors) as caught:
            load_rules([YUNXI])
        (error,) = caught.value.errors
        assert (error.line, error.column) == (7, 1)
        assert "else:1:1" in error.message.zh


def test_an_edition_comes_from_the_cache_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(tmp_path))
    assert load_rules([YUNXI]) == load_rules([YUNXI])
    (own,) = load_rules([YUNXI]).editions
    assert (own.id, own.base, own.since) == (OWN, "2021", 2023)
    assert own.sections[0].title == Text("七、政务公开培训情况", "七、政务公开培训情况")


def test_declaring_the_same_again_is_no_clash() -> None:
    own = OwnEdition("2021-a", "2021", "某省通知", origin="a")
    declare([own, replace(own, origin="b")])
    with pytest.raises(EditionClash):
        declare([replace(own, since=2022)])
