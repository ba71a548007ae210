"""``python -m linter`` is ``nianbao``."""

from __future__ import annotations

from linter.cli.main import run

if __name__ == "__main__":
    run()
