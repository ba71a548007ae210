"""Every command that there is does something."""

from __future__ import annotations

from linter.cli.commands import COMMANDS
from linter.cli.dispatch import _WORK, _work


def test_every_command_has_its_work_and_nothing_else_has() -> None:
    subcommands = (one.name for command in COMMANDS.values() for one in command.subcommands)
    names = [*COMMANDS, *subcommands]
    assert sorted(_WORK) == sorted(names)
    assert all(callable(_work(name)) for name in names)
