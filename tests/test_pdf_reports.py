"""A report says the same as a PDF file as in the file that it was printed from."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.product import checked, differences, extracted

_CLEAN = Path(__file__).resolve().parent.parent / "examples" / "clean"
_PRINTED = {
    "2022-qiaopan-town.pdf": "2022-qiaopan-town.docx",
    "2024-county.pdf": "2024-county.html",
}


def _same(printed: Path, original: Path) -> None:
    found = extracted(printed.read_bytes(), printed.name)
    assert differences(extracted(original.read_bytes(), original.name), found) == {}
    result = checked(printed.read_bytes(), printed.name)
    assert (result.status, result.findings, result.doubts) == ("checked", (), ())


@pytest.mark.parametrize("name", _PRINTED)
def test_a_printed_example_holds_the_data_of_the_original(name: str) -> None:
    _same(_CLEAN / name, _CLEAN / _PRINTED[name])


def test_programs_on_this_machine_print_what_is_read_the_same(tmp_path: Path) -> None:
    office, browser = shutil.which("soffice"), shutil.which("chromium")
    original = _CLEAN / "2024-county.html"
    if office:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        subprocess.run([*command, str(original)], check=True, capture_output=True, timeout=120)
        _same(tmp_path / "2024-county.pdf", original)
    if browser:
        target = tmp_path / "browser.pdf"
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu"]
        command += [f"--user-data-dir={tmp_path / 'browser'}", f"--print-to-pdf={target}"]
        subprocess.run([*command, str(original)], check=True, capture_output=True, timeout=120)
        _same(target, original)
