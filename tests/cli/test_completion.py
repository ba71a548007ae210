"""The completion scripts, run by the shells themselves where they are there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from linter.cli.commands import COMMANDS
from tests.cli.conftest import Nianbao

_BASH = shutil.which("bash") or "bash"


def _bash(script: str, line: str) -> list[str]:
    """What bash offers at the end of ``line``, split into words as readline splits them."""
    words = line.replace("=", " = ").split()
    if line.endswith((" ", "=")) or not words:
        words.append("")
    if line.endswith("="):
        words.pop()
    asked = """
        eval "$SCRIPT"
        COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 ))
        complete -p nianbao > /dev/null && _nianbao
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    outcome = subprocess.run(
        [_BASH, "--norc", "-c", asked, "bash", *words],
        env={"SCRIPT": script, "PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert outcome.stderr == ""
    return outcome.stdout.split()


@pytest.fixture
def bash_script(nianbao: Nianbao) -> str:
    return nianbao("completion", "bash").out


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("nianbao che", ["check"]),
        ("nianbao ex", ["extract", "explain"]),
        ("nianbao --v", ["--version"]),
        ("nianbao --lang ", ["zh", "en"]),
        ("nianbao --lang en com", ["completion"]),
        ("nianbao check --st", ["--stdin-filename", "--statistics"]),
        ("nianbao check a.txt --fail", ["--fail-on"]),
        ("nianbao check --format ", ["rich", "plain", "json"]),
        ("nianbao check --format pl", ["plain"]),
        ("nianbao check --format=", ["rich", "plain", "json"]),
        ("nianbao check --format=js", ["json"]),
        ("nianbao check --select A30", [f"A30{n}" for n in range(1, 10)]),
        ("nianbao check --select T2,applications-b", ["T2,applications-balance"]),
        ("nianbao explain applications-b", ["applications-balance"]),
        ("nianbao completion ", ["bash", "zsh", "fish"]),
        ("nianbao rules --format ", ["text", "json"]),
    ],
)
def test_bash_offers_commands_options_and_values(
    bash_script: str, line: str, offered: list[str]
) -> None:
    assert [word for word in _bash(bash_script, line) if word in offered] == offered
    assert all(
        word.startswith(line.split(" ")[-1].split("=")[-1]) for word in _bash(bash_script, line)
    )


@pytest.mark.parametrize("line", ["nianbao check ", "nianbao check -o ", "nianbao extract a"])
def test_bash_is_left_to_offer_files(bash_script: str, line: str) -> None:
    """``complete -o default`` completes file names where the function offers nothing."""
    assert _bash(bash_script, line) == []
    assert "complete -o default -F _nianbao nianbao" in bash_script


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_script_knows_every_command_option_and_rule(nianbao: Nianbao, shell: str) -> None:
    script = nianbao("completion", shell).out
    for command in COMMANDS.values():
        assert command.name in script
        for option in command.options:
            flag = option.name if shell != "fish" else f"-l {option.name[2:]}"
            assert flag in script
    assert "A301" in script
    assert "applications-balance" in script


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_descriptions_are_in_the_language_in_use(nianbao: Nianbao, shell: str) -> None:
    assert "列出全部规则" in nianbao("completion", shell).out
    assert nianbao("completion", shell, "--lang", "en").out.isascii()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_script_is_right_for_its_shell(nianbao: Nianbao, tmp_path: Path, shell: str) -> None:
    """The shell reads it without executing anything; bash stands in for shells not there."""
    script = tmp_path / f"completion.{shell}"
    script.write_text(nianbao("completion", shell).out, encoding="utf-8")
    found = shutil.which(shell)
    if found is None:
        script.write_text(nianbao("completion", "bash").out, encoding="utf-8")
    outcome = subprocess.run(
        [found or "bash", "-n", str(script)], capture_output=True, text=True, check=False
    )
    assert (outcome.returncode, outcome.stderr) == (0, "")
