"""One target for each reader: what is damaged, how, and what reads it then."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import cache
from importlib.util import find_spec
from random import Random

from fuzzing import readings, seeds
from fuzzing.mutations.markup import page_mutated, xml_mutated
from fuzzing.mutations.mime import web_archive_mutated
from fuzzing.mutations.octets import Change, octets_mutated
from fuzzing.mutations.packages import archive_of, package_mutated
from fuzzing.mutations.pdf import pdf_mutated
from linter.records import record


@record
class Target:
    """``file_name`` is what its files are called, ``needs`` the module without which none is read.

    ``reading`` may raise nothing but what it is documented to raise.
    """

    name: str
    file_name: str
    seeds: Callable[[], Sequence[bytes]]
    mutated: Change
    reading: readings.Reading = readings.document_or_problem
    thorough: readings.Reading = readings.result_in_every_language
    needs: str = ""

    def input(self, seed: int, number: int) -> bytes:
        """Input ``number`` of the endless row that ``seed`` begins, the same on every machine."""
        random = Random(f"{self.name} {seed} {number}")
        sound = random.choice(_seeds(self))
        return self.mutated(sound, random)

    def warm_up(self) -> None:
        """Loads what every input needs, so that processes begin with it."""
        sound = _seeds(self)[0]
        self.reading(sound, self.file_name)
        self.thorough(sound, self.file_name)

    @property
    def available(self) -> bool:
        """Whether what it needs is installed."""
        return not self.needs or find_spec(self.needs) is not None


@cache
def _seeds(target: Target) -> Sequence[bytes]:
    return target.seeds()


def _member(name: str) -> Change:
    """How a member of an archive is changed: as files of its format are."""
    suffix = name.rpartition(".")[2]
    changes: Mapping[str, Change] = {
        "html": page_mutated,
        "docx": package_mutated,
        "xlsx": package_mutated,
        "mht": web_archive_mutated,
    }
    return changes.get(suffix, octets_mutated)


def _spreadsheet(data: bytes, random: Random) -> bytes:
    return (package_mutated if data.startswith(b"PK") else xml_mutated)(data, random)


def _office_file(data: bytes, random: Random) -> bytes:
    if data.startswith(b"PK"):
        return package_mutated(data, random)
    return (page_mutated if data.startswith(b"<") else octets_mutated)(data, random)


def _data(data: bytes, random: Random) -> bytes:
    """JSON or TOML: mostly the values changed, so that it stays what it is."""
    if random.random() < 0.4:
        return octets_mutated(data, random)
    tree = json.loads(data) if data.startswith(b"{") else tomllib.loads(data.decode())
    for _ in range(random.randint(1, 3)):
        _change_a_value(tree, random)
    return json.dumps(tree, default=str).encode("utf-8", "surrogatepass")


_VALUES: Sequence[object] = (
    None, True, -1, 0, 1.5, 1e300, 10**30, 10**4000, float("nan"), "", [], {}, [1], {"made": 1},
    {"": {}}, "十二", "2024-02-30", "\ud800", "a" * 5000, "\n# 一、\n|1|", "<script>", "]]>", "\0",
    "=1+1",
)  # fmt: skip


def _change_a_value(node: dict[str, object], random: Random) -> None:
    """Goes down from ``node`` as far as chance has it, and puts something else there."""
    while node:
        key = random.choice(list(node))
        child = node[key]
        if not isinstance(child, dict) or random.random() < 0.15:
            if random.random() < 0.2:
                del node[key]
            else:
                node[random.choice((key, key, key, "other", ""))] = deepcopy(random.choice(_VALUES))
            return
        node = child


TARGETS: Mapping[str, Target] = {
    target.name: target
    for target in (
        Target("txt", "a.txt", seeds.texts, octets_mutated),
        Target("md", "a.md", seeds.markdowns, octets_mutated),
        Target("html", "a.html", seeds.pages, page_mutated),
        Target("docx", "a.docx", seeds.word_files, package_mutated),
        Target("pdf", "a.pdf", seeds.pdf_files, pdf_mutated, needs="pypdfium2"),
        Target("xlsx", "a.xlsx", seeds.workbooks, package_mutated),
        Target("ods", "a.ods", seeds.open_spreadsheets, _spreadsheet),
        Target("xls", "a.xls", seeds.binary_workbooks, octets_mutated, needs="python_calamine"),
        Target("mht", "a.mht", seeds.web_archives, web_archive_mutated),
        Target("zip", "a.zip", seeds.archives, archive_of(_member)),
        Target(
            "office",
            "a.doc",
            seeds.office_files,
            _office_file,
            readings.unconverted(readings.document_or_problem),
            readings.unconverted(readings.result_in_every_language),
        ),
        Target(
            "picture",
            "a.png",
            seeds.pictures,
            octets_mutated,
            readings.recognised,
            readings.recognised,
            needs="cv2",
        ),
        Target("data", "a", seeds.data_files, _data, readings.written, readings.written),
    )
}
