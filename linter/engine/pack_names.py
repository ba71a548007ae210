"""Names in a pack that must exist: editions, sections, kinds of deviation, cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.engine import chinese, pack_wording
from linter.engine.form_names import FormNames, names_of
from linter.engine.mistakes import PackError
from linter.engine.pack_source import PackSource
from linter.engine.script import is_chinese
from linter.engine.toml_places import Path
from linter.engine.vocabulary import DEVIATIONS
from linter.nearest_name import nearest


def unknown_names(
    source: PackSource, path: Path, data: Mapping[str, Any], editions: Sequence[str]
) -> Iterator[PackError]:
    """What a rule names and nobody knows; ``editions`` are all that there are."""
    for number, edition in enumerate(data["editions"]):
        if edition not in editions:
            yield not_one_of(source, (*path, "editions", number), edition, editions)
    for number, kind in enumerate(data.get("on", ())):
        if kind not in DEVIATIONS:
            known = chinese.in_script_of(kind, chinese.DEVIATIONS, DEVIATIONS)
            yield not_one_of(source, (*path, "on", number), kind, tuple(known))
    forms = [names_of(edition) for edition in data["editions"] if edition in editions]
    section = data.get("section")
    if forms and section is not None and section_key(section, data["editions"]) is None:
        known = [name for form in forms for name, _ in form.sections_in_chinese()]
        if not is_chinese(section):
            known = list(dict.fromkeys(key for form in forms for key in form.sections))
        yield not_one_of(source, (*path, "section"), section, known)
    for name in ("accepted", "rejected"):
        inner = (*path, name)
        yield from unknown_in_example(source, inner, data[name], data["editions"], editions)


def unknown_in_example(
    source: PackSource,
    path: Path,
    data: Mapping[str, Any],
    of_rule: Sequence[str],
    editions: Sequence[str],
) -> Iterator[PackError]:
    """What an example names and nobody knows; ``of_rule`` are the editions of its rule."""
    edition = data.get("edition", of_rule[-1])
    if edition not in of_rule:
        yield not_one_of(source, (*path, "edition"), edition, of_rule)
    elif edition in editions:
        form = names_of(edition)
        cells = form.all("cell")
        for cell in data.get("set", {}):
            if form.cell(cell) not in cells:
                known = map(form.in_chinese, cells) if is_chinese(cell) else cells
                message = pack_wording.unknown_cell(cell, edition, nearest(cell, known))
                yield source.error((*path, "set", cell), message)


def section_key(name: str, editions: Sequence[str]) -> str | None:
    """The key of a section by its key or its Chinese name in any of the editions."""
    for form in map(names_of, editions):
        if name in form.sections:
            return name
        if key := form.key("sections", name):
            return key
    return None


def not_one_of(source: PackSource, path: Path, found: str, known: Sequence[str]) -> PackError:
    """The mistake of a word that is none of those known."""
    message = pack_wording.not_one_of(source.name(path), found, nearest(found, known), known)
    return source.error(path, message)


def with_english_cells(cells: Mapping[str, Any], form: FormNames) -> dict[str, Any]:
    """What an example sets, by the paths of the cells."""
    return {form.cell(path): value for path, value in cells.items()}
