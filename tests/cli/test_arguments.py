"""Mistakes on the command line are told in the user's language, with what was meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.cli.arguments import MOST_JOBS, parsed
from linter.cli.commands import COMMANDS, TOP_OPTIONS, Command
from linter.cli.failures import UsageError
from linter.cli.wording import TEXTS
from tests.cli.conftest import Nianbao

_CHECK = COMMANDS["check"]

_MISTAKES = [
    (("chekc", "a.txt"), "没有“chekc”这个命令，是否想用“check”？"),
    (("xyzzy",), "没有“xyzzy”这个命令"),
    (("--verison",), "没有“--verison”这个选项，是否想用“--version”？"),
    (("--lang", "de", "rules"), "--lang 的值应为 zh、en 之一，现为“de”"),
    (("--lang=de", "rules"), "--lang 的值应为 zh、en 之一，现为“de”"),
    (("--lang",), "选项 --lang 缺少值：zh|en"),
    (("check",), "缺少路径"),
    (("check", "--selct", "A3", "a"), "没有“--selct”这个选项，是否想用“--select”？"),
    (("check", "a", "--statistic=3"), "没有“--statistic”这个选项，是否想用“--statistics”？"),
    (("check", "a", "-x"), "没有“-x”这个选项"),
    (("check", "a", "--sel", "A3"), "没有“--sel”这个选项，是否想用“--select”？"),
    (
        ("check", "a", "--format", "jsn"),
        "--format 的值应为 rich、plain、json、jsonl、sarif、junit、github、gitlab、rdjson、"
        "checkstyle、markdown、html、xlsx 之一，现为“jsn”，是否想用“json”？",
    ),
    (
        ("check", "a", "--edition", "2020"),
        "--edition 的值应为 auto、2019、2021 之一，现为“2020”，是否想用“2021”？",
    ),
    (("check", "a", "--format"), "选项 --format 缺少值：格式"),
    (("check", "a", "-o"), "选项 --output 缺少值：文件"),
    (("check", "a", "--select"), "选项 --select 缺少值：规则"),
    (("check", "a", "--quiet=yes"), "选项 --quiet 不带值"),
    (("check", "a", "--jobs", "0"), "--jobs 的值应为 1 至 256 的整数，现为“0”"),
    (("check", "a", "--jobs", "many"), "--jobs 的值应为 1 至 256 的整数，现为“many”"),
    (("extract",), "缺少文件"),
    (("extract", "a", "b"), "只能有一个文件，多余的是“b”"),
    (("explain",), "缺少规则"),
    (("explain", "A3O1"), "“A3O1”不是规则编号、编号开头或规则名称，是否想用“A301”？"),
    (("rules", "A301"), "不需要参数“A301”"),
    (("completion", "zhs"), "shell 的值应为 bash、zsh、fish 之一，现为“zhs”，是否想用“zsh”？"),
]


@pytest.mark.parametrize(("arguments", "message"), _MISTAKES)
def test_a_mistake_is_told_in_chinese_with_usage_and_status_2(
    nianbao: Nianbao, arguments: tuple[str, ...], message: str
) -> None:
    told = nianbao(*arguments)
    first, usage, more = told.err.splitlines()
    prog = f"nianbao {arguments[0]}" if arguments[0] in COMMANDS else "nianbao"
    assert told.status == 2
    assert told.out == ""
    assert first == f"{prog}：错误：{message}"
    assert usage.startswith(f"用法：{prog} ")
    assert more == f"完整说明见 {prog} --help"


@pytest.mark.parametrize(("arguments", "message"), _MISTAKES)
def test_in_english_nothing_is_left_in_chinese(
    nianbao: Nianbao, arguments: tuple[str, ...], message: str
) -> None:
    if "--lang" in " ".join(arguments):
        arguments = ("--lang=en", *arguments)
    else:
        arguments = (*arguments[:1], "--lang", "en", *arguments[1:])
        arguments = arguments if arguments[0] in COMMANDS else ("--lang", "en", *arguments[0:1])
    told = nianbao(*arguments)
    assert told.status == 2
    assert "error: " in told.err
    assert told.err.replace("…", "").isascii(), told.err


def test_a_file_in_place_of_a_command_is_understood(nianbao: Nianbao, good: Path) -> None:
    told = nianbao("good.txt")
    assert told.err.startswith(
        "nianbao：错误：没有“good.txt”这个命令，是否想用“nianbao check good.txt”？\n"
    )


def test_options_may_stand_anywhere_between_paths() -> None:
    arguments = parsed(_CHECK, ["a", "--quiet", "b", "-", "-o", "x", "c"], "zh")
    assert arguments.operands == ("a", "b", "-", "c")
    assert (arguments.quiet, arguments.output, arguments.verbose) == (True, "x", False)


def test_after_two_dashes_everything_is_a_path() -> None:
    arguments = parsed(_CHECK, ["a", "--", "--quiet", "-b", "--"], "zh")
    assert arguments.operands == ("a", "--quiet", "-b", "--")
    assert not arguments.quiet


def test_options_that_repeat_add_up() -> None:
    arguments = parsed(_CHECK, ["a", "--select", "A3", "--select=T2", "--jobs", "2"], "zh")
    assert arguments.select == ["A3", "T2"]
    assert arguments.ignore is None
    assert arguments.jobs == 2


def test_what_is_not_given_is_none() -> None:
    arguments = parsed(_CHECK, ["a"], "zh")
    for key in ("select", "config", "edition", "fail_on", "format", "lang", "jobs", "output"):
        assert getattr(arguments, key) is None


def test_the_number_of_processes_has_a_limit() -> None:
    assert parsed(_CHECK, ["a", "--jobs", str(MOST_JOBS)], "zh").jobs == MOST_JOBS
    with pytest.raises(UsageError):
        parsed(_CHECK, ["a", "--jobs", str(MOST_JOBS + 1)], "zh")


def test_help_wins_over_missing_paths(nianbao: Nianbao) -> None:
    assert nianbao("check", "--help").status == 0


_WORD = st.sampled_from(
    ["a.txt", "-", "--", "-q", "-o", "-x", "-qv", "-3", "--format", "--format=json", "json",
     "--quiet", "--quiet=1", "--jobs", "--jobs=2", "--lang", "zh", "--select=A3", "--select",
     "--fo", "-o=", "- x", "--=", "", "中文"]
)  # fmt: skip


@given(st.sampled_from([*COMMANDS.values()]), st.lists(_WORD, max_size=5))
def test_whatever_is_typed_argparse_never_speaks_for_itself(
    command: Command, argv: list[str]
) -> None:
    try:
        parsed(command, argv, "zh")
    except UsageError as error:
        said = error.message
        for word in (*argv, *(o.metavar for o in command.options), "shell", "rich|plain|json"):
            said = said.replace(word, "") if word else said
        assert not re.search(r"argument|option|usage|expected|required|invalid|error", said)
        assert re.search(r"[\u4e00-\u9fff]", said)


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_is_complete_in_both_languages(key: str) -> None:
    chinese, english = TEXTS[key]
    placeholders = re.compile(r"\{\w+\}")
    assert set(placeholders.findall(chinese)) == set(placeholders.findall(english))
    assert english.isascii()
    if not key.startswith("metavar.shell"):
        assert re.search(r"[\u4e00-\u9fff]|^\{", chinese)


def test_every_command_option_and_operand_is_worded() -> None:
    for command in COMMANDS.values():
        assert f"command.{command.name}" in TEXTS
        if command.operand:
            assert f"operand.{command.name}" in TEXTS
    for option in (*TOP_OPTIONS, *(o for c in COMMANDS.values() for o in c.options)):
        assert (option.text or f"option.{option.key}") in TEXTS
        assert not option.takes_value or option.choices or option.metavar in TEXTS
