"""docs/writing-rules*.md, done as it says: every file, every command, what it prints."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from linter.engine.compilation import compile_assertion
from linter.engine.pack_compilation import compile_packs
from linter.model.rule import Rule
from linter.records import replace
from tests.command import nianbao

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "docs" / name for name in ("writing-rules.zh-CN.md", "writing-rules.md")]
BLOCK = re.compile(r"^```([\w-]+)(?: (\S+))?( \+)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OMITTED = "…\n"


def steps(page: Path) -> list[tuple[str, str, bool, str]]:
    """Each block: its kind, the file that it is for, whether it is added there, its text."""
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [(kind, file, bool(added), text) for kind, file, added, text in found]


def commands(text: str) -> list[tuple[str, str]]:
    """Each command with what it prints."""
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def follow(page: Path, folder: Path) -> None:
    for kind, file, added, text in steps(page):
        if kind == "toml":
            path = folder / file
            path.parent.mkdir(exist_ok=True)
            before = path.read_text(encoding="utf-8") + "\n" if added else ""
            path.write_text(before + text, encoding="utf-8")
        for command, expected in commands(text) if kind == "shell-session" else ():
            _, *arguments = shlex.split(command)
            outcome = nianbao(*arguments, folder=folder)
            printed = outcome.output
            shown, omitted, _ = expected.partition(OMITTED)
            assert printed[: len(shown)] == shown if omitted else printed == expected, command
            assert not outcome.errors


@pytest.mark.parametrize("page", PAGES, ids=["zh", "en"])
def test_what_the_tutorial_prints_is_what_is_printed(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    follow(page, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=["zh", "en"])
def test_its_assertions_can_be_compiled(page: Path) -> None:
    for kind, _, _, text in steps(page):
        if kind == "rule":
            assert compile_assertion(text, ["2021"])


def test_both_languages_take_the_same_steps() -> None:
    first, second = (steps(page) for page in PAGES)
    assert [(kind, file, added) for kind, file, added, _ in first if kind != "toml"] == [
        (kind, file, added) for kind, file, added, _ in second if kind != "toml"
    ]
    written = [[text for kind, _, _, text in page if kind == "toml"] for page in (first, second)]
    assert written[0] == written[1]


def test_what_comes_of_it_is_the_pack_in_the_examples_folder() -> None:
    written = [t for kind, file, _, t in steps(PAGES[0]) if file == "wuwei/wuwei.toml"]
    example = (ROOT / "examples/rules/wuwei/wuwei.toml").read_text(encoding="utf-8")
    assert rules_of("\n".join(written)) == rules_of(example)


def rules_of(pack: str) -> list[Rule]:
    """The rules of the pack and what it changes, wherever they stand in it."""
    national = [(str(file), file.read_bytes()) for file in sorted((ROOT / "rules").glob("*.toml"))]
    rules = compile_packs([*national, ("wuwei.toml", pack.encode())]).whole().rules.values()
    return [
        replace(
            rule,
            origin="",
            accepted=replace(rule.accepted, origin=""),
            rejected=replace(rule.rejected, origin=""),
            changes=tuple(replace(change, origin="") for change in rule.changes),
        )
        for rule in rules
    ]
