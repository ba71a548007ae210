"""Whether a piece of the data has the keys and the kind of value that it should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.model.rule import Text
from linter.nearest_name import nearest
from linter.writing.mistakes import unknown_key

GROUP = Text("一组数据（键和值）", "a group of keys and values")
TEXT = Text("文字", "a text")
_LONGEST_SHOWN = 30


def unknown_keys(raw: Mapping[str, object], known: Iterable[str], path: str) -> Iterator[Text]:
    """What is wrong with keys of ``raw`` that are none of ``known``; ``path`` leads to it."""
    names = tuple(known)
    for key in raw:
        if key not in names:
            close = nearest(key, names)
            yield unknown_key(joined(path, shortened(key)), close and joined(path, close))


def joined(path: str, key: str) -> str:
    """The path of ``key`` in what stands at ``path``."""
    return f"{path}.{key}" if path else key


def shown(value: object) -> str:
    """A value of the data in a message, short and on one line."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f"“{shortened(value)}”"
        case Mapping():
            return "{…}"
        case list():
            return "[…]"
    return shortened(str(value))


def shortened(text: str) -> str:
    """The beginning of ``text``, without what a terminal would act upon."""
    begin = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
    return "".join(letter if letter.isprintable() else "�" for letter in begin)
