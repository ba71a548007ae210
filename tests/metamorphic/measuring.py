"""Whether a report is the same after it went through a form or a program."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from linter.model.problem import InputProblem
from linter.records import record
from tests.metamorphic.conversions import Conversion
from tests.metamorphic.sources import DIRECT, Report, Written, in_full, in_turn
from tests.product import checked, differences, extracted, grave, ids
from tests.rendering import Data, Layout


@record
class Measured:
    """Of ``files`` of one form how many gave the ``same`` data and were ``silent``."""

    form: str
    files: int
    same: int
    silent: int
    notes: tuple[str, ...] = ()


def direct(layouts: Iterable[Layout] = DIRECT) -> Iterator[Measured]:
    """Every report in each layout, read as it was written."""
    for layout in layouts:
        files = [
            (report, f"{number}-{layout.file_name}", data)
            for number, (report, _, data) in enumerate(in_full(layout))
        ]
        yield _measured(layout.name, files)


def through(conversion: Conversion) -> Measured:
    """The reports after ``conversion``; a file that it did not make is one that was not read."""
    with TemporaryDirectory() as given, TemporaryDirectory() as made:
        sources = in_turn(conversion.sources)
        files = [_saved(number, one, Path(given)) for number, one in enumerate(sources)]
        conversion.convert(files, Path(made))
        results = [Path(made) / f"{file.stem}{conversion.suffix}" for file in files]
        return _measured(
            conversion.name,
            [
                (report, result.name, result.read_bytes() if result.is_file() else b"")
                for (report, _, _), result in zip(sources, results, strict=True)
            ],
        )


def _saved(number: int, one: Written, folder: Path) -> Path:
    _, layout, data = one
    path = folder / f"{number}-{layout.file_name}"
    path.write_bytes(data)
    return path


def _measured(form: str, files: list[tuple[Report, str, bytes]]) -> Measured:
    same = silent = 0
    notes: list[str] = []
    for report, name, data in files:
        lost, alarms = _lost(report, name, data), ids(grave(checked(data, name)))
        same += not lost
        silent += not alarms
        if lost or alarms:
            notes.append(f"{name}: {', '.join([*alarms, *lost][:6])}")
    return Measured(form, len(files), same, silent, tuple(notes))


def _lost(report: Report, name: str, data: bytes) -> list[str]:
    """Where what was read differs; headings are worded by the style, not by the data."""
    try:
        found = extracted(data, name)
    except InputProblem as problem:
        return [problem.rule]
    return [
        f"{path} {wanted!r} → {got!r}"[:160]
        for path, (wanted, got) in differences(_bare(report.data), _bare(found)).items()
    ]


def _bare(data: Data) -> Data:
    data = copy.deepcopy(data)
    for section in filter(None, data["sections"].values()):
        del section["heading"]
    return data
