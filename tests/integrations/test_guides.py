"""Every command and every CI configuration that the guides show."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.command import nianbao
from tests.integrations.places import ROOT, ran, valid

_GUIDES = [
    ROOT / "docs" / name for name in ("ci.md", "ci.zh-CN.md", "formats.md", "formats.zh-CN.md")
]


def _blocks(language: str) -> list[str]:
    pattern = rf"^```{language}\n(.*?)^```$"
    texts = (file.read_text(encoding="utf-8") for file in _GUIDES)
    return [
        block for text in texts for block in re.findall(pattern, text, re.MULTILINE | re.DOTALL)
    ]


_COMMANDS = sorted(
    {line.removeprefix("$ ") for block in _blocks("console") for line in block.splitlines()}
)
_SCRIPTS = sorted(set(_blocks("sh")))
_FILES = {
    ".github/workflows/reports.yml": "github-workflows",
    ".gitlab-ci.yml": "gitlab-ci",
}


@pytest.mark.parametrize("command", _COMMANDS)
def test_a_command_shown_does_what_it_says(command: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    program, *arguments = shlex.split(command)
    outcome = nianbao(*arguments, folder=tmp_path)

    assert program == "nianbao"
    assert (outcome.status, outcome.errors) == (1, "")
    files = [word.split(":")[-1] for word in arguments if re.search(r"(?:findings|report)\.", word)]
    assert files
    assert all((tmp_path / file).stat().st_size for file in files)


@pytest.mark.parametrize("script", _SCRIPTS)
def test_a_script_shown_is_one(script: str, tmp_path: Path) -> None:
    assert ran(["bash", "-n", "-c", script], tmp_path).returncode == 0


@pytest.mark.parametrize("name", _FILES)
def test_a_pipeline_shown_is_valid_and_the_same_in_both_languages(
    name: str, tmp_path: Path
) -> None:
    shown = [block for block in _blocks("yaml") if block.startswith(f"# {name}\n")]
    assert len(shown) == 2
    assert len(set(shown)) == 1
    file = tmp_path / Path(name).name
    file.write_text(shown[0], encoding="utf-8")
    valid(_FILES[name], file)


def test_the_action_shown_gets_inputs_that_it_has() -> None:
    (workflow,) = {block for block in _blocks("yaml") if "codeql" in block}
    given = re.search(r"nianbao@\S+\n +with:\n((?: {10}.+\n)+)", workflow)
    assert given is not None
    inputs = re.findall(r"^  ([a-z-]+):$", (ROOT / "action.yml").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"^ +([a-z-]+):", given[1], re.MULTILINE)) <= set(inputs)
