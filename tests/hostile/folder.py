"""Hostile files in one folder, checked by one run of the command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.command import checked_files
from tests.examples import example_report
from tests.rendering import BY_NAME

_BYTES = 1 << 30
_GOOD = BY_NAME["txt-cell-a-line"].print(example_report())


@dataclass(frozen=True, slots=True)
class Verdict:
    """``status`` and ``rules`` by the name of the file."""

    status: Mapping[str, str]
    rules: Mapping[str, frozenset[str]]


def checked_folder(folder: Path, files: Mapping[str, bytes], seconds: float) -> Verdict:
    """What a run finds in ``files``, which must take no longer than ``seconds``.

    It must not take much memory either, nor keep a good report beside them from being checked.
    """
    for name, data in files.items():
        (folder / name).write_bytes(data)
    good = folder / "good.txt"
    good.write_bytes(_GOOD)
    paths = [*(folder / name for name in files), good]
    outcome = checked_files(*paths, folder=folder, options=("--jobs", "1"), limit=seconds + 5)
    assert "Traceback" not in outcome.errors
    assert outcome.seconds < seconds
    assert outcome.peak < _BYTES
    found = {Path(file["path"]).name: file for file in outcome.data["files"]}
    assert found.pop("good.txt")["status"] == "checked"
    rules = {
        name: frozenset(finding["rule"] for finding in file["findings"])
        for name, file in found.items()
    }
    assert not [name for name in rules if "E900" in rules[name]]
    return Verdict({name: file["status"] for name, file in found.items()}, rules)
