"""``Dockerfile``: in order for hadolint, and with all that the package is made of."""

from __future__ import annotations

import re
import tomllib

from tests.integrations.places import BIN, ROOT, ran

_TEXT = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_file_is_in_order() -> None:
    linted = ran([BIN / "hadolint", "Dockerfile"])
    assert (linted.returncode, linted.stdout) == (0, "")


def test_the_image_holds_all_that_the_wheel_is_built_of() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    sources = {project["project"]["readme"], *project["project"]["license-files"], *wheel}
    copied = {
        name
        for line in re.findall(r"^COPY (?!--)(.*)$", _TEXT, re.MULTILINE)
        for name in line.split()[:-1]
    }
    kept = set(re.findall(r"^!(.*)$", (ROOT / ".dockerignore").read_text("utf-8"), re.MULTILINE))

    assert copied == kept == sources | {"pyproject.toml"}
    assert not [name for name in copied if not (ROOT / name).exists()]


def test_the_container_runs_the_command_as_nobody_in_particular() -> None:
    *_, last = _TEXT.split("\nFROM ")
    assert 'ENTRYPOINT ["nianbao"]' in last
    assert re.search(r"^USER [1-9]\d+", last, re.MULTILINE)
