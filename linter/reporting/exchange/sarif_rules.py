"""A rule as SARIF describes it: what it demands, why, by which law, and where to read more."""

from __future__ import annotations

from typing import Any

from linter.model.rule import Rule
from linter.reporting.catalogue import phrase
from linter.reporting.exchange.entries import page_address
from linter.reporting.exchange.markdown import markdown_text
from linter.reporting.explanation import rule_fields
from linter.reporting.run import Run


def descriptor(rule: Rule, level: str, run: Run) -> dict[str, Any]:
    """The ``reportingDescriptor`` of a rule whose findings have ``level``."""
    data: dict[str, Any] = {
        "id": rule.id,
        "name": rule.slug,
        "shortDescription": {"text": rule.title.in_language(run.language)},
        "fullDescription": {"text": rule.why.in_language(run.language)},
        "help": _help(rule, run),
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [rule.section or "report"], "source": rule.source},
    }
    address = page_address(rule, run)
    if address is not None:
        data["helpUri"] = address
    return data


def _help(rule: Rule, run: Run) -> dict[str, str]:
    """All that ``nianbao explain`` tells about the rule."""
    plain, marked = [], []
    for key, lines in rule_fields(rule, run.language):
        name = phrase(f"field.{key}", run.language)
        plain.append(phrase("line.about", run.language, what=name, more="\n".join(lines)))
        text = "<br>".join(markdown_text(line) for line in lines)
        marked.append(phrase("line.about", run.language, what=f"- **{name}**", more=text))
    address = page_address(rule, run)
    if address is not None:
        marked.append(f"\n[{rule.id} {rule.slug}]({address})")
    return {"text": "\n".join(plain), "markdown": "\n".join(marked)}
