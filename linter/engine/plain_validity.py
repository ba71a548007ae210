"""Data that plainly satisfies a schema, told without loading a JSON Schema validator.

Nearly every report is well-formed, and importing a validator costs a third of a start. What
this cannot tell to be valid goes to the validator, which alone says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_KINDS: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}
_ANNOTATIONS = frozenset({"$schema", "$id", "$comment", "$defs", "title", "description"})


def is_plainly_valid(data: Any, node: Mapping[str, Any], root: Mapping[str, Any]) -> bool:
    """Whether ``data`` satisfies the schema ``node`` of the schema ``root`` beyond doubt.

    False where it does not, and where the schema says more than is understood here.
    """
    return all(
        key in _ANNOTATIONS or key.startswith("x-") or _satisfies(data, key, node, root)
        for key in node
    )


def _satisfies(data: Any, key: str, node: Mapping[str, Any], root: Mapping[str, Any]) -> bool:
    demand = node[key]
    match key:
        case "$ref":
            target = root["$defs"].get(demand.removeprefix("#/$defs/"))
            return target is not None and is_plainly_valid(data, target, root)
        case "type":
            return _is_of_kind(data, [demand] if isinstance(demand, str) else demand)
        case "const":
            return bool(data == demand)
        case "properties":
            return not isinstance(data, dict) or all(
                is_plainly_valid(data[name], child, root)
                for name, child in demand.items()
                if name in data
            )
        case "required":
            return not isinstance(data, dict) or all(name in data for name in demand)
        case "additionalProperties":
            known = node.get("properties", {})
            return demand is False and (not isinstance(data, dict) or data.keys() <= known.keys())
        case "pattern":
            return not isinstance(data, str) or re.search(demand, data) is not None
        case "minimum":
            return not _is_number(data) or data >= demand
        case "multipleOf":
            return not _is_number(data) or (demand == 1 and data == int(data))
    return False


def _is_of_kind(data: Any, kinds: list[str]) -> bool:
    return not isinstance(data, bool) and any(
        isinstance(data, _KINDS.get(kind, ())) for kind in kinds
    )


def _is_number(data: Any) -> bool:
    return isinstance(data, int | float) and not isinstance(data, bool)
