"""A rule as its pack states it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from linter.records import field, record

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
Language = Literal["zh", "en"]


@record
class Text:
    """A text in both languages."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


@record
class Example:
    """A change to the edition's example report that the rule accepts or rejects.

    ``text`` shows it to a person. ``set`` gives cells other values (None: blank); ``edit``
    replaces pieces of the example's text, each exactly once. ``file`` is for rules about
    input: the bytes of a whole file in place of the example report, as a name known to the
    test suite. ``origin`` is where the pack states it.
    """

    text: Text
    edition: str
    set: Mapping[str, int | float | str | None] = field(default_factory=dict)
    edit: tuple[tuple[str, str], ...] = ()
    file: str | None = None
    origin: str = ""


@record
class Change:
    """What another pack made of a rule, and by which ``source``.

    ``what`` has, for each thing that changed (``severity``, ``enabled`` or a parameter), its
    name and how it was and is, in words.
    """

    pack: Text
    source: str
    what: tuple[tuple[str, Text, Text], ...]
    origin: str


@record
class Rule:
    """One requirement.

    Exactly one of these says when it is violated: ``assertion`` (an expression of the rule
    language that must hold, in compiled form), ``on`` (kinds of deviation from the form), or
    neither: then the schema routes to it by id (``x-rules``) or a reader raises it (E9xx).
    ``remedy`` says how a report that violates the rule is put right.
    A ``preview`` rule runs only where previews are asked for; a ``protected`` one is switched
    off only by name and with a reason; one that is not ``enabled`` runs only where it is asked
    for by name. ``changes`` are what other packs made of the rule.
    """

    id: str
    slug: str
    severity: Severity
    section: str | None
    editions: tuple[str, ...]
    source: str
    title: Text
    why: Text
    message: Text
    accepted: Example
    rejected: Example
    assertion: Any = None
    on: tuple[str, ...] = ()
    once: bool = False
    preview: bool = False
    protected: bool = False
    pack: str = ""
    origin: str = ""
    remedy: Text | None = None
    enabled: bool = True
    changes: tuple[Change, ...] = ()
