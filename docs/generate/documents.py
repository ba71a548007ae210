"""All documents that are generated, by their path below ``docs/``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docs.generate.coverage import coverage_page
from docs.generate.requirements import requirement_groups
from docs.generate.rule_pages import rule_pages
from linter.engine.packs import RuleSet, load_rules

FOLDER = Path(__file__).resolve().parent.parent
PAGES = "rules"


def documents() -> Iterator[tuple[str, str]]:
    """Path and text of every generated document."""
    groups = requirement_groups()
    yield "coverage.md", coverage_page(groups, "en")
    yield "coverage.zh-CN.md", coverage_page(groups, "zh")
    for name, text in rule_pages(_all_rules()):
        yield f"{PAGES}/{name}", text


def superfluous() -> list[Path]:
    """Pages of rules that are no more."""
    rules = _all_rules().rules
    pages = sorted((FOLDER / PAGES).glob("*.md"))
    return [page for page in pages if page.stem != "README" and page.stem not in rules]


def _all_rules() -> RuleSet:
    """The national rules, with those that only a local pack switches on."""
    return load_rules().whole()
