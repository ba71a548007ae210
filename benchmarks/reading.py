"""Reading: one whole check against what the parser of the file's format takes by itself.

The floor of a Word file is to unzip it and to parse the XML of its text; of a page to parse
it; of a PDF file to take its text with the boxes of its characters. Everything runs in one
process, with modules loaded and caches warm; the contenders take turns, and the fastest round of
each is compared. Read the ratio, not the milliseconds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

from linter.engine.packs import load_rules
from linter.pipeline import check_bytes
from linter.readers import read

ROOT = Path(__file__).resolve().parent.parent
TARGETS = {".docx": 2.0, ".html": 2.0, ".htm": 2.0, ".pdf": 3.0}

Floor = Callable[[bytes], None]
Work = Callable[[], object]


def main() -> None:
    arguments = _arguments()
    rules = load_rules()
    print(f"{'':36} {'floor':>9} {'reading':>9} {'check':>9} {'check : floor':>14}  target")
    for path in arguments.reports or _examples():
        data, name = path.read_bytes(), path.name
        floor = FLOORS.get(path.suffix.lower())
        if floor is None:
            raise SystemExit(f"{path}: no floor for this format")
        works: list[Work] = [
            partial(floor, data),
            partial(read, data, name),
            partial(check_bytes, data, name, rules),
        ]
        _print(name, _fastest(works, arguments.rounds), TARGETS[path.suffix.lower()])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    return parser.parse_args()


def _examples() -> list[Path]:
    folders = (ROOT / "examples" / "clean", ROOT / "examples" / "faulty")
    return [path for folder in folders for path in sorted(folder.iterdir()) if _has_floor(path)]


def _has_floor(path: Path) -> bool:
    return path.suffix.lower() in FLOORS


def _fastest(works: list[Work], rounds: int) -> list[float]:
    """Seconds of the fastest round of each, which other work on the machine disturbs least."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, times, strict=True):
            taken.append(_seconds(work))
    return [min(taken) for taken in times]


def _seconds(work: Work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _print(name: str, fastest: list[float], target: float) -> None:
    floor, _, check = fastest
    shown = " ".join(f"{seconds * 1000:6.2f} ms" for seconds in fastest)
    print(f"{name:36} {shown} {check / floor:14.1f}  {target:.0f}")


def _word_floor(data: bytes) -> None:
    from xml.parsers import expat
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as package:
        xml = package.read("word/document.xml")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = _nothing
    parser.EndElementHandler = _nothing
    parser.CharacterDataHandler = _nothing
    parser.Parse(xml, True)


def _nothing(*_: object) -> None:
    """What a parser calls that is to do nothing but parse."""


def _page_floor(data: bytes) -> None:
    from selectolax.lexbor import LexborHTMLParser

    LexborHTMLParser(data.decode("utf-8", "replace"))


def _pdf_floor(data: bytes) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        for index in range(text.count_chars()):
            text.get_charbox(index)
    document.close()


FLOORS: dict[str, Floor] = {
    ".docx": _word_floor,
    ".html": _page_floor,
    ".htm": _page_floor,
    ".pdf": _pdf_floor,
}

if __name__ == "__main__":
    main()
