"""Draws ``html-report.png``: a faulty cell in the HTML report and what is said about it.

It needs the extra ``browser`` and Chromium, which ``NIANBAO_CHROMIUM`` may name.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURE = Path(__file__).with_name("html-report.png")
REPORT = "examples/faulty/2023-yunting-town.txt"


def written(folder: Path) -> Path:
    """The HTML report of the example, as the command writes it."""
    page = folder / "report.html"
    command = [sys.executable, "-m", "linter", "check", REPORT, "--quiet"]
    subprocess.run([*command, "--output-format", f"html:{page}"], cwd=ROOT, check=False)
    return page


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("NIANBAO_CHROMIUM"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1140, "height": 640})
        page.goto(written(Path(folder)).as_uri())
        page.locator("td.culprit a").first.focus()
        page.mouse.wheel(0, -110)
        page.wait_for_timeout(300)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
