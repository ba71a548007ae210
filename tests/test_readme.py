"""What the README and the other documents promise is there and behaves."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from linter.resources import SCHEMAS
from tests.command import nianbao

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("benchmarks/*.md")])
PAIRS = [
    (file, file.with_suffix(".zh-CN.md"))
    for file in DOCUMENTS
    if file.with_suffix(".zh-CN.md").exists()
]
OTHER_PROGRAMS = ["pipx install .", "pip install .", 'eval "$(nianbao completion bash)"']


def _names(file: Path | tuple[Path, Path]) -> str:
    return (file if isinstance(file, Path) else file[0]).relative_to(ROOT).as_posix()


def _blocks(file: Path, language: str) -> list[str]:
    pattern = rf"^```{language}\n(.*?)^```$"
    return re.findall(pattern, file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def _commands(file: Path) -> list[str]:
    lines = [line for block in _blocks(file, "console") for line in block.splitlines()]
    assert all(line.startswith("$ ") for line in lines)
    return [line.removeprefix("$ ") for line in lines]


README = ROOT / "README.md"
COMMANDS = _commands(README)


def _run(arguments: list[str], folder: Path, given: bytes = b"") -> tuple[int, str, str]:
    outcome = nianbao(*arguments, folder=folder, stdin=given)
    return outcome.status, outcome.output, outcome.errors


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.mark.parametrize("command", [text for text in COMMANDS if text.startswith("nianbao ")])
def test_a_command_of_the_readme_behaves(command: str, folder: Path) -> None:
    _, *arguments = shlex.split(command)
    given = b""
    if "<" in arguments:
        *arguments, _, name = arguments
        given = (folder / name).read_bytes()
    expected = 1 if any(word.startswith("examples/faulty") for word in arguments) else 0
    status, shown, complaints = _run(arguments, folder, given)
    assert status == expected, shown + complaints
    assert complaints == ""
    if "--output" in arguments:
        assert json.loads((folder / "findings.json").read_bytes())["summary"]["errors"] > 0
    elif ("--format" in arguments and "json" in arguments) or _prints_data(arguments):
        assert json.loads(shown)
    else:
        assert shown.strip()


def _prints_data(arguments: list[str]) -> bool:
    return arguments[0] == "extract" and "--explain" not in arguments


def test_every_other_command_of_the_readme_is_known() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    others = [text for text in COMMANDS if not text.startswith("nianbao ")]
    made = [text.removeprefix("make ") for text in others if text.startswith("make ")]
    assert set(made) <= targets
    assert [text for text in others if not text.startswith("make ")] == OTHER_PROGRAMS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_named_can_complete(shell: str, tmp_path: Path) -> None:
    status, shown, complaints = _run(["completion", shell], tmp_path)
    assert (status, complaints) == (0, "")
    assert "nianbao" in shown


def test_every_option_of_check_is_in_the_readme_and_no_other(tmp_path: Path) -> None:
    status, shown, _ = _run(["check", "--help"], tmp_path)
    assert status == 0
    options = set(re.findall(r"--[a-z-]+", shown)) - {"--help"}
    rows = [line for line in README.read_text("utf-8").splitlines() if line.startswith("| `--")]
    assert {option for row in rows for option in re.findall(r"`(--[a-z-]+)", row)} == options


@pytest.mark.parametrize("pair", PAIRS, ids=_names)
def test_both_languages_say_the_same(pair: tuple[Path, Path]) -> None:
    english, chinese = (file.read_text(encoding="utf-8") for file in pair)
    links = f"[English]({pair[0].name}) | [简体中文]({pair[1].name})"
    assert english.startswith(links)
    assert chinese.startswith(links)
    shapes = [
        [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]
        for text in (english, chinese)
    ]
    assert shapes[0] == shapes[1]
    assert _commands(pair[0]) == _commands(pair[1])
    # The pages on the rule language show the same rules, each in its own language.
    if pair[0].name != "rule-language.md":
        assert _blocks(pair[0], "toml") == _blocks(pair[1], "toml")


def test_the_readme_and_the_guides_for_users_are_there_in_both_languages() -> None:
    guides = (
        "accuracy",
        "api",
        "ci",
        "comparing",
        "configuration",
        "coverage",
        "editors",
        "fixing",
        "formats",
        "metamorphic",
        "outcomes",
        "rule-language",
        "suppression",
        "writing-a-report",
        "writing-rules",
    )
    assert [_names(pair) for pair in PAIRS] == [
        "README.md",
        *(f"docs/{name}.md" for name in guides),
    ]


@pytest.mark.parametrize("file", DOCUMENTS, ids=_names)
def test_every_link_leads_somewhere(file: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", file.read_text(encoding="utf-8"))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in local if not _target_exists(file, link)] == []


def _target_exists(file: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = file.parent / path if path else file
    if not anchor:
        return target.exists()
    headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
    return anchor in {heading.lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", ["docs/configuration.md", "docs/configuration.zh-CN.md"])
def test_every_setting_is_documented_and_no_other(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    schema = json.loads((SCHEMAS / "configuration.schema.json").read_bytes())
    assert re.findall(r"^\| `([a-z_]+)` \|", text, re.MULTILINE) == list(schema["properties"])


def test_every_configuration_shown_is_one_that_is_accepted(folder: Path) -> None:
    shown = [
        block
        for name in ("README.md", "docs/configuration.md", "docs/ci.md")
        for block in _blocks(ROOT / name, "toml")
    ]
    assert len(shown) == 4
    for block in shown:
        own = tomllib.loads(block).get("tool") is None
        file = folder / ("nianbao.toml" if own else "pyproject.toml")
        file.write_text(block, encoding="utf-8")
        status, _, complaints = _run(["check", "examples/clean"], folder)
        file.unlink()
        assert (status, complaints) == (0, "")


def test_the_rule_shown_to_developers_works(folder: Path) -> None:
    (pack,) = _blocks(ROOT / "docs/development.md", "toml")
    (folder / "ours").mkdir()
    (folder / "ours" / "county.toml").write_text(pack, encoding="utf-8")
    (folder / "nianbao.toml").write_text('rules = ["ours"]\nselect = ["L801"]\n', "utf-8")
    report = folder / "examples/clean/2024-water-bureau.md"
    assert _run(["check", str(report)], folder)[0] == 0
    text = report.read_text(encoding="utf-8")
    assert text.count("| 36.5 |") == 1
    report.write_text(text.replace("| 36.5 |", "| 365000 |"), encoding="utf-8")
    status, shown, _ = _run(["check", str(report), "--fail-on", "warning"], folder)
    assert status == 1
    assert "L801" in shown
