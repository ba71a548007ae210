"""``docs/requirements.toml``: what law and form demand, and which rules see to it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from linter.engine.packs import load_rules
from linter.model.rule import Text
from linter.records import record

FILE = Path(__file__).resolve().parent.parent / "requirements.toml"


@record
class Requirement:
    """One demand in our own words, with its legal source.

    ``rules`` see to it; ``reason`` says what no rule can see and why. A requirement has at
    least one of the two.
    """

    text: Text
    source: str
    rules: tuple[str, ...] = ()
    reason: Text | None = None


@record
class Group:
    """The requirements of one document or part."""

    title: Text
    requirements: tuple[Requirement, ...]


@cache
def requirement_groups() -> tuple[Group, ...]:
    """All requirements, in the order of the file."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Group(Text(**group["title"]), tuple(map(_requirement, group["requirement"])))
        for group in data["group"]
    )


def requirements_of(rule: str) -> tuple[Requirement, ...]:
    """The requirements that a rule sees to."""
    return tuple(
        requirement
        for group in requirement_groups()
        for requirement in group.requirements
        if rule in requirement.rules
    )


def _requirement(data: Mapping[str, Any]) -> Requirement:
    return Requirement(
        Text(data["zh"], data["en"]),
        data["source"],
        tuple(rule for name in data.get("rules", ()) for rule in _named(name)),
        Text(**data["reason"]) if "reason" in data else None,
    )


def _named(name: str) -> tuple[str, ...]:
    """The rule of this name; ``E90*`` stands for all that begin so."""
    if not name.endswith("*"):
        return (name,)
    return tuple(rule for rule in load_rules().whole().rules if rule.startswith(name[:-1]))
