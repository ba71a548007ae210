"""The editions of the form that packs declare on top of the national ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from linter.engine import pack_wording
from linter.engine.form_names import FormNames, names_of
from linter.engine.mistakes import PackError
from linter.engine.pack_names import not_one_of
from linter.engine.pack_source import PackSource
from linter.engine.pack_texts import text_of
from linter.engine.toml_places import Path
from linter.forms import EDITIONS, EditionClash, declare, load_schema
from linter.model.edition import AddedSection, OwnEdition
from linter.nearest_name import nearest
from linter.own_editions import label_node


def own_editions(packs: Sequence[PackSource], errors: list[PackError]) -> list[OwnEdition]:
    """The editions of the packs, declared; what is wrong with one is added to ``errors``."""
    found: dict[str, OwnEdition] = {}
    for pack in packs:
        for number, data in enumerate(pack.data.get("edition", ())):
            path: Path = ("edition", number)
            wrong = list(_wrong(pack, path, data, found))
            errors += wrong
            if wrong:
                continue
            own = _own_edition(pack, path, data)
            try:
                declare([own])
            except EditionClash as clash:
                message = pack_wording.declared_already(own.id, clash.earlier.origin)
                errors.append(pack.error((*path, "id"), message))
            else:
                found[own.id] = own
    return list(found.values())


def require_rules(
    packs: Sequence[PackSource], rules: Collection[str], errors: list[PackError]
) -> None:
    """Adds to ``errors`` what editions do without although there is no such rule."""
    for pack in packs:
        for number, data in enumerate(pack.data.get("edition", ())):
            for position, name in enumerate(data.get("without", ())):
                if name not in rules:
                    message = pack_wording.unknown_rule(name, nearest(name, rules))
                    errors.append(pack.error(("edition", number, "without", position), message))


def _wrong(
    pack: PackSource, path: Path, data: Mapping[str, Any], earlier: Mapping[str, OwnEdition]
) -> Iterator[PackError]:
    if data["base"] not in EDITIONS:
        yield not_one_of(pack, (*path, "base"), data["base"], EDITIONS)
        return
    if data["id"] in earlier:
        message = pack_wording.declared_already(data["id"], earlier[data["id"]].origin)
        yield pack.error((*path, "id"), message)
    form = names_of(data["base"])
    taken = set(form.sections)
    for number, section in enumerate(data.get("section", ())):
        if section["key"] in taken:
            message = pack_wording.section_taken(section["key"])
            yield pack.error((*path, "section", number, "key"), message)
        taken.add(section["key"])
    for name in data.get("headings", {}):
        if _section(name, form) is None:
            sections = [*form.sections, *(zh for zh, _ in form.sections_in_chinese())]
            message = pack_wording.unknown_section(name, nearest(name, sections))
            yield pack.error((*path, "headings", name), message)
    for name in data.get("labels", {}):
        if not _has_label(form.cell(name), data["base"]):
            message = pack_wording.unknown_label(name, data["base"], nearest(name, form.parts))
            yield pack.error((*path, "labels", name), message)


def _section(name: str, form: FormNames) -> str | None:
    return name if name in form.sections else form.key("sections", name)


def _has_label(path: str, edition: str) -> bool:
    try:
        label_node(load_schema(edition), path)
    except KeyError:
        return False
    return True


def _own_edition(pack: PackSource, path: Path, data: Mapping[str, Any]) -> OwnEdition:
    form = names_of(data["base"])
    headings = {
        _section(name, form) or name: tuple(wordings)
        for name, wordings in data.get("headings", {}).items()
    }
    labels = {form.cell(name): tuple(wordings) for name, wordings in data.get("labels", {}).items()}
    sections = tuple(
        AddedSection(one["key"], text_of(one["title"]), one["example"], one.get("required", True))
        for one in data.get("section", ())
    )
    return OwnEdition(
        data["id"],
        data["base"],
        data["source"],
        data.get("from"),
        headings,
        labels,
        sections,
        tuple(data.get("without", ())),
        pack.place(path),
    )
