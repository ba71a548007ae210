"""Draws ``check.svg``: what a person sees in a terminal, from a real run of the command.

The command runs in a pseudo-terminal; what it writes is set as SVG. No fonts are fetched by
whoever looks at the picture.
"""

from __future__ import annotations

import fcntl
import html
import io
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURE = Path(__file__).with_name("check.svg")
REPORT = "examples/faulty/2023-yunting-town.txt"
COLUMNS, LINES = 100, 60
CELL, WIDE = 12.2, 22  # in rich's drawing: width of a cell, size of Chinese characters

FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" class="rich-terminal" viewBox="0 0 {width} {height}">
<style>
.{unique_id}-matrix {{
    font-family: Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace;
    font-size: {char_height}px; line-height: {line_height}px;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    shown = _output_in_a_terminal(["check", REPORT])
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ nianbao check {REPORT}", style="bold"))
    console.print(Text.from_ansi(shown))
    drawn = console.export_svg(
        title="nianbao", theme=DIMMED_MONOKAI, code_format=FRAME, unique_id="nianbao"
    )
    PICTURE.write_text(_with_every_word_in_its_cells(drawn), encoding="utf-8")
    print(PICTURE.relative_to(ROOT))


def _with_every_word_in_its_cells(drawn: str) -> str:
    """The picture with a place for each word, so that no font can shift a column.

    Rich places whole runs of text only, and gives those with Chinese in them too short a length.
    """

    def placed(run: re.Match[str]) -> str:
        text = html.unescape(run["text"]).replace("\N{NO-BREAK SPACE}", " ")
        return f"<text{run['class']}{run['rest']}>{''.join(_words(text, float(run['x'])))}</text>"

    return re.sub(
        r'<text(?P<class> class="[^"]+") x="(?P<x>[^"]+)"(?P<rest> y="[^"]+") textLength="[^"]+"'
        r"[^>]*>(?P<text>[^<]+)</text>",
        placed,
        drawn,
    )


def _words(text: str, left: float) -> Iterator[str]:
    """The text in pieces of characters that are equally wide; blanks only take up room."""
    for width, characters in groupby(text, lambda character: cell_len(character.strip())):
        piece = "".join(characters)
        length = CELL * cell_len(piece)
        if width:
            shown = html.escape(piece, quote=False)
            spaced = f' font-size="{WIDE}" letter-spacing="{2 * CELL - WIDE:.1f}"' * (width == 2)
            place = f'x="{left:.1f}" textLength="{length:.1f}"'
            yield f"<tspan {place}{spaced}>{shown}</tspan>"
        left += length


def _output_in_a_terminal(arguments: list[str]) -> str:
    """What ``nianbao`` writes when it believes that a person watches."""
    reading_end, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    for name in ("CI", "NO_COLOR", "COLUMNS", "LINES"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "linter", *arguments]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    shown = b"".join(iter(lambda: _read(reading_end), b""))
    process.wait()
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the way in which Linux says that the other end is closed
        return b""


if __name__ == "__main__":
    main()
