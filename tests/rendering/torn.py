"""A table as conversion from PDF leaves it: numbers of rows in one place, labels in another."""

from __future__ import annotations

from collections.abc import Collection, Iterator

# What is left of the merged cell 三、本年度办理结果, whose letters stand one below the other.
_LOOSE = "度办"


def torn(markdown: str, labels: Collection[str], *, behind: bool = True) -> str:
    """``markdown`` with the numbers of the rows called ``labels`` apart from their labels.

    The label of such a row is in two pieces, ``behind`` its numbers or before them. What is left
    of the table around it is a table of its own.
    """
    return "\n".join(_lines(markdown.split("\n"), labels, behind=behind))


def _lines(lines: list[str], labels: Collection[str], *, behind: bool) -> Iterator[str]:
    begun = True
    for line in lines:
        cells = line.strip("|").split("|")
        label = next((cell for cell in cells if cell in labels), None)
        if label is not None:
            yield from _apart(label, cells[cells.index(label) + 1 :], behind=behind)
            begun = False
        elif line.startswith("|") and not begun:
            yield from (line, "|" + "---|" * len(cells))
            begun = True
        else:
            yield line


def _apart(label: str, behind_label: list[str], *, behind: bool) -> Iterator[str]:
    half = len(label) // 2
    pieces = ("", label[:half], _LOOSE, label[half:], "")
    while behind_label and not behind_label[0]:
        del behind_label[0]
    numbers = ("", "|" + "|".join(behind_label) + "|", "|" + "---|" * len(behind_label), "")
    yield from (*numbers, *pieces) if behind else (*pieces, *numbers)
