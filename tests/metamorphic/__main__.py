"""``make metamorphic``: measures, prints the table and rewrites ``docs/metamorphic.md``."""

from __future__ import annotations

import sys
import time

from docs.generate.documents import FOLDER
from tests.metamorphic.conversions import conversions
from tests.metamorphic.measuring import Measured, direct, through
from tests.metamorphic.page import metamorphic_page


def main() -> int:
    """Exit status 1 where a report is not the same, or a correct one has findings."""
    started = time.monotonic()
    printed = [_said(one) for one in direct()]
    programs = conversions()
    converted = [_said(through(one)) for one in programs]
    print(f"{time.monotonic() - started:.0f} s")
    if programs:
        english = metamorphic_page(printed, converted, "en")
        chinese = metamorphic_page(printed, converted, "zh")
        (FOLDER / "metamorphic.md").write_text(english, encoding="utf-8")
        (FOLDER / "metamorphic.zh-CN.md").write_text(chinese, encoding="utf-8")
    else:
        print("neither soffice nor chromium is installed: docs/metamorphic.md is left as it is")
    return int(any(one.same < one.files or one.silent < one.files for one in printed + converted))


def _said(one: Measured) -> Measured:
    counts = f"{one.files:3} files, {one.same:3} same, {one.silent:3} silent"
    print(f"{one.form:40} {counts}", flush=True)
    for note in one.notes:
        print(f"    {note}")
    return one


if __name__ == "__main__":
    sys.exit(main())
