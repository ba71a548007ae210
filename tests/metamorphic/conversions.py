"""The programs on this machine that make files of one kind from files of another."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from linter.records import record
from tests.metamorphic.sources import PAGES, PRINTS, WORD, WORD_TYPED
from tests.metamorphic.workbooks import WORKBOOKS
from tests.rendering import Layout

_SECONDS = 300
Convert = Callable[[Sequence[Path], Path], None]


@record
class Conversion:
    """``convert`` writes files named as those given, but ending in ``suffix``, to a folder."""

    name: str
    sources: tuple[Layout, ...]
    suffix: str
    convert: Convert


def conversions() -> list[Conversion]:
    """Those for which the program is installed."""
    office, browser = shutil.which("soffice"), shutil.which("chromium")
    found: list[Conversion] = []
    if office:
        found += _by_office(office)
    if browser:
        name = "html → pdf (Chromium)"
        found.append(Conversion(name, PRINTS, ".pdf", _browser(browser)))
    return found


def _by_office(program: str) -> list[Conversion]:
    html = ("--infilter=HTML (StarWriter)",)
    table = (
        ("docx", WORD, ".pdf", "pdf", ()),
        ("docx", WORD, ".doc", "doc", ()),
        ("docx", WORD, ".odt", "odt", ()),
        ("docx", WORD_TYPED, ".rtf", "rtf", ()),
        ("docx", WORD, ".fodt", "fodt", ()),
        ("docx", WORD_TYPED, ".xml", "xml:MS Word 2003 XML", ()),
        ("docx", WORD, ".docx", "docx", ()),
        ("docx", WORD, ".html", "html:XHTML Writer File", ()),
        ("html", PAGES, ".docx", "docx:MS Word 2007 XML", html),
        ("html", PAGES, ".odt", "odt:writer8", html),
        ("html", PAGES, ".pdf", "pdf:writer_pdf_Export", html),
        ("xlsx", WORKBOOKS, ".xls", "xls", ()),
        ("xlsx", WORKBOOKS, ".ods", "ods", ()),
        ("xlsx", WORKBOOKS, ".fods", "fods", ()),
        ("xlsx", WORKBOOKS, ".xlsx", "xlsx", ()),
    )
    return [
        Conversion(
            f"{source} → {suffix[1:]} (LibreOffice)",
            layouts,
            suffix,
            _office(program, target, options),
        )
        for source, layouts, suffix, target, options in table
    ]


def _office(program: str, target: str, options: Sequence[str]) -> Convert:
    def convert(files: Sequence[Path], folder: Path) -> None:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", *options, "--convert-to", target]
        _run([*command, "--outdir", str(folder), *map(str, files)])

    return convert


def _browser(program: str) -> Convert:
    def convert(files: Sequence[Path], folder: Path) -> None:
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command += ["--disable-background-networking", f"--user-data-dir={folder / 'profile'}"]
        for file in files:
            target = folder / f"{file.stem}.pdf"
            _run([*command, f"--print-to-pdf={target}", file.as_uri()])

    return convert


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
