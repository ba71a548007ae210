"""The HTML report in Chromium: accessible, usable by keyboard, without scripts, on paper.

``NIANBAO_CHROMIUM`` names the browser; without it the usual names are looked for.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from linter.cli.main import main

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = os.environ.get("NIANBAO_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
SCHEMES = ("light", "dark")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_FILES = {
    "one": ("examples/faulty/2023-yunting-town.txt",),
    "several": ("examples",),
    "clean": ("examples/clean/2024-water-bureau.md",),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for name, operands in _FILES.items():
            for language in ("zh", "en"):
                file = folder / f"{name}-{language}.html"
                options = ("--format", "html", "--output", str(file), "--lang", language)
                main(["check", *operands, "--quiet", *options])
    return {file.stem: file for file in folder.iterdir()}


@pytest.fixture
def opened(browser: Browser, reports: dict[str, Path]) -> Iterator[Any]:
    pages: list[Page] = []

    def page_of(name: str, **context: Any) -> Page:
        page = browser.new_page(**context)
        page.on("console", lambda message: pytest.fail(f"console: {message.text}"))
        page.on("pageerror", lambda error: pytest.fail(f"script: {error}"))
        page.goto(reports[name].as_uri())
        pages.append(page)
        return page

    yield page_of
    for page in pages:
        page.close()


@pytest.mark.parametrize("width", [1200, 400])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["one-zh", "one-en", "several-zh", "several-en", "clean-zh"])
def test_axe_finds_no_barrier(opened: Any, name: str, scheme: str, width: int) -> None:
    page = opened(name, color_scheme=scheme, viewport={"width": width, "height": 900})

    results = Axe().run(page, options={"resultTypes": ["violations"]})

    assert results.response["violations"] == [], results.generate_report()


def test_nothing_is_fetched_from_anywhere(opened: Any, reports: dict[str, Path]) -> None:
    page = opened("several-zh")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))

    page.reload()

    assert requests == [reports["several-zh"].as_uri()]


def test_the_page_is_no_wider_than_a_telephone(opened: Any) -> None:
    for name in ("one-zh", "several-en"):
        page = opened(name, viewport={"width": 400, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 400


@pytest.mark.parametrize("scripts", [True, False])
def test_a_marked_cell_is_explained_on_focus_and_on_hover(opened: Any, scripts: bool) -> None:
    page = opened("one-zh", java_script_enabled=scripts)
    cell, tip = page.locator("td.culprit a").first, page.locator("td.culprit .tip").first
    assert not tip.is_visible()

    cell.focus()
    assert tip.is_visible()
    assert "应为 2" in tip.inner_text()

    page.locator("h1").first.hover()
    cell.blur()
    assert not tip.is_visible()
    cell.hover()
    assert tip.is_visible()


def test_escape_puts_an_explanation_away(opened: Any) -> None:
    page = opened("one-zh")
    page.locator("td.culprit a").first.focus()

    page.keyboard.press("Escape")

    assert not page.locator("td.culprit .tip").first.is_visible()


def test_an_explanation_stands_within_the_window(opened: Any) -> None:
    page = opened("one-zh", viewport={"width": 500, "height": 600})
    for cell in page.locator("td.about a").all():
        cell.focus()
        box = page.locator("td.about:focus-within .tip").bounding_box()
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 500
        assert 0 <= box["y"] <= 600


@pytest.mark.parametrize("scripts", [True, False])
def test_findings_are_filtered_by_severity(opened: Any, scripts: bool) -> None:
    page = opened("one-zh", java_script_enabled=scripts)
    assert page.locator(".finding:visible").count() == 6

    page.get_by_label("警告").uncheck()

    assert page.locator(".finding:visible").count() == 2
    if scripts:
        assert page.locator("output").inner_text() == "显示 2 个问题，共 6 个"
        page.get_by_label("警告").check()
        assert page.locator("output").inner_text() == ""


def test_the_overview_is_sorted_with_the_keyboard(opened: Any) -> None:
    page = opened("several-zh")
    heading = page.locator("table.sortable th").nth(4)
    assert heading.get_attribute("aria-sort") is None

    heading.locator("button").focus()
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    column = page.locator("table.sortable tbody td:nth-child(5)")
    assert column.all_inner_texts()[:3] == ["4", "3", ""]

    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "ascending"
    assert column.all_inner_texts()[-2:] == ["3", "4"]
    page.locator("table.sortable th").first.locator("button").click()
    assert page.locator("th[aria-sort]").count() == 1


def test_an_office_leads_to_its_part(opened: Any) -> None:
    page = opened("several-zh")
    link = page.locator("table.sortable tbody a").last

    link.click()

    assert page.url.endswith(link.get_attribute("href"))
    assert page.locator(":target h2").first.is_visible()


def test_paper_is_white_and_has_every_finding_and_the_sheet_to_sign(opened: Any) -> None:
    page = opened("one-zh", color_scheme="dark")
    page.get_by_label("警告").uncheck()

    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))

    text = "".join(one.get_textpage().get_text_range() for one in document)
    assert all(rule in text for rule in ("A301", "A309", "S107"))
    assert "数据校核单" in text
    assert "审核人" in text
    assert "按级别筛选" not in text
    corner = document[0].render().to_pil().convert("RGB").getpixel((2, 2))
    assert corner == (255, 255, 255)


def test_a_sheet_is_printed_by_itself(opened: Any) -> None:
    page = opened("several-zh")
    page.evaluate("window.print = () => {}")

    page.locator("button.print").nth(1).click()
    page.emulate_media(media="print")

    assert page.locator(".worksheet:visible").count() == 1
    assert page.locator(".finding:visible").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".worksheet:visible").count() > 1
