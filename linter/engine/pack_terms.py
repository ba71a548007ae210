"""The keys of a pack, and values that are one of a few words, in Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.engine import chinese
from linter.engine.toml_places import Path, Places
from linter.records import field, mutable_record

_SEVERITIES = {"错误": "error", "警告": "warning", "提示": "info"}
_TRUTHS = {"是": True, "否": False}

_TEXT = {"中文": "zh", "英文": "en"}
_EXAMPLE = {"说明": "text", "版本": "edition", "单元格": "set", "修改": "edit", "文件": "file"}
_CHANGES = {
    "级别": "severity",
    "启用": "enabled",
    "参数": "parameters",
    "依据": "source",
    "正例": "accepted",
    "反例": "rejected",
}
KEYS: Mapping[str, Mapping[str, str]] = {
    "": {"规则包": "pack", "规则": "rule", "调整": "change", "版本": "edition"},
    "pack": {"名称": "name", "标题": "title"},
    "rule": {
        **_CHANGES,
        "编号": "id",
        "名称": "slug",
        "部分": "section",
        "适用版本": "editions",
        "标题": "title",
        "理由": "why",
        "消息": "message",
        "改正": "remedy",
        "要求": "assert",
        "偏差": "on",
        "合并": "once",
        "试行": "preview",
        "保护": "protected",
    },
    "change": {"规则": "rule", **_CHANGES},
    "edition": {
        "编号": "id",
        "基于": "base",
        "依据": "source",
        "起始年度": "from",
        "标题写法": "headings",
        "名称写法": "labels",
        "不适用规则": "without",
        "增加部分": "section",
    },
    "edition.section": {"键": "key", "标题": "title", "必备": "required", "示例": "example"},
    "example": _EXAMPLE,
    "text": _TEXT,
    "day": chinese.PARAMETER_PARTS,
}
"""The Chinese keys of each kind of table."""

_TABLES = {
    "pack.title": "text",
    "rule.title": "text",
    "rule.why": "text",
    "rule.message": "text",
    "rule.remedy": "text",
    "rule.accepted": "example",
    "rule.rejected": "example",
    "rule.parameters": "parameters",
    "change.accepted": "example",
    "change.rejected": "example",
    "change.parameters": "parameters",
    "edition.section": "edition.section",
    "edition.section.title": "text",
    "edition.headings": "names",
    "edition.labels": "names",
    "example.text": "text",
    "example.set": "names",
}
"""What kind of table stands at a key of a kind of table, where the key does not name it.

In ``names`` and ``parameters`` the keys are names of the form and of the author's own; in
``names`` a dot within one joins them as it does in a path.
"""

_VALUES: Mapping[str, Mapping[str, object]] = {
    "rule.severity": _SEVERITIES,
    "change.severity": _SEVERITIES,
    "rule.once": _TRUTHS,
    "rule.preview": _TRUTHS,
    "rule.protected": _TRUTHS,
    "rule.enabled": _TRUTHS,
    "change.enabled": _TRUTHS,
    "edition.section.required": _TRUTHS,
    "rule.on": chinese.DEVIATIONS,
}


@mutable_record
class Translation:
    """A pack's data and places with English keys, and what was written in their stead.

    ``written`` has the key as its author wrote it for each path; ``twice`` are the paths, as
    written, of keys that stand in their table in another spelling, too; ``chinese`` is True
    where the author writes Chinese keys.
    """

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Path] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)
    twice: list[Path] = field(default_factory=list)
    chinese: bool = False


def translated(data: Mapping[str, Any]) -> Translation:
    """A pack with English keys, whatever language its author writes them in."""
    translation = Translation()
    translation.data = _table(data, "", (), (), translation)
    return translation


def _table(
    data: Mapping[str, Any], kind: str, path: Path, written: Path, found: Translation
) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for name, key, value, at in _entries(data, kind, written):
        inner = (*path, key)
        if key in table:
            found.twice.append(at)
            continue
        found.places[inner], found.written[inner] = at, name
        found.chinese = found.chinese or name in KEYS.get(kind, ())
        table[key] = _value(value, _kind(kind, key), inner, at, found)
    return table


def _entries(
    data: Mapping[str, Any], kind: str, written: Path
) -> Iterator[tuple[str, str, Any, Path]]:
    """Each key as written, in English, with its value and its path as written."""
    for name, value in data.items():
        at = (*written, name)
        if kind == "names" and isinstance(value, Mapping):
            for inner, _, leaf, place in _entries(value, kind, at):
                yield f"{name}.{inner}", f"{name}.{inner}", leaf, place
        else:
            yield name, KEYS.get(kind, {}).get(name, name), value, at


def _kind(outer: str, key: str) -> str:
    """The kind of what stands at a key: of a table, else the way to its values."""
    if outer == "parameters":
        return "day"
    whole = f"{outer}.{key}" if outer else key
    return _TABLES.get(whole, whole)


def kind_of(path: Path) -> str:
    """The kind of table, or the way to the value, that stands at a path of a pack."""
    kind = ""
    for key in path:
        if isinstance(key, str):
            kind = _kind(kind, key)
    return kind


def _value(value: Any, kind: str, path: Path, written: Path, found: Translation) -> Any:
    if isinstance(value, Mapping):
        return _table(value, kind, path, written, found)
    if isinstance(value, list):
        places = enumerate(value)
        items = (((*path, n), (*written, n), item) for n, item in places)
        translated_items = []
        for inner, at, item in items:
            found.places[inner] = at
            translated_items.append(_value(item, kind, inner, at, found))
        return translated_items
    known = _VALUES.get(kind)
    return known.get(value, value) if known and isinstance(value, str) else value


def values_in_chinese(kind: str) -> Mapping[str, object]:
    """The Chinese words that a key of a kind of table can have, where they are few."""
    return _VALUES.get(kind, {})


def moved(places: Places, translation: Translation) -> Places:
    """``places`` by the paths that have English keys."""
    by_path = translation.places.items()
    return Places(
        places.source,
        {(): 0} | {path: places.keys[at] for path, at in by_path if at in places.keys},
        {path: places.values[at] for path, at in by_path if at in places.values},
    )
