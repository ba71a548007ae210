"""Consoles of all kinds, and what a report looks like on them."""

from __future__ import annotations

import io
from typing import Any

from rich.console import Console

from linter.reporting.run import Run
from linter.reporting.terminal import print_report


def console(width: int, **options: Any) -> Console:
    """A console that writes into memory and does not look at the environment."""
    settings: dict[str, Any] = {"file": io.StringIO(), "color_system": None} | options
    return Console(width=width, legacy_windows=False, _environ={}, **settings)


def coloured(width: int) -> Console:
    return console(width, color_system="standard", force_terminal=True)


def printed(run: Run, on: Console) -> str:
    """The report as it stands on the console, without spaces at line ends."""
    print_report(run, on)
    file = on.file
    assert isinstance(file, io.StringIO)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def shown(run: Run, width: int = 100) -> str:
    return printed(run, console(width))
