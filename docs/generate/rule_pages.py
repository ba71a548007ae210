"""``docs/rules/``: one page a rule in both languages, and their index."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache

from docs.generate.markdown import literal, table
from docs.generate.rejected import rejected_name, rejected_output
from docs.generate.requirements import requirements_of
from linter.engine.packs import RuleSet
from linter.model.rule import Language, Rule, Text
from linter.reporting.catalogue import phrase
from linter.reporting.explanation import rule_fields
from linter.resources import RULES

_LANGUAGES: tuple[Language, ...] = ("zh", "en")
_LONG = ("why", "message", "remedy", "accepted", "rejected")
_PAGE = """\
[全部规则 / All rules](README.md) | [中文](#中文) | [English](#english)

# {rule.id} `{rule.slug}`

## 中文

{zh}
## English

{en}"""
_INDEX = """\
# 规则目录 / Rules

每条规则一页：要求、依据、级别、合格与不合格的示例及真实输出、怎样改正。
`nianbao explain 规则` 显示同样的内容。

One page a rule: demand, legal basis, severity, an accepted and a rejected example with the real
output, how to mend it. `nianbao explain RULE` shows the same.

这些页面由 `make docs` 根据 `rules/` 生成。 / `make docs` writes these pages from `rules/`.
"""
_DEMANDS = Text("对应的要求", "Requirements behind it")
_PACK = Text("规则包", "Pack")
_RULE, _TITLE = Text("规则", "Rule"), Text("要求", "Demand")


def rule_pages(rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Name and text of every page."""
    yield "README.md", index_page(rules.rules.values())
    for rule in rules.rules.values():
        yield f"{rule.id}.md", rule_page(rule, rules)


def rule_page(rule: Rule, rules: RuleSet) -> str:
    """The page of one rule."""
    zh, en = (_part(rule, rules, language) for language in _LANGUAGES)
    return _PAGE.format(rule=rule, zh=zh, en=en)


def index_page(rules: Iterable[Rule]) -> str:
    """All rules, pack by pack."""
    parts = [_INDEX]
    by_pack: dict[str, list[Rule]] = {}
    for rule in rules:
        by_pack.setdefault(rule.pack, []).append(rule)
    header = ("规则 / Rule", "级别 / Severity", "中文", "English")
    for pack, own in by_pack.items():
        _, title = pack_files()[pack]
        parts.append(f"## {title.zh} / {title.en}\n")
        parts.append(table(header, map(_index_row, own)))
    return "\n".join(parts)


@cache
def pack_files() -> dict[str, tuple[str, Text]]:
    """The file name and the title of every national pack, by the pack's name."""
    packs = {}
    for path in sorted(RULES.glob("*.toml")):
        pack = tomllib.loads(path.read_text(encoding="utf-8"))["pack"]
        packs[pack["name"]] = (path.name, Text(**pack["title"]))
    return packs


def _index_row(rule: Rule) -> tuple[str, ...]:
    severity = " / ".join(phrase(f"severity.{rule.severity}", one) for one in _LANGUAGES)
    return f"[{rule.id}]({rule.id}.md)", severity, rule.title.zh, rule.title.en


def _part(rule: Rule, rules: RuleSet, language: Language) -> str:
    fields = {key: "\n".join(lines) for key, lines in rule_fields(rule, language)}
    short = [(phrase(f"field.{k}", language), v) for k, v in fields.items() if k not in _LONG]
    short.append((_PACK.in_language(language), _pack_link(rule)))
    parts = [
        f"**{rule.title.in_language(language)}**\n",
        table((_RULE.in_language(language), f"{rule.id} {rule.slug}"), short),
        *_demands(rule, language),
    ]
    for key, text in fields.items():
        if key in _LONG:
            parts.append(f"### {phrase(f'field.{key}', language)}\n\n{literal(text)}\n")
        if key == "rejected":
            parts += _output(rule, rules, language)
    return "\n".join(parts)


def _pack_link(rule: Rule) -> str:
    name, _ = pack_files()[rule.pack]
    return f"[rules/{name}](../../rules/{name})"


def _demands(rule: Rule, language: Language) -> Iterator[str]:
    demands = requirements_of(rule.id)
    if not demands:
        return
    name = "coverage.md" if language == "en" else "coverage.zh-CN.md"
    lines = [f"- {one.text.in_language(language)}（{one.source}）" for one in demands]
    text = "\n".join(lines)
    yield f"### [{_DEMANDS.in_language(language)}](../{name})\n\n{text}\n"


def _output(rule: Rule, rules: RuleSet, language: Language) -> Iterator[str]:
    output = rejected_output(rule, rules, language)
    if output is not None:
        option = "" if language == "zh" else " --lang en"
        command = f"$ nianbao check {rejected_name(rule)} --format plain{option}"
        yield f"```console\n{command}\n{output}```\n"
