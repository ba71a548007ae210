"""What a configuration file may say, and what a user reads who got it wrong."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.configuration.model import Configuration, ConfigurationErrors
from linter.configuration.reading import read_configuration, unknown_rules
from linter.configuration.source import Source
from linter.configuration.validation import configuration_schema, problems
from linter.model.rule import Example, Rule, Text
from linter.suppression.entry import Disabling, Suppression

_SETTINGS = {
    "select": ["A3", "title-missing"],
    "ignore": ["A301"],
    "fail_on": "warning",
    "edition": "2021",
    "lang": "en",
    "format": "json",
    "exclude": ["drafts/"],
    "rules": ["my-rules"],
    "preview": True,
    "baseline": "known.json",
}
_ENTRIES = """
[[suppress]]
rules = ["T209", "label"]
files = ["2023/", "*.html"]
cells = ["applications.*.total"]
reason = " the archive prints it so "
until = 2026-12-31

[[suppress]]
rules = ["D4"]
reason = "unknown day"

[[disable]]
rule = "A301"
reason = "other figures"
"""


def _written(folder: Path, text: str, name: str = "nianbao.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def _toml(settings: dict[str, Any]) -> str:
    # Texts and lists of texts are written alike in TOML and JSON.
    return "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())


def _mistakes(file: Path) -> list[tuple[int, str, str]]:
    with pytest.raises(ConfigurationErrors) as caught:
        read_configuration(file)
    assert all(problem.file == file for problem in caught.value.problems)
    return [(p.line, p.message.zh, p.message.en) for p in caught.value.problems]


def test_every_setting_is_read(tmp_path: Path) -> None:
    (tmp_path / "my-rules").mkdir()
    file = _written(tmp_path, _toml(_SETTINGS) + _ENTRIES)
    assert read_configuration(file) == Configuration(
        file,
        select=("A3", "title-missing"),
        ignore=("A301",),
        fail_on="warning",
        edition="2021",
        lang="en",
        format="json",
        exclude=("drafts/",),
        rules=(tmp_path / "my-rules",),
        preview=True,
        baseline=tmp_path / "known.json",
        suppress=(
            Suppression(
                ("T209", "label"),
                "the archive prints it so",
                ("2023/", "*.html"),
                ("applications.*.total",),
                datetime.date(2026, 12, 31),
                line=12,
            ),
            Suppression(("D4",), "unknown day", line=19),
        ),
        disable=(Disabling("A301", "other figures"),),
    )


def test_pyproject_says_the_same_in_its_section(tmp_path: Path) -> None:
    (tmp_path / "my-rules").mkdir()
    text = '[project]\nname = "x"\n\n[tool.nianbao]\n' + _toml(_SETTINGS)
    shared = read_configuration(_written(tmp_path, text, "pyproject.toml"))
    own = read_configuration(_written(tmp_path, _toml(_SETTINGS)))
    assert shared.select == own.select
    assert shared.baseline == own.baseline
    assert shared.rules == own.rules


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    file = _written(tmp_path, "")
    assert read_configuration(file) == Configuration(file)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    file = tmp_path / "nianbao.toml"
    file.write_bytes(b'\xef\xbb\xbflang = "en"\r\nedition = "2019"\r\n')
    assert read_configuration(file).edition == "2019"


def test_an_unknown_key_names_the_nearest_known_one_and_its_line(tmp_path: Path) -> None:
    file = _written(tmp_path, '# mine\nlang = "zh"\n\nselct = ["A3"]\n')
    [(line, zh, en)] = _mistakes(file)
    assert line == 4
    assert zh == "没有配置项“selct”，是否想写“select”？"
    assert en == 'there is no setting "selct"; did you mean "select"?'


def test_the_spelling_of_the_command_line_is_understood_as_what_is_meant(tmp_path: Path) -> None:
    [(_, zh, _)] = _mistakes(_written(tmp_path, 'fail-on = "error"\n'))
    assert "是否想写“fail_on”" in zh


def test_an_unknown_key_like_nothing_lists_what_there_is(tmp_path: Path) -> None:
    [(line, zh, en)] = _mistakes(_written(tmp_path, "zzzzzzzzzzzz = 1\n"))
    assert line == 1
    keys = (*_SETTINGS, "suppress", "disable")
    assert zh.endswith(f"应为{'、'.join(keys)}之一")
    assert en.endswith(", ".join(keys))


def test_a_section_is_an_unknown_key_in_our_own_file(tmp_path: Path) -> None:
    [(line, zh, _)] = _mistakes(_written(tmp_path, '\n[tool.nianbao]\nlang = "en"\n'))
    assert line == 2
    assert zh.startswith("没有配置项“tool”")


@pytest.mark.parametrize(
    ("text", "line", "zh"),
    [
        (
            'lang = "de"',
            1,
            '配置项“lang”应为“zh”、“en”之一，现为 "de"',
        ),
        (
            '\nfail_on = "warnings"',
            2,
            "配置项“fail_on”应为“error”、“warning”、“info”、“never”之一，"
            '现为 "warnings"，是否想写“warning”？',
        ),
        ("edition = 2021", 1, "配置项“edition”应为“auto”、“2019”、“2021”之一，现为 2021"),
        ('select = "A3"', 1, '配置项“select”应为文字的列表（如 ["…"]），现为 "A3"'),
        (
            'select = [\n  "A3",\n  4,\n]',
            3,
            "配置项“select”的第 2 项应为非空文字，现为 4",
        ),
        ('exclude = [""]', 1, '配置项“exclude”的第 1 项应为非空文字，现为 ""'),
        (
            "format = 2024-01-01",
            1,
            "配置项“format”应为“rich”、“plain”、“json”、“jsonl”、“sarif”、“junit”、“github”、"
            '“gitlab”、“rdjson”、“checkstyle”、“markdown”、“html”之一，现为 "2024-01-01"',
        ),
        ('\nrules = ["there"]', 2, "配置项“rules”所指的文件夹不存在：there"),
        ("preview = 1", 1, "配置项“preview”应为 true 或 false，现为 1"),
        ('baseline = ["a"]', 1, '配置项“baseline”应为文件名，现为 ["a"]'),
        ("\nsuppress = 3", 2, "配置项“suppress”应写成若干个 [[suppress]]"),
        ('disable = ["A301"]', 1, "配置项“disable”应写成若干个 [[disable]]"),
        ('\n[[suppress]]\nrules = ["D4"]', 2, "[[suppress]] 缺少“reason”：应写明理由"),
        (
            '[[suppress]]\nreason = "x"',
            1,
            "[[suppress]] 缺少“rules”：应列出规则的编号、编号开头或名称",
        ),
        ('[[suppress]]\nrules = ["D4"]\nreason = " "', 3, "“reason”有误：应写明理由"),
        (
            '[[suppress]]\nrules = "D4"\nreason = "x"',
            2,
            '配置项“rules”应为文字的列表（如 ["…"]），现为 "D4"',
        ),
        (
            '[[suppress]]\nreason = "x"\nrules = ["D4", 5]',
            3,
            "配置项“rules”的第 2 项应为非空文字，现为 5",
        ),
        (
            '[[suppress]]\nrules = ["D4"]\nreason = "x"\nuntil = "2026-02-30"',
            4,
            '“until”应为日期（如 2026-12-31），现为 "2026-02-30"',
        ),
        (
            '[[suppress]]\nrules = ["D4"]\nreason = "x"\nuntil = 2026-12-31T00:00:00',
            4,
            '“until”应为日期（如 2026-12-31），现为 "2026-12-31 00:00:00"',
        ),
        (
            '[[suppress]]\nrules = ["D4"]\nreason = "x"\nfile = ["a"]',
            4,
            "[[suppress]] 中没有“file”这一项，是否想写“files”？",
        ),
        (
            '[[disable]]\nrule = ["A301"]\nreason = "x"',
            2,
            "“rule”有误：应写明一条规则的编号或名称",
        ),
        ('[[disable]]\nrule = "A301"\nzzz = 1\nreason = "x"', 3, "[[disable]] 中没有“zzz”这一项"),
    ],
)
def test_a_wrong_value_says_what_was_expected_and_where(
    tmp_path: Path, text: str, line: int, zh: str
) -> None:
    [(found_line, found_zh, found_en)] = _mistakes(_written(tmp_path, text + "\n"))
    assert (found_line, found_zh) == (line, zh)
    assert found_en.isascii() or "…" in found_en


def test_all_mistakes_of_a_file_come_at_once_in_order(tmp_path: Path) -> None:
    file = _written(tmp_path, 'exclud = []\nlang = "fr"\nignore = 3\n')
    assert [line for line, _, _ in _mistakes(file)] == [1, 2, 3]


def test_a_long_wrong_value_is_cut(tmp_path: Path) -> None:
    [(_, zh, _)] = _mistakes(_written(tmp_path, f'lang = "{"x" * 500}"\n'))
    assert len(zh) < 150


def test_a_mistake_in_pyproject_has_the_line_of_the_whole_file(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.nianbao]\nlang = "zh"\nselct = []\n'
    [(line, _, _)] = _mistakes(_written(tmp_path, text, "pyproject.toml"))
    assert line == 5


@pytest.mark.parametrize("text", ["[tool]\nnianbao = 3\n", "tool = 4\n"])
def test_a_section_that_is_none_is_a_mistake(tmp_path: Path, text: str) -> None:
    [(_, zh, _)] = _mistakes(_written(tmp_path, text, "pyproject.toml"))
    assert zh == "[tool.nianbao] 应是一节"


@pytest.mark.parametrize(
    ("text", "line"),
    [('lang = "en"\nselect = [\n', 3), ("lang en\n", 1), ('x = "\n', 1)],
)
def test_what_is_no_toml_is_reported_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    [(found, zh, en)] = _mistakes(_written(tmp_path, text))
    assert found == line
    assert zh.startswith("不符合 TOML 语法")
    assert en.startswith("this is not TOML: ")


def test_nesting_without_end_is_reported(tmp_path: Path) -> None:
    [(_, zh, _)] = _mistakes(_written(tmp_path, f"x = {'[' * 20_000}{']' * 20_000}\n"))
    assert "嵌套过深" in zh


def test_another_encoding_is_reported_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "nianbao.toml"
    file.write_bytes('# ok\nexclude = ["草稿"]\n'.encode("gb18030"))
    [(line, zh, _)] = _mistakes(file)
    assert (line, zh) == (2, "配置文件应采用 UTF-8 编码")


def test_a_file_of_unreasonable_size_is_reported(tmp_path: Path) -> None:
    [(line, zh, _)] = _mistakes(_written(tmp_path, "#" * (1024 * 1024 + 1)))
    assert line == 0
    assert "超过" in zh


def test_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    [(line, zh, en)] = _mistakes(tmp_path / "gone.toml")
    assert line == 0
    assert zh == "无法读取配置文件：文件或文件夹不存在"
    assert en == "the configuration file cannot be read: there is no such file or folder"


def test_a_rule_that_nobody_knows_is_reported_where_it_stands(tmp_path: Path) -> None:
    text = Text("", "")
    example = Example(text, "2021")
    rule = Rule(
        "A301", "applications-balance", "error", None, ("2021",), "",
        text, text, text, example, example,
    )  # fmt: skip
    file = _written(tmp_path, 'ignore = [\n  "A3",\n  "A31",\n]\nselect = ["Zzz"]\n')
    found = [(p.line, p.message.zh) for p in unknown_rules(read_configuration(file), [rule])]
    assert found == [
        (5, "配置项“select”中的“Zzz”不是规则编号、编号开头或规则名称"),
        (3, "配置项“ignore”中的“A31”不是规则编号、编号开头或规则名称，是否想写“A301”？"),
    ]
    assert not list(unknown_rules(Configuration(), [rule]))


def test_the_schema_describes_exactly_the_settings_that_are_read() -> None:
    schema = configuration_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == {*_SETTINGS, "suppress", "disable"}
    fields = set(Configuration.__annotations__) - {"file"}
    assert set(schema["properties"]) == fields
    entries = (schema["properties"][key]["items"] for key in ("suppress", "disable"))
    settings = [*schema["properties"].values()]
    settings += [value for entry in entries for value in entry["properties"].values()]
    for node in (schema, *settings):
        assert node["description"]
        assert node["x-description-en"].isascii()


_VALUES = st.one_of(
    st.sampled_from(["error", "zh", "2021", "auto", "json", "A3", "", "de"]),
    st.integers(0, 3),
    st.booleans(),
    st.lists(st.sampled_from(["A3", "drafts/", "", 3]), max_size=3),
)


@given(st.dictionaries(st.sampled_from([*_SETTINGS, "selct", "jobs"]), _VALUES))
def test_schema_and_behaviour_agree(settings: dict[str, Any]) -> None:
    """What the published schema rejects is reported, and nothing else."""
    valid = jsonschema.Draft202012Validator(configuration_schema()).is_valid(settings)
    source = Source(Path("nianbao.toml"), _toml(settings), (), settings)
    found = problems(source)
    assert valid is not bool(found)
    assert all(problem.line for problem in found)
