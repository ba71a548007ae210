"""The report for a person, as text: for a terminal, or for a file of the same kind."""

from __future__ import annotations

import io

from rich.console import Console

from linter.reporting.run import Run
from linter.reporting.terminal import print_report

_WIDTH = 100


def drawn(run: Run, console: Console | None = None) -> str:
    """The report as ``console`` shows it; without one, as wide as a page and without colours."""
    if console is None:
        console = Console(file=io.StringIO(), width=_WIDTH, color_system=None)
    # Captured, so that a reader who leaves (| head) is met in one place only.
    with console.capture() as capture:
        print_report(run, console)
    return capture.get()
